"""Lines as rows of x and y, in pixels with y downward: circles, curves, rosettes, and how to move them."""

import numpy as np

Line = np.ndarray
Point = tuple[float, float]


def points(*pairs: Point) -> Line:
    return np.array(pairs, float)


def arc(centre: Point, radius: float, start: float, end: float) -> Line:
    """Part of a circle from *start* to *end*, in degrees clockwise from the right."""
    steps = max(8, round(abs(end - start) * max(radius, 6) / 90))
    turn = np.radians(np.linspace(start, end, steps + 1))
    return np.stack([centre[0] + radius * np.cos(turn), centre[1] + radius * np.sin(turn)], -1)


def circle(centre: Point, radius: float) -> Line:
    return arc(centre, radius, -90, 270)


def box(left: float, top: float, right: float, bottom: float) -> Line:
    return points((left, top), (right, top), (right, bottom), (left, bottom))


def rounded_box(left: float, top: float, right: float, bottom: float, radius: float) -> Line:
    corners = ((right, top, -1, 1, -90), (right, bottom, -1, -1, 0), (left, bottom, 1, -1, 90), (left, top, 1, 1, 180))
    arcs = [arc((x + sx * radius, y + sy * radius), radius, a, a + 90) for x, y, sx, sy, a in corners]
    return np.concatenate(arcs)


def regular(centre: Point, radius: float, corners: int, turn: float = -90) -> Line:
    angles = np.radians(turn + np.arange(corners) * 360 / corners)
    return np.stack([centre[0] + radius * np.cos(angles), centre[1] + radius * np.sin(angles)], -1)


def star(centre: Point, outer: float, inner: float, rays: int, turn: float = -90) -> Line:
    tips = regular(centre, outer, rays, turn)
    notches = regular(centre, inner, rays, turn + 180 / rays)
    return np.stack([tips, notches], 1).reshape(-1, 2)


def bezier(*controls: Point, steps: int = 28) -> Line:
    """Bézier's curve of any degree (de Casteljau)."""
    along = np.linspace(0, 1, steps + 1)[:, None, None]
    level = np.broadcast_to(np.array(controls, float), (steps + 1, len(controls), 2))
    while level.shape[1] > 1:
        level = level[:, :-1] * (1 - along) + level[:, 1:] * along
    return level[:, 0]


def path(text: str) -> Line:
    """A line in shorthand, as "1,2 5,2 C 6,2 7,3 7,4": from point to point, with a C before each three of a curve."""
    straight, *rest = ([_pair(each) for each in part.split()] for part in text.split("C"))
    line = np.array(straight, float)
    for part in rest:
        line = np.concatenate([line, bezier(tuple(line[-1]), *part[:3])[1:], np.array(part[3:], float).reshape(-1, 2)])
    return line


def _pair(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def smooth(*through: Point, steps: int = 12, closed: bool = False) -> Line:
    """A curve through all the points (Catmull and Rom's)."""
    knots = np.array(through, float)
    ends = (knots[-1:], knots[:2]) if closed else (2 * knots[:1] - knots[1:2], 2 * knots[-1:] - knots[-2:-1])
    knots = np.concatenate([ends[0], knots, ends[1]])
    a, b, c, d = (knots[k : len(knots) - 3 + k, None] for k in range(4))
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return np.concatenate([curve.reshape(-1, 2), knots[-2:-1]])


def rosette(centre: Point, radius: float, swing: float, lobes: float, phase: float = 0.0) -> Line:
    """A circle that swings in and out, as a rose engine turns it; *phase* in parts of a lobe."""
    turn = np.linspace(0, 2 * np.pi, max(240, round(14 * lobes * max(1.0, swing / 4))) + 1)
    reach = radius + swing * np.cos(lobes * turn + 2 * np.pi * phase)
    return np.stack([centre[0] + reach * np.sin(turn), centre[1] - reach * np.cos(turn)], -1)


def moved(line: Line, right: float, down: float) -> Line:
    return line + np.array((right, down))


def turned(line: Line, degrees: float, about: Point) -> Line:
    """*line* turned clockwise."""
    turn = np.radians(degrees)
    matrix = np.array(((np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))))
    return (line - np.array(about)) @ matrix + np.array(about)


def scaled(line: Line, factor: float, about: Point = (0.0, 0.0)) -> Line:
    return (line - np.array(about)) * factor + np.array(about)


def mirrored(line: Line, middle: float) -> Line:
    """*line* seen in a mirror standing upright at x = *middle*."""
    return np.stack([2 * middle - line[:, 0], line[:, 1]], -1)


def joined(*lines: Line) -> Line:
    return np.concatenate(lines)


def symmetrical(half: Line, middle: float) -> Line:
    """An outline of *half*, which runs from the middle to the middle, and its mirror image."""
    return np.concatenate([half, mirrored(half, middle)[::-1]])


def swelling(line: Line, thin: float, thick: float) -> np.ndarray:
    """Widths for *line* that grow from *thin* to *thick* in the middle and shrink again."""
    return thin + (thick - thin) * np.sin(np.linspace(0, np.pi, len(line))) ** 1.2

"""Strokes, dashes, arrows and hatchings on a surface of pixels."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin

import pygame

from game.desktop.theme import Colour

Points = Sequence[tuple[float, float]]
Dashes = tuple[float, ...]
"""Lengths of stroke and gap by turns, in widths of nothing: pixels. Empty for an unbroken line."""
HAIR = 1.6
"""Lines thinner than this are drawn as a single thread."""
THREAD = 0.8
"""Pixels between the threads of a thicker one."""
WIDE, MOST_THREADS = 5.0, 10


def stroke(surface: pygame.Surface, points: Points, colour: Colour, width: float, dashes: Dashes = ()) -> None:
    """A line through *points*, smooth at its edges and joints."""
    for piece in dashed(points, dashes) if dashes else (points,):
        if len(piece) > 1 and bounds([piece]).inflate(16, 16).colliderect(surface.get_rect()):
            _ribbon(surface, piece, colour, width)


def _ribbon(surface: pygame.Surface, points: Points, colour: Colour, width: float) -> None:
    """A strip of threads, filled where it is wide: single segments side by side would show as beads."""
    if width < HAIR:
        pygame.draw.aalines(surface, colour, False, points)
        return
    half, normals = (width - 1) / 2, _normals(points)
    if width > WIDE:
        edges = [_beside(points, normals, side * half) for side in (1, -1)]
        pygame.draw.polygon(surface, colour, [*edges[0], *reversed(edges[1])])
    threads = min(MOST_THREADS, ceil(2 * half / THREAD)) + 1
    for number in range(threads):
        away = half * (2 * number / (threads - 1) - 1)
        pygame.draw.aalines(surface, colour, False, _beside(points, normals, away))


def _beside(points: Points, normals: Points, away: float) -> list[tuple[float, float]]:
    return [(x + across * away, y + down * away) for (x, y), (across, down) in zip(points, normals, strict=True)]


def _normals(points: Points) -> list[tuple[float, float]]:
    """For each point the direction across the line there."""
    turns = []
    for (ax, ay), (bx, by) in pairwise(points):
        length = hypot(bx - ax, by - ay) or 1.0
        turns.append(((ay - by) / length, (bx - ax) / length))
    found = [turns[0]]
    for (ax, ay), (bx, by) in pairwise(turns):
        x, y = ax + bx, ay + by
        length = max(hypot(x, y), 0.6)  # at a sharp corner the strip stays near the line
        found.append((x / length * min(1.3, 2 / length), y / length * min(1.3, 2 / length)))
    return [*found, turns[-1]]


def dashed(points: Points, dashes: Dashes) -> Iterator[list[tuple[float, float]]]:
    """The strokes of a broken line: the lengths of *dashes* by turns drawn and left out."""
    turn, left, piece = 0, dashes[0], [points[0]]
    for one, other in pairwise(points):
        length, done = hypot(other[0] - one[0], other[1] - one[1]), 0.0
        while length - done > left:
            done += left
            share = done / length
            cut = (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
            if turn % 2 == 0:
                yield [*piece, cut]
            turn, piece = turn + 1, [cut]
            left = dashes[turn % len(dashes)]
        left -= length - done
        piece.append(other)
    if turn % 2 == 0 and len(piece) > 1:
        yield piece


def length_of(points: Points) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def along(points: Points, distance: float) -> tuple[float, float, float]:
    """The point so far along a line, and the direction there in radians; its ends go straight on."""
    for one, other in pairwise(points):
        length = hypot(other[0] - one[0], other[1] - one[1])
        if distance <= length and length:
            share = distance / length
            turn = atan2(other[1] - one[1], other[0] - one[0])
            return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share, turn
        distance -= length
    (ax, ay), (bx, by) = points[-2], points[-1]
    turn = atan2(by - ay, bx - ax)
    return bx + distance * cos(turn), by + distance * sin(turn), turn


def smooth(points: Points, rounds: int = 2) -> list[tuple[float, float]]:
    """A line with its corners cut (Chaikin), its ends kept."""
    found = list(points)
    for _ in range(rounds if len(found) > 2 else 0):
        cut = [found[0]]
        for (ax, ay), (bx, by) in pairwise(found):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        found = [*cut, found[-1]]
    return found


def arrow(surface: pygame.Surface, points: Points, colour: Colour, width: float, dashes: Dashes = ()) -> None:
    """A line with a barbed head at its end."""
    stroke(surface, points, colour, width, dashes)
    x, y, turn = along(points, length_of(points))
    long, wide = width * 5.5, width * 2.6
    back = [(x - long * cos(turn + lean), y - long * sin(turn + lean)) for lean in (0.42, 0, -0.42)]
    notch = (x - long * 0.62 * cos(turn), y - long * 0.62 * sin(turn))
    tip = (x + wide * 0.6 * cos(turn), y + wide * 0.6 * sin(turn))
    head = [tip, back[0], notch, back[2]]
    pygame.draw.polygon(surface, colour, head)
    pygame.draw.aalines(surface, colour, True, head)


def mask_of(size: tuple[int, int], rings: Sequence[Points]) -> pygame.Surface:
    """White where the rings lie, clear elsewhere."""
    mask = pygame.Surface(size, pygame.SRCALPHA, 32)
    mask.fill((255, 255, 255, 0))
    for ring in rings:
        pygame.draw.polygon(mask, (255, 255, 255, 255), list(ring))
        pygame.draw.aalines(mask, (255, 255, 255, 255), True, list(ring))
    return mask


def hatch(
    surface: pygame.Surface,
    rings: Sequence[Points],
    colour: Colour,
    veil: int,
    tile: pygame.Surface | None,
    ink: int,
    instead: bool = False,
) -> None:
    """Fill *rings* with a thin *colour* (its alpha is *veil*) and with *tile* over it, at the alpha *ink*.

    With *instead*, what was drawn there before is taken away first.
    """
    box = bounds(rings).clip(surface.get_rect()) if rings else pygame.Rect(0, 0, 0, 0)
    if box.w < 1 or box.h < 1:
        return
    moved = [[(x - box.x, y - box.y) for x, y in ring] for ring in rings]
    fill = pygame.Surface(box.size, pygame.SRCALPHA, 32)
    fill.fill((*colour, veil))
    if tile is not None and ink:
        drawn = tile.copy()
        drawn.fill((255, 255, 255, ink), special_flags=pygame.BLEND_RGBA_MULT)
        wide, tall = tile.get_size()
        for x in range(-(box.x % wide), box.w, wide):
            for y in range(-(box.y % tall), box.h, tall):
                fill.blit(drawn, (x, y))
    mask = mask_of(box.size, moved)
    fill.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    if instead:
        surface.blit(mask.premul_alpha(), box, special_flags=pygame.BLEND_RGBA_SUB)
    surface.blit(fill, box)


def bounds(rings: Sequence[Points]) -> pygame.Rect:
    """The pixels that rings cover."""
    across = [x for ring in rings for x, _ in ring]
    down = [y for ring in rings for _, y in ring]
    left, top = int(min(across)) - 1, int(min(down)) - 1
    return pygame.Rect(left, top, int(max(across)) + 2 - left, int(max(down)) + 2 - top)


def star(x: float, y: float, radius: float, spikes: int = 4) -> list[tuple[float, float]]:
    """A star's corners, one spike upwards."""
    corners = []
    for number in range(2 * spikes):
        reach = radius if number % 2 == 0 else radius * 0.42
        turn = pi * number / spikes - pi / 2
        corners.append((x + reach * cos(turn), y + reach * sin(turn)))
    return corners

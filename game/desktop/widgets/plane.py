"""The value plane: what every text is worth to one side, across, and to the other, upwards."""

from collections.abc import Iterator, MutableMapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, hypot

from attrs import field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas, Point
from game.desktop.lettering import Lettering, Style
from game.desktop.theme import GRID, NOTE, mixed
from game.desktop.widget import Mood, Spot, Widget
from game.desktop.widgets.labels import Label, Place, placed_labels

LEFT, FOOT, HEAD, SIDE = 44.0, 52.0, 32.0, 20.0
"""The room around the plane itself, for figures and titles."""
TEN = 10
FAINT, SMALL = Style(NOTE, "regular", "faded"), Style(NOTE)
CLOSE = 0.8
"""How far apart two points of the curve must lie to be told from each other, in points of both seats."""
HIT = 11.0
"""How far from a mark's middle the mouse still meets it."""


@frozen
class PlaneMark:
    """One text on the plane."""

    point: Point
    shape: str
    """square and disc are the offers of the first and of the second seat; diamond, ring and cross are other texts."""
    colour: str
    label: str = ""
    meaning: str = ""
    """What a click on it means; empty for what is only to be seen."""
    looks: str = ""
    named: bool = False
    """Whether its label is a name, which is always written, and not a number, which is left out in a crowd."""


@frozen
class Plane(Widget):
    """Marks, the curve beyond which no text goes, and the part of the plane that is better for both than no treaty."""

    titles: tuple[str, str]
    edge: Sequence[Point]
    waiting: Point
    marks: Sequence[PlaneMark]
    paths: Sequence[tuple[str, Sequence[Point]]] = ()
    """For each seat its colour and its offers in order."""
    reach: tuple[Point, Point] | None = None
    """From the end to the best text for both: what was left."""
    looked: int = -1
    """The place of the mark that is looked at."""
    label: str = ""
    value: str = ""
    less: str = ""
    more: str = ""
    remarks: tuple[str, str] = field(default=("better for both than no treaty", "no text is better for both"))
    """What the zone and the curve are called."""
    tall: float = 320.0
    _placed: MutableMapping[Box, Sequence[tuple[Label, Place]]] = field(factory=dict, eq=False, repr=False)
    """Where the labels stand, worked out once for a box: painting asks for it again and again."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.tall

    def area(self, box: Box) -> Box:
        """The plane itself, without figures and titles."""
        return Box(box.x + LEFT, box.y + HEAD, box.w - LEFT - SIDE, box.h - HEAD - FOOT)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The least and the most points shown, across and upwards: whole tens around everything there is."""
        points = [*self.edge, self.waiting, *(mark.point for mark in self.marks)]
        across, up = [x for x, _ in points], [y for _, y in points]
        return tuple(  # type: ignore[return-value]
            TEN * turn(value / TEN)
            for turn, value in ((floor, min(across)), (ceil, max(across)), (floor, min(up)), (ceil, max(up)))
        )

    @cached_property
    def curve(self) -> tuple[Point, ...]:
        """The frontier without points that lie closer together than the eye can tell."""
        kept: list[Point] = []
        for x, y in self.edge:
            if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) >= CLOSE:
                kept.append((x, y))
        return tuple(kept)

    def at(self, box: Box, point: Point) -> Point:
        """Where a pair of points lies on the page."""
        area, (left, right, low, high) = self.area(box), self.bounds
        x = area.x + area.w * (point[0] - left) / max(1, right - left)
        return x, area.bottom - area.h * (point[1] - low) / max(1, high - low)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        self._paint_zone(canvas, box)
        self._paint_grid(canvas, box)
        self._paint_curve(canvas, box)
        for colour, path in self.paths:
            self._paint_path(canvas, box, colour, path)
        if 0 <= self.looked < len(self.marks):
            self._paint_looked(canvas, box, self.marks[self.looked])
        for mark in self.marks:
            paint_mark(canvas, self.at(box, mark.point), mark.shape, mark.colour)
        self._paint_labels(canvas, box)

    def _paint_zone(self, canvas: Canvas, box: Box) -> None:
        inside = self.zone()
        if not inside:
            return
        corners = [self.waiting, *inside]
        shade = mixed(canvas.colour("panel"), canvas.colour("gold"), 0.2)
        canvas.shape([self.at(box, point) for point in corners], shade)

    def zone(self) -> list[Point]:
        """The stretch of the curve that is better for both than waiting, with its two ends on the lines of waiting."""
        x, y = self.waiting
        found = [point for point in self.curve if point[0] >= x and point[1] >= y]
        for one, other in pairwise(self.curve):
            if one[0] < x < other[0]:
                found.append((x, one[1] + (other[1] - one[1]) * (x - one[0]) / (other[0] - one[0])))
            if one[1] > y > other[1]:
                found.append((one[0] + (other[0] - one[0]) * (y - one[1]) / (other[1] - one[1]), y))
        return sorted(point for point in found if point[0] >= x and point[1] >= y)

    def _paint_grid(self, canvas: Canvas, box: Box) -> None:
        area, (left, right, low, high) = self.area(box), self.bounds
        faint = mixed(canvas.colour("panel"), canvas.colour("line"), 0.45)
        step = 2 * TEN
        for number in range(step * ceil(left / step), int(right) + 1, step):
            x, _ = self.at(box, (number, low))
            canvas.line((x, area.y), (x, area.bottom), faint, 0.8)
            canvas.label(str(number), (x, area.bottom + 22), FAINT, 0.5)
        for number in range(step * ceil(low / step), int(high) + 1, step):
            _, y = self.at(box, (left, number))
            canvas.line((area.x, y), (area.right, y), faint, 0.8)
            canvas.label(str(number), (area.x - GRID, y + 5), FAINT, 1)
        canvas.line((area.x, area.bottom), (area.right, area.bottom), "ink", 1.2)
        canvas.line((area.x, area.y), (area.x, area.bottom), "ink", 1.2)
        canvas.label(f"{self.titles[0]} →", (area.right, area.bottom + 44), Style(NOTE, "semibold", "first"), 1)
        canvas.label(f"↑ {self.titles[1]}", (box.x, box.y + 16), Style(NOTE, "semibold", "second"))

    def _paint_curve(self, canvas: Canvas, box: Box) -> None:
        area = self.area(box)
        canvas.curve([self.at(box, point) for point in self.curve], "ink", 2)
        x, y = self.at(box, self.waiting)
        canvas.line((x, area.y), (x, area.bottom), "first", 1.5)
        canvas.line((area.x, y), (area.right, y), "second", 1.5)
        if self.reach is not None:
            _dotted(canvas, self.at(box, self.reach[0]), self.at(box, self.reach[1]))

    def _paint_path(self, canvas: Canvas, box: Box, colour: str, path: Sequence[Point]) -> None:
        pale = mixed(canvas.colour("panel"), canvas.colour(colour), 0.45)
        canvas.curve([self.at(box, point) for point in path], pale, 1.2)

    def _paint_looked(self, canvas: Canvas, box: Box, mark: PlaneMark) -> None:
        """A ring around the mark that is looked at, and threads from it to both scales."""
        area, (x, y) = self.area(box), self.at(box, mark.point)
        canvas.line((x, y), (x, area.bottom), "gold", 1)
        canvas.line((area.x, y), (x, y), "gold", 1)
        canvas.dot((x, y), 15, mixed(canvas.colour("panel"), canvas.colour("gold"), 0.35))
        canvas.dot((x, y), 15, "gold", 2)

    def _paint_labels(self, canvas: Canvas, box: Box) -> None:
        if box not in self._placed:
            self._placed[box] = list(self._placing(box, canvas.lettering))
        for label, place in self._placed[box]:
            if place.far:
                canvas.line(label.point, place.box.centre, "line", 1)
                canvas.fill(place.box.inset(-2), "panel")
            canvas.label(label.text, (place.box.x, place.box.y + label.style.size * 0.86), label.style)

    def _placing(self, box: Box, lettering: Lettering) -> Iterator[tuple[Label, Place]]:
        marks = (self.at(box, mark.point) for mark in self.marks)
        taken = [*(Box(x - 7, y - 7, 14, 14) for x, y in marks), *self._lines(box)]
        return placed_labels(list(self._labels(box)), taken, self.area(box), lettering)

    def _lines(self, box: Box) -> Iterator[Box]:
        """What no label may cross: the curve and both lines of waiting."""
        area, (x, y) = self.area(box), self.at(box, self.waiting)
        yield Box(x - 1, area.y, 2, area.h)
        yield Box(area.x, y - 1, area.w, 2)
        for one, other in (*pairwise(self.curve), *([self.reach] if self.reach else [])):
            yield from (Box(x - 2, y - 2, 4, 4) for x, y in _along(self.at(box, one), self.at(box, other)))

    def _labels(self, box: Box) -> Iterator[Label]:
        """What is written on the plane, the most important first."""
        order = sorted(range(len(self.marks)), key=lambda n: (n != self.looked, not self.marks[n].named, -n))
        for number in order:
            mark = self.marks[number]
            face = "semibold" if mark.named or number == self.looked else "regular"
            if mark.label:
                yield Label(mark.label, self.at(box, mark.point), Style(NOTE, face, mark.colour), mark.named)
        zone, curve = self.remarks
        inner = self.waiting[0] + 0.3 * (max(x for x, _ in self.edge or [self.waiting]) - self.waiting[0])
        yield Label(zone, self.at(box, (inner, self.waiting[1])), Style(NOTE, "italic", "faded"), side=(1, -1))
        quarter = self.curve[len(self.curve) // 4] if self.curve else self.waiting
        yield Label(curve, self.at(box, quarter), Style(NOTE, "italic", "faded"), True, (1, -1))
        area, (x, y) = self.area(box), self.at(box, self.waiting)
        yield Label(f"waiting: {self.waiting[0]:.0f}", (x, area.y + 8), Style(NOTE, "regular", "first"))
        yield Label(f"waiting: {self.waiting[1]:.0f}", (area.x, y), Style(NOTE, "regular", "second"), True, (1, 0))

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        if self.less or self.more:
            yield Spot((box,), "", self.label, "stepper", self.value, self.less, self.more, key="plane")
        for mark in self.marks:
            if mark.meaning:
                x, y = self.at(box, mark.point)
                hit = Box(x - HIT, y - HIT, 2 * HIT, 2 * HIT)
                yield Spot((hit,), mark.meaning, mark.label, "arrow", looks=mark.looks, key=f"mark {mark.meaning}")


def paint_mark(canvas: Canvas, at: Point, shape: str, colour: str, size: float = 5.5) -> None:
    """One mark of the plane, or of the list beside it."""
    x, y = at
    if shape == "square":
        canvas.fill(Box(x - size, y - size, 2 * size, 2 * size), colour)
    elif shape == "disc":
        canvas.dot(at, size + 0.5, colour)
    elif shape == "ring":
        canvas.dot(at, size + 3.5, "panel")
        canvas.dot(at, size + 3.5, colour, 2.5)
        canvas.dot(at, size - 2, colour)
    elif shape == "cross":
        for side in (-1, 1):
            canvas.line((x - size, y - side * size), (x + size, y + side * size), colour, 2.5)
    else:
        canvas.shape([(x, y - size - 2), (x + size + 2, y), (x, y + size + 2), (x - size - 2, y)], colour)


def _dotted(canvas: Canvas, one: Point, other: Point) -> None:
    """A dotted line, a dot every eight logical pixels."""
    for point in list(_along(one, other))[1:-1]:
        canvas.dot(point, 1.6, "ink")


def _along(one: Point, other: Point) -> Iterator[Point]:
    """Points on the way from *one* to the *other*, both with them, every eight logical pixels."""
    steps = max(1, int(max(abs(other[0] - one[0]), abs(other[1] - one[1])) // GRID))
    for step in range(steps + 1):
        share = step / steps
        yield one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


@frozen
class MarkKey(Widget):
    """One mark by itself, in the list beside the plane."""

    shape: str
    colour: str

    def height(self, width: float, lettering: Lettering) -> float:
        return lettering.height(SMALL)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        paint_mark(canvas, (box.x + box.w / 2, box.y + canvas.lettering.height(SMALL) / 2), self.shape, self.colour)

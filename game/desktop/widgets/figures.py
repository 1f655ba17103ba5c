"""Widgets of figures: meters, ledgers, ladders, chances."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Line, Span, Style
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Mood, Spot, Widget

_SMALL, _FAINT = Style(NOTE), Style(NOTE, "regular", "faded")


@frozen
class Gauge(Widget):
    """A meter: its title and the name of its stretch above a scale, with a mark where it stood before."""

    title: str
    level: int
    low: int
    high: int
    band: str = ""
    was: int | None = None
    meaning: str = ""
    blurred: bool = False
    """Whether the level is only a guess."""

    def height(self, width: float, lettering: Lettering) -> float:
        lines = len(self._title(width, lettering)) + (not self._beside(width, lettering))
        return lettering.height(_SMALL) * lines + 2 * GRID

    def _beside(self, width: float, lettering: Lettering) -> bool:
        """Whether the figure leaves the title enough of its line; else it stands below."""
        return lettering.width(self.figure(), _FAINT) <= 0.6 * width

    def _title(self, width: float, lettering: Lettering) -> tuple[Line, ...]:
        """The title in as many lines as it needs."""
        taken = lettering.width(self.figure(), _FAINT) + GRID if self._beside(width, lettering) else 0
        return lettering.lines((Span(self.title, Style(NOTE, "semibold")),), width - taken)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y = box.y
        for line in self._title(box.w, canvas.lettering):
            canvas.write(line, box.x, y)
            y += line.height
        top = box.y if self._beside(box.w, canvas.lettering) else y
        canvas.label(self.figure(), (box.right, top + canvas.lettering.ascent(_SMALL)), _FAINT, 1)
        track = Box(box.x, max(y, top + canvas.lettering.height(_SMALL)) + 2, box.w, 8)
        canvas.fill(track, "line", 0.35, 4)
        canvas.fill(Box(track.x, track.y, track.w * self._share(self.level), track.h), "gold", 1, 4)
        if self.was is not None and self.was != self.level:
            x = track.x + track.w * self._share(self.was)
            canvas.line((x, track.y - 3), (x, track.bottom + 3), "ink", 2)

    def figure(self) -> str:
        """The level in words."""
        about = "about " if self.blurred else ""
        moved = f"  ({self.level - self.was:+d})" if self.was not in (None, self.level) and self.was is not None else ""
        return f"{self.band + ' ' if self.band else ''}{about}{self.level}{moved}"

    def _share(self, level: int) -> float:
        return max(0.0, min(1.0, (level - self.low) / max(1, self.high - self.low)))

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        if self.meaning:
            value = f"{self.figure()}, from {self.low} to {self.high}"
            yield Spot((box,), self.meaning, self.title, "link", value, note="What it means, and what moves it")


@frozen
class Price(Widget):
    """What something costs: for each meter its picture, or its title where there is none, and the amount."""

    cost: Sequence[tuple[str, str, int]]
    """The picture's name, the meter's title, the amount."""
    colour: str = "ink"

    def height(self, width: float, lettering: Lettering) -> float:
        return lettering.height(_SMALL)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        """From the right, so that prices stand below each other."""
        x, base = box.right, box.y + canvas.lettering.ascent(_SMALL)
        for picture, title, amount in reversed(self.cost):
            figure = f"{amount}" if picture else f"{title} {amount}"
            style = Style(NOTE, "semibold", self.colour)
            canvas.label(figure, (x, base), style, 1)
            x -= canvas.lettering.width(figure, style) + 4
            if picture:
                canvas.picture(picture, Box(x - 18, box.y + (box.h - 18) / 2, 18, 18), self.colour)
                x -= 18
            x -= GRID

    def spoken(self) -> str:
        return ", ".join(f"{title} {amount}" for _, title, amount in self.cost)


def _opened(text: str) -> str:
    """*text* as a line begins: with a capital."""
    return text[:1].upper() + text[1:]


@frozen
class LedgerRow:
    """One reason for points."""

    words: str
    points: float
    meaning: str = ""


WEIGHTY = 10.0
"""Points that fill a bar where no row has more: a tenth of a point of a hundred shall not look like much."""


@frozen
class Ledger(Widget):
    """Reasons with their points as bars around nought, and their sum: no figure stands alone."""

    rows: Sequence[LedgerRow]
    total: str = ""
    """What the sum is called; empty to leave it out."""
    signed: bool = True

    def _scale(self) -> float:
        return max(WEIGHTY, *(abs(row.points) for row in self.rows))

    def _tall(self, row: LedgerRow, width: float, lettering: Lettering) -> float:
        return sum(line.height for line in self._lines(row, width, lettering)) + 6

    def _lines(self, row: LedgerRow, width: float, lettering: Lettering) -> tuple[Line, ...]:
        return lettering.lines((Span(_opened(row.words), _SMALL),), width - self._bar(width) - 72)

    def _bar(self, width: float) -> float:
        return min(120.0, width * 0.28)

    def height(self, width: float, lettering: Lettering) -> float:
        rows = sum(self._tall(row, width, lettering) for row in self.rows)
        return rows + (lettering.height(_SMALL) + GRID if self.total else 0)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y, bar = box.y, self._bar(box.w)
        nought, reach = self._nought(box.right - 64 - bar, bar)
        for row in self.rows:
            tall = self._tall(row, box.w, canvas.lettering)
            line_y = y
            for line in self._lines(row, box.w, canvas.lettering):
                canvas.write(line, box.x, line_y)
                line_y += line.height
            base = y + canvas.lettering.ascent(_SMALL)
            length = reach * abs(row.points) / self._scale()
            left = nought if row.points >= 0 else nought - length
            canvas.fill(Box(left, base - 10, max(1.0, length), 9), "ink" if row.points >= 0 else "warn")
            canvas.line((nought, y), (nought, y + tall), "line", 0.8)
            canvas.label(f"{row.points:+.1f}" if self.signed else f"{row.points:.1f}", (box.right, base), _SMALL, 1)
            y += tall
        if self.total:
            canvas.line((box.x, y + 2), (box.right, y + 2), "ink")
            base = y + GRID / 2 + canvas.lettering.ascent(_SMALL)
            total = sum(row.points for row in self.rows)
            canvas.label(_opened(self.total), (box.x, base), Style(NOTE, "semibold"))
            text = f"{total:+.1f}" if self.signed else f"{total:.1f}"
            canvas.label(text, (box.right, base), Style(NOTE, "semibold"), 1)

    def _nought(self, left: float, bar: float) -> tuple[float, float]:
        """Where nought stands in a bar that begins at *left*, and how long the longest row may be from there."""
        if all(row.points >= 0 for row in self.rows):
            return left, bar
        return left + bar / 2, bar / 2

    def spoken(self) -> str:
        rows = "; ".join(f"{row.words} {row.points:+.1f}" for row in self.rows)
        total = f"; {self.total} {sum(row.points for row in self.rows):+.1f}" if self.total else ""
        return rows + total


@frozen
class Rungs(Widget):
    """A ladder: a dot for each option, and on the dots the marks of what stands there.

    The marks differ in shape as well as in colour: a square for the status quo, a disc for the draft, a flag to the
    left for the first seat's offer and to the right for the second's.
    """

    count: int
    draft: int | None
    status_quo: int
    offers: Mapping[int, int] = field(factory=dict)
    """For a side, 0 or 1, the rung that its offer stands on."""
    limit: int | None = None
    """The furthest rung of the envoy's instructions, and on which side they end."""
    side: int = 0

    def height(self, width: float, lettering: Lettering) -> float:
        return 4 * GRID

    def x(self, box: Box, rung: float) -> float:
        """Where a rung stands."""
        reach = box.w - 24
        return box.x + 12 + (reach * rung / (self.count - 1) if self.count > 1 else reach / 2)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y = box.centre[1]
        canvas.line((self.x(box, 0), y), (self.x(box, self.count - 1), y), "line", 1)
        if self.limit is not None:
            self._paint_limit(canvas, box, y)
        for rung in range(self.count):
            canvas.dot((self.x(box, rung), y), 3, "line")
        x = self.x(box, self.status_quo)
        canvas.frame(Box(x - 5, y - 5, 10, 10), "faded", 1.5)
        if self.draft is not None:
            canvas.dot((self.x(box, self.draft), y), 6.5, "ink")
        for side, rung in self.offers.items():
            canvas.flag(self.x(box, rung), y, side)

    def _paint_limit(self, canvas: Canvas, box: Box, y: float) -> None:
        """Beyond the instructions the line is dotted with gold strokes."""
        assert self.limit is not None
        first, last = (self.limit, self.count - 1) if self.side == 0 else (0, self.limit)
        for rung in range(first, last):
            middle = self.x(box, rung + 0.5)
            canvas.line((middle - 3, y - 5), (middle + 3, y + 5), "gold", 1.5)


@frozen
class Chance(Widget):
    """A likelihood as a band with what chance may change, and the threshold it has to pass."""

    title: str
    low: float
    middle: float
    high: float
    threshold: float = 50.0
    words: str = ""
    meaning: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return lettering.height(_SMALL) + 2.5 * GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        tall, base = canvas.lettering.height(_SMALL), box.y + canvas.lettering.ascent(_SMALL)
        canvas.label(self.title, (box.x, base), Style(NOTE, "semibold"))
        canvas.label(self.words, (box.right, base), _FAINT, 1)
        track = Box(box.x, box.y + tall + 2, box.w, 12)
        canvas.frame(track, "line")
        left, right = (track.x + track.w * max(0.0, min(100.0, each)) / 100 for each in (self.low, self.high))
        canvas.fill(Box(left, track.y, max(2.0, right - left), track.h), "gold", 0.45)
        middle = track.x + track.w * max(0.0, min(100.0, self.middle)) / 100
        canvas.line((middle, track.y - 2), (middle, track.bottom + 2), "ink", 2.5)
        bar = track.x + track.w * self.threshold / 100
        canvas.line((bar, track.y - 4), (bar, track.bottom + 4), "first", 1.5)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        if self.meaning:
            yield Spot((box,), self.meaning, self.title, "link", self.words, note="Faction by faction, with the points")

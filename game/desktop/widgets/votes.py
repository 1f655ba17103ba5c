"""Widgets of a vote: a faction divided into ayes and noes, and the tally that grows to the threshold."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.theme import GRID, LEAD, NOTE, mixed
from game.desktop.widget import Mood, Spot, Widget

_SMALL, _FAINT = Style(NOTE), Style(NOTE, "regular", "faded")
THICK = 3.5 * GRID


@frozen
class Division(Widget):
    """Ayes from the left and noes from the right, with both numbers beside them; the noes are hatched."""

    ayes: float
    """The share that is for it, 0 to 1."""
    colour: str
    size: float = 1.0
    """Its length beside the longest there is, so that a large faction has a long bar."""

    def height(self, width: float, lettering: Lettering) -> float:
        return THICK

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        left, right = box.x + 44, box.right - 44
        tall = min(box.h, THICK)
        track = Box(left, box.y + (box.h - tall) / 2, max(24.0, (right - left) * self.size), tall)
        filled = Box(track.x, track.y, track.w * self.ayes * mood.moved, track.h)
        canvas.tiles("hatch-1.png", track, "line")
        canvas.fill(filled, self.colour)
        canvas.frame(track, "line")
        base = box.centre[1] + NOTE * 0.35
        ayes = round(100 * self.ayes)
        canvas.label(f"{ayes}", (left - GRID, base), Style(NOTE, "semibold"), 1)
        canvas.label(f"{100 - ayes}", (track.right + GRID, base), _FAINT)

    def spoken(self) -> str:
        return f"{round(100 * self.ayes)} in a hundred for it, {100 - round(100 * self.ayes)} against"


@frozen
class Tally(Widget):
    """All votes added up, faction by faction, along a scale to a hundred with the threshold on it."""

    brought: Sequence[float]
    """Per cent of all votes that each faction brings."""
    support: float
    """Per cent in favour once the vote was taken, chance and all."""
    threshold: float
    colour: str

    def height(self, width: float, lettering: Lettering) -> float:
        return 5 * GRID + lettering.height(_SMALL) + lettering.height(Style(LEAD))

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        line = canvas.lettering.height(_SMALL)
        track = Box(box.x, box.y + line + 4, box.w, 3 * GRID)
        canvas.fill(track, "line", 0.35)
        self._paint_parts(canvas, track, mood.moved)
        canvas.frame(track, "line")
        self._paint_threshold(canvas, track, box.y + canvas.lettering.ascent(_SMALL))
        if mood.moved >= 1:
            self._paint_support(canvas, track)

    def _paint_parts(self, canvas: Canvas, track: Box, moved: float) -> None:
        """Neighbours differ in shade, so that each faction's share is seen."""
        reach, x = sum(self.brought) * moved, 0.0
        for number, part in enumerate(self.brought):
            shade = mixed(canvas.colour(self.colour), canvas.colour("panel"), 0.28 * (number % 2))
            end = min(x + part, reach)
            if end > x:
                canvas.fill(Box(track.x + track.w * x / 100, track.y, track.w * (end - x) / 100, track.h), shade)
            x += part

    def _paint_threshold(self, canvas: Canvas, track: Box, base: float) -> None:
        x = track.x + track.w * self.threshold / 100
        canvas.line((x, track.y - 4), (x, track.bottom + 4), "ink", 2.5)
        canvas.label(f"it takes {self.threshold:.0f} %", (x, base), Style(NOTE, "semibold"), 0.5)

    def _paint_support(self, canvas: Canvas, track: Box) -> None:
        """Where the vote stood once it was taken: a flag below the scale."""
        x = track.x + track.w * max(0.0, min(100.0, self.support)) / 100
        y = track.bottom + 4
        canvas.shape([(x, y), (x - 7, y + 10), (x + 7, y + 10)], "ink")
        words, style = f"{self.support:.0f} % in favour", Style(LEAD, "semibold")
        half = canvas.lettering.width(words, style) / 2
        middle = max(track.x + half, min(track.right - half, x))
        canvas.label(words, (middle, y + 10 + LEAD), style, 0.5)

    def spoken(self) -> str:
        return f"{self.support:.0f} % in favour; it takes {self.threshold:.0f} %"


@frozen
class Late(Widget):
    """Something without parts that is seen once what moves on the page has come to rest."""

    part: Widget

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width, lettering)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        if mood.moved >= 1:
            self.part.paint(canvas, box, mood)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        return self.part.spots(box, lettering)

    def spoken(self) -> str:
        return self.part.spoken()

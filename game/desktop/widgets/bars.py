"""Bars from nought: a share of a whole, also one that is known only as a range."""

from collections.abc import Iterator

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering
from game.desktop.theme import GRID
from game.desktop.widget import Mood, Widget

STROKES = 7.0
"""Logical pixels between the strokes of what is uncertain."""


@frozen
class Bar(Widget):
    """Solid as far as it is at least, hatched as far as it may be."""

    low: float
    high: float
    most: float
    """What the whole length stands for."""
    colour: str = "ink"
    surely: float | None = None
    """Where the whole itself ends at least, when it too is a range: a tick stands there."""

    def height(self, width: float, lettering: Lettering) -> float:
        return 1.5 * GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        track = Box(box.x, box.y + (box.h - 1.25 * GRID) / 2, box.w, 1.25 * GRID)
        canvas.fill(track, "line", 0.28)
        low, high = (track.x + track.w * self._share(each) for each in (self.low, self.high))
        canvas.fill(Box(track.x, track.y, low - track.x, track.h), self.colour)
        if high - low >= 1:
            self._hatch(canvas, Box(low, track.y, high - low, track.h))
        if self.surely is not None and self.surely < self.most:
            x = track.x + track.w * self._share(self.surely)
            canvas.line((x, track.y - 3), (x, track.bottom + 3), "faded", 1.5)

    def _share(self, amount: float) -> float:
        return max(0.0, min(1.0, amount / self.most)) if self.most else 0.0

    def _hatch(self, canvas: Canvas, box: Box) -> None:
        with canvas.within(box):
            for x in _steps(box.x - box.h, box.right, STROKES):
                canvas.line((x, box.bottom), (x + box.h, box.y), self.colour, 1.5)
        canvas.frame(box, self.colour)


def _steps(first: float, last: float, step: float) -> Iterator[float]:
    while first < last:
        yield first
        first += step

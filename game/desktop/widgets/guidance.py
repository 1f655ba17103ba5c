"""The guide's words: a strip along the foot of the page, and the ring around what they speak of."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Span, Style
from game.desktop.theme import BODY, GRID, MARGIN, NOTE
from game.desktop.widget import Mood, Widget
from game.desktop.widgets.layout import Cell, Gap, Middle, Row
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Words

SPOKEN = Style(BODY, "italic")
LEAVE = "Leave the guide"
MEASURE = 880.0
"""The width of the guide's lines at most."""
WAYS = 12
"""Into so many parts the foot of a ring is divided to find a free way down."""


@frozen
class Guidance(Widget):
    """What the guide says, with a way to have heard it and one to be rid of it."""

    text: str
    heard: str
    """What pressing `Got it` means."""

    def _row(self, width: float, lettering: Lettering) -> Row:
        found = Button("Got it", self.heard, "gold", "The guide’s next words, when their moment comes")
        leave = Button(LEAVE, "guide leave", note="Play on alone; F1 still explains everything")
        pressed = [Cell(Middle(each, each.wide(lettering)), each.wide(lettering)) for each in (found, leave)]
        room = width - sum(cell.width + GRID for cell in pressed)
        told = Words((Span("GUIDE  ", Style(NOTE, "semibold", "gold")), Span(self.text, SPOKEN)))
        wide = min(MEASURE, room)
        return Row([Cell(Middle(told, wide), wide), Cell(Gap(0)), *pressed], GRID)

    def height(self, width: float, lettering: Lettering) -> float:
        inner = width - 2 * MARGIN
        return self._row(inner, lettering).height(inner, lettering) + 2 * GRID

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self._row(box.w - 2 * MARGIN, lettering), box.inset(MARGIN, GRID)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "panel")
        if canvas.palette.textured:
            canvas.tiles("panel.jpg", box)
        canvas.line((box.x, box.y), (box.right, box.y), "gold", 2)


def point_at(canvas: Canvas, strip: Box, spot: Box, others: Sequence[Box]) -> None:
    """A ring around *spot*, and a faint line down to the guide's *strip* that crosses as few *others* as it can."""
    ring = spot.inset(-5)
    canvas.frame(ring, "panel", 5, 6)
    canvas.frame(ring, "gold", 3, 6)
    x = _free(ring, strip, others)
    canvas.fill(Box(x - 1, ring.bottom, 2, max(0.0, strip.y - ring.bottom)), "gold", 0.5)
    canvas.dot((x, strip.y), 4, "gold")


def _free(ring: Box, strip: Box, others: Sequence[Box]) -> float:
    """Where below *ring* the way down is free, as near to its middle as possible."""
    below = [each.inset(-4, 0) for each in others if ring.bottom <= each.y < strip.y]
    inner = ring.inset(min(2 * GRID, ring.w / 2), 0)
    places = [inner.x + inner.w * part / WAYS for part in range(WAYS + 1)]
    return min(places, key=lambda x: (sum(each.x <= x < each.right for each in below), abs(x - ring.centre[0])))

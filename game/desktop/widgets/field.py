"""A field to type in."""

from collections.abc import Iterator

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.theme import BODY, GRID
from game.desktop.widget import Mood, Spot, Widget
from game.desktop.widgets.press import ROUND, TALL


@frozen
class Field(Widget):
    """What is typed while it has the focus goes to the screen's `typed`, under its key."""

    key: str
    label: str
    text: str
    hint: str = ""
    """What stands there, faintly, while it is empty."""
    meaning: str = ""
    """What Enter means in it; empty for nothing."""
    note: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return TALL

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "panel", round_by=ROUND)
        canvas.frame(box, "ink", round_by=ROUND)
        style = Style(BODY, "regular", "ink" if self.text else "faded")
        base = box.y + TALL / 2 + BODY * 0.35
        with canvas.within(box.inset(GRID, 0)):
            canvas.label(self.text or self.hint, (box.x + (1.5 if self.text else 2.5) * GRID, base), style)
            end = box.x + 1.5 * GRID + canvas.lettering.width(self.text, style) + 1
            canvas.line((end, box.y + 9), (end, box.bottom - 9), "focus", 1.5)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.label, "field", self.text, note=self.note or self.label, key=self.key)

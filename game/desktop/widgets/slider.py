"""A line of steps with a thumb on one of them: a place in a record."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Mood, Spot, Widget

EDGE = 10.0
"""How far the line stays away from the box's sides, so that the thumb has room."""
FAINT = Style(NOTE, "regular", "faded")


@frozen
class Slider(Widget):
    """The left and right keys move its thumb; every step can be clicked."""

    label: str
    place: int
    count: int
    """How many steps there are; the places run from 0."""
    value: str
    """Where the thumb stands, in words."""
    verb: str
    """What a click on a place means, followed by the place."""
    less: str = ""
    more: str = ""
    marks: Mapping[int, str] = field(factory=dict)
    """Places with a tick and a short word below it, such as the first step of each turn."""

    def height(self, width: float, lettering: Lettering) -> float:
        return 3 * GRID + lettering.height(FAINT)

    def x(self, box: Box, place: float) -> float:
        """Where a place stands."""
        return box.x + EDGE + (box.w - 2 * EDGE) * place / max(1, self.count - 1)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y = box.y + 1.5 * GRID
        canvas.line((self.x(box, 0), y), (self.x(box, self.count - 1), y), "line", 3)
        canvas.line((self.x(box, 0), y), (self.x(box, self.place), y), "gold", 3)
        self._paint_marks(canvas, box, y)
        lively = self.name in mood.hover or self.name == mood.focus
        canvas.dot((self.x(box, self.place), y), 9 if lively else 8, "ink")
        canvas.dot((self.x(box, self.place), y), 3, "panel")

    def _paint_marks(self, canvas: Canvas, box: Box, y: float) -> None:
        """The ticks; words that would run into the one before are left out."""
        base, free = box.y + 3 * GRID + canvas.lettering.ascent(FAINT), box.x - GRID
        for place, word in self.marks.items():
            x = self.x(box, place)
            canvas.line((x, y - 6), (x, y + 6), "line", 1.5)
            width = canvas.lettering.width(word, FAINT)
            left = min(max(box.x, x - width / 2), box.right - width)
            if left >= free + GRID:
                canvas.label(word, (left, base), FAINT)
                free = left + width

    @property
    def name(self) -> str:
        return f"slider {self.verb}"

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), "", self.label, "stepper", self.value, self.less, self.more, key=self.name)
        half = (box.w - 2 * EDGE) / max(1, self.count - 1) / 2
        for place in range(self.count):
            left, right = max(box.x, self.x(box, place) - half), min(box.right, self.x(box, place) + half)
            here, meaning = Box(left, box.y, right - left, box.h), f"{self.verb} {place}"
            yield Spot((here,), meaning, "", "arrow", key=f"on {self.name}: {place}")

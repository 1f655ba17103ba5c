"""Widgets of pictures: seals, medallions, patterns."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.pictures import Pictures
from game.desktop.theme import GRID
from game.desktop.widget import Mood, Spot, Widget


@frozen
class Picture(Widget):
    """A picture of a size, in the middle of its box; what it shows is said in *words*."""

    name: str
    size: tuple[float, float]
    words: str = ""
    tint: str = ""
    at: float = 0.5

    def height(self, width: float, lettering: Lettering) -> float:
        return self.size[1]

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        wide, tall = self.size
        place = Box(box.x + self.at * (box.w - wide), box.y + (box.h - tall) / 2, wide, tall)
        canvas.picture(self.name, place, self.tint)

    def spoken(self) -> str:
        return self.words


@frozen
class Medallion(Widget):
    """A person as a round engraving; one of whom there is none has initials on a blank."""

    name: str
    size: float
    initials: str = ""
    """What is written on a blank medallion; empty when the picture says it."""
    tint: str = "ink"
    """The colour of the initials."""
    words: str = ""
    """Who it is, for those who hear the page."""
    meaning: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.size

    def _place(self, box: Box) -> Box:
        return Box(box.x, box.y + (box.h - self.size) / 2, self.size, self.size)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        place = self._place(box)
        canvas.picture(self.name, place)
        if self.initials:
            size = max(8, round(self.size * 0.34))
            canvas.label(self.initials, (place.centre[0], place.centre[1] + size * 0.35), self._style(size), 0.5)
        if self.meaning and mood.hover == self.meaning:
            canvas.dot(place.centre, self.size / 2 + 1, "gold", 2)

    def _style(self, size: int) -> Style:
        return Style(size, "semibold", self.tint)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        if self.meaning:
            yield Spot((self._place(box),), self.meaning, self.words, "link", note=f"{self.words}: who that was")

    def spoken(self) -> str:
        return "" if self.meaning else self.words


@frozen
class Border(Widget):
    """A strip of an ornament from edge to edge, such as a side's pattern."""

    name: str
    tint: str
    tall: float = 2 * GRID
    ratio: float = 8.0
    """The picture's width beside its height."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.tall

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        wide = box.h * self.ratio
        with canvas.within(box):
            for number in range(int(box.w // wide) + 1):
                canvas.picture(self.name, Box(box.x + number * wide, box.y, wide, box.h), self.tint)


@frozen
class Dotted(Widget):
    """A line of dots across, as where a form is torn off."""

    colour: str = "line"

    def height(self, width: float, lettering: Lettering) -> float:
        return GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        for number in range(int(box.w // GRID) + 1):
            canvas.dot((box.x + number * GRID, box.centre[1]), 1.2, self.colour)


@frozen
class Thumbnail(Widget):
    """A picture from a file, of a size, at the left of its box; an empty frame where there is no such file."""

    path: Path
    size: tuple[float, float]

    def height(self, width: float, lettering: Lettering) -> float:
        return self.size[1]

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        place = Box(box.x, box.y, *self.size)
        if self.path.is_file():
            Canvas(canvas.surface, canvas.lettering, canvas.palette, Pictures(self.path.parent)).picture(
                self.path.name, place
            )
        canvas.frame(place, "line")


@frozen
class Paper(Widget):
    """The paper a page is written on."""

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "paper")
        if canvas.palette.textured:
            canvas.tiles("paper.jpg", box)

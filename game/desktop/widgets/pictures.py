"""Widgets of pictures: seals, medallions, patterns."""

from pathlib import Path

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering
from game.desktop.pictures import Pictures
from game.desktop.widget import Mood, Widget


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

"""The cover: the map of the valley under the title."""

from collections.abc import Iterator

from attrs import frozen

from game.content.assets import assets_folder
from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering
from game.desktop.pictures import Pictures
from game.desktop.theme import GRID
from game.desktop.widget import Mood, Widget

PICTURE = "ili-valley.jpg"
SHARE = 1536 / 2400
"""The picture's height beside its width."""


@frozen
class Cover(Widget):
    """The valley of the Ili, filling the page behind a double neat line, and the two seals at its foot."""

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        wide = max(box.w, box.h / SHARE)
        place = Box(box.x + (box.w - wide) / 2, box.y + (box.h - wide * SHARE) / 2, wide, wide * SHARE)
        with canvas.within(box):
            Canvas(canvas.surface, canvas.lettering, canvas.palette, _map_pictures()).picture(PICTURE, place)
        inner = box.inset(2 * GRID)
        canvas.frame(inner, "ink", 2)
        canvas.frame(inner.inset(5), "ink", 1)
        canvas.picture("seal-qing.png", Box(inner.x + 4 * GRID, inner.bottom - 20 * GRID, 15 * GRID, 15 * GRID))
        canvas.picture("seal-russia.png", Box(inner.x + 21 * GRID, inner.bottom - 20 * GRID, 15 * GRID, 15 * GRID))


@frozen
class Cartouche(Widget):
    """A part in the frame of an old map's title."""

    part: Widget
    pad: float = 4 * GRID

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - 2 * self.pad, lettering) + 2 * self.pad

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box.inset(self.pad)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "panel")
        canvas.nine("frame.png" if not canvas.palette.textured else "cartouche.png", box, 32)


_SHELF: list[Pictures] = []


def _map_pictures() -> Pictures:
    """The pictures of the map's folder, opened the first time they are wanted."""
    if not _SHELF:
        _SHELF.append(Pictures(assets_folder() / "map"))
    return _SHELF[0]

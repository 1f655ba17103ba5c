"""What stands on a map in a frame of its own: title, scale, the meaning of every sign; and the knobs that move it."""

from collections.abc import Iterator, Mapping, Sequence

import pygame
from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.map.camera import Camera
from game.desktop.map.ink import arrow, hatch, stroke
from game.desktop.map.lit import DIVIDED
from game.desktop.map.overlay import BOUND, FRONTIERS, HATCHES, TILE, UNKNOWN, frontier_colour, frontier_width, pennant
from game.desktop.map.symbols import symbol
from game.desktop.map.tints import tints_of
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Mood, Spot, Widget

SWATCH = (44.0, 20.0)
SMALL = Style(NOTE)
KNOB = 36.0
CORNER = 32
"""Logical pixels of a cartouche's corners."""


@frozen
class Key(Widget):
    """One sign and what it means: `land 0`, `edge C`, `frontier 1881`, `place draft`, `road`, `march 0`, `post 1`."""

    sign: str
    words: str

    def height(self, width: float, lettering: Lettering) -> float:
        return max(24.0, lettering.height(SMALL))

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        wide, tall = SWATCH
        swatch = Box(box.x, box.y + (box.h - tall) / 2, wide, tall)
        kind, _, which = self.sign.partition(" ")
        _SIGNS[kind](canvas, swatch, which)
        canvas.label(self.words, (swatch.right + GRID, box.y + box.h / 2 + NOTE * 0.35), SMALL)

    def spoken(self) -> str:
        return ""


def _land(canvas: Canvas, box: Box, which: str) -> None:
    """A piece of land: its side, then `draft`, `offer`, `now`, or nothing for all of them."""
    number, _, strength = which.partition(" ")
    side = int(number)
    tints = tints_of(canvas.palette)
    colour = tints.divided if side == DIVIDED else tints.seats[side]
    rect = canvas.rect(box)
    ring = [rect.topleft, rect.topright, rect.bottomright, rect.bottomleft]
    size = round(TILE * canvas.scale)
    tile = canvas.pictures.tinted(HATCHES[side], size, size, colour)
    if strength not in ("now", "bound"):
        hatch(canvas.surface, [ring], colour, 0 if strength == "offer" else 54, tile, 170)
    if strength in ("", "draft"):
        canvas.frame(box, colour, 1.5)
    if strength in ("now", "bound"):
        dashes = tuple(each * canvas.scale for each in (BOUND if strength == "bound" else (1.5, 5.0)))
        stroke(canvas.surface, [*ring, ring[0]], colour, 1.6 * canvas.scale, dashes)


def _edge(canvas: Canvas, box: Box, which: str) -> None:
    dashes = (9 * canvas.scale, 6 * canvas.scale) if which == "C" else ()
    ends = [canvas.pixel((box.x, box.centre[1])), canvas.pixel((box.right, box.centre[1]))]
    stroke(canvas.surface, ends, canvas.colour("ink"), 2.2 * canvas.scale, dashes)


def _frontier(canvas: Canvas, box: Box, year: str) -> None:
    ends = [canvas.pixel((box.x, box.centre[1])), canvas.pixel((box.right, box.centre[1]))]
    dashes = tuple(each * canvas.scale for each in FRONTIERS.get(year, UNKNOWN))
    width = frontier_width(year) * canvas.scale
    stroke(canvas.surface, ends, frontier_colour(tints_of(canvas.palette), year), width, dashes)


def _place(canvas: Canvas, box: Box, mark: str) -> None:
    drawn = symbol("town", 2, (mark,) if mark else (), tints_of(canvas.palette), canvas.scale * 0.8)
    canvas.surface.blit(drawn, drawn.get_rect(center=canvas.pixel(box.centre)))


def _road(canvas: Canvas, box: Box, which: str) -> None:
    tints = tints_of(canvas.palette)
    ends = [canvas.pixel((box.x, box.centre[1])), canvas.pixel((box.right, box.centre[1]))]
    if which == "draft":
        for width, colour in ((6.5, tints.gold), (3.6, tints.halo), (1.6, tints.ink)):
            stroke(canvas.surface, ends, colour, width * canvas.scale)
        return
    stroke(canvas.surface, ends, tints.ink, 1.6 * canvas.scale, (10 * canvas.scale, 4 * canvas.scale))


def _march(canvas: Canvas, box: Box, side: str) -> None:
    ends = [canvas.pixel((box.x, box.centre[1])), canvas.pixel((box.right - 3, box.centre[1]))]
    arrow(canvas.surface, ends, tints_of(canvas.palette).seats[int(side)], 3.2 * canvas.scale)


def _post(canvas: Canvas, box: Box, side: str) -> None:
    x, y = canvas.pixel((box.x + 16, box.bottom))
    pennant(canvas.surface, (x, y), tints_of(canvas.palette).seats[int(side)], canvas.colour("ink"), canvas.scale * 0.9)


_SIGNS = {
    "land": _land,
    "edge": _edge,
    "frontier": _frontier,
    "place": _place,
    "road": _road,
    "march": _march,
    "post": _post,
}


@frozen
class ScaleBar(Widget):
    """How long a distance is on the map just now."""

    camera: Camera
    unit: str
    wide: float = 150.0

    def height(self, width: float, lettering: Lettering) -> float:
        return 30.0

    def span(self) -> float:
        """The longest round distance that fits."""
        most = self.wide / self.camera.scale
        power = 10.0 ** (len(str(int(most))) - 1) if most >= 1 else 0.1
        return max(step * power for step in (1, 2, 5) if step * power <= max(most, power))

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        span = self.span()
        length = span * self.camera.scale
        left, y = box.x + max(8.0, (box.w - length) / 2), box.bottom - 8
        for number in range(4):
            piece = Box(left + number * length / 4, y, length / 4, 5)
            canvas.fill(piece, "ink" if number % 2 == 0 else "panel")
        canvas.frame(Box(left, y, length, 5), "ink")
        text = f"{span:,.0f} {self.unit}" if span >= 1 else f"{span:g} {self.unit}"
        wide = canvas.lettering.width(text, SMALL)
        end = min(box.right, left + length + wide / 2)
        if end - wide > left + GRID:
            canvas.label("0", (left, y - 5), SMALL, 0.5)
        canvas.label(text, (end, y - 5), SMALL, 1)


@frozen
class Tick(Widget):
    """Something that is shown or not, in one line of a legend."""

    label: str
    on: bool
    meaning: str
    note: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return 26.0

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        field = Box(box.x, box.centre[1] - 8, 16, 16)
        canvas.frame(field, "focus" if mood.hover == self.meaning else "ink", 1.5)
        if self.on:
            canvas.fill(field.inset(4), "ink")
        canvas.label(self.label, (field.right + GRID, box.centre[1] + NOTE * 0.35), SMALL)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.label, "switch", "on" if self.on else "off", note=self.note)


@frozen
class Cartouche(Widget):
    """A part in an engraver's frame."""

    part: Widget
    pad: float = 2 * GRID

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - 2 * self.pad, lettering) + 2 * self.pad

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box.inset(self.pad)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box.inset(4), "panel")
        canvas.frame(box.inset(3), "ink", 1.5)
        canvas.frame(box.inset(6), "ink", 0.6)
        if canvas.palette.textured and min(box.w, box.h) > 3 * CORNER:
            canvas.nine("cartouche.png", box, CORNER)


@frozen
class Knob(Widget):
    """A small button with a drawn sign: `plus`, `minus`, `fit`, `large`, `leaf` or `fold`."""

    sign: str
    meaning: str
    label: str
    note: str = ""
    on: bool = False

    def height(self, width: float, lettering: Lettering) -> float:
        return KNOB

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "panel", 1, 3)
        canvas.frame(box, "ink" if mood.hover == self.meaning else "line", 1, 3)
        x, y = box.centre
        for line in _STROKES[self.sign]:
            points = [(x + across, y + down) for across, down in line]
            pixels = [canvas.pixel(point) for point in points]
            pygame.draw.lines(canvas.surface, canvas.colour("ink"), False, pixels, canvas.stroke(2))

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.label, note=self.note or self.label)


_LEAF = ((-8, -6), (-3, -8), (3, -6), (8, -8), (8, 6), (3, 8), (-3, 6), (-8, 8), (-8, -6))
_STROKES: Mapping[str, Sequence[Sequence[tuple[float, float]]]] = {
    "plus": (((-7, 0), (7, 0)), ((0, -7), (0, 7))),
    "minus": (((-7, 0), (7, 0)),),
    "fit": (
        ((-8, -3), (-8, -8), (-3, -8)), ((3, -8), (8, -8), (8, -3)),
        ((8, 3), (8, 8), (3, 8)), ((-3, 8), (-8, 8), (-8, 3)),
    ),
    "large": (((1, -8), (8, -8), (8, -1)), ((8, -8), (2, -2)), ((-1, 8), (-8, 8), (-8, 1)), ((-8, 8), (-2, 2))),
    "leaf": (_LEAF, ((-3, -8), (-3, 6)), ((3, -6), (3, 8))),
    "fold": (((-6, -3), (0, 4), (6, -3)),),
    "unfold": (((-6, 4), (0, -3), (6, 4)),),
}  # fmt: skip

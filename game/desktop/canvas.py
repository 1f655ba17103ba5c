"""A canvas: draws in logical units, in the palette's colours, on a surface of pixels."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import pygame
from attrs import define

from game.desktop.box import Box
from game.desktop.lettering import Lettering, Line, Run, Style, scripts
from game.desktop.pictures import Pictures
from game.desktop.theme import Colour, Palette

Point = tuple[float, float]
PLAIN = Style()


@define
class Canvas:
    """Where a page is painted."""

    surface: pygame.Surface
    lettering: Lettering
    palette: Palette
    pictures: Pictures

    @property
    def scale(self) -> float:
        return self.lettering.scale

    def rect(self, box: Box) -> pygame.Rect:
        """The pixels of *box*: edges rounded one by one, so that neighbours meet without a gap."""
        left, top = round(box.x * self.scale), round(box.y * self.scale)
        return pygame.Rect(left, top, round(box.right * self.scale) - left, round(box.bottom * self.scale) - top)

    def pixel(self, point: Point) -> tuple[int, int]:
        return round(point[0] * self.scale), round(point[1] * self.scale)

    def colour(self, name: str | Colour) -> Colour:
        return self.palette.colour(name) if isinstance(name, str) else name

    def stroke(self, width: float) -> int:
        """A line's width in pixels, never less than one."""
        return max(1, round(width * self.palette.hair * self.scale))

    def fill(self, box: Box, colour: str | Colour, share: float = 1.0, round_by: float = 0) -> None:
        """Fill *box*; a *share* below 1 lets what lies there show through."""
        rect, corner = self.rect(box), round(round_by * self.scale)
        if share >= 1:
            pygame.draw.rect(self.surface, self.colour(colour), rect, border_radius=corner)
            return
        veil = pygame.Surface(rect.size, pygame.SRCALPHA)
        pygame.draw.rect(veil, (*self.colour(colour), round(255 * share)), veil.get_rect(), border_radius=corner)
        self.surface.blit(veil, rect)

    def frame(self, box: Box, colour: str | Colour = "line", width: float = 1, round_by: float = 0) -> None:
        """The outline of *box*, drawn inside it."""
        corner = round(round_by * self.scale)
        pygame.draw.rect(self.surface, self.colour(colour), self.rect(box), self.stroke(width), border_radius=corner)

    def line(self, one: Point, other: Point, colour: str | Colour = "line", width: float = 1) -> None:
        pygame.draw.line(self.surface, self.colour(colour), self.pixel(one), self.pixel(other), self.stroke(width))

    def curve(self, points: Sequence[Point], colour: str | Colour = "line", width: float = 1) -> None:
        """A line through all *points*, with smooth edges at any slope."""
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        for one, other in pairwise(pixels):
            pygame.draw.aaline(self.surface, self.colour(colour), one, other, self.stroke(width))

    def dot(self, centre: Point, radius: float, colour: str | Colour = "ink", width: float = 0) -> None:
        """A disc, or with a *width* a ring."""
        x, y = self.pixel(centre)
        edge = self.stroke(width) if width else 0
        pygame.draw.aacircle(self.surface, self.colour(colour), (x, y), max(1, round(radius * self.scale)), edge)

    def shape(self, points: Sequence[Point], colour: str | Colour, width: float = 0) -> None:
        """A polygon, filled, or with a *width* its outline."""
        pixels = [self.pixel(point) for point in points]
        pygame.draw.polygon(self.surface, self.colour(colour), pixels, self.stroke(width) if width else 0)

    def flag(self, x: float, y: float, side: int) -> None:
        """A seat's offer on a ladder at *y*: above it for the first seat, below it for the second, in its colour."""
        up = 1 if side else -1
        self.shape([(x - 6, y + up * 15), (x + 6, y + up * 15), (x, y + up * 7)], "second" if side else "first")

    def run(self, run: Run, x: float, baseline: float) -> None:
        """Draw *run* with its left end at *x*, standing on *baseline*."""
        colour = self.colour(run.style.colour)
        left = round(x * self.scale)
        for part, wide in scripts(run.text):
            font = self.lettering.font(run.style.face, run.style.size, wide)
            drawn = self.lettering.drawn(part, run.style, wide, colour)
            self.surface.blit(drawn, (left, round(baseline * self.scale) - font.get_ascent()))
            left += drawn.get_width()

    def write(self, line: Line, x: float, y: float) -> None:
        """Draw *line* with its upper left corner at a point."""
        for run in line.runs:
            self.run(run, x + run.x, y + line.ascent)

    def label(self, text: str, point: Point, style: Style = PLAIN, at: float = 0.0) -> None:
        """One line of *text* on a baseline point: *at* 0 begins there, 0.5 is centred on it, 1 ends there."""
        width = self.lettering.width(text, style)
        self.run(Run(text, style, "", 0, width), point[0] - at * width, point[1])

    def picture(self, name: str, box: Box, tint: str | Colour = "") -> bool:
        """A picture filling *box*, a white one in the colour *tint*; returns whether there is one of that name."""
        rect = self.rect(box)
        pictures = self.pictures
        found = pictures.tinted(name, *rect.size, self.colour(tint)) if tint else pictures.sized(name, *rect.size)
        if found is not None:
            self.surface.blit(found, rect)
        return found is not None

    def nine(self, name: str, box: Box, inset: int) -> None:
        """A frame from a picture in nine parts: corners of *inset* units as they are, edges and middle stretched."""
        picture, rect, corner = self.pictures.loaded(name), self.rect(box), round(inset * self.scale)
        if picture is None or min(rect.size) < 2 * corner:
            return
        wide, tall = picture.get_size()
        across = ((0, inset), (inset, wide - inset), (wide - inset, wide))
        down = ((0, inset), (inset, tall - inset), (tall - inset, tall))
        xs = (rect.left, rect.left + corner, rect.right - corner, rect.right)
        ys = (rect.top, rect.top + corner, rect.bottom - corner, rect.bottom)
        for column, (left, right) in enumerate(across):
            for row, (top, bottom) in enumerate(down):
                part = picture.subsurface((left, top, right - left, bottom - top))
                size = (xs[column + 1] - xs[column], ys[row + 1] - ys[row])
                self.surface.blit(pygame.transform.smoothscale(part, size), (xs[column], ys[row]))

    def tiles(self, name: str, box: Box, tint: str | Colour = "") -> None:
        """*box* covered with a picture at its own size, over and over."""
        rect = self.rect(box)
        tile = self.pictures.tinted(name, 0, 0, self.colour(tint)) if tint else self.pictures.loaded(name)
        if tile is None:
            return
        with self.within(box):
            for x in range(rect.left, rect.right, tile.get_width()):
                for y in range(rect.top, rect.bottom, tile.get_height()):
                    self.surface.blit(tile, (x, y))

    @contextmanager
    def within(self, box: Box) -> Iterator[None]:
        """Draw only inside *box* for a while."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.rect(box)))
        try:
            yield
        finally:
            self.surface.set_clip(before)

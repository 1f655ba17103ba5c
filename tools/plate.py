"""A copper plate: lines, shapes and letters cut many times finer than pixels, for printing in any ink."""

from itertools import pairwise

import numpy as np
from attrs import frozen
from PIL import Image, ImageDraw, ImageFont

from tools.figures import Line, Point

FINER = 6
"""A plate is cut so many times larger than its print, for smooth edges."""
CUT, SMOOTH = 255, 0
"""What a line leaves behind: copper that takes ink, or copper that takes none."""
UNITS = 48
BOLD, FINE = 2.5, 1.3
"""Widths of an outline and of the lines that shade it, in 48ths of a field."""


@frozen(eq=False)
class Plate:
    """All measures are pixels of the print; what is drawn later lies over what was drawn before."""

    width: int
    height: int
    finer: int
    image: Image.Image
    burin: ImageDraw.ImageDraw

    def stroke(self, line: Line, width: float | np.ndarray, ink: int = CUT, closed: bool = False) -> None:
        """A line with round ends and bends; *width* may be given for each of its points."""
        at = np.concatenate([line, line[:1]]) if closed else line
        widths = np.broadcast_to(np.asarray(width, float), (len(at),))
        for (start, end), (before, after) in zip(pairwise(at), pairwise(widths), strict=True):
            self._segment(start, end, before / 2, after / 2, ink)
        self.disc(tuple(at[-1]), widths[-1] / 2, ink)

    def _segment(self, start: np.ndarray, end: np.ndarray, before: float, after: float, ink: int) -> None:
        along = end - start
        length = float(np.hypot(*along))
        self.disc((start[0], start[1]), before, ink)
        if length > 0:
            across = np.array((-along[1], along[0])) / length
            corners = (start + across * before, end + across * after, end - across * after, start - across * before)
            self.fill(np.array(corners), ink)

    def fill(self, outline: Line, ink: int = CUT) -> None:
        self.burin.polygon([(x * self.finer, y * self.finer) for x, y in outline], fill=ink)

    def disc(self, centre: Point, radius: float, ink: int = CUT) -> None:
        (x, y), reach = centre, radius * self.finer
        x, y = x * self.finer, y * self.finer
        if reach >= 0.5:
            self.burin.ellipse((x - reach, y - reach, x + reach, y + reach), fill=ink)

    def ring(self, centre: Point, radius: float, width: float, ink: int = CUT) -> None:
        """A circle whose line has its middle at *radius*."""
        (x, y), reach = centre, (radius + width / 2) * self.finer
        x, y = x * self.finer, y * self.finer
        self.burin.ellipse((x - reach, y - reach, x + reach, y + reach), outline=ink, width=round(width * self.finer))

    def lay(self, cover: Image.Image, at: Point, ink: int = CUT) -> None:
        """Cuts the mask *cover*, made as fine as this plate, with its upper left corner *at*."""
        self.image.paste(ink, (round(at[0] * self.finer), round(at[1] * self.finer)), cover)

    def cover(self) -> np.ndarray:
        """How much of each pixel is cut, from 0 to 1."""
        small = self.image.resize((self.width, self.height), Image.Resampling.BOX)
        return np.asarray(small, np.float32) / 255


def plate(width: int, height: int, finer: int = FINER) -> Plate:
    image = Image.new("L", (width * finer, height * finer))
    return Plate(width, height, finer, image, ImageDraw.Draw(image))


@frozen(eq=False)
class Field:
    """A square on a plate; all that is drawn in it is measured in 48ths of its side."""

    plate: Plate
    left: float = 0
    top: float = 0
    side: float = UNITS

    def __call__(self, line: Line) -> Line:
        return line * (self.side / UNITS) + (self.left, self.top)

    def stroke(self, line: Line, width: float | np.ndarray = BOLD, ink: int = CUT, closed: bool = False) -> None:
        self.plate.stroke(self(line), np.asarray(width) * (self.side / UNITS), ink, closed)

    def fill(self, outline: Line, ink: int = CUT) -> None:
        self.plate.fill(self(outline), ink)

    def shape(self, outline: Line, width: float = BOLD) -> None:
        """An outline that hides what lies behind it."""
        self.fill(outline, SMOOTH)
        self.stroke(outline, width, closed=True)

    def disc(self, centre: Point, radius: float, ink: int = CUT) -> None:
        self.plate.disc(tuple(self(np.array(centre))), radius * self.side / UNITS, ink)

    def ring(self, centre: Point, radius: float, width: float = BOLD, ink: int = CUT) -> None:
        self.plate.ring(tuple(self(np.array(centre))), radius * self.side / UNITS, width * self.side / UNITS, ink)


def letters(text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """*text* as a mask that just holds its ink."""
    left, top, right, bottom = font.getbbox(text)
    mask = Image.new("L", (round(right - left), round(bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), text, fill=255, font=font)
    return mask

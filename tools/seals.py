"""The seals: Peking's is square, Petersburg's is round, those of invented seats have eight sides and an oval."""

import numpy as np
from PIL import Image, ImageFilter

from tools.figures import Line, points, regular, rosette, rounded_box, turned
from tools.glyphs import crown, drop, pen, sword, wheat
from tools.lettering import serif
from tools.plate import CUT, SMOOTH, Field, Plate, letters, plate
from tools.printing import GREEN, INK, VERMILION, pressed, printed, save
from tools.seal_script import strokes

SIDE = 512
MIDDLE = (SIDE / 2, SIDE / 2)
UNIT = 11.0
"""Pixels of a unit of the seal script."""
LEGEND = "ПОЛНОМОЧІЕ"
"""Full powers, in the spelling of the time."""


def qing() -> np.ndarray:
    """The square seal: 欽差全權, to be read downward from the right."""
    stone = plate(SIDE, SIDE, finer=4)
    stone.fill(rounded_box(14, 14, 498, 498, 13))
    stone.fill(rounded_box(50, 50, 462, 462, 7), SMOOTH)
    for character, left, top in (("欽", 275, 70), ("差", 275, 268), ("全", 73, 70), ("權", 73, 268)):
        for stroke in strokes(character):
            stone.stroke(stroke * UNIT + (left, top), 12.2)
    for x, y, reach in ((12, 180, 9), (300, 503, 8), (499, 402, 7), (505, 60, 9), (120, 10, 6)):
        stone.fill(regular((x, y), reach, 6, turn=x), SMOOTH)
    return stone.cover()


def russia() -> np.ndarray:
    """The round seal: toothed rim, guilloche, legend, and a crown over quill and sabre."""
    die = plate(SIDE, SIDE, finer=4)
    die.fill(rosette(MIDDLE, 241, 6, 48))
    for phase in (0.0, 0.5):
        die.stroke(rosette(MIDDLE, 223, 7, 36, phase), 2.6, SMOOTH)
    for degrees in range(0, 360, 10):
        die.disc(tuple(turned(points((256, 33)), degrees, MIDDLE)[0]), 2.2, SMOOTH)
    die.ring(MIDDLE, 208, 3, SMOOTH)
    die.disc(MIDDLE, 153, SMOOTH)
    _legend(die, 181)
    for phase in np.arange(6) / 6:
        die.stroke(rosette(MIDDLE, 138, 10, 20, float(phase)), 1.5)
    die.ring(MIDDLE, 124.5, 3.4)
    die.ring(MIDDLE, 150, 3)
    _crossed(die)
    return die.cover()


def _legend(die: Plate, radius: float) -> None:
    """The legend on the upper part of the ring, and an ornament below."""
    font, count = serif(58 * die.finer, "Bold"), len(LEGEND)
    for order, letter in enumerate(LEGEND):
        _curved(die, letters(letter, font), (order - (count - 1) / 2) * 23.4, radius)
    for degrees in (138, 159, 180, 201, 222):
        at = turned(points((256, 256 - radius)), degrees, MIDDLE)[0]
        for lobe in range(4):
            die.disc(tuple(at + 6.4 * np.array((np.cos(lobe * np.pi / 2), np.sin(lobe * np.pi / 2)))), 5.0, SMOOTH)
        die.disc(tuple(at), 2.4, CUT)


def _curved(die: Plate, mask: Image.Image, degrees: float, radius: float) -> None:
    """Lays a letter on the ring, *degrees* clockwise from the top."""
    room = Image.new("L", (120 * die.finer,) * 2)
    room.paste(mask, ((room.width - mask.width) // 2, (room.height - mask.height) // 2))
    room = room.rotate(-degrees, Image.Resampling.BICUBIC)
    at = turned(points((256, 256 - radius)), degrees, MIDDLE)[0] - 60
    die.lay(room, tuple(at), SMOOTH)


def _crossed(die: Plate) -> None:
    """Quill and sabre crossed, a crown above them."""
    side, top = 164, 206
    quill, sabre = plate(SIDE, SIDE, die.finer), plate(SIDE, SIDE, die.finer)
    pen(Field(quill, 256 - side / 2, top, side))
    sword(Field(sabre, 256 - side / 2, top, side))
    blade = sabre.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    around = blade.filter(ImageFilter.BoxBlur(3.5 * die.finer)).point(lambda value: 255 * (value > 8))
    die.lay(quill.image, (0, 0))
    die.lay(around, (0, 0), SMOOTH)
    die.lay(blade, (0, 0))
    crown(Field(die, 256 - 43, 140, 86))


def first() -> np.ndarray:
    """Eight sides, furrows and an ear of wheat."""
    die = plate(SIDE, SIDE, finer=4)
    for radius, ink in ((262, CUT), (212, SMOOTH), (203, CUT), (197, SMOOTH)):
        die.fill(regular(MIDDLE, radius, 8, 22.5), ink)
    furrows = np.stack([regular(MIDDLE, radius, 8, 22.5) for radius in (247, 227)])
    for side in range(8):
        outer, inner = (np.linspace(line[side], line[(side + 1) % 8], 9) for line in furrows)
        zigzag = np.where(np.arange(9)[:, None] % 2 == 0, outer, inner)
        die.stroke(zigzag, 4.5, SMOOTH)
    wheat(Field(die, 256 - 172, 256 - 172, 340))
    return die.cover()


def second() -> np.ndarray:
    """An oval, waves and a drop of water."""
    die = plate(SIDE, SIDE, finer=4)
    for inward, ink in ((0, CUT), (44, SMOOTH), (52, CUT), (58, SMOOTH)):
        die.fill(_oval(inward), ink)
    for inward in (15, 29):
        wave = inward + 5 * np.sin(np.linspace(0, 2 * np.pi * 40, 1441))
        die.stroke(_oval(wave), 4.0, SMOOTH)
    drop(Field(die, 256 - 158, 256 - 162, 316))
    return die.cover()


def _oval(inward: float | np.ndarray) -> Line:
    """The rim of the oval seal, drawn in by *inward* pixels."""
    turn = np.linspace(0, 2 * np.pi, 1441)
    return np.stack([256 + (204 - inward) * np.cos(turn), 256 + (246 - inward) * np.sin(turn)], -1)


def void() -> np.ndarray:
    """The frame of a stamp, rising to the right by TILT, with room for a word."""
    die = plate(SIDE, SIDE, finer=4)
    for inward, ink in ((0, CUT), (14, SMOOTH), (21, CUT), (26.5, SMOOTH)):
        across, down = 238 - inward, 92 - inward
        die.fill(turned(rounded_box(256 - across, 256 - down, 256 + across, 256 + down, 10), -TILT, MIDDLE), ink)
    return die.cover()


TILT = 18
SEALS = {
    "seal-qing": (qing, VERMILION),
    "seal-russia": (russia, GREEN),
    "seal-first": (first, VERMILION),
    "seal-second": (second, GREEN),
    "seal-void": (void, INK),
}


def impression(name: str) -> Image.Image:
    cut, colour = SEALS[name]
    return printed(pressed(cut(), seed=len(name) * 7), colour)


def draw() -> None:
    for name in SEALS:
        save(impression(name), name, levels=64)

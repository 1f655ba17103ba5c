"""Engraved medallions: a person's letters on an engine-turned ground, framed in the pattern of the side."""

import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from attrs import frozen
from PIL import Image, ImageChops, ImageFilter

from tools.figures import Line, bezier, joined, moved, points, rosette, symmetrical, turned
from tools.glyphs import OFFICES
from tools.lettering import chinese, serif
from tools.patterns import GRID, KEY
from tools.plate import SMOOTH, Field, Plate, letters, plate
from tools.printing import GREEN, PANEL, VERMILION, Colour, duotone, save

TABLE = Path(__file__).with_name("people.toml")
SIDE, FINER = 256, 4
MIDDLE = (128.0, 128.0)
SEPIA = (84, 68, 52)
COLOURS: dict[str, Colour] = {"qing": VERMILION, "russia": GREEN, "other": SEPIA}
FIELD, FRAME, EDGE = 86.0, (93.0, 112.0), 124.0
"""Radii of the field with the letters, of the frame's pattern and of the whole."""
FOOT, FOOT_RADIUS = (128.0, 212.0), 32.0
LETTERS = (128.0, 116.0)
"""The middle of the letters, somewhat above that of the medallion."""
WIDEST = 146
"""Pixels across for letters."""
GROUND_TONE = 0.5


@frozen
class Person:
    id: str
    letters: str
    attribute: str
    side: str


def people() -> list[Person]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [Person(name, **row, side=side) for side, rows in table.items() for name, row in rows.items()]


def lit(line: Line, thin: float, thick: float) -> np.ndarray:
    """Widths for a line about MIDDLE: thin where light falls from the upper left on a hollow ground, thick opposite."""
    away = line - np.array(MIDDLE)
    toward = (away @ np.array((-0.6, -0.8))) / np.maximum(np.hypot(*away.T), 1)
    return thin + (thick - thin) * (0.5 + 0.5 * toward)


@cache
def ground() -> Plate:
    """Roses of a rose engine, one within the other, and each a little turned."""
    copper = plate(SIDE, SIDE, FINER)
    for order, radius in enumerate(np.arange(5, FIELD, 3.9)):
        for phase in (0.0, 0.5):
            line = rosette(MIDDLE, radius, 0.4 + radius * 0.034, 24, phase + order * 0.06)
            copper.stroke(line, lit(line, 0.55, 1.25))
    return copper


def fret_frame(copper: Plate) -> None:
    """The running key of Peking's band, bent to a ring."""
    key, count = _joined(KEY / GRID), 24
    for order in range(count):
        bent = key * (360 / count / 8, (FRAME[1] - FRAME[0] - 5) / 6)
        turn, reach = np.radians(bent[:, 0] + order * 360 / count), FRAME[1] - 2.5 - bent[:, 1]
        copper.stroke(np.stack([128 + reach * np.sin(turn), 128 - reach * np.cos(turn)], -1), 1.9)


def _joined(line: Line) -> Line:
    """*line* with many points on each of its parts, so that it can be bent."""
    parts = [np.linspace(start, end, 7)[:-1] for start, end in pairwise(line)]
    return joined(*parts, line[-1:])


def guilloche_frame(copper: Plate) -> None:
    """Two cords of three threads each."""
    middle, swing = sum(FRAME) / 2, (FRAME[1] - FRAME[0]) / 2 - 2
    for cord in (0.0, 0.5):
        for thread in (-0.075, 0.0, 0.075):
            copper.stroke(rosette(MIDDLE, middle, swing, 18, cord + thread), 1.25)


def laurel_frame(copper: Plate) -> None:
    """Two sprays of laurel that grow from the foot to the top."""
    middle, half = sum(FRAME) / 2, bezier((0, 0), (3.4, -4), (2.6, -10), (0, -13))
    leaf = symmetrical(half, 0)
    copper.ring(MIDDLE, middle, 1.0)
    for hand in (1, -1):
        for order in range(21):
            at = hand * (170 - order * 8.2)
            for lean in (28, -28):
                blade = moved(turned(leaf, hand * -90 + lean, (0, 0)), 128, 128 - middle)
                copper.fill(turned(blade, at, MIDDLE))
    copper.disc((128, 128 - middle), 3.4)
    copper.disc((128, 128 + middle), 3.4)


FRAMES = {"qing": fret_frame, "russia": guilloche_frame, "other": laurel_frame}


@cache
def frame(side: str) -> Plate:
    copper = plate(SIDE, SIDE, FINER)
    FRAMES[side](copper)
    for radius, width in ((EDGE - 3.5, 7), (FRAME[1] + 2.6, 1.3), (FRAME[0] - 2.4, 1.3), (FIELD + 1.2, 2.4)):
        copper.ring(MIDDLE, radius, width)
    return copper


def lettered(text: str) -> Image.Image:
    """The letters as a mask as large as the plate; two Chinese characters stand one above the other."""
    sheet = Image.new("L", (SIDE * FINER,) * 2)
    if text[0] > "\u2e80":
        size = 112 if len(text) == 1 else 62
        masks = [letters(each, chinese(size * FINER)) for each in text]
    else:
        size, masks = 0, [_latin(text)]
    for order, mask in enumerate(masks):
        down = (order - (len(masks) - 1) / 2) * size * 1.02
        place = (LETTERS[0] * FINER - mask.width / 2, (LETTERS[1] + down) * FINER - mask.height / 2)
        sheet.paste(255, (round(place[0]), round(place[1])), mask)
    return sheet


def _latin(text: str) -> Image.Image:
    """Latin or Cyrillic letters, as large as the field is wide."""
    size = 134 if len(text) == 1 else 98
    mask = letters(text, serif(size * FINER, "Bold"))
    room = WIDEST * FINER
    return mask if mask.width <= room else letters(text, serif(size * FINER * room / mask.width, "Bold"))


def grown(mask: Image.Image, reach: float) -> Image.Image:
    """*mask* wider by *reach* pixels of the print on all sides."""
    wide = mask.filter(ImageFilter.GaussianBlur(reach * FINER * 0.72))
    return wide.point(lambda value: 255 * (value > 20))


def shadow(mask: Image.Image) -> Image.Image:
    """A hatched shadow to the lower right of the letters."""
    body = mask
    for step in range(1, 5):
        body = ImageChops.lighter(body, ImageChops.offset(mask, step * FINER, step * FINER))
    hatch = plate(SIDE, SIDE, FINER)
    for x in np.arange(-SIDE, SIDE, 3.0):
        hatch.stroke(points((x, 0), (x + SIDE, SIDE)), 1.0)
    return ImageChops.subtract(ImageChops.multiply(body, hatch.image), grown(mask, 1.1))


def medallion(side: str, text: str = "", attribute: str = "") -> Image.Image:
    """The medallion of a person; without letters a blank one, for a program to write on."""
    low, high = _copy(ground()), _copy(frame(side))
    if text:
        mask = lettered(text)
        low.lay(grown(ImageChops.lighter(mask, ImageChops.offset(mask, 4 * FINER, 4 * FINER)), 3), (0, 0), SMOOTH)
        high.lay(shadow(mask), (0, 0))
        high.lay(mask, (0, 0))
    if attribute:
        for copper in (low, high):
            copper.disc(FOOT, FOOT_RADIUS + 4.5, SMOOTH)
        _foot(high, attribute)
    return duotone(np.maximum(low.cover() * GROUND_TONE, high.cover()), _sheet(), COLOURS[side], PANEL)


def _copy(copper: Plate) -> Plate:
    other = plate(copper.width, copper.height, copper.finer)
    other.image.paste(copper.image)
    return other


def _foot(copper: Plate, attribute: str) -> None:
    """The office's sign, light on a dark disc."""
    copper.disc(FOOT, FOOT_RADIUS)
    copper.ring(FOOT, FOOT_RADIUS - 2.6, 0.9, SMOOTH)
    sign = plate(SIDE, SIDE, FINER)
    OFFICES[attribute](Field(sign, FOOT[0] - 20, FOOT[1] - 20, 40))
    copper.lay(sign.image, (0, 0), SMOOTH)


@cache
def _sheet() -> np.ndarray:
    """What is not transparent."""
    paper = plate(SIDE, SIDE, FINER)
    paper.disc(MIDDLE, EDGE)
    return paper.cover()


def draw() -> None:
    for person in people():
        save(medallion(person.side, person.letters, person.attribute), f"people/{person.id}")
    for side in COLOURS:
        save(medallion(side), f"medallion-{side}")

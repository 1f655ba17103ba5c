"""What decks a page: the frame of a title, rules, corners, the compass rose, and the icon of the window."""

import numpy as np
from PIL import Image

from tools.figures import (
    Line,
    Point,
    arc,
    bezier,
    joined,
    mirrored,
    path,
    points,
    regular,
    rounded_box,
    star,
    swelling,
    symmetrical,
    turned,
)
from tools.glyphs import pen
from tools.plate import SMOOTH, Field, Plate, plate
from tools.printing import GREEN, HAIRLINE, INK, PANEL, PAPER, VERMILION, WHITE, printed, save
from tools.seal_script import strokes
from tools.seals import impression

PATCH = 96
"""A frame's side; programs stretch the middle third of it."""
ROSE = 256


def _hollow(inward: float, bite: float) -> Line:
    """A square with its corners bitten out in quarters of a circle."""
    low, high = inward, PATCH - inward
    corners = ((high, low, 180, 90), (high, high, 270, 180), (low, high, 360, 270), (low, low, 90, 0))
    return joined(*(arc((x, y), bite, start, end) for x, y, start, end in corners))


def frame() -> Plate:
    """A double rule with hollow corners, a small lozenge in each."""
    copper = plate(PATCH, PATCH)
    copper.stroke(_hollow(3, 13), 2.0, closed=True)
    copper.stroke(_hollow(8, 13), 1.0, closed=True)
    for x, y in ((6, 6), (PATCH - 6, 6), (6, PATCH - 6), (PATCH - 6, PATCH - 6)):
        copper.fill(regular((x, y), 5.2, 4))
        copper.disc((x, y), 1.3, SMOOTH)
    return copper


def cartouche() -> Image.Image:
    """The frame in ink, filled with the paper of a panel."""
    ground = plate(PATCH, PATCH)
    ground.fill(_hollow(3, 13))
    return Image.alpha_composite(printed(ground.cover(), PANEL), printed(frame().cover(), INK))


def divider() -> Plate:
    """A swelled rule about a lozenge."""
    copper = plate(480, 16)
    for side in (lambda line: line, lambda line: mirrored(line, 240)):
        rule = np.stack([np.linspace(4, 222, 60), np.full(60, 8.0)], -1)
        copper.stroke(side(rule), 0.6 + 2.6 * np.sin(np.linspace(0, np.pi, 60)) ** 2 * np.linspace(0.4, 1, 60))
        copper.disc(tuple(side(points((228.5, 8)))[0]), 1.6)
    copper.fill(regular((240, 8), 6.5, 4))
    copper.fill(regular((240, 8), 2.6, 4), SMOOTH)
    return copper


def corner() -> Plate:
    """The upper left corner of a page: two rules, a palmette, and a tendril that rolls up on either side."""
    copper = plate(128, 128)
    copper.stroke(path("6,126 6,6 126,6"), 2.4)
    copper.stroke(path("12,126 12,12 126,12"), 1.0)
    for side in (lambda line: line, lambda line: line[:, ::-1]):
        scroll = _volute((58, 33), 10.5)
        copper.stroke(side(scroll), np.linspace(0.8, 2.8, len(scroll)))
        copper.disc(tuple(side(scroll[-1:])[0]), 2.6)
        tendril = path("56,21.5 C 74,18 86,36 106,21")
        copper.stroke(side(tendril), swelling(tendril, 0.8, 2.2))
        copper.disc(tuple(side(points((109.5, 18.5)))[0]), 2.0)
        copper.fill(side(_leaf_between((76, 26), (94, 37), 5.5)))
    for tip, broad in (((47, 47), 10.0), ((31, 50), 7.0), ((50, 31), 7.0)):
        copper.fill(_leaf_between((19.5, 19.5), tip, broad))
    copper.stroke(path("27,27 40,40"), np.array((1.6, 0.6)), SMOOTH)
    return copper


def _leaf_between(foot: Point, tip: Point, broad: float) -> Line:
    """A pointed leaf, broadest beyond its middle."""
    along = np.array(tip) - foot
    across = np.array((-along[1], along[0])) / np.hypot(*along) * broad
    sides = [bezier(foot, foot + 0.3 * along + s * 0.3 * across, foot + 0.7 * along + s * across, tip) for s in (1, -1)]
    return joined(sides[0], sides[1][::-1])


def _volute(eye: Point, radius: float) -> Line:
    """A line from the corner that rolls up about *eye*."""
    turn = np.linspace(0, 2.7 * np.pi, 90)
    reach = radius * np.exp(-0.17 * turn)
    coil = np.stack([eye[0] + reach * np.sin(turn), eye[1] - reach * np.cos(turn)], -1)
    return joined(bezier((20, 20), (30, 20), (44, 22.5), tuple(coil[0]), steps=20), coil)


def compass() -> Image.Image:
    """A rose of sixteen points, half of each point in shadow, and a lily for the north."""
    paper, ink = plate(ROSE, ROSE, finer=4), plate(ROSE, ROSE, finer=4)
    middle = (ROSE / 2, ROSE / 2 + 8)
    for radius, width in ((92, 1.0), (88.5, 2.2), (78, 0.9), (38, 0.9)):
        ink.ring(middle, radius, width)
    for degree in range(0, 360, 5):
        end = 83.5 if degree % 15 else 81
        ink.stroke(turned(points((middle[0], middle[1] - 87), (middle[0], middle[1] - end)), degree, middle), 0.9)
    for start, step, long, short in ((22.5, 45, 62, 16), (45, 90, 84, 19), (0, 90, 112, 21)):
        for degrees in np.arange(start, 360, step):
            _point(paper, ink, middle, float(degrees), long, short)
    ink.disc(middle, 5.5)
    ink.disc(middle, 3.2, SMOOTH)
    paper.disc(middle, 4.5)
    _lily(ink, (middle[0], middle[1] - 114))
    return Image.alpha_composite(printed(paper.cover(), PANEL), printed(ink.cover(), INK))


def _point(paper: Plate, ink: Plate, middle: Point, degrees: float, long: float, short: float) -> None:
    x, y = middle
    waist = short * np.array((np.sin(np.pi / 4), -np.cos(np.pi / 4))) * 0.9
    bright = points((x, y), (x - waist[0], y + waist[1]), (x, y - long))
    dark = mirrored(bright, x)
    whole = turned(symmetrical(bright, x), degrees, middle)
    paper.fill(whole)
    ink.fill(whole, SMOOTH)
    ink.fill(turned(dark, degrees, middle))
    ink.stroke(turned(bright, degrees, middle), 1.1, closed=True)
    for part in (0.3, 0.45, 0.6):
        shade = bright[1:] * (1 - part) + points((x, y), (x, y - long)) * part
        ink.stroke(turned(shade, degrees, middle), 0.5)


def _lily(ink: Plate, foot: Point) -> None:
    x, y = foot
    half = bezier((x, y - 19), (x + 6, y - 11), (x + 3.4, y - 6), (x + 1.2, y - 1))
    ink.fill(symmetrical(half, x))
    for side in (lambda line: line, lambda line: mirrored(line, x)):
        petal = bezier((x + 1.5, y - 1.5), (x + 4, y - 10), (x + 12, y - 13), (x + 10.5, y - 4.5))
        ink.stroke(side(petal), np.linspace(1.2, 3.6, len(petal)))
    ink.stroke(points((x - 5, y - 1), (x + 5, y - 1)), 2.0)


def icon() -> Image.Image:
    """The two seals on a sheet of paper."""
    ground = _leaf(256)
    ground.alpha_composite(impression("seal-qing").resize((162, 162), Image.Resampling.LANCZOS), (16, 16))
    _clear(ground, (163, 163), 82)
    ground.alpha_composite(impression("seal-russia").resize((154, 154), Image.Resampling.LANCZOS), (86, 86))
    return ground


def small_icon() -> Image.Image:
    """The same with less on it, for small sizes: one character of the one, the quill of the other."""
    square, disc, quill = (plate(256, 256, finer=4) for _ in range(3))
    square.fill(rounded_box(20, 20, 178, 178, 8))
    square.fill(rounded_box(39, 39, 159, 159, 4), SMOOTH)
    for stroke in strokes("全"):
        square.stroke(stroke * 5.6 + (54, 50), 11.5)
    disc.fill(star((166, 166), 72, 64, 24))
    disc.ring((166, 166), 54, 6, SMOOTH)
    pen(Field(quill, 121, 121, 91))
    disc.lay(quill.image, (0, 0), SMOOTH)
    ground = _leaf(256)
    ground.alpha_composite(printed(square.cover(), VERMILION))
    _clear(ground, (166, 166), 79)
    ground.alpha_composite(printed(disc.cover(), GREEN))
    return ground.resize((64, 64), Image.Resampling.LANCZOS)


def _leaf(side: int) -> Image.Image:
    """Paper with rounded corners and a hairline."""
    shape, line = plate(side, side, finer=4), plate(side, side, finer=4)
    shape.fill(rounded_box(3, 3, side - 3, side - 3, 32))
    line.stroke(rounded_box(6, 6, side - 6, side - 6, 29), 5, closed=True)
    paper = printed(shape.cover(), PAPER)
    paper.alpha_composite(printed(line.cover(), HAIRLINE))
    return paper


def _clear(ground: Image.Image, middle: Point, radius: float) -> None:
    """Bare paper where a seal is to stand."""
    bare = plate(*ground.size, finer=4)
    bare.disc(middle, radius)
    ground.alpha_composite(printed(bare.cover(), PAPER))


def draw() -> None:
    for name, copper in (("frame", frame()), ("divider", divider()), ("corner", corner())):
        save(printed(copper.cover(), WHITE), name, levels=32)
    for name, draw_one in {"cartouche": cartouche, "compass": compass, "icon": icon, "icon-64": small_icon}.items():
        save(draw_one(), name)

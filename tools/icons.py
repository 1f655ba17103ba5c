"""Line icons of 48 by 48 pixels in white, for a program to tint."""

from collections.abc import Callable

import numpy as np

from tools.figures import (
    Line,
    Point,
    arc,
    bezier,
    joined,
    mirrored,
    path,
    points,
    rounded_box,
    smooth,
    star,
    swelling,
    symmetrical,
    turned,
)
from tools.glyphs import HANDS, book, dividers, pen
from tools.lettering import serif
from tools.plate import BOLD, FINE, SMOOTH, UNITS, Field, letters, plate
from tools.printing import WHITE, printed, save


def telegram(field: Field) -> None:
    """A telegraph pole, its wires full of news."""
    field.stroke(path("24,5 24,44"), 3)
    field.stroke(path("11,12 37,12"), BOLD)
    field.stroke(path("13,20 35,20"), BOLD)
    for x, y in ((13, 12), (35, 12), (15.5, 20), (32.5, 20)):
        field.stroke(points((x, y - 1), (x, y - 4.5)), 3.2)
    for x, y, end in ((13, 7, 17), (15.5, 15, 26)):
        wire = bezier((x, y + 1), (x - 5, y + 7), (x - 9, end - 2), (1, end))
        field.stroke(wire, FINE)
        field.stroke(mirrored(wire, 24), FINE)
    field.stroke(path("24,34 15,44"), 1.6)
    field.stroke(path("14,44.5 34,44.5"), BOLD)


def memorial(field: Field) -> None:
    """A memorial to the throne: paper folded like a fan, with columns of writing."""
    for left, high, low in ((5, 15, 11), (17.7, 11, 15), (30.4, 15, 11)):
        panel = points((left, high), (left + 12.7, low), (left + 12.7, low + 27), (left, high + 27))
        field.shape(panel, 2.2)
        for across, length in ((4.2, 17), (8.6, 12 if left < 30 else 8)):
            start = high + (low - high) * across / 12.7 + 4.5
            field.stroke(points((left + across, start), (left + across, start + length)), FINE)


def orders(field: Field) -> None:
    """A quill that has just written a line."""
    pen(Field(field.plate, *field(points((6, 0)))[0], field.side * 0.88))
    line = smooth((5, 43.5), (14, 42), (22, 44), (30, 42.5), (40, 43.5))
    field.stroke(line, swelling(line, 1.0, 2.2))


def table(field: Field) -> None:
    """A table with a text on it, and two chairs."""
    for side in HANDS:
        field.stroke(side(path("4.5,13 6.5,28 12.5,28 13.5,42")), 2.2)
        field.stroke(side(path("6.5,28 4.5,42")), 2.2)
        field.stroke(side(path("18,26 17,42")), 2.4)
    field.stroke(path("14,24.5 34,24.5"), 3)
    field.shape(path("18,20.5 21,10 33,10 30,20.5"), 1.8)
    for down in (13.2, 16.8):
        field.stroke(points((22.8 - (down - 13) * 0.3, down), (30.2 - (down - 13) * 0.3, down)), FINE)
    field.stroke(path("17.5,35 30.5,35"), FINE)


def court(field: Field) -> None:
    """A pavilion with swung eaves."""
    for top, half, deep in ((6, 13, 8), (19, 20, 9)):
        eaves = top + deep
        swung = bezier(
            (24, top), (24 - half * 0.25, top + deep * 0.9), (24 - half * 0.7, eaves), (24 - half, eaves - 2.5)
        )
        roof = joined(swung, points((28 - half, eaves + 1.5), (24, eaves + 1.5)))
        field.fill(symmetrical(roof, 24))
    field.stroke(path("24,3 24,8"), 2.2)
    field.stroke(path("16,16.5 32,16.5"), 2.2)
    for x in (11, 19.5, 28.5, 37):
        field.stroke(points((x, 29), (x, 39)), 2.4)
    field.stroke(path("8,40 40,40"), 2.2)
    field.stroke(path("4,44 44,44"), 2.2)


def record(field: Field) -> None:
    """An hourglass, half run out."""
    glass = path("12,8 C 12,18 21,20 22,24 C 21,28 12,30 12,40")
    for side in HANDS:
        field.stroke(side(glass), 2.2)
    upper = path("15.5,16.5 C 17,19.5 22,21 24,23.5")
    field.fill(symmetrical(upper, 24))
    lower = path("24,30.5 C 22,33.5 15.5,34 14,39.5")
    field.fill(symmetrical(lower, 24))
    field.stroke(path("24,23 24,33"), 1.2)
    for y in (6, 42):
        field.stroke(points((8.5, y), (39.5, y)), 3.4)


def settings(field: Field) -> None:
    dividers(field)


def codex(field: Field) -> None:
    book(field)


def _portfolio(field: Field) -> None:
    field.stroke(path("7,21 7,42 41,42 41,21"), BOLD)
    for side in HANDS:
        field.stroke(side(path("7,21 13,21 15.5,27 24,27")), 2.2)
    field.stroke(path("14,35 34,35"), FINE)
    field.stroke(path("14,38.3 34,38.3"), FINE)


def _arrow(field: Field, line: Line, reach: float = 6.5) -> None:
    """A line whose last point bears an arrowhead."""
    end = line[-1]
    heading = np.degrees(np.arctan2(*(end - line[-2])[::-1]))
    head = np.array(((0, 0), (-reach * 1.35, -reach), (-reach * 0.9, 0), (-reach * 1.35, reach))) + end
    field.stroke(line[:-1] if len(line) > 4 else np.stack([line[0], end + (line[0] - end) * 0.3]), BOLD)
    field.fill(turned(head, heading, tuple(end)))


def store(field: Field) -> None:
    """Into the portfolio: save."""
    _portfolio(field)
    _arrow(field, path("24,4 24,22.5"))


def fetch(field: Field) -> None:
    """Out of the portfolio: load."""
    _portfolio(field)
    _arrow(field, path("24,22.5 24,4"))


def back(field: Field) -> None:
    """An arrow with feathers, to the left."""
    _arrow(field, path("40,24 4.5,24"), 8.5)
    for x in (32, 37, 42):
        field.stroke(points((x, 24), (x + 4, 17.5)), 2)
        field.stroke(points((x, 24), (x + 4, 30.5)), 2)


def next_one(field: Field) -> None:
    """A swelled chevron, to the right."""
    for half in (path("15,7 C 19,15 27,21 35,24"), path("15,41 C 19,33 27,27 35,24")):
        field.stroke(half, np.linspace(1.4, 5.4, len(half)))


def _seen_from_behind(draw: Callable[[Field], None], field: Field) -> None:
    """Draws the mirror image."""
    other = plate(UNITS, UNITS, field.plate.finer)
    draw(Field(other))
    field.plate.lay(other.image.transpose(0), (0, 0))


def previous(field: Field) -> None:
    _seen_from_behind(next_one, field)


def question(field: Field) -> None:
    field.ring((24, 24), 19, BOLD)
    field.ring((24, 24), 15.6, 0.9)
    mark = letters("?", serif(29 * field.plate.finer))
    size = np.array(mark.size) / field.plate.finer
    field.plate.lay(mark, tuple(np.array((24, 24)) - size / 2))


def source(field: Field) -> None:
    """A reading glass over a printed leaf."""
    field.shape(path("8,4.5 33,4.5 33,42 8,42"), 2.2)
    for down in range(6):
        field.stroke(points((13, 11 + down * 5), (28 if down % 3 else 23, 11 + down * 5)), FINE)
    field.disc((30, 27), 11.5, SMOOTH)
    field.ring((30, 27), 9.2, BOLD)
    field.stroke(arc((30, 27), 5.4, 190, 260), FINE)
    field.stroke(path("37,34 44,42"), 4.2)


def sound(field: Field) -> None:
    """A horn, and what it says."""
    horn = path("6,25 C 15,25 22,21 27,11 27,38 C 23,31.5 16,29 6,29")
    field.fill(horn)
    field.stroke(path("4.5,23.5 4.5,30.5"), 2.6)
    field.stroke(path("27.2,9.5 C 30,18 30,31 27.2,39.5"), 2.4)
    for radius in (12, 18.5):
        wave = arc((24, 24.5), radius, -38, 38)
        field.stroke(wave, swelling(wave, 1.0, 2.6))


def undo(field: Field) -> None:
    """An arrow that turns back."""
    field.stroke(arc((25, 26), 14.5, -120, 130), BOLD)
    head = path("5.5,15 21.5,4.5 21,22.5")
    field.fill(head)


def people(field: Field) -> None:
    """A family."""
    for x, y, size in ((13.5, 12, 1.0), (34.5, 13.5, 0.94), (24, 25, 0.72)):
        shoulders = path("0,7.5 C -6,7.5 -9.5,11 -9.5,18 -9.5,33 0,33") * size + (x, y)
        shoulders[:, 1] = np.minimum(shoulders[:, 1], 43)
        coat = symmetrical(shoulders, x)
        field.stroke(coat, 4.0, SMOOTH)
        field.fill(coat)
        field.disc((x, y), 7.4 * size, SMOOTH)
        field.disc((x, y), 5.8 * size)


def treasury(field: Field) -> None:
    """Coins, stacked and loose."""
    for x, y, height in ((30, 40, 6), (15, 40, 3)):
        for level in range(height):
            top = y - level * 5.2
            field.shape(_disc_from_the_side((x, top - 2.4), 11, 4.2, 4.6), 1.9)
        field.stroke(_oval((x, y - height * 5.2 + 2.8), 6, 1.7, 0, 360), 1.0)


def _oval(centre: Point, across: float, down: float, start: float, end: float) -> Line:
    return arc((0, 0), 40, start, end) / 40 * (across, down) + centre


def _disc_from_the_side(centre: Point, across: float, down: float, thick: float) -> Line:
    x, y = centre
    lower = _oval((x, y + thick / 2), across, down, 0, 180)
    return joined(lower, _oval((x, y - thick / 2), across, down, 180, 360))


def readiness(field: Field) -> None:
    """A soldiers' tent with its pennon."""
    field.stroke(path("24,10 24,2"), 1.8)
    field.fill(path("24,1.5 36,4.2 24,7"))
    for side in HANDS:
        field.stroke(side(path("24,10 8,33 8,42")), BOLD)
        field.stroke(side(path("8,33 2,42")), FINE)
    field.fill(path("24,17 29.5,33 31.5,42 16.5,42 18.5,33"))
    field.stroke(path("24,22 24,42"), 1.0, SMOOTH)
    field.stroke(path("2,43 46,43"), BOLD)


def credibility(field: Field) -> None:
    """A seal on two ribbons."""
    for side in HANDS:
        field.fill(side(path("20,27 11,43 17,41.5 20,46 26,31")))
    field.disc((24, 18.5), 19.6, SMOOTH)
    for degrees in range(0, 360, 20):
        field.disc(tuple(turned(points((24, 3)), degrees, (24, 18.5))[0]), 2.7)
    field.disc((24, 18.5), 15.8)
    field.ring((24, 18.5), 12, 1.3, SMOOTH)
    field.fill(star((24, 18.5), 9.5, 3.1, 8), SMOOTH)
    field.disc((24, 18.5), 1.6)


def tension(field: Field) -> None:
    """A flame."""
    right = "25,2.5 C 27,12 38,17 38,30 C 38,39 32,45 24,45"
    field.fill(path(f"{right} C 15,45 10,39 10,31 C 10,24 14,21 15,14.5 C 18,17 19,19 19.5,22 C 24,16 26,10 25,2.5"))
    inner = path("25.5,22 C 26,28 31,29 31,35.5 C 31,39.5 28,42 24.3,42 C 20,42 17,39.5 17,36 C 17,31 24,29 25.5,22")
    field.fill(inner, SMOOTH)
    core = path("24.3,32 C 21.5,35 20.5,36.5 20.5,38")
    field.stroke(core, 1.6)


def capital(field: Field) -> None:
    """A plum blossom."""
    for petal in range(5):
        lobe = symmetrical(path("24,23 C 11,19 13,4 24,4"), 24)
        field.stroke(turned(lobe, 72 * petal, (24, 25)), 2.2, closed=True)
    field.disc((24, 25), 4.4)
    for degrees in range(0, 360, 36):
        long = 10.4 if degrees % 72 == 0 else 8.2
        field.stroke(turned(points((24, 25), (24, 25 - long)), degrees, (24, 25)), 0.9)
        field.disc(tuple(turned(points((24, 25 - long)), degrees, (24, 25))[0]), 1.2)


def lock(field: Field) -> None:
    """A padlock: initialled."""
    field.stroke(joined(points((14.5, 22)), arc((24, 15.5), 9.5, 180, 360), points((33.5, 22))), 3.2)
    field.fill(rounded_box(8, 21, 40, 44, 3))
    field.stroke(rounded_box(10.8, 23.8, 37.2, 41.2, 1.5), 0.9, SMOOTH, closed=True)
    field.disc((24, 30), 3.3, SMOOTH)
    field.fill(path("23,30 25,30 26.6,38 21.4,38"), SMOOTH)


def bracket(field: Field) -> None:
    """Square brackets about words not agreed."""
    for side in HANDS:
        field.stroke(side(path("14,6 6.5,6 6.5,42 14,42")), 3.2)
    for y, start, end in ((16, 15, 33), (24, 15, 33), (32, 15, 26)):
        field.stroke(points((start, y), (end, y)), 2)


ICONS: dict[str, Callable[[Field], None]] = {
    "telegram": telegram,
    "memorial": memorial,
    "orders": orders,
    "table": table,
    "court": court,
    "codex": codex,
    "record": record,
    "settings": settings,
    "save": store,
    "load": fetch,
    "back": back,
    "next": next_one,
    "previous": previous,
    "question": question,
    "source": source,
    "sound": sound,
    "undo": undo,
    "people": people,
    "treasury": treasury,
    "readiness": readiness,
    "credibility": credibility,
    "tension": tension,
    "capital": capital,
    "lock": lock,
    "bracket": bracket,
}


def draw() -> None:
    for name, engrave in ICONS.items():
        copper = plate(UNITS, UNITS, finer=8)
        engrave(Field(copper))
        save(printed(copper.cover(), WHITE), f"icon-{name}", levels=32)

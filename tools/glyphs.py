"""Small things drawn in a field of 48 by 48: what stands for an office, and the emblems of the seals."""

from collections.abc import Callable

import numpy as np

from tools.figures import (
    Line,
    Point,
    arc,
    bezier,
    joined,
    mirrored,
    moved,
    path,
    points,
    regular,
    smooth,
    swelling,
    symmetrical,
    turned,
)
from tools.plate import BOLD, FINE, SMOOTH, UNITS, Field

HANDS: tuple[Callable[[Line], Line], ...] = (lambda line: line, lambda line: mirrored(line, UNITS / 2))
"""For what is alike on the left and on the right of a field."""


def pen(field: Field) -> None:
    """A quill, its nib at the lower left."""
    vane = path("15,34 C 15,17 27,8 42,5 C 41,19 34,31 17,34.5")
    field.fill(vane)
    field.stroke(path("5.5,43 C 17,31 27,20 40,8"), 4.4, SMOOTH)
    field.stroke(path("5.5,43 C 17,31 27,20 40,8"), np.linspace(2.2, 1.0, 29))
    for start, end in (((22, 34), (25.5, 25.5)), ((31, 27.5), (31, 20)), ((17, 22), (22, 24))):
        field.stroke(points(start, end), 1.2, SMOOTH)


def brush(field: Field) -> None:
    """A writing brush, its hair at the lower left."""
    field.stroke(path("43,5 21.5,26.5"), 3.4)
    field.disc((43, 5), 2.6)
    field.stroke(path("22,26 18.5,29.5"), 5.4)
    field.fill(path("16.5,27 C 10,32 9,38 4.5,43.5 C 10,39 16,38 21,31.5"))
    field.stroke(path("20.6,23.6 24.4,27.4"), 1.3, SMOOTH)
    field.stroke(path("16,27 21,32"), 1.3, SMOOTH)
    field.stroke(path("16,32 C 13,34.5 11.5,37 9,39.5"), 0.9, SMOOTH)


def sword(field: Field) -> None:
    """A sabre, its point at the upper right."""
    blade = path("13,32 C 26,26 36,17 43,4.5 C 40,21 30,31 16,35.5")
    field.fill(blade)
    field.stroke(path("18,31.5 C 27,27 34,21 39,13"), 1.0, SMOOTH)
    field.stroke(path("9.5,28.5 19,39.5"), 3.2)
    field.stroke(path("13,34.5 6,41.5"), 4.2)
    field.stroke(path("18.5,39.5 C 16,45 9,46 6,42"), 1.8)


def book(field: Field) -> None:
    """An open book."""
    for side in HANDS:
        page = path("24,12 C 19,7.5 11,7.5 4.5,9.5 4.5,37.5 C 12,35 19,35.5 24,40")
        field.shape(side(page))
        for down in (0, 6.2, 12.4):
            field.stroke(side(moved(path("9,15.5 C 13,14.5 17,15 20,17"), 0, down)), FINE)
    field.stroke(path("24,12 24,40"), BOLD)
    field.stroke(path("4.5,42 C 12,39.5 19,40 24,44"), FINE)
    field.stroke(mirrored(path("4.5,42 C 12,39.5 19,40 24,44"), 24), FINE)


def coin(field: Field) -> None:
    """A coin with a milled edge before two others."""
    for down in (0, 5.5):
        stack = arc((31, 33.5 - down), 12, -70, 110)
        field.stroke(stack, 2.2)
    field.fill(arc((20.5, 24), 17, 0, 360), SMOOTH)
    field.ring((20.5, 24), 15.5, 2.6)
    field.ring((20.5, 24), 11.5, 1.2)
    for degrees in range(0, 360, 15):
        field.stroke(turned(path("20.5,10.8 20.5,9"), degrees, (20.5, 24)), 1.0, SMOOTH)
    field.fill(regular((20.5, 24), 6.6, 4))


def crown(field: Field) -> None:
    """A crown closed by arches, with an orb."""
    half = path("24,34 8,34 C 2,24 4,13 13,13.5 C 19,14 22,17 24,20")
    for side in HANDS:
        field.fill(side(half))
        field.fill(side(path("10.5,31 C 6.5,24 7,17.5 12.5,17.2 C 15,21 16.5,26 17,31")), SMOOTH)
        for pearl in ((7.3, 25), (7.8, 19.5), (12, 17)):
            field.disc(tuple(side(points(pearl))[0]), 1.5)
        field.fill(side(path("20,31 C 20,25 21,23 24,20.5 24,31")), SMOOTH)
    field.stroke(path("24,19 24,33"), 2.2)
    field.stroke(path("8.5,34.5 39.5,34.5"), 2.2)
    field.stroke(path("9,40.5 39,40.5"), 4.6)
    for jewel in (14, 24, 34):
        field.fill(regular((jewel, 40.5), 1.9, 4), SMOOTH)
    field.disc((24, 13.5), 4.2)
    field.stroke(path("24,4 24,10"), 2.0)
    field.stroke(path("21.2,6.2 26.8,6.2"), 2.0)


def throne(field: Field) -> None:
    """A high-backed seat with arms, on its dais."""
    back = path("14,27 14,14 C 14,8 20,9 24,4 C 28,9 34,8 34,14 34,27")
    field.fill(back)
    field.fill(path("18,24 18,15 C 19,12.5 23,12 24,10 C 25,12 29,12.5 30,15 30,24"), SMOOTH)
    field.fill(regular((24, 18.5), 4, 4))
    field.stroke(path("8,22 8,30 40,30 40,22"), 3.2)
    field.stroke(path("5.5,21.5 11,21.5"), 3)
    field.stroke(path("37,21.5 42.5,21.5"), 3)
    field.stroke(path("12,31 12,37"), 3.2)
    field.stroke(path("36,31 36,37"), 3.2)
    field.stroke(path("8,38.2 40,38.2"), 2.8)
    field.stroke(path("5,43 43,43"), 2.8)


def scales(field: Field) -> None:
    """A pair of scales."""
    field.stroke(path("24,8 24,39"), np.linspace(2.2, 3.0, 2))
    field.disc((24, 7), 3)
    field.stroke(path("7,14 24,11.5 41,14"), 2.2)
    for middle in (9, 39):
        field.stroke(points((middle - 6, 28), (middle, 14), (middle + 6, 28)), 1.3)
        field.fill(arc((middle, 27.5), 7.6, 0, 180))
    field.stroke(path("14,42 34,42"), 3.2)
    field.fill(path("19,41 24,35 29,41"))


def anchor(field: Field) -> None:
    field.ring((24, 8.5), 4, 2.4)
    field.stroke(path("24,13 24,41"), 3.2)
    field.stroke(path("14,18.5 34,18.5"), 3)
    field.stroke(arc((24, 26), 16, 15, 165), swelling(arc((24, 26), 16, 15, 165), 2.2, 4.4))
    for side in HANDS:
        field.fill(side(path("5,33.5 7.5,24 14,31")))


def dividers(field: Field) -> None:
    """The dividers of a man who maps."""
    for side in HANDS:
        leg = side(path("22.4,13 11,43"))
        field.stroke(leg, np.array((4.0, 1.1)))
    field.disc((24, 11), 5.4)
    field.disc((24, 11), 1.9, SMOOTH)
    field.stroke(path("24,2.6 24,6"), 3)
    field.stroke(arc((24, 11), 19, 62, 118), 1.8)


def yurt(field: Field) -> None:
    """A herder's felt tent."""
    field.fill(symmetrical(path("4,27 C 8,16 15,11 20,10"), 24))
    field.fill(path("5.5,27 42.5,27 42.5,42 5.5,42"))
    field.stroke(path("19.5,7.5 28.5,7.5"), 2.4)
    field.stroke(path("4,27.6 44,27.6"), 1.4, SMOOTH)
    for x in (10, 15):
        rope = bezier((x, 28), (x, 22), (x + 4, 15), (x + 7, 10))
        field.stroke(rope, 1.1, SMOOTH)
        field.stroke(mirrored(rope, 24), 1.1, SMOOTH)
    field.fill(path("19,30.5 29,30.5 29,42.5 19,42.5"), SMOOTH)
    field.stroke(path("24,31 24,42"), 1.4)
    field.stroke(path("3,43.5 45,43.5"), 2.4)


def wheat(field: Field) -> None:
    """An ear of wheat with its beard and one leaf."""
    field.stroke(path("24,12 24,46.5"), 1.6)
    for row in reversed(range(5)):
        for side in (-1, 1):
            x, y = 24 + side * 5.0, 15.2 + row * 5.4
            field.stroke(points((x + side * 1.8, y - 4), (x + side * 5.6, y - 12)), 0.8)
            _grain(field, (x, y), side * 24)
    _grain(field, (24, 9.5), 0)
    field.stroke(path("24,5 24,0.8"), 0.8)
    field.fill(path("24,44 C 28,39 33,37 40,41 C 33,40.5 28,42 24,46.5"))


def _grain(field: Field, centre: Point, degrees: float) -> None:
    x, y = centre
    half = bezier((x, y - 5), (x + 3.6, y - 1.5), (x + 3.2, y + 3), (x, y + 4.6))
    outline = turned(symmetrical(half, x), degrees, centre)
    field.stroke(outline, 1.5, SMOOTH, closed=True)
    field.fill(outline)
    field.stroke(turned(points((x, y - 2), (x, y + 2.4)), degrees, centre), 0.6, SMOOTH)


def drop(field: Field) -> None:
    """A drop of water with its light, over three ripples."""
    half = path("24,2 C 29,12 34.5,16.5 34.5,23")
    field.fill(joined(half, arc((24, 23), 10.5, 0, 180), mirrored(half, 24)[::-1]))
    light = arc((24, 23), 7, 95, 175)
    field.stroke(light, swelling(light, 0.6, 2.2), SMOOTH)
    for reach, y in ((10, 37), (16, 41), (11, 45)):
        ripple = smooth((24 - reach, y), (24 - reach / 2, y + 1.5), (24, y), (24 + reach / 2, y - 1.5), (24 + reach, y))
        field.stroke(ripple, swelling(ripple, 0.7, 2.0))


OFFICES: dict[str, Callable[[Field], None]] = {
    "pen": pen,
    "brush": brush,
    "sword": sword,
    "book": book,
    "coin": coin,
    "crown": crown,
    "throne": throne,
    "scales": scales,
    "anchor": anchor,
    "dividers": dividers,
    "yurt": yurt,
}
"""What people.toml may give a person as attribute."""

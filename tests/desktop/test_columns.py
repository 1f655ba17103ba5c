"""Columns that are too short for their parts, and parts that scroll only where they must."""

from game.desktop.box import Box
from game.desktop.lettering import Lettering
from game.desktop.widgets.layout import BAR, Column, Gap, Give, Grow, Scroll

LETTERING = Lettering()


def heights(column, tall):
    return [box.h for _, box in column.parts(Box(0, 0, 100, tall), LETTERING)]


def test_a_part_that_gives_way_does_so_only_when_the_column_is_too_short():
    column = Column([Give(Gap(80)), Gap(40)], 0)

    assert heights(column, 200) == [80, 40]
    assert heights(column, 90) == [50, 40]


def test_what_one_part_cannot_give_the_next_one_does():
    column = Column([Give(Gap(20)), Give(Gap(60)), Gap(40)], 0)

    assert heights(column, 70) == [0, 30, 40]


def test_a_column_with_room_grows_before_anything_gives_way():
    column = Column([Give(Gap(20)), Grow(Gap(0)), Gap(40)], 0)

    assert heights(column, 100) == [20, 40, 40]


def test_what_fits_has_the_whole_width_and_what_scrolls_leaves_room_for_its_bar():
    scroll = Scroll("part", Gap(80), {})

    assert scroll.wide(Box(0, 0, 100, 80), LETTERING) == 100
    assert scroll.wide(Box(0, 0, 100, 79), LETTERING) < 100 - BAR

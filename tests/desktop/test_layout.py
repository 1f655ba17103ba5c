"""Placing: what grows, what scrolls, and which spot lies under a point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.box import Box
from game.desktop.focus import beside, order, towards
from game.desktop.lettering import Lettering, Span, Style
from game.desktop.widget import arrange
from game.desktop.widgets.layout import Cell, Column, Flow, Gap, Grow, Pad, Row, Scroll
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Words, words

LETTERING = Lettering(1.0)
PAGE = Box(0, 0, 600, 400)


def boxes(widget, box=PAGE):
    return {
        each.widget.label: each.box
        for each in arrange(widget, box, LETTERING).placed
        if isinstance(each.widget, Button)
    }


def button(name):
    return Button(name, name)


def test_what_grows_takes_the_height_that_the_others_leave():
    found = boxes(Column([button("head"), Grow(Column([button("body")])), button("foot")], 10))

    assert found["head"] == Box(0, 0, 600, 40)
    assert found["foot"] == Box(0, 360, 600, 40)


def test_cells_share_what_fixed_ones_leave():
    found = boxes(Row([Cell(button("a"), 100), Cell(button("b"), 0, 1), Cell(button("c"), 0, 3)], 20))

    assert [found[name].w for name in "abc"] == [100, 115, 345]  # 600 - 100 - 2 × 20 = 460, one part to three


def test_a_flow_begins_a_new_line_where_the_next_part_would_not_fit():
    found = boxes(Flow([(250, button(name)) for name in "abc"], 10))

    assert [(found[name].x, found[name].y) for name in "abc"] == [(0, 0), (260, 0), (0, 50)]


def scrolled(offsets, rows=20):
    return Scroll("list", Column([button(f"row {number}") for number in range(rows)], 10), offsets)


def test_a_scrolled_part_moves_up_and_its_hidden_rows_cannot_be_clicked():
    page = arrange(scrolled({"list": 100.0}), PAGE, LETTERING)

    assert page.at(10, 5).meaning == "row 2"  # rows are 50 apart
    assert page.spot("row 0").boxes[0].y == -100
    assert page.at(10, -95) is None


@given(st.floats(-1e4, 1e4))
def test_nothing_scrolls_past_its_ends(offset):
    page = arrange(scrolled({"list": offset}), PAGE, LETTERING)
    first, last = page.spot("row 0").boxes[0], page.spot("row 19").boxes[0]

    assert first.y <= 0
    assert last.bottom >= PAGE.h


@pytest.mark.parametrize("steps", [1, -1])
def test_tab_goes_around_every_spot_once(steps):
    page = arrange(Pad(Flow([(90, button(str(number))) for number in range(17)])), PAGE, LETTERING)
    seen, name = [], order(page)[0].name

    for _ in order(page):
        seen.append(name)
        name = beside(page, name, steps)

    assert name == seen[0]
    assert sorted(seen) == sorted(spot.name for spot in order(page))


def test_arrows_go_to_the_neighbour():
    page = arrange(Flow([(290, button(name)) for name in "abcd"], 10), PAGE, LETTERING)

    assert towards(page, "a", 1, 0) == "b"
    assert towards(page, "a", 0, 1) == "c"
    assert towards(page, "d", -1, 0) == "c"
    assert towards(page, "d", 0, -1) == "b"
    assert towards(page, "a", -1, 0) == "d"  # nothing lies there: around the end, in reading order


def test_words_are_as_tall_as_their_lines():
    one, many = words("short"), words("word " * 200)
    line = one.height(600, LETTERING)

    assert many.height(600, LETTERING) == pytest.approx(line * len(LETTERING.lines(many.spans, 600)))
    assert Column([one, Gap(12), one], 0).height(600, LETTERING) == pytest.approx(2 * line + 12)


def test_what_is_met_twice_on_a_page_does_not_catch_the_focus():
    page = Column(
        [Button("Ili", "codex ili"), Button("Read", "read"), Button("Ili again", "codex ili"), Button("On", "on")]
    )
    arrangement = arrange(page, PAGE, LETTERING)
    walked, name = [], ""

    for _ in range(4):
        name = beside(arrangement, name, 1)
        walked.append(arrangement.spot(name).label)

    assert walked == ["Ili", "Read", "Ili again", "On"]


@given(st.integers(60, 400))
def test_a_link_broken_over_lines_is_called_by_all_of_its_words(width):
    title = "The Tekes basin and the Muzart pass"
    page = Words((Span("See "), Span(title, Style(), "look tekes"), Span(".")))

    spot = arrange(page, Box(0, 0, width, 400), LETTERING).spots[0]

    assert spot.label == title

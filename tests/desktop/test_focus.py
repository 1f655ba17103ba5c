"""The focus: on every screen, Tab and the arrow keys alone reach everything that can be pressed."""

import pytest

from game.desktop.box import Box
from game.desktop.focus import beside, order, towards
from game.desktop.keys import DIRECTIONS
from game.desktop.lettering import Lettering
from game.desktop.widget import arrange
from game.desktop.widgets.layout import AtMost, Cell, Column, Row, Scroll
from game.desktop.widgets.press import Button
from tests.desktop.desks import WIDE
from tests.desktop.posed import POSES, name_of, view_in

SIZES = {"wide": (WIDE, 100), "narrow": ((1920, 1080), 200)}
LOOSE = 1.0
"""Logical pixels by which a rounded box may stand over an edge."""


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))


def steps(arrangement, spot):
    """Where the arrow keys lead from *spot*: left and right turn what can be turned, and a map keeps them all."""
    if spot.role == "map":
        return set()
    turned = bool(spot.less or spot.more)
    return {towards(arrangement, spot.name, *to) for to in DIRECTIONS.values() if not (turned and to[0])}


def reached(arrows, start):
    """Everything that the arrow keys come to from a spot."""
    found, waiting = {start}, [start]
    while waiting:
        fresh = arrows[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def on_a_map(arrangement, spot):
    """Whether a spot lies on a map that keeps the arrow keys: Tab comes to it, and the map has keys of its own."""
    maps = [each.boxes[0] for each in arrangement.spots if each.role == "map"]
    return any(box.holds(*spot.boxes[0].centre) for box in maps)


def assert_tab_comes_to_every_spot_once_and_back_to_the_first(view):
    names = [spot.name for spot in order(view.arrangement)]
    assert len(names) == len(set(names)) > 0

    walked = [names[0]]
    for _ in names:
        walked.append(beside(view.arrangement, walked[-1], 1))

    assert walked == [*names, names[0]]
    assert [beside(view.arrangement, name, -1) for name in walked[1:]] == walked[:-1]


def assert_the_arrow_keys_reach_every_spot_from_every_other(view):
    arrangement = view.arrangement
    arrows = {spot.name: steps(arrangement, spot) for spot in order(arrangement)}
    wanted = {spot.name for spot in order(arrangement) if not on_a_map(arrangement, spot)}

    lost = {name: wanted - reached(arrows, name) for name in wanted}

    assert {name: missing for name, missing in lost.items() if missing} == {}


def assert_every_spot_lies_on_the_page_or_in_a_part_that_scrolls(view):
    body, arrangement = view.body, view.arrangement
    scrolled = [each.widget.window(each.box) for each in arrangement.placed if isinstance(each.widget, Scroll)]

    outside = [
        spot.name
        for spot, clip in zip(arrangement.spots, arrangement.clips, strict=True)
        for box in spot.boxes
        if not any(clip.common(window) == clip for window in scrolled)
        and not (
            box.x >= -LOOSE
            and box.y >= -LOOSE
            and box.right <= body.right + LOOSE
            and box.bottom <= body.bottom + LOOSE
        )
    ]

    assert outside == []


def assert_every_spot_says_what_it_is(view):
    assert [spot.name for spot in order(view.arrangement) if not spot.label.strip()] == []


def test_a_list_longer_than_its_place_is_walked_through_before_what_stands_below():
    rows = [Button(f"Row {number}", f"row {number}") for number in range(20)]
    page = Column([Button("Above", "above"), AtMost(Scroll("list", Column(rows), {}), 200), Button("Below", "below")])
    arrangement = arrange(page, Box(0, 0, 300, 300), Lettering())

    walked = ["above"]
    while walked[-1] != "below":
        walked.append(towards(arrangement, walked[-1], 0, 1))

    assert walked == ["above", *(f"row {number}" for number in range(20)), "below"]
    assert towards(arrangement, "below", 0, -1) == "row 19"


def test_at_the_end_of_a_row_the_next_thing_follows():
    row = Row([Cell(Button(text, text)) for text in "abc"])
    arrangement = arrange(Column([row, Button("d", "d")]), Box(0, 0, 300, 300), Lettering())

    walked = ["a"]
    for _ in range(3):
        walked.append(towards(arrangement, walked[-1], 1, 0))

    assert walked == ["a", "b", "c", "d"]


def assert_what_has_the_focus_can_be_seen(view):
    for spot in order(view.arrangement):
        view.focus_on(spot.name)
        here = view.arrangement.spot(spot.name)
        clip = view.arrangement.clips[view.arrangement.spots.index(here)]

        assert not here.boxes[0].common(clip).common(view.body).empty, spot.name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pose", POSES, ids=name_of)
def test_everything_can_be_reached_seen_and_heard_by_keyboard_alone(pose, size):
    view = view_in(pose, *SIZES[size])

    assert_every_spot_says_what_it_is(view)
    assert_tab_comes_to_every_spot_once_and_back_to_the_first(view)
    assert_the_arrow_keys_reach_every_spot_from_every_other(view)
    assert_every_spot_lies_on_the_page_or_in_a_part_that_scrolls(view)
    assert_what_has_the_focus_can_be_seen(view)

"""The value plane and its labels: where things stand follows from their points, and no label runs into another."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.box import Box
from game.desktop.lettering import Lettering, Style
from game.desktop.widget import arrange
from game.desktop.widgets.labels import Label, placed_labels
from game.desktop.widgets.plane import Plane, PlaneMark

LETTERS = Lettering()
BOX = Box(0, 0, 700, 500)
AREA = Box(40, 40, 600, 400)


def plane(*points: tuple[float, float], looked: int = -1) -> Plane:
    marks = [PlaneMark(point, "disc", "first", str(n), f"offer {n}", f"offer {n}") for n, point in enumerate(points, 1)]
    edge = [(0.0, 90.0), (50.0, 70.0), (95.0, 5.0)]
    return Plane(("to us", "to them"), edge, (20.0, 15.0), marks, looked=looked, less="offer 1", more="offer 3")


def test_more_points_to_the_first_seat_lie_to_the_right_and_to_the_second_higher():
    found = plane((30, 40), (60, 80))

    (poor_x, poor_y), (rich_x, rich_y) = found.at(BOX, (30, 40)), found.at(BOX, (60, 80))

    assert rich_x > poor_x
    assert rich_y < poor_y


def test_the_plane_shows_whole_tens_around_all_there_is():
    assert plane((-3, 40), (60, 101)).bounds == (-10, 100, 0, 110)


@pytest.mark.parametrize("point", [(0, 0), (95, 90), (20, 15), (-4, 93)])
def test_every_point_lies_inside_the_plane(point):
    found = plane(point)
    area = found.area(BOX)

    x, y = found.at(BOX, point)

    assert area.x <= x <= area.right
    assert area.y <= y <= area.bottom


def test_a_mark_can_be_clicked_where_it_stands_and_is_looked_at_under_the_mouse():
    found = plane((30, 40), (60, 80))
    spot = arrange(found, BOX, LETTERS).at(*found.at(BOX, (60, 80)))

    assert (spot.meaning, spot.looks) == ("offer 2", "offer 2")


def test_the_keyboard_has_one_stop_that_turns_from_offer_to_offer():
    spots = [spot for spot in arrange(plane((30, 40)), BOX, LETTERS).spots if spot.role != "arrow"]

    assert [(spot.name, spot.less, spot.more) for spot in spots] == [("plane", "offer 1", "offer 3")]


def test_the_zone_ends_on_the_curve_where_it_meets_the_lines_of_waiting():
    zone = plane((30, 40)).zone()

    # from (0, 90) to (50, 70) the curve falls by 0.4 a point: at 20 it stands at 82; from (50, 70) to (95, 5) it
    # falls 65 in 45: at a height of 15 it has come 55 / 65 of the way, to 50 + 45 * 55 / 65
    assert zone[0] == pytest.approx((20, 82))
    assert zone[-1] == pytest.approx((50 + 45 * 55 / 65, 15))
    assert (50, 70) in zone


def test_where_no_text_is_better_for_both_there_is_no_zone():
    far = evolve(plane((30, 40)), waiting=(96.0, 91.0))

    assert far.zone() == []


points = st.tuples(st.floats(AREA.x, AREA.right), st.floats(AREA.y, AREA.bottom))


@given(st.lists(st.tuples(points, st.text("abcdefgh ", min_size=1, max_size=20), st.booleans()), max_size=25))
def test_no_label_runs_into_another_or_out_of_the_plane(wanted):
    labels = [Label(text, point, Style(), due) for point, text, due in wanted]

    places = [place.box for _, place in placed_labels(labels, [], AREA, LETTERS)]

    for number, box in enumerate(places):
        assert AREA.x <= box.x <= box.right <= AREA.right
        assert AREA.y <= box.y <= box.bottom <= AREA.bottom
        assert all(box.common(other).empty for other in places[number + 1 :])


def test_a_due_label_is_moved_away_where_another_is_left_out():
    taken = [Box(280, 180, 40, 60), Box(240, 190, 120, 40)]
    words = [Label("Livadia", (300, 210), Style(), True), Label("7", (300, 210), Style())]

    placed = list(placed_labels(words, taken, AREA, LETTERS))

    assert [(label.text, place.far) for label, place in placed] == [("Livadia", True)]


def test_a_label_asked_to_one_side_stands_there_or_nowhere():
    asked = Label("no text is better", (300, 200), Style(), side=(1, -1))

    ((_, place),) = placed_labels([asked], [], AREA, LETTERS)

    assert place.box.centre[0] > 300
    assert place.box.centre[1] < 200

"""The camera over a chart: it shows what is asked for in windows of any shape, and stays where a hand has put it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.box import Box
from game.desktop.map.camera import Camera, Gaze

EDGES, HOME = Box(0, 0, 1700, 1100), Box(600, 400, 500, 340)
CORE = Box(500, 350, 700, 450)
COARSE, FINE = 2.4, 6.8
WINDOWS = ((640, 200), (1400, 900), (300, 600))
places = st.floats(0, 1700), st.floats(0, 1100)


def camera() -> Camera:
    return Camera(EDGES, HOME, HOME)


def seen(lens: Camera, window: tuple[int, int] = (1400, 900), covered: float = 0.0) -> Box:
    return lens.seen(*window, COARSE, FINE, CORE, covered)


def holds(outer: Box, inner: Box) -> bool:
    slack = 1e-6
    return (
        outer.x <= inner.x + slack
        and outer.y <= inner.y + slack
        and outer.right >= inner.right - slack
        and outer.bottom >= inner.bottom - slack
    )


@pytest.mark.parametrize("window", WINDOWS)
def test_what_is_wanted_is_seen_whole_in_a_window_of_any_shape(window):
    box = seen(camera(), window)

    assert holds(box, HOME)
    assert box.w / box.h == pytest.approx(window[0] / window[1])


def test_what_a_legend_covers_is_not_counted_as_seen():
    box = seen(camera(), covered=320)

    free = Box(box.x + 320 * box.w / 1400, box.y, box.w * (1 - 320 / 1400), box.h)
    assert holds(free, HOME)


def test_what_is_lit_is_kept_in_sight_until_a_hand_moves_the_map():
    lens = camera()
    lens.lit = Box(1450, 80, 100, 120)

    assert holds(seen(lens), lens.lit)

    lens.drag(500, -200)
    assert not holds(seen(lens), lens.lit)


def test_lit_land_is_no_reason_to_move_when_it_is_seen_already():
    lens = camera()
    before = seen(lens)
    lens.lit = Box(800, 500, 50, 40)

    assert seen(lens) == before


def test_a_moved_map_comes_back_only_to_what_it_has_lost():
    lens = camera()
    seen(lens)
    lens.drag(300, 0)
    moved = seen(lens)

    lens.find(Box(moved.centre[0], moved.centre[1], 20, 20))
    assert seen(lens) == moved

    lens.find(Box(1600, 1000, 50, 50))
    assert holds(seen(lens), HOME)


@given(st.lists(st.tuples(st.integers(-900, 900), st.integers(-700, 700), st.integers(-3, 3)), max_size=12))
def test_no_hand_moves_the_map_off_its_edges_or_nearer_than_its_pictures_allow(moves):
    lens = camera()
    seen(lens)
    for across, down, steps in moves:
        lens.drag(across, down)
        lens.zoom(steps, across / 2, down / 2)
        box = seen(lens)

        assert holds(EDGES, box)
        finest = FINE if CORE.holds(lens.x, lens.y) or lens.fixed else COARSE
        assert lens.scale <= finest * 1.001 or box.h == pytest.approx(EDGES.h)


@given(st.floats(-650, 650), st.floats(-400, 400), st.sampled_from((-2, -1, 1, 2)))
def test_the_point_under_the_mouse_stays_there_while_the_wheel_turns(across, down, steps):
    lens = Camera(Box(-1e5, -1e5, 2e5, 2e5), HOME, HOME)
    lens.seen(1400, 900, 1e3, 1e3, CORE)
    point = (lens.x + across / lens.scale, lens.y + down / lens.scale)

    lens.zoom(steps, across, down)
    lens.seen(1400, 900, 1e3, 1e3, CORE)

    assert (lens.x + across / lens.scale, lens.y + down / lens.scale) == pytest.approx(point, abs=1e-3)


def test_nearer_than_the_whole_picture_allows_the_middle_stays_on_the_finer_one():
    lens = camera()
    seen(lens)
    lens.zoom(8)
    assert seen(lens).h == pytest.approx(900 / FINE)

    lens.drag(-9000, -9000)

    assert CORE.holds(*seen(lens).centre)
    assert lens.scale == pytest.approx(FINE)


@pytest.mark.parametrize(("word", "across", "down"), [("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1)])
def test_a_word_moves_the_view_to_its_side(word, across, down):
    lens = camera()
    before = seen(lens).centre

    assert lens.turn(word)

    after = seen(lens).centre
    assert ((after[0] - before[0]) * across, (after[1] - before[1]) * down) >= (0, 0)
    assert after != before


def test_fit_shows_what_is_lit_and_then_the_whole_again():
    gaze, lens = Gaze(), camera()
    gaze.present, lens.lit = lens, Box(700, 450, 100, 80)
    whole = seen(lens)

    assert gaze.turn(["fit"])
    near = seen(lens)
    assert gaze.turn(["fit"])

    assert holds(near, lens.lit) and near.h < whole.h
    assert seen(lens) == whole


def test_layers_and_legend_are_switched_by_words_and_other_words_mean_nothing():
    gaze = Gaze()

    assert gaze.turn(["roads"]) and gaze.turn(["fold"]) and gaze.turn(["chart", "east"])

    assert (gaze.layers, gaze.folded, gaze.turned) == (frozenset({"roads"}), True, "east")
    assert gaze.turn(["roads"]) and gaze.layers == frozenset()
    assert not gaze.turn(["in"])
    gaze.present = camera()
    assert not gaze.turn(["sideways"])

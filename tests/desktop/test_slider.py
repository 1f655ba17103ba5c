"""The slider and the bars: where they stand is what they say."""

from itertools import pairwise

import pytest

from game.desktop.box import Box
from game.desktop.lettering import Lettering
from game.desktop.widget import arrange
from game.desktop.widgets.slider import Slider

LETTERS = Lettering()
BOX = Box(10, 20, 400, 48)


def slider(place: int = 3, count: int = 9) -> Slider:
    return Slider("Where", place, count, f"step {place}", "step", "previous", "next")


@pytest.mark.parametrize("place", [0, 3, 8])
def test_a_click_on_a_place_goes_there(place):
    found = slider()

    spot = arrange(found, BOX, LETTERS).at(found.x(BOX, place), BOX.y + 4)

    assert spot.meaning == f"step {place}"


def test_places_lie_at_even_distances_from_end_to_end():
    found = slider()
    xs = [found.x(BOX, place) for place in range(9)]

    steps = [later - earlier for earlier, later in pairwise(xs)]

    assert steps == pytest.approx([steps[0]] * 8)
    assert BOX.x <= xs[0]
    assert xs[-1] <= BOX.right


def test_the_arrow_keys_move_it_and_it_says_where_it_stands():
    spot = arrange(slider(), BOX, LETTERS).spot("slider step")

    assert (spot.less, spot.more, spot.value) == ("previous", "next", "step 3")


def test_a_record_of_one_step_has_one_place():
    spots = arrange(slider(0, 1), BOX, LETTERS).spots

    assert [spot.meaning for spot in spots] == ["", "step 0"]

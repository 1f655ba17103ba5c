"""Concessions by public importance: hill 4 and 6 of 10, dale 6 and 4 of 10."""

import pytest

from game.engine.concession import conceded, public_table
from tests.builders import TINY

GREEDY = {"water": "hill", "wood": "hill"}


def test_the_public_table_spreads_an_issues_importance_along_its_ladder():
    assert public_table(TINY.issues, "hill", 0) == {
        "water": {"hill": 40, "half": 20, "dale": 0},
        "wood": {"hill": 60, "dale": 0},
    }
    assert public_table(TINY.issues, "dale", 1) == {
        "water": {"hill": 0, "half": 30, "dale": 60},
        "wood": {"hill": 0, "dale": 40},
    }


@pytest.mark.parametrize(
    ("seat", "after", "given"),
    [
        ("hill", {"water": "half", "wood": "hill"}, 30),
        ("hill", {"water": "dale", "wood": "dale"}, 100),
        ("hill", GREEDY, 0),
        ("dale", {"water": "half", "wood": "hill"}, -20),  # dale takes from hill what hill had
    ],
)
def test_a_concession_is_what_the_other_side_is_thought_to_gain(seat, after, given):
    assert conceded(TINY, seat, GREEDY, after) == pytest.approx(given)

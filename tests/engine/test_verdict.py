"""A text beside history: distance, direction and words, by hand.

The mean weights of TINY's seats are (40 + 70)/2 = 55 for water and (60 + 30)/2 = 45 for wood.
"""

import pytest
from attrs import evolve

from game.engine.history import Article, History
from game.engine.verdict import compare
from tests.builders import CITE, OLD_PACT, TINY, make_scenario


def beside(water, wood):
    return compare(TINY, {"water": water, "wood": wood})[0]


@pytest.mark.parametrize(
    ("water", "wood", "distance", "direction", "label"),
    [
        ("half", "hill", 0, 0, "close to history"),
        ("dale", "hill", 0.275, 0.275, "different road"),  # 55 x 1/2
        ("hill", "hill", 0.275, -0.275, "different road"),
        ("half", "dale", 0.45, 0.45, "another world"),  # 45 x 1
        ("hill", "dale", 0.725, 0.175, "another world"),
    ],
)
def test_distance_and_direction_weigh_the_rungs_between_two_texts(water, wood, distance, direction, label):
    found = beside(water, wood)

    assert (found.distance, found.direction, found.label) == (distance, direction, label)


def test_every_clause_says_which_way_it_differs_and_where_that_is_from():
    water, wood = beside("dale", "dale").clauses

    assert (water.rungs, wood.rungs) == (1, 1)
    assert water.difference == "1 rung nearer to the wish of Dale than “Half”"
    assert water.sources == CITE
    assert beside("hill", "hill").clauses[0].difference == "1 rung nearer to the wish of Hill than “Half”"
    assert beside("half", "hill").clauses[0].difference == "the same"


def test_distance_nothing_means_that_every_clause_is_equal_even_where_nobody_gives_it_weight():
    briefs = {seat: evolve(brief, weights={"water": 100, "wood": 0}) for seat, brief in TINY.briefs.items()}

    found = compare(make_scenario(briefs=briefs), {"water": "half", "wood": "dale"})[0]

    assert found.distance > 0


def test_the_nearest_treaty_comes_first_and_only_shared_issues_count():
    far = evolve(OLD_PACT, id="far", articles={"wood": Article("dale", "Dale fells."), "moon": Article("x", "?")})
    scenario = make_scenario(history=History((far, OLD_PACT)))

    found = compare(scenario, {"water": "half", "wood": "hill"})

    assert [(each.treaty.id, each.distance) for each in found] == [("old-pact", 0), ("far", 1)]
    assert [clause.issue for clause in found[1].clauses] == ["wood"]


def test_two_rungs_are_said_in_the_plural():
    scenario = make_scenario(history=History((evolve(OLD_PACT, articles={"water": Article("hill", "Hill's.")}),)))

    assert compare(scenario, {"water": "dale"})[0].clauses[0].difference.startswith("2 rungs nearer")

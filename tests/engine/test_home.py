"""Consent at home, by hand: margins from the factions' weights, the logistic vote, stands, mandates, chance."""

from math import comb

import pytest
from attrs import evolve

from game.engine.home import (
    SWINGS,
    beyond,
    carries,
    chance_at_home,
    chance_of,
    faction_ledger,
    inclination,
    margin,
    rungs_beyond,
    stand_price,
    support,
    voters,
    weakest_margin,
)
from game.engine.ledger import Entry
from game.engine.prospect import home_of
from game.engine.rules import start
from game.engine.scenario import Stage
from tests.builders import TINY, WATER, play

HOME = home_of(start(TINY), "hill")
GREEN = TINY.stage["green"]
GIVEN = {"water": "dale", "wood": "hill"}
SUPPORT_OF_GIVEN = 6729
"""Elders 57 points for it and young 9 against: 0.6/(1+exp(-57/6)) + 0.4/(1+exp(9/6)) = 0.59996 + 0.07297."""


@pytest.mark.parametrize(
    ("side", "limit", "option", "rungs"),
    [
        (0, "hill", "dale", 2),
        (0, "half", "hill", 0),
        (0, "half", "dale", 1),
        (1, "dale", "hill", 2),
        (1, "half", "dale", 0),
        (1, "half", "half", 0),
    ],
)
def test_rungs_beyond_a_limit_count_away_from_the_seats_own_wish(side, limit, option, rungs):
    assert rungs_beyond(WATER, side, limit, option) == rungs


def test_only_exceeded_limits_are_beyond():
    assert beyond(HOME, {"water": "half", "wood": "dale"}, GIVEN) == {"water": 1}


@pytest.mark.parametrize(
    ("rungs", "credibility", "points"),
    [(1, 100, 1.6), (2, 60, 2.56), (3, 0, 2.4), (0, 60, 0)],  # 1.6 n (0.5 + C/200)
)
def test_breaking_a_stand_costs_more_the_more_the_seat_was_believed(rungs, credibility, points):
    assert stand_price(rungs, credibility) == pytest.approx(points)


def test_a_faction_counts_clauses_against_the_status_quo_then_favour_and_mandate():
    elders, young = faction_ledger(HOME, "elders", GIVEN), faction_ledger(HOME, "young", GIVEN)

    assert elders == (
        Entry("elders", "water", -20, "dale"),  # 20 points of water given away
        Entry("elders", "wood", 80, "hill"),
        Entry("elders", "mandate water", -3),  # ann may go to half; this is one rung further
    )
    assert young == (
        Entry("young", "water", -50, "dale"),
        Entry("young", "wood", 50, "hill"),
        Entry("young", "favour", -6),
        Entry("young", "mandate water", -3),
    )
    assert (margin(HOME, "elders", GIVEN), margin(HOME, "young", GIVEN)) == (57, -9)


@pytest.mark.parametrize(("points", "share"), [(0, 0.5), (6, 0.731059), (-6, 0.268941), (10_000, 1), (-10_000, 0)])
def test_a_faction_leans_by_a_logistic_of_width_six(points, share):
    assert inclination(points) == pytest.approx(share, abs=1e-6)


def test_support_is_the_factions_leanings_by_their_influence():
    assert support(HOME, GREEN, GIVEN) == SUPPORT_OF_GIVEN


def test_each_rung_of_a_broken_stand_takes_two_per_cent_of_support():
    vowed = evolve(HOME, stands={"water": "hill"})

    assert support(vowed, GREEN, GIVEN) == SUPPORT_OF_GIVEN - 2 * 200


def test_support_never_falls_below_nothing():
    vowed = evolve(HOME, stands={"water": "hill", "wood": "hill"}, favours={"elders": -500, "young": -500})

    assert support(vowed, GREEN, {"water": "dale", "wood": "dale"}) == 0


def test_only_the_factions_of_a_stage_vote_there_and_their_shares_add_up():
    assert voters(HOME, GREEN) == (("elders", 0.6), ("young", 0.4))
    assert voters(HOME, Stage("x", "hill", "", 1, factions=("young",))) == (("young", 1.0),)


def test_the_threshold_itself_carries():
    assert carries(Stage("x", "hill", "", 1, threshold=55), 5500)
    assert not carries(Stage("x", "hill", "", 1, threshold=55), 5499)


def test_chance_swings_a_vote_evenly_with_a_standard_deviation_of_three_per_cent():
    whole = sum(weight for _, weight in SWINGS)
    variance = sum(swing * swing * weight for swing, weight in SWINGS) / whole

    assert dict(SWINGS) == {-swing: weight for swing, weight in SWINGS}
    assert variance == pytest.approx(9, abs=0.2)  # 36 coins: 36/4, a little less for the tails left off


def test_a_vote_on_its_threshold_passes_as_often_as_an_even_swing_does_not_hurt():
    even = comb(36, 18) / sum(weight for _, weight in SWINGS)

    assert chance_of(5000, 50) == pytest.approx((1 + even) / 2)  # by symmetry
    assert chance_of(4099, 50) == 0
    assert chance_of(5900, 50) == 1


def test_the_chance_at_home_is_the_product_of_the_stages():
    twice = evolve(HOME, stages=(GREEN, evolve(GREEN, id="again", threshold=67)))
    once = chance_of(SUPPORT_OF_GIVEN, 67)

    assert 0 < once < 1
    assert chance_at_home(twice, GIVEN) == pytest.approx(chance_of(SUPPORT_OF_GIVEN, 50) * once)


def test_the_weakest_stage_sets_the_margin():
    twice = evolve(HOME, stages=(GREEN, evolve(GREEN, id="again", threshold=70)))

    assert weakest_margin(twice, GIVEN) == SUPPORT_OF_GIVEN - 7000
    assert weakest_margin(evolve(HOME, stages=()), GIVEN) == 10_000


def test_a_home_holds_the_seats_own_stands_favours_and_stages():
    state = play(TINY, "hill orders stand water=half; lobby young", "dale orders stand wood=dale")

    home = home_of(state, "hill")

    assert home.stands == {"water": "half"}
    assert home.favours == {"elders": 0, "young": -2}
    assert home.stages == (GREEN,)
    assert (home.side, home_of(state, "dale").side) == (0, 1)

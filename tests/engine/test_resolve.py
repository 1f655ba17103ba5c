"""The end of a turn: drift, deadlock and race in tension; clash and war by accident; bluffs called; incomes."""

from math import comb

import pytest
from attrs import evolve

from game.engine.actions import Stir
from game.engine.ledger import Entry
from game.engine.phase import Ending, Phase
from game.engine.resolve import STIRRINGS, incident_chance
from game.engine.rules import apply
from game.engine.treaty import Ultimatum
from tests.builders import TINY, make_scenario, no_orders, play


def at_the_end(scenario=TINY, meters=None, **changes):
    """The resolve phase of a first turn in which both held, with some meters and fields replaced."""
    state = play(no_orders(scenario), "hill hold", "dale hold")
    assert state.phase is Phase.RESOLVE
    return evolve(state, meters={**state.meters, **(meters or {})}, **changes)


def stirred(state, line="chance stir +0"):
    return play(state, line)


@pytest.mark.parametrize(
    ("level", "swing", "after"),
    [
        (35, 0, 34),  # 0.08 x (25 - 35) = -0.8
        (35, 3, 37),
        (100, 0, 94),  # 0.08 x (25 - 100) = -6
        (0, 0, 2),  # 0.08 x 25
        (2, -8, 0),  # 2 + 2 - 8, kept at the foot
        (99, 8, 100),  # 99 - 6 + 8, kept at the top
    ],
)
def test_tension_drifts_a_twelfth_of_the_way_to_rest_and_chance_swings_it(level, swing, after):
    state = stirred(at_the_end(meters={"tension": level}), f"chance stir {swing:+d}")

    assert state.level("tension") == after


@pytest.mark.parametrize(("hill", "dale", "after"), [(3, 3, 34), (4, 0, 36), (4, 4, 38)])
def test_each_seat_that_has_not_moved_for_more_than_three_turns_adds_two(hill, dale, after):
    state = stirred(at_the_end(stale={"hill": hill, "dale": dale}))

    assert state.level("tension") == after
    assert state.stale == {"hill": hill + 1, "dale": dale + 1}


@pytest.mark.parametrize(("hill", "dale", "after"), [(56, 56, 38), (55, 90, 34)])
def test_a_race_of_two_ready_sides_adds_four(hill, dale, after):
    state = stirred(at_the_end(meters={"hill.readiness": hill, "dale.readiness": dale}))

    assert state.level("tension") == after


def test_a_scenario_without_tension_has_nothing_to_stir():
    calm = make_scenario(meters=TINY.meters[1:])

    state = stirred(at_the_end(calm), "chance stir +5")

    assert "tension" not in state.meters
    assert state.turn == 2


@pytest.mark.parametrize(
    ("tension", "chance"),
    [(20, 0), (60, 0), (70, 0.021875), (80, 0.0875), (100, 0.35)],  # 0.35 x ((T - 60) / 40)^2
)
def test_the_chance_of_an_incident_rises_with_the_square_of_tension_above_sixty(tension, chance):
    assert incident_chance(at_the_end(meters={"tension": tension})) == pytest.approx(chance)


def test_chance_stirs_tension_evenly_with_a_standard_deviation_of_two():
    assert sum(weight for _, weight in STIRRINGS) == 2**16
    assert sum(swing * swing * weight for swing, weight in STIRRINGS) == 4 * 2**16  # sixteen coins: 16/4
    assert dict(STIRRINGS)[0] == comb(16, 8)


def test_the_first_incident_is_a_clash_that_costs_both_two_points_and_sobers_them():
    step = apply(at_the_end(meters={"tension": 90}), Stir(0, incident=True))

    assert step.state.costs == (Entry("hill", "clash", -2), Entry("dale", "clash", -2))
    assert step.state.level("tension") == 60
    assert step.state.incidents == 1
    assert "clash" in [event.kind for event in step.events]


def test_a_clash_does_not_stir_a_tension_that_has_sunk_below_sixty():
    state = play(at_the_end(meters={"tension": 62}), "chance stir -8 incident")

    assert state.level("tension") == 51  # 62 + round(0.08 x -37) - 8


def test_the_second_incident_is_war_begun_by_the_readier_side():
    end = at_the_end(meters={"tension": 90, "dale.readiness": 70}, incidents=1)

    state = play(end, "chance stir +0 incident")

    assert state.phase is Phase.WAR
    assert state.war.attacker == "dale"


def test_where_there_is_no_war_every_incident_is_a_clash():
    end = at_the_end(make_scenario(war=None), meters={"tension": 90}, incidents=1)

    state = play(end, "chance stir +0 incident")

    assert (state.phase, state.incidents, len(state.costs)) == (Phase.ORDERS, 2, 2)


def test_an_ultimatum_that_falls_due_costs_four_points_and_much_credibility():
    end = at_the_end(ultimata=(Ultimatum("hill", 1), Ultimatum("dale", 2)))

    step = apply(end, Stir(0))

    assert step.state.ultimata == (Ultimatum("dale", 2),)
    assert step.state.costs == (Entry("hill", "bluff called", -4),)
    assert step.state.level("credibility", "hill") == 60 - 25
    assert ("bluff_called", "hill") in [(event.kind, event.facts.get("seat")) for event in step.events]


def test_nobodys_bluff_is_called_once_there_is_war():
    end = at_the_end(meters={"tension": 90}, incidents=1, ultimata=(Ultimatum("hill", 1),))

    state = play(end, "chance stir +0 incident")

    assert state.ultimata == ()
    assert state.level("credibility", "hill") == 60


@pytest.mark.parametrize(("readiness", "capital"), [(60, 5), (61, 4)])  # income 2, and 1 above sixty
def test_a_side_on_a_war_footing_earns_one_capital_less(readiness, capital):
    state = stirred(at_the_end(meters={"hill.readiness": readiness}))

    assert state.level("capital", "hill") == capital


def test_a_meter_with_a_rest_sinks_towards_it_and_not_beyond():
    meters = tuple(evolve(meter, rest=50, pull=4) if meter.id == "readiness" else meter for meter in TINY.meters)
    end = at_the_end(make_scenario(meters=meters), meters={"hill.readiness": 70, "dale.readiness": 52})

    state = stirred(end)

    assert (state.level("readiness", "hill"), state.level("readiness", "dale")) == (66, 50)


def test_a_shared_meter_has_an_income_too():
    meters = (*TINY.meters, evolve(TINY.meter["tension"], id="snow", start=3, income=2, rest=None))

    assert stirred(at_the_end(make_scenario(meters=meters))).level("snow") == 5


def test_the_game_ends_without_a_treaty_after_the_last_turn_that_leaves_time_for_consent():
    state = stirred(at_the_end(turn=5))

    assert (state.outcome.ending, state.outcome.turn) == (Ending.NO_TREATY, 5)

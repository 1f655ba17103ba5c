"""Named effects, one by one."""

import pytest
from attrs import evolve

from game.engine.effect import Effect
from game.engine.effects import carry_out, move_meter
from game.engine.rules import start
from game.engine.state import Headcount
from tests.builders import TINY

STATE = start(TINY)


def after(*effects, seat="hill", faction=""):
    return carry_out(STATE, effects, seat, faction)


@pytest.mark.parametrize(
    ("name", "amount", "meter", "level"),
    [
        ("tension", 10, "tension", 45),
        ("tension", 200, "tension", 100),
        ("tension", -200, "tension", 0),
        ("own.treasury", 2, "hill.treasury", 8),
        ("other.treasury", -2, "dale.treasury", 4),
        ("dale.readiness", 90, "dale.readiness", 100),
        ("hill.readiness", -90, "hill.readiness", 40),
    ],
)
def test_a_meter_moves_within_its_bounds(name, amount, meter, level):
    assert after(Effect(name, amount)).meters == {**STATE.meters, meter: level}


@pytest.mark.parametrize(
    ("name", "favours"),
    [
        ("hill.young.favour", {"hill.young": -3}),
        ("own.all.favour", {"hill.elders": 3, "hill.young": -3}),
        ("other.all.favour", {"dale.dale-folk": 3}),
        ("target.favour", {"hill.elders": 3}),
    ],
)
def test_good_will_moves_for_the_factions_named(name, favours):
    state = after(Effect(name, 3), faction="elders")

    assert state.favours == {**STATE.favours, **favours}


def test_the_status_quo_moves_only_on_issues_of_the_table():
    state = after(Effect("status_quo.wood", word="hill"), Effect("status_quo.moon", word="hill"))

    assert state.status_quo == {"water": "hill", "wood": "hill"}


def test_an_envoy_is_replaced_and_heads_are_counted():
    state = after(Effect("envoy.hill", word="abe"), Effect("people.herders.emigrated", 12))

    assert state.envoys["hill"] == "abe"
    assert state.heads == (Headcount("herders", "emigrated", 12),)


def test_an_incident_waits_for_the_end_of_the_turn():
    assert after(Effect("incident", 1)) == evolve(STATE, spark=True)


def test_a_meter_the_scenario_lacks_does_not_move():
    assert move_meter(STATE, "prestige", 5) == STATE
    assert move_meter(STATE, "moon.treasury", 5) == STATE

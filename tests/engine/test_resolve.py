"""The end of a turn: drift, deadlock and race in tension; clash and war by accident; bluffs called; incomes."""

from math import comb

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.engine.actions import Stir
from game.engine.card import Card
from game.engine.effect import Effect
from game.engine.ledger import Entry
from game.engine.phase import Ending, Phase
from game.engine.resolve import STIRRINGS, incident_chance
from game.engine.rules import apply, start
from game.engine.scenario import Meter
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
    assert next(event.facts for event in step.events if event.kind == "clash") == {"calmed": 85 - 60}  # 90 + 0.08 x -65


def test_a_clash_does_not_stir_a_tension_that_has_sunk_below_sixty():
    step = apply(at_the_end(meters={"tension": 62}), Stir(-8, incident=True))

    assert step.state.level("tension") == 51  # 62 + round(0.08 x -37) - 8
    assert next(event.facts for event in step.events if event.kind == "clash") == {"calmed": 0}


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


def levels_of_a_year_meter(yearly, months, scope="shared"):
    """The level of a meter with nothing but a yearly income at the end of each turn of so many months."""
    meter = Meter("snow", "Snow", scope, -999, 999, 0, yearly=yearly)
    turns = tuple(evolve(TINY.turns[0], months=each, table=False) for each in months)
    state = start(make_scenario(turns=turns, meters=(meter,), consent=(), war=None))
    levels = []
    for _ in months:
        state = stirred(state)
        levels.append(state.level("snow", "hill" if scope == "seat" else ""))
    assert state.phase is Phase.OVER
    return levels


@pytest.mark.parametrize(
    ("yearly", "levels"),
    # a twelfth of it for each of 6, 10, 12, 17, 18 and 24 months gone by, rounded down
    [(10, [5, 8, 10, 14, 15, 20]), (7, [3, 5, 7, 9, 10, 14]), (-5, [-3, -5, -5, -8, -8, -10])],
)
@pytest.mark.parametrize("scope", ["shared", "seat"])
def test_what_comes_in_a_year_is_spread_over_turns_by_their_months_and_adds_up(scope, yearly, levels):
    assert levels_of_a_year_meter(yearly, (6, 4, 2, 5, 1, 6), scope) == levels


@given(st.integers(-40, 40), st.lists(st.integers(1, 11), min_size=1, max_size=6))
def test_whole_years_bring_whole_yearly_incomes_however_they_are_cut(yearly, months):
    cut = (*months, 12 - sum(months) % 12)

    assert levels_of_a_year_meter(yearly, cut)[-1] == yearly * sum(cut) // 12


def test_a_turn_without_a_table_leaves_nobody_stale():
    quiet = make_scenario(turns=tuple(evolve(turn, table=False) for turn in TINY.turns))

    state = stirred(evolve(start(quiet), stale={"hill": 9, "dale": 9}))

    assert state.stale == {"hill": 9, "dale": 9}
    assert state.level("tension") == 34  # 35 less a twelfth of the 10 above rest; deadlock needs a table


def shots(tension=0, **changes):
    """The resolve phase of a turn in which a card has shots fired and moves tension."""
    card = Card("shots", "Shots", "At the weir.", effects=(Effect("incident", 1), Effect("tension", tension)))
    scenario = make_scenario(cards=(evolve(card, certain=True),), **changes)
    fired = play(start(scenario), "chance news shots", "hill orders -", "dale orders -", "hill hold", "dale hold")
    assert (fired.phase, fired.spark) == (Phase.RESOLVE, True)
    return fired


def test_shots_of_a_card_end_the_turn_with_a_clash_and_a_tension_of_sixty_at_most():
    step = apply(shots(tension=40), Stir(0))

    # 75 less a twelfth of the 50 above rest is 71, then the clash sobers both
    assert step.state.level("tension") == 60
    assert step.state.costs == (Entry("hill", "clash", -2), Entry("dale", "clash", -2))
    assert (step.state.incidents, step.state.spark) == (1, False)
    assert [event.kind for event in step.events] == ["clash", "turn"]


def test_shots_fired_in_calm_leave_it_calm():
    assert stirred(shots()).level("tension") == 34


def test_shots_make_one_incident_even_where_tension_would_have_made_one_too():
    state = stirred(shots(tension=40), "chance stir +0 incident")

    assert state.incidents == 1


def test_shots_after_a_clash_are_war_begun_by_the_readier_side():
    fired = shots()
    readier = evolve(fired, incidents=1, meters={**fired.meters, "hill.readiness": 51})

    step = apply(readier, Stir(0))

    assert (step.state.phase, step.state.war.attacker, step.state.costs) == (Phase.WAR, "hill", ())
    assert "war_by_accident" in [event.kind for event in step.events]


def test_shots_after_a_clash_are_another_clash_where_there_is_no_war():
    state = stirred(evolve(shots(war=None), incidents=1))

    assert (state.phase, state.incidents, state.war) == (Phase.ORDERS, 2, None)
    assert state.costs == (Entry("hill", "clash", -2), Entry("dale", "clash", -2))


def test_shots_are_fired_once_and_the_next_turn_is_its_own():
    following = stirred(shots())

    state = play(following, "hill orders -", "dale orders -", "dale hold", "hill hold", "chance stir +0")

    assert (state.turn, state.incidents) == (3, 1)

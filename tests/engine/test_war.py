"""The war module, by the formulas of mechanics.md §3.8."""

import pytest
from attrs import evolve

from game.engine.actions import Battle
from game.engine.condition import parse_condition
from game.engine.ledger import Entry
from game.engine.legal import legal_actions
from game.engine.phase import Ending, Phase
from game.engine.rules import start
from game.engine.score import final_value, score
from game.engine.war import attack_gates, attack_objection, battle_odds, cabinet_vote, expected_war, win_chance
from tests.builders import TINY, make_scenario, play, with_brief

RULES = TINY.war


def ready(hill=100, dale=40, tension=80, scenario=TINY, **changes):
    state = start(scenario)
    levels = {**state.meters, "hill.readiness": hill, "dale.readiness": dale, "tension": tension}
    return evolve(state, meters=levels, **changes)


ANGRY = with_brief(TINY, "hill", factions=tuple(evolve(each, favour=-60) for each in TINY.briefs["hill"].factions))
"""A hill whose factions want no text at all."""


def at_war(**changes):
    return play(ready(scenario=ANGRY, **changes), "hill orders attack", "dale orders -")


@pytest.mark.parametrize(
    ("attacker", "defender", "chance", "points"),
    [(60, 60, 0.4348, 5.09), (100, 40, 0.7525, 24.15)],  # p = a^1.5/(a^1.5 + 1.3 d^1.5); 75 p + 15 (1 - p) - 36
)
def test_the_odds_of_war_and_what_an_attacker_may_expect(attacker, defender, chance, points):
    state = ready(attacker, defender)

    assert win_chance(state, "hill") == pytest.approx(chance, abs=5e-5)
    assert expected_war(state, "hill", RULES) == pytest.approx(points, abs=0.005)


def test_the_cabinet_weighs_war_against_no_treaty_and_ill_will_pulls_to_war():
    # war 24.15 against 40 - 5: 10.85 worse; 0.6/(1+exp(10.85/6)) + 0.4/(1+exp((10.85-6)/6))
    assert cabinet_vote(ready(), "hill", RULES) == pytest.approx(0.6 * 0.14084 + 0.4 * 0.30826, abs=2e-4)
    assert cabinet_vote(ready(scenario=ANGRY), "hill", RULES) > 0.99


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ready(scenario=make_scenario(war=None)), "knows no war"),
        (ready(hill=84), "readiness 85 or more (now 84)"),
        (ready(tension=69), "tension 70 or more (now 69)"),
        (ready(), "50 in a hundred of your own cabinet (now 20 would follow)"),  # 0.6 x 0.14084 + 0.4 x 0.30826
    ],
)
def test_an_attack_that_is_not_open_says_why(state, sentence):
    assert sentence in attack_objection(state, "hill")


@pytest.mark.parametrize("state", [ready(hill=84), ready(tension=69), ready(), ready(hill=50, tension=20)])
def test_every_gate_to_war_is_told_at_once_with_where_it_stands(state):
    gates = attack_gates(state, "hill")

    assert [(gate.what, gate.needed) for gate in gates] == [("tension", 70), ("readiness", 85), ("cabinet", 50)]
    assert gates[0].stands == state.level("tension")
    assert gates[1].stands == state.level("readiness", "hill")
    assert gates[2].stands == int(100 * cabinet_vote(state, "hill", RULES))
    assert all(f"now {gate.stands}" in attack_objection(state, "hill") for gate in gates)


def test_where_all_gates_stand_open_there_is_no_objection_and_where_no_war_is_known_there_is_no_gate():
    assert attack_objection(ready(scenario=ANGRY), "hill") == ""
    assert all(gate.open for gate in attack_gates(ready(scenario=ANGRY), "hill"))
    assert attack_gates(ready(scenario=make_scenario(war=None)), "hill") == ()


def test_the_price_and_a_condition_of_an_attack_are_told_beside_its_gates():
    dear = evolve(TINY.order["attack"], cost={"capital": 4}, when=parse_condition("turn >= 3"))

    why = legal_actions(ready(hill=84, scenario=make_scenario(orders=(dear,))), "hill").orders[0].why_not

    assert "readiness 85 or more (now 84)" in why
    assert "'Attack' costs 4 of capital, and you have 3" in why
    assert why.endswith("'Attack' is open only if turn >= 3")


def test_an_attack_begins_a_war_in_which_chance_decides_the_rounds():
    state = at_war()

    assert (state.phase, state.war.attacker) == (Phase.WAR, "hill")
    assert battle_odds(state) == ((Battle("hill"), 7525), (Battle("dale"), 2475))
    assert legal_actions(state, "chance").odds == battle_odds(state)


def test_a_round_costs_both_a_third_of_the_war_and_the_attacker_more_at_first():
    state = play(at_war(), "chance battle dale")

    assert state.costs == (Entry("hill", "war", -16), Entry("dale", "war", -10))  # 30/3 + 6; 30/3
    assert (state.level("treasury", "hill"), state.level("treasury", "dale")) == (4, 4)
    assert state.phase is Phase.ARMISTICE


def test_peace_leaves_the_winner_its_spoils_and_reopens_the_table():
    state = play(at_war(), "chance battle hill", "dale armistice yes", "hill armistice yes")

    assert state.status_quo == {"water": "hill", "wood": "hill"}
    assert (state.war, state.turn, state.phase, state.level("tension")) == (None, 2, Phase.ORDERS, 50)


def test_an_even_war_leaves_no_spoils():
    state = play(
        at_war(), "chance battle dale", "hill armistice no", "dale armistice yes",
        "chance battle hill", "hill armistice yes", "dale armistice yes",
    )  # fmt: skip

    assert state.status_quo == TINY.status_quo
    assert state.turn == 3


def test_one_side_alone_cannot_stop_and_its_answer_is_sealed():
    asked = play(at_war(), "chance battle hill", "dale armistice yes")

    assert "Hill to act" in legal_actions(asked, "dale").waiting_for
    assert play(asked, "hill armistice no").phase is Phase.WAR


def test_three_rounds_end_the_game_in_war_and_the_winner_of_most_has_the_winners_points():
    round_lost = ("chance battle {}", "hill armistice no", "dale armistice no")
    lines = [*round_lost, *round_lost, round_lost[0]]
    winners = iter(["hill", "dale", "hill"])

    state = play(at_war(), *(line.format(next(winners)) if "battle" in line else line for line in lines))

    assert state.outcome.ending is Ending.WAR
    assert final_value(state, "hill")[0] == Entry("hill", "war's end", 75)
    assert final_value(state, "dale")[0] == Entry("dale", "war's end", 15)
    assert Entry("hill", "no war", 0) in score(state, "hill")


def test_a_war_that_outlasts_the_calendar_ends_the_game():
    state = play(at_war(turn=5), "chance battle hill", "hill armistice no", "dale armistice yes")

    assert (state.phase, state.outcome.ending) == (Phase.OVER, Ending.WAR)


def test_an_armistice_on_the_last_day_leaves_no_time_for_a_treaty():
    state = play(at_war(turn=5), "chance battle hill", "hill armistice yes", "dale armistice yes")

    assert state.outcome.ending is Ending.NO_TREATY


def test_when_both_attack_there_is_one_war():
    furious = with_brief(ANGRY, "dale", factions=(evolve(TINY.briefs["dale"].factions[0], favour=-90),))

    state = play(ready(dale=100, scenario=furious), "hill orders attack", "dale orders attack")

    assert state.war.attacker == "hill"


def test_a_cabinet_votes_on_what_it_can_know_of_the_other_sides_readiness():
    seen = [attack_objection(ready(dale=level), "hill") for level in (50, 59, 69)]

    assert seen[0] == seen[1]  # the view shows 60 for both, and for 69 too
    assert seen[1] == seen[2]

"""What a seat is told before it says whether it would stop a war."""

from attrs import evolve

from game.engine.actions import Armistice, Battle
from game.engine.phase import Phase
from game.engine.rules import apply, start, view_for
from game.engine.state import War
from game.prose.war import cost_so_far, peace_lines, round_in_words, war_lines
from tests.builders import TINY

RULES = evolve(TINY.war, spoils={"hill": {"wood": "hill"}})
SCENARIO = evolve(TINY, war=RULES)


def after(*won):
    return evolve(start(SCENARIO), phase=Phase.ARMISTICE, war=War("hill", won))


def test_every_round_is_told_with_its_winner():
    view = view_for(after("hill", "dale"), "hill")

    lines = [round_in_words(view, place) for place in range(3)]

    assert [("Hill" in line, "Dale" in line) for line in lines] == [(True, False), (False, True), (False, False)]


def test_what_peace_would_leave_is_what_it_leaves():
    state = after("hill")
    told = " ".join(peace_lines(view_for(state, "hill"), RULES))

    for seat in TINY.seat_ids:
        state = apply(state, Armistice(seat, True)).state

    assert state.status_quo != TINY.status_quo
    assert "Wood: Hill" in told
    assert f"goes to {state.meters['tension']}" in told


def test_a_war_without_a_leader_leaves_the_ground_as_it_is():
    state = after("hill", "dale")
    told = " ".join(peace_lines(view_for(state, "hill"), RULES))

    for seat in TINY.seat_ids:
        state = apply(state, Armistice(seat, True)).state

    assert state.status_quo == TINY.status_quo
    assert "nothing has changed" in told


def test_the_price_of_another_round_is_what_it_costs():
    state = after("hill")
    told = " ".join(war_lines(view_for(state, "hill"), RULES))

    for seat in TINY.seat_ids:
        state = apply(state, Armistice(seat, False)).state
    fought = apply(state, Battle("hill")).state
    points = sum(entry.points for entry in fought.costs if entry.who == "dale")

    assert f"{-points:.0f} points" in told
    assert f"{-points:.0f} points" in cost_so_far(view_for(fought, "dale"))
    assert f"{state.meters['dale.treasury'] - fought.meters['dale.treasury']} of treasury" in told

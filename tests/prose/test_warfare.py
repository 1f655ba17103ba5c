"""What a seat is told before it says whether it would stop a war is what then happens."""

from attrs import evolve

from game.engine.actions import Armistice, Battle
from game.engine.phase import Phase
from game.engine.rules import apply, start, view_for
from game.engine.state import War
from game.prose.warfare import if_both_stop, if_not, round_in_words, spent_so_far
from tests.builders import TINY

SCENARIO = evolve(TINY, war=evolve(TINY.war, spoils={"hill": {"wood": "hill"}}))


def after(*won):
    return evolve(start(SCENARIO), phase=Phase.ARMISTICE, war=War("hill", won))


def answered(state, agreed):
    for seat in TINY.seat_ids:
        state = apply(state, Armistice(seat, agreed)).state
    return state


def test_every_round_is_told_with_its_winner():
    view = view_for(after("hill", "dale"), "hill")

    assert [round_in_words(view, number) for number in (1, 2, 3)] == [
        "Round 1: you have won it.",
        "Round 2: Dale has won it.",
        "Round 3 has not been fought.",
    ]


def test_what_peace_would_leave_is_what_it_leaves():
    state = after("hill")

    told, left = if_both_stop(view_for(state, "hill")), answered(state, True)

    assert left.status_quo == {**TINY.status_quo, "wood": "hill"} != TINY.status_quo
    assert "Wood: Hill" in told
    assert f"stands at {left.meters['tension']}" in told


def test_a_war_without_a_leader_leaves_the_ground_as_it_is():
    state = after("hill", "dale")

    told, left = if_both_stop(view_for(state, "hill")), answered(state, True)

    assert left.status_quo == TINY.status_quo
    assert "nothing changes on the ground" in told


def test_the_price_of_another_round_is_what_it_costs():
    state = after("hill")

    told = if_not(view_for(state, "dale"))
    fought = apply(answered(state, False), Battle("hill")).state

    points = -sum(entry.points for entry in fought.costs if entry.who == "dale")
    assert f"{points:.0f} points more" in told
    assert f"{points:.0f} points" in spent_so_far(view_for(fought, "dale"))

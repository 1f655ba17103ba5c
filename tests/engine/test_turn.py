"""Whose turn it is, and how turns and games end."""

import pytest
from attrs import evolve

from game.engine.phase import Ending, Phase
from game.engine.rules import start
from game.engine.turn import awaiting, due_stages, finish, next_turn
from tests.builders import TINY, make_scenario, no_orders, play


def test_both_seats_give_orders_in_any_order():
    assert awaiting(start(TINY)) == ("hill", "dale")
    assert awaiting(play(TINY, "dale orders -")) == ("hill",)


@pytest.mark.parametrize(("turn", "first", "second"), [(1, "hill", "dale"), (2, "dale", "hill")])
def test_the_seats_take_turns_to_speak_first(turn, first, second):
    state = evolve(no_orders(TINY), turn=turn)

    assert awaiting(state) == (first,)
    assert awaiting(play(state, f"{first} hold")) == (second,)


@pytest.mark.parametrize("phase", [Phase.NEWS, Phase.REPORT, Phase.RESOLVE, Phase.CONSENT, Phase.WAR])
def test_chance_acts_where_no_seat_decides(phase):
    assert awaiting(evolve(start(TINY), phase=phase)) == ("chance",)


def test_nobody_acts_when_the_game_is_over():
    over = play(TINY, "hill walk-out")

    assert awaiting(over) == ()
    assert (over.outcome.ending, over.outcome.left_by, over.outcome.turn) == (Ending.NO_TREATY, "hill", 1)


def test_votes_fall_due_so_many_turns_after_signature_and_only_once():
    state = play(no_orders(TINY), "hill propose water=half wood=hill", "dale accept")

    assert due_stages(state) == ()
    due = evolve(state, turn=2)
    assert [stage.id for stage in due_stages(due)] == ["green", "barn"]
    voted = play(evolve(due, phase=Phase.CONSENT), "chance sway green +0")
    assert [stage.id for stage in due_stages(voted)] == ["barn"]


def test_a_new_turn_begins_with_empty_orders():
    step = next_turn(no_orders(TINY))

    assert (step.state.turn, step.state.phase, step.state.orders) == (2, Phase.ORDERS, {})
    assert [event.kind for event in step.events] == ["turn"]


def test_the_deadline_leaves_time_for_the_slowest_stage():
    slow = make_scenario(consent=(evolve(TINY.consent[0], after=3),))

    assert (TINY.deadline, slow.deadline) == (5, 3)
    assert next_turn(evolve(start(slow), turn=3)).state.outcome.ending is Ending.NO_TREATY
    assert next_turn(evolve(start(slow), turn=2)).state.outcome is None


def test_a_treaty_is_only_what_was_ratified():
    state = play(no_orders(TINY), "hill propose water=half wood=hill", "dale accept")

    assert finish(state, Ending.RATIFIED).state.outcome.treaty == {"water": "half", "wood": "hill"}
    assert finish(state, Ending.WAR).state.outcome.treaty is None

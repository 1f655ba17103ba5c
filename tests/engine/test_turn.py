"""Whose turn it is, and how turns and games end."""

import pytest
from attrs import evolve

from game.engine.actions import GiveOrders, Stir, WalkOut
from game.engine.card import Card
from game.engine.condition import parse_condition
from game.engine.legal import legal_actions
from game.engine.phase import Ending, Phase
from game.engine.rules import apply, start
from game.engine.scenario import Scenario
from game.engine.turn import awaiting, due_stages, finish, next_turn, table_open, without_treaty
from tests.builders import TINY, make_scenario, no_orders, play

RUMOUR = Card("rumour", "A rumour", "The weir leaks.", certain=True)


def without_table(turns: int, **changes) -> Scenario:
    """TINY with no table in its first turns."""
    calendar = tuple(evolve(turn, table=place >= turns) for place, turn in enumerate(TINY.turns))
    return make_scenario(turns=calendar, **changes)


def table_when(condition: str, **changes) -> Scenario:
    return make_scenario(table_when=parse_condition(condition), **changes)


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


def test_a_turn_without_a_table_in_which_nothing_comes_passes_by_itself():
    state = start(without_table(2))

    assert (state.phase, state.orders, awaiting(state)) == (Phase.RESOLVE, {"hill": (), "dale": ()}, ("chance",))
    step = apply(state, Stir(0))
    assert [event.kind for event in step.events] == ["turn", "quiet"]
    assert (step.state.turn, step.state.phase) == (2, Phase.RESOLVE)
    third = play(step.state, "chance stir +0")
    assert (third.turn, third.phase, third.orders) == (3, Phase.ORDERS, {})


def test_news_in_a_turn_without_a_table_lets_both_give_orders_and_nothing_more():
    state = play(start(without_table(1, cards=(RUMOUR,))), "chance news rumour")

    menu = legal_actions(state, "hill")
    assert menu.verbs == (GiveOrders,)
    closed = {offer.kind.id for offer in menu.orders if "envoys do not meet yet" in offer.why_not}
    assert closed == {"stand", "ultimatum", "recall", "spy"}
    after = play(state, "hill orders calm", "dale orders -")
    assert (after.phase, after.opened) == (Phase.RESOLVE, 0)
    assert play(after, "chance stir +0").phase is Phase.ORDERS


def test_a_turn_with_a_table_waits_for_orders_even_when_nothing_comes():
    state = start(without_table(0))

    assert (state.phase, WalkOut in legal_actions(state, "hill").verbs) == (Phase.ORDERS, True)


def test_the_table_opens_on_the_turn_whose_first_moment_meets_its_condition():
    state = start(table_when("tension >= 50"))
    seen = []

    while state.phase is Phase.RESOLVE:
        seen.append((state.turn, state.level("tension")))
        state = play(state, "chance stir +8")

    # each time 8 more, less a twelfth part of what lies above 25: 35 -1 +8, 42 -1 +8, 49 -2 +8
    assert seen == [(1, 35), (2, 42), (3, 49)]
    assert (state.turn, state.level("tension"), state.phase) == (4, 55, Phase.ORDERS)


def test_a_table_that_closes_again_leaves_an_end_without_a_treaty():
    scenario = table_when("turn == 1")

    state = play(no_orders(scenario), "hill hold", "dale hold", *["chance stir +0"] * 5)

    assert not table_open(evolve(state, turn=2))
    assert (state.outcome.ending, state.outcome.turn) == (Ending.NO_TREATY, 5)


def test_where_the_table_never_opens_there_never_was_one():
    state = play(start(table_when("tension >= 99")), *["chance stir +0"] * 5)

    assert (state.outcome.ending, state.outcome.turn, state.outcome.treaty) == (Ending.NO_TABLE, 5, None)


def test_a_table_whose_condition_is_met_only_as_the_last_turn_ends_never_was_one():
    state = play(start(table_when("tension >= 36")), *["chance stir +0"] * 4, "chance stir +8")

    # 35, 34, 33, 32, 31, and 31 + round(0.08 x -6) + 8 = 39 when the calendar ends
    assert state.level("tension") == 39
    assert state.outcome.ending is Ending.NO_TABLE


@pytest.mark.parametrize(
    ("refusals", "opened", "ending"),
    [
        (("dale",), 2, Ending.REFUSED_AT_HOME),
        ((), 2, Ending.NO_TREATY),
        ((), 0, Ending.NO_TABLE),
    ],
)
def test_an_end_without_a_treaty_is_called_by_how_far_the_envoys_came(refusals, opened, ending):
    state = evolve(start(table_when("tension >= 99")), refusals=refusals, opened=opened)

    assert without_treaty(state) is ending


def test_whoever_walks_out_before_a_word_is_said_leaves_a_table_behind():
    assert play(TINY, "hill walk-out").outcome.ending is Ending.NO_TREATY


def test_while_a_text_is_on_its_way_home_no_turn_passes_by_itself():
    one_table = make_scenario(turns=(TINY.turns[0], *(evolve(turn, table=False) for turn in TINY.turns[1:])))
    signed = play(no_orders(one_table), "hill propose water=half wood=hill", "dale accept", "chance stir +0")

    voting = play(no_orders(signed), "chance stir +0")

    assert (signed.turn, signed.phase) == (2, Phase.ORDERS)
    assert (voting.phase, [stage.id for stage in due_stages(voting)]) == (Phase.CONSENT, ["green", "barn"])

"""The votes at home: passing, failing, and what a refusal costs."""

from attrs import evolve

from game.engine.actions import Sway
from game.engine.ledger import Entry
from game.engine.phase import Ending, Phase
from game.engine.rules import apply
from game.engine.scenario import Stage
from tests.builders import TINY, make_scenario, no_orders, play

HELD = ("chance stir +0",)


def signed(package="water=half wood=hill", scenario=TINY):
    """Turn 2, first vote: hill proposed *package* and dale signed it in turn 1."""
    state = play(no_orders(scenario), f"hill propose {package}", "dale accept", *HELD, "hill orders -", "dale orders -")
    return play(state, *HELD)


def test_a_signed_text_comes_home_a_turn_later_and_both_votes_make_it_a_treaty():
    state = signed()

    assert (state.phase, state.turn) == (Phase.CONSENT, 2)
    state = play(state, "chance sway green +0", "chance sway barn +9")
    assert state.outcome.ending is Ending.RATIFIED
    assert state.outcome.treaty == {"water": "half", "wood": "hill"}
    assert state.outcome.refused_by == ""


def test_a_vote_is_the_support_and_what_chance_adds():
    step = apply(signed(), Sway("green", -3))

    # elders -10 + 80 = 70: all; young -25 + 50 - 6 = 19: 1/(1+exp(-19/6)) = 0.95958; 0.6 + 0.4 x 0.95958 = 0.98383
    assert step.state.votes[0].support == 9838 - 300
    assert step.events[0].facts == {"stage": "green", "seat": "hill", "support": 9538, "passed": True}


def test_a_vote_never_shows_more_support_than_there_is():
    assert play(signed(), "chance sway green +9").votes[0].support == 10_000


def test_a_refusal_keeps_the_other_sides_copy_on_the_table_and_changes_the_envoy():
    before = signed("water=dale wood=dale beyond water")

    step = apply(before, Sway("green", 0))

    state = step.state
    assert (state.refusals, state.signed, state.turn) == (("hill",), None, 3)
    assert state.costs == (Entry("hill", "refused at home", -2),)
    assert state.level("tension") == before.level("tension") + 6
    assert state.level("credibility", "hill") == before.level("credibility", "hill") - 10
    assert state.text.offers == {"dale": {"water": "dale", "wood": "dale"}}
    assert state.text.answering == "dale"
    assert state.envoys["hill"] == "abe"
    assert "refused" in [event.kind for event in step.events]


def test_a_refusal_with_no_time_left_ends_the_game_as_refused_at_home():
    before = evolve(signed("water=dale wood=dale beyond water"), turn=6)
    before = evolve(before, signed=evolve(before.signed, turn=5))

    state = play(before, "chance sway green +0")

    assert (state.outcome.ending, state.outcome.refused_by) == (Ending.REFUSED_AT_HOME, "hill")
    assert state.outcome.treaty is None


def test_walking_out_after_a_refusal_is_a_text_refused_at_home():
    refused = play(signed("water=dale wood=dale beyond water"), "chance sway green +0")

    state = play(refused, "dale walk-out")

    assert (state.outcome.ending, state.outcome.left_by) == (Ending.REFUSED_AT_HOME, "dale")


def test_stages_may_lie_turns_apart():
    late = make_scenario(consent=(TINY.consent[0], Stage("barn", "dale", "The barn", 2)))

    state = play(signed(scenario=late), "chance sway green +0")

    assert (state.turn, state.phase) == (3, Phase.ORDERS)
    state = play(state, "hill orders -", "dale orders -", *HELD)
    assert play(state, "chance sway barn +9").outcome.turn == 3


def test_a_second_text_is_voted_on_from_the_start():
    refused = play(signed("water=dale wood=dale beyond water"), "chance sway green +0")
    table = play(refused, "hill orders -", "dale orders -", "hill propose water=half wood=hill", "dale accept", *HELD)

    state = play(table, "hill orders -", "dale orders -", *HELD, "chance sway green +0")

    assert state.phase is Phase.CONSENT
    assert play(state, "chance sway barn +9").outcome.ending is Ending.RATIFIED


def test_where_nobody_is_asked_at_home_a_signature_makes_the_treaty():
    offered = play(no_orders(make_scenario(consent=())), "hill propose water=half wood=hill")

    state = play(offered, "dale accept", "chance stir +0")

    assert state.outcome is not None
    assert state.outcome.ending is Ending.RATIFIED

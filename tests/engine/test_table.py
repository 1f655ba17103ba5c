"""The table: offers and concessions, initials, brackets, signatures, and what vows cost there."""

import pytest
from attrs import evolve

from game.engine import actions as a
from game.engine.ledger import Entry
from game.engine.phase import Phase
from game.engine.rules import apply
from game.engine.standing import said, standing
from game.engine.table import cleared
from game.engine.treaty import Offer, Standing
from tests.builders import TINY, make_scenario, no_orders, play

LONG = make_scenario(lengths=(evolve(TINY.lengths[0], sittings=9),))
"""TINY with time to talk within a turn."""
GREEDY = "water=hill wood=hill"


def table(*lines, scenario=LONG):
    return play(no_orders(scenario), *lines)


def test_an_offer_lies_on_the_table_and_waits_for_the_other_side():
    state = table("hill propose water=half wood=hill")

    package = {"water": "half", "wood": "hill"}
    assert state.text.offers == {"hill": package}
    assert state.text.answering == "hill"
    assert state.offers == (Offer("hill", 1, package),)


def test_seats_speak_in_turn_and_the_turn_ends_when_each_has_spoken_once_a_sitting():
    twice = make_scenario(lengths=(evolve(TINY.lengths[0], sittings=2),))

    state = table("hill hold", "dale hold", "hill hold", scenario=twice)

    assert state.phase is Phase.TABLE
    assert play(state, "dale hold").phase is Phase.RESOLVE


def test_a_genuine_concession_calms_and_is_rewarded_once_a_game():
    first = table(f"hill propose {GREEDY}", "dale hold")

    once = play(first, "hill propose water=half wood=hill", "dale hold")
    twice = play(once, "hill propose water=dale wood=hill beyond water")

    assert once.level("tension") == first.level("tension") - 1
    assert once.level("capital", "hill") == first.level("capital", "hill") + 1
    assert twice.level("tension") == first.level("tension") - 2
    assert twice.level("capital", "hill") == once.level("capital", "hill")


def test_taking_back_is_no_concession():
    first = table("hill propose water=half wood=hill", "dale hold")

    state = play(first, f"hill propose {GREEDY}")

    assert (state.level("tension"), state.level("capital", "hill")) == (35, 3)


def test_a_first_offer_and_a_concession_count_as_movement_and_a_repetition_does_not():
    still = evolve(no_orders(LONG), stale={"hill": 5, "dale": 5})

    first = play(still, f"hill propose {GREEDY}")
    again = play(evolve(first, stale={"hill": 2, "dale": 5}), "dale hold", f"hill propose {GREEDY}")
    moved = play(again, "dale hold", "hill propose water=half wood=hill")

    assert (first.stale["hill"], again.stale["hill"], moved.stale["hill"]) == (0, 2, 0)
    assert moved.stale["dale"] == 5


def test_going_beyond_the_mandate_is_told_to_the_own_side_alone():
    step = apply(no_orders(LONG), a.Propose("hill", {"water": "dale", "wood": "hill"}, ("water",)))

    assert [(event.kind, event.heard_by) for event in step.events] == [("offered", ""), ("beyond_mandate", "hill")]


def test_a_clause_is_initialled_once_both_have_put_their_initials_to_it():
    asked = table(f"hill propose {GREEDY}", "dale initial wood")
    agreed = play(asked, "dale hold", "hill initial wood")

    assert asked.text.half == {"wood": ("dale", "hill")}
    assert asked.text.initialled == {}
    assert agreed.text.initialled == {"wood": "hill"}
    assert agreed.text.half == {}


def test_initials_given_write_the_clause_into_both_standing_offers():
    state = table(f"hill propose {GREEDY}", "dale propose water=half wood=dale", "hill initial wood", "hill hold")

    state = play(state, "dale initial wood")

    assert state.text.offers["hill"]["wood"] == state.text.offers["dale"]["wood"] == "dale"
    assert state.text.offers["hill"]["water"] == "hill"


def test_initialling_takes_no_time():
    state = table(f"hill propose {GREEDY}", "dale initial wood")

    assert state.moves == table(f"hill propose {GREEDY}").moves


def test_a_seat_that_proposes_otherwise_takes_its_initials_back():
    asked = table(f"hill propose {GREEDY}", "dale initial wood water")

    state = play(asked, "dale propose water=half wood=hill")

    assert state.text.half == {"wood": ("dale", "hill")}


def test_an_initialled_clause_opens_again_when_both_ask():
    agreed = table(f"hill propose {GREEDY}", "dale initial wood", "dale hold", "hill initial wood")

    asked = play(agreed, "hill reopen wood", "hill hold")
    opened = play(asked, "dale reopen wood")

    assert asked.text.initialled == {"wood": "hill"}
    assert asked.text.reopening == {"wood": "hill"}
    assert (opened.text.initialled, opened.text.reopening) == ({}, {})
    assert "wood" in opened.text.bracketed


def test_brackets_mark_clauses_until_the_next_offer():
    state = table(f"hill propose {GREEDY}", "dale bracket water")

    assert state.text.bracketed == {"water"}
    assert play(state, "dale propose water=half wood=hill").text.bracketed == frozenset()


def test_a_clause_is_open_then_bracketed_then_initialled():
    fresh = no_orders(LONG)
    offered = play(fresh, "hill propose water=hill wood=hill")
    marked = play(offered, "dale bracket water")
    agreed = play(offered, "dale initial wood", "dale hold", "hill initial wood")

    assert standing(fresh.text, "wood", fresh.status_quo) is Standing.OPEN
    assert standing(offered.text, "wood", fresh.status_quo) is Standing.BRACKETED
    assert standing(offered.text, "water", fresh.status_quo) is Standing.OPEN
    assert standing(marked.text, "water", fresh.status_quo) is Standing.BRACKETED
    assert standing(agreed.text, "wood", fresh.status_quo) is Standing.INITIALLED
    assert (said(offered.text, "hill", "wood"), said(offered.text, "dale", "wood")) == ("hill", "")


def test_signing_sends_the_text_home_and_remembers_who_went_beyond_what():
    state = table("hill propose water=dale wood=hill beyond water", "dale accept")

    assert state.signed.package == {"water": "dale", "wood": "hill"}
    assert state.signed.beyond == {"hill": ("water",), "dale": ()}
    assert state.phase is Phase.RESOLVE


def test_a_signature_ends_all_ultimata():
    offered = play(no_orders(make_scenario()), f"hill propose {GREEDY}", "dale hold", "chance stir +0")
    ordered = play(offered, "hill orders ultimatum", "dale orders -")

    assert len(ordered.ultimata) == 1
    assert play(ordered, "dale accept").ultimata == ()


def test_a_stand_broken_at_signature_is_paid_in_points_and_credibility_and_a_kept_one_earns_trust():
    vowed = play(LONG, "hill orders stand water=hill; stand wood=hill", "dale orders stand wood=hill")

    state = play(vowed, "hill propose water=dale wood=hill beyond water", "dale accept")

    # two rungs at credibility 60: 1.6 x 2 x (0.5 + 0.3) = 2.56, credibility -10; the kept stand +3
    assert state.costs == (Entry("hill", "stand water", -2.56, "hill"),)
    assert state.level("credibility", "hill") == 60 - 10 + 3
    assert state.level("credibility", "dale") == 60 + 3
    assert state.signed.broken == {"hill": 2, "dale": 0}


@pytest.mark.parametrize(
    ("keeping", "offers", "answering"), [("", [], ""), ("hill", ["hill"], "hill"), ("dale", [], "")]
)
def test_a_cleared_table_keeps_at_most_one_standing_offer(keeping, offers, answering):
    state = table(f"hill propose {GREEDY}", "dale initial wood")

    text = cleared(state, keeping).text

    assert (list(text.offers), text.answering, text.half) == (offers, answering, {})

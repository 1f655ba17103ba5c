"""Match: the one place that remembers."""

from random import Random

import pytest

from game.content import load
from game.engine.actions import Choose, GiveOrders, Hold, Propose
from game.engine.errors import GameError, IllegalAction, StaleAction
from game.engine.phase import Phase
from game.engine.record import replay, state_digest
from game.players import STATESMAN
from game.session.match import Match, new_match

VILLAGES = load("two-villages")


def solo(seed: str = "5") -> Match:
    """A person at Hill against the statesman at Dale, advanced to Hill's first decision."""
    match = new_match(VILLAGES, players={"dale": STATESMAN}, seed=seed)
    wait(match)
    return match


def wait(match: Match) -> None:
    for _ in match.advance():
        pass


def finish(match: Match) -> Match:
    """Let a person who hardly cares play Hill to the end."""
    while match.state.phase is not Phase.OVER:
        menu = match.view("hill").menu
        match.submit(menu.sample(Random(len(match.actions))))
        wait(match)
    return match


def test_advance_stops_where_a_person_must_act():
    match = solo()

    assert match.people() == ("hill",)
    assert all(action.seat != "hill" for action in match.actions)


def test_a_game_with_all_seats_held_goes_on_to_its_end():
    match = new_match(VILLAGES, players={"hill": STATESMAN, "dale": STATESMAN})

    wait(match)

    assert match.state.outcome is not None
    assert match.people() == ()


def test_the_same_seed_and_the_same_moves_give_the_same_game():
    one, two = finish(solo("same")), finish(solo("same"))

    assert one.actions == two.actions
    assert state_digest(one.state) == state_digest(two.state)


def test_a_seat_that_looks_before_it_acts_draws_the_same_chance():
    watched, plain = solo(), solo()

    for seat in ("hill", "dale", None):
        watched.view(seat)

    assert finish(watched).actions == finish(plain).actions


def test_an_illegal_action_changes_nothing():
    match = solo()
    before = match.state

    with pytest.raises(IllegalAction):
        match.submit(Choose("dale", "no-card", "no-choice"))

    assert match.state is before
    assert match.record().actions == tuple(match.actions)


def test_an_action_for_a_moment_that_has_passed_is_refused():
    match = solo()
    seen = len(match.actions)
    match.submit(match.view("hill").menu.sample(Random(0)), seen)

    with pytest.raises(StaleAction, match="moved on"):
        match.submit(Hold("hill"), seen)


def test_taking_back_restores_the_moment_before_ones_last_action():
    match = solo()
    before, digest = len(match.actions), state_digest(match.state)
    match.submit(match.view("hill").menu.sample(Random(0)))
    wait(match)
    played = len(match.actions)

    undone = match.take_back("hill")

    assert undone == played - before
    assert len(match.actions) == before
    assert state_digest(match.state) == digest
    assert match.people() == ("hill",)


def test_there_is_nothing_to_take_back_before_one_has_acted():
    match = solo()

    with pytest.raises(GameError, match="nothing to take back"):
        match.take_back("hill")


def test_what_was_taken_back_and_played_again_comes_out_the_same():
    match = solo()
    action = match.view("hill").menu.sample(Random(0))
    match.submit(action)
    wait(match)
    first = list(match.actions)

    match.take_back("hill")
    match.submit(action)
    wait(match)

    assert match.actions == first


def test_the_record_of_a_match_replays_to_its_state_and_names_seed_and_players():
    match = finish(solo("seven"))

    record = match.record()

    assert dict(record.notes) == {"seed": "seven", "players": "dale=statesman"}
    assert state_digest(replay(VILLAGES, record).state) == state_digest(match.state)


def test_a_start_that_is_not_there_is_named_with_the_nearest_one():
    with pytest.raises(GameError, match=r"no start is called 'sprig' \(did you mean 'spring'\?\)"):
        new_match(VILLAGES, "sprig")


def test_two_people_are_both_waited_for_while_orders_are_sealed():
    match = new_match(VILLAGES, seed="2")
    wait(match)
    while match.state.phase is Phase.CARD:
        match.submit(match.view(match.people()[0]).menu.sample(Random(0)))
        wait(match)

    both = match.people()
    match.submit(GiveOrders("hill"))

    assert both == ("hill", "dale")
    assert match.people() == ("dale",)


def test_an_offer_beyond_the_mandate_needs_a_word():
    match = new_match(VILLAGES, seed="2")
    wait(match)
    while match.state.phase is not Phase.TABLE:
        seat = match.people()[0]
        orders = GiveOrders(seat) if match.state.phase is Phase.ORDERS else match.view(seat).menu.sample(Random(0))
        match.submit(orders)
        wait(match)
    first = match.people()[0]
    given_away = {"hill": {"spring": "dale", "wood": "dale"}, "dale": {"spring": "hill", "wood": "hill"}}[first]

    with pytest.raises(IllegalAction, match="your instructions do not go so far on"):
        match.submit(Propose(first, given_away))

"""What a sitting remembers beside the game: drafts and what they replaced, and what each action moved."""

from pathlib import Path

import pytest

from game.content import load
from game.engine.actions import GiveOrders, Hold, Order, Propose
from game.engine.errors import GameError
from game.engine.phase import Phase
from game.players import ROSTER
from game.session.match import new_match
from game.session.sitting import Sitting

VILLAGES = load("two-villages")


def at_the_table(saves: Path, *people: str) -> Sitting:
    """The first table of the two villages, Hill's person before the machine; Dale is held by a stubborn player."""
    people = people or ("hill",)
    players = {seat: ROSTER["stubborn"] for seat in VILLAGES.seat_ids if seat not in people}
    sitting = Sitting(new_match(VILLAGES, players=players, seed="5"), people, saves)
    sitting.advance()
    while sitting.match.state.phase is not Phase.TABLE:
        sitting.seat = sitting.match.people()[0]
        sitting.submit(GiveOrders(sitting.seat))
        sitting.advance()
    sitting.seat = sitting.match.people()[0]
    return sitting


def test_changes_of_a_draft_are_taken_back_one_by_one_and_only_then_the_action_before_them(tmp_path):
    sitting = at_the_table(tmp_path)
    first, played = sitting.draft(), len(sitting.match.actions)
    second, third = {**first, "spring": "dale"}, {**first, "spring": "dale", "wood": "dale"}
    sitting.set_draft(second)
    sitting.set_draft(third)

    undone = [(sitting.take_back(), sitting.draft()) for _ in range(2)]

    assert undone == [(0, second), (0, first)]
    assert len(sitting.match.actions) == played
    assert sitting.take_back() > 0
    assert sitting.match.state.phase is Phase.ORDERS


def test_a_draft_that_was_reset_is_taken_back_too(tmp_path):
    sitting = at_the_table(tmp_path)
    changed = {**sitting.draft(), "spring": "dale"}
    sitting.set_draft(changed)
    sitting.reset_draft()

    sitting.take_back()

    assert sitting.draft() == changed


def test_setting_the_same_draft_again_leaves_nothing_to_take_back(tmp_path):
    sitting = at_the_table(tmp_path)
    sitting.set_draft(sitting.draft())

    assert sitting.take_back() > 0


def test_what_was_offered_is_the_draft_again_when_the_offer_is_taken_back(tmp_path):
    sitting = at_the_table(tmp_path)
    package = {**sitting.draft(), "spring": "dale"}
    sitting.set_draft(package)
    sitting.submit(Propose("hill", package))
    sitting.advance()

    assert sitting.take_back() > 0
    assert sitting.draft() == package
    assert "hill" not in [offer.seat for offer in sitting.view.offers if offer.package == package]


def test_an_action_ends_what_can_be_taken_back_of_the_draft(tmp_path):
    sitting = at_the_table(tmp_path)
    sitting.set_draft({**sitting.draft(), "spring": "dale"})
    sitting.submit(Hold("hill"))
    sitting.advance()
    sitting.seat = "hill"

    assert sitting.take_back() > 0


def test_two_at_one_machine_take_back_their_own_drafts_but_no_action(tmp_path):
    sitting = at_the_table(tmp_path, "hill", "dale")
    before = sitting.draft()
    sitting.set_draft({**before, "spring": "dale" if before["spring"] != "dale" else "shared"})

    assert sitting.take_back() == 0
    assert sitting.draft() == before
    with pytest.raises(GameError, match="nothing is taken back"):
        sitting.take_back()


def test_the_journal_says_by_how_much_each_action_moved_each_meter(tmp_path):
    sitting = at_the_table(tmp_path)
    sitting.take_back()
    before = dict(sitting.match.state.meters)
    sitting.submit(GiveOrders("hill", (Order("calm"),)))
    sitting.advance()

    moved = [dict(entry.moved) for entry in sitting.journal]
    after = sitting.match.state.meters
    assert {"tension": -6, "hill.capital": -1} in moved  # the order's own effects and price
    assert all(after[name] - level == sum(each.get(name, 0) for each in moved) for name, level in before.items())


def test_a_game_that_is_gone_on_with_knows_what_its_actions_moved_as_well(tmp_path):
    sitting = at_the_table(tmp_path)
    sitting.submit(Hold("hill"))
    sitting.advance()
    moved = [dict(entry.moved) for entry in sitting.journal]

    sitting.replace(sitting.match)

    assert [dict(entry.moved) for entry in sitting.journal] == moved
    assert any(moved)

"""A game moment by moment, and games that branch off from it."""

import pytest
from attrs import evolve

from game.engine.record import replay, state_digest
from game.session.chronicle import branch, chronicle
from tests.session.conftest import PLAYED, played


def test_there_is_a_moment_for_the_beginning_and_one_for_every_action(match):
    moments = chronicle(match)

    assert [moment.number for moment in moments] == list(range(PLAYED + 1))
    assert [moment.action for moment in moments[1:]] == match.actions
    assert moments[0].action is None


def test_the_last_moment_is_the_game_as_it_stands(match):
    assert state_digest(chronicle(match)[-1].state) == state_digest(match.state)


@pytest.mark.parametrize("count", [0, 1, 7, PLAYED])
def test_a_moment_is_what_a_replay_of_so_many_actions_gives(match, count):
    record = evolve(match.record(), actions=tuple(match.actions[:count]))
    replayed = replay(match.scenario, record)

    assert state_digest(chronicle(match)[count].state) == state_digest(replayed.state)


def test_a_view_of_a_moment_knows_nothing_that_came_later(match):
    early, late = chronicle(match)[3].view("hill"), match.view("hill")

    assert early.turn <= late.turn
    assert len(early.offers) < len(late.offers)


def test_a_view_of_a_moment_is_the_seats_own(match):
    view = chronicle(match)[-1].view("dale")

    assert view.seat == view.brief.seat == "dale"
    assert (view.offers, view.meters, view.reports) == (
        match.view("dale").offers,
        match.view("dale").meters,
        match.view("dale").reports,
    )


def test_an_action_belongs_to_the_turn_in_which_it_was_played(match):
    turned = [moment for moment in chronicle(match) if any(event.kind == "turn" for event in moment.events)]

    assert turned
    assert all(moment.state.turn == moment.turn + 1 for moment in turned)


def test_a_branch_shares_the_actions_before_it_and_leaves_the_trunk_alone(match):
    whole = list(match.actions)

    off = branch(match, 9)

    assert off.actions == whole[:9]
    assert match.actions == whole
    assert state_digest(off.state) == state_digest(chronicle(match)[9].state)


def test_a_branch_in_which_the_same_is_done_goes_the_same_way():
    trunk = played(PLAYED)
    off = branch(trunk, 5)

    going = off.advance()
    for _ in range(PLAYED - 5):
        next(going)

    assert off.actions == trunk.actions

"""Many games, in batches."""

import pytest

from game.content import load
from game.engine.errors import GameError
from game.engine.score import scores
from game.players import player_named
from game.session.batches import in_batches
from game.session.match import new_match
from game.session.ratifying import Hearing, hear_batch
from game.session.selfplay import Plan, play_batch


def squares(plan: str, numbers: range) -> list[tuple[str, int]]:
    return [(plan, number * number) for number in numbers]


@pytest.mark.parametrize("count", [1, 7, 60])
def test_batches_hold_every_run_once_and_in_order(count):
    found = [result for batch in in_batches(squares, "p", count, 1) for result in batch]

    assert found == [("p", number * number) for number in range(count)]


def test_a_game_of_a_plan_is_the_game_that_a_match_of_its_seed_plays():
    plan = Plan("two-villages", "9", players=(("dale", "firm"),))
    match = new_match(load("two-villages"), players={"hill": player_named("statesman"), "dale": player_named("firm")})
    match.seed = "9/1"
    for _ in match.advance():
        pass

    result = play_batch(plan, range(1, 2))[0]

    assert result.ending == match.state.outcome.ending
    assert result.treaty == match.state.outcome.treaty
    assert result.scores == scores(match.state)


def test_a_seat_that_is_not_there_is_named_with_the_nearest_one():
    with pytest.raises(GameError, match=r"no seat is called 'hil' \(did you mean 'hill'\?\); there are: hill, dale"):
        play_batch(Plan("two-villages", players=(("hil", "firm"),)), range(1))


def test_every_stage_votes_even_after_a_refusal():
    all_to_dale = Hearing(Plan("two-villages", "4"), (("spring", "dale"), ("wood", "dale")))

    heard = hear_batch(all_to_dale, range(5))

    assert [[(ballot.stage, ballot.passed) for ballot in ballots] for ballots in heard] == 5 * [
        [("green", False), ("barn", True)]
    ]


def test_a_run_is_decided_by_its_number_alone():
    hearing = Hearing(Plan("two-villages", "4"), (("spring", "shared"), ("wood", "hill")))

    assert hear_batch(hearing, range(3))[2] == hear_batch(hearing, range(2, 3))[0]

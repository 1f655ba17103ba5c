"""A game in a scenario that has changed, and games that begin in the middle."""

import pytest
from attrs import evolve

from game import load
from game.engine.errors import GameError, RecordError
from game.engine.notation import read
from game.engine.phase import Phase
from game.session.following import match_at, moved_over, with_levels
from game.session.match import new_match
from tests.builders import TINY

VILLAGES = load("two-villages")


def played(*lines: str):
    match = new_match(TINY)
    for line in ("hill orders -", "dale orders -", *lines):
        match.submit(read(line))
    return match


def test_a_game_goes_on_where_it_stood_when_a_title_changes():
    match = played("hill propose water=half wood=hill")

    moved, trouble = moved_over(match, evolve(TINY, title="Smaller still", digest="1" * 12))

    assert trouble == ""
    assert (moved.state.scenario.title, moved.actions) == ("Smaller still", match.actions)
    assert moved.state.text == match.state.text


def test_a_game_is_kept_up_to_the_action_that_no_longer_fits():
    match = played("hill propose water=half wood=hill", "dale propose water=dale wood=hill")
    dry = tuple(evolve(each, options=each.options[:2]) if each.id == "water" else each for each in TINY.issues)

    moved, trouble = moved_over(match, evolve(TINY, issues=dry, digest="1" * 12))

    assert len(moved.actions) == 3 and moved.state.phase is Phase.TABLE
    assert trouble.startswith("action 4 (dale propose water=dale wood=hill) no longer fits: ")


def test_a_game_cannot_move_to_another_scenario():
    with pytest.raises(RecordError, match="this record is of 'tiny', not of 'two-villages'"):
        moved_over(played(), VILLAGES)


def test_levels_are_those_of_the_first_moment_and_replay():
    match = new_match(with_levels(TINY, {"tension": 72, "hill.capital": 5}))

    assert match.state.meters["tension"] == 72
    # hill.capital starts at 3 and the first turn's income of 2 may have come; both go up by the same 2
    assert match.state.meters["hill.capital"] - new_match(TINY).state.meters["hill.capital"] == 2
    assert match.state.meters["dale.capital"] == new_match(TINY).state.meters["dale.capital"]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ({"tensoin": 3}, "no meter is called 'tensoin' \\(did you mean 'tension'\\?\\)"),
        ({"tension": 101}, "0 to 100, not to 101"),
    ],
)
def test_a_level_that_cannot_be_is_told(levels, said):
    with pytest.raises(GameError, match=said):
        with_levels(TINY, levels)


@pytest.mark.parametrize("where", ["3", "1800-03"])
def test_a_game_begins_at_a_turn_by_its_number_or_its_date(where):
    match = match_at(VILLAGES, "", "", "1", where)

    assert match.state.turn == 3 and match.state.outcome is None


def test_a_game_begins_at_a_card_that_asks_somebody():
    match = match_at(VILLAGES, "", "", "1", "broken-fence")

    assert (match.state.phase, match.state.card) == (Phase.CARD, "broken-fence")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("brokn-fence", "did you mean 'broken-fence'"),
        ("99", "the game is over before '99'"),
        ("fair", "asked nobody in 200"),
    ],
)
def test_a_moment_that_does_not_come_is_told(where, said):
    with pytest.raises(GameError, match=said):
        match_at(VILLAGES, "", "", "1", where)

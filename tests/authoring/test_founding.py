"""`plenipo new`: what it writes checks clean and can be played to an end."""

import pytest

from game.authoring.founding import Founding, found
from game.content import examine, load
from game.engine.errors import GameError
from game.engine.phase import Ending
from game.players import player_named
from game.session.match import new_match


@pytest.mark.parametrize(
    ("first", "second"), [("Northport", "The Islands"), ('The "Free" City: of #1', "Côte d'Or"), ("清", "Россия")]
)
def test_a_new_scenario_has_no_problems_and_a_self_played_game_of_it_ends(tmp_path, first, second):
    folder = found(Founding("my-crisis", "Who: owns 'it'?", first, second, "1815-10"), tmp_path)

    scenario = load(folder)
    players = {seat: player_named("statesman") for seat in scenario.seat_ids}
    match = new_match(scenario, players=players)
    list(match.advance())

    assert examine(folder)[1] == ()
    assert [seat.title for seat in scenario.seats] == [first, second]
    assert [turn.id for turn in scenario.turns][-1] == "1816-03"
    assert match.state.outcome is not None


def test_a_new_scenario_can_come_to_a_ratified_treaty(tmp_path):
    scenario = load(found(Founding("harbour", "Harbour", "North", "South", "1815-03"), tmp_path))
    endings = set()
    for seed in "12345678":
        players = {seat: player_named("statesman") for seat in scenario.seat_ids}
        match = new_match(scenario, players=players, seed=seed)
        list(match.advance())
        assert match.state.outcome is not None
        endings.add(match.state.outcome.ending)

    assert Ending.RATIFIED in endings


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "../escape"}, "cannot be a name"),
        ({"name": "My Crisis"}, "cannot be a name"),
        ({"begins": "1815-13"}, "is no month"),
        ({"first": "Dale", "second": "dale"}, "different names"),
        ({"title": " "}, "need a name"),
        ({"first": "two\nlines"}, "on one line"),
    ],
)
def test_what_cannot_be_a_scenario_is_refused_before_anything_is_written(tmp_path, change, said):
    asked = {"name": "good", "title": "Good", "first": "Hill", "second": "Dale", "begins": "1815-03"} | change

    with pytest.raises(GameError, match=said):
        found(Founding(**asked), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_never_written_over(tmp_path):
    (tmp_path / "mine").mkdir()

    with pytest.raises(GameError, match="is there already"):
        found(Founding("mine", "Mine", "Hill", "Dale", "1815-03"), tmp_path)

    assert list((tmp_path / "mine").iterdir()) == []


def test_every_new_file_names_a_schema_that_lies_beside_it(tmp_path):
    folder = found(Founding("mine", "Mine", "Hill", "Dale", "1815-03"), tmp_path)

    for path in folder.rglob("*.yaml"):
        named = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).is_file(), path

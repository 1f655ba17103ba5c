"""What every shipped scenario keeps: it loads clean, every game of it ends in time, and is recorded whole."""

from random import Random

import pytest

from game.authoring.check import examine_all
from game.content import load, names
from game.engine.record import Record, read_record, replay, state_digest, write_record
from game.engine.rules import apply, start
from game.engine.scenario import Scenario
from game.engine.score import scores
from game.engine.state import State
from tests.builders import wander

SCENARIOS = {name: load(name) for name in names()}
GAMES = [
    pytest.param(name, chapter.id, length.id, id=f"{name}-{chapter.id}-{length.id}")
    for name, scenario in SCENARIOS.items()
    for chapter in scenario.starts
    for length in scenario.lengths_from(chapter)
]
MOST_ACTIONS = 3000


def random_game(scenario: Scenario, chapter: str, length: str, seed: int) -> tuple[State, Record]:
    """A whole game of random legal actions, and its record."""
    state, actions = start(scenario, chapter, length), []
    for before, action in wander(state, Random(seed), MOST_ACTIONS):
        state = apply(before, action).state
        actions.append(action)
    return state, Record(scenario.id, scenario.digest, chapter, length, tuple(actions))


def test_there_are_scenarios_to_keep_their_promises():
    assert {"two-villages", "ili-1871", "yita-1962"} <= set(SCENARIOS)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_loads_without_a_single_finding(name):
    found = examine_all([name], tests=False)

    assert list(found.problems) == []
    assert found.files > 0


@pytest.mark.parametrize(("name", "chapter", "length"), GAMES)
def test_a_random_game_ends_by_the_deadline_and_replays_to_the_same_end(name, chapter, length):
    for seed in range(2):
        assert_ends_and_replays(SCENARIOS[name], chapter, length, seed)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "chapter", "length"), GAMES)
def test_many_random_games_end_by_the_deadline_and_replay_to_the_same_end(name, chapter, length):
    for seed in range(2, 60):
        assert_ends_and_replays(SCENARIOS[name], chapter, length, seed)


def assert_ends_and_replays(scenario: Scenario, chapter: str, length: str, seed: int) -> None:
    state, record = random_game(scenario, chapter, length, seed)

    assert state.outcome is not None
    assert state.outcome.turn <= len(state.scenario.turns)
    assert all(0 <= points <= 100 for points in scores(state).values())
    read = read_record(write_record(record))
    assert (read.record, read.trouble) == (record, "")
    again = replay(scenario, read.record)
    assert (again.trouble, state_digest(again.state)) == ("", state_digest(state))


@pytest.mark.parametrize(("name", "chapter", "length"), GAMES)
def test_every_start_and_length_has_weights_of_a_hundred_and_time_to_consent(name, chapter, length):
    scenario = start(SCENARIOS[name], chapter, length).scenario

    for brief in scenario.briefs.values():
        assert sum(brief.weights.values()) == pytest.approx(100)
        assert sum(faction.influence for faction in brief.factions) == 100
    assert 1 <= scenario.deadline < len(scenario.turns)

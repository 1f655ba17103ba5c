"""The matrix of `mechanics.md` §5 on the real scenario: what the rules reward and what they discourage."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from statistics import mean

import pytest

from game import load
from game.engine.ledger import total
from game.engine.score import final_value
from game.session.match import new_match
from tests.strategies import STRATEGIES

pytestmark = pytest.mark.slow
GAMES = {"crisis": 20, "campaign": 60}
"""Games of each strategy. A decade scatters points by 14: of twenty the mean is known to 6, of sixty to 3.5."""
DEGENERATE = ("stall", "never", "bluff", "war rush")


def row_points(row: str, column: str, number: int, chapter: str, length: str) -> float:
    """What strategy *row* takes home against *column*, in points of the final value; sides change every game."""
    scenario = _scenario()
    first, second = (row, column) if number % 2 == 0 else (column, row)
    players = {"qing": STRATEGIES[first], "russia": STRATEGIES[second]}
    match = new_match(scenario, chapter, length, players, seed=f"matrix/{number}")
    for _ in match.advance():
        pass
    return total(final_value(match.state, "qing" if number % 2 == 0 else "russia"))


@cache
def _scenario():
    return load("ili-1871")


@pytest.fixture(scope="module", params=[("1880", "crisis"), ("1871", "campaign")], ids=["crisis", "campaign"])
def against_sensible(request) -> dict[str, float]:
    """The mean points of each strategy against a sensible one."""
    names, count = list(STRATEGIES), GAMES[request.param[1]]
    with ProcessPoolExecutor() as pool:
        games = [(name, number, *request.param) for name in names for number in range(count)]
        points = list(pool.map(_play, games, chunksize=4))
    means = {name: mean(points[place * count : (place + 1) * count]) for place, name in enumerate(names)}
    print({name: round(each, 1) for name, each in means.items()})
    return means


def _play(game: tuple[str, int, str, str]) -> float:
    return row_points(game[0], "sensible", *game[1:])


@pytest.mark.parametrize("strategy", DEGENERATE)
def test_no_degenerate_strategy_beats_sense_against_sense(against_sensible, strategy):
    assert against_sensible[strategy] < against_sensible["sensible"]


def test_stalling_costs_points_because_time_does(against_sensible):
    assert against_sensible["stall"] < against_sensible["sensible"] - 2


def test_bluffing_costs_more_than_it_wins(against_sensible):
    """§5: stands broken and ultimata called (20 against a sensible 51 in the toy)."""
    assert against_sensible["bluff"] < against_sensible["sensible"] - 10


def test_rushing_to_war_gains_nothing(against_sensible):
    """§5: the cabinet does not follow, and an accident costs more than a treaty brings."""
    assert against_sensible["war rush"] < against_sensible["sensible"] - 5

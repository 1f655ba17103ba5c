"""Games that players play among themselves: what is to be played, and what came of each game."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

from game.content import load
from game.engine.actions import Action
from game.engine.epilogue import epilogue
from game.engine.errors import GameError, IllegalAction, nearest_word
from game.engine.issue import Package, SeatId
from game.engine.rules import start
from game.engine.scenario import Scenario
from game.engine.score import scores
from game.engine.state import State
from game.engine.verdict import compare
from game.players import STATESMAN, player_named
from game.players.player import Player
from game.session.batches import in_batches
from game.session.match import Match


@frozen
class Plan:
    """What is to be played many times. Picklable and hashable: a worker loads the scenario by its name, once."""

    scenario: str
    """A name or a folder."""
    seed: str = "0"
    chapter: str = ""
    length: str = ""
    players: tuple[tuple[SeatId, str], ...] = ()
    """Who holds which seat; the statesman holds every other."""


@frozen
class Result:
    """What came of one game."""

    ending: str
    turn: int
    treaty: Package | None
    scores: Mapping[SeatId, float]
    distance: Mapping[str, float] = field(factory=dict)
    """How far the treaty lies from each reference treaty; empty without one."""
    fate: str = ""
    """The fate its scenario tells; empty when it tells none."""
    happened: Mapping[str, str] = field(factory=dict)
    """The cards that came, with the choice made (empty when there was none)."""
    wars: int = 0
    """1 when a war was fought, whatever came of it."""
    refusals: tuple[SeatId, ...] = ()
    """The capitals that refused a signed text, in order."""


@lru_cache(maxsize=4)
def opening(scenario: str, chapter: str, length: str) -> tuple[Scenario, State]:
    """The scenario and the first state of its games, made once: what is remembered of a scenario serves all games."""
    loaded = load(scenario)
    return loaded, start(loaded, chapter, length)


def players_of(plan: Plan, scenario: Scenario) -> Mapping[SeatId, Player]:
    """Who plays; raises GameError for a seat or a player that is not known."""
    for seat, _ in plan.players:
        if seat not in scenario.seat:
            seats = ", ".join(scenario.seat)
            raise GameError(f"no seat is called '{seat}'{nearest_word(seat, scenario.seat)}; there are: {seats}")
    named = {seat: player_named(name) for seat, name in plan.players}
    return {seat: named.get(seat, STATESMAN) for seat in scenario.seat_ids}


def new_game(plan: Plan, number: int) -> Match:
    """Game *number* of *plan* at its first moment; raises GameError or ScenarioError when the plan cannot be played."""
    scenario, first = opening(plan.scenario, plan.chapter, plan.length)
    return Match(scenario, first, players_of(plan, scenario), f"{plan.seed}/{number}")


def play(plan: Plan, count: int, workers: int = 0) -> Iterator[Sequence[Result]]:
    """The results of *count* games in order, batch by batch; the same for a seed, whatever *workers* is."""
    return in_batches(play_batch, plan, count, workers)


def play_batch(plan: Plan, numbers: Sequence[int]) -> list[Result]:
    """The games of *plan* with these numbers, each to its end."""
    return [_played(new_game(plan, number)) for number in numbers]


def _played(match: Match) -> Result:
    for _ in moments(match):
        pass
    return result_of(match)


def moments(match: Match) -> Iterator[Action]:
    """Each action of a game among players, once it is played; raises IllegalAction when a player breaks the rules."""
    try:
        for action, _ in match.advance():
            yield action
    except GameError as error:
        raise IllegalAction(f"a player broke the rules in the game of seed '{match.seed}': {error}") from error


def result_of(match: Match) -> Result:
    """What came of a game that is over."""
    outcome = match.state.outcome
    assert outcome is not None
    treaty = None if outcome.treaty is None else dict(outcome.treaty)
    compared = () if treaty is None else compare(match.state.scenario, treaty)
    distance = {each.treaty.id: each.distance for each in compared}
    told = epilogue(match.state)
    return Result(
        outcome.ending.value,
        outcome.turn,
        treaty,
        dict(scores(match.state)),
        distance,
        told.fate.id if told else "",
        dict(match.state.happened),
        int(any(entry.what == "war" for entry in match.state.costs)),
        match.state.refusals,
    )

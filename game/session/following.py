"""A game that goes on in a changed scenario, and games that begin in the middle: for whoever is still writing it."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from game.engine.effect import Effect
from game.engine.errors import GameError, nearest_word
from game.engine.phase import Phase
from game.engine.record import replay
from game.engine.scenario import Scenario
from game.engine.state import State
from game.players import STATESMAN
from game.session.match import Match, new_match

TRIES = 200
"""Games begun, each with another seed, in which a card is waited for."""


def moved_over(match: Match, scenario: Scenario) -> tuple[Match, str]:
    """*match* played again in *scenario* as far as that goes, and a sentence on what no longer fits, if anything.

    Raises RecordError when the scenario has another id, or no longer has the game's start or length.
    """
    record = match.record()
    replayed = replay(scenario, record)
    kept = list(record.actions[: replayed.played])
    return Match(scenario, replayed.state, match.players, match.seed, kept), replayed.trouble


def with_levels(scenario: Scenario, levels: Mapping[str, int]) -> Scenario:
    """*scenario* with every start changed so that games begin with these *levels*, `tension` or `qing.treasury`.

    Raises GameError for a meter that it does not have, or a level outside the meter's range.
    """
    starts = []
    for each in scenario.starts:
        meters = new_match(scenario, each.id, scenario.lengths_from(each)[0].id).state.meters
        steps = tuple(_step(scenario, meters, name, level) for name, level in levels.items())
        starts.append(evolve(each, effects=(*each.effects, *steps)))
    return evolve(scenario, starts=tuple(starts))


def _step(scenario: Scenario, meters: Mapping[str, int], name: str, level: int) -> Effect:
    if name not in meters:
        raise GameError(f"no meter is called '{name}'{nearest_word(name, meters)}; there are: {', '.join(meters)}")
    meter = next(each for each in scenario.meters if each.id == name.rpartition(".")[2])
    if not meter.low <= level <= meter.high:
        raise GameError(f"'{name}' goes from {meter.low} to {meter.high}, not to {level}")
    return Effect(name, level - meters[name])


def match_at(scenario: Scenario, chapter: str, length: str, seed: str, where: str) -> Match:
    """A game among statesmen up to *where*: a turn's number, a turn's date (1880-07), or a card that asks somebody.

    For a card other seeds are tried after *seed*. Raises GameError when it is none of these, or does not come.
    """
    _known(scenario, where)
    players = dict.fromkeys(scenario.seat_ids, STATESMAN)
    for seed_tried in (seed, *(f"{seed}/{number}" for number in range(1, TRIES))):
        match = new_match(scenario, chapter, length, players, seed_tried)
        if any(_is_there(state, where) for state in _states(match)):
            return match
        if where not in scenario.card:
            raise GameError(f"the game is over before '{where}', or begins after it")
    raise GameError(f"the card '{where}' asked nobody in {TRIES} games: is its time or condition ever met?")


def _known(scenario: Scenario, where: str) -> None:
    dates = [turn.id for turn in scenario.turns]
    if where.isdecimal() or where in dates or where in scenario.card:
        return
    near = nearest_word(where, [*scenario.card, *dates])
    raise GameError(f"'{where}' is no turn's number, no turn's date and no card{near}")


def _states(match: Match) -> Iterator[State]:
    yield match.state
    for _ in match.advance():
        yield match.state


def _is_there(state: State, where: str) -> bool:
    if where in state.scenario.card:
        return state.phase is Phase.CARD and state.card == where
    begun = state.phase in (Phase.CARD, Phase.ORDERS, Phase.TABLE)
    return begun and where in (str(state.turn), state.scenario.turns[state.turn - 1].id)

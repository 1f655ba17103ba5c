"""Carrying out named effects: meters within their bounds, factions' good will, heads, envoys, the status quo."""

from collections.abc import Iterable, Mapping

from attrs import evolve

from game.engine.effect import ALL, OTHER, OWN, Effect
from game.engine.issue import SeatId
from game.engine.state import Headcount, State


def carry_out(state: State, effects: Iterable[Effect], seat: SeatId = "", faction: str = "") -> State:
    """*state* after *effects*, as chosen or ordered by *seat* and aimed at its *faction* where they say so."""
    for effect in effects:
        state = _one(state, effect, seat, faction)
    return state


def move_meter(state: State, name: str, amount: int) -> State:
    """*state* with one meter moved, kept between the bounds its scenario declares."""
    meter = state.scenario.meter.get(name.rpartition(".")[2])
    if meter is None or name not in state.meters:
        return state
    level = max(meter.low, min(meter.high, state.meters[name] + amount))
    return evolve(state, meters={**state.meters, name: level})


def _one(state: State, effect: Effect, seat: SeatId, faction: str) -> State:
    match effect.path:
        case ("target", "favour"):
            return _favour(state, f"{seat}.{faction}", effect.amount)
        case ("status_quo", issue):
            return _status_quo(state, {issue: effect.word})
        case ("incident",):
            return evolve(state, spark=True)
        case ("envoy", whose):
            return evolve(state, envoys={**state.envoys, whose: effect.word})
        case ("people", group, column):
            return evolve(state, heads=(*state.heads, Headcount(group, column, effect.amount)))
        case (whose, which, "favour"):
            return _favours(state, _named(state, whose, seat), which, effect.amount)
        case (whose, meter):
            return move_meter(state, f"{_named(state, whose, seat)}.{meter}", effect.amount)
    return move_meter(state, effect.name, effect.amount)


def _named(state: State, word: str, seat: SeatId) -> SeatId:
    if word == OWN:
        return seat
    return state.scenario.other(seat) if word == OTHER else word


def _favours(state: State, seat: SeatId, which: str, amount: int) -> State:
    if which != ALL:
        return _favour(state, f"{seat}.{which}", amount)
    for faction in state.scenario.briefs[seat].factions:
        state = _favour(state, f"{seat}.{faction.id}", amount)
    return state


def _favour(state: State, name: str, amount: int) -> State:
    return evolve(state, favours={**state.favours, name: state.favours.get(name, 0) + amount})


def _status_quo(state: State, changes: Mapping[str, str]) -> State:
    known = {issue: option for issue, option in changes.items() if issue in state.status_quo}
    return evolve(state, status_quo={**state.status_quo, **known})

"""The names that conditions may read, looked up in a state."""

from game.engine.condition import Lookup, date_number
from game.engine.state import State

SINGLE_NAMES = ("turn", "date", "signed", "refused", "incidents")
FAMILIES = ("happened", "chose", "offered", "refused", "signed")


def lookup(state: State) -> Lookup:
    """What each name of a condition is worth in *state*; a name nobody declared is worth 0.

    The content checks refuse such names before a game starts.
    """

    def value(name: str) -> int:
        first, _, rest = name.partition(".")
        if rest and first in FAMILIES:
            return _family(state, first, rest)
        if name in SINGLE_NAMES:
            return _single(state, name)
        if rest.endswith(".favour"):
            return state.favours.get(name.removesuffix(".favour"), 0)
        return state.meters.get(name, 0)

    return value


def _single(state: State, name: str) -> int:
    match name:
        case "turn":
            return state.turn
        case "date":
            return date_number(state.scenario.turns[state.turn - 1].id)
        case "signed":
            return int(state.signed is not None)
        case "refused":
            return len(state.refusals)
    return state.incidents


def _family(state: State, family: str, rest: str) -> int:
    first, _, second = rest.partition(".")
    match family:
        case "happened":
            return int(rest in state.happened)
        case "chose":
            return int(state.happened.get(first) == second)
        case "refused":
            return state.refusals.count(rest)
        case "signed":
            return int(state.signed is not None and state.signed.package.get(first) == second)
    return int(any(package.get(first) == second for package in state.text.offers.values()))

"""The end of a game as its scenario tells it: which fate, and which sentences about the next years."""

from attrs import frozen

from game.engine.condition import Condition, Lookup
from game.engine.facts import lookup
from game.engine.fate import Aftermath, Fate
from game.engine.issue import Package
from game.engine.score import durability
from game.engine.state import State
from game.engine.verdict import compare

LASTING = ("firm", "fragile", "torn")
"""How long a treaty would last, as conditions name it."""
FAR = 100
"""The distance, in per cent, of no treaty at all from any treaty."""


@frozen
class Epilogue:
    """A fate and the sentences of its aftermath that apply."""

    fate: Fate
    years: tuple[Aftermath, ...]


def epilogue(state: State) -> Epilogue | None:
    """What became of a finished game; None when its scenario tells no fate for it. Raises ValueError before the end."""
    holds = end_lookup(state)
    for fate in state.scenario.fates:
        if _tells(state, fate.when) and fate.when.holds(holds):
            years = (*fate.years, *state.scenario.years)
            return Epilogue(fate, tuple(each for each in years if _tells(state, each.when) and each.when.holds(holds)))
    return None


def _tells(state: State, when: Condition) -> bool:
    """Whether *when* asks, even by `not`, only for clauses that this length had on its table: nobody settled others."""
    clauses = (name.split(".") for name, _ in when.names if name.startswith("treaty."))
    return all(issue in state.scenario.issue for _, issue, *_ in clauses)


def end_lookup(state: State) -> Lookup:
    """What each name of a condition is worth at the end of a game. Raises ValueError before it."""
    outcome = state.outcome
    if outcome is None:
        raise ValueError("a game that is not over has no epilogue")
    during, treaty = lookup(state), outcome.treaty or {}
    distances = (
        {each.treaty.id: round(100 * each.distance) for each in compare(state.scenario, treaty)} if treaty else {}
    )
    lasting = _lasting(state, outcome.treaty) if outcome.treaty else ""

    def value(name: str) -> int:
        family, _, rest = name.partition(".")
        match family:
            case "ended":
                return int(outcome.ending == rest)
            case "treaty":
                issue, _, option = rest.partition(".")
                return int(treaty.get(issue) == option)
            case "near":
                return distances.get(rest, FAR)
            case "durability":
                return int(lasting == rest)
            case "wars":
                return int(any(entry.what == "war" for entry in state.costs))
        return during(name)

    return value


def _lasting(state: State, treaty: Package) -> str:
    label = durability(state, treaty)
    return label if label in LASTING else LASTING[-1]

"""The calendar in words: why no table is held, and what passed quietly."""

from collections.abc import Sequence

from game.engine.facts import lookup
from game.engine.scenario import Turn
from game.engine.state import State
from game.engine.view import SeatView
from game.prose.conditions import condition_in_words
from game.prose.dates import date_in_words


def closed_table(view: SeatView, state: State) -> str:
    """Why envoys do not meet this turn, in a sentence; empty when they do."""
    scenario, turn = state.scenario, state.scenario.turns[state.turn - 1]
    if not turn.table:
        later = next((date_in_words(each.id) for each in scenario.turns[state.turn :] if each.table), "")
        return f"No table yet: not before {later}." if later else "There is no table any more."
    if not scenario.table_when.holds(lookup(state)):
        return f"No table yet: not until {condition_in_words(view, scenario.table_when.text)}."
    return ""


def exchange_line(view: SeatView) -> str:
    """Where this turn's talks stand, for the seat that is to speak: which exchange it is, and who speaks after it."""
    left = 2 * view.sittings - view.spoken - 1
    where = f"Exchange {view.spoken // 2 + 1} of {view.sittings}"
    if left:
        yours = f", and you {_times(left // 2)} more" if left > 1 else ""
        return f"{where}; after you they speak {_times((left + 1) // 2)} more this turn{yours}."
    if view.turn >= view.deadline:
        return f"{where}: the last word of all. Nobody can answer it any more."
    return f"{where}: your last word this turn. They answer next turn, once you have opened it."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def quiet_line(turns: Sequence[Turn]) -> str:
    """`July–December 1873 passed quietly.`"""
    if len(turns) < 3:
        return f"{' and '.join(each.title for each in turns)} passed quietly."
    return f"{len(turns)} turns passed quietly, from {turns[0].title} to {turns[-1].title}."

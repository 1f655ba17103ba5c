"""The calendar's pages: headings that wait until something happens, and turns that pass quietly."""

from collections.abc import Sequence

from attrs import define, field

from game.engine.events import Event
from game.engine.facts import lookup
from game.engine.phase import Phase
from game.engine.scenario import Turn
from game.engine.state import State
from game.engine.view import SeatView
from game.text.conditions import condition_in_words
from game.text.console import Console
from game.text.dates import date_in_words
from game.text.meters import heading


def closed_table(view: SeatView, state: State) -> str:
    """Why envoys do not meet this turn, in a sentence; empty when they do."""
    scenario, turn = state.scenario, state.scenario.turns[state.turn - 1]
    if not turn.table:
        later = next((date_in_words(each.id) for each in scenario.turns[state.turn :] if each.table), "")
        return f"No table yet: not before {later}." if later else "There is no table any more."
    if not scenario.table_when.holds(lookup(state)):
        return f"No table yet: not until {condition_in_words(view, scenario.table_when.text)}."
    return ""


def quiet_line(turns: Sequence[Turn]) -> str:
    """`July–December 1873 passed quietly.`"""
    if len(turns) < 3:
        return f"{' and '.join(each.title for each in turns)} passed quietly."
    return f"{len(turns)} turns passed quietly, from {turns[0].title} to {turns[-1].title}."


@define
class Pages:
    """Pages that were turned and are not told yet."""

    turn: int = 0
    """The turn whose heading waits; 0 for none."""
    quiet: list[int] = field(factory=list)
    turned: bool = False
    """Whether any page was turned at all."""

    def take(self, event: Event) -> bool:
        """Whether *event* was a page turned, or a turn that passed; it is then kept for `show`."""
        if event.kind not in ("turn", "quiet"):
            return False
        turn = int(event.facts["turn"])
        self.turned = True
        if event.kind == "quiet":
            self.quiet.append(turn)
        self.turn = turn if event.kind == "turn" else 0
        return True

    def show(self, console: Console, view: SeatView, state: State) -> bool:
        """Tell what passed, and write the heading that waits; returns whether there was one."""
        if self.quiet:
            console.say()
            console.say(quiet_line([view.turns[turn - 1] for turn in self.quiet]))
            self.quiet.clear()
        headed = self.turn > 0 and state.phase is not Phase.OVER
        if headed:
            closed = closed_table(view, state) if self.turn == state.turn else ""
            console.head(heading(view, self.turn, closed))
        self.turn = 0
        return headed

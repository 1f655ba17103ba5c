"""The calendar's pages: headings that wait until something happens, and turns that pass quietly."""

from attrs import define, field

from game.engine.events import Event
from game.engine.phase import Phase
from game.engine.state import State
from game.engine.view import SeatView
from game.prose.calendar import closed_table, quiet_line
from game.prose.meters import heading
from game.text.console import Console


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

"""The record: a game step by step, as far as its reader may know it, with the table as it then stood."""

from collections.abc import Mapping, Sequence

from game.desktop.beginning import branch_off
from game.desktop.desk import Desk
from game.desktop.frame import play_page
from game.desktop.parts.map import map_board
from game.desktop.parts.moment import course_of, ladders, step_words
from game.desktop.parts.steps import Step, first_steps, steps_of
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.clause import TIGHT, TWO_LINES
from game.desktop.widgets.layout import Cell, Column, Gap, Grow, Middle, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Choice, Tabs
from game.desktop.widgets.slider import Slider
from game.desktop.widgets.words import SMALL, STRONG, note, words
from game.engine.errors import GameError, nearest_word
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.deeds import Heard
from game.prose.words import in_text, seat_title
from game.session.chronicle import chronicle

LIST = 328.0
TALL = 900.0
"""A window of this height has room for a map below the words."""
LEAVES = {"list": "Turn by turn", "words": "This step", "table": "The table then"}
BOTH = "both"
"""Whose eyes one reads with, after the end, to know what each side knew."""


class RecordScreen(Screen):
    """Steps through the game on the desk; its topic is the number of a step, the last one by default."""

    name = "record"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.moments = chronicle(desk.game().match)
        self.eyes = BOTH if desk.game().over else desk.game().seat
        self.issue = ""
        self.leaf = "words"
        self.asked = False
        self.views: dict[int, SeatView] = {}
        self._read()
        self.place = len(self.steps) - 1
        if topic:
            self._go(topic)

    def _read(self) -> None:
        """Make the steps anew, for other eyes."""
        sitting = self.desk.game()
        first = sitting.seat or sitting.people[0]
        both = (first, sitting.match.state.scenario.other(first))
        self.reader = first if self.eyes == BOTH else self.eyes
        seats = both if self.eyes == BOTH else (self.eyes,)
        self.steps = steps_of(self.moments, [sitting.match.view(seat) for seat in seats])
        self.turns = first_steps(self.steps)
        self.views.clear()

    def _view(self, number: int) -> SeatView:
        """What the reader's seat might know after so many actions."""
        if number not in self.views:
            self.views[number] = self.moments[number].view(self.reader)
        return self.views[number]

    @property
    def step(self) -> Step:
        return self.steps[self.place]

    def heading(self) -> str:
        return "Plenipotentiary: the record"

    def first(self) -> str:
        return "slider step"

    def sight(self) -> str:
        return f"step {self.place}"

    def page(self, width: float, height: float) -> Widget:
        narrow = is_narrow(width)
        body: list[Widget] = [self._slider()]
        if self.desk.game().over:
            body.insert(0, self._eyes())
        body.append(Grow(self._narrow(height) if narrow else self._wide(height)))
        body.append(self._foot())
        return play_page(self.desk, Column(body, GRID), width)

    def _slider(self) -> Widget:
        last, step = len(self.steps) - 1, self.step
        less, more = "previous" if self.place else "", "next" if self.place < last else ""
        value = f"step {self.place} of {last}: turn {step.turn}, {step.text}"
        marks = {first.number: str(turn) if first.number else f"turn {turn}" for turn, first in self.turns.items()}
        slider = Slider("Where you are in the game", self.place, len(self.steps), value, "step", less, more, marks)
        back = Button("", "previous", icon="icon-previous.png", note="One step back (left)", why_not=_no(less, "first"))
        on = Button("", "next", icon="icon-next.png", note="One step on (right)", why_not=_no(more, "last"))
        return Row([Cell(Middle(back, 48), 48), Cell(slider), Cell(Middle(on, 48), 48)], GRID)

    def _eyes(self) -> Widget:
        view = self.desk.game().match.view(None)
        seats = [(f"eyes {seat.id}", f"As {in_text(seat.title)} saw it") for seat in view.seats]
        return Tabs([(f"eyes {BOTH}", "All of it"), *seats], f"eyes {self.eyes}")

    def _wide(self, height: float) -> Widget:
        told = self._scroll("words", self._words())
        if height >= TALL:
            told = Column([Grow(told), note(self._ground_title()), Grow(map_board(self.desk, self._ground()))], GRID)
        table = Panel(self._table(height), 1.5 * GRID)
        return Row([Cell(self._list(), LIST), Cell(Panel(told, 2 * GRID)), Cell(table, 0, 1.25)], 1.5 * GRID)

    def _ground(self) -> Package:
        """The text that the map shows: the last that was laid on the table, else what held then."""
        view = self._view(self.step.moment.number)
        return view.offers[-1].package if view.offers else view.status_quo

    def _ground_title(self) -> str:
        view = self._view(self.step.moment.number)
        if not view.offers:
            return "On the ground, as it was then"
        return f"On the ground, the last offer of {in_text(seat_title(view.seats, view.offers[-1].seat))}"

    def _narrow(self, height: float) -> Widget:
        tabs = Tabs([(f"leaf {key}", text) for key, text in LEAVES.items()], f"leaf {self.leaf}")
        return Column([tabs, Grow(self._leaf(height))], GRID)

    def _leaf(self, height: float) -> Widget:
        if self.leaf == "list":
            return self._list()
        if self.leaf == "table":
            return Panel(self._table(height), 1.5 * GRID)
        return Panel(self._scroll("words", self._words()), 2 * GRID)

    def _scroll(self, key: str, rows: Sequence[Widget]) -> Widget:
        return Scroll(f"record {key}", Column(list(rows), GRID), self.desk.offsets)

    def _list(self) -> Widget:
        """Every turn; the present one with its steps."""
        rows: list[Widget] = []
        for turn, first in self.turns.items():
            rows.append(self._turn(turn))
            if turn == self.step.turn:
                rows += [self._entry(step) for step in self.steps if step.turn == turn and step is not first]
        return Panel(Scroll("record list", Column(rows, 0), self.desk.offsets), GRID)

    def _turn(self, turn: int) -> Widget:
        view, here = self._view(0), self.turns[turn].number == self.place
        title = f"{turn}. {view.turns[turn - 1].title}"
        present = turn == self.step.turn
        return Choice(
            words(title, STRONG if present else SMALL), f"turn {turn}", title, chosen=here, pad=GRID / 2, ruled=True,
            key=f"step {self.turns[turn].number}" if here else "",
        )  # fmt: skip

    def _entry(self, step: Step) -> Widget:
        lines = Column([words(self._line(heard), SMALL) for heard in step.heard], 2)
        here = step.number == self.place
        return Choice(lines, f"step {step.number}", step.text, chosen=here, pad=GRID / 2, ruled=True)

    def _line(self, heard: Heard) -> str:
        """One line of the list; what another seat alone heard says so."""
        view = self._view(0)
        theirs = heard.seat not in ("", view.seat) and heard.quoted
        return f"To {in_text(seat_title(view.seats, heard.seat))} alone: “{heard.text}”" if theirs else heard.text

    def _words(self) -> Sequence[Widget]:
        before, after = self._view(self.step.before.number), self._view(self.step.moment.number)
        found = list(step_words(self.step, before, after))
        if self.issue:
            found += course_of(after, after.issue(self.issue))
        return found

    def _table(self, height: float) -> Widget:
        view = self._view(self.step.moment.number)
        tall = min(TWO_LINES - 1, max(TIGHT, (height - 330) / max(1, len(view.issues))))
        legend, rows = ladders(view, self.issue, tall)
        return Column([legend, Grow(Scroll("record table", Column(rows, 0), self.desk.offsets))], GRID)

    def _foot(self) -> Widget:
        if self.asked:
            return Row([
                Cell(words("Go on from this step as a new game? The one you are in is saved first.", STRONG)),
                Cell(Button("Go on from here", "yes", "first"), 180),
                Cell(Button("No", "no"), 90),
            ])  # fmt: skip
        told = "What if? The same game up to here, with the same chances"
        branch = Button("Go on from here as a new game", f"branch {self.place}", note=told, why_not=self._bound())
        return Row([
            Cell(branch, 310),
            Cell(Gap()),
            Cell(Button("Close the record", "back", note="Escape"), 200),
        ])  # fmt: skip

    def _bound(self) -> str:
        """Why the game cannot branch off at this step."""
        sitting = self.desk.game()
        if not sitting.over and not sitting.solo:
            return "With two at one machine a game branches off only after its end: the other may have seen more."
        if self.step.moment.number < len(sitting.match.actions):
            return ""
        return "The game is over here: step back first." if sitting.over else "This is where the game stands: play on."

    def keys(self) -> Mapping[str, str]:
        return {"n": "next", "p": "previous"}

    def looked(self, what: str) -> None:
        self.issue = what

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "step": lambda words: self._go(words[0]),
            "next": lambda _: self._go(str(self.place + 1)),
            "previous": lambda _: self._go(str(self.place - 1)),
            "turn": lambda words: self._turn_to(words[0]),
            "eyes": lambda words: self._see(words[0]),
            "leaf": lambda words: self._open(words[0]),
            "look": lambda words: self.looked(words[0]),
            "branch": self._ask,
            "yes": lambda _: self._branch(),
            "no": lambda _: self._refuse(),
        }

    def _go(self, number: str) -> None:
        if not number.isdecimal() or int(number) >= len(self.steps):
            raise GameError(f"there is no step '{number}'; they run from 0 to {len(self.steps) - 1}")
        self.place, self.asked = int(number), False

    def _turn_to(self, turn: str) -> None:
        if not turn.isdecimal() or int(turn) not in self.turns:
            raise GameError(f"nothing is told of turn '{turn}'")
        self._go(str(self.turns[int(turn)].number))

    def _see(self, eyes: str) -> None:
        """Read with other eyes, and stay at the same moment."""
        sitting, number = self.desk.game(), self.step.moment.number
        known = (BOTH, *sitting.match.state.scenario.seat_ids) if sitting.over else (sitting.seat,)
        if eyes not in known:
            raise GameError(f"'{eyes}' may not be looked through{nearest_word(eyes, known)}")
        self.eyes, self.asked = eyes, False
        self._read()
        self.place = max(step.number for step in self.steps if step.moment.number <= number)

    def _open(self, leaf: str) -> None:
        self.leaf = leaf

    def _ask(self, words: Sequence[str]) -> None:
        """`branch` alone, or with the number of a step, asks once."""
        if words:
            self._go(words[0])
        if why := self._bound():
            raise GameError(why)
        self.asked = True

    def _refuse(self) -> None:
        self.asked = False

    def _branch(self) -> None:
        if not self.asked:
            raise GameError("say first from which step the game shall branch off")
        branch_off(self.desk, self.step.moment.number)


def _no(meaning: str, end: str) -> str:
    return "" if meaning else f"This is the {end} step."

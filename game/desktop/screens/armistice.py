"""The armistice: after a round of war each side says in secret whether it would stop."""

from collections.abc import Iterator, Mapping

from game.desktop.desk import Desk
from game.desktop.frame import hue, play_page, seal
from game.desktop.parts.meters import gauges, own, their_heading, theirs
from game.desktop.parts.people import BLANK
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID, LEAD, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Give, Grow, Middle, Panel, Row, Scroll
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Rule, heading, note, words
from game.engine import actions as a
from game.engine.view import SeatView
from game.engine.war import ROUNDS
from game.prose.warfare import QUESTION, SECRET, if_both_stop, if_not, round_in_words, spent_so_far
from game.prose.words import sentence

WIDE = 1240.0
MARK = 52.0
"""The size of the seal of whoever has won a round."""


class ArmisticeScreen(Screen):
    """The war so far, what each answer leads to, and the two answers."""

    name = "armistice"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        desk.sounds.play("bell")

    def heading(self) -> str:
        return "Plenipotentiary: an armistice?"

    def page(self, width: float, height: float) -> Widget:
        view, narrow = self.desk.game().view, is_narrow(width)
        head = [heading(QUESTION, TITLE, at=0.5), words(SECRET, at=0.5)]
        stop = self._side("If both stop", if_both_stop(view), None if narrow else self._yes(view))
        fight = self._side("If not", if_not(view), None if narrow else self._no(view))
        answers = Row([Cell(stop), Cell(fight)], 2 * GRID)
        figures = Column(list(self._figures(view)), 1.5 * GRID)
        both: list[Widget] = [answers, figures]
        if not narrow:
            both = [Row([Cell(figures, 0, 0.3), Cell(answers, 0, 0.7)], 4 * GRID)]
        body = Column([*head, self._rounds(view), Rule("gold", 0), *both], 1.5 * GRID)
        rows: list[Widget] = [Give(Scroll("armistice", body, self.desk.offsets))]
        if narrow:
            rows.append(Row([Cell(self._yes(view)), Cell(self._no(view))], 2 * GRID))
        return play_page(self.desk, Middle(Panel(Column(rows, GRID), 2 * GRID, "gold"), WIDE, 0.3), width)

    def _rounds(self, view: SeatView) -> Widget:
        """A seal for each round that has been fought, a blank for each that may be."""
        marks: list[tuple[float, Widget]] = []
        for place in range(ROUNDS):
            fought = place < len(view.rounds)
            name = seal(view, view.rounds[place]) if fought else BLANK
            told = Middle(note(round_in_words(view, place + 1)), 400)
            marks.append((270.0, Row([Cell(Picture(name, (MARK, MARK)), MARK), Cell(told)], GRID)))
        return Flow(marks, 2 * GRID, 0.5)

    def _yes(self, view: SeatView) -> Widget:
        main = hue(view, view.seat or "")
        return Button("Yes, I would stop", "armistice yes", main, "Sealed: the other side does not hear it (y)")

    def _no(self, view: SeatView) -> Widget:
        main = hue(view, view.seat or "")
        return Button("No, go on", "armistice no", main, "Sealed: the other side does not hear it (n)")

    def _side(self, title: str, told: str, button: Widget | None) -> Widget:
        """What follows from one answer, and the answer."""
        rows: list[Widget] = [heading(title, LEAD), words(sentence(told))]
        return Panel(Column([*rows, Grow(Column([])), button] if button else rows, GRID))

    def _figures(self, view: SeatView) -> Iterator[Widget]:
        yield from gauges("Yours", own(self.desk, view))
        yield from gauges(their_heading(view), theirs(self.desk, view))
        yield note(spent_so_far(view))

    def first(self) -> str:
        return "armistice yes"

    def keys(self) -> Mapping[str, str]:
        return {"b": "open briefing", "y": "armistice yes", "n": "armistice no"}

    def deeds(self) -> Mapping[str, Deed]:
        return {"armistice": lambda words: self._say(words[0])}

    def _say(self, word: str) -> None:
        sitting = self.desk.game()
        action = a.Armistice(sitting.seat, word == "yes")
        sitting.check(action)
        self.desk.submit(action)

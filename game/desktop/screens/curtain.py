"""The curtain between two people at one machine: nothing of the other seat, and nothing but one thing to press."""

from collections.abc import Mapping

from game.desktop.desk import Desk
from game.desktop.frame import seal_of
from game.desktop.screen import Deed, Screen
from game.desktop.theme import GRID, LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Middle, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import heading, note
from game.engine.errors import GameError
from game.prose.words import in_text

ALLOWED = ("seated", "quit", "larger", "smaller")
"""All that can be done while the curtain is drawn."""


class CurtainScreen(Screen):
    """Waits until the right person sits before the machine. It reads nothing but the seats' public titles."""

    name = "curtain"
    forgets = True

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        self.seat = topic
        sitting = desk.game()
        sitting.seat = ""
        desk.put_away()
        desk.sounds.score("")

    def heading(self) -> str:
        return "Plenipotentiary"

    def page(self, width: float, height: float) -> Widget:
        seats = self.desk.game().match.state.scenario.seats
        place = [each.id for each in seats].index(self.seat)
        title = seats[place].title
        rows: list[Widget] = [
            Picture(seal_of(self.seat, place), (112, 112)),
            heading(f"Hand the machine to {in_text(title)}", LEAD, at=0.5),
            note("What the other side has seen is put away. Nothing is shown until you press.", 0.5),
            Row([Cell(Button(f"I speak for {in_text(title)}", "seated", ("first", "second")[place]))]),
        ]
        return Middle(Column(rows, 2 * GRID), 520)

    def do(self, meaning: str) -> None:
        """Only what gives nothing away."""
        if meaning.split()[0] not in ALLOWED:
            raise GameError("the curtain is drawn: whoever speaks next must sit down first")
        super().do(meaning)

    def deeds(self) -> Mapping[str, Deed]:
        return {"seated": lambda _: self._seated()}

    def _seated(self) -> None:
        self.desk.game().seat = self.seat
        self.desk.forward()

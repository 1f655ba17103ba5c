"""Before something is said that cannot be unsaid: what it is worth, what it costs, yes or no."""

from collections.abc import Mapping

from game.desktop.desk import Desk
from game.desktop.frame import hue
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Deed, Screen
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Flow
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Rule, words
from game.engine import actions as a
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.prospects import assessment, mandate_question, offer_assessment

Told = tuple[str, list[str], str]
"""The question, what should be known before it is answered, and what the button says."""


class ConfirmScreen(Screen):
    """Asks once more."""

    name = "confirm"
    sheet = True

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        self.topic = topic

    def page(self, width: float, height: float) -> Widget:
        view = self.desk.game().view
        question, told, yes = self._asked(view)
        answers = Flow([
            (260.0, Button(yes, "yes", hue(view, view.seat or ""))),
            (180.0, Button("No, go on thinking", "back")),
        ], GRID)  # fmt: skip
        return sheet(question, [*map(words, told), Rule(), answers], self.desk, height, close=False)

    def _asked(self, view: SeatView) -> Told:
        menu = view.menu
        if self.topic == "accept" and menu is not None and menu.offer is not None:
            return _accept(view, menu.offer)
        return WALK if self.topic == "walk" else _propose(view, self.desk.game().draft())

    def first(self) -> str:
        return "yes"

    def deeds(self) -> Mapping[str, Deed]:
        return {"yes": lambda _: self._yes()}

    def _yes(self) -> None:
        view = self.desk.game().view
        assert view.menu is not None and view.seat is not None
        draft, menu, seat = self.desk.game().draft(), view.menu, view.seat
        if self.topic == "propose":
            self.desk.submit(a.Propose(seat, draft, menu.beyond(draft)))
        elif self.topic == "accept" and menu.offer is not None:
            self.desk.sounds.play("seal")
            self.desk.submit(a.Accept(seat, menu.beyond(menu.offer)))
        elif self.topic == "walk":
            self.desk.submit(a.WalkOut(seat))


def _propose(view: SeatView, package: Package) -> Told:
    beyond = _beyond(view, package)
    yes = "Go beyond them, and send it" if beyond else "Lay it on the table"
    return "Lay this text on the table?", [_opened(assessment(view, package)), *beyond], yes


def _accept(view: SeatView, package: Package) -> Told:
    beyond = _beyond(view, package)
    told = [_opened(offer_assessment(view, package)), "It is then signed, and goes to both capitals.", *beyond]
    return "Sign their offer as it stands?", told, "Go beyond them, and sign" if beyond else "Sign"


WALK: Told = (
    "Break off the talks for good?",
    ["There will be no treaty: what holds now goes on holding."],
    "Break off the talks",
)


def _beyond(view: SeatView, package: Package) -> list[str]:
    menu = view.menu
    exceeded = menu.beyond(package) if menu else ()
    return list(mandate_question(view, package, exceeded)) if exceeded else []


def _opened(text: str) -> str:
    return text[0].upper() + text[1:]

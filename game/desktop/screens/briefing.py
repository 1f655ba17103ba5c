"""The briefing: the crisis and the moment, the instructions, what is at stake, and those who vote at home."""

from collections.abc import Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.frame import hue, play_page
from game.desktop.lettering import Style
from game.desktop.parts.instructions import (
    alone,
    consent,
    envoy,
    instructions,
    mandate,
    moment,
    voter,
    weightiest,
    weights,
)
from game.desktop.parts.region import region
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import BODY, GRID, LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Centred, Column, Flow, Give, Grow, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Tabs
from game.engine.view import SeatView

LEAVES = {"moment": "The moment", "instructions": "Your instructions", "worth": "What it is worth", "home": "At home"}
FIRST = "first"
"""The topic of the briefing that opens a game."""
WIDE, TALL = 1360.0, 900.0
"""The page is no wider than this; from this height on the texts are set in larger letters."""
SHARES = {"moment": 0.55, "instructions": 0.55, "worth": 0.6}
"""The share of the page that the text of a leaf has."""
LEAST = 216.0
"""The least height of the picture beside the moment."""
WEIGHTIEST = 3


class BriefingScreen(Screen):
    """What a person must know before the first decision, in a minute; all of it one leaf further."""

    name = "briefing"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.opens_game = topic == FIRST
        self.leaf = "moment" if self.opens_game else "instructions"
        self.opened = False
        """Whether all that is said of the envoy is shown."""

    def heading(self) -> str:
        return "Plenipotentiary: the briefing"

    def page(self, width: float, height: float) -> Widget:
        view = self.desk.game().view
        tabs = Tabs([(f"leaf {key}", text) for key, text in LEAVES.items()], f"leaf {self.leaf}")
        style = Style(LEAD if height >= TALL and not is_narrow(width) else BODY)
        body = self._narrow(view, style) if is_narrow(width) else self._wide(view, style)
        return play_page(self.desk, Centred(Column([tabs, Grow(body), self._bar(view)], 1.5 * GRID), WIDE), width)

    def _wide(self, view: SeatView, style: Style) -> Widget:
        if self.leaf == "home":
            return Scroll("briefing home", self._voters(view, 2, style), self.desk.offsets)
        left, right = self._halves(view, style)
        sheet = Panel(Scroll(f"briefing {self.leaf}", Column(left, GRID), self.desk.offsets), 2 * GRID)
        aside = Panel(Scroll(f"beside {self.leaf}", Column(right, GRID), self.desk.offsets), 2 * GRID)
        beside: Widget = aside
        if self.leaf == "moment":
            beside = Column([Grow(region(self.desk, view), 1.0, LEAST), Give(aside)], 2 * GRID)
        return Row([Cell(sheet, 0, SHARES[self.leaf]), Cell(beside, 0, 1 - SHARES[self.leaf])], 2 * GRID)

    def _narrow(self, view: SeatView, style: Style) -> Widget:
        if self.leaf == "home":
            return Scroll("briefing home", self._voters(view, 1, style), self.desk.offsets)
        left, right = self._halves(view, style)
        return Panel(Scroll(f"briefing {self.leaf}", Column([*left, *right], GRID), self.desk.offsets), 1.5 * GRID)

    def _halves(self, view: SeatView, style: Style) -> tuple[Sequence[Widget], Sequence[Widget]]:
        """The text of a leaf, and what stands beside it."""
        brief = view.brief
        assert brief is not None
        if self.leaf == "moment":
            beside = [*envoy(self.desk, view, self.opened or style.size > BODY), *weightiest(view, brief, WEIGHTIEST)]
            return moment(self.desk, view, style), beside
        if self.leaf == "worth":
            return weights(view, brief), alone(view, brief, style)
        return instructions(self.desk, view, style), mandate(view, brief)

    def _voters(self, view: SeatView, columns: int, style: Style) -> Widget:
        """The factions, read across."""
        assert view.brief is not None
        found = [voter(self.desk, view, each, style) for each in view.brief.factions]
        rows = [found[place : place + columns] for place in range(0, len(found), columns)]
        return Column([consent(view), *(Row([Cell(each) for each in row], GRID) for row in rows)], GRID)

    def _bar(self, view: SeatView) -> Widget:
        main = hue(view, view.seat or "")
        if self.opens_game:
            button = Button(
                "I am ready", "onwards", main, "To the first news of the game; the briefing stays at hand (b)"
            )
        else:
            button = Button("Back", "back", main, "Escape")
        return Flow([(200.0, button)], GRID, 1.0)

    def first(self) -> str:
        return "onwards" if self.opens_game else "back"

    def keys(self) -> Mapping[str, str]:
        return {f"{number}": f"leaf {key}" for number, key in enumerate(LEAVES, 1)}

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "leaf": lambda words: self._turn_to(words[0]),
            "read": lambda _: self._read(),
            "onwards": lambda _: self._onwards(),
        }

    def _turn_to(self, leaf: str) -> None:
        self.leaf = leaf

    def _read(self) -> None:
        self.opened = True

    def _onwards(self) -> None:
        """The game begins: whatever has happened already is told from its first action on."""
        sitting = self.desk.game()
        if self.opens_game:
            sitting.told.setdefault(sitting.seat, 0)
        self.desk.forward()

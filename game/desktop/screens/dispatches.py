"""The dispatches: what has happened since a person last looked, and the news that waits for an answer."""

from collections.abc import Mapping, Sequence

from game.desktop.course import before_the_vote, count_as_told
from game.desktop.desk import Desk
from game.desktop.frame import hue, play_page
from game.desktop.lettering import Style
from game.desktop.map.atlas import maps_of
from game.desktop.parts.dispatch import dispatch, in_brief, proclamation
from game.desktop.parts.gazette import Paper, Stretch, chronicle, gazette, papers
from game.desktop.parts.meters import common, gauges, own, their_heading, theirs
from game.desktop.parts.region import region
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import BODY, GRID, LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Centred, Column, Flow, Give, Grow, Middle, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Choice
from game.desktop.widgets.words import FAINT, eyebrow, words
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.menu import ChoiceOffer
from game.engine.phase import Phase
from game.engine.scenario import TENSION
from game.engine.view import News, SeatView
from game.prose.conditions import plainly
from game.prose.news import choice_changes
from game.prose.words import sentence

MAIN = 0.56
"""The share of a wide page that the papers have."""
WIDE, TALL = 1480.0, 900.0
"""The page is no wider than this; from this height on the papers are set in larger letters."""
LEAST = 240.0
"""The least height of the map below the papers."""
HIGH = 0.3
"""Where papers that do not fill a page stand in its height."""
SPACIOUS = 880.0
"""The width from which a card and its answers stand side by side."""
ONWARDS: Mapping[Phase, str] = {
    Phase.ORDERS: "On to the council",
    Phase.TABLE: "On to the table",
}


class DispatchesScreen(Screen):
    """Tells what has happened; an answer is given here, and what follows from it is told here too."""

    name = "dispatches"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.opened: set[str] = set()
        self.answered = False
        """Whether the person has just answered a card and reads what followed."""
        desk.sounds.play("page")

    def heading(self) -> str:
        return "Plenipotentiary: dispatches"

    def page(self, width: float, height: float) -> Widget:
        view = self.desk.game().view
        told = chronicle(self.desk.game())
        apart = self._apart(view, papers(told))
        if is_narrow(width):
            spread = [self._paper(view, each, width, False) for each in apart]
            rows = [*self._gazette(view, told, apart), *spread, *self._figures(view)]
            body: Widget = Grow(Scroll(self._key(), Column(rows, 2 * GRID), self.desk.offsets))
            return play_page(self.desk, Column([body, *self._bar(view)], GRID), width)
        return play_page(self.desk, self._wide(view, told, apart, width, height >= TALL), width)

    def _apart(self, view: SeatView, told: Sequence[Paper]) -> list[Paper]:
        """The papers that are spread out: what is to be answered or has just been, else all; the rest is in brief."""
        if not (self.answered or self._waiting()):
            return list(told)
        return [paper for paper in told if paper.news is None or self._is_ours(view, paper.news)]

    def _is_ours(self, view: SeatView, news: News) -> bool:
        return news.card.id == self._waiting() or bool(self.answered and news.card.decides == view.seat and news.choice)

    def _wide(
        self, view: SeatView, told: Sequence[Stretch], apart: Sequence[Paper], width: float, tall: bool
    ) -> Widget:
        """The gazette at the left, the papers at the right; lines alone take the place of papers."""
        lines, main_width = self._gazette(view, told, apart), (min(width, WIDE) - 8 * GRID) * MAIN
        spread = [self._paper(view, each, main_width, tall) for each in apart]
        if not spread:
            spread, lines = [Panel(Column(lines, GRID), 3 * GRID)], []
        head: list[Widget] = [eyebrow("The gazette")] if lines else []
        told_in_brief = Give(Scroll(f"gazette {self._key()}", Column([*head, *lines], GRID), self.desk.offsets))
        left = Panel(Column([*([told_in_brief] if lines else []), *self._figures(view)], 1.5 * GRID))
        right = Give(Scroll(self._key(), Column(spread, 2 * GRID), self.desk.offsets))
        main = Column([right, *self._bar(view)], 2 * GRID)
        both = Row([Cell(left, 0, 1 - MAIN), Cell(main, 0, MAIN)], 2 * GRID)
        if tall and maps_of(view.scenario) is not None:
            return Centred(Column([Give(both), Grow(region(self.desk, view), 1.0, LEAST)], 2 * GRID), WIDE)
        return Middle(both, WIDE, HIGH)

    def _gazette(self, view: SeatView, told: Sequence[Stretch], apart: Sequence[Paper]) -> list[Widget]:
        """All that is not spread out. A card that waits for the next page is left out."""
        later = [paper for paper in papers(told) if paper.news and self.answered and self._later(view, paper.news)]

        def brief(paper: Paper) -> Widget:
            assert paper.news is not None
            return in_brief(self.desk, view, paper, paper.news.card.id in self.opened)

        return gazette(told, brief, [*apart, *later], view.turns[view.turn - 1].title)

    def _later(self, view: SeatView, news: News) -> bool:
        return view.menu is not None and view.menu.card == news.card.id

    def _key(self) -> str:
        """What the scrolling is remembered by: new for every moment."""
        return f"dispatches {len(self.desk.game().journal)}"

    def _figures(self, view: SeatView) -> list[Widget]:
        """What has moved at the table and on the other side, and where one stands oneself."""
        moved = [each for each in common(self.desk, view, (TENSION,)) if each.moved]
        seen = [each for each in theirs(self.desk, view) if each.moved]
        return [
            *gauges("Moved since you last acted", moved),
            *gauges(their_heading(view), seen),
            *gauges("Yours", own(self.desk, view)),
        ]

    def _paper(self, view: SeatView, paper: Paper, width: float, tall: bool) -> Widget:
        if paper.news is None:
            return proclamation(self.desk, view, paper)
        card = paper.news.card.id
        waits = card == self._waiting()
        style = Style(LEAD if tall else BODY)
        sheet = dispatch(self.desk, view, paper, card in self.opened, waits, style)
        if not waits:
            return sheet
        offers = enumerate(self._offers(), 1)
        answers = Column([eyebrow("Your answer"), *(self._answer(view, *each, style) for each in offers)], GRID)
        if width >= SPACIOUS:
            return Row([Cell(sheet), Cell(answers)], 2 * GRID)
        return Column([sheet, answers], 1.5 * GRID)

    def _answer(self, view: SeatView, number: int, offer: ChoiceOffer, style: Style) -> Widget:
        choice, why = offer.choice, sentence(plainly(view, offer.why_not))
        changes = sentence(choice_changes(view, choice))
        title = style.but(face="semibold", colour="faded" if why else "ink")
        told = Column([words(choice.title, title), words(why or changes, FAINT)], 0)
        part = Row([Cell(words(f"{number}", Style(LEAD, "semibold", "gold")), 2 * GRID), Cell(told)], GRID)
        return Choice(
            part, f"choose {self._waiting()} {choice.id}", choice.title, note=f"Or press {number}", why_not=why,
            colour=hue(view, view.seat or ""), pad=GRID, value=changes,
        )  # fmt: skip

    def _bar(self, view: SeatView) -> list[Widget]:
        """One way on; after an answer also a way back. None while a card waits."""
        if self._waiting():
            return []
        label = ONWARDS.get(view.phase, "Go on") if view.menu and view.menu.verbs else "Go on"
        found: list[tuple[float, Widget]] = [(240.0, Button(label, "onwards", hue(view, view.seat or "")))]
        if self.answered and self.desk.game().solo:
            found.insert(
                0, (190.0, Button("Take it back", "undo", icon="icon-undo.png", note="Ctrl+Z: answer otherwise"))
            )
        return [Flow(found, GRID, 1.0)]

    def _waiting(self) -> str:
        """The card to be answered on this page; empty while what followed from the last answer is read."""
        menu = self.desk.game().view.menu
        return menu.card if menu is not None and not self.answered else ""

    def _offers(self) -> Sequence[ChoiceOffer]:
        menu = self.desk.game().view.menu
        return menu.choices if menu is not None and self._waiting() else ()

    def first(self) -> str:
        free = next((each.choice.id for each in self._offers() if not each.why_not), "")
        return f"choose {self._waiting()} {free}" if free else "onwards"

    def keys(self) -> Mapping[str, str]:
        offers = enumerate(self._offers(), 1)
        return {"b": "open briefing", **{f"{n}": f"choose {self._waiting()} {each.choice.id}" for n, each in offers}}

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "read": lambda words: self._read(words[0]),
            "choose": self._choose,
            "onwards": lambda _: self._onwards(),
        }

    def _read(self, card: str) -> None:
        self.opened ^= {card}

    def _choose(self, words: Sequence[str]) -> None:
        """`choose CARD CHOICE`: all that was told before is then read, and what follows stays on this screen."""
        card, choice = words
        sitting = self.desk.game()
        action = a.Choose(sitting.seat, card, choice)
        sitting.check(action)
        self._count()
        self.desk.sounds.play("pen")
        self.desk.play(action)
        self.answered = True

    def _count(self) -> None:
        sitting = self.desk.game()
        told = before_the_vote(sitting)
        if told:
            count_as_told(sitting, told[-1][0])

    def _onwards(self) -> None:
        if self._waiting():
            raise GameError("this news waits for your answer")
        self._count()
        self.desk.forward()

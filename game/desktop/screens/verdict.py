"""The end of a game, leaf by leaf; or, with a topic, any text beside history."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from game.desktop.beginning import leave_game
from game.desktop.desk import Desk
from game.desktop.frame import play_page
from game.desktop.parts.bargain import Bargain, looked_at, offer_rows, plane_of, what_was_left
from game.desktop.parts.beside import ALIKE, Beside, Headed, beside_head, beside_rows
from game.desktop.parts.inhabitants import inhabitants_leaf
from game.desktop.parts.lands import lands_leaf
from game.desktop.parts.scores import ledgers_leaf
from game.desktop.parts.story import story_leaf
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Gap, Grow, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Tabs
from game.engine.errors import GameError, nearest_word
from game.engine.issue import Package
from game.engine.scenario import Scenario
from game.engine.state import State
from game.session.reckoning import Reckoning, reckon
from game.session.terms import completed, on_table

LEAVES: Mapping[str, str] = {
    "story": "How it ended",
    "history": "Beside history",
    "map": "On the map",
    "people": "The people",
    "ledgers": "The ledgers",
    "plane": "The bargaining",
}
OF_THE_END = ("story", "ledgers", "plane")
"""Leaves that read both seats' secrets: they are there only when the game is over."""
PLANE_SIDES = {"offers": "Every offer", "left": "What was left"}
FEW = 4
"""A table of so few issues is laid beside history with all articles unfolded."""
DRAFT = "draft"
WIDEST = 1440.0
"""However wide the window, a page of columns of text grows no wider."""
BESIDE_PLANE = 456.0
TALL = 900.0
"""A window of this height has room for the clauses below the ledgers."""


class VerdictScreen(Screen):
    """Without a topic the end of the game; with `draft` or the name of a treaty that text beside history."""

    name = "verdict"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.over = desk.game().over and not topic
        self.title, self.package = _subject(desk, topic)
        self.leaf = "story" if self.over else "history"
        self.side = "offers"
        issues = self.state.scenario.issues
        self.opened = frozenset({ALIKE, *(issue.id for issue in issues)} if len(issues) <= FEW else ())
        self.offer = len(self.state.offers)
        self.narrow = self.tall = False

    @property
    def state(self) -> State:
        return self.desk.game().match.state

    @cached_property
    def found(self) -> Reckoning:
        """The game on the plane; worked out when its leaf is first opened."""
        return reckon(self.desk.game().match)

    def heading(self) -> str:
        return f"Plenipotentiary: {'the end' if self.over else 'beside history'}"

    def first(self) -> str:
        return f"leaf {self.leaf}"

    def sight(self) -> str:
        """Beside the plane the offer that is looked at; on a narrow page the plane itself stays in sight."""
        return f"offer {self.offer}" if self.leaf == "plane" and not self.narrow else ""

    def page(self, width: float, height: float) -> Widget:
        self.narrow, self.tall, whole = is_narrow(width), height >= TALL, width - 6 * GRID
        inner = whole if self.leaf == "map" else min(WIDEST, whole)
        tabs = Tabs([(f"leaf {key}", LEAVES[key]) for key in self._leaves()], f"leaf {self.leaf}")
        body: Widget = Column([tabs, Grow(self._leaf(inner, self.narrow)), self._foot()], 1.5 * GRID)
        if inner < whole:
            body = Row([Cell(Gap()), Cell(body, inner), Cell(Gap())], 0)
        return play_page(self.desk, body, width)

    def _leaves(self) -> list[str]:
        return [key for key in LEAVES if self.over or key not in OF_THE_END]

    def _foot(self) -> Widget:
        if not self.over:
            return Row([Cell(Button("Back", "back", note="Escape"), 140), Cell(Gap())])
        return Row([
            Cell(Button("Step through the record", "open record", icon="icon-record.png"), 280),
            Cell(Button("Save this game", "open saves", icon="icon-save.png", note="Ctrl+S"), 210),
            Cell(Gap()),
            Cell(Button("Back to the title", "again", note="The game is kept"), 200),
        ])  # fmt: skip

    def _leaf(self, width: float, narrow: bool) -> Widget:
        match self.leaf:
            case "history":
                return self._history(narrow)
            case "map":
                return self._scroll(lands_leaf(self.desk, self.title, self.package))
            case "people":
                moved = self.state.heads if self.desk.game().over else ()  # some news is for one side alone
                return self._scroll(inhabitants_leaf(self.state.scenario, self.package, moved, narrow))
            case "ledgers":
                return self._scroll(ledgers_leaf(self.desk.game().view, self.state, self._unfolded(), narrow))
            case "plane":
                return self._plane(narrow)
        return self._scroll(story_leaf(self.desk.game().view, self.state, width))

    def _unfolded(self) -> frozenset[str]:
        """Which ledgers show their clauses: where a tall window has room for them, all that were not folded away."""
        clauses = frozenset(f"treaty {seat}" for seat in self.state.scenario.seat_ids)
        return self.opened ^ clauses if self.tall else self.opened

    def _scroll(self, rows: Sequence[Widget]) -> Widget:
        return Scroll(f"verdict {self.leaf}", Column(list(rows), 1.5 * GRID), self.desk.offsets)

    def _history(self, narrow: bool) -> Widget:
        over = self.desk.game().over
        beside = Beside(self.state.scenario, self.package, self.title, over, self.opened, narrow)
        rows = Scroll("verdict history", Column(beside_rows(beside), GRID / 2), self.desk.offsets)
        if narrow:
            return self._scroll([beside_head(beside), *beside_rows(beside)])
        return Panel(Headed(beside_head(beside), rows), 1.5 * GRID)

    def _plane(self, narrow: bool) -> Widget:
        bargain = Bargain(self.desk.game().view, self.state, self.found, self.offer)
        plane = Panel(plane_of(bargain, 300.0), GRID)
        tabs = Tabs([(f"beside {key}", text) for key, text in PLANE_SIDES.items()], f"beside {self.side}")
        rows = offer_rows(bargain) if self.side == "offers" else what_was_left(bargain)
        if narrow:
            return self._scroll([plane, *looked_at(bargain), tabs, *rows])
        looked = Scroll(f"verdict looked {self.offer}", Column(list(looked_at(bargain)), GRID / 2), self.desk.offsets)
        list_ = Scroll(f"verdict {self.side}", Column(list(rows), GRID / 2), self.desk.offsets)
        beside = Column([
            Grow(Panel(looked, 1.5 * GRID), 0.7),
            Grow(Panel(Column([tabs, Grow(list_)], GRID), 1.5 * GRID), 1.2),
        ], GRID)  # fmt: skip
        return Row([Cell(plane), Cell(beside, BESIDE_PLANE)], 1.5 * GRID)

    def keys(self) -> Mapping[str, str]:
        return {str(number): f"leaf {key}" for number, key in enumerate(self._leaves(), 1)}

    def looked(self, what: str) -> None:
        """The mouse rests on a mark of the plane."""
        self._offer(what.split()[1:])

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "leaf": lambda words: self._turn_to(words[0]),
            "ledger": lambda words: self._turn_to("ledgers"),
            "unfold": lambda words: self._unfold(" ".join(words)),
            "offer": self._offer,
            "beside": lambda words: self._beside(words[0]),
            "again": lambda _: leave_game(self.desk),
        }

    def _turn_to(self, leaf: str) -> None:
        if leaf not in self._leaves():
            raise GameError(f"there is no leaf '{leaf}' here{nearest_word(leaf, self._leaves())}")
        self.leaf = leaf

    def _unfold(self, name: str) -> None:
        self.opened = self.opened ^ {name}

    def _offer(self, words: Sequence[str]) -> None:
        self.offer = int(words[0])

    def _beside(self, side: str) -> None:
        self.side = side


def _subject(desk: Desk, topic: str) -> tuple[str, Package]:
    """What the text is called that is laid beside history, and the text itself."""
    sitting = desk.game()
    if topic not in ("", DRAFT):
        return _treaty(sitting.match.state.scenario, sitting.match.scenario, topic)
    if topic == DRAFT or not sitting.over:
        return "Your draft", sitting.draft()
    outcome = sitting.match.state.outcome
    if outcome is None or outcome.treaty is None:
        return "What holds without a treaty", sitting.match.state.status_quo
    return "Your treaty" if sitting.solo else "The treaty", outcome.treaty


def _treaty(table: Scenario, whole: Scenario, name: str) -> tuple[str, Package]:
    known = {each.id: each for each in whole.history.treaties}
    if name not in known:
        raise GameError(f"no treaty is called '{name}'{nearest_word(name, known)}; there are: {', '.join(known)}")
    return known[name].title, on_table(completed(whole, known[name].terms), table).package

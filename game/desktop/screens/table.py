"""The table: the treaty clause by clause, the map, and all that helps to decide what to say."""

from collections.abc import Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.frame import play_page
from game.desktop.parts.answer import answer_leaf
from game.desktop.parts.clause import clause_leaf
from game.desktop.parts.home import home_leaf
from game.desktop.parts.ladders import ladder, positions
from game.desktop.parts.map import map_panel, show_on_map
from game.desktop.parts.prospect import prospect_bar
from game.desktop.parts.them import them_leaf
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.clause import ROOMY, TIGHT, ClauseRow, Legend
from game.desktop.widgets.layout import Cell, Column, Grow, Panel, Row, Scroll
from game.desktop.widgets.press import Tabs
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.issue import Issue, Package
from game.engine.standing import standing
from game.engine.view import SeatView

ONLY_NARROW = ("treaty", "map")
"""Leaves of a narrow page alone: a wide one has both in sight."""
LEAVES = {"clause": "This clause", "answer": "Their answer", "home": "At home", "them": "What we believe"}


class TableScreen(Screen):
    """Where the treaty is drafted, offered, refused and signed."""

    name = "table"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        view = desk.game().view
        self.issue = topic or view.issues[0].id
        self.leaf = "answer" if desk.game().refusal() else "clause"

    def heading(self) -> str:
        return "Plenipotentiary: the table"

    def first(self) -> str:
        return f"clause {self.issue}"

    def page(self, width: float, height: float) -> Widget:
        sitting = self.desk.game()
        view, draft, narrow = sitting.view, sitting.draft(), is_narrow(width)
        bar = prospect_bar(view, draft, narrow)
        if narrow:
            return play_page(self.desk, self._narrow(view, draft, bar, height), width)
        treaty, leaf = self._treaty(view, draft, height), self._leaf(view, draft, LEAVES)
        right = Column([Grow(self._map(draft), 1.2, 160), Grow(leaf, 1.0, 180)], GRID)
        both = Row([Cell(treaty, 0, 1.0), Cell(right, 0, 1.12)], 2 * GRID)
        return play_page(self.desk, Column([Grow(both), bar], 1.5 * GRID), width)

    def _narrow(self, view: SeatView, draft: Package, bar: Widget, height: float) -> Widget:
        """One column: the treaty is a leaf among the others."""
        leaves = {"treaty": "Treaty", "map": "Map", **LEAVES}
        if self.leaf not in ("treaty", "map"):
            return Column([Grow(self._leaf(view, draft, leaves)), bar], GRID)
        body = self._map(draft) if self.leaf == "map" else self._treaty(view, draft, height)
        return Column([self._tabs(leaves), Grow(body), bar], GRID)

    def _tabs(self, leaves: Mapping[str, str]) -> Widget:
        return Tabs([(f"leaf {key}", text) for key, text in leaves.items()], f"leaf {self.leaf}")

    def _treaty(self, view: SeatView, draft: Package, height: float) -> Widget:
        tall = min(ROOMY, max(TIGHT, (height - 280) / max(1, len(view.issues))))
        rows = [self._row(view, draft, issue, number, tall) for number, issue in enumerate(view.issues, 1)]
        names = [each.title.removeprefix("The ") for each in view.seats]
        legend = Legend({"draft": "your draft", "now": "as it is now", "first": names[0], "second": names[1]})
        return Panel(Column([legend, Grow(Scroll("treaty", Column(rows, 0), self.desk.offsets))], GRID), 1.5 * GRID)

    def _row(self, view: SeatView, draft: Package, issue: Issue, number: int, tall: float) -> ClauseRow:
        half = view.text.half.get(issue.id)
        return ClauseRow(
            issue,
            number,
            standing(view.text, issue.id, view.status_quo),
            "" if half is None else "you" if half[0] == view.seat else "they",
            ladder(view, issue, draft),
            issue.option(draft[issue.id]).title,
            positions(view, issue, draft),
            issue.id == self.issue,
            tall,
            issue.id in view.text.initialled,
        )

    def _map(self, draft: Package) -> Widget:
        return map_panel(self.desk, draft, self.issue)

    def _leaf(self, view: SeatView, draft: Package, leaves: Mapping[str, str]) -> Widget:
        tabs = self._tabs(leaves)
        issue = view.issue(self.issue)
        parts: Mapping[str, Sequence[Widget]] = {
            "clause": clause_leaf(self.desk, view, issue, draft) if self.leaf in ("clause", *ONLY_NARROW) else (),
            "answer": answer_leaf(self.desk, view) if self.leaf == "answer" else (),
            "home": home_leaf(view, draft) if self.leaf == "home" else (),
            "them": them_leaf(view, draft) if self.leaf == "them" else (),
        }
        found = parts["clause" if self.leaf in ONLY_NARROW else self.leaf]
        scroll = Scroll(f"leaf {self.leaf} {self.issue}", Column(list(found), GRID), self.desk.offsets)
        return Panel(Column([tabs, Grow(scroll)], GRID), 1.5 * GRID)

    def looked(self, what: str) -> None:
        self.issue = what

    def keys(self) -> Mapping[str, str]:
        return {
            "p": "propose",
            "a": "accept",
            "h": "hold",
            "c": "cure",
            "b": "open briefing",
            "m": "map",
            **{str(number): f"leaf {key}" for number, key in enumerate(LEAVES, 1)},
        }

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "look": lambda words: self._look(words[0]),
            "leaf": lambda words: self._turn_to(words[0]),
            "draft": self._draft,
            "map": self._on_map,
            "cure": lambda _: self._take(self.desk.game().cured()),
            "propose": lambda _: self._propose(),
            "accept": lambda _: self._accept(),
            "hold": lambda _: self.desk.submit(a.Hold(self.desk.game().seat)),
            "initial": lambda words: self._mark(a.Initial(self.desk.game().seat, tuple(words))),
            "bracket": lambda words: self._mark(a.Bracket(self.desk.game().seat, tuple(words))),
            "reopen": lambda words: self._mark(a.Reopen(self.desk.game().seat, words[0])),
        }

    def _look(self, issue: str) -> None:
        self.issue, self.leaf = issue, "clause"
        show_on_map(self.desk, self.desk.game().draft(), issue)

    def _on_map(self, words: Sequence[str]) -> None:
        """`map` opens the large map at the clause looked at; with words it moves the small one."""
        if words:
            self.desk.map(words)
        else:
            self.desk.open("map", self.issue)

    def _turn_to(self, leaf: str) -> None:
        self.leaf = leaf

    def _draft(self, words: Sequence[str]) -> None:
        """`draft ISSUE OPTION` turns one clause."""
        issue, option = words
        self.issue = issue
        self._take({**self.desk.game().draft(), issue: option})

    def _take(self, package: Package) -> None:
        """Make *package* the draft, if it may be proposed at all."""
        sitting = self.desk.game()
        menu = sitting.view.menu
        if menu is None:
            raise GameError("nobody drafts now")
        sitting.check(a.Propose(sitting.seat, package, menu.beyond(package)))
        sitting.set_draft(package)
        self.desk.sounds.play("pen")

    def _mark(self, action: a.Action) -> None:
        self.desk.submit(action)

    def _propose(self) -> None:
        sitting = self.desk.game()
        menu, draft = sitting.view.menu, sitting.draft()
        assert menu is not None
        sitting.check(a.Propose(sitting.seat, draft, menu.beyond(draft)))
        self.desk.open("confirm", "propose")

    def _accept(self) -> None:
        sitting = self.desk.game()
        menu = sitting.view.menu
        assert menu is not None
        if menu.offer is None:
            raise GameError("they have no offer on the table that you could sign")
        self.desk.open("confirm", "accept")

"""The codex: a search, lists by kind, and entries that lead to each other."""

from collections.abc import Mapping

from game.desktop.desk import Desk
from game.desktop.lettering import Style
from game.desktop.library import at_hand
from game.desktop.linked import linked
from game.desktop.parts.entry import beside, entry_page, gallery, time_rows
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID, HEAD, LEAD, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.field import Field
from game.desktop.widgets.index import Index, IndexRow
from game.desktop.widgets.layout import Cell, Centred, Column, Grow, Middle, Pad, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Tabs, link
from game.desktop.widgets.words import Rule, eyebrow, heading, note, title, words
from game.engine.codex import CodexEntry
from game.engine.errors import GameError
from game.prose.codex import codex_lines, entries_named, kinds_of, list_name
from game.prose.commands import without_commands
from game.prose.index import EVENT, article_title, articles_of, filed_under, named_in, searched
from game.prose.words import sentence

TREATY = "treaty"
MOST = 10
"""People whose medallions the first page shows."""
ALL = "all"
"""The tab of every kind."""
FIND = "find"
LIST = 376.0
WIDEST = 1480.0


class CodexScreen(Screen):
    """Its topic is a word or an entry's id; empty to begin with the search."""

    name = "codex"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.scenario = at_hand(desk)
        self.kind, self.asked = ALL, ""
        self.entry: CodexEntry | None = None
        self.past: list[CodexEntry | None] = []
        self._kept: tuple[tuple[str, str, str], Index] | None = None
        if topic:
            self._open(topic)
            self.past.clear()
        if self.entry and self.entry.kind in (EVENT, TREATY):
            self.kind = self.entry.kind

    def heading(self) -> str:
        return f"Plenipotentiary: {self.entry.title if self.entry else 'the codex'}"

    def first(self) -> str:
        return f"row {self.entry.id}" if self.entry else FIND

    def sight(self) -> str:
        if self.entry is None:
            return ""
        article = [f"sources codex {self.entry.id}"] if self.entry.part_of else []
        return "\n".join([f"row {self.entry.id}", *article])

    def page(self, width: float, height: float) -> Widget:
        if not self.scenario.codex:
            return self._bare()
        narrow = is_narrow(width)
        body = self._narrow(width) if narrow else self._spread(width)
        page = Column([self._masthead(narrow), Grow(body)], GRID)
        return Centred(Pad(page, 2 * GRID if narrow else 3 * GRID, 2 * GRID), WIDEST)

    def _bare(self) -> Widget:
        rows = [words(each) for each in codex_lines(self.scenario, "")]
        return Centred(Pad(Column([self._masthead(False), *rows], 2 * GRID), 3 * GRID, 3 * GRID), WIDEST)

    def _masthead(self, narrow: bool) -> Widget:
        cells = [Cell(title("The codex") if not narrow else heading("The codex", HEAD))]
        if self.past:
            before = self.past[-1].title if self.past[-1] else "the list"
            cells.append(Cell(Middle(Button("Back", "back", note=f"To {before} (Escape)"), 100), 100))
        if narrow and self.entry is not None:
            cells.append(Cell(Middle(Button("The list", "list", note="Search, and all entries"), 110), 110))
        cells.append(Cell(Middle(Button("Close", "shut", note="Back to where you came from"), 110), 110))
        return Row(cells, GRID)

    def _spread(self, width: float) -> Widget:
        room = min(width, WIDEST) - 6 * GRID - LIST - 2 * GRID - 6 * GRID - 18
        both = Row([Cell(self._list(), LIST), Cell(self._reading(room))], 2 * GRID)
        return Column([self._tabs(), Grow(both)], 1.5 * GRID)

    def _narrow(self, width: float) -> Widget:
        """One column: the list, or the entry in its place."""
        if self.entry is not None:
            return self._reading(width - 4 * GRID - 6 * GRID - 18)
        return Column([self._tabs(), Grow(self._list())], GRID)

    def _tabs(self) -> Widget:
        kinds = [(f"kind {each}", sentence(list_name(each))[:-1]) for each in kinds_of(self.scenario)]
        return Tabs([(f"kind {ALL}", "All"), *kinds], f"kind {self.kind}")

    def _reading(self, room: float) -> Widget:
        part = self._welcome() if self.entry is None else entry_page(self.desk, self.scenario, self.entry, room)
        key = "" if self.entry is None else self.entry.part_of or self.entry.id
        return Panel(Pad(Scroll(f"codex entry {key}", part, self.desk.offsets), GRID, 0), 2 * GRID)

    def _list(self) -> Widget:
        field = Field(
            FIND, "Search", self.asked, "Search by any name", "first", "Type a name; Enter opens the first found"
        )
        index = self._index()
        rows: Widget = Scroll(f"codex list {self.kind} {self.asked}", index, self.desk.offsets)
        if not index.rows:
            rows = Pad(Column(self._nothing(), GRID), GRID)
        return Column([field, Grow(Panel(rows, GRID))], GRID)

    def _found(self) -> list[CodexEntry]:
        return searched(self.scenario, self.asked, "" if self.kind == ALL else self.kind)

    def _index(self) -> Index:
        """The list as it is now; the same value until something of it changes."""
        here = f"row {self.entry.id}" if self.entry else ""
        wanted = (self.kind, self.asked, here)
        if self._kept is None or self._kept[0] != wanted:
            time = self.kind == EVENT and not self.asked
            rows = time_rows(self._found(), "row") if time else self._rows()
            self._kept = wanted, Index(rows, here, time)
        return self._kept[1]

    def _rows(self) -> list[IndexRow]:
        rows, last = [], ""
        for each in self._found():
            letter = "" if self.asked or self.kind == TREATY else filed_under(each)[:1].upper()
            rows.append(self._row(each, letter if letter != last else ""))
            last = letter
        return rows

    def _row(self, entry: CodexEntry, head: str) -> IndexRow:
        aside, step = entry.kind if self.kind == ALL else "", int(bool(entry.part_of) and not self.asked)
        shown = article_title(entry) if step and self.kind == TREATY else entry.title
        return IndexRow(f"codex {entry.id}", shown, aside, head, step, f"row {entry.id}")

    def _nothing(self) -> list[Widget]:
        """What to say when a search finds nothing here: how many there are elsewhere, or the nearest name."""
        elsewhere = len(searched(self.scenario, self.asked))
        if elsewhere:
            return [
                note(f"Nothing here is called ‘{self.asked}’."),
                link(f"{elsewhere} elsewhere in the codex", f"kind {ALL}"),
            ]
        return [note(without_commands(next(codex_lines(self.scenario, self.asked))))]

    def _welcome(self) -> Widget:
        """The page before any entry is open."""
        if self.kind == "person":
            return gallery(self._found())
        counts = without_commands(next(codex_lines(self.scenario, ""))).partition(": ")[2]
        treaties = [each for each in self.scenario.codex if articles_of(self.scenario, each)]
        people = sorted(searched(self.scenario, kind="person"), key=lambda each: -len(named_in(self.scenario, each)))
        rows: list[Widget] = [
            Column([eyebrow("The codex"), heading(self.scenario.title, TITLE), note(counts)], 4),
            Rule("gold"),
            linked(self.scenario, self.scenario.text, self.scenario.cite, "sources scenario", Style(LEAD)),
            eyebrow("Begin with"),
            beside(
                [
                    *((each.title, f"codex {each.id}") for each in treaties),
                    ("What happened, year by year", f"kind {EVENT}"),
                ]
            ),
            eyebrow("Most named"),
            gallery(people[:MOST]),
        ]
        return Column(rows, 1.5 * GRID)

    def typed(self, key: str, text: str) -> None:
        self.asked = text

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "codex": lambda words: self._open(" ".join(words)),
            "kind": lambda words: self._turn_to(words[0]),
            "list": lambda _: self._leave_entry(),
            "first": lambda _: self._open_first(),
            "back": lambda _: self._back(),
            "shut": lambda _: self.desk.do("back", ()),
        }

    def _turn_to(self, kind: str) -> None:
        self.kind = kind

    def _leave_entry(self) -> None:
        self.past.append(self.entry)
        self.entry = None

    def _open_first(self) -> None:
        if found := self._found():
            self._show(found[0])

    def _open(self, word: str) -> None:
        found = entries_named(self.scenario, word)
        if not found:
            raise GameError(without_commands(next(codex_lines(self.scenario, word))))
        self._show(found[0])

    def _show(self, entry: CodexEntry) -> None:
        """Open *entry*, and stand among its kind when the list does not have it."""
        if entry != self.entry:
            self.past.append(self.entry)
        self.entry = entry
        if entry not in self._found():
            self.kind, self.asked = entry.kind, ""

    def _back(self) -> None:
        """To what was read before; from the first of it to the screen below."""
        if not self.past:
            self.desk.do("back", ())
            return
        self.entry = self.past.pop()
        if self.entry is not None and self.entry not in self._found():
            self.kind, self.asked = self.entry.kind, ""

"""The large map: every clause that it can show, the map itself, and what is known of each line on it."""

from collections.abc import Iterator, Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.frame import play_page
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.map.atlas import Maps, maps_of
from game.desktop.map.lit import marching
from game.desktop.parts.map import map_board, map_legend, show_on_map
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID, LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import AtMost, Cell, Column, Grow, Middle, Pad, Panel, Row, Scroll
from game.desktop.widgets.press import Button, Choice, Tabs
from game.desktop.widgets.words import Words, eyebrow, note, words
from game.engine.issue import Issue, Package
from game.engine.source import Citation
from game.engine.view import SeatView
from game.prose.mapping import NOW, column_words, grouped, holder_words, package_line, positions, text_name
from game.prose.sources import cited
from game.prose.words import listed, sentence

LIST = 368.0
WHOLE = "whole"
"""What is looked at when no clause is: the land of the whole text."""
LEAVES = {"map": "The map", "told": "What it shows", "clauses": "The clauses", "legend": "The legend"}
"""The leaves of a narrow page; a wide one has all of them in sight."""


class AtlasScreen(Screen):
    """A window full of map."""

    name = "map"

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        known = {each.id for each in desk.game().view.issues}
        self.issue = topic if topic in known else ""
        self.leaf = "map"

    def heading(self) -> str:
        return "Plenipotentiary: the map"

    def first(self) -> str:
        return "map"

    def sight(self) -> str:
        return f"look {self.issue or WHOLE}"

    def page(self, width: float, height: float) -> Widget:
        view, package = self.desk.game().view, standing_package(self.desk)
        maps = maps_of(view.scenario)
        board = map_board(self.desk, package, self.issue)
        told = Column(list(self._told(view, package, maps)), GRID / 2)
        clauses = Scroll("map clauses", Column(list(self._clauses(view, maps)), 0), self.desk.offsets)
        if is_narrow(width):
            legend = Scroll(
                "map legend", Middle(map_legend(self.desk, package, self.issue), LIST, 0), self.desk.offsets
            )
            leaves = {"map": board, "told": _sheet(told, self.desk), "clauses": Panel(clauses), "legend": legend}
            head = Row([Cell(self._tabs()), Cell(Button("Back", "back", note="Escape"), 96)], GRID)
            return play_page(self.desk, Column([head, Grow(leaves[self.leaf])], GRID), width, GRID)
        column = Column([AtMost(_sheet(told, self.desk), height * 0.4), Grow(Panel(clauses, GRID)), self._back()], GRID)
        return play_page(self.desk, Row([Cell(column, LIST), Cell(board)], 2 * GRID), width, 2 * GRID)

    def _tabs(self) -> Widget:
        return Tabs([(f"leaf {key}", text) for key, text in LEAVES.items()], f"leaf {self.leaf}")

    def _back(self) -> Widget:
        return Button("Back to where you were", "back", note="Escape")

    def _clauses(self, view: SeatView, maps: Maps | None) -> Iterator[Widget]:
        """Every clause, those with land first."""
        yield self._row(WHOLE, whole_title(view), not self.issue)
        if maps is None:
            return
        land = [each for each in view.issues if each.id in maps.atlas.territorial]
        rest = [each for each in view.issues if each not in land]
        for title, issues in (("Land", land), ("Roads, rivers, towns", rest)):
            if issues:
                yield Pad(eyebrow(title), 0, GRID / 2)
            yield from (self._row(each.id, each.title, each.id == self.issue) for each in issues)

    def _row(self, what: str, text: str, chosen: bool) -> Widget:
        part = words(text, Style(NOTE, "semibold" if chosen else "regular"))
        return Choice(part, f"look {what}", text, chosen, pad=GRID / 2, role="row", ruled=True)

    def _told(self, view: SeatView, package: Package, maps: Maps | None) -> Iterator[Widget]:
        """What the map shows just now, line by line, each with its sources in full."""
        if maps is None:
            yield note("This scenario has no map.")
        elif self.issue:
            yield words(view.issue(self.issue).title, Style(LEAD, "semibold"))
            yield from self._clause(view, view.issue(self.issue), package, maps)
        else:
            yield words(whole_title(view), Style(LEAD, "semibold"))
            yield from self._whole(view, package, maps)
        if maps is not None:
            yield from _columns(self.desk, view, maps)

    def _clause(self, view: SeatView, issue: Issue, package: Package, maps: Maps) -> Iterator[Widget]:
        """The clause as drafted, as offered and as it is now."""
        yield from self._lights(maps, issue.id, "")
        for option, said in grouped(positions(view, issue, package[issue.id])).items():
            zone = maps.atlas.zone(issue.id, option)
            held = f" ({holder_words(view, zone.holder)})" if zone else ""
            face = "semibold" if text_name(view) in said else "regular"
            yield Words((
                Span(f"{sentence(listed(said))[:-1]}: ", Style(NOTE, "semibold", "gold")),
                Span(f"{issue.option(option).title}{held}", Style(NOTE, face)),
            ))  # fmt: skip
            if zone is not None:
                yield from self._fact(zone.shows, zone.cite)
            yield from self._lights(maps, issue.id, option)

    def _whole(self, view: SeatView, package: Package, maps: Maps) -> Iterator[Widget]:
        """Who has which land under the whole text."""
        for issue in view.issues:
            zone = maps.atlas.zone(issue.id, package[issue.id])
            if zone is not None:
                yield words(package_line(view, issue, zone.option, zone.holder), Style(NOTE, "semibold"))
                yield from self._fact(zone.shows, zone.cite)

    def _lights(self, maps: Maps, issue: str, option: str) -> Iterator[Widget]:
        for light in maps.atlas.lit_by(issue, option):
            if light.option == option:
                yield from self._fact(light.says, light.cite)

    def _fact(self, text: str, cites: Sequence[Citation]) -> Iterator[Widget]:
        yield linked(self.desk.game().match.state.scenario, text, style=Style(NOTE))
        yield note(cited(cites))

    def deeds(self) -> Mapping[str, Deed]:
        return {"look": lambda words: self._look(words[0]), "leaf": lambda words: self._turn_to(words[0])}

    def keys(self) -> Mapping[str, str]:
        return {"m": "back", "r": "map roads", "t": "map columns", "l": "map fold"}

    def _look(self, what: str) -> None:
        self.issue, self.leaf = "" if what == WHOLE else what, "map"
        if self.issue:
            show_on_map(self.desk, standing_package(self.desk), self.issue)

    def _turn_to(self, leaf: str) -> None:
        self.leaf = leaf


def standing_package(desk: Desk) -> Package:
    """The text that counts now: the one in force or on its way home, else the draft, where there is a table."""
    view = desk.game().view
    if view.outcome is not None:
        return view.outcome.treaty or view.status_quo
    if view.pending is not None:
        return view.pending.package
    return view.status_quo if text_name(view) == NOW else desk.game().draft()


def whole_title(view: SeatView) -> str:
    """What the land of the whole text is called in the list."""
    name = text_name(view)
    return "All land as it is now" if name == NOW else f"All of {name}"


def _columns(desk: Desk, view: SeatView, maps: Maps) -> Iterator[Widget]:
    """What is known of the troops on the map, when they are shown."""
    if "columns" not in desk.gaze.layers:
        return
    yield eyebrow("Columns and posts")
    found = marching(maps.atlas, view)
    if not found:
        yield note("None is known at this date.")
    for column in found:
        yield words(column_words(column.names, column.note), Style(NOTE))
        yield note(cited(column.cite))


def _sheet(told: Widget, desk: Desk) -> Widget:
    return Panel(Scroll("map told", told, desk.offsets), 1.5 * GRID)

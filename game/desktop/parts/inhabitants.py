"""The people who live there: what befell each group, as ranges, because the sources differ. Never points."""

from collections.abc import Iterator, Sequence

from game.desktop.lettering import Style
from game.desktop.linked import linked
from game.desktop.theme import GRID, LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.bars import Bar
from game.desktop.widgets.layout import Cell, Column, Panel, Row
from game.desktop.widgets.words import FAINT, SMALL, STRONG, note, words
from game.engine.inhabitants import Row as Befallen
from game.engine.inhabitants import inhabitants_ledger
from game.engine.issue import Package
from game.engine.people import Group
from game.engine.scenario import Scenario
from game.engine.state import Headcount
from game.prose.comparison import befalls_in_words, heads_in_words, why_in_words
from game.prose.passages import befalling
from game.prose.words import listed, sentence

RANGES = (
    "Ranges, because the sources differ: a bar is solid as far as all of them agree and hatched as far as any goes, "
    "beside the highest count of the whole group. No side gets points for them."
)


def inhabitants_leaf(
    scenario: Scenario, package: Package, moved: Sequence[Headcount], narrow: bool
) -> Sequence[Widget]:
    """Every group that the text touches, and in a line those it does not."""
    people = scenario.people
    if not people.groups:
        return [note("Nothing is told of the people who live there.")]
    rows = inhabitants_ledger(people, package, moved)
    touched = [group for group in people.groups if any(row.group == group.id for row in rows)]
    spared = [group.title for group in people.groups if group not in touched]
    panels = [_group(scenario, group, [row for row in rows if row.group == group.id]) for group in touched]
    found: list[Widget] = [note(RANGES), _in_columns(panels, narrow)]
    if spared:
        found.append(words(sentence(f"Nothing in this text touches {listed(spared)}"), FAINT))
    return found


def _in_columns(panels: Sequence[Widget], narrow: bool) -> Widget:
    if narrow or len(panels) == 1:
        return Column(panels, 1.5 * GRID)
    sides = [Column(panels[place::2], 1.5 * GRID) for place in (0, 1)]
    return Row([Cell(side) for side in sides], 1.5 * GRID)


def _group(scenario: Scenario, group: Group, rows: Sequence[Befallen]) -> Widget:
    head = Row([
        Cell(words(group.title, Style(LEAD, "semibold")), 0, 1.4),
        Cell(note(f"{heads_in_words(group.low, group.high)} people", 1.0)),
    ])  # fmt: skip
    told = [part for row in rows for part in _befallen(scenario, group, row)]
    about = linked(scenario, group.text, group.cite, f"sources people {group.id}", FAINT)
    return Panel(Column([head, about, *told], GRID), 2 * GRID)


def _befallen(scenario: Scenario, group: Group, row: Befallen) -> Iterator[Widget]:
    said = f"{heads_in_words(row.low, row.high)} {befalls_in_words(row, scenario.people.columns)}"
    yield Column([words(said, STRONG), Bar(row.low, row.high, group.high, surely=group.low)], 0)
    yield linked(scenario, why_in_words(row), row.cite, f"sources {befalling(scenario, row)}", SMALL)

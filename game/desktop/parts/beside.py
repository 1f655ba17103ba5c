"""A text beside the treaties that history signed, article by article."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from game.desktop.box import Box
from game.desktop.lettering import Lettering, Span
from game.desktop.linked import linked
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Gap, Row, Scroll
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import FAINT, SMALL, STRONG, Rule, Words, note, words
from game.engine.issue import Issue, Package
from game.engine.scenario import Scenario
from game.engine.verdict import ClauseCompared, Comparison, compare
from game.prose.comparison import difference_in_words
from game.prose.dates import date_in_words
from game.prose.sources import folded
from game.prose.words import listed, sentence

TITLES = 220.0
"""The width of the column with the issues' titles."""
ALIKE = "alike"
"""The name of the fold that holds the clauses that are the same in every text."""


@frozen
class Beside:
    """What is laid beside history, and how much of it is unfolded."""

    scenario: Scenario
    package: Package
    name: str
    """What the text is called: `Your treaty`."""
    measured: bool
    """Whether distances are told; they rest on both seats' weights, which are secret before the end."""
    opened: frozenset[str]
    narrow: bool

    @cached_property
    def compared(self) -> tuple[Comparison, ...]:
        """Every treaty of history beside the text: the nearest first, or by date where distances are not told."""
        found = compare(self.scenario, self.package)
        return found if self.measured else tuple(sorted(found, key=lambda each: each.treaty.signed))

    def clause(self, compared: Comparison, issue: Issue) -> ClauseCompared | None:
        return next((each for each in compared.clauses if each.issue == issue.id), None)

    def differs(self, issue: Issue) -> bool:
        """Whether any treaty that speaks of *issue* says something else."""
        found = [self.clause(each, issue) for each in self.compared]
        return any(each is not None and each.rungs for each in found)


@frozen(eq=False)
class Headed(Widget):
    """Heads above columns that scroll: as wide as what scrolls, with a bar beside it or without."""

    head: Widget
    rows: Scroll

    def height(self, width: float, lettering: Lettering) -> float:
        return self.head.height(width, lettering) + self.rows.height(width, lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        tall = self.head.height(box.w, lettering)
        below = Box(box.x, box.y + tall, box.w, box.h - tall)
        yield self.head, Box(box.x, box.y, self.rows.wide(below, lettering), tall)
        yield self.rows, below


def beside_head(beside: Beside) -> Widget:
    """The names of the texts above their columns."""
    treaties = [_treaty(beside, each) for each in beside.compared]
    if beside.narrow:
        return Column(treaties, GRID)
    cells = [Cell(Gap(), TITLES), Cell(words(beside.name, STRONG)), *map(Cell, treaties)]
    inner = Row([Cell(Gap(), 2 * GRID), Cell(Row(cells, 2 * GRID)), Cell(Gap(), GRID)], 0)
    return Column([inner, Rule("gold")], 0)


def _treaty(beside: Beside, compared: Comparison) -> Widget:
    treaty = compared.treaty
    spans = [Span(f"Signed {date_in_words(treaty.signed)}", FAINT)]
    if beside.measured:
        spans.append(Span(f"; distance {compared.distance:.2f}, {compared.label}", FAINT))
    if mark := folded(treaty.cite):
        spans += [Span(" ", FAINT), Span(mark, FAINT, f"sources treaty {treaty.id}")]
    return Column([words(treaty.title, STRONG), Words(tuple(spans))], 0)


def beside_rows(beside: Beside) -> Sequence[Widget]:
    """Each issue with its options; those that differ first, those alike in a fold."""
    compared = beside.compared
    if not compared:
        return [note("History left no text to lay beside it.")]
    numbered = list(enumerate(beside.scenario.issues, 1))
    rows = [_row(beside, issue, number, compared) for number, issue in numbered if beside.differs(issue)]
    same = [(number, issue) for number, issue in numbered if not beside.differs(issue)]
    if same:
        rows.append(_fold(beside, [issue for _, issue in same]))
    if ALIKE in beside.opened:
        rows += [_row(beside, issue, number, compared) for number, issue in same]
    return rows


def _fold(beside: Beside, same: Sequence[Issue]) -> Widget:
    count = f"{len(same)} clause{'' if len(same) == 1 else 's'} alike in every text"
    shown = ALIKE in beside.opened
    text = f"Fold away the {count}" if shown else f"{count}: {listed(issue.title for issue in same)}"
    return Choice(
        words(sentence(text), FAINT), f"unfold {ALIKE}", count, role="button", pad=GRID, ruled=True,
        note="Shows them too, with their articles and sources", value="unfolded" if shown else "folded",
    )  # fmt: skip


def _row(beside: Beside, issue: Issue, number: int, compared: Sequence[Comparison]) -> Widget:
    opened = issue.id in beside.opened
    texts: dict[str, Widget] = {beside.name: words(issue.option(beside.package[issue.id]).title, STRONG)}
    texts |= {each.treaty.title: Column(list(_cell(beside, issue, each, opened)), 2) for each in compared}
    head = words(f"{number}. {issue.title}", SMALL)
    if beside.narrow:
        named = [Row([Cell(note(name), TITLES), Cell(text)], 2 * GRID) for name, text in texts.items()]
        part: Widget = Column([head, *named], GRID / 2)
    else:
        part = Row([Cell(head, TITLES), *map(Cell, texts.values())], 2 * GRID)
    return Choice(
        part, f"unfold {issue.id}", issue.title, role="row", pad=GRID, ruled=True,
        note="What each treaty says on this, in our words" if not opened else "Folds the articles away",
        value=issue.option(beside.package[issue.id]).title,
    )  # fmt: skip


def _cell(beside: Beside, issue: Issue, compared: Comparison, opened: bool) -> Iterator[Widget]:
    """One treaty's option, how far it lies, and, unfolded, its article."""
    clause = beside.clause(compared, issue)
    if clause is None:
        yield note("Says nothing on this.")
        return
    about = f"sources article {compared.treaty.id} {issue.id}"
    if clause.rungs:
        yield words(issue.option(clause.theirs).title, STRONG)
    difference = Span(f"{sentence(difference_in_words(issue, clause))} ", FAINT)
    if not opened:
        yield Words((difference, Span(folded(clause.sources), FAINT, about)))
        return
    yield Words((difference,))
    yield linked(beside.scenario, clause.article.text, clause.article.cite, about, SMALL)

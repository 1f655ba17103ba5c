"""How a game ended, as a magazine would tell it: the sentence, what became of it, and what each side took home."""

from collections.abc import Iterator, Mapping, Sequence

from game.desktop.lettering import Style
from game.desktop.linked import linked
from game.desktop.parts.scores import NO_CONTEST, score_figures
from game.desktop.theme import DISPLAY, GRID, LEAD, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.bars import Bar
from game.desktop.widgets.layout import Cell, Column, Middle, Row
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import QUOTED, SMALL, STRONG, Rule, eyebrow, heading, lead, note, words
from game.engine.epilogue import Epilogue, epilogue
from game.engine.inhabitants import inhabitants_ledger
from game.engine.issue import Package
from game.engine.phase import Ending
from game.engine.state import State
from game.engine.verdict import Comparison, compare
from game.engine.view import SeatView
from game.prose.comparison import befallen_line, durability_line, ending_line
from game.prose.words import spoken

ENDINGS: Mapping[Ending, str] = {
    Ending.RATIFIED: "A treaty",
    Ending.REFUSED_AT_HOME: "Refused at home",
    Ending.NO_TREATY: "No treaty",
    Ending.NO_TABLE: "No table",
    Ending.WAR: "War",
}
"""The heading of an ending for which its scenario tells no fate."""
TEXT, ASIDE = 640.0, 400.0
"""The most width of a column of text, which then has 75 letters to the line, and that of the column beside it."""
MOST_GROUPS = 3
"""How many groups of the inhabitants the first page speaks of."""
ROOMY = 1360.0
"""From this width on there are two columns of text."""
GAP = 6 * GRID


def story_leaf(view: SeatView, state: State, width: float) -> Sequence[Widget]:
    """The first page of the end: in one, two or three columns, as many as the width has room for."""
    told = epilogue(state)
    head, story, years = list(_head(state, told, width)), list(_story(state, told)), list(_years(state, told))
    scores, near, people = list(_scores(view, state)), list(_history(state)), list(_people(state))
    if told is None:  # nothing is told of the next years: what is told otherwise beside them stands in their place
        story, years, near, people = near, people, [], []
    if width >= ROOMY:
        both = Row([Cell(_column(story, near)), Cell(_column(years))], GAP)
        return [Row([Cell(_column(head, [both])), Cell(_column(scores, people), ASIDE)], GAP)]
    text, aside = _column(head, story, years), _column(scores, near, people)
    if width < TEXT + ASIDE:
        return [Middle(Column([text, Rule("gold"), aside], 2 * GRID), TEXT)]
    return [Row([Cell(text, TEXT), Cell(aside)], GAP)]


def _column(*blocks: Sequence[Widget]) -> Widget:
    return Column([part for block in blocks for part in block], 1.5 * GRID)


def _head(state: State, told: Epilogue | None, width: float) -> Iterator[Widget]:
    assert state.outcome is not None
    yield eyebrow(f"The end · {state.scenario.title}")
    yield heading(told.fate.title if told else ENDINGS[state.outcome.ending], DISPLAY if width >= TEXT else TITLE)
    yield lead(ending_line(state))
    if state.outcome.treaty is not None:
        yield words(durability_line(state, state.outcome.treaty))
    yield Rule("gold")


def _story(state: State, told: Epilogue | None) -> Iterator[Widget]:
    """What became of it, and where that left the record."""
    if told is None:
        return
    fate = told.fate
    yield linked(state.scenario, fate.text, fate.cite, f"sources fate {fate.id}", Style(LEAD))
    if fate.left_record:
        yield eyebrow("Where the game left the record")
        yield linked(state.scenario, fate.left_record, style=QUOTED)


def _years(state: State, told: Epilogue | None) -> Iterator[Widget]:
    if told is None or not told.years:
        return
    fate, scenario = told.fate, state.scenario
    yield eyebrow("The next years")
    places = {id(each): place for place, each in enumerate((*fate.years, *scenario.years))}
    for year in told.years:
        line = linked(scenario, year.text, year.cite, f"sources year {fate.id} {places[id(year)]}")
        yield Row([Cell(words("—"), 20), Cell(line)], GRID)


def _scores(view: SeatView, state: State) -> Iterator[Widget]:
    yield eyebrow("What each side took home")
    yield from score_figures(view, state)
    yield note(NO_CONTEST)


def _package(state: State) -> Package:
    """What holds after the end."""
    assert state.outcome is not None
    return state.outcome.treaty or state.status_quo


def _history(state: State) -> Iterator[Widget]:
    """How far from each treaty of history; pressed, it opens them clause by clause."""
    compared = compare(state.scenario, _package(state))
    if not compared:
        return
    yield eyebrow("How near to history")
    yield Choice(
        Column([*map(_near, compared), note("0 is every clause alike, 1 every clause at the far end.")], GRID),
        "leaf history", "How near to history", role="button", pad=1.5 * GRID,
        note="Clause by clause, with the sources",
        value="; ".join(f"{each.treaty.title} {each.distance:.2f}, {each.label}" for each in compared),
    )  # fmt: skip


def _near(compared: Comparison) -> Widget:
    said = f"{compared.distance:.2f}, {spoken(compared.label)}"
    head = Row([Cell(words(compared.treaty.title, STRONG), 0, 1.1), Cell(note(said, 1.0))])
    return Column([head, Bar(compared.distance, compared.distance, 1)], 2)


def _people(state: State) -> Iterator[Widget]:
    """The groups that most befalls; pressed, it opens the whole ledger of the inhabitants."""
    people = state.scenario.people
    rows = sorted(inhabitants_ledger(people, _package(state), state.heads), key=lambda row: -row.high)
    dearest = list({row.group: row for row in reversed(rows)}.values())[::-1][:MOST_GROUPS]
    if not dearest:
        return
    titles, counts = {each.id: each.title for each in people.groups}, {each.id: each for each in people.groups}
    lines = [befallen_line(row, titles, people.columns) for row in dearest]
    bars = [Bar(row.low, row.high, counts[row.group].high, surely=counts[row.group].low) for row in dearest]
    told = [Column([words(line, SMALL), bar], 0) for line, bar in zip(lines, bars, strict=True)]
    yield eyebrow("The people who live there")
    yield Choice(
        Column(told, GRID), "leaf people", "The people who live there", role="button", pad=1.5 * GRID,
        note="Every group, with the reasons and the sources", value=" ".join(lines),
    )  # fmt: skip

"""The debrief as one page of HTML: no script, no outside request, everything escaped."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.classroom.debrief.plane import Plane, plane, plane_of_all
from game.classroom.debrief.statements import Statement, ended, questions, statements
from game.classroom.debrief.tables import Table, agreeing, anonymised
from game.classroom.debrief.told import Told, told
from game.engine.history import Treaty
from game.engine.inhabitants import inhabitants_ledger
from game.engine.issue import Issue, Package
from game.engine.scenario import Scenario
from game.engine.verdict import Comparison, compare
from game.prose.comparison import befallen_line, epilogue_lines
from game.session.reckoning import whole_terms

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@frozen
class Cell:
    """One clause of one text, and which of history's texts hold the same."""

    text: str
    as_in: tuple[str, ...] = ()


@frozen
class Part:
    """Everything that is told of one table."""

    place: int
    table: Table
    ended: Statement
    statements: tuple[Statement, ...]
    epilogue: tuple[str, ...]
    people: tuple[str, ...]
    plane: Plane
    distances: tuple[str, ...]
    record: tuple[Told, ...]


def debrief(tables: Sequence[Table], anonymous: bool = False) -> str:
    """The page about *tables*, all of one scenario; raises GameError when there is none, or they are of several."""
    scenario = agreeing(tables)
    tables = anonymised(tables) if anonymous else tuple(tables)
    return _TEMPLATES.get_template("debrief.html").render(
        scenario=scenario,
        seats=scenario.seats,
        parts=[_part(place, table) for place, table in enumerate(tables, 1)],
        plane=plane_of_all(tables),
        clauses=[(issue, _cells(issue, tables)) for issue in _issues(tables)],
        treaties=scenario.history.treaties,
        history_people=[(each.title, people_lines(scenario, whole_terms(scenario, each))) for each in _told(scenario)],
        questions=list(questions(tables)),
    )


def _part(place: int, table: Table) -> Part:
    package = table.text[1]
    over = table.state.outcome is not None
    return Part(
        place,
        table,
        ended(place, table),
        tuple(statements(place, table)),
        tuple(epilogue_lines(table.state)) if over else (),
        people_lines(table.scenario, package, table),
        plane(table),
        tuple(f"{each.distance:.2f} from {each.treaty.title}: {each.label}" for each in _nearest(table)),
        told(table),
    )


def _nearest(table: Table) -> tuple[Comparison, ...]:
    """The table's text beside each treaty; nothing where there is no text to compare."""
    return compare(table.scenario, table.text[1]) if table.text[0] != "no treaty: what holds" else ()


def _told(scenario: Scenario) -> tuple[Treaty, ...]:
    return scenario.history.treaties if scenario.people.groups else ()


def people_lines(scenario: Scenario, package: Package, table: Table | None = None) -> tuple[str, ...]:
    """What a text does to the people who live there, line by line; with a *table* what its news did as well."""
    people = scenario.people
    titles = {group.id: group.title for group in people.groups}
    rows = inhabitants_ledger(people, package, table.state.heads if table else ())
    return tuple(befallen_line(row, titles, people.columns) for row in rows)


def _issues(tables: Sequence[Table]) -> tuple[Issue, ...]:
    """Every issue that lay on some table, in the scenario's order."""
    played = {issue.id for table in tables for issue in table.scenario.issues}
    return tuple(issue for issue in tables[0].match.scenario.issues if issue.id in played)


def _cells(issue: Issue, tables: Sequence[Table]) -> tuple[list[str], list[Cell]]:
    """An issue in history's texts, and at each table."""
    treaties = tables[0].match.scenario.history.treaties
    theirs = [treaty.terms.get(issue.id, "") for treaty in treaties]
    own = []
    for table in tables:
        option = table.text[1].get(issue.id, "")
        like = [each.signed[:4] for each, term in zip(treaties, theirs, strict=True) if option and option == term]
        own.append(Cell(issue.option(option).title if option else "not on this table", tuple(like)))
    return [issue.option(term).title if term else "says nothing" for term in theirs], own

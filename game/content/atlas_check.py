"""Checks of a scenario's maps: what they name is declared, facts have sources, and every clause is shown somewhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from game.content.atlas import DIVIDED, Atlas, Chart, Column, Light, Line, Shape, Zone, read_atlas
from game.content.draft import Draft, Finding, Trail, refer, walk
from game.content.problem import Problem, Severity
from game.engine.scenario import Scenario
from game.engine.source import Citation

KINDS = (
    *("region", "range", "desert", "river", "lake", "sea"),
    *("land", "hills", "wood", "meadow", "field", "stream", "path", "wall", "stones"),
)
"""The kinds of shapes that charts can draw; the first six also letter a name along a line."""
CORNERS = 4


def examine_maps(folder: Path, scenario: Scenario) -> tuple[Problem, ...]:
    """Everything wrong with the maps of *scenario*. They are warnings: it can be played without its maps."""
    reading = read_atlas(folder)
    builder = reading.builder
    draft = Draft(scenario, folder.as_posix(), builder.values, builder.keys, builder.lines, frozenset(builder.broken))
    names = _Names(reading.atlas, scenario)
    found = [] if reading.problems else [draft.problem(each) for each in names.findings()]
    told = {evolve(each, severity=Severity.WARNING) for each in (*reading.problems, *found)}
    dark = () if reading.problems else _dark(folder, reading.atlas, scenario)
    return tuple(sorted({*told, *dark}, key=lambda each: (each.path, each.line, each.column, each.message)))


def _dark(folder: Path, atlas: Atlas, scenario: Scenario) -> Iterator[Problem]:
    """A problem for every issue that no zone and no light belongs to, where there is a map at all."""
    shown = {*(each.issue for each in atlas.zones), *(each.issue for each in atlas.lights)}
    for issue in scenario.issues if atlas.charts else ():
        if issue.id not in shown:
            message = f"the map shows nothing for the issue '{issue.id}': give it a zone or a light"
            yield Problem(f"{folder.as_posix()}/map", 0, 0, Severity.WARNING, "dark-issue", message)


@frozen
class _Names:
    """What the maps may name."""

    atlas: Atlas
    scenario: Scenario

    def findings(self) -> Iterator[Finding]:
        for kind in ("places", "lines", "zones", "lights", "columns"):
            for place, each in enumerate(getattr(self.atlas, kind)):
                yield from self.cites((kind, place), each)
                yield from self.names((kind, place), each)
        for chart in self.atlas.charts:
            yield from _chart(chart)

    def cites(self, trail: Trail, feature: object) -> Iterator[Finding]:
        known = frozenset(self.scenario.sources)
        for below, each in walk(feature, trail):
            if isinstance(each, Citation):
                yield from refer(below, each.source, known, "source")
        if not getattr(feature, "cite", ()):
            yield Finding(trail, "fact-without-source", "what a map shows needs a source: cite, a list of texts")

    def names(self, trail: Trail, feature: object) -> Iterator[Finding]:
        match feature:
            case Zone():
                yield from self.clause(trail, feature.issue, feature.option)
                yield from refer(
                    (*trail, "holder"), feature.holder, frozenset((*self.scenario.seat_ids, DIVIDED)), "seat"
                )
            case Light():
                yield from self.clause(trail, feature.issue, feature.option)
                yield from self.numbers((*trail, "places"), feature.places)
                known = frozenset(each.id for each in self.atlas.lines)
                for place, line in enumerate(feature.lines):
                    yield from refer((*trail, "lines", place), line, known, "line")
            case Line():
                for place, part in enumerate(feature.places):
                    yield from self.numbers((*trail, "places", place), part)
            case Column():
                yield from self.column(trail, feature)

    def clause(self, trail: Trail, issue: str, option: str) -> Iterator[Finding]:
        yield from refer((*trail, "issue"), issue, frozenset(self.scenario.issue), "issue")
        if issue in self.scenario.issue and option:
            options = frozenset(self.scenario.issue[issue].rung)
            yield from refer((*trail, "option"), option, options, "option")

    def numbers(self, trail: Trail, numbers: Iterable[int]) -> Iterator[Finding]:
        known = frozenset(str(each.number) for each in self.atlas.places)
        for place, number in enumerate(numbers):
            yield from refer((*trail, place), str(number), known, "place")

    def column(self, trail: Trail, column: Column) -> Iterator[Finding]:
        yield from refer((*trail, "seat"), column.seat, frozenset(self.scenario.seat_ids), "seat")
        starts = frozenset(each.id for each in self.scenario.starts)
        for place, chapter in enumerate(column.chapters):
            yield from refer((*trail, "chapters", place), chapter, starts, "start")
        for meter in column.meters:
            yield from refer((*trail, "meters", meter), meter, frozenset(self.scenario.meter), "meter", on_key=True)
        choices = frozenset(f"{card.id}.{choice.id}" for card in self.scenario.cards for choice in card.choices)
        for place, choice in enumerate(column.cards):
            yield from refer((*trail, "cards", place), choice, choices, "choice")


def _chart(chart: Chart) -> Iterator[Finding]:
    for name in ("home", "box") if chart.box or not chart.pictures else ("home",):
        if len(getattr(chart, name)) != CORNERS:
            yield Finding((chart.id, name), "bad-box", f"'{name}' is west, south, east, north: four numbers")
    for place, shape in enumerate(chart.shapes):
        yield from _shape((chart.id, "shapes", place), shape)


def _shape(trail: Trail, shape: Shape) -> Iterator[Finding]:
    yield from refer((*trail, "kind"), shape.kind, frozenset(KINDS), "kind")
    if shape.names and "en" not in shape.names:
        yield Finding((*trail, "names"), "no-english", "a name on the map needs English at least: en")

"""A scenario as far as its files could be built, with the place of every value, for checks to look at."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, Protocol

import attrs
from attrs import field, frozen

from game.content.problem import Place, Problem, Severity, nearest
from game.content.reader import Text
from game.engine.condition import Condition
from game.engine.scenario import Scenario
from game.engine.source import Source

Trail = tuple[str | int, ...]
"""The way from the scenario to a value: ("issues", 0, "options", 2, "id")."""
Known = frozenset[str] | None
"""The ids that exist; None when the files are too broken to tell."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


@frozen
class Finding:
    """What a check found, and at which value; the draft knows where that stands."""

    trail: Trail
    code: str
    message: str
    suggestion: str = ""
    severity: Severity = Severity.ERROR
    on_key: bool = False
    """Whether the key is wrong rather than the value after it."""
    column: int = 0
    """The character of a one-line text that is meant, from 1."""


@frozen(eq=False)
class Draft:
    """What was built, where it stands, and which parts could not be built and hold blanks instead."""

    scenario: Scenario
    folder: str
    values: Mapping[Trail, Place]
    keys: Mapping[Trail, Place]
    lines: Mapping[Trail, Text]
    """The written text of each condition, to point inside it."""
    broken: frozenset[Trail]
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    """Names of all files of the folder, relative to it, with forward slashes."""
    sources: tuple[Source, ...] = field(default=())
    mapped: frozenset[str] = frozenset()
    """Ids of the sources that its maps cite."""

    @cached_property
    def everything(self) -> tuple[tuple[Trail, Any], ...]:
        """Every attrs value of the scenario with its trail; walked once, for many checks."""
        return tuple(walk(self.scenario))

    def ids(self, items: Iterable[Named], *trail: str | int) -> Known:
        """The ids of the list at *trail*; None when a part of it is broken, so that nothing is blamed twice."""
        if any(self._hides(spot, trail) for spot in self.broken):
            return None
        return frozenset(each.id for each in items)

    def _hides(self, spot: Trail, trail: Trail) -> bool:
        if trail[: len(spot)] == spot:
            return True
        return spot[: len(trail)] == trail and (len(spot) == len(trail) + 1 or spot[-1] == "id")

    def doubtful(self, trail: Trail) -> bool:
        """Whether a finding at *trail* may only echo a fault that was told already."""
        return any(trail[: len(spot)] == spot or spot[: len(trail)] == trail for spot in self.broken)

    def problem(self, finding: Finding) -> Problem:
        """The finding with the place of its value, or of the nearest value around it."""
        place = self._place(finding)
        return Problem(
            place.path, place.line, place.column, finding.severity, finding.code, finding.message, finding.suggestion
        )

    def _place(self, finding: Finding) -> Place:
        if finding.column and finding.trail in self.lines:
            return self.lines[finding.trail].inside(finding.column)
        if finding.on_key and finding.trail in self.keys:
            return self.keys[finding.trail]
        for length in range(len(finding.trail), -1, -1):
            if (place := self.values.get(finding.trail[:length])) is not None:
                return place
        return Place(f"{self.folder}/scenario.yaml")


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of an attrs class's fields; none of any other class."""
    return tuple(each.name for each in attrs.fields(kind)) if attrs.has(kind) else ()


def walk(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, Any]]:
    """Every attrs value inside *value* with its trail, itself included."""
    found: list[tuple[Trail, Any]] = []
    _collect(value, trail, found)
    return iter(found)


def _collect(value: Any, trail: Trail, found: list[tuple[Trail, Any]]) -> None:
    """A list is filled, for a generator inside each generator would be as slow as all the checks together."""
    kind: Any = type(value)
    if kind is str:
        return
    if kind is tuple:
        for place, each in enumerate(value):
            _collect(each, (*trail, place), found)
    elif names := field_names(kind):
        found.append((trail, value))
        for name in names if kind is not Condition else ():
            _collect(getattr(value, name), (*trail, name), found)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            _collect(each, (*trail, key), found)


def refer(trail: Trail, word: str, known: Known, noun: str, on_key: bool = False) -> Iterator[Finding]:
    """A finding when *word* is not the id of any *noun* that is known."""
    if known is None or word in known:
        return
    yield Finding(trail, f"unknown-{noun}", f"no {noun} is called '{word}'", nearest(word, known), on_key=on_key)

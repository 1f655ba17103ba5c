"""What is wrong with a scenario's files: findings with a place, as values."""

import difflib
from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen


class Severity(StrEnum):
    """Whether a scenario can be played in spite of a problem."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Place:
    """A spot in a file; line and column count from 1, 0 when the whole file is meant."""

    path: str
    line: int = 0
    column: int = 0


@frozen
class Problem:
    """One thing an author should know. `str` gives the line that editors can jump from."""

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    """Stable name in kebab-case, for filters and tests."""
    message: str
    suggestion: str = ""
    """The nearest word that would be right, when one is near."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        hint = f" (did you mean '{self.suggestion}'?)" if self.suggestion else ""
        return f"{place}: {self.severity} {self.code}: {self.message}{hint}"

    def as_json(self) -> dict[str, str | int]:
        """The problem as plain values for `json.dumps`."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "severity": self.severity.value,
            "code": self.code,
            "message": self.message,
            "suggestion": self.suggestion,
        }


class ScenarioError(ValueError):
    """A scenario that cannot be found or played; `problems` says why, and its text lists them a line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(each) for each in self.problems))


def error_at(place: Place, code: str, message: str, suggestion: str = "") -> Problem:
    return Problem(place.path, place.line, place.column, Severity.ERROR, code, message, suggestion)


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of *known* most like *word*; empty when none is like it."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1)), "")

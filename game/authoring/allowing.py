"""Warnings that an author allows, with a reason, in a comment of the file itself: `# allow CODE: the reason`.

The comment stands at the end of the warning's line, or on lines of its own just above it. Errors cannot be allowed.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from game.authoring.codes import CODES, known_code
from game.content.problem import Problem, Severity, nearest

_ALLOW = re.compile(r"#\s*allow\s+(?P<code>[\w-]+)\s*:?\s*(?P<reason>.*)")


@frozen
class Allowance:
    """One such comment: where it stands, the line it speaks of, the code and the reason."""

    path: str
    line: int
    column: int
    about: int
    code: str
    reason: str

    def forgives(self, problem: Problem) -> bool:
        """Whether it is *problem*, a warning, that this comment gives its reason for."""
        if not self.reason or problem.severity is Severity.ERROR:
            return False
        return (problem.path, problem.line, problem.code) == (self.path, self.about, self.code)


def allow(folder: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The *problems* of a scenario without those allowed in its files, and a warning for each comment that fails."""
    found = tuple(problems)
    comments = tuple(each for path in sorted(folder.rglob("*.yaml")) for each in allowances(path))
    left = [each for each in found if not any(comment.forgives(each) for comment in comments)]
    vain = (each for each in comments if not any(each.forgives(problem) for problem in found))
    told = {*left, *(_vain(each) for each in vain)}
    return tuple(sorted(told, key=lambda each: (each.path, each.line, each.column, each.message)))


def allowances(path: Path) -> Iterator[Allowance]:
    """The comments of one file; none of a file that cannot be read, which is another problem."""
    lines = _lines(path)
    for number, line in enumerate(lines, 1):
        if match := _ALLOW.search(line):
            about = number if line[: match.start()].strip() else _next_spoken(lines, number)
            where = (path.as_posix(), number, match.start() + 1)
            yield Allowance(*where, about, match["code"], match["reason"].strip())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _next_spoken(lines: list[str], number: int) -> int:
    """The next line after *number*, counted from 1, that is neither empty nor a comment."""
    spoken = (place for place in range(number, len(lines)) if lines[place].strip() and lines[place].strip()[0] != "#")
    return next(spoken, len(lines)) + 1


def _vain(comment: Allowance) -> Problem:
    if not known_code(comment.code):
        code, message = "unknown-code", f"no problem has the code '{comment.code}'"
        return _warning(comment, code, message, nearest(comment.code, CODES))
    if not comment.reason:
        return _warning(comment, "allowance-without-reason", f"say why: # allow {comment.code}: the reason")
    message = f"line {comment.about} has no warning '{comment.code}' any more: take the comment out"
    return _warning(comment, "allowance-unused", message)


def _warning(comment: Allowance, code: str, message: str, suggestion: str = "") -> Problem:
    return Problem(comment.path, comment.line, comment.column, Severity.WARNING, code, message, suggestion)

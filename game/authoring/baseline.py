"""A baseline: problems that are known already, so that only new ones are told.

A problem is known again by file, code and sentence, not by its line, which moves with every edit above it. Each entry
forgives one problem: a second one of the same kind in the same file is new.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from game.content import Problem
from game.engine.errors import GameError

_FORMAT = 1
Mark = tuple[str, str, str]


class BaselineError(GameError):
    """A baseline that cannot be read."""


def _mark(problem: Problem) -> Mark:
    return problem.path, problem.code, problem.message


def new_ones(problems: Iterable[Problem], known: Iterable[Mark]) -> list[Problem]:
    """The problems that *known* does not hold."""
    left = Counter(known)
    found = []
    for each in problems:
        if left[_mark(each)] > 0:
            left[_mark(each)] -= 1
        else:
            found.append(each)
    return found


def read_baseline(path: Path) -> list[Mark]:
    """The marks in the file at *path*. Raises BaselineError when it is not one of ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != _FORMAT:
            raise BaselineError(f"{path}: this program reads baselines of format {_FORMAT}, this is {found['format']}")
        return [(str(each["path"]), str(each["code"]), str(each["message"])) for each in found["problems"]]
    except (ValueError, KeyError, TypeError):
        raise BaselineError(f"{path}: this is no baseline; write one with --write-baseline") from None


def write_baseline(path: Path, problems: Iterable[Problem]) -> None:
    """Write every problem to *path*, one a line, so that versions of the file can be compared."""
    lines = [
        json.dumps(dict(zip(("path", "code", "message"), _mark(each), strict=True)), ensure_ascii=False)
        for each in problems
    ]
    path.write_text(f'{{"format": {_FORMAT}, "problems": [\n' + ",\n".join(sorted(lines)) + "\n]}\n", encoding="utf-8")

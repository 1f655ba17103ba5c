"""Scenario files to values of the engine, or to every problem they have, each with file, line and column."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.catalog import find, names
from game.content.problem import Problem, ScenarioError, Severity

if TYPE_CHECKING:  # a list of names needs no scenario
    from game.engine.scenario import Scenario

__all__ = ["Problem", "ScenarioError", "Severity", "examine", "find", "load", "names"]


def load(name_or_path: str | Path) -> "Scenario":
    """The scenario of that name, or in that folder.

    Raises ScenarioError when it is not found or has errors; warnings do not keep it from being played.
    """
    scenario, problems = examine(find(name_or_path))
    if scenario is None:
        raise ScenarioError(each for each in problems if each.severity is Severity.ERROR)
    return scenario


def examine(path: str | Path) -> "tuple[Scenario | None, tuple[Problem, ...]]":
    """The scenario in the folder *path*, None when it has errors, and everything that is wrong with it."""
    import attrs

    from game.content.checks import check
    from game.content.folder import digest_of, read_folder

    folder = Path(path)
    draft = read_folder(folder)
    problems = check(draft)
    if any(each.severity is Severity.ERROR for each in problems):
        return None, problems
    return attrs.evolve(draft.scenario, digest=digest_of(folder)), problems

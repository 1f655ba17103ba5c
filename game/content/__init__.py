"""Scenario files to values of the engine, or to every problem they have, each with file, line and column."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.catalog import find, names
from game.content.problem import Problem, ScenarioError, Severity

if TYPE_CHECKING:  # a list of names needs no scenario
    from game.engine.scenario import Scenario

__all__ = ["Problem", "ScenarioError", "Severity", "examine", "find", "load", "names"]


def load(name_or_path: str | Path, language: str = "") -> "Scenario":
    """The scenario of that name, or in that folder; in another *language* where its texts are translated.

    Raises ScenarioError when it is not found, has errors, or has no such translation; warnings do not keep it from
    being played.
    """
    folder = find(name_or_path)
    scenario, problems = examine(folder)
    if scenario is None:
        raise ScenarioError(each for each in problems if each.severity is Severity.ERROR)
    if not language:
        return scenario
    from game.content.translation import catalogue_in, translated

    return translated(scenario, catalogue_in(folder, language))


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

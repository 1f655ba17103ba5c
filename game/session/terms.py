"""The terms of a treaty, named or in a file, as a whole package of a scenario."""

import json
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from game.engine.actions import Accept
from game.engine.errors import GameError, NotationError, nearest_word
from game.engine.issue import IssueId, OptionId, Package
from game.engine.notation import read_package
from game.engine.record import HEADER, Record
from game.engine.rules import apply, start
from game.engine.scenario import Scenario
from game.session.save import read_game, read_text


@frozen
class Terms:
    """One option for every issue of a table."""

    package: Package
    left_out: tuple[IssueId, ...] = ()
    """The issues nothing was said about: they stay at the status quo."""


def read_terms(scenario: Scenario, name: str) -> Terms:
    """The terms of the reference treaty called *name*, or in the file at that path.

    A file holds clauses `issue=option` (with `#` comments), a JSON object, or a record. Raises GameError with
    the nearest right word, or OSError.
    """
    return completed(scenario, _named(scenario, name))


def completed(scenario: Scenario, clauses: Mapping[IssueId, OptionId]) -> Terms:
    """*clauses* with the status quo where they are silent; raises GameError for a clause the scenario does not know."""
    for issue, option in clauses.items():
        _require(scenario, issue, option)
    left_out = tuple(issue for issue in scenario.issue if issue not in clauses)
    return Terms({issue: clauses.get(issue, status) for issue, status in scenario.status_quo.items()}, left_out)


def on_table(terms: Terms, scenario: Scenario) -> Terms:
    """*terms* as far as a narrowed *scenario* has their issues on its table."""
    package = {issue: option for issue, option in terms.package.items() if issue in scenario.issue}
    return Terms(package, tuple(issue for issue in terms.left_out if issue in scenario.issue))


def _require(scenario: Scenario, issue: IssueId, option: OptionId) -> None:
    if issue not in scenario.issue:
        raise GameError(f"{scenario.id} has no issue '{issue}'{nearest_word(issue, scenario.issue)}")
    ladder = scenario.issue[issue].rung
    if option not in ladder:
        raise GameError(f"{issue} has no option '{option}'{nearest_word(option, ladder)}; it has: {', '.join(ladder)}")


def _named(scenario: Scenario, name: str) -> Mapping[IssueId, OptionId]:
    known = [treaty.id for treaty in scenario.history.treaties]
    if name in known:
        return scenario.history.treaty(name).terms
    path = Path(name)
    if not path.is_file():
        there = f"; there are: {', '.join(known)}" if known else ""
        near = nearest_word(name, known)
        raise GameError(f"no treaty of {scenario.id} is called '{name}'{near}, and no file either{there}")
    return _from_file(scenario, path)


def _from_file(scenario: Scenario, path: Path) -> Mapping[IssueId, OptionId]:
    text = read_text(path)
    if text.startswith(HEADER):
        reading = read_game(path, scenario)
        package = last_signed(scenario, reading.record, reading.replayed.played)
        if package is None:
            raise GameError(f"no text was signed in the game of {path}")
        return package
    return _from_json(path, text) if text.lstrip().startswith("{") else _from_clauses(path, text)


def _from_json(path: Path, text: str) -> Mapping[IssueId, OptionId]:
    try:
        clauses = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotationError(f"{path}:{error.lineno}:{error.colno}: this is no JSON: {error.msg}") from None
    if not all(isinstance(option, str) for option in clauses.values()):
        raise NotationError(f"{path}: each issue must name one option, as a text")
    return {str(issue): str(option) for issue, option in clauses.items()}


def _from_clauses(path: Path, text: str) -> Mapping[IssueId, OptionId]:
    words = [word for line in text.splitlines() for word in line.partition("#")[0].split()]
    try:
        return read_package([word.rstrip(",;") for word in words])
    except NotationError as error:
        raise NotationError(f"{path}: {error}") from None


def last_signed(scenario: Scenario, record: Record, played: int) -> Package | None:
    """The last text both envoys signed in the first *played* actions of *record*; None when none was.

    A ratified treaty is the last text signed; one refused at home has left the state, so the game is played again.
    """
    state, package = start(scenario, record.chapter, record.length), None
    for action in record.actions[:played]:
        state = apply(state, action).state
        if isinstance(action, Accept) and state.signed is not None:
            package = state.signed.package
    return package

"""`plenipo check`: tell an author everything that is wrong with a scenario."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from game.content import Problem, ScenarioError, Severity, examine, find, names
from game.content.facts import count_facts


def run(paths: Iterable[str | Path], as_json: bool, out: TextIO) -> int:
    """Check the scenarios at *paths* (names or folders; all that are known when empty) and print what is wrong.

    Returns the exit code: 1 when there is an error, else 0; warnings are printed and forgiven.
    """
    problems: list[Problem] = []
    files = facts = 0
    for each in tuple(paths) or names():
        try:
            folder = find(each)
        except ScenarioError as error:
            problems.extend(error.problems)
            continue
        scenario, found = examine(folder)
        problems.extend(found)
        files += sum(1 for _ in folder.rglob("*.yaml"))
        facts += count_facts(scenario) if scenario else 0
    if as_json:
        out.write(json.dumps([each.as_json() for each in problems], ensure_ascii=False, indent=2) + "\n")
    else:
        out.writelines(f"{each}\n" for each in problems)
        out.write(_summary(problems, files, facts) + "\n")
    return int(any(each.severity is Severity.ERROR for each in problems))


def _summary(problems: list[Problem], files: int, facts: int) -> str:
    if not problems:
        return f"all good: {files} files, {facts} facts, 0 problems"
    errors = sum(1 for each in problems if each.severity is Severity.ERROR)
    return f"{files} files, {_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

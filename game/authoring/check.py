"""`plenipo check`: tell an author everything that is wrong with a scenario."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from game.authoring.promises import Proof, prove
from game.content import Problem, ScenarioError, Severity, examine, find, names
from game.content.atlas_check import examine_maps
from game.content.facts import count_facts


def run(paths: Iterable[str | Path], as_json: bool, out: TextIO, tests: bool = False) -> int:
    """Check the scenarios at *paths* (names or folders; all that are known when empty) and print what is wrong.

    With *tests*, promises of scenarios without errors are put to the test as well. Returns the exit code: 1 when
    there is an error or a broken promise, else 0; warnings are printed and forgiven.
    """
    problems: list[Problem] = []
    proofs: list[Proof] = []
    files = facts = 0
    for each in tuple(paths) or names():
        try:
            folder = find(each)
        except ScenarioError as error:
            problems.extend(error.problems)
            continue
        scenario, found = examine(folder)
        problems.extend((*found, *(examine_maps(folder, scenario) if scenario else ())))
        files += sum(1 for _ in folder.rglob("*.yaml"))
        facts += count_facts(scenario) if scenario else 0
        if scenario and tests:
            proofs += prove(scenario, str(folder))
    if as_json:
        told = [*(each.as_json() for each in problems), *(_proof_json(each) for each in proofs)]
        out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        out.writelines(f"{each}\n" for each in (*problems, *proofs))
        out.write(_summary(problems, files, facts) + "\n")
    broken = any(not proof.kept for proof in proofs)
    return int(broken or any(each.severity is Severity.ERROR for each in problems))


def _proof_json(proof: Proof) -> dict[str, object]:
    low, high = proof.interval
    promise = proof.promise
    return {
        "promise": promise.id,
        "kept": proof.kept,
        "runs": proof.runs,
        "share": proof.share,
        "interval": [low, high],
    }


def _summary(problems: list[Problem], files: int, facts: int) -> str:
    if not problems:
        return f"all good: {files} files, {facts} facts, 0 problems"
    errors = sum(1 for each in problems if each.severity is Severity.ERROR)
    return f"{files} files, {_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

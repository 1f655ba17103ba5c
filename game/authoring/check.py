"""`plenipo check`: tell an author everything that is wrong with a scenario."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from attrs import evolve, frozen

from game.authoring.allowing import allow
from game.authoring.annotating import annotation
from game.authoring.baseline import new_ones, read_baseline, write_baseline
from game.authoring.codes import CODES
from game.authoring.promises import Proof, prove
from game.content import Problem, ScenarioError, Severity, examine, find, names
from game.content.atlas_check import examine_maps
from game.content.facts import count_facts


@frozen
class Style:
    """How the result is told, and what is left out of it."""

    as_json: bool = False
    github: bool = False
    baseline: Path | None = None
    """Problems in this file are known and not told."""
    write: bool = False
    """Write the baseline instead of reading it."""
    tests: bool = False
    """Put the promises of scenarios without errors to the test as well."""


@frozen
class Result:
    """What was looked at, and what was found."""

    problems: tuple[Problem, ...]
    proofs: tuple[Proof, ...]
    files: int
    facts: int
    known: int = 0
    """Problems that the baseline forgave."""

    @property
    def failed(self) -> bool:
        errors = any(each.severity is Severity.ERROR for each in self.problems)
        return errors or any(not proof.kept for proof in self.proofs)


def run(paths: Iterable[str | Path], style: Style, out: TextIO) -> int:
    """Check the scenarios at *paths* (names or folders; all that are known when empty) and print what is wrong.

    Returns the exit code: 1 when there is an error or a broken promise, else 0; warnings are printed and forgiven.
    """
    result = examine_all(tuple(paths) or names(), style.tests)
    if style.baseline and style.write:
        write_baseline(style.baseline, result.problems)
        out.write(f"{_counted(len(result.problems), 'problem')} written to {style.baseline}\n")
        return 0
    if style.baseline:
        fresh = tuple(new_ones(result.problems, read_baseline(style.baseline)))
        result = evolve(result, problems=fresh, known=len(result.problems) - len(fresh))
    _tell(result, style, out)
    return int(result.failed)


def examine_all(paths: Iterable[str | Path], tests: bool) -> Result:
    """Everything wrong with the scenarios at *paths*; their promises are played only with *tests*."""
    problems: list[Problem] = []
    proofs: list[Proof] = []
    files = facts = 0
    for each in paths:
        try:
            folder = find(each)
        except ScenarioError as error:
            problems.extend(error.problems)
            continue
        scenario, found = examine(folder)
        problems.extend(allow(folder, (*found, *(examine_maps(folder, scenario) if scenario else ()))))
        files += sum(1 for _ in folder.rglob("*.yaml"))
        facts += count_facts(scenario) if scenario else 0
        if scenario and tests:
            proofs += prove(scenario, str(folder))
    return Result(tuple(problems), tuple(proofs), files, facts)


def _tell(result: Result, style: Style, out: TextIO) -> None:
    if style.as_json:
        told = [*(each.as_json() for each in result.problems), *(_proof_json(each) for each in result.proofs)]
        out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return
    lines = [annotation(each) if style.github else str(each) for each in result.problems]
    out.writelines(f"{each}\n" for each in (*lines, *result.proofs, _summary(result)))


def tell_codes(out: TextIO, as_json: bool) -> int:
    """Print every code with its meaning; 0, the exit code."""
    if as_json:
        out.write(json.dumps(dict(CODES), ensure_ascii=False, indent=2) + "\n")
    else:
        width = max(len(code) for code in CODES)
        out.writelines(f"{code:{width}}  {meaning}\n" for code, meaning in CODES.items())
    return 0


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


def _summary(result: Result) -> str:
    known = f" ({result.known} known)" if result.known else ""
    if not result.problems:
        return f"all good: {result.files} files, {result.facts} facts, 0 problems{known}"
    errors = sum(1 for each in result.problems if each.severity is Severity.ERROR)
    warnings = _counted(len(result.problems) - errors, "warning")
    return f"{result.files} files, {_counted(errors, 'error')}, {warnings}{known}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

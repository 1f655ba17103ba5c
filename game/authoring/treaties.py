"""`plenipo compare` and `plenipo consent`: a text laid beside history's, and put to the vote at home."""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, TextIO

from game.authoring.printing import gathered, put_json, put_table, remark
from game.content import load
from game.engine.errors import GameError
from game.engine.issue import Package, SeatId
from game.engine.scenario import Scenario
from game.engine.verdict import ClauseCompared, Comparison, compare
from game.session.ratifying import Ballots, Hearing, hear
from game.session.save import read_game
from game.session.selfplay import Plan, opening
from game.session.terms import Terms, last_signed, on_table, read_terms

Report = dict[str, Any]
"""The shape that `--json` prints."""


def run_compare(place: str, terms: str, as_json: bool, out: TextIO) -> int:
    """Lay the terms called *terms* of the scenario *place* beside history; without them *place* is a record's file.

    Returns the exit code. Raises GameError, ScenarioError or OSError.
    """
    scenario, package = _of_scenario(place, terms) if terms else _of_record(Path(place))
    compared = compare(scenario, package)
    if as_json:
        put_json(comparison_report(scenario, package, compared), out)
    else:
        _put_comparison(scenario, compared, out)
    return 0


def _of_scenario(place: str, terms: str) -> tuple[Scenario, Package]:
    scenario = load(place)
    found = read_terms(scenario, terms)
    _tell_left_out(found)
    return scenario, found.package


def _of_record(path: Path) -> tuple[Scenario, Package]:
    if not path.is_file():
        raise GameError(f"'{path}' is no record's file; for a scenario say which terms: --terms NAME or --terms FILE")
    reading = read_game(path)
    if said := reading.trouble or reading.note:
        remark(f"{path}: {said}")
    package = last_signed(reading.scenario, reading.record, reading.replayed.played)
    if package is None:
        raise GameError(f"no text was signed in the game of {path}, so there is nothing to compare")
    return reading.replayed.state.scenario, package


def _tell_left_out(terms: Terms) -> None:
    if terms.left_out:
        remark(f"nothing is said about {', '.join(terms.left_out)}: the status quo is taken")


def comparison_report(scenario: Scenario, package: Package, compared: Sequence[Comparison]) -> Report:
    """*package* beside every reference treaty, nearest first; sources read `QSJSBM vol. 5 p. 47 A`."""
    return {
        "scenario": scenario.id,
        "terms": dict(package),
        "nearest": compared[0].treaty.id if compared else None,
        "references": [_reference(each) for each in compared],
    }


def _reference(comparison: Comparison) -> Report:
    treaty = comparison.treaty
    return {
        "id": treaty.id,
        "title": treaty.title,
        "signed": treaty.signed,
        "fate": treaty.fate,
        "distance": comparison.distance,
        "direction": comparison.direction,
        "label": comparison.label,
        "clauses": [_clause(clause) for clause in comparison.clauses],
    }


def _clause(clause: ClauseCompared) -> Report:
    return {
        "issue": clause.issue,
        "yours": clause.yours,
        "theirs": clause.theirs,
        "rungs": clause.rungs,
        "difference": clause.difference,
        "text": clause.article.text,
        "sources": [str(each) for each in clause.sources],
    }


def _put_comparison(scenario: Scenario, compared: Sequence[Comparison], out: TextIO) -> None:
    if not compared:
        out.write(f"{scenario.title} has no treaty of history to compare with\n")
    for comparison in compared:
        treaty = comparison.treaty
        out.write(f"{treaty.title}, signed {treaty.signed}: {comparison.label}, distance {comparison.distance:.3f}\n")
        out.write(f"{treaty.fate}\n")
        different = [clause for clause in comparison.clauses if clause.rungs]
        same = len(comparison.clauses) - len(different)
        out.write(f"{same} of {len(comparison.clauses)} clauses are the same\n")
        for clause in different:
            issue = scenario.issue[clause.issue]
            out.write(f"\n  {issue.title}\n")
            out.write(f"    yours:  {issue.option(clause.yours).title}\n")
            out.write(f"    theirs: {issue.option(clause.theirs).title}\n")
            out.write(f"    {clause.difference}. {clause.article.text}\n")
            out.write(f"    [{'; '.join(str(each) for each in clause.sources)}]\n")
        out.write("\n")


def run_consent(plan: Plan, terms: str, runs: int, workers: int, as_json: bool, out: TextIO) -> int:
    """Put the terms called *terms* to the vote *runs* times and print how often they pass; returns the exit code.

    Raises GameError, ScenarioError or OSError.
    """
    whole, first = opening(plan.scenario, plan.chapter, plan.length)
    scenario = first.scenario
    found = on_table(read_terms(whole, terms), scenario)
    _tell_left_out(found)
    hearing = Hearing(plan, tuple(found.package.items()))
    heard = gathered(hear(hearing, runs, workers), runs, "voting")
    report = consent_report(plan, scenario, found.package, heard)
    if as_json:
        put_json(report, out)
    else:
        _put_consent(report, scenario, out)
    return 0


def consent_report(plan: Plan, scenario: Scenario, package: Package, heard: Sequence[Ballots]) -> Report:
    """How often each seat passes *package*: all its stages, whatever the other seat has voted."""
    passed = [{ballot.stage for ballot in ballots if ballot.passed} for ballots in heard]
    stages = {seat: {stage.id for stage in scenario.consent if stage.seat == seat} for seat in scenario.seat_ids}
    return {
        "scenario": scenario.id,
        "start": scenario.chapter,
        "length": scenario.length,
        "seed": plan.seed,
        "runs": len(heard),
        "terms": dict(package),
        "ratified": sum(set(scenario.stage) <= run for run in passed),
        "seats": {
            seat: {
                "ratified": sum(stages[seat] <= run for run in passed),
                "runs": len(heard),
                "stages": [{"id": stage, "passed": _count(passed, stage)} for stage in scenario.stage if stage in own],
                "factions": _factions(scenario, seat, heard),
            }
            for seat, own in stages.items()
        },
    }


def _count(passed: Sequence[set[str]], stage: str) -> int:
    return sum(stage in run for run in passed)


def _factions(scenario: Scenario, seat: SeatId, heard: Sequence[Ballots]) -> list[Report]:
    """The mean share of ayes of each faction over all votes it took part in; None when there was none."""
    own = {stage.id for stage in scenario.consent if stage.seat == seat}
    cast: dict[str, list[float]] = {faction.id: [] for faction in scenario.briefs[seat].factions}
    for ballot in (ballot for ballots in heard for ballot in ballots if ballot.stage in own):
        for faction, ayes in ballot.ayes.items():
            cast[faction].append(ayes)
    return [{"id": faction, "mean_support": round(fmean(ayes), 4) if ayes else None} for faction, ayes in cast.items()]


def _put_consent(report: Report, scenario: Scenario, out: TextIO) -> None:
    runs = report["runs"]
    out.write(f"{scenario.title}, start {scenario.chapter}, length {scenario.length}: {runs} runs\n")
    out.write(f"ratified by both: {report['ratified']} ({100 * report['ratified'] / runs:.1f} %)\n")
    for seat, counted in report["seats"].items():
        name = scenario.seat[seat]
        share = 100 * counted["ratified"] / runs
        out.write(f"\n{name.title}: passed at {name.capital} {counted['ratified']} times ({share:.1f} %)\n")
        stages = [(scenario.stage[each["id"]].title, f"{each['passed']} passed") for each in counted["stages"]]
        factions = [(scenario.briefs[seat].faction(each["id"]).title, _ayes(each)) for each in counted["factions"]]
        put_table([*stages, *factions], out)


def _ayes(faction: Report) -> str:
    share = faction["mean_support"]
    return "never voted" if share is None else f"{100 * share:.1f} % ayes"

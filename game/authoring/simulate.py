"""`plenipo simulate`: many games played by players alone, and how they end."""

import time
from collections.abc import Callable, Sequence
from math import ceil
from statistics import fmean, median
from typing import Any, TextIO

from game.authoring.printing import gathered, named_counts, put_json, put_table
from game.authoring.shares import Share
from game.engine.phase import Ending
from game.engine.scenario import Scenario
from game.session.selfplay import Plan, Result, new_game, opening, play

Report = dict[str, Any]
"""The shape that `--json` prints."""


def run(plan: Plan, games: int, workers: int, as_json: bool, out: TextIO) -> int:
    """Play *games* games of *plan* and print how they end; *workers* 0 takes all cores. Returns the exit code.

    Raises GameError or ScenarioError for a plan that cannot be played, before any worker is started.
    """
    new_game(plan, 0)
    began = time.perf_counter()
    results = gathered(play(plan, games, workers), games, "playing")
    scenario = opening(plan.scenario, plan.chapter, plan.length)[1].scenario
    report = summary(plan, scenario, results, round(time.perf_counter() - began, 3))
    if as_json:
        put_json(report, out)
    else:
        _put(report, scenario, out)
    return 0


def summary(plan: Plan, scenario: Scenario, results: Sequence[Result], seconds: float) -> Report:
    """What *results* add up to. Issues and distances are over ratified treaties; a mean of nothing is None.

    `refused` counts the games in which a capital refused a signed text; `recovered`, those of them that
    still came to a treaty in force.
    """
    endings = [result.ending for result in results]
    treaties = [result.treaty for result in results if result.treaty is not None]
    return {
        "scenario": scenario.id,
        "start": scenario.chapter,
        "length": scenario.length,
        "games": len(results),
        "seed": plan.seed,
        "seconds": seconds,
        "players": {seat: dict(plan.players).get(seat, "statesman") for seat in scenario.seat_ids},
        "endings": {ending.value: endings.count(ending.value) for ending in Ending},
        "fates": {fate.id: sum(result.fate == fate.id for result in results) for fate in scenario.fates},
        "wars": sum(result.wars for result in results),
        "refused": {seat: sum(seat in result.refusals for result in results) for seat in scenario.seat_ids},
        "recovered": sum(bool(result.refusals) for result in results if result.treaty is not None),
        "issues": {
            issue.id: {option.id: sum(treaty[issue.id] == option.id for treaty in treaties) for option in issue.options}
            for issue in scenario.issues
        },
        "scores": {seat: spread([result.scores[seat] for result in results]) for seat in scenario.seat_ids},
        "distance": {treaty.id: {"mean": _middle(fmean, results, treaty.id)} for treaty in scenario.history.treaties},
        "median_distance": {treaty.id: _middle(median, results, treaty.id) for treaty in scenario.history.treaties},
        "turns": {"mean": round(fmean(result.turn for result in results), 2)},
    }


def spread(values: Sequence[float]) -> dict[str, float]:
    """The mean and the tenth and ninetieth percentiles, by nearest rank."""
    ranked = sorted(values)
    return {"mean": round(fmean(ranked), 2), "p10": percentile(ranked, 10), "p90": percentile(ranked, 90)}


def percentile(ranked: Sequence[float], per_cent: int) -> float:
    """The least of *ranked* (rising) that so many per cent of them do not exceed."""
    return ranked[max(1, ceil(len(ranked) * per_cent / 100)) - 1]


def _middle(typical: Callable[[list[float]], float], results: Sequence[Result], treaty: str) -> float | None:
    distances = [result.distance[treaty] for result in results if treaty in result.distance]
    return round(typical(distances), 4) if distances else None


def _put(report: Report, scenario: Scenario, out: TextIO) -> None:
    games, ratified = report["games"], report["endings"][Ending.RATIFIED.value]
    players = ", ".join(f"{seat} {name}" for seat, name in report["players"].items())
    out.write(f"{scenario.title}, start {scenario.chapter}, length {scenario.length}: {games} games, {players}\n")
    out.write(f"seed {report['seed']}, {report['seconds']:.1f} s, {report['turns']['mean']} turns on average\n\n")
    out.write("How they ended\n")
    put_table(named_counts(report["endings"], games), out)
    _put_fates(report, scenario, out)
    out.write("\nScores\n")
    rows = [
        (seat, *(f"{each[part]:.1f}" for part in ("mean", "p10", "p90"))) for seat, each in report["scores"].items()
    ]
    put_table([("", "mean", "p10", "p90"), *rows], out)
    if not ratified:
        return
    if report["distance"]:
        out.write("\nDistance of the treaties from history (0 the same, 1 the far end of every ladder)\n")
        middles = report["median_distance"]
        rows = [(name, f"{each['mean']:.3f}", f"{middles[name]:.3f}") for name, each in report["distance"].items()]
        put_table([("", "mean", "median"), *rows], out)
    out.write("\nWhat the treaties say\n")
    for issue, counts in report["issues"].items():
        out.write(f"  {scenario.issue[issue].title}\n")
        put_table([(f"  {option}", *rest) for option, *rest in named_counts(counts, ratified)], out)


def _put_fates(report: Report, scenario: Scenario, out: TextIO) -> None:
    games = report["games"]
    if report["fates"]:
        out.write("\nWhat was told of them, with the 95 % interval of each share\n")
        put_table([(fate, str(count), str(Share(count, games))) for fate, count in report["fates"].items()], out)
    out.write("\nOn the way\n")
    rows = {f"refused in {scenario.seat[seat].capital}": count for seat, count in report["refused"].items()}
    rows["a treaty in force after a refusal"] = report["recovered"]
    rows["a war was fought"] = report["wars"]
    put_table(named_counts(rows, games), out)

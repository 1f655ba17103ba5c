"""`plenipo replay`: a recorded game played again."""

from pathlib import Path
from typing import Any, TextIO

from game.authoring.printing import put_json, remark
from game.content import load
from game.engine.record import state_digest
from game.engine.score import durability, scores
from game.session.save import Reading, read_game
from game.session.terms import last_signed

Report = dict[str, Any]


def run(path: str, scenario: str, as_json: bool, out: TextIO) -> int:
    """Replay the record at *path*, of the scenario *scenario* or of the one it names, and print how it ended.

    Returns 1 when a part of it cannot be read or played; what comes before that part is still reported.
    Raises GameError, ScenarioError or OSError when nothing of it can.
    """
    reading = read_game(Path(path), load(scenario) if scenario else None)
    if said := reading.trouble or reading.note:
        remark(f"{path}: {said}")
    report = replay_report(reading)
    if as_json:
        put_json(report, out)
    else:
        _put(report, reading, out)
    return int(bool(reading.trouble))


def replay_report(reading: Reading) -> Report:
    """How the game ended, or None where it stops before the end; the terms are those of the last text signed."""
    state = reading.replayed.state
    outcome = state.outcome
    terms = last_signed(reading.scenario, reading.record, reading.replayed.played)
    return {
        "scenario": reading.record.scenario,
        "start": reading.record.chapter,
        "length": reading.record.length,
        "ending": outcome.ending.value if outcome else None,
        "turn": outcome.turn if outcome else state.turn,
        "terms": None if terms is None else dict(terms),
        "refused_by": outcome.refused_by if outcome else "",
        "durability": durability(state, outcome.treaty) if outcome and outcome.treaty else None,
        "digest": state_digest(state),
        "scores": dict(scores(state)) if outcome else {},
        "actions": reading.replayed.played,
        "trouble": reading.trouble,
    }


def _put(report: Report, reading: Reading, out: TextIO) -> None:
    scenario = reading.replayed.state.scenario
    moment = scenario.turns[report["turn"] - 1].title
    ended = "it stops before the end" if report["ending"] is None else f"ended {report['ending'].replace('_', ' ')}"
    out.write(f"{scenario.title}, start {report['start']}, length {report['length']}: {report['actions']} actions\n")
    out.write(f"{ended}, turn {report['turn']}, {moment}\n")
    if report["refused_by"]:
        out.write(f"refused at {scenario.seat[report['refused_by']].capital}\n")
    for seat, points in report["scores"].items():
        out.write(f"{scenario.seat[seat].title}: {points:.1f} of 100\n")
    if report["terms"] is not None:
        out.write("the last text signed:\n")
        for issue, option in report["terms"].items():
            named = scenario.issue[issue]
            out.write(f"  {named.title}: {named.option(option).title}\n")
    out.write(f"digest {report['digest']}\n")

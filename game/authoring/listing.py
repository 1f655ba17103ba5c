"""`plenipo scenarios` and `plenipo players`: what there is to play, and against whom."""

from typing import Any, TextIO

from game.authoring.printing import put_json
from game.content import ScenarioError, load, names
from game.engine.scenario import Scenario
from game.players import ROSTER

Report = dict[str, Any]


def run_scenarios(as_json: bool, out: TextIO) -> int:
    """List the scenarios; returns 1 when one of them cannot be played, which is then said in its place."""
    found = [(name, _loaded(name)) for name in names()]
    if as_json:
        put_json([_report(name, each) for name, each in found], out)
    else:
        for name, each in found:
            _put(name, each, out)
    return int(any(isinstance(each, str) for _, each in found))


def _loaded(name: str) -> Scenario | str:
    try:
        return load(name)
    except ScenarioError as error:
        return str(error.problems[0])


def _report(name: str, found: Scenario | str) -> Report:
    if isinstance(found, str):
        return {"id": name, "problem": found}
    return {
        "id": found.id,
        "title": found.title,
        "seats": {seat.id: seat.title for seat in found.seats},
        "issues": len(found.issues),
        "starts": {start.id: start.title for start in found.starts},
        "lengths": {length.id: {"title": length.title, "minutes": length.minutes} for length in found.lengths},
        "treaties": {treaty.id: treaty.title for treaty in found.history.treaties},
        "digest": found.digest,
    }


def _put(name: str, found: Scenario | str, out: TextIO) -> None:
    if isinstance(found, str):
        out.write(f"{name}: cannot be played: {found}\n")
        return
    out.write(f"{name}: {found.title}\n")
    rows = [(f"--seat {seat.id}", seat.title) for seat in found.seats]
    rows += [(f"--start {start.id}", start.title) for start in found.starts]
    rows += [(f"--length {length.id}", f"{length.title}, about {length.minutes} minutes") for length in found.lengths]
    rows += [(f"--terms {treaty.id}", treaty.title) for treaty in found.history.treaties]
    _put_pairs(rows, out)


def run_players(as_json: bool, out: TextIO) -> int:
    """List the opponents; returns 0."""
    if as_json:
        shown = [
            {"name": each.name, "about": each.about, "deterministic": each.deterministic} for each in ROSTER.values()
        ]
        put_json(shown, out)
    else:
        _put_pairs([(each.name, each.about) for each in ROSTER.values()], out)
    return 0


def _put_pairs(rows: list[tuple[str, str]], out: TextIO) -> None:
    width = max(len(first) for first, _ in rows)
    out.writelines(f"  {first:<{width}}  {second}\n" for first, second in rows)

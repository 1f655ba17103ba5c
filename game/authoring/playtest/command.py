"""`plenipo playtest`: play, count, judge, and write the report with the games that show what it says."""

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from attrs import frozen

from game.authoring.playtest.counts import Counts
from game.authoring.playtest.finding import Finding
from game.authoring.playtest.findings import Places, findings
from game.authoring.playtest.report import report
from game.authoring.playtest.schedule import schedule_of
from game.authoring.printing import gathered
from game.content import find, load
from game.content.folder import read_folder
from game.engine.errors import GameError
from game.engine.record import write_record
from game.session.digest import Schedule, play_digests
from game.session.selfplay import moments, new_game


@frozen
class Asked:
    """What the command line asks for."""

    scenario: str
    games: int
    out: Path
    seed: str = "1"
    start: str = ""
    length: str = ""
    workers: int = 0
    cluster: str = ""
    """The address of a Dask scheduler; empty for this machine."""


def run(asked: Asked, out: TextIO) -> int:
    """Playtest a scenario, print what is found and write the report; returns the exit code, 0.

    Raises ScenarioError or GameError for what cannot be played, and OSError when the report cannot be written.
    """
    began = time.perf_counter()
    counts = count(asked)
    draft = read_folder(find(asked.scenario))
    places = Places(draft.values, draft.folder)
    found = findings(counts, places)
    records = _write_records(counts.schedule, found, asked.out)
    page = report(counts, found, places, time.perf_counter() - began, records)
    asked.out.write_text(page, encoding="utf-8")
    out.writelines(f"{each}\n" for each in found)
    out.write(f"{len(counts.games)} games, {len(found)} findings; the report is {asked.out}\n")
    return 0


def count(asked: Asked) -> Counts:
    """The games that are asked for, played and counted."""
    scenario = load(asked.scenario)
    schedule = schedule_of(scenario, asked.scenario, asked.seed, asked.start, asked.length)
    with _cluster(asked.cluster) as cluster:
        games = gathered(play_digests(schedule, asked.games, asked.workers, cluster), asked.games, "playing")
    return Counts(scenario, schedule, tuple(games))


@contextmanager
def _cluster(address: str) -> Iterator[Executor | None]:
    """The workers behind a Dask scheduler as an executor; None without an address."""
    if not address:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise GameError("a cluster needs the extra 'cluster': pip install 'plenipotentiary[cluster]'") from None
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except OSError:
        raise GameError(f"no Dask scheduler answers at {address}") from None
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]


def _write_records(schedule: Schedule, found: Sequence[Finding], report: Path) -> Mapping[int, str]:
    """Play the games that findings speak of once more, and write their records beside the report."""
    folder = report.with_suffix(".games")
    names: dict[int, str] = {}
    for number in sorted({each.game for each in found} - {-1}):
        match = new_game(schedule.plan(number), number)
        for _ in moments(match):
            pass
        folder.mkdir(parents=True, exist_ok=True)
        names[number] = f"{folder.name}/game-{number}.txt"
        (report.parent / names[number]).write_text(write_record(match.record()), encoding="utf-8", newline="\n")
    return names

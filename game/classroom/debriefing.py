"""`plenipo debrief`: from the records of a class to the files of its debrief."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from game.classroom.debrief import Table, debrief, deeds_csv, essay, students
from game.session.folders import write_whole
from game.session.save import load_match


def run(records: Sequence[Path], out: Path, csv: Path | None, logs: Path | None) -> int:
    """Write what is asked for. Returns 1 when a part of a record cannot be read; what comes before it is told.

    Raises GameError, ScenarioError or OSError when nothing can be.
    """
    read = [load_match(path, players={}) for path in records]
    tables = [Table(f"Table {place}", match) for place, (match, _) in enumerate(read, 1)]
    said = [f"{path}: {trouble}" for path, (_, trouble) in zip(records, read, strict=True) if trouble]
    write_whole(out, debrief(tables))
    if csv is not None:
        write_whole(csv, deeds_csv(tables))
    if logs is not None:
        _write_logs(tables, logs)
    for sentence in said:
        print(sentence, file=sys.stderr)
    return int(bool(said))


def _write_logs(tables: Sequence[Table], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    named = {table.title: table for table in tables}
    for number, (title, nickname) in enumerate(students(tables), 1):
        plain = re.sub(r"[^\w-]+", "-", f"{title} {nickname}").strip("-").lower()
        write_whole(folder / f"{number:02}-{plain[:60]}.md", essay(named[title], nickname))

"""What the commands share when they print: results for programs, remarks for people, progress on a terminal."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol, TextIO, TypeVar

from attrs import define

Result = TypeVar("Result")


def put_json(value: object, out: TextIO) -> None:
    """*value* as JSON that survives an output that knows only ASCII."""
    unicode = (out.encoding or "utf-8").lower().replace("-", "").startswith("utf")
    out.write(json.dumps(value, ensure_ascii=not unicode, indent=2) + "\n")


def remark(sentence: str) -> None:
    """Say something beside the result, on stderr."""
    print(sentence, file=sys.stderr)


def put_table(rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Rows in columns as wide as their widest word; all but the first column stand to the right."""
    rows = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        out.write(("  " + "  ".join(cells)).rstrip() + "\n")


def gathered(batches: Iterator[Sequence[Result]], count: int, what: str) -> list[Result]:
    """All results of *batches* in order, with a bar on a terminal's stderr while they come."""
    found: list[Result] = []
    with bar(what, count) as progress:
        for batch in batches:
            found.extend(batch)
            progress.advance(len(batch))
    return found


class Progress(Protocol):
    """Something that can be told how much more has been done."""

    def advance(self, steps: int) -> None: ...


@define
class _Silence:
    def advance(self, steps: int) -> None:
        """Nobody is looking."""


@contextmanager
def bar(what: str, count: int) -> Iterator[Progress]:
    """A progress bar of *count* steps on stderr; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield _Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=count)

        @define
        class Shown:
            def advance(self, steps: int) -> None:
                shown.advance(task, steps)

        yield Shown()


def named_counts(counts: Mapping[str, int], total: int) -> list[tuple[str, str, str]]:
    """Rows of a name, its count, and its share of *total* in per cent."""
    return [(name, str(count), f"{100 * count / max(1, total):.1f} %") for name, count in counts.items()]

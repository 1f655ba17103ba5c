"""What a class has done, as a list that only grows; what is settled outlives the machine's own crash."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

from attrs import define, field, frozen

TIDY = 4000
"""Lines after which the log is carried over: some sixteen megabytes, and more than most lessons write."""
Line = tuple[str, str]
"""What kind of thing happened, and its body as JSON."""


@frozen
class Kept:
    """One line with its number, from 1."""

    number: int
    kind: str
    body: str


class Unwritten(OSError):
    """Lines that could not be kept: a full disk, or a file that another program holds."""


class Store(Protocol):
    """Where the lines are kept."""

    def append(self, lines: Sequence[Line]) -> int:
        """Keep *lines*, all or none of them; returns the number of the last. Raises Unwritten when that fails."""
        ...

    def settle(self) -> None:
        """Write what was appended through to the disk, from any thread; raises OSError when that fails.

        Nobody may be told that a line counts before this has returned. One call settles all lines before it, so that
        a class does not wait for the disk once for each.
        """
        ...

    def since(self, number: int) -> Iterator[Kept]:
        """The lines after that number, in order."""
        ...

    def purge(self) -> None:
        """Destroy everything, so that no search of the file finds it."""
        ...

    def close(self) -> None: ...


@define
class SqliteStore:
    """One file of SQLite beside its log: an append is in the system's hands, and `settle` writes the log through."""

    path: Path
    _connection: sqlite3.Connection = field(init=False)
    _log: int = field(init=False)
    _tidying: threading.Thread | None = None
    _untidied: int = 0

    def __attrs_post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON", "wal_autocheckpoint = 0"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, body TEXT)"
        )
        self._log = os.open(f"{self.path}-wal", os.O_RDWR)

    def settle(self) -> None:
        os.fsync(self._log)

    def append(self, lines: Sequence[Line]) -> int:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT INTO line (kind, body) VALUES (?, ?)", lines)
            last = self._connection.execute("SELECT max(number) FROM line").fetchone()[0]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise Unwritten(f"the class cannot be written down: {error}") from error
        self._tidy(len(lines))
        return int(last or 0)

    def _tidy(self, added: int) -> None:
        """Now and then carry the log over into the file, beside the class: that can take half a second."""
        self._untidied += added
        if self._untidied < TIDY or (self._tidying and self._tidying.is_alive()):
            return
        self._untidied = 0
        self._tidying = threading.Thread(target=_carry_over, args=(self.path,), daemon=True)
        self._tidying.start()

    def since(self, number: int) -> Iterator[Kept]:
        rows = self._connection.execute(
            "SELECT number, kind, body FROM line WHERE number > ? ORDER BY number", (number,)
        )
        yield from (Kept(*row) for row in rows)

    def purge(self) -> None:
        if self._tidying:
            self._tidying.join()
        self._connection.execute("DELETE FROM line")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        if self._tidying:
            self._tidying.join()
        os.close(self._log)
        self._connection.close()


def _carry_over(path: Path) -> None:
    """From a connection of its own, and without making anybody wait."""
    with closing(sqlite3.connect(path)) as connection, suppress(sqlite3.Error):  # the next time does it
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

"""What a class has done, as a list that only grows: every line is on the disk before anybody is told that it counts."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from attrs import define, field, frozen

Line = tuple[str, str]
"""What kind of thing happened, and its body as JSON."""


@frozen
class Kept:
    """One line with its number, from 1."""

    number: int
    kind: str
    body: str


class Store(Protocol):
    """Where the lines are kept."""

    def append(self, lines: Sequence[Line]) -> int:
        """Keep *lines*, all or none of them; returns the number of the last. Raises OSError when that fails."""
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
    """One file of SQLite beside its log, written through to the disk with each append."""

    path: Path
    _connection: sqlite3.Connection = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, body TEXT)"
        )

    def append(self, lines: Sequence[Line]) -> int:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT INTO line (kind, body) VALUES (?, ?)", lines)
            last = self._connection.execute("SELECT max(number) FROM line").fetchone()[0]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise OSError(f"the class cannot be written down: {error}") from error
        return int(last or 0)

    def since(self, number: int) -> Iterator[Kept]:
        rows = self._connection.execute(
            "SELECT number, kind, body FROM line WHERE number > ? ORDER BY number", (number,)
        )
        yield from (Kept(*row) for row in rows)

    def purge(self) -> None:
        self._connection.execute("DELETE FROM line")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._connection.close()

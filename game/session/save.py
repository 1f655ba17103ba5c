"""Games on disk: a record is the save. Writing is all or nothing, and what is damaged is never written over."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from attrs import define, frozen

from game.content import load
from game.engine.errors import GameError, RecordError
from game.engine.issue import SeatId
from game.engine.record import Record, Replayed, header_lines, mark_after, marked, read_record, replay, write_record
from game.engine.scenario import Scenario
from game.players import player_named
from game.players.player import Player
from game.session.folders import EARLIER, ENDING, free_name, last_game, saves_folder, write_whole
from game.session.match import Match

EARLIER_KEPT = 5
CHANGED = "the scenario has changed since; it still replays"
"""What is said of a game of which nothing is lost, although its scenario is no longer what it was."""


def save_path(name: str) -> Path:
    """The file of the save called *name*; a name with a folder in it is a path of its own."""
    path = Path(name)
    if path.name != name:
        return path
    return saves_folder() / (name if path.suffix else name + ENDING)


def save_match(match: Match, path: Path) -> Path:
    """Write the game so far to *path* and return where it went.

    That is another name beside it when the file there is damaged or no record at all. Raises OSError.
    """
    target = path if _may_replace(path) else free_name(path)
    write_whole(target, write_record(match.record()))
    return target


def _may_replace(path: Path) -> bool:
    if not path.exists():
        return True
    try:
        return not read_record(path.read_text(encoding="utf-8")).trouble
    except ValueError:  # no record, a newer one, or not even text
        return False


@define
class Autosave:
    """Keeps a file level with a game: each action is appended as it is played."""

    path: Path
    written: Record | None = None
    mark: str = ""

    def keep(self, match: Match) -> None:
        """Append what *match* has played since the last time; after a take-back write the file anew.

        Raises OSError; the file then holds what it held before, and the next time may do better.
        """
        record = match.record()
        if self.written is None or not _continues(record, self.written) or not self.path.exists():
            self.path = save_match(match, self.path)
            self.mark = _last_mark(record)
        elif fresh := record.actions[len(self.written.actions) :]:
            mark, lines = self.mark, []
            for action in fresh:
                line, mark = marked(action, mark)
                lines.append(line + "\n")
            _append(self.path, lines)
            self.mark = mark
        self.written = record


def autosave_in(folder: Path, going_on: Path | None = None) -> Autosave:
    """What keeps a game by itself in *folder*.

    The game that was kept there before gets another name, unless it is the one that goes on, at the path *going_on*.
    """
    path = last_game(folder)
    if going_on is not None and going_on.resolve() == path.resolve():
        return Autosave(path)
    try:
        _put_by(path)
    except OSError:  # it keeps its name, then, and the new game gets another
        return Autosave(free_name(path))
    return Autosave(path)


def _put_by(path: Path) -> None:
    """Let the file at *path* become the first of the earlier ones; of those the oldest goes."""
    if not path.is_file():
        return
    names = [EARLIER, *(f"{EARLIER}-{number}" for number in range(2, EARLIER_KEPT + 1))]
    places = [path, *(path.with_name(name + ENDING) for name in names)]
    for newer, older in reversed(list(pairwise(places))):
        if newer.is_file():
            newer.replace(older)


def _continues(record: Record, earlier: Record) -> bool:
    return header_lines(record) == header_lines(earlier) and record.actions[: len(earlier.actions)] == earlier.actions


def _last_mark(record: Record) -> str:
    mark = mark_after("\n".join(header_lines(record)))
    for action in record.actions:
        mark = marked(action, mark)[1]
    return mark


def _append(path: Path, lines: Iterable[str]) -> None:
    before = path.stat().st_size
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        _cut_back(path, before)
        raise


def _cut_back(path: Path, size: int) -> None:
    """Take away half a line that a full disk has left, as far as that can be done."""
    with suppress(OSError):
        os.truncate(path, size)


@frozen
class Saved:
    """One saved game, as a list shows it."""

    path: Path
    record: Record | None
    """None when not even the header can be read."""
    trouble: str = ""
    written: float = 0.0
    """When, in seconds as the system counts them."""


def saved_games(folder: Path | None = None) -> tuple[Saved, ...]:
    """The saved games in *folder* (the user's own when not given), the latest first."""
    files = [path for path in (folder or saves_folder()).glob(f"*{ENDING}") if path.is_file()]
    return tuple(sorted(map(_saved, files), key=lambda saved: (-saved.written, saved.path.name)))


def _saved(path: Path) -> Saved:
    written = 0.0
    try:
        written = path.stat().st_mtime
        read = read_record(read_text(path))
    except RecordError as error:
        return Saved(path, None, str(error), written)
    except OSError as error:
        return Saved(path, None, f"it cannot be read: {error.strerror or error}", written)
    return Saved(path, read.record, read.trouble, written)


def read_text(path: Path) -> str:
    """The text of a record's file; raises OSError, or RecordError when it is no UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RecordError("this is no record: it is not UTF-8 text") from None


@frozen
class Reading:
    """A record's file, read and played again as far as both go."""

    scenario: Scenario
    """Whole, not narrowed."""
    record: Record
    replayed: Replayed
    trouble: str = ""
    """What keeps the rest from being read or played; empty when all of it could be."""
    note: str = ""
    """What is worth knowing although nothing is lost."""


def read_game(path: Path, scenario: Scenario | None = None) -> Reading:
    """Read the record at *path* and play it again, with *scenario* or with the one its header names.

    Raises OSError, ScenarioError, or RecordError when nothing of it can be used: it is no record, of a newer
    format, or of another scenario.
    """
    read = read_record(read_text(path))
    scenario = scenario or load(read.record.scenario)
    replayed = replay(scenario, read.record)
    trouble = "; ".join(each for each in (replayed.trouble, read.trouble) if each)
    changed = read.record.digest not in ("", scenario.digest) and not replayed.trouble
    return Reading(scenario, read.record, replayed, trouble, CHANGED if changed else "")


def load_match(
    path: Path, players: Mapping[SeatId, Player] | None = None, scenario: Scenario | None = None
) -> tuple[Match, str]:
    """The game saved at *path*, and a sentence about what is odd with it (empty when nothing is).

    Without *players* those play on that the record names. What is damaged is left out, and the sound actions before it
    are kept. Raises what `read_game` raises, and GameError when a player of the record is not known.
    """
    reading = read_game(path, scenario)
    held = players_of(reading.record) if players is None else players
    seed = dict(reading.record.notes).get("seed", "0")
    kept = list(reading.record.actions[: reading.replayed.played])
    match = Match(reading.scenario, reading.replayed.state, held, seed, kept)
    return match, reading.trouble or reading.note


def players_of(record: Record) -> Mapping[SeatId, Player]:
    """The players that *record* says held seats; raises GameError for one that is not known."""
    held: dict[SeatId, Player] = {}
    for word in dict(record.notes).get("players", "").split():
        seat, equals, name = word.partition("=")
        if not equals:
            raise GameError(f"the record's line 'players' says '{word}': write it like 'qing=statesman'")
        held[seat] = player_named(name)
    return held

"""A game as its list of actions: the record is the save, and the state is always recomputed."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from attrs import frozen

from game.engine.actions import Action
from game.engine.errors import GameError, RecordError
from game.engine.notation import read, write
from game.engine.rules import apply, start
from game.engine.scenario import Scenario
from game.engine.state import State

FORMAT = 1
LIFTS: Mapping[int, Callable[[str], str]] = {}
"""By the format that a step begins from: an action's line in the next one. Format 1 is the first."""
HEADER = "plenipotentiary record"
_MARK = "  #"


@frozen
class Record:
    """A game: which scenario, from where, and every action in order."""

    scenario: str
    digest: str
    """The scenario's content when the game was played; empty in a line an author wrote by hand."""
    chapter: str
    length: str
    actions: tuple[Action, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Anything else the header holds: seed, players."""


@frozen
class ReadRecord:
    """What could be read of a record's text, and what was wrong with the rest (empty when nothing was)."""

    record: Record
    trouble: str = ""


@frozen
class Replayed:
    """How far a record could be played, and why not further (empty when it could to its end)."""

    state: State
    played: int
    trouble: str = ""


def write_record(record: Record) -> str:
    """The text of *record*: a header, then one line an action, each with a mark that chains it to all before."""
    lines = header_lines(record)
    mark = mark_after("\n".join(lines))
    for action in record.actions:
        line, mark = marked(action, mark)
        lines.append(line)
    return "\n".join(lines) + "\n"


def header_lines(record: Record) -> list[str]:
    """The lines before the first action."""
    fields = [("scenario", f"{record.scenario} {record.digest}".strip()), ("start", record.chapter)]
    fields += [("length", record.length), *record.notes]
    return [f"{HEADER} {FORMAT}", *(f"{name} {value}" for name, value in fields), "---"]


def mark_after(text: str, before: str = "") -> str:
    """The check mark of *text* that follows a text marked *before*."""
    return sha256(f"{before}\n{text}".encode()).hexdigest()[:6]


def marked(action: Action, before: str) -> tuple[str, str]:
    """The line of *action* with its mark, and the mark itself."""
    line = write(action)
    mark = mark_after(line, before)
    return f"{line}{_MARK}{mark}", mark


def read_record(text: str) -> ReadRecord:
    """Read as much of *text* as is sound.

    A record that is cut off or was edited keeps its sound actions, with one sentence about the rest.
    Raises RecordError when not even the header can be used.
    """
    lines = text.split("\n")
    head, body, version = _header(lines)
    record = _from_header(head)
    mark = mark_after("\n".join(lines[: len(head) + 2]))
    actions: list[Action] = []
    whole = lines[body:] if text.endswith("\n") else lines[body:-1]
    for number, line in enumerate(whole, body + 1):
        if not line.strip() or line.startswith("# "):
            continue
        words, _, said = line.partition(_MARK)
        mark = mark_after(words, mark)
        if said and said != mark:
            return _cut(record, actions, f"line {number} was changed after it was written")
        try:
            actions.append(read(_lifted(words, version)))
        except GameError as error:
            return _cut(record, actions, f"line {number}: {error}")
    if lines[-1] and len(lines) > body:
        return _cut(record, actions, f"line {len(lines)} is cut off")
    return _cut(record, actions, "")


def _cut(record: Record, actions: Sequence[Action], trouble: str) -> ReadRecord:
    whole = Record(record.scenario, record.digest, record.chapter, record.length, tuple(actions), record.notes)
    kept = f"; the {len(actions)} actions before it are kept" if trouble else ""
    return ReadRecord(whole, trouble + kept)


def _header(lines: Sequence[str]) -> tuple[list[str], int, int]:
    if not lines[0].startswith(HEADER):
        raise RecordError(f"this is no record: its first line should begin with '{HEADER}'")
    version = lines[0].removeprefix(HEADER).strip()
    if not (version.isascii() and version.isdigit()) or int(version) < 1:
        raise RecordError(f"this record's format is '{version}', which is no number")
    if int(version) > FORMAT:
        raise RecordError(f"this record has format {version}, and this program reads formats up to {FORMAT}")
    if "---" not in lines:
        raise RecordError("this record is cut off inside its header, before any action")
    end = lines.index("---")
    return list(lines[1:end]), end + 1, int(version)


def _lifted(line: str, version: int) -> str:
    """An action's line in this program's format; its mark has been checked as it was written."""
    for step in range(version, FORMAT):
        line = LIFTS[step](line)
    return line


def _from_header(head: Sequence[str]) -> Record:
    fields = dict(line.partition(" ")[::2] for line in head)
    missing = [name for name in ("scenario", "start", "length") if not fields.get(name)]
    if missing:
        raise RecordError(f"this record's header does not say its {' and '.join(missing)}")
    scenario, _, digest = fields.pop("scenario").partition(" ")
    return Record(scenario, digest, fields.pop("start"), fields.pop("length"), notes=tuple(fields.items()))


def replay(scenario: Scenario, record: Record) -> Replayed:
    """Play *record* again as far as it goes. Raises RecordError when it is of another scenario."""
    if record.scenario != scenario.id:
        raise RecordError(f"this record is of '{record.scenario}', not of '{scenario.id}'")
    try:
        state = start(scenario, record.chapter, record.length)
    except GameError as error:
        raise RecordError(f"this record does not fit the scenario: {error}") from None
    for played, action in enumerate(record.actions):
        try:
            state = apply(state, action).state
        except GameError as error:
            changed = _changed(scenario, record)
            return Replayed(state, played, f"action {played + 1} ({write(action)}) no longer fits: {error}{changed}")
    return Replayed(state, len(record.actions))


def _changed(scenario: Scenario, record: Record) -> str:
    if not record.digest or record.digest == scenario.digest:
        return ""
    return f"; the scenario has changed since (was {record.digest}, is {scenario.digest})"


def state_digest(state: State) -> str:
    """A fingerprint of everything in *state* but its scenario: equal on every system for the same actions."""
    scenario = state.scenario
    names = [name for name in state.__attrs_attrs__ if name.name != "scenario"]
    text = "\n".join(f"{each.name}={_canonical(getattr(state, each.name))}" for each in names)
    return sha256(f"{scenario.id} {scenario.digest}\n{text}".encode()).hexdigest()[:16]


def _canonical(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, frozenset):
        return _canonical(tuple(sorted(value)))
    if isinstance(value, tuple):
        return "(" + ",".join(_canonical(each) for each in value) + ")"
    fields = getattr(value, "__attrs_attrs__", None)
    if fields is not None:
        return "[" + ",".join(f"{each.name}:{_canonical(getattr(value, each.name))}" for each in fields) + "]"
    return str(value)

"""A scenario's folder: which files it has, what each holds, and the draft that comes of reading them all."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from game.content.builder import Builder, Shape, blank, shape_of
from game.content.draft import Draft
from game.content.migrations import Lift, format_of, lifted, steps_from
from game.content.problem import Place, Problem, Severity, error_at, nearest
from game.content.reader import MAX_BYTES, Fields, Items, Node, Text, read, too_large
from game.engine.brief import Brief
from game.engine.card import Card
from game.engine.codex import CodexEntry
from game.engine.fate import Aftermath, Fate
from game.engine.history import History
from game.engine.issue import Issue
from game.engine.people import Inhabitants
from game.engine.promise import Promise
from game.engine.scenario import Scenario
from game.engine.source import Source

MAX_FILES = 500
_CITED = re.compile(r'"cite"\s*:\s*\[([^\]]*)\]')
_FIRST_WORD = re.compile(r'"([^"\s]+)\s')
_LISTED = {
    "issues.yaml": ("issues", Issue),
    "fates.yaml": ("fates", Fate),
    "years.yaml": ("years", Aftermath),
    "tests.yaml": ("promises", Promise),
}
"""Files that hold one list: its key, and what its items are."""
_SINGLE = ("scenario.yaml", "issues.yaml", "history.yaml", "people.yaml", "sources.yaml", *tuple(_LISTED)[1:])
_FOR_OTHERS = ("roles.yaml",)
"""Files that a scenario may have and that other parts of the program read."""
_FOLDERS = ("seats", "events", "codex")
SCENARIO = shape_of(Scenario).without(
    "scenario.yaml",
    "issues briefs cards history people fates years codex promises sources "
    "digest chapter length sittings cards_per_turn",
)


def digest_of(folder: Path) -> str:
    """16 hex digits that change with any .yaml file or file name, whatever the system's line ends."""
    total = hashlib.sha256()
    for name, path in _yaml_files(folder):
        text = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        total.update(f"{name}\n{len(text)}\n".encode() + text)
    return total.hexdigest()[:16]


def read_folder(folder: Path) -> Draft:
    """Everything the folder's files say, with blanks where they could not be read."""
    names = tuple(_yaml_files(folder))
    if len(names) > MAX_FILES:
        message = f"the folder has more than {MAX_FILES} .yaml files"
        return _Desk(folder).draft((error_at(Place(folder.as_posix()), "too-many-files", message),))
    steps = steps_from(_format_of(folder))
    desk = _Desk(folder, steps)
    strays = (*_strays(folder, names), *_told(folder, steps))
    for name, _ in names:
        desk.take(name)
    return desk.draft(strays)


def _format_of(folder: Path) -> int:
    path = folder / "scenario.yaml"
    small = path.is_file() and path.stat().st_size <= MAX_BYTES
    return format_of(path.read_text(encoding="utf-8", errors="replace") if small else "")


def _told(folder: Path, steps: Sequence[Lift]) -> Iterator[Problem]:
    for step in steps:
        message = f"an older format, read as the present one: {step.told}; write it so"
        yield Problem(f"{folder.as_posix()}/scenario.yaml", 0, 0, Severity.WARNING, "old-format", message)


def _yaml_files(folder: Path) -> list[tuple[str, Path]]:
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.yaml") if path.is_file())
    return sorted(found)


def _all_files(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def _strays(folder: Path, names: tuple[tuple[str, Path], ...]) -> Iterator[Problem]:
    found = [name for name, _ in names]
    found += [path.relative_to(folder).as_posix() for path in folder.rglob("*.yml") if path.is_file()]
    for name in found:
        if name in (*_SINGLE, *_FOR_OTHERS) or (_in_folder(name) and name.endswith(".yaml")):
            continue
        near = nearest(name, (*_SINGLE, *(f"{each}/{name.rpartition('/')[2]}" for each in _FOLDERS)))
        message = "no part of a scenario is read from a file of this name"
        yield Problem(f"{folder.as_posix()}/{name}", 0, 0, Severity.WARNING, "unread-file", message, near)
    for name in _SINGLE[:2]:
        if name not in found:
            yield error_at(Place(f"{folder.as_posix()}/{name}"), "missing-file", f"a scenario needs the file {name}")


def _in_folder(name: str) -> bool:
    return name.count("/") == 1 and name.startswith(tuple(f"{each}/" for each in _FOLDERS))


@define
class _Desk:
    """Where the files of one folder are laid out and put together."""

    folder: Path
    steps: Sequence[Lift] = ()
    """What lifts the files' older format."""
    builder: Builder = field(factory=Builder)
    parts: dict[str, Any] = field(factory=dict)
    briefs: dict[str, Brief] = field(factory=dict)
    cards: tuple[Card, ...] = ()
    codex: tuple[CodexEntry, ...] = ()
    sources: tuple[Source, ...] = ()

    def take(self, name: str) -> None:
        kind = name.partition("/")[0] if _in_folder(name) else name
        takers = {
            "scenario.yaml": self.take_scenario,
            **dict.fromkeys(_LISTED, self.take_list),
            "seats": self.take_seat,
            "events": self.take_cards,
            "codex": self.take_codex,
            "history.yaml": self.take_history,
            "people.yaml": self.take_people,
            "sources.yaml": self.take_sources,
        }
        if kind in takers:
            takers[kind](name, self.tree(name))

    def tree(self, name: str) -> Node | None:
        shown, path = f"{self.folder.as_posix()}/{name}", self.folder / name
        try:
            if path.stat().st_size > MAX_BYTES:  # asked before it is read: it may be larger than the memory
                self.builder.problems.append(too_large(shown))
                return None
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = "the file is not saved as UTF-8; save it again with that encoding"
            self.builder.problems.append(error_at(Place(shown, line, 1), "not-utf-8", message))
            return None
        except OSError as error:
            self.builder.problems.append(error_at(Place(shown), "unreadable-file", f"{error.strerror}"))
            return None
        node, problems = read(lifted(name, text, self.steps), shown)
        self.builder.problems.extend(problems)
        return node

    def take_scenario(self, name: str, node: Node | None) -> None:
        if node is not None:
            self.parts |= self.builder.record(SCENARIO, node, ())

    def take_list(self, name: str, node: Node | None) -> None:
        key, kind = _LISTED[name]
        self.parts[key] = self.listed(name, key, kind, node)

    def take_sources(self, name: str, node: Node | None) -> None:
        self.sources = self.listed(name, "sources", Source, node)

    def take_cards(self, name: str, node: Node | None) -> None:
        self.cards += self.listed(name, "cards", Card, node, len(self.cards))

    def take_codex(self, name: str, node: Node | None) -> None:
        self.codex += self.listed(name, "codex", CodexEntry, node, len(self.codex))

    def take_history(self, name: str, node: Node | None) -> None:
        self.parts["history"] = self.whole("history", History, node)

    def take_people(self, name: str, node: Node | None) -> None:
        self.parts["people"] = self.whole("people", Inhabitants, node)

    def take_seat(self, name: str, node: Node | None) -> None:
        seat = _seat_of(node) or name.removeprefix("seats/").removesuffix(".yaml")
        if seat in self.briefs and node is not None:
            message = f"the seat '{seat}' has another file already"
            self.builder.problems.append(error_at(node.place, "duplicate-id", message))
            return
        if node is None:
            self.builder.broken.add(("briefs", seat))
            return
        self.briefs[seat] = self.builder.build(Brief, node, ("briefs", seat))

    def whole(self, key: str, kind: type, node: Node | None) -> Any:
        if node is None:
            self.builder.broken.add((key,))
            return kind()
        return self.builder.build(kind, node, (key,))

    def listed(self, name: str, key: str, kind: type, node: Node | None, first: int = 0) -> tuple[Any, ...]:
        """The list that is all a file holds, under its one key."""
        shape = Shape(name, {key: object}, frozenset({key}))
        found = node and self.builder.record(shape, node, (name,))[key]
        if not isinstance(found, Text | Fields | Items):
            self.builder.broken.add((key,))
            return ()
        self.builder.values.setdefault((key,), found.place)
        return self.builder.items(kind, found, (key,), first)

    def draft(self, strays: tuple[Problem, ...]) -> Draft:
        for name in ("issues", *SCENARIO.required):
            if name not in self.parts:
                self.builder.broken.add((name,))
                self.parts[name] = blank(shape_of(Scenario).types[name])
        scenario = Scenario(
            **self.parts,
            briefs=self.briefs,
            cards=self.cards,
            codex=self.codex,
            sources={each.id: each for each in self.sources},
        )
        return Draft(
            scenario,
            self.folder.as_posix(),
            self.builder.values,
            self.builder.keys,
            self.builder.lines,
            frozenset(self.builder.broken),
            (*strays, *self.builder.problems),
            _all_files(self.folder),
            self.sources,
            _cited_by_maps(self.folder),
        )


def _cited_by_maps(folder: Path) -> frozenset[str]:
    """Found by their spelling, for maps are read only when they are drawn; one in a text too many does no harm."""
    small = [path for path in (folder / "map").glob("*.geojson") if path.stat().st_size <= MAX_BYTES]
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in small)
    return frozenset(word for text in texts for cited in _CITED.findall(text) for word in _FIRST_WORD.findall(cited))


def _seat_of(node: Node | None) -> str:
    entries = node.entries if isinstance(node, Fields) else ()
    return next((e.value.value for e in entries if e.key.value == "seat" and isinstance(e.value, Text)), "")

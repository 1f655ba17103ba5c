"""YAML text to a tree in which every key and every value keeps its line and column.

It reads the parser's events instead of composed nodes, so that anchors, tags and deep nesting are refused before
anything is built from them. Scalars stay text: what `no`, `1879-10` or `0x10` mean is for the field that takes them.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from attrs import define, field, frozen

from game.content.problem import Place, Problem, error_at

MAX_CHARACTERS = 1_000_000
MAX_BYTES = 4 * MAX_CHARACTERS
"""No file of MAX_CHARACTERS is larger in UTF-8."""
MAX_DEPTH = 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HINTS = {
    "mapping values are not allowed": "a colon followed by a space begins a value; put the text in quotes",
    "cannot start any token": "this sign cannot begin a value; indent with spaces, and put such text in quotes",
    "expected <block end>": "the indentation does not fit the lines above, or a text needs quotes",
    "did not find expected key": "the indentation does not fit the lines above, or a text needs quotes",
    "did not find expected ',' or": "a bracket is not closed, a comma is missing, or a text needs quotes",
    "expected ',' or": "a bracket is not closed, a comma is missing, or a text needs quotes",
    "found unexpected ':'": "after a ':' comes a space, or the text needs quotes",
    "could not find expected ':'": "a ':' is missing after a key",
    "unexpected end of stream": "a quotation mark is not closed",
}


@frozen
class Text:
    """A scalar as it was written."""

    value: str
    place: Place
    shift: int | None = 0
    """Columns before its first character (1 for a quote); None when it runs over lines."""

    def inside(self, column: int) -> Place:
        """Where the character *column* (from 1) of the text stands; its beginning when it runs over lines."""
        if self.shift is None:
            return self.place
        return Place(self.place.path, self.place.line, self.place.column + self.shift + column - 1)


@frozen
class Entry:
    """One `key: value` of a mapping."""

    key: Text
    value: "Node"


@frozen
class Fields:
    """A mapping, in the order of the file, each key once."""

    entries: tuple[Entry, ...]
    place: Place
    torn: bool = False
    """Whether keys written twice were left out, as happens when the '-' of a list's item is missing."""


@frozen
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


Node = Text | Fields | Items


def too_large(path: str) -> Problem:
    """The problem of a file that is longer than any part of a scenario should be."""
    return error_at(Place(path), "file-too-large", f"the file has more than {MAX_CHARACTERS:,} characters")


def read(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of one file, or None with the problem that stopped it; *path* is what problems call the file."""
    if len(text) > MAX_CHARACTERS:
        return None, (too_large(path),)
    composer = _Composer(path, yaml.parse(text, Loader=_LOADER))
    try:
        node = composer.document()
    except _Stop as stop:
        return None, (*composer.problems, stop.problem)
    except yaml.YAMLError as error:
        return None, (*composer.problems, _syntax(error, path))
    return node, tuple(composer.problems)


class _Stop(Exception):
    """Something a scenario must not hold; the rest of its file is not read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _syntax(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    said = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem")).strip()
    said = said or str(getattr(error, "reason", "")) or "it cannot be read"
    meaning = next((hint for sign, hint in _HINTS.items() if sign in said), said)
    return error_at(place, "not-yaml", f"this is not YAML: {meaning}")


@define
class _Composer:
    """Turns the events of one file into nodes."""

    path: str
    events: Iterator[Any]
    problems: list[Problem] = field(factory=list)

    def document(self) -> Node | None:
        next(self.events)  # the stream begins
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise self.stop(event, "empty-file", "the file is empty")
        node = self.node(next(self.events), 0)
        next(self.events)  # the document ends
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.stop(event, "two-documents", "a file holds one document; take away the line '---'")
        return node

    def node(self, event: Any, depth: int) -> Node:
        self.refuse(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.items(depth)), self.place(event))
        one_line = event.start_mark.line == event.end_mark.line
        return Text(event.value, self.place(event), int(event.style in ("'", '"')) if one_line else None)

    def refuse(self, event: Any, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            message = "names for repeated parts (& and *) are not read: write the part out, or put the text in quotes"
            raise self.stop(event, "alias", message)
        if event.tag is not None:
            raise self.stop(event, "tag", "tags (!) are not read here; put the text in quotes if it begins with '!'")
        if depth >= MAX_DEPTH and not isinstance(event, yaml.ScalarEvent):
            raise self.stop(event, "too-deep", f"more than {MAX_DEPTH} levels lie inside one another")

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def mapping(self, start: Any, depth: int) -> Fields:
        entries: dict[str, Entry] = {}
        torn = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Text):
                raise self.stop(event, "key-not-text", "a key must be one word, not a list or a mapping")
            value = self.node(next(self.events), depth + 1)
            if key.value in entries:
                self.twice(key, entries[key.value].key)
                torn = True
                continue
            entries[key.value] = Entry(key, value)
        return Fields(tuple(entries.values()), self.place(start), torn)

    def twice(self, key: Text, first: Text) -> None:
        message = f"'{key.value}' is written twice, on lines {first.place.line} and {key.place.line}"
        self.problems.append(error_at(key.place, "duplicate-key", message))

    def place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def stop(self, event: Any, code: str, message: str) -> _Stop:
        return _Stop(error_at(self.place(event), code, message))

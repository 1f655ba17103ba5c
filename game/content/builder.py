"""From the reader's tree to the engine's attrs classes, by their fields and type hints, telling every fault at once.

cattrs was weighed and left out: it structures plain dictionaries, so the place of each key and value would have to be
carried beside it and found again from the notes of its exceptions. This walk is shorter than that, goes on after each
fault with a blank in the place of what could not be read, and remembers where every value stands.
"""

import re
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import define, field, frozen

from game.content.draft import Trail
from game.content.problem import Place, Problem, error_at, nearest
from game.content.reader import Fields, Items, Node, Text
from game.engine.brief import Brief
from game.engine.condition import ALWAYS, Condition, ConditionError, parse_condition
from game.engine.effect import Effect
from game.engine.history import History
from game.engine.people import Inhabitants
from game.engine.scenario import OrderKind, WarRules
from game.engine.source import Citation, Confidence

MAX_CONDITION = 500
_NOUNS: Mapping[type, str] = {
    Brief: "a seat's file",
    History: "history.yaml",
    Inhabitants: "people.yaml",
    OrderKind: "an order",
    WarRules: "war",
}
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")
_CITATION = re.compile(r"(\S+)\s+(\S.*?)\s+([ABC])", re.DOTALL)
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_WORDED = ("status_quo.", "envoy.")
"""Effects whose value is always an id, even when it looks like a number."""


@frozen
class Shape:
    """The fields that a mapping may have: their types, and which must be there."""

    noun: str
    types: Mapping[str, Any]
    required: frozenset[str]

    def without(self, noun: str, names: str) -> "Shape":
        """The shape without these fields, parted by spaces, which are given elsewhere."""
        kept = {name: kind for name, kind in self.types.items() if name not in names.split()}
        return Shape(noun, kept, self.required & kept.keys())


@cache
def shape_of(kind: type) -> Shape:
    """The shape that an attrs class prescribes."""
    hints = get_type_hints(kind)
    fields = [each for each in attrs.fields(kind) if each.init]
    required = frozenset(each.name for each in fields if each.default is attrs.NOTHING)
    article = "an" if kind.__name__[0] in "AEIOU" else "a"
    noun = _NOUNS.get(kind, f"{article} {kind.__name__.lower()}")
    return Shape(noun, {each.name: hints[each.name] for each in fields}, required)


@define
class Builder:
    """Builds values and keeps what it learns on the way: problems, places, and what is broken."""

    problems: list[Problem] = field(factory=list)
    values: dict[Trail, Place] = field(factory=dict)
    keys: dict[Trail, Place] = field(factory=dict)
    lines: dict[Trail, Text] = field(factory=dict)
    broken: set[Trail] = field(factory=set)

    def wrong(self, trail: Trail, place: Place, code: str, message: str, suggestion: str = "") -> None:
        self.broken.add(trail)
        self.problems.append(error_at(place, code, message, suggestion))

    def value(self, kind: Any, node: Node, trail: Trail) -> Any:
        """A value of type *kind* from *node*; a blank one, and a problem, when the node does not fit."""
        self.values[trail] = node.place
        if kind is object:
            return node
        if kind == tuple[Effect, ...]:
            return self.effects(node, trail)
        origin = get_origin(kind)
        if origin is tuple:
            return self.items(get_args(kind)[0], node, trail)
        if origin is Mapping:
            return self.mapping(get_args(kind)[1], node, trail)
        if origin in (Union, types.UnionType):
            return self.value(next(each for each in get_args(kind) if each is not type(None)), node, trail)
        if kind not in _SCALARS and attrs.has(kind):
            return self.build(kind, node, trail)
        return self.scalar(kind, node, trail)

    def build(self, kind: type, node: Node, trail: Trail) -> Any:
        """An instance of the attrs class *kind*."""
        return kind(**self.record(shape_of(kind), node, trail))

    def record(self, shape: Shape, node: Node, trail: Trail) -> dict[str, Any]:
        """The fields of *shape* by name, blank where a required one is missing or wrong."""
        self.values[trail] = node.place
        found: dict[str, Any] = {}
        if not isinstance(node, Fields):
            self.wrong(trail, node.place, "wrong-type", f"expected {shape.noun} with its fields, found {_shown(node)}")
            return {name: blank(shape.types[name]) for name in shape.required}
        if node.torn:
            self.broken.add(trail)
        for entry in node.entries:
            name = entry.key.value
            if name not in shape.types:
                torn = " " in name and isinstance(entry.value, Text) and not entry.value.value
                hint = "; in { } a comma ends a text, unless the text stands in quotes" if torn else ""
                message = f"{shape.noun} has no field '{name}'{hint}"
                self.problems.append(error_at(entry.key.place, "unknown-key", message, nearest(name, shape.types)))
                continue
            self.keys[(*trail, name)] = entry.key.place
            found[name] = self.value(shape.types[name], entry.value, (*trail, name))
        for name in sorted(shape.required - found.keys()):
            self.wrong((*trail, name), node.place, "missing-field", f"{shape.noun} needs a field '{name}'")
            found[name] = blank(shape.types[name])
        return found

    def items(self, kind: Any, node: Node, trail: Trail, first: int = 0) -> tuple[Any, ...]:
        """A tuple; *first* is the number of its first item when a list goes on from another file."""
        if _nothing(node):
            return ()
        if not isinstance(node, Items):
            self.wrong(trail, node.place, "wrong-type", f"expected a list, found {_shown(node)}")
            return ()
        return tuple(self.value(kind, each, (*trail, place)) for place, each in enumerate(node.items, first))

    def mapping(self, kind: Any, node: Node, trail: Trail) -> dict[str, Any]:
        if _nothing(node):
            return {}
        if not isinstance(node, Fields):
            self.wrong(trail, node.place, "wrong-type", f"expected 'name: value' pairs, found {_shown(node)}")
            return {}
        if node.torn:
            self.broken.add(trail)
        found: dict[str, Any] = {}
        for entry in node.entries:
            below = (*trail, entry.key.value)
            self.keys[below] = entry.key.place
            found[entry.key.value] = self.value(kind, entry.value, below)
        return found

    def effects(self, node: Node, trail: Trail) -> tuple[Effect, ...]:
        if _nothing(node):
            return ()
        if not isinstance(node, Fields):
            message = f"expected effects, 'name: value' each, found {_shown(node)}"
            self.wrong(trail, node.place, "wrong-type", message)
            return ()
        found = []
        for place, entry in enumerate(node.entries):
            self.keys[(*trail, place)] = entry.key.place
            self.values[(*trail, place)] = entry.value.place
            found.append(self.effect(entry.key.value, entry.value, (*trail, place)))
        return tuple(found)

    def effect(self, name: str, node: Node, trail: Trail) -> Effect:
        if not isinstance(node, Text) or not node.value:
            self.wrong(trail, node.place, "wrong-type", f"expected a number or a word, found {_shown(node)}")
            return Effect(name)
        if _WHOLE.fullmatch(node.value) and not name.startswith(_WORDED):
            return Effect(name, amount=int(node.value))
        return Effect(name, word=node.value)

    def scalar(self, kind: Any, node: Node, trail: Trail) -> Any:
        wanted, make = _SCALARS.get(kind) or (_choices(kind), kind)
        if not isinstance(node, Text):
            self.wrong(trail, node.place, "wrong-type", f"expected {wanted}, found {_shown(node)}")
            return blank(kind)
        if kind is Condition:
            self.lines[trail] = node
        try:
            return make(node.value)
        except ConditionError as error:
            self.wrong(trail, node.inside(error.column), "bad-condition", error.message)
        except (ValueError, KeyError):
            near = nearest(node.value, tuple(kind)) if issubclass(kind, StrEnum) else ""
            self.wrong(trail, node.place, "wrong-type", f"expected {wanted}, found {_shown(node)}", near)
        return blank(kind)


def blank(kind: Any) -> Any:
    """What stands in for a value that could not be read."""
    origin = get_origin(kind)
    if origin in (tuple, Mapping):
        return () if origin is tuple else {}
    if kind is Citation:
        return Citation("", "", Confidence.C)
    if kind is Condition:
        return ALWAYS
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return kind()


def _nothing(node: Node) -> bool:
    return isinstance(node, Text) and not node.value


def _shown(node: Node) -> str:
    if isinstance(node, Text):
        short = node.value if len(node.value) <= 40 else f"{node.value[:37]}..."
        return f"'{short}'" if short else "nothing"
    return "a list" if isinstance(node, Items) else "'name: value' pairs"


def _choices(kind: type[StrEnum]) -> str:
    words = [f"'{each}'" for each in kind]
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _condition(text: str) -> Condition:
    if len(text) > MAX_CONDITION:
        raise ConditionError(f"a condition has at most {MAX_CONDITION} characters", MAX_CONDITION + 1)
    return parse_condition(text)


def _citation(text: str) -> Citation:
    match = _CITATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return Citation(match[1], match[2].rstrip(" ,;"), Confidence(match[3]))


_SCALARS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    str: ("text", str),
    int: ("a whole number", _whole),
    float: ("a number", _number),
    bool: ("'true' or 'false'", lambda text: _TRUTH[text]),
    Condition: ("a condition", _condition),
    Citation: ("SOURCE PLACE CONFIDENCE, the last being A, B or C", _citation),
}

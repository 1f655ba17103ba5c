"""JSON Schemas (draft-07) of a scenario's files, made from the engine's classes and their docstrings, for editors.

Every scalar is read as text and then understood by its field, so a schema also lets through what YAML makes of it.
"""

import ast
import inspect
import textwrap
import types
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs

from game.content.builder import Shape, shape_of
from game.content.folder import SCENARIO
from game.engine.brief import Brief
from game.engine.card import Card
from game.engine.codex import KINDS, CodexEntry
from game.engine.condition import Condition
from game.engine.effect import Effect
from game.engine.fate import Aftermath, Fate
from game.engine.history import History
from game.engine.issue import Issue
from game.engine.people import Inhabitants
from game.engine.promise import Promise
from game.engine.scenario import Scenario
from game.engine.source import Citation, Source

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_LISTS: Mapping[str, tuple[str, type]] = {
    "issues": ("issues", Issue),
    "events": ("cards", Card),
    "codex": ("codex", CodexEntry),
    "fates": ("fates", Fate),
    "years": ("years", Aftermath),
    "tests": ("promises", Promise),
    "sources": ("sources", Source),
}
"""Kinds of file that hold one list: its key, and what its items are."""
_WHOLE: Mapping[str, type] = {"seats": Brief, "history": History, "people": Inhabitants}
FILES = ("scenario", *_WHOLE, *_LISTS)
"""The kinds of file there is a schema of."""
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_SCALARS: Mapping[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"enum": [True, False, "true", "false", "yes", "no"]},
    Condition: {"type": ["string", "boolean"], "description": "A condition in one line, such as `tension > 30`."},
    Citation: {"type": "string", "pattern": r"^\s*\S+\s+\S[\s\S]*\s[ABC]\s*$"},
}
_EFFECTS: Schema = {"type": ["object", "null"], "additionalProperties": {"type": ["integer", "string"]}}


def schema_of(file: str) -> Schema:
    """The schema of one kind of file: `scenario`, `seats`, `events`…; raises KeyError for a kind there is not."""
    made = _Maker()
    if file == "scenario":
        whole = made.record(Scenario, SCENARIO)
    elif file in _WHOLE:
        whole = made.record(_WHOLE[file], shape_of(_WHOLE[file]))
    else:
        key, kind = _LISTS[file]
        listed = {"type": ["array", "null"], "items": made.schema(kind)}
        whole = {"type": "object", "properties": {key: listed}, "required": [key], "additionalProperties": False}
    return {"$schema": DRAFT, "title": f"{file} of a Plenipotentiary scenario", **whole, "definitions": made.found}


@attrs.define
class _Maker:
    """Makes schemas, and keeps those of classes to be referred to."""

    found: dict[str, Schema] = attrs.field(factory=dict)

    def schema(self, kind: Any) -> Schema:
        if kind == tuple[Effect, ...]:
            return _EFFECTS
        origin = get_origin(kind)
        if origin is tuple:
            return {"type": ["array", "null"], "items": self.schema(get_args(kind)[0])}
        if origin is Mapping:
            return {"type": ["object", "null"], "additionalProperties": self.schema(get_args(kind)[1])}
        if origin in (Union, types.UnionType):
            return self.schema(next(each for each in get_args(kind) if each is not type(None)))
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        if issubclass(kind, StrEnum):
            return {"enum": [each.value for each in kind]}
        if kind.__name__ not in self.found:
            self.found[kind.__name__] = {}
            self.found[kind.__name__] = self.record(kind, shape_of(kind))
        return {"$ref": f"#/definitions/{kind.__name__}"}

    def record(self, kind: type, shape: Shape) -> Schema:
        told = _docstrings(kind)
        properties = {name: _described(self.schema(each), told.get(name, "")) for name, each in shape.types.items()}
        if kind is CodexEntry:
            properties["kind"] = {"enum": list(KINDS)}
        return {
            "type": "object",
            "description": inspect.getdoc(kind) or "",
            "properties": properties,
            "required": sorted(shape.required),
            "additionalProperties": False,
        }


def _described(schema: Schema, told: str) -> Schema:
    if not told:
        return schema
    return {"description": told, "allOf": [schema]} if "$ref" in schema else {**schema, "description": told}


@cache
def _docstrings(kind: type) -> Mapping[str, str]:
    """What stands below each field of a class."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    told: dict[str, str] = {}
    for before, after in zip(body.body, body.body[1:], strict=False):
        if not (isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name)):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            told[before.target.id] = " ".join(after.value.value.split())
    return told

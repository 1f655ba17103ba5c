"""A scenario in another language: which of its texts are translated, and how a catalogue is laid over it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import polib
from attrs import frozen

from game.content.draft import Draft, Trail, field_names
from game.content.problem import Place, ScenarioError, error_at
from game.engine.condition import Condition
from game.engine.scenario import Scenario

WORDS = frozenset(
    "title text text_at batna history fate left_record claim_only map_note name capital note people names say "
    "columns".split()
)
"""Fields that hold what people read; all others are ids, dates and figures. `names` lead from a text to the codex, and
so are translated with it."""
LEFT_OUT = ("sources", "promises", "avoid")
"""Titles of books stand as they are; promises and words to avoid are the author's own."""


@frozen
class Phrase:
    """One text to translate: where it belongs, as `issues.spring.title`, what it says, and where it stands."""

    context: str
    text: str
    place: Place


def phrases(draft: Draft) -> Iterator[Phrase]:
    """Every text of the scenario that players read, in the order of its files' values."""
    for trail, context, text in _found(draft.scenario, (), ()):
        if trail[0] not in LEFT_OUT and text.strip():
            yield Phrase(context, text, _place(draft, trail))


def translated(scenario: Scenario, catalogue: Mapping[str, str]) -> Scenario:
    """*scenario* with each text replaced for which *catalogue* has one, by its context; the rest stays as it is."""
    laid: Scenario = _laid(scenario, (), catalogue)
    return laid


def catalogue_in(folder: Path, language: str) -> Mapping[str, str]:
    """What `i18n/LANGUAGE.po` in *folder* says, without what is still to be looked over.

    Raises ScenarioError when there is no such file, or it is none.
    """
    path = folder / "i18n" / f"{language}.po"
    known = ", ".join(sorted(each.stem for each in path.parent.glob("*.po"))) or "none"
    if not path.is_file():
        message = f"the scenario is not translated into '{language}'; there are: {known}"
        raise ScenarioError((error_at(Place(path.as_posix()), "no-translation", message),))
    try:
        entries = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"this is no catalogue of translations: {str(error).splitlines()[0]}"
        raise ScenarioError((error_at(Place(path.as_posix()), "bad-translation", message),)) from None
    return {each.msgctxt: each.msgstr for each in entries if each.translated() and each.msgctxt}


def _found(value: Any, trail: Trail, context: tuple[str, ...]) -> Iterator[tuple[Trail, str, str]]:
    if isinstance(value, str):
        yield trail, ".".join(context), value
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _found(each, (*trail, place), (*context, _name(each, place)))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _found(each, (*trail, key), (*context, str(key)))
    elif not isinstance(value, Condition):
        kind: Any = type(value)
        for name in field_names(kind):
            inner = getattr(value, name)
            if name in WORDS or (not isinstance(inner, str) and not _of_words(inner)):
                yield from _found(inner, (*trail, name), (*context, name))


def _of_words(value: Any) -> bool:
    """Whether *value* is a list or mapping of plain words, which are ids unless their field says otherwise."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    return any(isinstance(each, str) for each in inner)


def _laid(value: Any, context: tuple[str, ...], catalogue: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return catalogue.get(".".join(context), value)
    if isinstance(value, tuple):
        return tuple(_laid(each, (*context, _name(each, place)), catalogue) for place, each in enumerate(value))
    if isinstance(value, Mapping):
        return {key: _laid(each, (*context, str(key)), catalogue) for key, each in value.items()}
    kind: Any = type(value)
    names = () if kind is Condition else field_names(kind)
    changed = {}
    for name in names:
        inner = getattr(value, name)
        if name in WORDS or (not isinstance(inner, str) and not _of_words(inner)):
            laid = _laid(inner, (*context, name), catalogue)
            if laid is not inner and laid != inner:
                changed[name] = laid
    return attrs.evolve(value, **changed) if changed else value


def _name(value: Any, place: int) -> str:
    """What a list's item is called in a context: its id, which stays when items are moved."""
    return str(getattr(value, "id", "") or place)


def _place(draft: Draft, trail: Trail) -> Place:
    for length in range(len(trail), 0, -1):
        if (place := draft.values.get(trail[:length])) is not None:
            return place
    return Place(f"{draft.folder}/scenario.yaml")

"""The codex in plain lines: its lists, its entries, and which of its words a text uses."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.engine.codex import CodexEntry, Office
from game.engine.errors import nearest_word
from game.engine.scenario import Scenario
from game.prose.dates import date_in_words
from game.prose.sources import Passage, passage_lines_of
from game.prose.words import sentence, spoken

LISTS: Mapping[str, str] = {
    "person": "people",
    "place": "places",
    "people": "peoples",
    "term": "terms",
    "treaty": "treaties",
    "event": "events",
}
"""What a list of each kind is called."""


def kinds_of(scenario: Scenario) -> list[str]:
    """The kinds of entries there are, in the usual order."""
    there = [each.kind for each in scenario.codex]
    return [kind for kind in dict.fromkeys([*LISTS, *there]) if kind in there]


def list_name(kind: str) -> str:
    """What a list of a kind is called."""
    return LISTS.get(kind, f"{kind}s")


def codex_lines(scenario: Scenario, asked: str) -> Iterator[str]:
    """The kinds with their numbers; of the kind *asked* for, its list; of the word *asked* for, its entry."""
    kinds = kinds_of(scenario)
    if not kinds:
        yield "This scenario has no codex."
    elif not asked:
        counts = (f"{sum(each.kind == kind for each in scenario.codex)} {list_name(kind)}" for kind in kinds)
        yield f"The codex: {', '.join(counts)}. `codex {list_name(kinds[0])}` lists them, `codex WORD` opens one."
    elif kind := _kind_named(kinds, asked):
        yield from _listing(scenario, kind)
    elif found := entries_named(scenario, asked):
        for entry in found:
            yield from entry_lines(entry)
    else:
        near = nearest_word(plain(asked), [*_names(scenario), *map(list_name, kinds)])
        yield f"The codex has no '{asked}'{near}. `codex` alone says what it has."


def plain(word: str) -> str:
    """A word as it is looked up: small letters, without quotes and stops."""
    return " ".join(spoken(word).lower().strip("`'“”.,:;").split())


def entry_words(entry: CodexEntry) -> tuple[str, ...]:
    """Every word that opens *entry*."""
    return (entry.id, entry.title, *entry.names)


def entries_named(scenario: Scenario, word: str) -> list[CodexEntry]:
    """The entries that *word* names; else the first with a name that begins so."""
    exact = [each for each in scenario.codex if plain(word) in map(plain, entry_words(each))]
    begun = [name for name in _names(scenario) if len(word) > 2 and name.startswith(plain(word))]
    return exact or ([_names(scenario)[begun[0]]] if begun else [])


def entry_lines(entry: CodexEntry) -> Iterator[str]:
    """One entry: how to say it, when, as what and where; then its text with its sources."""
    return passage_lines_of(entry_passages(entry))


def entry_passages(entry: CodexEntry) -> Iterator[Passage]:
    """What `entry_lines` says, part by part."""
    yield Passage(entry.title, f"Say: {entry.say}." if entry.say else "")
    if dates := dates_in_words(entry):
        yield Passage("", dates)
    if entry.office:
        yield Passage("", sentence("; ".join(_office(each) for each in entry.office)))
    yield Passage("", entry.text, entry.cite, f"codex {entry.id}")
    if position := position_in_words(entry):
        yield Passage("", position)


def position_in_words(entry: CodexEntry) -> str:
    """Where a place lies; empty when nothing is said of it."""
    if entry.lat is None or entry.lon is None:
        return ""
    north, east = "north" if entry.lat >= 0 else "south", "east" if entry.lon >= 0 else "west"
    return f"It lies at {abs(entry.lat):.1f} degrees {north}, {abs(entry.lon):.1f} degrees {east}."


def words_in(scenario: Scenario, text: str) -> list[tuple[str, CodexEntry]]:
    """The codex words that *text* uses, in its order, each entry once, as they are written there."""
    found: dict[str, tuple[str, CodexEntry]] = {}
    for _, word, entry in word_places(scenario, " ".join(text.split())):
        found.setdefault(entry.id, (word, entry))
    return list(found.values())


def word_places(scenario: Scenario, text: str) -> list[tuple[int, str, CodexEntry]]:
    """Where *text* uses a codex word: the place of its first letter, the word as written there, its entry."""
    pattern, entries = _index(scenario)
    return [(match.start(), match.group(), entries[match.group()]) for match in pattern.finditer(text)]


@lru_cache(maxsize=8)
def _index(scenario: Scenario) -> tuple[re.Pattern[str], Mapping[str, CodexEntry]]:
    entries: dict[str, CodexEntry] = {}
    for entry in scenario.codex:
        for word in (entry.title, *entry.names):
            entries.setdefault(" ".join(word.split()), entry)
    longest_first = sorted(entries, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), entries


@lru_cache(maxsize=8)
def _names(scenario: Scenario) -> Mapping[str, CodexEntry]:
    names: dict[str, CodexEntry] = {}
    for entry in scenario.codex:
        for word in entry_words(entry):
            names.setdefault(plain(word), entry)
    return names


def _kind_named(kinds: list[str], word: str) -> str:
    named = {kind: kind for kind in kinds} | {list_name(kind): kind for kind in kinds}
    return named.get(plain(word), "")


def _listing(scenario: Scenario, kind: str) -> Iterator[str]:
    entries = [each for each in scenario.codex if each.kind == kind]
    if kind != "event":
        yield f"{sentence(list_name(kind))[:-1]}: {'; '.join(each.title for each in entries)}."
        return
    yield f"{sentence(list_name(kind))[:-1]}:"
    for each in sorted(entries, key=lambda each: each.date):
        yield f"  - {f'{date_in_words(each.date)}: ' if each.date else ''}{sentence(each.title)}"


def dates_in_words(entry: CodexEntry) -> str:
    """When it was; of a person, birth and death; empty when nothing is known."""
    parts = [f"born {date_in_words(entry.born)}" if entry.born else ""]
    parts += [f"died {date_in_words(entry.died)}" if entry.died else ""]
    return sentence(", ".join(each for each in (date_in_words(entry.date), *parts) if each))


def _office(office: Office) -> str:
    when = years_in_office(office)
    return f"{office.title}{f' ({when})' if when else ''}"


def years_in_office(office: Office) -> str:
    """`from May 1875 to August 1880`; empty when the sources say neither."""
    first, last = date_in_words(office.first), date_in_words(office.last)
    return " ".join(part for part in (f"from {first}" if first else "", f"to {last}" if last else "") if part)

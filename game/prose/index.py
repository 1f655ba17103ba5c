"""The index of the codex: what a search finds and in which order, which entries name which, what a treaty holds."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from game.engine.codex import CodexEntry
from game.engine.scenario import Scenario
from game.prose.codex import word_places

EVENT = "event"
_ARTICLES = ("the ", "a ", "an ", '"', "“")
_BEGIN, _WORD, _INSIDE, _NOWHERE = range(4)
"""How well a name fits a search: it begins so, one of its words does, it has it inside, or not at all."""


def searched(scenario: Scenario, asked: str = "", kind: str = "") -> list[CodexEntry]:
    """The entries of *kind* (of all when empty) that *asked* finds by title, names or pronunciation, the best first.

    Without a question they stand as in a printed index; events by date; treaties as their files have them.
    """
    wanted = folded(asked)
    word = re.compile(rf"\b{re.escape(wanted)}")
    names = _folded_names(scenario)
    found = [(_fit(names[each.id], wanted, word), each) for each in _in_order(scenario, kind)]
    return [each for fit, each in sorted(found, key=lambda pair: pair[0]) if fit < _NOWHERE]


def filed_under(entry: CodexEntry) -> str:
    """The word that a printed index files *entry* under, folded: its first name's, without an article before it."""
    title = (entry.names[0] if entry.names else entry.title).casefold()
    return folded(next((title[len(each) :] for each in _ARTICLES if title.startswith(each)), title))


def folded(text: str) -> str:
    """*text* as it is compared: small letters without accents and apostrophes, with single spaces."""
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) and sign not in "'’ʼ`")
    return " ".join(bare.casefold().split())


def named_in(scenario: Scenario, entry: CodexEntry) -> Sequence[CodexEntry]:
    """The other entries whose texts use a word that leads to *entry*, in the order of the files."""
    return _mentions(scenario).get(entry.id, ())


def articles_of(scenario: Scenario, treaty: CodexEntry) -> list[CodexEntry]:
    """The articles of *treaty*, in their order."""
    return [each for each in scenario.codex if each.part_of == treaty.id]


def whole_of(scenario: Scenario, entry: CodexEntry) -> CodexEntry | None:
    """The treaty that *entry* is an article of; None when it is whole."""
    return next((each for each in scenario.codex if each.id == entry.part_of), None) if entry.part_of else None


def article_title(entry: CodexEntry) -> str:
    """An article's title under the title of its treaty: `Livadia, article 2: pardon` as `Article 2: pardon`."""
    _, comma, rest = entry.title.partition(", ")
    return rest[0].upper() + rest[1:] if comma and entry.part_of else entry.title


@lru_cache(maxsize=32)
def _in_order(scenario: Scenario, kind: str) -> tuple[CodexEntry, ...]:
    chosen = [each for each in scenario.codex if kind in ("", each.kind)]
    if kind == EVENT:
        return tuple(sorted(chosen, key=lambda each: each.date))
    return tuple(chosen if kind == "treaty" else sorted(chosen, key=filed_under))


def _fit(names: Sequence[str], asked: str, word: re.Pattern[str]) -> int:
    if not asked or any(name.startswith(asked) for name in names):
        return _BEGIN
    if any(map(word.search, names)):
        return _WORD
    return _INSIDE if any(asked in name for name in names) else _NOWHERE


@lru_cache(maxsize=8)
def _folded_names(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    return {each.id: tuple(map(folded, (each.title, *each.names, each.say))) for each in scenario.codex}


@lru_cache(maxsize=8)
def _mentions(scenario: Scenario) -> Mapping[str, tuple[CodexEntry, ...]]:
    naming: dict[str, dict[str, CodexEntry]] = {}
    for entry in scenario.codex:
        for _, _, named in word_places(scenario, " ".join(entry.text.split())):
            if named.id != entry.id:
                naming.setdefault(named.id, {})[entry.id] = entry
    return {name: tuple(found.values()) for name, found in naming.items()}

"""What a person means by a number, an id, a title or a word of a title."""

import re
from collections.abc import Iterable, Mapping, Sequence

from game.engine.errors import GameError, nearest_word
from game.engine.issue import Issue, Option
from game.engine.view import SeatView
from game.engine.wording import in_text, listed

ARTICLES = {"the", "a", "an"}


def title_words(title: str) -> set[str]:
    """The whole words of a title, in small letters, its articles left out."""
    return {word.lower() for word in re.findall(r"[^\W_]+", title)} - ARTICLES


def unique_words(titles: Mapping[str, str]) -> Mapping[str, str]:
    """The words that stand in one of *titles* alone, each with the id of that title."""
    found: dict[str, list[str]] = {}
    for name, title in titles.items():
        for word in title_words(title):
            found.setdefault(word, []).append(name)
    return {word: names[0] for word, names in found.items() if len(names) == 1}


def called(titles: Mapping[str, str], word: str) -> list[str]:
    """The ids that *word* can mean: the one it is, or whose title it is; else every one with that word in its title."""
    sought = " ".join(word.lower().split())
    exact = [name for name, title in titles.items() if sought in _names(name, title)]
    return exact or [name for name, title in titles.items() if sought in title_words(title)]


def _names(name: str, title: str) -> tuple[str, ...]:
    first, _, rest = title.lower().partition(" ")
    return name.lower(), title.lower(), rest if first in ARTICLES else title.lower()


def _one(titles: Mapping[str, str], word: str) -> str:
    """The id that *word* means; empty when it means none. Raises GameError when it could mean several."""
    found = called(titles, word)
    if len(found) > 1:
        raise GameError(f"'{word}' could be {_choices(titles, found)}")
    return found[0] if found else ""


def _choices(titles: Mapping[str, str], names: Iterable[str]) -> str:
    return listed((f"{in_text(titles[name])} ({name})" for name in names), "or")


def issue_named(view: SeatView, word: str) -> Issue:
    """The issue that *word* names or numbers; raises GameError with the nearest, or with all it could mean."""
    if word.isdigit():
        if not 0 < int(word) <= len(view.issues):
            raise GameError(f"there is no clause {word}; they go from 1 to {len(view.issues)}")
        return view.issues[int(word) - 1]
    found = _one({each.id: each.title for each in view.issues}, word)
    if not found:
        known = [*(each.id for each in view.issues), *unique_words({each.id: each.title for each in view.issues})]
        raise GameError(f"there is no issue '{word}'{nearest_word(word.lower(), known)}")
    return view.issue(found)


def is_issue(view: SeatView, word: str) -> bool:
    """Whether *word* means an issue, or could mean several."""
    return word.isdigit() or bool(called({each.id: each.title for each in view.issues}, word))


def option_named(issue: Issue, word: str) -> Option:
    """The option of *issue* that *word* names or numbers; raises GameError as `issue_named` does."""
    if word.isdigit() and 0 < int(word) <= len(issue.options):
        return issue.options[int(word) - 1]
    found = _one({each.id: each.title for each in issue.options}, word)
    if not found:
        known = [each.id for each in issue.options]
        near = nearest_word(word, known)
        raise GameError(f"{issue.title} has no option '{word}'{near}; it has: {', '.join(known)}, or 1 to {len(known)}")
    return issue.option(found)


def faction_named(factions: Sequence[tuple[str, str]], word: str) -> str:
    """The id of the faction, of those given as (id, title), that *word* names or numbers; the word itself if none."""
    if word.isdigit() and 0 < int(word) <= len(factions):
        return factions[int(word) - 1][0]
    return _one(dict(factions), word) or word

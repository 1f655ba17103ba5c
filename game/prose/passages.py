"""Passages by their names: which text of a scenario a mark of sources belongs to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from game.engine.brief import Brief
from game.engine.errors import GameError, nearest_word
from game.engine.inhabitants import Row
from game.engine.people import Consequence
from game.engine.scenario import Scenario
from game.engine.source import Citation
from game.engine.view import SeatView
from game.prose.dates import date_in_words
from game.prose.sources import Passage


class Named(Protocol):
    """Whatever a scenario lists by its id."""

    @property
    def id(self) -> str: ...


class Titled(Named, Protocol):
    """Whatever has a title, a text and its sources besides."""

    @property
    def title(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def cite(self) -> tuple[Citation, ...]: ...


Kind = TypeVar("Kind", bound=Named)


def passage(scenario: Scenario, topic: str) -> Passage:
    """The passage called *topic*; raises GameError when the scenario has none of that name."""
    kind, *words = topic.split() or [""]
    if kind not in _KINDS:
        raise GameError(f"no texts are called '{kind}'{nearest_word(kind, _KINDS)}; there are: {', '.join(_KINDS)}")
    try:
        return _KINDS[kind](scenario, words)
    except (IndexError, ValueError) as error:
        if isinstance(error, GameError):
            raise
        raise GameError(f"'{topic}' does not say which {kind} is meant") from None


def passage_for(view: SeatView | None, scenario: Scenario, topic: str) -> Passage:
    """The passage called *topic*, as far as the seat of *view* may read it; raises GameError for what it may not.

    Instructions, factions and envoys are the seat's own; of news it reads what it has heard, after the end all of it.
    Without a view there is only what everybody may read.
    """
    kind, *words = topic.split() or [""]
    if kind in _OWN:
        if view is None or view.brief is None:
            raise GameError(f"the {kind} is for one seat to read, and nobody has sat down")
        return _OWN[kind](view.brief, words)
    if kind in _NEWS and (view is None or view.outcome is None):
        _one((news.card for news in view.news) if view else (), words[0] if words else "")
    return passage(scenario, topic)


def befalling(scenario: Scenario, row: Row) -> str:
    """The name of the passage that *row* of the inhabitants' ledger rests on; empty for what news brought about."""
    return next((f"befalls {n}" for n, each in enumerate(scenario.people.consequences) if _is(each, row)), "")


def _is(consequence: Consequence, row: Row) -> bool:
    return (consequence.group, consequence.column, consequence.text) == (row.group, row.column, row.why)


def _one(found: Iterable[Kind], wanted: str) -> Kind:
    known = {each.id: each for each in found}
    if wanted not in known:
        raise GameError(f"there is no '{wanted}' here{nearest_word(wanted, known)}")
    return known[wanted]


def _plain(found: Titled) -> Passage:
    return Passage(found.title, found.text, found.cite)


def _option(scenario: Scenario, words: Sequence[str]) -> Passage:
    issue = _one(scenario.issues, words[0])
    option = _one(issue.options, words[1])
    return Passage(f"{issue.title}: {option.title}", f"{option.text} {option.claim_only}".strip(), option.cite)


def _treaty(scenario: Scenario, words: Sequence[str]) -> Passage:
    treaty = _one(scenario.history.treaties, words[0])
    return Passage(f"{treaty.title}, {date_in_words(treaty.signed)}", treaty.fate, treaty.cite)


def _article(scenario: Scenario, words: Sequence[str]) -> Passage:
    treaty, issue = _one(scenario.history.treaties, words[0]), _one(scenario.issues, words[1])
    article = treaty.articles.get(issue.id)
    if article is None:
        raise GameError(f"the {treaty.title} says nothing on '{issue.id}'")
    return Passage(f"{treaty.title}: {issue.title}", article.text, article.cite)


def _year(scenario: Scenario, words: Sequence[str]) -> Passage:
    """`year FATE NUMBER`: one sentence about the next years, those of the fate first, then those of any fate."""
    fate = _one(scenario.fates, words[0])
    year = (*fate.years, *scenario.years)[int(words[1])]
    return Passage(f"The next years: {fate.title}", year.text, year.cite)


def _befalls(scenario: Scenario, words: Sequence[str]) -> Passage:
    consequence = scenario.people.consequences[int(words[0])]
    group = _one(scenario.people.groups, consequence.group)
    return Passage(group.title, consequence.text, consequence.cite)


_KINDS: Mapping[str, Callable[[Scenario, Sequence[str]], Passage]] = {
    "scenario": lambda s, words: _plain(s),
    "issue": lambda s, words: _plain(_one(s.issues, words[0])),
    "option": _option,
    "treaty": _treaty,
    "article": _article,
    "line": lambda s, words: _plain(_one(s.history.lines, words[0])),
    "fate": lambda s, words: _plain(_one(s.fates, words[0])),
    "year": _year,
    "people": lambda s, words: _plain(_one(s.people.groups, words[0])),
    "befalls": _befalls,
    "seat": lambda s, words: _plain(_one(s.seats, words[0])),
    "start": lambda s, words: _plain(_one(s.starts, words[0])),
    "stage": lambda s, words: _plain(_one(s.consent, words[0])),
    "order": lambda s, words: _plain(_one(s.orders, words[0])),
    "card": lambda s, words: _plain(_one(s.cards, words[0])),
    "happened": lambda s, words: _happened(s, words[0]),
    "codex": lambda s, words: _plain(_one(s.codex, words[0])),
}


def _happened(scenario: Scenario, card: str) -> Passage:
    """What was done in fact where the game asks with *card*."""
    found = _one(scenario.cards, card)
    return Passage(f"What happened in fact: {found.title}", found.history, found.cite)


def _envoy(brief: Brief, words: Sequence[str]) -> Passage:
    envoy = _one(brief.envoys, words[0] if words else "")
    return Passage(envoy.name, envoy.text, envoy.cite)


_OWN: Mapping[str, Callable[[Brief, Sequence[str]], Passage]] = {
    "brief": lambda brief, words: Passage(brief.title, brief.text, brief.cite),
    "faction": lambda brief, words: _plain(_one(brief.factions, words[0] if words else "")),
    "envoy": _envoy,
}
"""Kinds of which a seat may read only its own."""
_NEWS = ("card", "happened")
"""Kinds that a seat may read once it has heard of them."""

"""The check that every line a player may take as a fact names its source."""

from collections.abc import Callable, Iterator
from typing import Any

from game.content.draft import Draft, Finding, walk
from game.content.problem import Severity
from game.engine.brief import Brief, Envoy, Faction
from game.engine.card import Card
from game.engine.codex import CodexEntry
from game.engine.fate import Aftermath, Fate
from game.engine.history import Article, Line, Treaty
from game.engine.issue import Issue, Option
from game.engine.people import Consequence, Group
from game.engine.scenario import Scenario, Seat, Stage, Start

FACTUAL: dict[type, tuple[str, Callable[[Any], object]]] = {
    Aftermath: ("what came after", lambda each: True),
    Article: ("what a treaty says", lambda each: True),
    Brief: ("a seat's instructions", lambda each: each.text or each.batna),
    Card: ("what happened in fact", lambda each: each.history),
    CodexEntry: ("an entry of the codex", lambda each: True),
    Consequence: ("what clauses do to people", lambda each: True),
    Envoy: ("a person's description", lambda each: each.text),
    Faction: ("a faction's people and description", lambda each: each.people or each.text),
    Fate: ("how a crisis ends", lambda each: True),
    Group: ("how many people live there", lambda each: True),
    Issue: ("why an issue matters", lambda each: each.text),
    Line: ("a documented line of play", lambda each: True),
    Option: ("the wording of a clause", lambda each: each.text or each.claim_only),
    Scenario: ("the introduction", lambda each: each.text),
    Seat: ("a seat's description", lambda each: each.text),
    Stage: ("how consent was given", lambda each: each.text),
    Start: ("the situation at a start", lambda each: each.text),
    Treaty: ("a historical treaty", lambda each: True),
}
"""Which values state facts, and when: the text of orders, meters and choices explains the game and needs no source."""


def facts_have_sources(draft: Draft) -> Iterator[Finding]:
    for trail, each in draft.everything:
        if type(each) not in FACTUAL or each.cite:
            continue
        what, states_a_fact = FACTUAL[type(each)]
        if states_a_fact(each):
            yield Finding(trail, "fact-without-source", f"{what} needs a source: cite: [SOURCE PLACE CONFIDENCE]")


def news_is_sourced_or_compared(draft: Draft) -> Iterator[Finding]:
    for place, card in enumerate(draft.scenario.cards):
        if not card.history and not card.cite:
            message = "a player may take this news for a fact: say in 'history' what happened, or cite a source"
            yield Finding(("cards", place), "news-without-source", message, severity=Severity.WARNING)


def count_facts(scenario: Scenario) -> int:
    """How many values of the scenario name a source."""
    return sum(1 for _, each in walk(scenario) if getattr(each, "cite", ()))

"""Checks of how long a text takes to read."""

from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.problem import Severity

CARD_WORDS = 100
"""A card is read in half a minute: 200 words a minute is a slow reader's pace in a language learned at school."""


def cards_are_short(draft: Draft) -> Iterator[Finding]:
    for place, card in enumerate(draft.scenario.cards):
        words = len(card.text.split())
        if words > CARD_WORDS:
            message = f"a card is read in half a minute, {CARD_WORDS} words; this one has {words}"
            yield Finding(("cards", place, "text"), "text-too-long", message, severity=Severity.WARNING)

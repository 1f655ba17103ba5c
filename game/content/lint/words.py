"""A check of what players read for words that the author wants kept out of it."""

import re
from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.lint.texts import texts
from game.content.problem import Severity

UNSEEN = ("sources", "promises", "avoid")
"""Titles of books are quoted as they stand; promises and this list itself are not shown to players."""


def words_are_not_avoided(draft: Draft) -> Iterator[Finding]:
    avoided = {each.word.casefold(): each for each in draft.scenario.avoid}
    if not avoided:
        return
    looked_for = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, avoided))})(?!\w)", re.IGNORECASE)
    for trail, text in texts(draft):
        if trail[0] in UNSEEN:
            continue
        for word in dict.fromkeys(looked_for.findall(text)):
            each = avoided[word.casefold()]
            message = f"the scenario's list asks not to say '{word}' here: {each.because}"
            yield Finding(trail, "avoided-word", message, each.instead, severity=Severity.WARNING)

"""The three ways a game can be told no: an illegal action, a stale one, a line that cannot be read."""

from collections.abc import Iterable
from difflib import get_close_matches


class GameError(ValueError):
    """Something a player asked for that cannot be; the message is one sentence for that player."""


class IllegalAction(GameError):
    """An action that is not open to its seat now. Says why, and what is possible."""


class StaleAction(GameError):
    """An action made against a moment that has passed."""


class NotationError(GameError):
    """A line that is no action."""


class RecordError(GameError):
    """A record that cannot be used as it is; what could be read of it is kept by the reader."""


def nearest_word(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'tekes'?)` for a misspelt *word*, or nothing when no known word is near."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{close[0]}'?)" if close else ""

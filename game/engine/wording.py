"""How titles stand inside a sentence: for the sentences a menu answers with, and for all that prose makes."""

import re
from collections.abc import Iterable

from game.engine.scenario import Meter


def in_text(title: str) -> str:
    """A title inside a sentence: `The Qing Empire` as `the Qing Empire`."""
    return title[0].lower() + title[1:] if title.startswith(("The ", "A ", "An ")) else title


def in_sentence(meter: Meter) -> str:
    """The meter's title inside a sentence; a proper name, as its own text shows it to be, keeps its capital."""
    if re.search(rf"[a-z,;] {re.escape(meter.title)}\b", meter.text):
        return meter.title
    return meter.title[0].lower() + meter.title[1:]


def listed(parts: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"

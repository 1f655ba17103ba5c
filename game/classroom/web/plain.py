"""Prose for those who click: without the words that are typed in text."""

import re
from collections.abc import Iterable

_ASIDE = re.compile(r"\s*\([^()]*`[^()]*\)")
_SENTENCE = re.compile(r"(?<=[.!?]) +[^.!?]*`[^.!?]*[.!?]|^[^.!?]*`.*$")


def plain(lines: Iterable[str]) -> tuple[str, ...]:
    """*lines* without sentences and asides that speak of commands in backticks; what is then empty is left out."""
    return tuple(kept for line in lines if (kept := _SENTENCE.sub("", _ASIDE.sub("", line.strip()))))

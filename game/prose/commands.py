"""What only somebody at a keyboard types, and how a text is read without it."""

import re

_ASIDE = re.compile(r" ?\([^()`]*`[^()]*\)")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z“\"'`])")


def without_commands(text: str) -> str:
    """*text* for a front where nothing is typed: without asides and sentences that name a command in backticks."""
    lines = _ASIDE.sub("", text).split("\n")
    return "\n".join(" ".join(each for each in _SENTENCE_END.split(line) if "`" not in each) for line in lines)

"""Older formats of scenario files, lifted step by step to the one this program reads."""

import re
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

FORMAT = 1
"""The format of scenarios that this program reads."""
_SAYS = re.compile(r"^format:[ \t]*([0-9]{1,6})[ \t]*(?:#.*)?$", re.MULTILINE)


@frozen
class Lift:
    """One step, from one format to the next."""

    told: str
    """What has changed, for the author: `an order's price is now called cost`."""
    text: Callable[[str, str], str]
    """The text of a file in the next format, from its name in the folder and its text; lines stay where they are."""


LIFTS: Mapping[int, Lift] = {}
"""By the format that a step begins from. Format 1 is the first: there is nothing to lift yet."""


def format_of(text: str) -> int:
    """The format that the text of a scenario.yaml says; this program's own where it says none that can be read."""
    found = _SAYS.search(text)
    return int(found[1]) if found else FORMAT


def steps_from(version: int) -> Sequence[Lift]:
    """The steps from *version* to this program's format; none where there is no way, or none is needed."""
    if any(each not in LIFTS for each in range(version, FORMAT)):
        return ()
    return [LIFTS[each] for each in range(version, FORMAT)]


def lifted(name: str, text: str, steps: Sequence[Lift]) -> str:
    """The text of the file *name* in this program's format."""
    for step in steps:
        text = step.text(name, text)
    return _SAYS.sub(f"format: {FORMAT}", text, count=1) if steps and name == "scenario.yaml" else text

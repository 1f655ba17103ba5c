"""Conditions in words: what must be so before something is open."""

import re

from game.engine.view import SeatView
from game.prose.dates import date_in_words
from game.prose.meters import in_sentence
from game.prose.words import in_text, whose

ONLY_IF = " is open only if "
"""What stands in a refusal between the thing refused and its condition."""
_COMPARISON = re.compile(r"(?P<name>[A-Za-z_][\w.-]*) *(?P<sign><=|>=|==|<|>) *(?P<number>-?\d+(?:-\d\d)?)")
_AMOUNTS = {">=": "{} or more", ">": "more than {}", "<": "less than {}", "<=": "{} or less", "==": "{}"}
_TIMES = {">=": "{} or later", ">": "after {}", "<": "before {}", "<=": "{} or earlier", "==": "{}"}
_COUNTS = {"refused": "texts refused at home", "incidents": "clashes of patrols"}
_FACTS = {"signed": "a text is signed", "not signed": "no text is signed"}


def plainly(view: SeatView, refusal: str) -> str:
    """*refusal* with the condition at its end in words, when it has one."""
    what, found, condition = refusal.partition(ONLY_IF)
    return f"{what}{ONLY_IF}{condition_in_words(view, condition.rstrip('.'))}" if found else refusal


def condition_in_words(view: SeatView, condition: str) -> str:
    """`tension is 70 or more`; a condition with brackets, or with names that are nobody's to read, as it stands."""
    ways = [[_part(view, part) for part in way.split(" and ")] for way in " ".join(condition.split()).split(" or ")]
    if not all(part for way in ways for part in way):
        return condition
    return ", or ".join(" and ".join(way) for way in ways)


def _part(view: SeatView, part: str) -> str:
    if part.strip() in _FACTS:
        return _FACTS[part.strip()]
    match = _COMPARISON.fullmatch(part.strip())
    if match is None:
        return ""
    name, sign, number = match["name"], match["sign"], match["number"]
    if name == "turn":
        return f"it is {_TIMES[sign].format(f'turn {number}')}"
    if name == "date":
        return f"it is {_TIMES[sign].format(date_in_words(number))}"
    amount = _AMOUNTS[sign].format(number)
    if name in _COUNTS:
        return f"there are {amount} {_COUNTS[name]}"
    subject = _subject(view, name)
    return f"{subject} is {amount}" if subject else ""


def _subject(view: SeatView, name: str) -> str:
    """The meter, or the mood, that *name* stands for; empty when it is none."""
    seat, _, rest = name.rpartition(".")
    meter = next((each for each in view.gauges if each.id == rest), None)
    if meter is not None and bool(seat) == (meter.scope != "shared"):
        return f"{whose(view, seat)} {in_sentence(meter)}" if seat else in_sentence(meter)
    party = view.parties.get(name.removesuffix(".favour"), "")
    return f"the good will of {in_text(party)}" if party and name.endswith(".favour") else ""

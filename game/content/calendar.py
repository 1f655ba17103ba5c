"""Checks of time: dates are dates, turns follow one another, a start leaves time to play."""

import itertools
import re
from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.problem import Severity
from game.engine.card import Card
from game.engine.history import Treaty
from game.engine.scenario import Scenario

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def is_month(text: str) -> bool:
    return _MONTH.fullmatch(text) is not None


def dates(draft: Draft) -> Iterator[Finding]:
    for place, turn in enumerate(draft.scenario.turns):
        if not is_month(turn.id):
            yield Finding(("turns", place, "id"), "bad-date", f"a turn's id is its month, YYYY-MM, not '{turn.id}'")
    for trail, each in draft.everything:
        if isinstance(each, Card):
            for name in ("first", "last"):
                if (date := getattr(each, name)) and not is_month(date):
                    yield Finding((*trail, name), "bad-date", f"a date is a month here, YYYY-MM, not '{date}'")
        if isinstance(each, Treaty) and not _DAY.fullmatch(each.signed):
            yield Finding((*trail, "signed"), "bad-date", f"a signature has a day, YYYY-MM-DD, not '{each.signed}'")


def turns_in_order(draft: Draft) -> Iterator[Finding]:
    turns = draft.scenario.turns
    for place, (one, other) in enumerate(itertools.pairwise(turns), 1):
        if not (is_month(one.id) and is_month(other.id)) or one.id == other.id:
            continue
        trail = ("turns", place, "id")
        if other.id < one.id:
            yield Finding(trail, "turns-out-of-order", f"the turn {other.id} stands after {one.id}")
        elif (due := _later(one.id, one.months)) != other.id:
            message = f"the turn before, {one.id}, lasts {one.months} months: this one should be {due}"
            yield Finding(trail, "calendar-gap", message, severity=Severity.WARNING)


def starts_leave_time(draft: Draft) -> Iterator[Finding]:
    """From each start a text can be signed on the first turn at the latest, and still be voted on."""
    ids = [turn.id for turn in draft.scenario.turns]
    for place, start in enumerate(draft.scenario.starts):
        if start.turn not in ids:
            continue
        left, lead = len(ids) - ids.index(start.turn), draft.scenario.lead
        if left <= lead:
            message = f"{left} turns are left from here, and consent takes {lead}: no treaty could come into force"
            yield Finding(("starts", place, "turn"), "too-late-to-sign", message)
    for place, length in enumerate(draft.scenario.lengths):
        if 0 < length.turns <= draft.scenario.lead:
            message = f"consent takes {draft.scenario.lead} turns: no treaty could come into force in {length.turns}"
            yield Finding(("lengths", place, "turns"), "too-late-to-sign", message)


def moments(scenario: Scenario) -> tuple[tuple[int, int, str], ...]:
    """Every turn that play can reach, as (start's number, turn counted from 1 there, date)."""
    ids = [turn.id for turn in scenario.turns]
    return tuple(
        (place, turn, date)
        for place, start in enumerate(scenario.starts)
        if start.turn in ids
        for turn, date in enumerate(ids[ids.index(start.turn) :], 1)
    )


def _later(month: str, months: int) -> str:
    year, rest = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + months, 12)
    return f"{year:04}-{rest + 1:02}"

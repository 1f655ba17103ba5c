"""Checks of people's dates in the codex: nobody dies before birth, or holds an office outside their life."""

from collections.abc import Iterator

from game.content.draft import Draft, Finding, Trail
from game.engine.codex import CodexEntry


def lives_in_order(draft: Draft) -> Iterator[Finding]:
    for place, entry in enumerate(draft.scenario.codex):
        if _before(entry.died, entry.born):
            message = f"{entry.title} dies, {entry.died}, before birth, {entry.born}"
            yield Finding(("codex", place, "died"), "dies-before-birth", message)


def offices_within_lives(draft: Draft) -> Iterator[Finding]:
    for place, entry in enumerate(draft.scenario.codex):
        for number, office in enumerate(entry.office):
            trail: Trail = ("codex", place, "office", number)
            if _before(office.last, office.first):
                message = f"the office ends, {office.last}, before it begins, {office.first}"
                yield Finding((*trail, "last"), "office-out-of-order", message)
            for name in ("first", "last"):
                yield from _within(entry, (*trail, name), getattr(office, name))


def _within(entry: CodexEntry, trail: Trail, date: str) -> Iterator[Finding]:
    if _before(date, entry.born):
        yield Finding(trail, "office-outside-life", f"{date} is before the birth of {entry.title}, {entry.born}")
    elif _before(entry.died, date):
        yield Finding(trail, "office-outside-life", f"{date} is after the death of {entry.title}, {entry.died}")


def _before(one: str, other: str) -> bool:
    """Whether *one* is surely before *other*: years, months or days, compared as far as both go."""
    shared = min(len(one), len(other))
    return shared > 0 and one[:shared] < other[:shared]

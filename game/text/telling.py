"""Telling the person at the keyboard what has happened since they last looked."""

from collections.abc import Iterator

from game.engine.actions import Hold, Propose, Stir
from game.engine.events import Event, heard
from game.prose.calendar import closed_table
from game.prose.consent import vote_lines
from game.prose.happenings import event_lines, event_passages
from game.prose.meters import common_levels, heading, meter_lines
from game.prose.offers import has_moved, offer_lines, unmoved_line
from game.prose.refusals import refusal_lines
from game.prose.sources import Passage
from game.text.pages import Pages
from game.text.pointing import point
from game.text.sitting import Entry, Sitting

OWN_WORDS = ("offered", "held", "sealed", "initials", "bracketed")
"""Events that are no news to the seat that caused them: it has just typed them."""


def catch_up(sitting: Sitting, arrived: bool = False) -> None:
    """Everything this seat may hear of and has not heard yet, in the order it happened.

    Somebody who has *arrived* at the keyboard is told the turn even when it has not changed.
    """
    untold, passages = list(sitting.untold()), list[Passage]()
    pages = Pages(quiet=[1] if _began_quietly(sitting, untold) else [])
    if arrived and not any(event.kind == "turn" for entry in untold for event in entry.events):
        _open_turn(sitting)
    for entry in untold:
        for event in heard(entry.events, sitting.seat):
            if not pages.take(event):
                passages += _tell(sitting, entry, event, pages)
        _tell_refusal(sitting, entry)
    pages.show(sitting.console, sitting.view, sitting.match.state)
    point(sitting, passages)
    if pages.turned and not sitting.over:
        _show_meters(sitting)


def _began_quietly(sitting: Sitting, untold: list[Entry]) -> bool:
    """Whether the game's first turn passed before anything could be announced, and this person has not heard it."""
    return bool(untold) and untold[0] is sitting.journal[0] and isinstance(untold[0].action, Stir)


def _open_turn(sitting: Sitting) -> None:
    """The heading and meters of the turn a person sits down to."""
    sitting.console.head(heading(sitting.view, closed=closed_table(sitting.view, sitting.match.state)))
    _show_meters(sitting)


def _show_meters(sitting: Sitting) -> None:
    """The meters; in a turn without a table without what can be seen of the other side's."""
    since = sitting.levels.get(sitting.seat)
    meets = not closed_table(sitting.view, sitting.match.state)
    sitting.console.show(meter_lines(sitting.view, since, theirs=meets or since is None))
    sitting.levels[sitting.seat] = common_levels(sitting.view)


def _tell(sitting: Sitting, entry: Entry, event: Event, pages: Pages) -> Iterator[Passage]:
    """Tell one event, under the heading of its turn; returns the texts with sources that were shown."""
    lines = [] if entry.repeats(event, sitting.seat) else list(_lines(sitting, entry, event))
    if not lines:
        return iter(())
    pages.show(sitting.console, sitting.view, sitting.match.state)
    if event.kind == "voted":
        step(sitting, "vote")
        sitting.console.say()
    sitting.console.show(lines)
    if event.kind in ("signed", "refused"):
        step(sitting, event.kind)
    return event_passages(sitting.view, event)


def _lines(sitting: Sitting, entry: Entry, event: Event) -> Iterator[str]:
    view, scenario = sitting.view, sitting.match.state.scenario
    if event.kind == "voted" and sitting.seat in entry.before:
        yield from vote_lines(entry.before[sitting.seat], view, event, scenario)
    elif event.kind == "offered" and event.facts["seat"] != sitting.seat:
        yield from _offer(sitting, event)
    elif event.facts.get("seat") != sitting.seat or event.kind not in OWN_WORDS:
        yield from event_lines(view, event, scenario)


def _offer(sitting: Sitting, event: Event) -> Iterator[str]:
    """The other side's new offer by what has moved in it; in one line when nothing has."""
    view = sitting.view
    if not has_moved(view):
        yield unmoved_line(view)
        return
    yield from event_lines(view, event, sitting.match.state.scenario)
    yield from offer_lines(view)


def _tell_refusal(sitting: Sitting, entry: Entry) -> None:
    action = entry.action
    if not isinstance(action, Propose | Hold) or action.seat == sitting.seat or action.refusal is None:
        return
    sitting.console.show(refusal_lines(sitting.view, action.refusal))
    step(sitting, "refusal")


def step(sitting: Sitting, name: str) -> None:
    """The guide's words for the first time of something."""
    if words := sitting.guide.step(name):
        sitting.console.say(words)


def last_votes(sitting: Sitting) -> Iterator[str]:
    """The votes that ended a game of two people, told to both: the game is over, and nothing is secret any more."""
    scenario = sitting.match.state.scenario
    heard_by_all = min((sitting.told.get(seat, 0) for seat in sitting.people), default=0)
    for entry in sitting.journal[heard_by_all:]:
        for event in entry.events:
            if event.kind == "voted" and entry.before:
                seat = str(event.facts["seat"])
                yield from vote_lines(entry.before[seat], sitting.match.view(seat), event, scenario)

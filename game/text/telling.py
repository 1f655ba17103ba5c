"""Telling the person at the keyboard what has happened since they last looked."""

from collections.abc import Iterator

from game.engine.actions import Hold, Propose
from game.engine.events import Event, heard
from game.text.consent import vote_lines
from game.text.happenings import event_lines
from game.text.ladder import offer_lines
from game.text.meters import heading, meter_lines
from game.text.refusals import refusal_lines
from game.text.sitting import Entry, Sitting

OWN_WORDS = ("offered", "held", "sealed", "initials", "bracketed")
"""Events that are no news to the seat that caused them: it has just typed them."""


def catch_up(sitting: Sitting) -> None:
    """Everything this seat may hear of and has not heard yet, in the order it happened."""
    turned = False
    for entry in sitting.untold():
        for event in heard(entry.events, sitting.seat):
            turned = turned or event.kind == "turn"
            _tell(sitting, entry, event)
        _tell_refusal(sitting, entry)
    if turned and not sitting.over:
        sitting.console.show(meter_lines(sitting.view))


def open_turn(sitting: Sitting) -> None:
    """The heading and meters of the turn a person sits down to."""
    sitting.console.head(heading(sitting.view))
    sitting.console.show(meter_lines(sitting.view))


def _tell(sitting: Sitting, entry: Entry, event: Event) -> None:
    view, scenario = sitting.view, sitting.match.state.scenario
    own = event.facts.get("seat") == sitting.seat
    if event.kind == "turn":
        if not sitting.over:
            sitting.console.head(heading(view, int(event.facts["turn"])))
    elif event.kind == "voted" and sitting.seat in entry.before:
        step(sitting, "vote")
        sitting.console.say()
        sitting.console.show(vote_lines(entry.before[sitting.seat], view, event, scenario))
    elif not (own and event.kind in OWN_WORDS):
        sitting.console.show(event_lines(view, event, scenario))
        if event.kind == "offered":
            sitting.console.show(offer_lines(view))
        if event.kind in ("signed", "refused"):
            step(sitting, event.kind)


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

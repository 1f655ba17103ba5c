"""The pages of a turn, pulled as proofs: nothing is cut off, squeezed or written over, at any usual size."""

from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from game.desktop.course import count_as_told, votes
from game.desktop.proof import faults
from game.engine.events import Event
from game.engine.phase import Phase
from game.engine.state import War
from game.session.sitting import Entry
from tests.desktop.desks import in_phase, sitting_at, view_at

SAVES = Path("nothing-is-saved-here")
SIZES = [((1280, 800), 100), ((1920, 1080), 100), ((1920, 1080), 200), ((1024, 768), 100)]
DECADE = {"start": "1871", "length": "campaign"}


def card():
    return sitting_at(in_phase(Phase.CARD, 9), SAVES, **DECADE)


def russian_card():
    return sitting_at(in_phase(Phase.CARD, 2), SAVES, seat="russia", start="1878")


def everything_untold():
    sitting = card()
    sitting.told["qing"] = 0
    return sitting


def proclaimed():
    """A refusal, a clash and a signature, all at once."""
    sitting = sitting_at(in_phase(Phase.ORDERS, 3), SAVES)
    count_as_told(sitting)
    stage = sitting.match.scenario.consent[-1]
    events = (
        Event("refused", {"seat": stage.seat, "stage": stage.id}),
        Event("clash"),
        Event("signed", {"seat": "qing"}),
    )
    sitting.journal.append(Entry(sitting.journal[-1].action, events, 3))
    return sitting


def orders():
    return sitting_at(in_phase(Phase.ORDERS, 2), SAVES)


def voted():
    def heard(sitting):
        return any(votes(sitting))

    return sitting_at(heard, SAVES, seat="russia")


def villages():
    sitting = sitting_at(lambda sitting: False, SAVES, seat="hill", start="spring", name="two-villages")
    first = next(entry for entry, _ in votes(sitting))
    count_as_told(sitting, sitting.journal[sitting.journal.index(first) - 1])
    return sitting


def war():
    sitting = orders()
    state = evolve(sitting.match.state, phase=Phase.ARMISTICE, war=War("russia", ("russia", "qing")))
    sitting.match.state = state
    return sitting


@cache
def reached(moment):
    """The sitting of a moment, played to once: looking at pages changes nothing in it."""
    return moment()


@pytest.mark.parametrize(
    ("moment", "screen", "meanings"),
    [
        (card, "dispatches", ()),
        (russian_card, "dispatches", ()),
        (everything_untold, "dispatches", ("read kulja-column",)),
        (proclaimed, "dispatches", ()),
        (orders, "council", ("order calm", "order lobby")),
        (orders, "council", ("order stand", "aim 0 tekes", "leaf paper")),
        (orders, "council", ("leaf standing",)),
        (orders, "briefing", ("leaf moment", "read moment")),
        (orders, "briefing", ("leaf instructions",)),
        (orders, "briefing", ("leaf worth",)),
        (orders, "briefing", ("leaf home", "read censors")),
        (voted, "court", ()),
        (villages, "court", ()),
        (war, "armistice", ()),
    ],
)
def test_a_proof_of_the_page_has_no_faults(moment, screen, meanings):
    sitting = reached(moment)

    for size, scale in SIZES:
        view = view_at(sitting, screen, size=size, scale=scale)
        for meaning in meanings:
            view.do(meaning)
            assert not view.desk.remark
        assert faults(view.arrangement, view.size, view.lettering) == [], (size, scale)

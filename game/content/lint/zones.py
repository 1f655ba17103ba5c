"""Checks of each start as play would find it: there is something to agree on, and someone may say so."""

from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.problem import Severity
from game.engine.rules import start
from game.engine.scenario import Start
from game.engine.state import State
from game.engine.zone import agreeable_text, barred_issues


def something_to_agree_on(draft: Draft) -> Iterator[Finding]:
    """At every start some text betters the state of things, costs neither seat anything, and would pass at home."""
    for place, state in _openings(draft):
        if agreeable_text(state) is not None:
            continue
        message = "every text that betters the state of things for one seat makes it worse for the other"
        if agreeable_text(state, at_home=False) is not None:
            message = "no text that betters the state of things would pass in both capitals as opinion stands"
        yield Finding(("starts", place), "no-zone", message, severity=Severity.WARNING)


def instructions_leave_room(draft: Draft) -> Iterator[Finding]:
    """The instructions of the envoys who meet at a start leave an option of every issue."""
    scenario = draft.scenario
    for place, state in _openings(draft):
        first, second = (scenario.briefs[seat].envoy(state.envoys[seat]).name for seat in scenario.seat_ids)
        for issue, (one, other) in barred_issues(state).items():
            message = (
                f"no option of '{issue}' keeps within the instructions of both envoys: {first} may go to '{one}', "
                f"{second} to '{other}'"
            )
            yield Finding(("starts", place), "instructions-cross", message, severity=Severity.WARNING)


def _openings(draft: Draft) -> Iterator[tuple[int, State]]:
    """The first moment of every start, with its place in the list, in the fullest length it can be played in."""
    for place, each in enumerate(draft.scenario.starts):
        yield place, start(draft.scenario, each.id, _fullest(draft, each))


def _fullest(draft: Draft, each: Start) -> str:
    lengths = draft.scenario.lengths
    return max(
        (length for length in lengths if length.id in each.lengths or not each.lengths),
        key=lambda length: len(length.issues or draft.scenario.issues),
    ).id

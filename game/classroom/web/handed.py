"""What was done for a delegation while none of it acted, for those who take the seat over."""

from game.classroom.hall import Hall
from game.classroom.room import Person
from game.engine.view import SeatView
from game.prose.deeds import heard_by

MOST = 12
"""Lines that are told: about three turns, and as much as a phone shows at once."""


def handed_over(hall: Hall, person: Person, view: SeatView) -> tuple[str, ...]:
    """A line for each deed of the delegation's last stretch of actions that nobody of it did; of many the latest.

    A player that keeps an empty seat did them, or the teacher, by stepping in or skipping. Empty as soon as somebody
    of the delegation has acted since, for what they did themselves needs no telling.
    """
    if not view.seat or not person.id:
        return ()
    told: list[str] = []
    for (_, by), (action, events) in zip(
        reversed(hall.room.tables[person.table].actions), reversed(hall.journals[person.table]), strict=True
    ):
        if action.seat != view.seat:
            continue
        if by:
            break
        scenario = hall.matches[person.table].state.scenario
        told[:0] = [each.text for each in heard_by(view, action, events, scenario)]
    return tuple(told[-MOST:])

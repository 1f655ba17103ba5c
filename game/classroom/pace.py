"""How long a table has taken for its step, and how far back some minutes lie."""

from collections.abc import Sequence

from game.classroom.room import Desk, Room


def step_began(room: Room, desk: Desk) -> float:
    """When the step began that a table is at."""
    return max(room.since, desk.times[-1] if desk.times else 0)


def until(room: Room, desk: Desk) -> int:
    """When the clock of a table's step runs out, in seconds since 1970; 0 when none runs."""
    if not room.clock or not room.begun or room.paused or room.ended:
        return 0
    return round(step_began(room, desk) + 60 * room.clock)


def left_in_words(end: float, now: float) -> str:
    """`4:05 left`, or that the time is up: then the teacher decides, and nothing happens by itself."""
    left = round(end - now)
    return f"{left // 60}:{left % 60:02} left" if left > 0 else "The time is up."


def keep_of(desk: Desk, own: Sequence[int], actions: int, moment: float) -> int:
    """How many actions stay when a table is taken back: to before the last so many of its seats', whose places are
    *own*, or, when a *moment* is given, to what had been done by then.
    """
    if not moment:
        return own[-min(actions, len(own))]
    return min(own[-1], sum(each <= moment for each in desk.times))

"""Who sits where when a class plays on paper."""

from collections.abc import Sequence

from game.engine.errors import GameError
from game.engine.scenario import Seat

AT_A_TABLE = 6
"""Three people a side can talk and nobody is idle."""


def seating(people: int, seats: Sequence[Seat]) -> tuple[tuple[int, ...], ...]:
    """For each table how many sit for each of *seats*; nobody is left over. Raises GameError below one a side."""
    if people < len(seats):
        raise GameError(f"a table needs at least {len(seats)} people, one for each side; you have {people}")
    tables = max(1, round(people / AT_A_TABLE))
    delegations = tables * len(seats)
    sizes = [people // delegations + (place < people % delegations) for place in range(delegations)]
    return tuple(tuple(sizes[first : first + len(seats)]) for first in range(0, delegations, len(seats)))

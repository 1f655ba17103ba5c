"""Seating a class: how many tables, how large each delegation, and where a late arrival sits."""

from collections.abc import Sequence
from math import ceil

from attrs import frozen

LEAST, MOST = 2, 60
"""People in a class."""
LARGEST = 6
"""People in one delegation; with more somebody is idle."""
PER_TABLE = 6
"""People at one table at most when a class begins: two or three a side, where everybody is needed in every phase."""


@frozen
class Sizes:
    """How many sit on each side of one table."""

    first: int
    second: int

    @property
    def people(self) -> int:
        return self.first + self.second


def tables_for(people: int) -> tuple[Sizes, ...]:
    """The tables of a class of *people*, as equal as can be; raises ValueError below 2 or above 60."""
    if not LEAST <= people <= MOST:
        raise ValueError(f"a class has {LEAST} to {MOST} people, not {people}")
    count = ceil(people / PER_TABLE)
    sides = [people // (2 * count) + (place < people % (2 * count)) for place in range(2 * count)]
    # the larger delegations face each other, so that few tables are uneven
    return tuple(Sizes(sides[2 * place], sides[2 * place + 1]) for place in range(count))


def place_for(sizes: Sequence[Sequence[int]]) -> tuple[int, int] | None:
    """The table and side of a late arrival: the smallest delegation, an empty one before all; None when all are full.

    *sizes* are the numbers of people on the sides of each table. Nobody who sits is moved.
    """
    places = [(size, table, side) for table, sides in enumerate(sizes) for side, size in enumerate(sides)]
    size, table, side = min(places, default=(LARGEST, 0, 0))
    return (table, side) if size < LARGEST else None

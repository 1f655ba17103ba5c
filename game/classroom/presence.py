"""Who is here: whose browser has asked for anything lately. It is not kept, and nobody waits long for who is away."""

import time
from collections.abc import Callable

from attrs import define, field

from game.classroom.room import Room

LONG = 90.0
"""Seconds without a sign after which somebody counts as away; open pages give one every fifteen."""


@define
class Presence:
    """When each person was last heard of."""

    clock: Callable[[], float] = time.monotonic
    seen: dict[str, float] = field(factory=dict)
    since: float = field(init=False)
    """When it began to listen: nobody is away before they could have been heard of."""

    def __attrs_post_init__(self) -> None:
        self.since = self.clock()

    def mark(self, person: str) -> None:
        """A sign of that person."""
        self.seen[person] = self.clock()

    def away(self, room: Room) -> frozenset[str]:
        """Those of the class who are away."""
        now = self.clock()
        return frozenset(each for each in room.people if now - self.seen.get(each, self.since) > LONG)

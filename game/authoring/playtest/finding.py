"""A finding of a playtest, before and after its place in the files is known."""

from attrs import frozen

from game.content.draft import Trail
from game.content.problem import Place

ENOUGH = 30
"""Games, texts or answers from which a finding speaks: of fewer, chance says more than the scenario."""


@frozen
class Found:
    """What a judge found, and at which value of the scenario; an empty trail means the whole."""

    code: str
    trail: Trail
    sentence: str
    game: int = -1
    """A game that shows it; -1 when no single one does."""


@frozen
class Finding:
    """The same with its place."""

    code: str
    place: Place
    sentence: str
    game: int = -1

    def __str__(self) -> str:
        spot = f"{self.place.path}:{self.place.line}:{self.place.column}" if self.place.line else self.place.path
        return f"{spot}: {self.code}: {self.sentence}"

"""What became of it: the endings a scenario tells, and the sentences about the next years."""

from attrs import frozen

from game.engine.condition import ALWAYS, Condition
from game.engine.source import Citation


@frozen
class Aftermath:
    """One sentence or two about the next years, told when its condition holds at the end."""

    text: str
    when: Condition = ALWAYS
    cite: tuple[Citation, ...] = ()


@frozen
class Fate:
    """One way the crisis can end, as its author tells it. The first whose condition holds is told."""

    id: str
    title: str
    text: str
    when: Condition = ALWAYS
    years: tuple[Aftermath, ...] = ()
    left_record: str = ""
    """Where the game left the record, in a sentence or two."""
    cite: tuple[Citation, ...] = ()

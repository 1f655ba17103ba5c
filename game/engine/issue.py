"""What is to be settled: issues, their ladders of options, and packages of one option each."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from game.engine.source import Citation

SeatId = str
IssueId = str
OptionId = str
Package = Mapping[IssueId, OptionId]
"""One option for every issue of the table: what Raiffa calls a package and NegMAS an outcome."""


@frozen
class Option:
    """One answer to an issue, one rung of its ladder."""

    id: OptionId
    title: str
    text: str = ""
    cite: tuple[Citation, ...] = ()
    claim_only: str = ""
    """Why no treaty is expected to hold this option, when it is on the ladder only as a claim."""


@frozen(slots=False, eq=False)
class Issue:
    """One question to settle. Its ladder runs from the first seat's wish to the second seat's."""

    id: IssueId
    title: str
    options: tuple[Option, ...]
    status_quo: OptionId
    text: str = ""
    importance: Mapping[SeatId, int] = field(factory=dict)
    """What everybody believes the issue is worth to a seat, 0 to 10. The truth is in its brief."""
    map_note: str = ""
    cite: tuple[Citation, ...] = ()

    @cached_property
    def rung(self) -> Mapping[OptionId, int]:
        """The place of each option on the ladder, from 0."""
        return {option.id: place for place, option in enumerate(self.options)}

    def option(self, option_id: OptionId) -> Option:
        """The option called *option_id*; raises KeyError when the ladder has none."""
        return self.options[self.rung[option_id]]

    def steps(self, one: OptionId, other: OptionId) -> int:
        """How many rungs lie between two options."""
        return abs(self.rung[one] - self.rung[other])

"""The inhabitants: who lives in the disputed land, and what a text does to them."""

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.issue import IssueId, OptionId
from game.engine.source import Citation


@frozen
class Group:
    """One people of the disputed land, counted as a range because the sources differ."""

    id: str
    title: str
    low: int
    high: int
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class Consequence:
    """What becomes of a share of a group when clauses stand in the treaty (or in the status quo)."""

    group: str
    column: str
    """What befalls them, a name the file declares: `emigrated`, `pardoned`, `land_lost`."""
    clauses: Mapping[IssueId, tuple[OptionId, ...]]
    """All of these issues must be settled by one of the options named."""
    low: int
    """Per cent of the group at least."""
    high: int
    """Per cent of the group at most."""
    text: str
    cite: tuple[Citation, ...] = ()


@frozen
class Inhabitants:
    """The ledger's groups, its columns with their titles, and the consequences of clauses."""

    groups: tuple[Group, ...] = ()
    columns: Mapping[str, str] = field(factory=dict)
    consequences: tuple[Consequence, ...] = ()

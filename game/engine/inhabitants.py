"""The inhabitants' ledger: what a text does to the people who live there. Never turned into a side's points."""

from collections.abc import Sequence

from attrs import frozen

from game.engine.issue import Package
from game.engine.people import Consequence, Inhabitants
from game.engine.source import Citation
from game.engine.state import Headcount


@frozen
class Row:
    """So many of one group, as a range, and what becomes of them."""

    group: str
    column: str
    low: int
    high: int
    why: str
    cite: tuple[Citation, ...] = ()


def inhabitants_ledger(people: Inhabitants, package: Package, moved: Sequence[Headcount] = ()) -> tuple[Row, ...]:
    """What *package* (or the status quo) means for each group, and what news has done to it besides.

    The range multiplies the group's own range by the share's; both come from the sources, which disagree.
    """
    groups = {group.id: group for group in people.groups}
    rows = [
        Row(
            each.group,
            each.column,
            groups[each.group].low * each.low // 100,
            groups[each.group].high * each.high // 100,
            each.text,
            each.cite,
        )
        for each in people.consequences
        if _applies(each, package)
    ]
    return (*rows, *(Row(each.group, each.column, each.heads, each.heads, "news") for each in moved))


def _applies(consequence: Consequence, package: Package) -> bool:
    return all(package.get(issue) in options for issue, options in consequence.clauses.items())

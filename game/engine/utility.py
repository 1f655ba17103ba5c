"""What a package is worth to whom, as a ledger; the status quo's value; the reservation value.

Utilities are additive over issues, with a few declared pairwise links (`mechanics.md` §3.2; Raiffa 1982).
"""

from collections.abc import Mapping
from functools import lru_cache

from game.engine.brief import Brief, Faction
from game.engine.issue import IssueId, OptionId, Package
from game.engine.ledger import Entry, Ledger

Table = Mapping[IssueId, Mapping[OptionId, float]]
"""Points for each option of each issue."""


@lru_cache(maxsize=128)
def seat_table(brief: Brief) -> Table:
    """The points each clause brings to a seat; the best package of unlinked clauses brings 100."""
    return {
        issue: {option: weight * worth / 100 for option, worth in brief.worth[issue].items()}
        for issue, weight in brief.weights.items()
    }


@lru_cache(maxsize=512)
def faction_table(brief: Brief, faction_id: str) -> Table:
    """The points each clause brings to one faction."""
    faction = brief.faction(faction_id)
    return {issue: _faction_row(brief, faction, issue) for issue in brief.weights}


def _faction_row(brief: Brief, faction: Faction, issue: IssueId) -> Mapping[OptionId, float]:
    worth = {**brief.worth[issue], **faction.worth.get(issue, {})}
    weight = faction.weights.get(issue, 0)
    return {option: weight * value / 100 for option, value in worth.items()}


def sum_points(table: Table, package: Package) -> float:
    """The points of *package* by *table*, links left out."""
    return sum(table[issue][option] for issue, option in package.items())


def link_points(brief: Brief, package: Package) -> float:
    """What the links that *package* fulfils bring."""
    return sum(
        link.points
        for link in brief.links
        if all(package.get(issue) == option for issue, option in link.clauses.items())
    )


def value(brief: Brief, package: Package) -> float:
    """The points of *package* to the seat: the total of `utility`, without its reasons."""
    return sum_points(seat_table(brief), package) + link_points(brief, package)


def utility(brief: Brief, package: Package) -> Ledger:
    """What *package* is worth to the seat, clause by clause."""
    table = seat_table(brief)
    clauses = [Entry(brief.seat, issue, table[issue][option], option) for issue, option in package.items()]
    links = [
        Entry(brief.seat, " + ".join(link.clauses), link.points)
        for link in brief.links
        if all(package.get(issue) == option for issue, option in link.clauses.items())
    ]
    return (*clauses, *links)


def no_treaty_value(brief: Brief, status_quo: Package) -> float:
    """What is left with no treaty at all, before the cost of time."""
    return value(brief, status_quo) - brief.drift


def reservation_value(brief: Brief, status_quo: Package, turns_left: int) -> float:
    """Points below which no treaty is better: the status quo, less its drift and the time still to pay."""
    return no_treaty_value(brief, status_quo) - brief.waiting * turns_left

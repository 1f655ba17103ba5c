"""Exact search over packages, issue by issue: the best one above some floors, and the nearest one.

Nothing here lists packages. Issues that are linked are merged into one block; the rest is additive, so a
branch-and-bound over blocks finds the optimum with proof (Land and Doig 1960; the bound is Lagrange's).
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from attrs import frozen

from game.engine.brief import Brief
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.utility import Table, seat_table

Clauses = tuple[tuple[IssueId, OptionId], ...]
Block = tuple[Clauses, ...]
"""The alternatives of one issue, or of issues that are linked, each as its clauses."""
Allowed = Mapping[IssueId, Sequence[OptionId]]


def blocks(issues: Sequence[Issue], briefs: Sequence[Brief], allowed: Allowed | None = None) -> tuple[Block, ...]:
    """The independent parts of the table: each issue alone, linked issues together.

    *allowed* narrows the options of some issues, for instance to what is initialled.
    """
    groups: list[set[IssueId]] = [{issue.id} for issue in issues]
    for pair in (set(link.clauses) for brief in briefs for link in brief.links):
        touching = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        if touching:
            groups.append(set().union(*touching))
    ladders = {issue.id: _open_options(issue, allowed) for issue in issues}
    return tuple(_block([issue.id for issue in issues if issue.id in group], ladders) for group in groups)


def _open_options(issue: Issue, allowed: Allowed | None) -> Sequence[OptionId]:
    if allowed is not None and issue.id in allowed:
        return allowed[issue.id]
    return [option.id for option in issue.options]


def _block(group: Sequence[IssueId], ladders: Mapping[IssueId, Sequence[OptionId]]) -> Block:
    return tuple(tuple(zip(group, chosen, strict=True)) for chosen in product(*(ladders[issue] for issue in group)))


def seat_points(brief: Brief, clauses: Clauses) -> float:
    """What one alternative of a block brings to a seat, its links included."""
    table = seat_table(brief)
    held = dict(clauses)
    links = (
        link.points for link in brief.links if all(held.get(issue) == option for issue, option in link.clauses.items())
    )
    return sum(table[issue][option] for issue, option in clauses) + sum(links)


def table_points(table: Table, clauses: Clauses) -> float:
    """What one alternative of a block brings by an additive table."""
    return sum(table[issue][option] for issue, option in clauses)


@frozen(eq=False)
class Requirement:
    """Something a package must reach: a test that rises with each of some additive sums.

    `vectors` hold, for each block, the part of each alternative in each sum; `start` is each sum's constant.
    """

    vectors: tuple[tuple[tuple[float, ...], ...], ...]
    start: tuple[float, ...]
    test: Callable[[Sequence[float]], bool]


def requirement(
    parts: Sequence[Block],
    points: Sequence[Callable[[Clauses], float]],
    start: Sequence[float],
    test: Callable[[Sequence[float]], bool],
) -> Requirement:
    """A requirement on the sums that *points* define, one function of a block's clauses for each sum."""
    vectors = tuple(tuple(tuple(point(clauses) for clauses in block) for block in parts) for point in points)
    return Requirement(vectors, tuple(start), test)


def package_of(parts: Sequence[Block], chosen: Sequence[int], issues: Sequence[Issue]) -> Package:
    """The package that takes alternative `chosen[i]` of each block, in the order of *issues*."""
    clauses = dict(clause for block, place in zip(parts, chosen, strict=True) for clause in block[place])
    return {issue.id: clauses[issue.id] for issue in issues}

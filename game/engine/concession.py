"""Concessions as everybody can see them: by the public importance of issues, along the public ladders."""

from collections.abc import Mapping
from functools import lru_cache

from game.engine.issue import Issue, IssueId, OptionId, Package, SeatId
from game.engine.scenario import Scenario

GENUINE = 1.0
"""Public points that an offer must give beyond the offer before it to count as a concession."""


@lru_cache(maxsize=64)
def public_table(issues: tuple[Issue, ...], seat: SeatId, side: int) -> Mapping[IssueId, Mapping[OptionId, float]]:
    """What everybody believes each clause brings *seat*, out of 100: importance times place on the ladder.

    *side* is 0 for the seat whose wish lies at the foot of the ladders, 1 for the other.
    """
    whole = sum(issue.importance.get(seat, 5) for issue in issues) or 1
    table: dict[IssueId, dict[OptionId, float]] = {}
    for issue in issues:
        top = len(issue.options) - 1
        weight = 100 * issue.importance.get(seat, 5) / whole
        table[issue.id] = {option: weight * (rung if side else top - rung) / top for option, rung in issue.rung.items()}
    return table


def public_gain(issues: tuple[Issue, ...], seat: SeatId, side: int, before: Package, after: Package) -> float:
    """The public points that *seat* gains by the step from one package to another."""
    table = public_table(issues, seat, side)
    return sum(table[issue][option] - table[issue][before[issue]] for issue, option in after.items())


def conceded(scenario: Scenario, seat: SeatId, before: Package, after: Package) -> float:
    """The public points that *seat* gives the other side by going from one offer to the next."""
    other = scenario.other(seat)
    return public_gain(scenario.issues, other, scenario.seat_ids.index(other), before, after)

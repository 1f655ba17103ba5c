"""Concessions as everybody can see them: by the public importance of issues, along the public ladders."""

from collections.abc import Mapping
from functools import lru_cache

from game.engine.issue import IssueId, OptionId, Package, SeatId
from game.engine.scenario import Scenario

GENUINE = 1.0
"""Public points that an offer must give beyond the offer before it to count as a concession."""


@lru_cache(maxsize=64)
def public_table(scenario: Scenario, seat: SeatId) -> Mapping[IssueId, Mapping[OptionId, float]]:
    """What everybody believes each clause brings *seat*, out of 100: importance times place on the ladder."""
    side = scenario.seat_ids.index(seat)
    whole = sum(issue.importance.get(seat, 5) for issue in scenario.issues) or 1
    table: dict[IssueId, dict[OptionId, float]] = {}
    for issue in scenario.issues:
        top = len(issue.options) - 1
        weight = 100 * issue.importance.get(seat, 5) / whole
        table[issue.id] = {option: weight * (rung if side else top - rung) / top for option, rung in issue.rung.items()}
    return table


def conceded(scenario: Scenario, seat: SeatId, before: Package, after: Package) -> float:
    """The public points that *seat* gives the other side by going from one offer to the next."""
    table = public_table(scenario, scenario.other(seat))
    return sum(table[issue][option] - table[issue][before[issue]] for issue, option in after.items())

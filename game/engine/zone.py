"""Whether there is a zone of agreement: a text that both seats could gain by and that both capitals would pass."""

from collections.abc import Mapping, Sequence
from functools import partial

from game.engine.best import best_package
from game.engine.home import home_requirement
from game.engine.issue import IssueId, OptionId, Package
from game.engine.nearest import nearest_package
from game.engine.prospect import home_of
from game.engine.search import blocks, requirement, seat_points
from game.engine.state import State
from game.engine.utility import value

GAIN = 1.0
"""Points by which a text must better the state of things, both seats taken together, to be worth a signature."""


def agreeable_text(state: State, *, at_home: bool = True) -> Package | None:
    """A text that gives neither seat less than the state of things and both together more; None when there is none.

    With *at_home* both capitals would pass it as opinion stands; what opinion could still become is not asked.
    """
    scenario = state.scenario
    briefs = [scenario.briefs[seat] for seat in scenario.seat_ids]
    parts = blocks(scenario.issues, briefs)
    points = [partial(seat_points, brief) for brief in briefs]
    first, second = (value(brief, state.status_quo) for brief in briefs)

    def better(sums: Sequence[float]) -> bool:
        return sums[0] >= first and sums[1] >= second and sum(sums) >= first + second + GAIN

    homes = [home_requirement(home_of(state, seat), parts) for seat in scenario.seat_ids] if at_home else []
    begin = best_package(scenario.issues, parts, points[0], points[1], second) or state.status_quo
    return nearest_package(scenario.issues, parts, begin, [requirement(parts, points, [0.0, 0.0], better), *homes])


def barred_issues(state: State) -> Mapping[IssueId, tuple[OptionId, OptionId]]:
    """The issues on which no option keeps within the instructions of both envoys, with how far each may go."""
    scenario = state.scenario
    first, second = (home_of(state, seat).mandate for seat in scenario.seat_ids)
    bound = [issue for issue in scenario.issues if issue.id in first and issue.id in second]
    crossed = [issue.id for issue in bound if issue.rung[first[issue.id]] < issue.rung[second[issue.id]]]
    return {issue: (first[issue], second[issue]) for issue in crossed}

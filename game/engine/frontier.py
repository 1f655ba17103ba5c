"""The Pareto frontier of two seats' points, exact, built issue by issue and never by listing packages."""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from game.engine.brief import Brief
from game.engine.issue import Package
from game.engine.scenario import Scenario
from game.engine.search import Block, blocks, package_of, seat_points


@frozen
class Point:
    """One package nobody can improve without hurting the other seat, with its points to both."""

    first: float
    second: float
    package: Package


Trail = tuple[float, float, tuple[int, ...]]


@lru_cache(maxsize=32)
def frontier(scenario: Scenario) -> tuple[Point, ...]:
    """All undominated packages of the table, from the second seat's best to the first seat's best.

    Packages of equal points are one point. The cost grows with the number of distinct point pairs, which
    the whole-number weights and worths keep small.
    """
    briefs = [scenario.briefs[seat] for seat in scenario.seat_ids]
    parts = blocks(scenario.issues, briefs)
    edge: list[Trail] = [(0.0, 0.0, ())]
    for block in parts:
        edge = _undominated(_grown(edge, block, briefs))
    return tuple(Point(first, second, package_of(parts, chosen, scenario.issues)) for first, second, chosen in edge)


def _grown(edge: Sequence[Trail], block: Block, briefs: Sequence[Brief]) -> list[Trail]:
    first, second = briefs
    points = [(seat_points(first, clauses), seat_points(second, clauses)) for clauses in block]
    useful = _undominated([(one, two, (place,)) for place, (one, two) in enumerate(points)])
    return [(a + one, b + two, path + place) for a, b, path in edge for one, two, place in useful]


def _undominated(trails: list[Trail]) -> list[Trail]:
    """Those that no other beats for both seats, by rising points of the first seat."""
    trails.sort(key=lambda trail: (-round(trail[0], 6), -round(trail[1], 6), trail[2]))
    kept: list[Trail] = []
    for trail in trails:
        if not kept or trail[1] > kept[-1][1] + 1e-6:
            kept.append(trail)
    return kept[::-1]


def best_given(scenario: Scenario, seat: str, floor: float) -> float:
    """The most points any package gives *seat* while the other seat gets at least *floor* (A in §3.9).

    When nothing gives the other seat its floor, the seat's points where the other gets the most.
    """
    mine = scenario.seat_ids.index(seat)
    pairs = [((point.first, point.second)[mine], (point.first, point.second)[1 - mine]) for point in frontier(scenario)]
    fair = [own for own, theirs in pairs if theirs >= floor]
    return max(fair) if fair else max(pairs, key=lambda pair: pair[1])[0]


def joint_gain_left(scenario: Scenario, first: float, second: float) -> float:
    """How far a pair of points lies below the frontier: the least that both could have gained together.

    The distance is measured along the diagonal: the largest d such that some package gives both d more.
    """
    return max(0.0, max(min(point.first - first, point.second - second) for point in frontier(scenario)))

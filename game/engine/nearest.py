"""The nearest package that meets some requirements, counted in rungs of the ladders.

Exact: the allowance of rungs grows by one until a package is found, and a branch is left as soon as even the
most favourable use of the remaining rungs, taken for each sum apart, would miss a requirement.
"""

from collections.abc import Mapping, Sequence

from attrs import define, field

from game.engine.issue import Issue, Package
from game.engine.search import Block, Clauses, Requirement, package_of

_ALLOWANCES = (8, 20)
"""Rungs tried for, in turn: most cures are near, and a small table of reaches is quickly made."""
_NOTHING = float("-inf")


def rungs_between(issues: Sequence[Issue], one: Package, other: Package) -> int:
    """How many rungs of the ladders lie between two packages."""
    return sum(issue.steps(one[issue.id], other[issue.id]) for issue in issues)


def nearest_package(
    issues: Sequence[Issue], parts: Sequence[Block], start: Package, requirements: Sequence[Requirement]
) -> Package | None:
    """The package fewest rungs away from *start* that meets every requirement; None when there is none."""
    ladders = {issue.id: issue for issue in issues}
    costs = [[_cost(ladders, start, clauses) for clauses in block] for block in parts]
    order = [sorted(range(len(row)), key=row.__getitem__) for row in costs]
    first = 0
    for most in (*_ALLOWANCES, sum(max(row) for row in costs)):
        chosen = _Walk(costs, order, tuple(requirements), first, most).run()
        if chosen is not None:
            return package_of(parts, chosen, issues)
        first = most + 1
    return None


def _cost(ladders: Mapping[str, Issue], start: Package, clauses: Clauses) -> int:
    return sum(ladders[issue].steps(start[issue], option) for issue, option in clauses)


@define
class _Walk:
    costs: list[list[int]]
    order: list[list[int]]
    requirements: tuple[Requirement, ...]
    first: int
    most: int
    reaches: list[list[list[list[float]]]] = field(factory=list)
    """For each requirement and sum: what the blocks from a depth on can add with so many rungs."""
    least: list[int] = field(factory=list)
    """The fewest rungs the blocks from a depth on need: above 0 where the start is not among the alternatives."""

    def run(self) -> list[int] | None:
        self.reaches = [[self.reach(vector) for vector in each.vectors] for each in self.requirements]
        self.least = [sum(min(row) for row in self.costs[depth:]) for depth in range(len(self.costs) + 1)]
        start = [list(each.start) for each in self.requirements]
        for rungs in range(self.first, self.most + 1):
            if self.possible(0, rungs, start):
                path = self.descend(0, rungs, start, [])
                if path is not None:
                    return path
        return None

    def reach(self, vector: Sequence[Sequence[float]]) -> list[list[float]]:
        ahead = [0.0] * (self.most + 1)
        table = [ahead]
        for row, costs, order in zip(reversed(vector), reversed(self.costs), reversed(self.order), strict=True):
            ahead = _most_within(_best_at_cost(row, costs, order), ahead)
            table.append(ahead)
        return table[::-1]

    def possible(self, depth: int, rungs: int, sums: list[list[float]]) -> bool:
        if rungs < self.least[depth]:
            return False
        return all(
            each.test([one + reach[depth][rungs] for one, reach in zip(row, reaches, strict=True)])
            for each, row, reaches in zip(self.requirements, sums, self.reaches, strict=True)
        )

    def descend(self, depth: int, rungs: int, sums: list[list[float]], path: list[int]) -> list[int] | None:
        if not self.possible(depth, rungs, sums):
            return None
        if depth == len(self.costs):
            return path
        for place in self.order[depth]:
            if self.costs[depth][place] > rungs:
                return None
            ahead = [
                [one + vector[depth][place] for one, vector in zip(row, each.vectors, strict=True)]
                for row, each in zip(sums, self.requirements, strict=True)
            ]
            found = self.descend(depth + 1, rungs - self.costs[depth][place], ahead, [*path, place])
            if found is not None:
                return found
        return None


def _best_at_cost(row: Sequence[float], costs: Sequence[int], order: Sequence[int]) -> list[tuple[int, float]]:
    """The most points a block's alternatives bring at each number of rungs, where more rungs bring more.

    *order* names the alternatives from the fewest rungs on.
    """
    best = [(costs[order[0]], row[order[0]])]
    for place in order[1:]:
        cost, points = costs[place], row[place]
        if points > best[-1][1]:
            best[-1:] = [(cost, points)] if cost == best[-1][0] else [best[-1], (cost, points)]
    return best


def _most_within(best: Sequence[tuple[int, float]], ahead: Sequence[float]) -> list[float]:
    """For each allowance of rungs, the most points one block and the blocks behind it can bring."""
    most = [_NOTHING] * len(ahead)
    for cost, points in best:
        if cost >= len(ahead):
            break
        shifted = [points + behind for behind in ahead[: len(ahead) - cost]]
        most[cost:] = [one if one > other else other for one, other in zip(most[cost:], shifted, strict=True)]
    return most

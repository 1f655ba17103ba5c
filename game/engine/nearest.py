"""The nearest package that meets some requirements, counted in rungs of the ladders.

Exact: the allowance of rungs grows by one until a package is found, and a branch is left as soon as even the
most favourable use of the remaining rungs, taken for each sum apart, would miss a requirement.
"""

from collections.abc import Mapping, Sequence

from attrs import define, field

from game.engine.issue import Issue, Package
from game.engine.search import Block, Clauses, Requirement, package_of

MOST_RUNGS = 40


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
    most = min(MOST_RUNGS, sum(max(row) for row in costs))
    search = _Walk(costs, order, tuple(requirements), most)
    chosen = search.run()
    return None if chosen is None else package_of(parts, chosen, issues)


def _cost(ladders: Mapping[str, Issue], start: Package, clauses: Clauses) -> int:
    return sum(ladders[issue].steps(start[issue], option) for issue, option in clauses)


@define
class _Walk:
    costs: list[list[int]]
    order: list[list[int]]
    requirements: tuple[Requirement, ...]
    most: int
    reaches: list[list[list[list[float]]]] = field(factory=list)
    """For each requirement and sum: what the blocks from a depth on can add with so many rungs."""

    def run(self) -> list[int] | None:
        self.reaches = [[self.reach(vector) for vector in each.vectors] for each in self.requirements]
        start = [list(each.start) for each in self.requirements]
        for rungs in range(self.most + 1):
            if self.possible(0, rungs, start):
                path = self.descend(0, rungs, start, [])
                if path is not None:
                    return path
        return None

    def reach(self, vector: Sequence[Sequence[float]]) -> list[list[float]]:
        ahead = [0.0] * (self.most + 1)
        table = [ahead]
        for row, costs in zip(reversed(vector), reversed(self.costs), strict=True):
            ahead = [_most_within(rungs, row, costs, table[-1]) for rungs in range(self.most + 1)]
            table.append(ahead)
        return table[::-1]

    def possible(self, depth: int, rungs: int, sums: list[list[float]]) -> bool:
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


def _most_within(rungs: int, row: Sequence[float], costs: Sequence[int], ahead: Sequence[float]) -> float:
    return max(
        (points + ahead[rungs - cost] for points, cost in zip(row, costs, strict=True) if cost <= rungs),
        default=float("-inf"),
    )

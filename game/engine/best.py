"""The best package above a floor: an exact multiple-choice knapsack by branch and bound.

Maximise one additive sum while another stays at or above a floor. The bound is Lagrange's: for any price
L >= 0 of the floor, no completion beats gain + rest(gain + L * worth) - L * missing. At the best price only
packages whose small losses add up to less than the gap are ever looked at.
"""

from collections.abc import Callable, Sequence

from attrs import define, field

from game.engine.issue import Issue, Package
from game.engine.search import Block, Clauses, package_of

EXACT_TO = 0.01
"""Points by which the answer may fall short of the optimum: less than anybody can see."""
_SLACK = 1e-9


def best_package(
    issues: Sequence[Issue],
    parts: Sequence[Block],
    gain: Callable[[Clauses], float],
    worth: Callable[[Clauses], float],
    floor: float,
) -> Package | None:
    """The package with the most *gain* whose *worth* reaches *floor*; None when there is none.

    Exact to a hundredth of a point. The same question has the same answer everywhere.
    """
    measured = [_useful([(gain(clauses), worth(clauses), clauses) for clauses in block]) for block in parts]
    measured.sort(key=lambda block: -_spread([each[1] for each in block]))
    gains = [[each[0] for each in block] for block in measured]
    worths = [[each[1] for each in block] for block in measured]
    chosen = _Search(gains, worths, floor).run()
    kept = [tuple(each[2] for each in block) for block in measured]
    return None if chosen is None else package_of(kept, chosen, issues)


Measured = tuple[float, float, Clauses]


def _useful(alternatives: list[Measured]) -> list[Measured]:
    """Those alternatives of a block that no other beats in both gain and worth."""
    kept: list[Measured] = []
    for each in sorted(alternatives, key=lambda each: (-each[0], -each[1])):
        if not kept or each[1] > kept[-1][1]:
            kept.append(each)
    return kept


def _spread(row: list[float]) -> float:
    """How much hangs on a block: the finest come last, so that they fit the package snugly to the floor."""
    return max(row) - min(row)


@define
class _Search:
    gains: list[list[float]]
    worths: list[list[float]]
    floor: float
    price: float = 0.0
    bounds: list[float] = field(factory=list)
    """What the blocks from each depth on can add at most to gain plus price times worth."""
    reach: list[float] = field(factory=list)
    """What they can add at most to worth."""
    order: list[list[int]] = field(factory=list)
    best: float = float("-inf")
    chosen: list[int] | None = None

    def run(self) -> list[int] | None:
        self.reach = _suffix([max(row) for row in self.worths])
        if self.reach[0] < self.floor - _SLACK:
            return None
        self.price = self.fair_price()
        merits = self.merits(self.price)
        self.order = [sorted(range(len(row)), key=lambda place, row=row: -row[place]) for row in merits]  # type: ignore[misc]
        self.bounds = _suffix([max(row) for row in merits])
        self.descend(0, 0.0, 0.0, [])
        return self.chosen

    def merits(self, price: float) -> list[list[float]]:
        return [
            [gain + price * worth for gain, worth in zip(gains, worths, strict=True)]
            for gains, worths in zip(self.gains, self.worths, strict=True)
        ]

    def fair_price(self) -> float:
        """The least price of the floor at which the alternative of most merit in every block reaches it together.

        Each block climbs the hull of its alternatives, cheapest step first, as in the linear relaxation of the
        knapsack (Kellerer, Pferschy and Pisinger 2004, ch. 11).
        """
        reached, price = sum(row[0] for row in self.worths), 0.0
        for step, more in sorted(step for rows in zip(self.gains, self.worths, strict=True) for step in _hull(*rows)):
            if reached >= self.floor:
                break
            reached, price = reached + more, step
        return price

    def descend(self, depth: int, gained: float, worth: float, path: list[int]) -> None:
        if depth == len(self.gains):
            if gained > self.best:
                self.best, self.chosen = gained, path
            return
        short = self.floor - _SLACK - self.reach[depth + 1]
        spare = self.bounds[depth + 1] - self.price * self.floor
        for place in self.order[depth]:
            total, held = gained + self.gains[depth][place], worth + self.worths[depth][place]
            if total + self.price * held + spare <= self.best + EXACT_TO:
                return  # the alternatives come by falling merit: none of the rest can do better
            if held >= short:
                self.descend(depth + 1, total, held, [*path, place])


def _hull(gains: list[float], worths: list[float]) -> list[tuple[float, float]]:
    """The steps up a block's hull, from most gain to most worth: gain lost for each point of worth, and the points."""
    steps: list[tuple[float, float]] = []
    for lost, more in (
        (gains[place] - gains[place + 1], worths[place + 1] - worths[place]) for place in range(len(gains) - 1)
    ):
        while steps and steps[-1][0] * more >= lost:
            before, width = steps.pop()
            lost, more = lost + before * width, more + width
        steps.append((lost / more, more))
    return steps


def _suffix(best: list[float]) -> list[float]:
    """What the blocks from each depth on can add at most; 0 after the last."""
    sums = [0.0]
    for part in reversed(best):
        sums.append(sums[-1] + part)
    return sums[::-1]

"""Shares and means of many games, with the interval that chance leaves open."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

from attrs import frozen

Z = 1.96
"""Standard deviations on either side of a 95 % interval."""


@frozen
class Share:
    """How many of how many."""

    hits: int
    runs: int

    @property
    def per_cent(self) -> float:
        return 100 * self.hits / self.runs if self.runs else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share in per cent (Wilson 1927), 0 to 100 when nothing was counted."""
        if not self.runs:
            return (0.0, 100.0)
        share, spread = self.hits / self.runs, Z * Z / self.runs
        centre = (share + spread / 2) / (1 + spread)
        reach = Z * sqrt(share * (1 - share) / self.runs + spread / (4 * self.runs)) / (1 + spread)
        return (100 * max(0.0, centre - reach), 100 * min(1.0, centre + reach))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.per_cent:.1f} % ({low:.1f}–{high:.1f})"


@frozen
class Mean:
    """A mean with the 95 % interval of the mean, by the normal approximation."""

    value: float
    reach: float
    runs: int

    @property
    def low(self) -> float:
        return self.value - self.reach

    @property
    def high(self) -> float:
        return self.value + self.reach

    def __str__(self) -> str:
        return f"{self.value:.1f} ± {self.reach:.1f}" if self.runs else "–"


def mean_of(values: Sequence[float]) -> Mean:
    """The mean of *values*; of one value or none the interval is left at nothing."""
    if not values:
        return Mean(0.0, 0.0, 0)
    reach = Z * stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    return Mean(fmean(values), reach, len(values))

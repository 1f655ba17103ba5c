"""What a seat may believe of the other side: from public importance, offers, stands and its own agents' reports.

Frequency model of the automated-negotiation field: an issue a seat does not move on weighs more (`mechanics.md`
§3.11; Baarslag et al. 2016 compare such models). It reads nothing that the other side keeps to itself.
"""

import itertools
from collections.abc import Mapping, Sequence

from attrs import frozen

from game.engine.actions import Refusal
from game.engine.issue import Issue, IssueId, OptionId, Package, SeatId
from game.engine.treaty import Offer, Stand

HELD = 0.02
"""Weight added to an issue for each offer in which it was not moved."""
ASKED = 0.08
"""Weight added to an issue that the other side's last refusal asks to be changed."""
REPORTED = 0.05
"""Weight added to an issue that agents name as the other side's first."""
VOWED = 0.03
"""Weight added to an issue on which the other side has taken a public stand."""


@frozen(eq=False)
class Belief:
    """The other side's supposed values."""

    seat: SeatId
    """The seat this is about."""
    weights: Mapping[IssueId, float]
    """What each issue is thought to be worth to it; adds up to 100."""
    table: Mapping[IssueId, Mapping[OptionId, float]]
    """The points each clause is thought to bring it."""
    grounds: Mapping[IssueId, tuple[str, ...]]
    """Why an issue is thought to weigh more than everybody believes: `held 3`, `vowed`, `reported`,
    `asked`."""

    def points(self, package: Package) -> float:
        """The points *package* is thought to bring it."""
        return sum(self.table[issue][option] for issue, option in package.items())


def believe(
    issues: Sequence[Issue],
    seat: SeatId,
    side: int,
    offers: Sequence[Offer],
    stands: Sequence[Stand],
    reported: Sequence[IssueId],
    answer: Refusal | None = None,
) -> Belief:
    """What may be believed of *seat*, which stands on *side* of the ladders and gave *answer* to the last offer."""
    importance = {issue.id: issue.importance.get(seat, 5) for issue in issues}
    whole = sum(importance.values())
    weights = {issue: each / whole if whole else 1 / len(issues) for issue, each in importance.items()}
    held = _held(issues, [offer.package for offer in offers if offer.seat == seat])
    vowed = {stand.issue for stand in stands if stand.seat == seat}
    asked = answer.cure if answer is not None else {}
    grounds: dict[IssueId, tuple[str, ...]] = {}
    for issue in weights:
        weights[issue] += HELD * held[issue] + VOWED * (issue in vowed) + REPORTED * reported.count(issue)
        weights[issue] += ASKED * (issue in asked)
        named = (("vowed", vowed), ("reported", reported), ("asked", asked))
        told = [f"held {held[issue]}"] if held[issue] else []
        grounds[issue] = (*told, *(word for word, issues_named in named if issue in issues_named))
    scale = 100 / sum(weights.values())
    weights = {issue: weight * scale for issue, weight in weights.items()}
    return Belief(seat, weights, {issue.id: _row(issue, weights[issue.id], side) for issue in issues}, grounds)


def _held(issues: Sequence[Issue], said: Sequence[Package]) -> Mapping[IssueId, int]:
    return {
        issue.id: sum(before[issue.id] == after[issue.id] for before, after in itertools.pairwise(said))
        for issue in issues
    }


def _row(issue: Issue, weight: float, side: int) -> Mapping[OptionId, float]:
    top = len(issue.options) - 1
    return {option: weight * (rung if side else top - rung) / top for option, rung in issue.rung.items()}

"""The second table: what a seat's own factions would say to a text, as ledgers, and the vote they add up to."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from math import comb, exp

from attrs import frozen

from game.engine.brief import Brief
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.ledger import Entry, Ledger, total
from game.engine.scenario import Stage
from game.engine.search import Block, Requirement, requirement, table_points
from game.engine.utility import Table, faction_table, sum_points

WIDTH = 6
"""Points of margin that turn an even faction into one three quarters in favour (`mechanics.md` §3.7)."""
MANDATE_PRICE = 3
"""Points that every faction takes off for each rung by which the envoy went beyond the mandate."""
STAND_PRICE = 200
"""Hundredths of a per cent of support lost for each rung by which a public stand is broken (§3.6: about 2 %)."""
FULL = 10_000
"""All of the support there can be, in hundredths of a per cent."""
SWINGS: tuple[tuple[int, int], ...] = tuple((k - 18, comb(36, k)) for k in range(9, 28))
"""Per cent of support that chance may add at a vote, with weights: binomial, standard deviation 3 (§3.7: ±5)."""


@frozen(eq=False)
class Home:
    """All that decides a seat's consent to a text at one moment. Only its own seat may hold one."""

    brief: Brief
    issues: tuple[Issue, ...]
    side: int
    """0 when the seat's wish lies at the foot of the ladders, 1 when it lies at their top."""
    status_quo: Package
    favours: Mapping[str, int]
    mandate: Mapping[IssueId, OptionId]
    stands: Mapping[IssueId, OptionId]
    stages: tuple[Stage, ...]


def rungs_beyond(issue: Issue, side: int, limit: OptionId, option: OptionId) -> int:
    """How many rungs *option* lies beyond *limit*, away from the wish of the seat on *side*."""
    climbed = issue.rung[option] - issue.rung[limit]
    return max(0, climbed if side == 0 else -climbed)


def beyond(home: Home, limits: Mapping[IssueId, OptionId], package: Package) -> Mapping[IssueId, int]:
    """The issues on which *package* passes *limits* (a mandate, or public stands), and by how many rungs."""
    found = {
        issue.id: rungs_beyond(issue, home.side, limits[issue.id], package[issue.id])
        for issue in home.issues
        if issue.id in limits and issue.id in package
    }
    return {issue: rungs for issue, rungs in found.items() if rungs}


def stand_price(rungs: int, credibility: int) -> float:
    """Points that breaking a public stand by so many rungs costs: more, the more one was believed (§3.6)."""
    return round(1.6 * rungs * (0.5 + credibility / 200), 2)


def faction_ledger(home: Home, faction: str, package: Package) -> Ledger:
    """Why a faction is for or against *package*: what each clause brings it beside the status quo, and the rest.

    The total is the margin m of its vote; it is even at 0.
    """
    table = faction_table(home.brief, faction)
    clauses = [
        Entry(faction, issue, table[issue][option] - table[issue][home.status_quo[issue]], option)
        for issue, option in package.items()
    ]
    exceeded = beyond(home, home.mandate, package)
    rules = [
        Entry(faction, "favour", home.favours[faction]),
        *(Entry(faction, f"mandate {issue}", -MANDATE_PRICE * rungs) for issue, rungs in exceeded.items()),
    ]
    return tuple(entry for entry in (*clauses, *rules) if entry.points)


def inclination(margin: float) -> float:
    """The share of a faction that says aye at a margin in points: logistic, rounded so that all machines agree."""
    return round(1 / (1 + exp(-max(-240.0, min(240.0, margin)) / WIDTH)), 6)


def margin(home: Home, faction: str, package: Package) -> float:
    """The points by which a faction leans towards *package*: the total of its ledger."""
    return total(faction_ledger(home, faction, package))


def voters(home: Home, stage: Stage) -> tuple[tuple[str, float], ...]:
    """Who votes at *stage*, with each one's share of the vote; the shares add up to 1."""
    chosen = [each for each in home.brief.factions if not stage.factions or each.id in stage.factions]
    influence = sum(each.influence for each in chosen)
    return tuple((each.id, each.influence / influence) for each in chosen)


def support(home: Home, stage: Stage, package: Package) -> int:
    """The support of *package* at *stage*, in hundredths of a per cent, before chance has its say."""
    margins = {faction: margin(home, faction, package) for faction, _ in voters(home, stage)}
    return _support(voters(home, stage), margins, sum(beyond(home, home.stands, package).values()))


def _support(shares: Sequence[tuple[str, float]], margins: Mapping[str, float], broken: float) -> int:
    ayes = sum(share * inclination(margins[faction]) for faction, share in shares)
    return max(0, min(FULL, round(ayes * FULL - STAND_PRICE * broken)))


def carries(stage: Stage, supported: int) -> bool:
    """Whether *supported* (hundredths of a per cent) is enough at *stage*."""
    return supported >= stage.threshold * 100


@lru_cache(maxsize=4096)
def chance_of(supported: int, threshold: int) -> float:
    """How likely a vote that stands at *supported* passes *threshold* per cent once chance has swung it."""
    passing = sum(weight for swing, weight in SWINGS if supported + 100 * swing >= threshold * 100)
    return passing / sum(weight for _, weight in SWINGS)


def chance_at_home(home: Home, package: Package) -> float:
    """How likely all stages of consent pass *package* as opinion stands now, 0 to 1."""
    chance = 1.0
    for stage in home.stages:
        chance *= chance_of(support(home, stage, package), stage.threshold)
    return chance


def weakest_margin(home: Home, package: Package) -> int:
    """By how much the weakest stage passes its threshold (below 0: falls short), in hundredths of a per cent."""
    return min((support(home, stage, package) - stage.threshold * 100 for stage in home.stages), default=FULL)


def home_requirement(home: Home, parts: Sequence[Block], slack: int = 0) -> Requirement:
    """That every stage would pass a package with *slack* hundredths of a per cent to spare, for exact search."""
    factions = [faction.id for faction in home.brief.factions]
    start = [home.favours[each] - sum_points(faction_table(home.brief, each), home.status_quo) for each in factions]
    leanings = [partial(table_points, _leaning(home, each)) for each in factions]
    stands = partial(table_points, _stands_kept(home))
    return requirement(parts, [*leanings, stands], [*start, 0.0], home_test(home, slack))


def home_test(home: Home, slack: int) -> Callable[[Sequence[float]], bool]:
    """The test of a `home_requirement`: whether margins, one a faction, and stands kept would pass every stage."""
    factions = [faction.id for faction in home.brief.factions]
    stages = [(voters(home, stage), stage.threshold * 100 + slack) for stage in home.stages]

    def passes(sums: Sequence[float]) -> bool:
        margins = dict(zip(factions, sums, strict=False))
        return all(_support(shares, margins, -sums[-1]) >= needed for shares, needed in stages)

    return passes


def _leaning(home: Home, faction: str) -> Table:
    """What each clause adds to a faction's margin, the price of going beyond the mandate included."""
    table = faction_table(home.brief, faction)
    return {
        issue.id: {
            option: table[issue.id][option] - MANDATE_PRICE * _over(home, home.mandate, issue, option)
            for option in issue.rung
        }
        for issue in home.issues
    }


def _stands_kept(home: Home) -> Table:
    """Minus the rungs by which each clause breaks a stand."""
    return {
        issue.id: {option: -_over(home, home.stands, issue, option) for option in issue.rung} for issue in home.issues
    }


def _over(home: Home, limits: Mapping[IssueId, OptionId], issue: Issue, option: OptionId) -> int:
    return rungs_beyond(issue, home.side, limits[issue.id], option) if issue.id in limits else 0

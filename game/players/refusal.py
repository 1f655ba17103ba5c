"""Saying no with reasons: true entries of the refuser's own ledger, told without numbers, and the cheapest cure."""

from collections.abc import Collection, Iterator

from game.engine.actions import Reason, ReasonKind, Refusal
from game.engine.home import beyond, faction_ledger, support
from game.engine.issue import IssueId, Package
from game.engine.utility import seat_table
from game.players.appraisal import BARE, Appraisal

MOST_REASONS = 4


def refusal(appraisal: Appraisal, package: Package, floor: float, counter: Package | None) -> Refusal:
    """Why the seat does not sign *package* while it wants *floor* points, and the nearest text it would sign.

    The reasons are about the clauses that the cure changes; the cure lies between *package* and the seat's *counter*.
    """
    cure = appraisal.cure(package, floor, counter)
    changes = {} if cure is None else {issue: option for issue, option in cure.items() if option != package[issue]}
    told = list(_reasons(appraisal, package, floor, changes or package))
    told = told or list(_reasons(appraisal, package, floor, package))  # what a vote is lost by may not be the cure
    reasons = tuple(dict.fromkeys(told))
    return Refusal(reasons[:MOST_REASONS] or (Reason(ReasonKind.TIMING),), changes)


def _reasons(appraisal: Appraisal, package: Package, floor: float, issues: Collection[IssueId]) -> Iterator[Reason]:
    home = appraisal.home
    for issue in beyond(home, home.mandate, package):
        if issue in issues:
            yield Reason(ReasonKind.MANDATE, issue)
    yield from _home_reasons(appraisal, package, issues)
    if appraisal.points(package) < floor:
        for issue in beyond(home, home.stands, package):
            if issue in issues:
                yield Reason(ReasonKind.STAND, issue)
        for issue in _dearest_losses(appraisal, package, issues):
            yield Reason(ReasonKind.VALUE, issue)


def _home_reasons(appraisal: Appraisal, package: Package, issues: Collection[IssueId]) -> Iterator[Reason]:
    """For each vote that would be lost, the clause of *issues* that the most hostile of its factions counts worst."""
    home = appraisal.home
    for stage in home.stages:
        if support(home, stage, package) >= stage.threshold * 100 + BARE:
            continue
        entries = [
            entry
            for faction in home.brief.factions
            if not stage.factions or faction.id in stage.factions
            for entry in faction_ledger(home, faction.id, package)
            if entry.option and entry.points * faction.influence < 0 and entry.what in issues
        ]
        for entry in sorted(entries, key=lambda entry: entry.points)[:1]:
            yield Reason(ReasonKind.HOME, entry.what, entry.who)


def _dearest_losses(appraisal: Appraisal, package: Package, issues: Collection[IssueId]) -> list[IssueId]:
    """Those of *issues* on which *package* leaves the seat furthest below its best option, dearest first."""
    table = seat_table(appraisal.brief)
    losses = {issue: max(table[issue].values()) - table[issue][package[issue]] for issue in issues}
    return [issue for issue in sorted(losses, key=lambda issue: -losses[issue])[:3] if losses[issue] > 0]

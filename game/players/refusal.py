"""Saying no with reasons: true entries of the refuser's own ledger, told without numbers, and the cheapest cure."""

from collections.abc import Iterator

from game.engine.actions import Reason, ReasonKind, Refusal
from game.engine.home import beyond, faction_ledger, support
from game.engine.issue import Package
from game.engine.utility import seat_table
from game.players.appraisal import BARE, Appraisal

MOST_REASONS = 4
MOST_OF_A_KIND = 2


def refusal(appraisal: Appraisal, package: Package, floor: float) -> Refusal:
    """Why the seat does not sign *package* while it wants *floor* points, and the nearest text it would sign."""
    cure = appraisal.cure(package, floor)
    changes = {} if cure is None else {issue: option for issue, option in cure.items() if option != package[issue]}
    reasons = _chosen(_reasons(appraisal, package, floor))
    return Refusal(reasons or (Reason(ReasonKind.TIMING),), changes)


def _chosen(reasons: Iterator[Reason]) -> tuple[Reason, ...]:
    """The first few of *reasons*, of each kind at most two, so that a listener hears more than one tune."""
    told: list[Reason] = []
    for reason in reasons:
        if reason not in told and sum(each.kind is reason.kind for each in told) < MOST_OF_A_KIND:
            told.append(reason)
    return tuple(told[:MOST_REASONS])


def _reasons(appraisal: Appraisal, package: Package, floor: float) -> Iterator[Reason]:
    home = appraisal.home
    for issue in beyond(home, home.mandate, package):
        yield Reason(ReasonKind.MANDATE, issue)
    yield from _home_reasons(appraisal, package)
    if appraisal.points(package) < floor:
        for issue in beyond(home, home.stands, package):
            yield Reason(ReasonKind.STAND, issue)
        for issue in _dearest_losses(appraisal, package):
            yield Reason(ReasonKind.VALUE, issue)


def _home_reasons(appraisal: Appraisal, package: Package) -> Iterator[Reason]:
    """For each vote that would be lost, the clause that the most hostile of its big factions counts worst."""
    home = appraisal.home
    for stage in home.stages:
        if support(home, stage, package) >= stage.threshold * 100 + BARE:
            continue
        entries = [
            entry
            for faction in home.brief.factions
            if not stage.factions or faction.id in stage.factions
            for entry in faction_ledger(home, faction.id, package)
            if entry.option and entry.points * faction.influence < 0
        ]
        for entry in sorted(entries, key=lambda entry: entry.points)[:1]:
            yield Reason(ReasonKind.HOME, entry.what, entry.who)


def _dearest_losses(appraisal: Appraisal, package: Package) -> list[str]:
    """The issues on which *package* leaves the seat furthest below its best option, dearest first."""
    table = seat_table(appraisal.brief)
    losses = {issue: max(table[issue].values()) - table[issue][option] for issue, option in package.items()}
    return [issue for issue in sorted(losses, key=lambda issue: -losses[issue])[:3] if losses[issue] > 0]

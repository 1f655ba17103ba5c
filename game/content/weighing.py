"""Checks of numbers: shares add up, every option has a value, everything lies within its bounds."""

from collections.abc import Iterator, Mapping

from game.content.draft import Draft, Finding, Trail
from game.content.problem import Severity
from game.engine.brief import Brief, Character, Faction
from game.engine.card import Card
from game.engine.issue import Issue
from game.engine.people import Consequence, Group
from game.engine.promise import Promise
from game.engine.scenario import Length, Meter, OrderKind, Stage, Turn, WarRules

Bounds = tuple[float, float]
_MANY = 1_000_000_000
_SHARE: Bounds = (0, 100)
_CHANCE: Bounds = (0, 1)
_SOME: Bounds = (0, _MANY)
_BOUNDS: Mapping[type, Mapping[str, Bounds]] = {
    Brief: {"weights": _SHARE, "worth": _SHARE, "waiting": _SHARE, "drift": _SHARE},
    Card: {"weight": _SOME},
    Character: {
        "concession": (0.05, 20),
        "reciprocity": _CHANCE,
        "opening": _SHARE,
        "margin": (-100, 100),
        "oversteps": _CHANCE,
        "mettle": _CHANCE,
        "tastes": (-100, 100),
    },
    Consequence: {"low": _SHARE, "high": _SHARE},
    Faction: {"influence": _SHARE, "weights": _SHARE, "worth": _SHARE, "favour": (-100, 100)},
    Group: {"low": _SOME, "high": _SOME},
    Issue: {"importance": (0, 10)},
    Length: {"minutes": (1, _MANY), "turns": _SOME, "sittings": (1, 10), "cards": (0, 10)},
    Meter: {"pull": _SOME},
    Promise: {"games": (1, 100_000), "at_least": _SHARE, "at_most": _SHARE},
    OrderKind: {"cost": _SOME},
    Stage: {"after": (0, 100), "threshold": _SHARE},
    Turn: {"months": (1, 1200)},
    WarRules: dict.fromkeys(("readiness", "tension", "win", "lose", "cost", "attacker"), _SHARE),
}


def within_bounds(draft: Draft) -> Iterator[Finding]:
    for trail, each in draft.everything:
        for name, bounds in _BOUNDS.get(type(each), {}).items():
            yield from _outside(getattr(each, name), (*trail, name), bounds)


def _outside(value: object, trail: Trail, bounds: Bounds) -> Iterator[Finding]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _outside(each, (*trail, key), bounds)
    elif isinstance(value, int | float) and not bounds[0] <= value <= bounds[1]:
        span = f"at least {bounds[0]}" if bounds[1] == _MANY else f"from {bounds[0]} to {bounds[1]}"
        yield Finding(trail, "out-of-range", f"{value} is not {span}")


def low_below_high(draft: Draft) -> Iterator[Finding]:
    for trail, each in draft.everything:
        if isinstance(each, Consequence | Group | Meter) and each.low > each.high:
            yield Finding((*trail, "high"), "high-below-low", f"high is {each.high}, which is below low, {each.low}")


def meters(draft: Draft) -> Iterator[Finding]:
    """A meter is shared or a seat's, begins and rests within its bounds, and its bands cover them all."""
    for place, each in enumerate(draft.scenario.meters):
        trail: Trail = ("meters", place)
        if each.scope not in ("shared", "seat"):
            yield Finding((*trail, "scope"), "bad-scope", f"scope is 'shared' or 'seat', not '{each.scope}'")
        for name in ("start", "rest"):
            value = getattr(each, name)
            if value is not None and not each.low <= value <= each.high:
                message = f"{name} is {value}, outside {each.low} to {each.high}"
                yield Finding((*trail, name), "out-of-range", message)
        tops = [band.below for band in each.bands]
        if tops != sorted(set(tops)) or (tops and tops[-1] <= each.high):
            message = f"bands rise, and the last one ends above {each.high}"
            yield Finding((*trail, "bands"), "bands-uncovered", message)


def known_meters_fit(draft: Draft) -> Iterator[Finding]:
    """Meters that rules of the engine read belong to whom the rules expect."""
    wanted = {"tension": "shared", "capital": "seat", "readiness": "seat", "credibility": "seat"}
    for place, each in enumerate(draft.scenario.meters):
        if each.scope != (scope := wanted.get(each.id, each.scope)):
            yield Finding(("meters", place, "scope"), "bad-scope", f"rules read '{each.id}' as a {scope} meter")
    if draft.scenario.war is not None and draft.ids((), "meters") is not None:
        for name in {"tension", "readiness"} - draft.scenario.meter.keys():
            yield Finding(("war",), "unknown-meter", f"war needs the meter '{name}'")


def shares_add_up(draft: Draft) -> Iterator[Finding]:
    for seat, brief in draft.scenario.briefs.items():
        trail: Trail = ("briefs", seat)
        yield from _hundred(sum(brief.weights.values()), (*trail, "weights"), "weights")
        influences = sum(each.influence for each in brief.factions)
        yield from _hundred(influences, (*trail, "factions"), "the influences of a seat's factions")
        for place, each in enumerate(brief.factions):
            yield from _hundred(sum(each.weights.values()), (*trail, "factions", place, "weights"), "weights")


def _hundred(total: float, trail: Trail, what: str) -> Iterator[Finding]:
    if abs(total - 100) > 0.001:
        yield Finding(trail, "weights-not-100", f"{what} add up to {total:g} (they must add up to 100)")


def every_option_has_a_value(draft: Draft) -> Iterator[Finding]:
    for seat, brief in draft.scenario.briefs.items():
        for issue in draft.scenario.issues:
            values = brief.worth.get(issue.id, {})
            missing = [each.id for each in issue.options if each.id not in values]
            if missing and issue.id:
                message = f"'{seat}' has no worth for {_listed(missing)} of the issue '{issue.id}'"
                yield Finding(("briefs", seat, "worth", issue.id), "option-no-value", message)


def worth_spans_the_scale(draft: Draft) -> Iterator[Finding]:
    for seat, brief in draft.scenario.briefs.items():
        for issue, values in brief.worth.items():
            if values and (min(values.values()), max(values.values())) != (0, 100):
                message = "the best option of an issue should be worth 100, the worst 0: then weights can be compared"
                trail: Trail = ("briefs", seat, "worth", issue)
                yield Finding(trail, "worth-not-full", message, severity=Severity.WARNING)


def ladder_length(draft: Draft) -> Iterator[Finding]:
    for place, issue in enumerate(draft.scenario.issues):
        if not 2 <= len(issue.options) <= 7:
            message = f"an issue has 2 to 7 options, this one has {len(issue.options)}"
            yield Finding(("issues", place, "options"), "ladder-length", message)


def _listed(words: list[str]) -> str:
    return ", ".join(f"'{each}'" for each in words)

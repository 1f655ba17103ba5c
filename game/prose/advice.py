"""What speaks for an order now: the figures it bears on, as the seat may know them. Advice names consequences."""

from collections.abc import Iterator

from game.engine.effect import OTHER, OWN, Effect
from game.engine.home import inclination, margin
from game.engine.issue import Package
from game.engine.resolve import INCIDENT_FROM
from game.engine.scenario import CREDIBILITY, TENSION, OrderKind, Shown, Target, Verb
from game.engine.view import SeatView
from game.prose.meters import gauge
from game.prose.prospects import confidence, heard
from game.prose.words import faction_title, listed


def advice(view: SeatView, kind: OrderKind, draft: Package) -> str:
    """Where that stands now which *kind* would move or lean on; empty when nothing can be said."""
    if kind.target is Target.FACTION:
        return _hardest(view, draft)
    if kind.does is Verb.INTELLIGENCE:
        return f"You have heard {heard(view)}: {confidence(view)} confidence in what we believe of them."
    names = [f"{view.seat}.{CREDIBILITY}"] if kind.does is Verb.STAND else []
    names += [name for effect in kind.effects if (name := _name(view, effect))]
    now = listed(_level(view, name) for name in dict.fromkeys(names) if name in view.meters)
    return " ".join(part for part in (f"Now: {now}." if now else "", *_clashes(view, kind)) if part)


def _hardest(view: SeatView, draft: Package) -> str:
    """The faction whose refusal would cost *draft* the most votes."""
    home = view.home
    if home is None or not home.brief.factions:
        return ""
    ayes = {each.id: inclination(margin(home, each.id, draft)) for each in home.brief.factions}
    worst = max(home.brief.factions, key=lambda each: each.influence * (1 - ayes[each.id]))
    votes = f"{worst.influence} % of the votes, {100 * ayes[worst.id]:.0f} in a hundred for it"
    return f"Where your draft lacks most votes: {faction_title(home.brief, worst.id)} ({votes})."


def _name(view: SeatView, effect: Effect) -> str:
    """The name of the meter that *effect* moves, among the levels of *view*."""
    seats = {OWN: view.seat or "", OTHER: view.other}
    return ".".join(seats.get(part, part) for part in effect.path)


def _level(view: SeatView, name: str) -> str:
    seat, _, meter = name.rpartition(".")
    found = next(each for each in view.gauges if each.id == meter)
    about = "about " if seat == view.other and found.shown is Shown.BLURRED else ""
    whose = {view.seat: "your ", view.other: "their "}.get(seat, "")
    return f"{whose}{gauge(found, view.meters[name], about)}"


def _clashes(view: SeatView, kind: OrderKind) -> Iterator[str]:
    """The danger of a clash, when *kind* moves the tension."""
    if any(effect.name == TENSION for effect in kind.effects):
        above = view.meters[TENSION] > INCIDENT_FROM
        yield f"Patrols may clash by themselves above {INCIDENT_FROM}{': now' if above else ''}."

"""Named effects in words, as the seat may know them before it chooses."""

from collections.abc import Iterable

from game.engine.effect import ALL, OTHER, OWN, Effect
from game.engine.issue import SeatId
from game.engine.resolve import CLASH_POINTS
from game.engine.scenario import Shown
from game.engine.view import SeatView
from game.prose.meters import in_sentence
from game.prose.words import clause, counted, faction_title, in_text, listed, seat_title, signed, spoken, whose


def effects_in_words(view: SeatView, effects: Iterable[Effect], actor: SeatId) -> str:
    """All *effects*, chosen by *actor*, in one sentence without its full stop; empty when there are none."""
    return listed(dict.fromkeys(part for each in effects if (part := _effect(view, each, actor))))


def _effect(view: SeatView, effect: Effect, actor: SeatId) -> str:
    match effect.path:
        case ("target", "favour"):
            return f"the faction you name {_mood(effect.amount)}"
        case ("status_quo", issue):
            known = any(each.id == issue for each in view.issues)
            return f"without a treaty it stays at “{clause(view, issue, effect.word)}”" if known else ""
        case ("incident",):
            return _incident(view)
        case ("envoy", seat):
            return _envoy(view, seat, effect.word)
        case ("people", group, column):
            return f"{abs(effect.amount)} {spoken(group)}, {spoken(column)}"
        case (seat, faction, "favour"):
            return _favour(view, _seat(view, seat, actor), faction, effect.amount)
        case (seat, meter):
            return _meter(view, _seat(view, seat, actor), meter, effect.amount)
    return _shared(view, effect)


def _seat(view: SeatView, word: str, actor: SeatId) -> SeatId:
    if word == OWN:
        return actor
    if word == OTHER:
        return next((each.id for each in view.seats if each.id != actor), word)
    return word


def _envoy(view: SeatView, seat: SeatId, name: str) -> str:
    if seat == view.seat and view.brief is not None:
        return f"{view.brief.envoy(name).name} speaks for you"
    return f"{in_text(seat_title(view.seats, seat))} sends another envoy"


def _incident(view: SeatView) -> str:
    if not view.incidents:
        return f"shots are fired: a first clash, which costs each side {counted(CLASH_POINTS, 'point')}"
    return "shots are fired: " + ("a second clash means war" if view.war is not None else "another clash")


def _mood(amount: int) -> str:
    return f"{signed(amount)} in good will"


def _favour(view: SeatView, seat: SeatId, faction: str, amount: int) -> str:
    if seat != view.seat or view.brief is None:
        return f"opinion in {whose(view, seat)} camp grows {'softer' if amount > 0 else 'harder'}"
    if faction == ALL:
        return f"all your factions {_mood(amount)}"
    return f"{faction_title(view.brief, faction)} {_mood(amount)}"


def _meter(view: SeatView, seat: SeatId, name: str, amount: int) -> str:
    meter = next((each for each in view.gauges if each.id == name), None)
    if meter is None:
        return ""
    if seat != view.seat and meter.shown is not Shown.PUBLIC:
        return f"{whose(view, seat)} {in_sentence(meter)} {'rises' if amount > 0 else 'falls'}"
    return f"{whose(view, seat)} {in_sentence(meter)} {signed(amount)}"


def _shared(view: SeatView, effect: Effect) -> str:
    meter = next((each for each in view.gauges if each.id == effect.name), None)
    return f"{in_sentence(meter) if meter else spoken(effect.name)} {signed(effect.amount)}"

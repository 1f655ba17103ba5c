"""Meters in words with their numbers, and the heading of a turn."""

from collections.abc import Iterator, Mapping

from game.engine.resolve import DRIFT, INCIDENT_FROM, PATIENCE, RACE, RACE_FROM, STALE_TENSION, STIRRINGS, UPKEEP_FROM
from game.engine.scenario import CAPITAL, READINESS, TENSION, Meter, Shown
from game.engine.table import CONCESSION_CALM
from game.engine.view import SeatView
from game.engine.wording import in_sentence as in_sentence
from game.prose.words import in_text, listed, other_title

SMALL_SWING = 2
MOST_COMMON = 4
"""Up to this many shared meters are shown each turn; of more, only those that have moved."""


def heading(view: SeatView, turn: int = 0, closed: str = "") -> str:
    """The date and the number of a turn, the present one by default, and how much time is left to sign.

    *closed* says instead why there is no table.
    """
    turn = turn or view.turn
    rest = closed if closed and view.pending is None else deadline(view)
    return f"Turn {turn} of {len(view.turns)}: {view.turns[turn - 1].title}. {rest}"


def deadline(view: SeatView) -> str:
    """How long a signature still leaves time for consent."""
    if view.pending is not None:
        return "A signed text is on its way to the capitals."
    left = view.deadline - view.turn
    if left < 0:
        return "It is too late to sign."
    if left == 0:
        return "This is the last turn to sign in."
    return f"The last turn to sign in is turn {view.deadline}, {view.turns[view.deadline - 1].title}."


def band(meter: Meter, level: int) -> str:
    """The name of the stretch that *level* lies in; empty when the meter has no names."""
    return next((each.title for each in meter.bands if level < each.below), "")


def gauge(meter: Meter, level: int, about: str = "", before: int | None = None) -> str:
    """`tension 35 of 100 (calm)`, or `(calm, was 30)` when it stood at *before*."""
    was = f"was {before}" if before not in (None, level) else ""
    aside = ", ".join(part for part in (band(meter, level), was) if part)
    return f"{in_sentence(meter)} {about}{level} of {meter.high}{f' ({aside})' if aside else ''}"


def rules_of(view: SeatView, meter: Meter) -> Iterator[str]:
    """How a meter moves by itself, with its numbers: a sentence a rule."""
    if meter.id == TENSION:
        yield from _rules_of_tension(view, meter)
        return
    if meter.income:
        yield f"It {_gains(meter.income)} each turn{_upkeep(view, meter)}."
    if meter.yearly:
        yield f"It {_gains(meter.yearly)} in a year, spread over its turns."
    if meter.rest is not None and meter.pull:
        yield f"Above {meter.rest} it loses up to {meter.pull} each turn."


def _gains(amount: int) -> str:
    return f"{'gains' if amount > 0 else 'loses'} {abs(amount)}"


def _upkeep(view: SeatView, meter: Meter) -> str:
    """What an army costs a government's credit, where the rules of the engine know both."""
    readiness = next((each for each in view.gauges if each.id == READINESS), None)
    if meter.id != CAPITAL or readiness is None:
        return ""
    return f", and 1 less while your {in_sentence(readiness)} stands above {UPKEEP_FROM}"


def _rules_of_tension(view: SeatView, meter: Meter) -> Iterator[str]:
    if meter.rest is not None:
        yield f"At the end of each turn it comes {100 * DRIFT:.0f} in a hundred of the way back to {meter.rest}."
    most, whole = max(swing for swing, _ in STIRRINGS), sum(weight for _, weight in STIRRINGS)
    small = sum(weight for swing, weight in STIRRINGS if abs(swing) <= SMALL_SWING) / whole
    yield f"Chance moves it by {most} at most, {100 * small:.0f} times in a hundred by {SMALL_SWING} or less."
    yield f"While envoys meet, each side that has conceded nothing for more than {PATIENCE} turns adds {STALE_TENSION}."
    readiness = next((each for each in view.gauges if each.id == READINESS), None)
    if readiness is not None:
        yield f"Both sides above {RACE_FROM} in {in_sentence(readiness)} add {RACE}."
    yield f"A real concession takes {-CONCESSION_CALM} off, and a clash brings it down to {INCIDENT_FROM}."


def common_levels(view: SeatView) -> Mapping[str, int]:
    """Where the meters stand that both sides share."""
    return {meter.id: view.meters[meter.id] for meter in view.gauges if meter.scope == "shared"}


def meter_lines(view: SeatView, since: Mapping[str, int] | None = None, theirs: bool = True) -> Iterator[str]:
    """The table's meters, this seat's, and what can be seen of the other's.

    With many of the table's, only those that differ from the levels *since* are told.
    """
    shared = list(_shared(view, since))
    if shared:
        yield _opened(listed(shared))
    if view.seat is None:
        return
    own = [meter for meter in view.gauges if meter.scope != "shared"]
    yours = [gauge(meter, view.meters[f"{view.seat}.{meter.id}"]) for meter in own]
    if yours:
        yield f"Yours: {listed(yours)}."
    seen = [_guessed(view, meter) for meter in own if theirs and f"{view.other}.{meter.id}" in view.meters]
    if seen:
        title = in_text(other_title(view))
        yield f"What you can see of {title}: {listed(seen)}."


def _shared(view: SeatView, since: Mapping[str, int] | None) -> Iterator[str]:
    levels = common_levels(view)
    for meter in view.gauges:
        if meter.id not in levels:
            continue
        level = levels[meter.id]
        before = since.get(meter.id, level) if since is not None else level
        if since is None or before != level or len(levels) <= MOST_COMMON:
            yield gauge(meter, level, before=before)


def _guessed(view: SeatView, meter: Meter) -> str:
    about = "about " if meter.shown is Shown.BLURRED else ""
    return gauge(meter, view.meters[f"{view.other}.{meter.id}"], about)


def _opened(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."

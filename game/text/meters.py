"""Meters in words with their numbers, and the heading of a turn."""

from collections.abc import Iterator

from game.engine.scenario import Meter, Shown
from game.engine.view import SeatView
from game.text.words import in_text, listed, other_title


def heading(view: SeatView, turn: int = 0) -> str:
    """The date and the number of a turn, the present one by default, and how much time is left to sign."""
    turn = turn or view.turn
    return f"Turn {turn} of {len(view.turns)}: {view.turns[turn - 1].title}. {deadline(view)}"


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


def gauge(meter: Meter, level: int, about: str = "") -> str:
    """`tension 35 of 100 (calm)`"""
    name = band(meter, level)
    return f"{in_sentence(meter)} {about}{level} of {meter.high}{f' ({name})' if name else ''}"


def in_sentence(meter: Meter) -> str:
    """The meter's title inside a sentence."""
    return meter.title[0].lower() + meter.title[1:]


def meter_lines(view: SeatView) -> Iterator[str]:
    """The table's meters, this seat's, and what can be seen of the other's."""
    shared = [gauge(meter, view.meters[meter.id]) for meter in view.gauges if meter.scope == "shared"]
    own = [meter for meter in view.gauges if meter.scope != "shared"]
    if shared:
        yield _opened(listed(shared))
    if view.seat is None:
        return
    yours = [gauge(meter, view.meters[f"{view.seat}.{meter.id}"]) for meter in own]
    if yours:
        yield f"Yours: {listed(yours)}."
    theirs = [_guessed(view, meter) for meter in own if f"{view.other}.{meter.id}" in view.meters]
    if theirs:
        title = in_text(other_title(view))
        yield f"What you can see of {title}: {listed(theirs)}."


def _guessed(view: SeatView, meter: Meter) -> str:
    about = "about " if meter.shown is Shown.BLURRED else ""
    return gauge(meter, view.meters[f"{view.other}.{meter.id}"], about)


def _opened(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."

"""The value plane in words: what a text was worth to both, who moved and how, and what was left on the table."""

from collections.abc import Iterator, Sequence

from game.engine.issue import Package, SeatId
from game.engine.scenario import Seat
from game.engine.view import SeatView
from game.prose.offers import changes
from game.prose.words import in_text, seat_title, sentence

NOTHING = 0.05
"""Points of joint gain below which a text counts as lying on the frontier."""


def worth_line(seats: Sequence[Seat], points: Sequence[float]) -> str:
    """`58 points to the Qing Empire, 79 to the Russian Empire`."""
    first, second = (in_text(seat.title) for seat in seats)
    return f"{points[0]:.0f} points to {first}, {points[1]:.0f} to {second}"


def offer_line(seats: Sequence[Seat], number: int, seat: SeatId, turn: int) -> str:
    """Which offer this is: `Offer 5, turn 3: the Russian Empire`."""
    when = f"turn {turn}" if turn else "before the first turn"
    return f"Offer {number}, {when}: {in_text(seat_title(seats, seat))}"


def moved_lines(view: SeatView, before: Package, after: Package) -> Iterator[str]:
    """What a seat changed against its offer before; one sentence when it changed nothing."""
    found = [line.strip() for line in changes(view, before, after)]
    yield from found or ["Nothing has moved since the same side's last offer."]


def signed_line(seats: Sequence[Seat], turn: int, refused_by: SeatId) -> str:
    """When a text was signed, and which capital refused it."""
    if not refused_by:
        return f"Signed in turn {turn}"
    capital = next(seat.capital for seat in seats if seat.id == refused_by)
    return f"Signed in turn {turn}, refused in {capital}"


def waiting_line(seats: Sequence[Seat], waiting: Sequence[float]) -> str:
    """What both would have had without a treaty."""
    return f"By waiting to the last turn: {worth_line(seats, waiting)}."


def zone_line(seats: Sequence[Seat], number: int, seat: SeatId, turn: int) -> str:
    """The first offer that was better for both than none; *number* 0 when there was none."""
    if not number:
        return "No offer was better for both sides than waiting."
    who = in_text(seat_title(seats, seat))
    when = f"in turn {turn}" if turn else "before the first turn"
    return f"The first offer that was better for both than waiting was number {number}, by {who} {when}."


def missed_line(seats: Sequence[Seat], seat: SeatId, turn: int, points: Sequence[float], cured: bool) -> str:
    """The first text that both could have signed and did not; *cured* when the other side had asked for it."""
    who = in_text(seat_title(seats, seat))
    when = f"in turn {turn}" if turn else "before the first turn"
    how = f"{who} had asked to change it" if cured else f"{who} laid it down"
    return (
        f"The first missed deal, {when}: both sides could have signed this text as {how}. It was worth "
        f"{worth_line(seats, points)}, more than waiting, and both homes were likely to pass it."
    )


def left_line(left: float, treaty: bool) -> str:
    """How much both sides could have had beyond what they had."""
    than = "this treaty" if treaty else "waiting"
    if left < NOTHING:
        return sentence(f"nothing was left on the table: no text is better for both than {than}")
    return sentence(f"left on the table: a text that gives both sides {left:.1f} points more than {than}")

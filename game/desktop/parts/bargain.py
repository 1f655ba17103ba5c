"""The bargaining on the value plane: every offer of both sides, what was signed, history's texts, what was left."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.frame import hue, side
from game.desktop.lettering import Span
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Row
from game.desktop.widgets.plane import MarkKey, Plane, PlaneMark
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import FAINT, SMALL, STRONG, Words, note, words
from game.engine.frontier import Point
from game.engine.home import chance_at_home
from game.engine.issue import Package, SeatId
from game.engine.prospect import home_of
from game.engine.state import State
from game.engine.view import SeatView
from game.prose.offers import changes
from game.prose.plane import (
    NOTHING,
    left_line,
    missed_line,
    moved_lines,
    offer_line,
    signed_line,
    waiting_line,
    worth_line,
    zone_line,
)
from game.prose.words import in_text, likelihood, listed, sentence
from game.session.reckoning import Proposal, Reckoning

SHAPES = ("square", "disc")


@frozen
class Bargain:
    """A reckoning, the view whose words are used, and the offer that is looked at (from 1; 0 for none)."""

    view: SeatView
    state: State
    found: Reckoning
    looked: int

    @property
    def offer(self) -> Proposal | None:
        return self.found.proposals[self.looked - 1] if self.looked else None


def plane_of(bargain: Bargain, tall: float) -> Plane:
    """The plane with everything on it."""
    view, found, looked = bargain.view, bargain.found, bargain.looked
    last = len(found.proposals)
    return Plane(
        tuple(f"points to {in_text(seat.title)}" for seat in view.seats),  # type: ignore[arg-type]
        [_pair(point) for point in found.edge],
        found.waiting,
        list(_marks(bargain)),
        [(hue(view, seat.id), _path(found, seat.id)) for seat in view.seats],
        (_pair(found.end), _pair(found.best)) if found.left >= NOTHING else None,
        looked - 1,
        "The offers on the plane of both sides' points",
        _said(bargain),
        f"offer {looked - 1}" if looked > 1 else "",
        f"offer {looked + 1}" if looked < last else "",
        tall=tall,
    )


def _pair(point: Point) -> tuple[float, float]:
    return point.first, point.second


def _path(found: Reckoning, seat: SeatId) -> list[tuple[float, float]]:
    return [_pair(each.point) for each in found.proposals if each.seat == seat]


def _said(bargain: Bargain) -> str:
    offer, seats = bargain.offer, bargain.view.seats
    if offer is None:
        return "no offer was made"
    worth = worth_line(seats, _pair(offer.point))
    return f"{offer_line(seats, offer.number, offer.seat, offer.turn)}; {worth}"


def _marks(bargain: Bargain) -> Iterator[PlaneMark]:
    """The offers first, so that their places are their numbers; then the texts with names."""
    view, found = bargain.view, bargain.found
    for each in found.proposals:
        meaning = f"offer {each.number}"
        shape, colour = SHAPES[side(view, each.seat)], hue(view, each.seat)
        yield PlaneMark(_pair(each.point), shape, colour, str(each.number), meaning, meaning)
    for treaty, point in found.treaties:
        name = f"{treaty.title.removeprefix('Treaty of ')} {treaty.signed[:4]}"
        yield PlaneMark(_pair(point), "diamond", "ink", name, named=True)
    if found.left >= NOTHING:
        yield PlaneMark(_pair(found.best), "diamond", "gold", "best for both", named=True)
    for signed in found.signatures:
        shape = "cross" if signed.refused_by else "ring"
        name = signed_line(view.seats, signed.turn, signed.refused_by)
        yield PlaneMark(_pair(signed.point), shape, "ink", name, named=True)


def looked_at(bargain: Bargain) -> Sequence[Widget]:
    """The offer that is looked at: whose, when, what it was worth, what had moved."""
    offer, view = bargain.offer, bargain.view
    if offer is None:
        return [note("No offer was made.")]
    lines = list(moved_lines(view, offer.before, offer.point.package))
    return [
        Row([
            Cell(MarkKey(SHAPES[side(view, offer.seat)], hue(view, offer.seat)), 20),
            Cell(words(offer_line(view.seats, offer.number, offer.seat, offer.turn), STRONG)),
        ], GRID),
        words(f"{worth_line(view.seats, _pair(offer.point))}.", SMALL),
        *(words(line, FAINT) for line in lines),
    ]  # fmt: skip


def what_was_left(bargain: Bargain) -> Sequence[Widget]:
    """The lines of the plane in words: waiting, the zone, and the text that was left."""
    view, found, state = bargain.view, bargain.found, bargain.state
    treaty = state.outcome.treaty if state.outcome else None
    first = found.first_in_zone
    rows: list[Widget] = [
        words(waiting_line(view.seats, found.waiting), SMALL),
        words(zone_line(view.seats, *((first.number, first.seat, first.turn) if first else (0, "", 0))), SMALL),
        words(left_line(found.left, treaty is not None), STRONG),
    ]
    if found.left >= NOTHING:
        rows += _best(bargain)
    return [*rows, *_missed(bargain)]


def _missed(bargain: Bargain) -> Iterator[Widget]:
    """The first text that both could have signed, by what it changes against how things stood."""
    missed, seats = bargain.found.missed, bargain.view.seats
    if missed is None:
        return
    line = missed_line(seats, missed.seat, missed.turn, missed.points, missed.cured)
    title, _, rest = line.partition(": ")
    yield words(title, STRONG)
    yield words(sentence(rest), SMALL)
    yield from _changed(bargain.view, bargain.state.scenario.status_quo, missed.package)


def _changed(view: SeatView, before: Package, after: Package) -> Iterator[Widget]:
    for line in changes(view, before, after):
        title, _, rest = line.strip().partition(": ")
        yield Words((Span(f"{title}: ", SMALL), Span(rest, FAINT)))


def _best(bargain: Bargain) -> Iterator[Widget]:
    """The best text for both, by what it changes, and how it would have fared at home."""
    view, found, state = bargain.view, bargain.found, bargain.state
    yield from _changed(view, found.end.package, found.best.package)
    chances = [(seat.capital, chance_at_home(home_of(state, seat.id), found.best.package)) for seat in view.seats]
    said = listed(f"{likelihood(chance)} in {capital}" for capital, chance in chances)
    yield note(f"To pass at home it would have been {said}.")


def offer_rows(bargain: Bargain) -> Sequence[Widget]:
    """Every offer in order, to be looked at."""
    view = bargain.view
    named = " · ".join(seat.title.removeprefix("The ") for seat in view.seats)
    return [note(f"Points: {named}", 1.0), *(_offer(view, each, bargain.looked) for each in bargain.found.proposals)]


def _offer(view: SeatView, offer: Proposal, looked: int) -> Widget:
    line = offer_line(view.seats, offer.number, offer.seat, offer.turn)
    part = Row([
        Cell(MarkKey(SHAPES[side(view, offer.seat)], hue(view, offer.seat)), 20),
        Cell(words(line, SMALL)),
        Cell(words(f"{offer.point.first:.0f} · {offer.point.second:.0f}", FAINT, 1.0), 72),
    ], GRID)  # fmt: skip
    worth = worth_line(view.seats, _pair(offer.point))
    return Choice(
        part, f"offer {offer.number}", line, chosen=offer.number == looked, pad=GRID / 2, note=worth, ruled=True
    )

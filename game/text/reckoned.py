"""The bargaining looked back on after the end: the zone, the first missed deal, and what was left on the table."""

from collections.abc import Iterator

from game.prose.offers import changes
from game.prose.plane import NOTHING, left_line, missed_line, waiting_line, zone_line
from game.session.match import Match
from game.session.reckoning import Reckoning, reckon


def bargain_lines(match: Match) -> Iterator[str]:
    """What the plane of both sides' points shows of a game that is over; nothing when no text was ever offered.

    It reads both sides' instructions: nobody at the table may see it before the end.
    """
    if not match.state.offers:
        return
    found, seats = reckon(match), match.state.scenario.seats
    first = found.first_in_zone
    yield "The bargaining"
    yield waiting_line(seats, found.waiting)
    yield zone_line(seats, *((first.number, first.seat, first.turn) if first else (0, "", 0)))
    yield from _missed_lines(match, found)
    yield left_line(found.left, match.state.outcome is not None and match.state.outcome.treaty is not None)
    if found.left >= NOTHING:
        yield from changes(match.view(None), found.end.package, found.best.package)


def _missed_lines(match: Match, found: Reckoning) -> Iterator[str]:
    missed, scenario = found.missed, match.state.scenario
    if missed is None:
        return
    yield missed_line(scenario.seats, missed.seat, missed.turn, missed.points, missed.cured)
    yield from changes(match.view(None), scenario.status_quo, missed.package)

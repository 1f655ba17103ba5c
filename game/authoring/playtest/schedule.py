"""Which games a playtest plays: every style against every style from both seats, and a beginner against the best."""

from itertools import product

from game.engine.errors import GameError, nearest_word
from game.engine.scenario import Scenario
from game.session.digest import Schedule

STYLES = ("statesman", "firm", "conceder", "mirror")
BEGINNER = "random"
"""Who plays whatever is legal: what skill is measured against."""
BEST = "statesman"
PAIRINGS = (
    *((BEST, BEST),) * 4,
    *(pair for pair in product(STYLES, STYLES) if pair != (BEST, BEST)),
    (BEST, BEGINNER),
    (BEGINNER, BEST),
)
"""Mirrored: each pair of unequal players stands here in both orders."""


def schedule_of(scenario: Scenario, place: str, seed: str, start: str = "", length: str = "") -> Schedule:
    """The schedule of *scenario*, found at *place*: all its starts, each in its first length, if not told otherwise.

    Raises GameError for a start or length that it does not have.
    """
    starts = [each for each in scenario.starts if start in ("", each.id)]
    if not starts:
        known = [each.id for each in scenario.starts]
        raise GameError(f"no start is called '{start}'{nearest_word(start, known)}; there are: {', '.join(known)}")
    openings = []
    for each in starts:
        known = [one.id for one in scenario.lengths_from(each)]
        if length and length not in known:
            near = nearest_word(length, known)
            raise GameError(f"no length of '{each.id}' is called '{length}'{near}; there are: {', '.join(known)}")
        openings.append((each.id, length or known[0]))
    first, second = scenario.seat_ids
    return Schedule(place, seed, tuple(openings), PAIRINGS, (first, second))

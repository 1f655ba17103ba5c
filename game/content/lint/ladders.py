"""Checks of values against their ladder, which runs from the first seat's wish to the second's."""

import itertools
from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.problem import Severity


def worth_follows_the_ladder(draft: Draft) -> Iterator[Finding]:
    """Down the ladder the first seat's worth never rises, and the second seat's never falls."""
    scenario = draft.scenario
    if len(scenario.seats) != 2:
        return
    for number, seat in enumerate(scenario.seat_ids):
        worth = scenario.briefs[seat].worth if seat in scenario.briefs else {}
        for issue in scenario.issues:
            values = worth.get(issue.id, {})
            rungs = [each.id for each in issue.options if each.id in values]
            for upper, lower in itertools.pairwise(rungs[::-1] if number else rungs):
                if values[lower] > values[upper]:
                    message = (
                        f"the ladder of '{issue.id}' says that '{seat}' likes '{upper}' better than '{lower}', "
                        f"but they are worth {values[upper]} and {values[lower]}"
                    )
                    trail = ("briefs", seat, "worth", issue.id, lower)
                    yield Finding(trail, "against-ladder", message, severity=Severity.WARNING)

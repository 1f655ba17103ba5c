"""A war that is being fought, before the guns may stop: who has won what, and what each answer leads to."""

from collections.abc import Iterator

from game.engine.scenario import TENSION, TREASURY, WarRules
from game.engine.view import SeatView
from game.engine.war import AFTER_ARMISTICE, ROUND_TREASURY, ROUNDS, won_ground
from game.prose.meters import in_sentence
from game.prose.words import clause, in_text, listed, seat_title

QUESTION = "A round of war is over. Would you stop? It takes both sides, and neither hears the other."


def rounds_lines(view: SeatView) -> Iterator[str]:
    """Who has won each round so far."""
    for number, seat in enumerate(view.rounds, 1):
        yield f"Round {number} of {ROUNDS} went to {in_text(seat_title(view.seats, seat))}."


def peace_lines(view: SeatView, rules: WarRules) -> Iterator[str]:
    """What follows if both sides would stop."""
    ground = won_ground(rules, view.rounds, view.status_quo)
    held = listed(f"“{clause(view, issue, option)}”" for issue, option in ground.items())
    yield f"On the ground then holds {held}." if held else "On the ground nothing has changed."
    yield f"The guns stop, {_meter(view, TENSION)} goes to {AFTER_ARMISTICE}, and the table opens again."


def war_lines(view: SeatView, rules: WarRules) -> Iterator[str]:
    """What follows if either side would go on."""
    price = f"{rules.cost / ROUNDS:.0f} points"
    chest = f" and {ROUND_TREASURY} of {_meter(view, TREASURY)}" if f"{view.seat}.{TREASURY}" in view.meters else ""
    yield f"Another round is fought. It costs each side {price}{chest}."
    yield (
        f"After round {ROUNDS} there is no treaty any more: {rules.win} points for the side that has won more rounds, "
        f"{rules.lose} for the other, less what the war has cost."
    )


def _meter(view: SeatView, meter: str) -> str:
    return next((in_sentence(each) for each in view.gauges if each.id == meter), meter)

"""A war that is being fought, before the guns may stop: who has won what, and what each answer leads to."""

from collections.abc import Iterator

from game.engine.ledger import total
from game.engine.scenario import TENSION, TREASURY, WarRules
from game.engine.view import SeatView
from game.engine.war import AFTER_ARMISTICE, ROUND_TREASURY, ROUNDS, won_ground
from game.prose.meters import in_sentence
from game.prose.words import clause, in_text, listed, seat_title

QUESTION = "A round of war is over. Would you stop? It takes both sides, and neither hears the other."


def round_in_words(view: SeatView, place: int) -> str:
    """Who has won the round at a *place*, counted from 0, or that it has not been fought."""
    if place >= len(view.rounds):
        return f"Round {place + 1} has not been fought."
    return f"Round {place + 1} went to {in_text(seat_title(view.seats, view.rounds[place]))}."


def cost_so_far(view: SeatView) -> str:
    """What the war has cost this seat."""
    points = -total(entry for entry in view.costs if entry.what == "war")
    return f"So far the war has cost you {points:.0f} points."


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

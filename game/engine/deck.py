"""The deck: which cards may come now."""

from game.engine.card import Card
from game.engine.facts import lookup
from game.engine.state import State


def eligible_cards(state: State) -> tuple[Card, ...]:
    """The cards that may come now, in the order of the files."""
    holds = lookup(state)
    date = state.scenario.turns[state.turn - 1].id
    return tuple(
        card
        for card in state.scenario.cards
        if card.id not in state.happened
        and (not card.first or card.first <= date)
        and (not card.last or date <= card.last)
        and card.when.holds(holds)
    )

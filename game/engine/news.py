"""The news phase: what a card and its choice do."""

from attrs import evolve

from game.engine import actions as a
from game.engine.deck import eligible_cards
from game.engine.effects import carry_out
from game.engine.events import Event, told
from game.engine.facts import lookup
from game.engine.phase import Phase
from game.engine.state import State, Step
from game.engine.turn import into_orders


def happen(state: State, action: a.Happen) -> Step:
    """Bring a card on the table, or let the moment pass."""
    if not action.card:
        return into_orders(state)
    card = state.scenario.card[action.card]
    state = evolve(state, happened={**state.happened, card.id: ""}, moves=state.moves + 1)
    state = carry_out(state, card.effects, card.decides)
    events = (told("card", card.seen_by, card=card.id),)
    if card.decides and any(choice.when.holds(lookup(state)) for choice in card.choices):
        return Step(evolve(state, phase=Phase.CARD, card=card.id), events)
    return _onwards(state, events)


def choose(state: State, action: a.Choose) -> Step:
    """Answer the card in hand."""
    card = state.scenario.card[action.card]
    choice = card.choice(action.choice)
    state = evolve(state, happened={**state.happened, card.id: choice.id}, card="", phase=Phase.NEWS)
    state = carry_out(state, choice.effects, action.seat)
    event: Event = told("chosen", card.seen_by, seat=action.seat, card=card.id, choice=choice.id)
    return _onwards(state, (event,))


def _onwards(state: State, events: tuple[Event, ...]) -> Step:
    """To the next card of the turn if there may be one, else to the orders."""
    if state.moves < state.scenario.cards_per_turn and eligible_cards(state):
        return Step(evolve(state, phase=Phase.NEWS), events)
    step = into_orders(state)
    return Step(step.state, (*events, *step.events))

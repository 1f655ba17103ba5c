"""Whose turn it is, and the passage from one turn to the next."""

from attrs import evolve

from game.engine.actions import CHANCE
from game.engine.events import told
from game.engine.issue import SeatId
from game.engine.news import eligible_cards
from game.engine.phase import Ending, Outcome, Phase
from game.engine.scenario import Stage
from game.engine.state import State, Step

_CHANCE_PHASES = (Phase.NEWS, Phase.REPORT, Phase.RESOLVE, Phase.CONSENT, Phase.WAR)


def awaiting(state: State) -> tuple[SeatId, ...]:
    """The seats that may act now; CHANCE where no seat decides; nobody when the game is over."""
    seats = state.scenario.seat_ids
    match state.phase:
        case Phase.OVER:
            return ()
        case Phase.CARD:
            return (state.scenario.card[state.card].decides,)
        case Phase.ORDERS:
            return tuple(seat for seat in seats if seat not in state.orders)
        case Phase.TABLE:
            return (seats[(state.turn + state.moves + 1) % 2],)
        case Phase.ARMISTICE:
            answers = state.war.answers if state.war else {}
            return tuple(seat for seat in seats if seat not in answers)
    return (CHANCE,)


def due_stages(state: State) -> tuple[Stage, ...]:
    """The stages of consent to be voted on this turn and not voted on yet, in the scenario's order."""
    if state.signed is None:
        return ()
    elapsed = state.turn - state.signed.turn
    done = {vote.stage for vote in state.votes[state.signed.first_vote :]}
    return tuple(stage for stage in state.scenario.consent if stage.after == elapsed and stage.id not in done)


def next_turn(state: State) -> Step:
    """Turn the calendar's page, or end the game when no treaty can come any more."""
    last = len(state.scenario.turns)
    hopeless = state.signed is None and state.turn >= state.scenario.deadline
    if hopeless or state.turn >= last:
        return finish(state, Ending.REFUSED_AT_HOME if state.refusals else Ending.NO_TREATY)
    state = evolve(state, turn=state.turn + 1, phase=Phase.NEWS, moves=0, orders={}, card="")
    if not eligible_cards(state):
        state = evolve(state, phase=Phase.ORDERS)
    return Step(state, (told("turn", turn=state.turn),))


def finish(state: State, ending: Ending, left_by: SeatId = "") -> Step:
    """End the game."""
    treaty = state.signed.package if ending is Ending.RATIFIED and state.signed else None
    refused_by = state.refusals[-1] if state.refusals and treaty is None else ""
    outcome = Outcome(ending, state.turn, treaty, refused_by, left_by)
    return Step(evolve(state, phase=Phase.OVER, outcome=outcome), (told("over", ending=ending.value),))

"""Whose turn it is, and the passage from one turn to the next."""

from attrs import evolve

from game.engine.actions import CHANCE
from game.engine.deck import eligible_cards
from game.engine.events import told
from game.engine.facts import lookup
from game.engine.issue import SeatId
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


def table_open(state: State) -> bool:
    """Whether envoys meet this turn, unless a signed text is on its way home."""
    return state.scenario.turns[state.turn - 1].table and state.scenario.table_when.holds(lookup(state))


def into_orders(state: State) -> Step:
    """On to the orders; a turn without a table in which nothing happened passes by itself."""
    if state.moves or state.signed or table_open(state):
        return Step(evolve(state, phase=Phase.ORDERS, moves=0), ())
    none = dict.fromkeys(state.scenario.seat_ids, ())
    return Step(evolve(state, phase=Phase.RESOLVE, orders=none), (told("quiet", turn=state.turn),))


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
        return finish(state, without_treaty(state))
    state = evolve(state, turn=state.turn + 1, phase=Phase.NEWS, moves=0, orders={}, card="")
    events = (told("turn", turn=state.turn),)
    if eligible_cards(state):
        return Step(state, events)
    step = into_orders(state)
    return Step(step.state, (*events, *step.events))


def without_treaty(state: State) -> Ending:
    """What to call an end without a treaty."""
    if state.refusals:
        return Ending.REFUSED_AT_HOME
    left_standing = state.phase is not Phase.RESOLVE and table_open(state)  # once incomes are in it is another turn's
    return Ending.NO_TREATY if state.opened or left_standing else Ending.NO_TABLE


def finish(state: State, ending: Ending, left_by: SeatId = "") -> Step:
    """End the game."""
    treaty = state.signed.package if ending is Ending.RATIFIED and state.signed else None
    refused_by = state.refusals[-1] if state.refusals and treaty is None else ""
    outcome = Outcome(ending, state.turn, treaty, refused_by, left_by)
    return Step(evolve(state, phase=Phase.OVER, outcome=outcome), (told("over", ending=ending.value),))

"""The orders phase: sealed until both sides have handed theirs in, then carried out together."""

from attrs import evolve

from game.engine import actions as a
from game.engine.effects import carry_out, move_meter
from game.engine.events import Event, told
from game.engine.issue import SeatId
from game.engine.phase import Phase
from game.engine.scenario import Shown, Verb
from game.engine.state import State, Step
from game.engine.table import cleared
from game.engine.treaty import Stand, Ultimatum
from game.engine.turn import table_open
from game.engine.war import declare

ULTIMATUM_TURNS = 2


def give_orders(state: State, action: a.GiveOrders) -> Step:
    """Hand in one seat's orders; once all are in, carry them out."""
    state = evolve(state, orders={**state.orders, action.seat: action.orders})
    events: tuple[Event, ...] = (told("sealed", seat=action.seat),)
    if len(state.orders) < len(state.scenario.seat_ids):
        return Step(state, events)
    for seat in state.scenario.seat_ids:
        for order in state.orders[seat]:
            step = _carry_out(state, seat, order)
            state, events = step.state, (*events, *step.events)
    return Step(_after_orders(state), events)


def _carry_out(state: State, seat: SeatId, order: a.Order) -> Step:
    kind = state.scenario.order[order.kind]
    for meter, price in kind.cost.items():
        state = move_meter(state, f"{seat}.{meter}", -price)
    state = carry_out(state, kind.effects, seat, order.faction)
    heard_by = seat if kind.shown is Shown.OWN else ""
    aim = order.faction or (f"{order.issue}={order.option}" if order.issue else "")
    return Step(_verb(state, seat, order, kind.does), (told("ordered", heard_by, seat=seat, order=kind.id, aim=aim),))


def _verb(state: State, seat: SeatId, order: a.Order, does: Verb) -> State:
    match does:
        case Verb.STAND:
            return evolve(state, stands=(*state.stands, Stand(seat, order.issue, order.option)))
        case Verb.ULTIMATUM:
            due = state.turn + ULTIMATUM_TURNS
            return evolve(state, ultimata=(*state.ultimata, Ultimatum(seat, due)))
        case Verb.RECALL:
            return next_envoy(cleared(state, keeping=state.scenario.other(seat)), seat)
        case Verb.INTELLIGENCE:
            return evolve(state, agents=(*state.agents, seat))
        case Verb.ATTACK:
            return state if state.war else declare(state, seat)
    return state


def next_envoy(state: State, seat: SeatId) -> State:
    """*state* with the next envoy of the brief speaking for *seat*; the last one stays."""
    names = [envoy.id for envoy in state.scenario.briefs[seat].envoys]
    place = min(names.index(state.envoys[seat]) + 1, len(names) - 1)
    return evolve(state, envoys={**state.envoys, seat: names[place]})


def report(state: State, action: a.Report) -> Step:
    """An agent comes home with the name of an issue, right or wrong."""
    state = evolve(state, reports=(*state.reports, (action.reader, action.issue)), agents=state.agents[1:])
    event = told("reported", action.reader, seat=action.reader, issue=action.issue)
    return Step(_after_orders(state), (event,))


def _after_orders(state: State) -> State:
    if state.agents:
        return evolve(state, phase=Phase.REPORT)
    if state.war:
        return evolve(state, phase=Phase.WAR)
    if state.signed or not table_open(state):
        return evolve(state, phase=Phase.RESOLVE, moves=0)
    return evolve(state, phase=Phase.TABLE, moves=0, opened=state.opened or state.turn)

"""The resolve phase: tension, incidents, bluffs that fall due, incomes, and what deadlock does."""

from math import comb

from attrs import evolve

from game.engine import actions as a
from game.engine.effects import move_meter
from game.engine.events import Event, told
from game.engine.issue import SeatId
from game.engine.ledger import Entry
from game.engine.phase import Ending, Phase
from game.engine.scenario import CAPITAL, CREDIBILITY, READINESS, TENSION, Meter
from game.engine.state import State, Step
from game.engine.treaty import Ultimatum
from game.engine.turn import due_stages, finish, next_turn, table_open
from game.engine.war import declare

STIRRINGS: tuple[tuple[int, int], ...] = tuple((k - 8, comb(16, k)) for k in range(17))
"""Points of tension that chance adds, with weights: binomial, standard deviation 2 (`mechanics.md` §3.5)."""
DRIFT = 0.08
"""The share of its distance from rest by which tension comes back to it each turn."""
INCIDENT_FROM = 60
RACE_FROM, RACE = 55, 4
PATIENCE, STALE_TENSION = 3, 2
CLASH_POINTS = 2
CALLED_BLUFF_CREDIBILITY, CALLED_BLUFF_POINTS = 25, 4
UPKEEP_FROM = 60


def incident_chance(state: State) -> float:
    """How likely an incident is at the end of this turn (`mechanics.md` §3.5), 0 to 0.35."""
    over = max(0, state.level(TENSION) - INCIDENT_FROM) / 40
    return 0.35 * over * over


def stir(state: State, action: a.Stir) -> Step:
    """End the turn's business and go on to consent, to war, or to the next turn."""
    state = _tensions(state, action.swing)
    incident = _incident(evolve(state, spark=False)) if action.incident or state.spark else Step(state, ())
    bluffs = _called_bluffs(incident.state)
    state, told_so_far = _incomes(bluffs.state), (*incident.events, *bluffs.events)
    if table_open(state):
        state = evolve(state, stale={seat: turns + 1 for seat, turns in state.stale.items()})
    if state.war is not None:
        return Step(evolve(state, phase=Phase.WAR), told_so_far)
    if due_stages(state):
        return Step(evolve(state, phase=Phase.CONSENT), told_so_far)
    unasked = state.signed is not None and not state.scenario.consent
    onward = finish(state, Ending.RATIFIED) if unasked else next_turn(state)
    return Step(onward.state, (*told_so_far, *onward.events))


def _tensions(state: State, swing: int) -> State:
    meter = state.scenario.meter.get(TENSION)
    if meter is None:
        return state
    level, seats = state.level(TENSION), state.scenario.seat_ids
    rest = meter.rest if meter.rest is not None else level
    drift = round(DRIFT * (rest - level)) + swing
    if state.signed is None and table_open(state):
        drift += STALE_TENSION * sum(turns > PATIENCE for turns in state.stale.values())
    if all(state.level(READINESS, seat) > RACE_FROM for seat in seats):
        drift += RACE
    return move_meter(state, TENSION, drift)


def _incident(state: State) -> Step:
    """The first incident is a clash, a warning to both; the second is war where the scenario knows war."""
    state = evolve(state, incidents=state.incidents + 1)
    if state.incidents > 1 and state.scenario.war is not None:
        loser = min(state.scenario.seat_ids, key=lambda seat: state.level(READINESS, seat))
        return Step(declare(state, state.scenario.other(loser)), (told("war_by_accident"),))
    costs = tuple(Entry(seat, "clash", -CLASH_POINTS) for seat in state.scenario.seat_ids)
    state = evolve(state, costs=(*state.costs, *costs))
    calm = min(0, INCIDENT_FROM - state.level(TENSION))
    return Step(move_meter(state, TENSION, calm), (told("clash", calmed=-calm),))


def _called_bluffs(state: State) -> Step:
    events: tuple[Event, ...] = ()
    for ultimatum in [each for each in state.ultimata if each.due <= state.turn]:
        state = _called_bluff(state, ultimatum)
        events = (*events, told("bluff_called", seat=ultimatum.seat))
    return Step(state, events)


def _called_bluff(state: State, ultimatum: Ultimatum) -> State:
    left = tuple(each for each in state.ultimata if each != ultimatum)
    if state.war is not None:
        return evolve(state, ultimata=left)
    price = Entry(ultimatum.seat, "bluff called", -CALLED_BLUFF_POINTS)
    state = evolve(state, ultimata=left, costs=(*state.costs, price))
    return move_meter(state, f"{ultimatum.seat}.{CREDIBILITY}", -CALLED_BLUFF_CREDIBILITY)


def _incomes(state: State) -> State:
    for meter in state.scenario.meters:
        if meter.scope == "shared":
            state = _income(state, meter, meter.id) if meter.id != TENSION else state
            continue
        for seat in state.scenario.seat_ids:
            state = _income(state, meter, f"{seat}.{meter.id}", seat)
    return state


def _income(state: State, meter: Meter, name: str, seat: SeatId = "") -> State:
    gain = meter.income + _yearly(state, meter)
    if meter.id == CAPITAL and state.level(READINESS, seat) > UPKEEP_FROM:
        gain -= 1
    if meter.rest is not None and state.meters[name] > meter.rest:
        gain -= min(meter.pull, state.meters[name] - meter.rest)
    return move_meter(state, name, gain) if gain else state


def _yearly(state: State, meter: Meter) -> int:
    """This turn's share of what comes in a year; the shares of a year add up to it, whatever the turns' lengths."""
    months = [turn.months for turn in state.scenario.turns[: state.turn]]
    return meter.yearly * sum(months) // 12 - meter.yearly * sum(months[:-1]) // 12

"""The optional war module: the cabinet vote, rounds of war with an offer of armistice, and the end.

Force is never profitable by itself: a war must be worse for both than some reachable treaty (Fearon 1995).
"""

from collections.abc import Sequence
from math import floor, sqrt

from attrs import evolve, frozen

from game.engine import actions as a
from game.engine.effects import move_meter
from game.engine.events import told
from game.engine.home import inclination
from game.engine.issue import Package, SeatId
from game.engine.ledger import Entry
from game.engine.phase import Ending, Phase
from game.engine.scenario import READINESS, TENSION, TREASURY, Shown, WarRules, blurred
from game.engine.state import State, Step, War
from game.engine.turn import finish, next_turn
from game.engine.utility import no_treaty_value
from game.engine.wording import in_sentence, listed

ROUNDS = 3
DEFENDER_EDGE = 1.3
AFTER_ARMISTICE = 50
ROUND_TREASURY = 2
ODDS_WHOLE = 10_000
CABINET, CABINET_MAJORITY = "cabinet", 50


@frozen
class Gate:
    """One thing that a war needs before it can be begun."""

    what: str
    """A meter, or `cabinet`: how many in a hundred of the seat's own would follow."""
    needed: int
    stands: int
    told: str
    """Both in words: `tension 70 or more (now 35)`."""

    @property
    def open(self) -> bool:
        return self.stands >= self.needed


def declare(state: State, seat: SeatId) -> State:
    """*state* at war, begun by *seat*; a text on its way to the capitals is void."""
    return evolve(state, war=War(attacker=seat), signed=None)


def win_chance(state: State, attacker: SeatId) -> float:
    """How likely the attacker wins a round, by both sides' readiness (`mechanics.md` §3.8)."""
    defender = state.level(READINESS, state.scenario.other(attacker))
    return win_odds(state.level(READINESS, attacker), defender)


def win_odds(attacker: int, defender: int) -> float:
    """The same from the two levels of readiness."""
    strike = _strength(attacker)
    return strike / (strike + DEFENDER_EDGE * _strength(defender))


def _strength(readiness: int) -> float:
    level = max(1, readiness)
    return level * sqrt(level)


def supposed_win_chance(state: State, attacker: SeatId) -> float:
    """The same as the attacker's own cabinet reckons it, which knows the other's readiness only as it is shown."""
    meter = state.scenario.meter.get(READINESS)
    level = state.level(READINESS, state.scenario.other(attacker))
    seen = {Shown.PUBLIC: level, Shown.BLURRED: blurred(level)}.get(meter.shown, meter.start) if meter else level
    return win_odds(state.level(READINESS, attacker), seen)


def battle_odds(state: State) -> tuple[tuple[a.Action, int], ...]:
    """Who may win the next round, with weights."""
    assert state.war is not None
    attacker = state.war.attacker
    chance = round(ODDS_WHOLE * win_chance(state, attacker))
    return ((a.Battle(attacker), chance), (a.Battle(state.scenario.other(attacker)), ODDS_WHOLE - chance))


def expected_war(state: State, seat: SeatId, rules: WarRules) -> float:
    """The points an attacker may expect of a war (`mechanics.md` §3.8), as far as its cabinet can tell."""
    chance = supposed_win_chance(state, seat)
    return chance * rules.win + (1 - chance) * rules.lose - rules.cost - rules.attacker


def cabinet_vote(state: State, seat: SeatId, rules: WarRules) -> float:
    """The share of the cabinet of *seat* that would begin a war, 0 to 1: ill will towards any text pulls to war."""
    brief = state.scenario.briefs[seat]
    gain = expected_war(state, seat, rules) - no_treaty_value(brief, state.status_quo)
    return sum(each.influence * inclination(gain - state.favours[f"{seat}.{each.id}"]) / 100 for each in brief.factions)


def attack_gates(state: State, seat: SeatId) -> tuple[Gate, ...]:
    """What *seat* must have before it can begin a war, and how far it has come; nothing where no war is known."""
    rules = state.scenario.war
    if rules is None:
        return ()
    ayes = floor(100 * cabinet_vote(state, seat, rules))
    willing = f"{CABINET_MAJORITY} in a hundred of your own cabinet (now {ayes} would follow)"
    return (
        _meter_gate(state, TENSION, rules.tension, state.level(TENSION)),
        _meter_gate(state, READINESS, rules.readiness, state.level(READINESS, seat)),
        Gate(CABINET, CABINET_MAJORITY, ayes, willing),
    )


def _meter_gate(state: State, name: str, needed: int, level: int) -> Gate:
    meter = state.scenario.meter.get(name)
    return Gate(name, needed, level, f"{in_sentence(meter) if meter else name} {needed} or more (now {level})")


def attack_objection(state: State, seat: SeatId) -> str:
    """Why *seat* cannot begin a war now, with every gate and where it stands; empty when it can."""
    gates = attack_gates(state, seat)
    if not gates:
        return "this crisis knows no war"
    if all(gate.open for gate in gates):
        return ""
    return f"war needs {listed(gate.told for gate in gates)}"


def battle(state: State, action: a.Battle) -> Step:
    """Fight one round."""
    assert state.war is not None
    state = evolve(state, war=evolve(state.war, won=(*state.war.won, action.winner), answers={}))
    for seat in state.scenario.seat_ids:
        state = _pay_round(state, seat)
    events = (told("battle", winner=action.winner),)
    if state.war is not None and len(state.war.won) >= ROUNDS:
        over = finish(state, Ending.WAR)
        return Step(over.state, (*events, *over.events))
    return Step(evolve(state, phase=Phase.ARMISTICE), events)


def _pay_round(state: State, seat: SeatId) -> State:
    rules = state.scenario.war
    assert rules is not None and state.war is not None
    extra = rules.attacker if seat == state.war.attacker and len(state.war.won) == 1 else 0
    price = Entry(seat, "war", -round(rules.cost / ROUNDS + extra, 2))
    return move_meter(evolve(state, costs=(*state.costs, price)), f"{seat}.{TREASURY}", -ROUND_TREASURY)


def armistice(state: State, action: a.Armistice) -> Step:
    """Say whether to stop; the answers stay sealed until both are in, and it takes both."""
    assert state.war is not None
    answers = {**state.war.answers, action.seat: action.agreed}
    state = evolve(state, war=evolve(state.war, answers=answers))
    events = (told("sealed", seat=action.seat),)
    if len(answers) < len(state.scenario.seat_ids):
        return Step(state, events)
    if not all(answers.values()):
        step = _fight_on(state)
    else:
        step = _peace(state)
    return Step(step.state, (*events, *step.events))


def _fight_on(state: State) -> Step:
    step = next_turn(state)
    if step.state.phase is Phase.OVER:
        return finish(state, Ending.WAR)
    return Step(evolve(step.state, phase=Phase.WAR), (*step.events, told("war_goes_on")))


def _peace(state: State) -> Step:
    """The guns stop: what was won holds on the ground, and the table opens again next turn."""
    assert state.war is not None and state.scenario.war is not None
    leader = max(state.scenario.seat_ids, key=state.war.won.count)
    held = won_ground(state.scenario.war, state.war.won, state.status_quo)
    state = evolve(state, war=None, status_quo={**state.status_quo, **held})
    state = move_meter(state, TENSION, AFTER_ARMISTICE - state.level(TENSION))
    step = next_turn(state)
    return Step(step.state, (told("armistice", leader=leader), *step.events))


def won_ground(rules: WarRules, won: Sequence[SeatId], status_quo: Package) -> Package:
    """The clauses that hold on the ground when the guns stop: the spoils of whoever *won* more than half the rounds."""
    leader = next((seat for seat in won if won.count(seat) * 2 > len(won)), "")
    return {issue: option for issue, option in rules.spoils.get(leader, {}).items() if issue in status_quo}

"""What each seat takes home, against what its own position allowed: a ledger, never a ranking (§3.9)."""

from collections.abc import Mapping

from attrs import evolve

from game.engine.frontier import best_given, joint_gain_left
from game.engine.home import FULL, chance_at_home, support
from game.engine.issue import Package, SeatId
from game.engine.ledger import Entry, Ledger, total
from game.engine.phase import Ending, Outcome
from game.engine.prospect import home_of
from game.engine.state import State
from game.engine.utility import no_treaty_value, reservation_value, value

INTEREST, HOME, CRAFT = 50, 20, 10
NO_CLASH, NO_WAR = 8, 12
CRAFT_REACH = 30
"""Points of joint gain left on the table at which nothing of the craft score is left."""
LATER_MOODS = ((6, "firm"), (3, "fragile"))
"""By how many points opinion may sour at home before a text is torn up, and what to call a text that holds."""


def final_value(state: State, seat: SeatId) -> Ledger:
    """The points *seat* ends with: the text or what was left without one, the time it took, the costs by the way."""
    brief, outcome = state.scenario.briefs[seat], _outcome(state)
    costs = tuple(entry for entry in state.costs if entry.who == seat)
    time = Entry(seat, "time", -brief.waiting * _turns_paid_for(state, outcome))
    if outcome.treaty is not None:
        return (Entry(seat, "treaty", value(brief, outcome.treaty)), time, *costs)
    if outcome.ending is Ending.WAR:
        return (Entry(seat, "war's end", _war_value(state, seat)), time, *costs)
    return (Entry(seat, "no treaty", no_treaty_value(brief, state.status_quo)), time, *costs)


def _turns_paid_for(state: State, outcome: Outcome) -> int:
    """The turns whose time costs points: those in which envoys met, and without a treaty all that were left.

    Where there never was a table nothing was kept waiting.
    """
    if outcome.ending is Ending.NO_TABLE:
        return 0
    scenario = state.scenario
    last = outcome.turn if outcome.treaty is not None else len(scenario.turns)
    before = max(0, state.opened - 1)
    return scenario.table_turns(last) - scenario.table_turns(before)


def _war_value(state: State, seat: SeatId) -> float:
    assert state.war is not None and state.scenario.war is not None
    rules = state.scenario.war
    return rules.win if state.war.won.count(seat) * 2 > len(state.war.won) else rules.lose


def _outcome(state: State) -> Outcome:
    if state.outcome is None:
        raise ValueError("a game that is not over has no score")
    return state.outcome


def waiting_value(state: State, seat: SeatId) -> float:
    """What *seat* would have had by waiting from the first turn to the last (W in §3.9)."""
    scenario = state.scenario
    turns = scenario.table_turns(len(scenario.turns))
    return reservation_value(scenario.briefs[seat], scenario.status_quo, turns)


def score(state: State, seat: SeatId) -> Ledger:
    """The score of *seat*, 0 to 100, as its four parts. Raises ValueError before the end."""
    outcome = _outcome(state)
    scenario = state.scenario
    floor = no_treaty_value(scenario.briefs[scenario.other(seat)], scenario.status_quo)
    waited, best = waiting_value(state, seat), best_given(scenario, seat, floor)
    share = (total(final_value(state, seat)) - waited) / max(1.0, best - waited)
    entries = [
        Entry(seat, "interest", round(INTEREST * max(0.0, min(1.0, share)), 2)),
        Entry(seat, "home", _home_score(state, seat)),
        Entry(seat, "no clash", 0 if state.incidents else NO_CLASH),
        Entry(seat, "no war", 0 if any(entry.what == "war" for entry in state.costs) else NO_WAR),
    ]
    return (*entries, Entry(seat, "craft", _craft(state, outcome)))


def _home_score(state: State, seat: SeatId) -> float:
    """A fifth of the score is the factions' support for what was brought home, in the weakest vote."""
    home = home_of(state, seat)
    package = _outcome(state).treaty or state.status_quo
    weakest = min((support(home, stage, package) for stage in home.stages), default=FULL)
    return round(HOME * weakest / FULL, 2)


def _craft(state: State, outcome: Outcome) -> float:
    if outcome.treaty is None:
        return 0.0
    first, second = (value(state.scenario.briefs[seat], outcome.treaty) for seat in state.scenario.seat_ids)
    return round(CRAFT * max(0.0, 1 - joint_gain_left(state.scenario, first, second) / CRAFT_REACH), 2)


def scores(state: State) -> Mapping[SeatId, float]:
    """Every seat's total."""
    return {seat: round(total(score(state, seat)), 2) for seat in state.scenario.seat_ids}


def durability(state: State, treaty: Package) -> str:
    """Whether *treaty* would still be ratified if opinion soured: `firm`, `fragile`, `likely to be torn up` (§3.9)."""
    homes = [home_of(state, seat) for seat in state.scenario.seat_ids]
    for mood, label in LATER_MOODS:
        if all(_holds(state, home.brief.seat, treaty, mood) for home in homes):
            lopsided = label == "firm" and any(_starved(state, home.brief.seat, treaty) for home in homes)
            return "fragile" if lopsided else label
    return "likely to be torn up"


def _holds(state: State, seat: SeatId, treaty: Package, mood: int) -> bool:
    home = home_of(state, seat)
    soured = {faction: favour - mood for faction, favour in home.favours.items()}
    return chance_at_home(evolve(home, favours=soured), treaty) >= 0.5


def _starved(state: State, seat: SeatId, treaty: Package) -> bool:
    """Whether *seat* gets hardly more than waiting while the other has nine tenths of its ideal."""
    scenario = state.scenario
    other = scenario.other(seat)
    ideal = best_given(scenario, other, float("-inf"))
    content = value(scenario.briefs[other], treaty) > 0.9 * ideal
    return content and value(scenario.briefs[seat], treaty) < waiting_value(state, seat) + 3

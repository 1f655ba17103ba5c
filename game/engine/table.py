"""The table phase: offers, initials, brackets, and the signature."""

import itertools

from attrs import evolve

from game.engine import actions as a
from game.engine.concession import GENUINE, conceded
from game.engine.effects import move_meter
from game.engine.events import Event, told
from game.engine.home import beyond, rungs_beyond, stand_price
from game.engine.issue import Package, SeatId
from game.engine.ledger import Entry
from game.engine.phase import Phase
from game.engine.prospect import home_of
from game.engine.scenario import CAPITAL, CREDIBILITY, TENSION
from game.engine.state import State, Step
from game.engine.treaty import Offer, Signed, Text

CONCESSION_CALM = -1
"""What a genuine concession does to the tension: `mechanics.md` §3.5 says −1.5, and meters are whole."""
KEPT_STAND = 3
BROKEN_STAND_CREDIBILITY = 5


def propose(state: State, action: a.Propose) -> Step:
    """Lay a whole text on the table."""
    before = state.text.offers.get(action.seat)
    gain = conceded(state.scenario, action.seat, before, action.package) if before else 0.0
    offers = {**state.text.offers, action.seat: action.package}
    half = {
        issue: (seat, option)
        for issue, (seat, option) in state.text.half.items()
        if seat != action.seat or action.package[issue] == option
    }
    text = evolve(_answered(state.text, action), offers=offers, answering=action.seat, bracketed=frozenset(), half=half)
    said = Offer(action.seat, state.turn, action.package)
    first = all(offer.seat != action.seat for offer in state.offers)
    state = evolve(state, text=text, offers=(*state.offers, said))
    if first or gain > GENUINE:
        state = evolve(state, stale={**state.stale, action.seat: 0})
    if gain > GENUINE:
        state = _reward_concession(state, action.seat)
    events = [told("offered", seat=action.seat)]
    if action.beyond:
        events.append(_beyond_event(action.seat, action.beyond))
    return Step(_spoken(state), tuple(events))


def _reward_concession(state: State, seat: SeatId) -> State:
    earlier = [offer.package for offer in state.offers if offer.seat == seat][:-1]
    pairs = itertools.pairwise(earlier)
    if not any(conceded(state.scenario, seat, one, two) > GENUINE for one, two in pairs):
        state = move_meter(state, f"{seat}.{CAPITAL}", 1)
    return move_meter(state, TENSION, CONCESSION_CALM)


def _beyond_event(seat: SeatId, issues: tuple[str, ...]) -> Event:
    return told("beyond_mandate", seat, seat=seat, issues=", ".join(issues))


def hold(state: State, action: a.Hold) -> Step:
    """Let the turn to speak pass; what lay there goes on lying there."""
    state = evolve(state, text=_answered(state.text, action))
    return Step(_spoken(state), (told("held", seat=action.seat),))


def _answered(text: Text, action: a.Propose | a.Hold) -> Text:
    """*text* with the reasons a seat gave for not signing, for both sides to read."""
    if action.refusal is None:
        return text
    return evolve(text, answers={**text.answers, action.seat: action.refusal})


def _spoken(state: State) -> State:
    moves = state.moves + 1
    if moves >= 2 * state.scenario.sittings:
        return evolve(state, phase=Phase.RESOLVE, moves=0)
    return evolve(state, moves=moves)


def initial(state: State, action: a.Initial) -> Step:
    """Put one's initials to clauses; what both have initialled stands until both reopen it."""
    text, other = state.text, state.scenario.other(action.seat)
    asked = {issue: text.half[issue][1] for issue in action.issues if issue in text.half}
    half = {issue: held for issue, held in text.half.items() if issue not in asked}
    fresh = {issue: text.offers[other][issue] for issue in action.issues if issue not in asked}
    half.update({issue: (action.seat, option) for issue, option in fresh.items()})
    offers = {seat: {**package, **asked} for seat, package in text.offers.items()}
    agreed = {**text.initialled, **asked}
    text = evolve(text, offers=offers, initialled=agreed, half=half, bracketed=text.bracketed - set(asked))
    events = [told("initials", seat=action.seat, issues=", ".join(fresh))] if fresh else []
    events += [told("initialled", issues=", ".join(asked))] if asked else []
    return Step(evolve(state, text=text), tuple(events))


def bracket(state: State, action: a.Bracket) -> Step:
    """Mark clauses of the other side's offer as disputed."""
    text = evolve(state.text, bracketed=state.text.bracketed | set(action.issues))
    return Step(evolve(state, text=text), (told("bracketed", seat=action.seat, issues=", ".join(action.issues)),))


def reopen(state: State, action: a.Reopen) -> Step:
    """Ask to take the initials off a clause, or agree to what the other side has asked."""
    text, issue = state.text, action.issue
    if text.reopening.get(issue) != state.scenario.other(action.seat):
        text = evolve(text, reopening={**text.reopening, issue: action.seat})
        return Step(evolve(state, text=text), (told("reopening", seat=action.seat, issue=issue),))
    left = {key: option for key, option in text.initialled.items() if key != issue}
    asked = {key: seat for key, seat in text.reopening.items() if key != issue}
    text = evolve(text, initialled=left, reopening=asked, bracketed=text.bracketed | {issue})
    return Step(evolve(state, text=text), (told("reopened", issue=issue),))


def accept(state: State, action: a.Accept) -> Step:
    """Sign the other side's offer: the text is on its way to both capitals."""
    other = state.scenario.other(action.seat)
    package = state.text.offers[other]
    homes = {seat: home_of(state, seat) for seat in state.scenario.seat_ids}
    signed = Signed(
        package,
        state.turn,
        {seat: tuple(beyond(home, home.mandate, package)) for seat, home in homes.items()},
        {seat: sum(beyond(home, home.stands, package).values()) for seat, home in homes.items()},
        len(state.votes),
    )
    events = [told("signed", seat=action.seat)]
    events += [_beyond_event(seat, issues) for seat, issues in signed.beyond.items() if issues]
    state = evolve(state, signed=signed, ultimata=(), phase=Phase.RESOLVE, moves=0)
    for seat in state.scenario.seat_ids:
        state = _settle_stands(state, seat, package)
    return Step(state, tuple(events))


def _settle_stands(state: State, seat: SeatId, package: Package) -> State:
    """Pay for the stands a signature breaks (`mechanics.md` §3.6), and earn trust for those it keeps."""
    side = state.scenario.seat_ids.index(seat)
    credibility = state.level(CREDIBILITY, seat)
    for stand in [stand for stand in state.stands if stand.seat == seat]:
        issue = state.scenario.issue[stand.issue]
        rungs = rungs_beyond(issue, side, stand.option, package[stand.issue])
        if not rungs:
            state = move_meter(state, f"{seat}.{CREDIBILITY}", KEPT_STAND)
            continue
        price = Entry(seat, f"stand {stand.issue}", -stand_price(rungs, credibility), stand.option)
        state = evolve(state, costs=(*state.costs, price))
        state = move_meter(state, f"{seat}.{CREDIBILITY}", -BROKEN_STAND_CREDIBILITY * rungs)
    return state


def cleared(state: State, keeping: SeatId = "") -> State:
    """*state* with a table swept clean, but for the standing offer of *keeping*."""
    offers = {seat: package for seat, package in state.text.offers.items() if seat == keeping}
    return evolve(state, text=Text(offers=offers, answering=keeping if offers else ""))

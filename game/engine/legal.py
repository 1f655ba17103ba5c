"""Building the menu of a seat, or of chance, from a state."""

from collections.abc import Mapping
from math import ceil

from game.engine import actions as a
from game.engine.deck import eligible_cards
from game.engine.facts import lookup
from game.engine.home import SWINGS
from game.engine.issue import IssueId, OptionId, Package, SeatId
from game.engine.menu import ChoiceOffer, Menu, OrderOffer
from game.engine.phase import Phase
from game.engine.resolve import STIRRINGS, incident_chance
from game.engine.scenario import TENSION, OrderKind, Verb
from game.engine.state import State
from game.engine.turn import awaiting, due_stages, table_open
from game.engine.war import attack_objection, battle_odds
from game.engine.wording import in_sentence, in_text

QUIET_WEIGHT = 10
"""How likely it is that no card comes, beside the cards' own weights."""
TRUE_REPORT = 75
"""Per cent of intelligence reports that name the right issue (`mechanics.md` §3.4)."""
_ODDS_WHOLE = 10_000


_AT_A_TABLE = (Verb.STAND, Verb.ULTIMATUM, Verb.RECALL, Verb.INTELLIGENCE)
"""Orders that mean nothing before envoys meet."""
_BEFORE_A_SIGNATURE = (Verb.STAND, Verb.ULTIMATUM, Verb.INTELLIGENCE)
"""Orders that change nothing any more once a text is signed."""


def legal_actions(state: State, seat: SeatId) -> Menu:
    """What *seat* (or CHANCE) may do in *state*. A menu without verbs says who must act first."""
    waiting = awaiting(state)
    if seat not in waiting:
        who = " and ".join(_called(state, each) for each in waiting)
        return Menu(seat, waiting_for=f"it is for {who} to act" if waiting else "the game is over")
    if seat == a.CHANCE:
        return Menu(seat, verbs=_CHANCE_VERBS[state.phase], odds=_odds(state))
    match state.phase:
        case Phase.CARD:
            return _card_menu(state, seat)
        case Phase.ORDERS:
            return _orders_menu(state, seat)
        case Phase.ARMISTICE:
            return Menu(seat, verbs=(a.Armistice,))
    return _table_menu(state, seat)


def _called(state: State, seat: SeatId) -> str:
    return seat if seat == a.CHANCE else in_text(state.scenario.seat[seat].title)


_CHANCE_VERBS: dict[Phase, tuple[type, ...]] = {
    Phase.NEWS: (a.Happen,),
    Phase.REPORT: (a.Report,),
    Phase.RESOLVE: (a.Stir,),
    Phase.CONSENT: (a.Sway,),
    Phase.WAR: (a.Battle,),
}


def _odds(state: State) -> tuple[tuple[a.Action, int], ...]:
    match state.phase:
        case Phase.NEWS:
            return _news_odds(state)
        case Phase.REPORT:
            return _report_odds(state)
        case Phase.RESOLVE:
            return _stir_odds(state)
        case Phase.CONSENT:
            stage = due_stages(state)[0]
            return tuple((a.Sway(stage.id, swing), weight) for swing, weight in SWINGS)
    return battle_odds(state)


def _news_odds(state: State) -> tuple[tuple[a.Action, int], ...]:
    cards = eligible_cards(state)
    certain = [card for card in cards if card.certain]
    if certain:
        return ((a.Happen(certain[0].id), 1),)
    return (*((a.Happen(card.id), card.weight) for card in cards), (a.Happen(), QUIET_WEIGHT))


def _report_odds(state: State) -> tuple[tuple[a.Action, int], ...]:
    reader = state.agents[0]
    weights = state.scenario.briefs[state.scenario.other(reader)].weights
    known = {issue for seat, issue in state.reports if seat == reader}
    unknown = [issue for issue in weights if issue not in known] or list(weights)
    top = max(unknown, key=lambda issue: weights[issue])
    others = [issue for issue in unknown if issue != top]
    right = TRUE_REPORT * max(1, len(others))
    return ((a.Report(reader, top), right), *((a.Report(reader, issue), 100 - TRUE_REPORT) for issue in others))


def _stir_odds(state: State) -> tuple[tuple[a.Action, int], ...]:
    incident = ceil(_ODDS_WHOLE * incident_chance(state))
    odds: list[tuple[a.Action, int]] = []
    for swing, weight in STIRRINGS:
        odds.append((a.Stir(swing), weight * (_ODDS_WHOLE - incident)))
        if incident:
            odds.append((a.Stir(swing, incident=True), weight * incident))
    return tuple(odds)


def _card_menu(state: State, seat: SeatId) -> Menu:
    card = state.scenario.card[state.card]
    holds = lookup(state)
    offers = tuple(
        ChoiceOffer(choice, "" if choice.when.holds(holds) else f"'{choice.title}' is open only if {choice.when.text}")
        for choice in card.choices
    )
    return Menu(seat, verbs=(a.Choose,), card=card.id, card_title=card.title, choices=offers)


def _orders_menu(state: State, seat: SeatId) -> Menu:
    scenario = state.scenario
    purse = [meter for meter in scenario.meters if meter.scope == "seat"]
    offers = [OrderOffer(kind, _objection(state, seat, kind)) for kind in scenario.orders if _may(kind, seat)]
    return Menu(
        seat,
        verbs=(a.GiveOrders, a.WalkOut) if state.signed is None and table_open(state) else (a.GiveOrders,),
        issues=scenario.issue,
        side=scenario.seat_ids.index(seat),
        orders=tuple(offers),
        factions={faction.id: faction.title for faction in scenario.briefs[seat].factions},
        purse={meter.id: state.level(meter.id, seat) for meter in purse},
        meters={meter.id: in_sentence(meter) for meter in purse},
        stood=frozenset(stand.issue for stand in state.stands if stand.seat == seat),
    )


def _may(kind: OrderKind, seat: SeatId) -> bool:
    return not kind.seats or seat in kind.seats


def _objection(state: State, seat: SeatId, kind: OrderKind) -> str:
    if kind.does is Verb.ATTACK:
        return _objection_to_war(state, seat, kind)
    return _closed(state, seat, kind) or _untimely(state, seat, kind)


def _closed(state: State, seat: SeatId, kind: OrderKind) -> str:
    """Why *kind* is shut by its own condition or its price; empty when it is not."""
    if not kind.when.holds(lookup(state)):
        return f"'{kind.title}' is open only if {kind.when.text}"
    return _dear(state, seat, kind)


def _dear(state: State, seat: SeatId, kind: OrderKind) -> str:
    for meter, price in kind.cost.items():
        if price > state.level(meter, seat):
            name = in_sentence(state.scenario.meter[meter])
            return f"'{kind.title}' costs {price} of {name}, and you have {state.level(meter, seat)}"
    return ""


def _untimely(state: State, seat: SeatId, kind: OrderKind) -> str:
    """Why *kind* would do nothing at this moment of the talks; empty when it would."""
    if kind.does in _AT_A_TABLE and not table_open(state):
        return f"'{kind.title}' belongs to a table, and envoys do not meet yet"
    if kind.does in _BEFORE_A_SIGNATURE and state.signed is not None:
        return f"'{kind.title}' can change nothing now: a text is signed and on its way to the capitals"
    if kind.does is Verb.RECALL and state.signed is not None:
        return "a signed text is on its way to the capitals; its envoy cannot be disavowed now"
    if kind.does is not Verb.ULTIMATUM:
        return ""
    if any(each.seat == seat for each in state.ultimata):
        return "your ultimatum is running already"
    if seat not in state.text.offers:
        return f"'{kind.title}' needs an offer of yours on the table, for them to yield to"
    return ""


def _objection_to_war(state: State, seat: SeatId, kind: OrderKind) -> str:
    """All that stands in the way of an attack, so that nothing of it is found out one by one."""
    rules = state.scenario.war
    own_gate = rules is not None and kind.when.text == f"{TENSION} >= {rules.tension}"  # it is told as a gate of war
    when = "" if own_gate or kind.when.holds(lookup(state)) else f"'{kind.title}' is open only if {kind.when.text}"
    parts = (attack_objection(state, seat), _dear(state, seat, kind), when)
    return "; ".join(part for part in parts if part)


def _table_menu(state: State, seat: SeatId) -> Menu:
    scenario, text = state.scenario, state.text
    other = scenario.other(seat)
    offer = text.offers.get(other) if text.answering == other else None
    initiable = _initiable(state, seat, offer)
    verbs: tuple[type, ...] = (a.Propose, a.Hold, a.WalkOut)
    verbs = (a.Accept, a.Bracket, *verbs) if offer is not None else verbs
    verbs = (*verbs, a.Initial) if initiable else verbs
    return Menu(
        seat,
        verbs=(*verbs, a.Reopen) if text.initialled else verbs,
        issues=scenario.issue,
        side=scenario.seat_ids.index(seat),
        mandate=scenario.briefs[seat].envoy(state.envoys[seat]).mandate,
        offer=offer,
        initialled=text.initialled,
        initiable=initiable,
        bracketed=text.bracketed,
        reopened=frozenset(issue for issue, who in text.reopening.items() if who == seat),
    )


def _initiable(state: State, seat: SeatId, offer: Package | None) -> Mapping[IssueId, OptionId]:
    """What the other side has initialled and waits for, and every other clause of its offer not yet initialled."""
    text = state.text
    asked = {issue: option for issue, (who, option) in text.half.items() if who != seat}
    offered = {issue: option for issue, option in (offer or {}).items() if issue not in text.half}
    return {issue: option for issue, option in {**offered, **asked}.items() if issue not in text.initialled}

"""The four functions everything else is built from: the order of play on one page.

A turn is news, orders, table, resolve, and consent while a signed text is on its way home.
"""

from typing import assert_never

from attrs import evolve

from game.engine import actions as a
from game.engine import consent, news, orders, resolve, table, war
from game.engine.deck import eligible_cards
from game.engine.errors import IllegalAction
from game.engine.events import told
from game.engine.legal import legal_actions
from game.engine.opening import first_state, narrowed
from game.engine.scenario import Scenario
from game.engine.state import State, Step
from game.engine.turn import finish, into_orders, without_treaty
from game.engine.view import view_for

__all__ = ["apply", "legal_actions", "start", "view_for"]


def start(scenario: Scenario, chapter: str = "", length: str = "") -> State:
    """The first moment of a game; the scenario's first start and length by default. Raises GameError."""
    state = first_state(narrowed(scenario, chapter, length))
    return state if eligible_cards(state) else into_orders(state).state


def apply(state: State, action: a.Action) -> Step:
    """Play *action* and say what happened; raises IllegalAction with a sentence when it is not open."""
    if why := legal_actions(state, action.seat).why_not(action):
        raise IllegalAction(why)
    return carry_out(state, action)


def carry_out(state: State, action: a.Action) -> Step:
    """Play an *action* already known to be legal."""
    match action:
        case a.Happen():
            return news.happen(state, action)
        case a.Choose():
            return news.choose(state, action)
        case a.GiveOrders():
            return orders.give_orders(state, action)
        case a.Report():
            return orders.report(state, action)
        case a.Propose() | a.Accept() | a.Hold() | a.Initial() | a.Bracket() | a.Reopen():
            return _at_the_table(state, action)
        case a.WalkOut():
            return _walk_out(state, action)
        case a.Stir():
            return resolve.stir(state, action)
        case a.Sway():
            return consent.sway(state, action)
        case a.Battle():
            return war.battle(state, action)
        case a.Armistice():
            return war.armistice(state, action)
    assert_never(action)


TableAction = a.Propose | a.Accept | a.Hold | a.Initial | a.Bracket | a.Reopen


def _at_the_table(state: State, action: TableAction) -> Step:
    match action:
        case a.Propose():
            return table.propose(state, action)
        case a.Accept():
            return table.accept(state, action)
        case a.Hold():
            return table.hold(state, action)
        case a.Initial():
            return table.initial(state, action)
        case a.Bracket():
            return table.bracket(state, action)
        case a.Reopen():
            return table.reopen(state, action)
    assert_never(action)


def _walk_out(state: State, action: a.WalkOut) -> Step:
    state = evolve(state, opened=state.opened or state.turn)
    over = finish(evolve(state, signed=None), without_treaty(state), left_by=action.seat)
    return Step(over.state, (told("walked_out", seat=action.seat), *over.events))

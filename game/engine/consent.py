"""The consent phase: a signed text is voted on at home, stage by stage."""

from attrs import evolve

from game.engine import actions as a
from game.engine.effects import move_meter
from game.engine.events import told
from game.engine.home import FULL, carries, support
from game.engine.ledger import Entry
from game.engine.orders import next_envoy
from game.engine.phase import Ending
from game.engine.prospect import home_of
from game.engine.scenario import CREDIBILITY, TENSION, Stage
from game.engine.state import State, Step
from game.engine.table import cleared
from game.engine.treaty import Vote
from game.engine.turn import due_stages, finish, next_turn

REFUSAL_TENSION, REFUSAL_CREDIBILITY, REFUSAL_POINTS = 6, 10, 2
"""What a refusal at home costs (`mechanics.md` §3.7)."""


def sway(state: State, action: a.Sway) -> Step:
    """Vote on one stage of consent; the last one passed makes the treaty, any one failed unmakes the text."""
    assert state.signed is not None
    stage = state.scenario.stage[action.stage]
    supported = support(home_of(state, stage.seat), stage, state.signed.package) + 100 * action.swing
    supported = max(0, min(FULL, supported))
    vote = Vote(stage.id, stage.seat, state.turn, supported, carries(stage, supported))
    state = evolve(state, votes=(*state.votes, vote))
    events = (told("voted", stage=stage.id, seat=stage.seat, support=supported, passed=vote.passed),)
    step = _onwards(state) if vote.passed else _refused(state, stage)
    return Step(step.state, (*events, *step.events))


def _onwards(state: State) -> Step:
    assert state.signed is not None
    if len(state.votes) - state.signed.first_vote == len(state.scenario.consent):
        return finish(state, Ending.RATIFIED)
    return Step(state, ()) if due_stages(state) else next_turn(state)


def _refused(state: State, stage: Stage) -> Step:
    """The text falls: the other side's copy still lies on the table, and another envoy takes over."""
    assert state.signed is not None
    seat, other = stage.seat, state.scenario.other(stage.seat)
    price = Entry(seat, "refused at home", -REFUSAL_POINTS)
    offers = {**state.text.offers, other: state.signed.package}
    state = evolve(state, text=evolve(state.text, offers=offers), signed=None)
    state = evolve(state, refusals=(*state.refusals, seat), costs=(*state.costs, price))
    state = next_envoy(cleared(state, keeping=other), seat)
    state = move_meter(state, TENSION, REFUSAL_TENSION)
    state = move_meter(state, f"{seat}.{CREDIBILITY}", -REFUSAL_CREDIBILITY)
    step = next_turn(state)
    return Step(step.state, (told("refused", seat=seat, stage=stage.id), *step.events))

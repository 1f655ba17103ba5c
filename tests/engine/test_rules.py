"""The four functions: games counted by hand, purity, and every invariant under random and adversarial play."""

from collections import Counter
from itertools import combinations, permutations
from random import Random

import pytest
from attrs import evolve
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.content import load
from game.engine import actions as a
from game.engine.errors import IllegalAction
from game.engine.legal import legal_actions
from game.engine.notation import read, write
from game.engine.phase import Phase
from game.engine.record import Record, replay, state_digest
from game.engine.rules import apply, start
from game.engine.scenario import Target
from game.engine.state import State
from game.engine.turn import awaiting
from tests.builders import TINY, every_package, no_orders, play

VILLAGES = load("two-villages")
ILI = load("ili-1871")


def every_action(state: State, seat: str) -> list[a.Action]:
    """All that could be said by *seat* with names of the scenario, issues in the order of the table, kept if open."""
    scenario = state.scenario
    issues = list(scenario.issue)
    aims = {
        Target.NONE: [{}],
        Target.FACTION: [{"faction": each.id} for each in scenario.briefs[seat].factions],
        Target.CLAUSE: [{"issue": i, "option": o} for i in issues for o in scenario.issue[i].rung],
    }
    lines = [a.Order(kind.id, **aim) for kind in scenario.orders for aim in aims[kind.target]]
    subsets = [each for size in range(len(issues) + 1) for each in combinations(issues, size)]
    said: list[a.Action] = [a.GiveOrders(seat, pair) for size in range(3) for pair in permutations(lines, size)]
    said += [a.Propose(seat, p, b) for p in every_package(scenario.issues) for b in subsets]
    said += [kind(seat, each) for kind in (a.Accept, a.Initial, a.Bracket) for each in subsets]
    said += [a.Reopen(seat, issue) for issue in issues]
    said += [a.Hold(seat), a.WalkOut(seat), a.Armistice(seat, True), a.Armistice(seat, False)]
    menu = legal_actions(state, seat)
    return [action for action in said if not menu.why_not(action)]


def counted(state: State, depth: int) -> int:
    """The games of *depth* actions from *state*, chance left out."""
    seats = [seat for seat in awaiting(state) if seat != a.CHANCE][:1]
    if depth == 0 or not seats:
        return depth == 0
    return sum(counted(apply(state, action).state, depth - 1) for action in every_action(state, seats[0]))


def test_the_first_orders_of_two_villages_number_75():
    # In January no order to arm or threaten is open. Single orders: a stand on one of 3 + 2 clauses, one of two
    # factions won over, a basket, the pedlar: 5 + 2 + 1 + 1 = 9, each for 1 of 3 goodwill. None: 1; one: 9; two in
    # either order: 9 x 8 = 72, less two stands on one issue: 3 x 2 of the spring and 2 x 1 of the wood.
    expected = 1 + 9 + (72 - 6 - 2) + 1  # and to walk out

    assert counted(start(VILLAGES), 1) == expected == 75


def test_what_hill_may_first_say_in_two_villages_numbers_eight():
    table = play(VILLAGES, "hill orders -", "dale orders -")

    assert counted(table, 1) == 6 + 1 + 1  # six packages, each with just the confirmation it needs; hold; walk out


def test_what_the_two_villages_may_say_in_the_first_sitting_is_counted_by_hand():
    # Hill has said nothing new unless it proposes, and the old bargain lies on the table anyway, so Dale answers an
    # offer in seven of eight cases (not after a walk-out): six packages, accept, hold, walk out, and initials or
    # brackets to one clause, the other, or both: 6 + 3 + 3 + 3 = 15.
    table = play(VILLAGES, "hill orders -", "dale orders -")

    assert counted(table, 2) == 7 * 15

    # A third action follows only where Dale has not ended its turn. After initials to some of two clauses: six
    # packages, accept, hold, walk out; brackets as before, 3; initials to what is left: 1, 1 or 0. After brackets:
    # nine such, initials 3, and brackets to what is left: 1, 1 or 0.
    after_initials = [9 + 3 + 1, 9 + 3 + 1, 9 + 3 + 0]
    after_brackets = [9 + 3 + 1, 9 + 3 + 1, 9 + 3 + 0]
    assert counted(table, 3) == 7 * (sum(after_initials) + sum(after_brackets))


def test_an_initialled_clause_narrows_what_may_be_said():
    state = play(
        no_orders(TINY), "hill propose water=half wood=hill", "dale initial wood", "dale hold", "chance stir +0"
    )
    table = play(state, "hill orders -", "dale orders -", "dale hold", "hill initial wood")

    kinds = Counter(type(action).__name__ for action in every_action(table, "hill"))

    # water has three options left, one of them beyond; Hill's own offer lies there, so nothing waits for its answer
    assert kinds == {"Propose": 3, "Hold": 1, "WalkOut": 1, "Reopen": 1}


def test_applying_an_action_leaves_the_state_it_was_played_in_as_it_was():
    state = start(TINY)
    before = state_digest(state)

    play(state, "hill orders mobilise", "dale orders calm", "hill propose water=half wood=hill", "dale accept")

    assert state_digest(state) == before


@pytest.mark.parametrize("seat", ["hill", "dale"])
def test_walking_out_ends_the_talks_at_once(seat):
    state = play(TINY, f"{seat} walk-out")

    assert (state.phase, state.outcome.left_by, state.outcome.treaty) == (Phase.OVER, seat, None)


WORDS = st.sampled_from(
    ["", "hill", "dale", "qing", "russia", "chance", "water", "wood", "core", "half", "moon", "é;=:"]
)
PAIRS = st.dictionaries(WORDS, WORDS, max_size=3)
ISSUES = st.lists(WORDS, max_size=3).map(tuple)
REFUSALS = st.none() | st.builds(
    a.Refusal, st.lists(st.builds(a.Reason, st.sampled_from(a.ReasonKind), WORDS, WORDS), max_size=2).map(tuple), PAIRS
)
ORDER = st.builds(a.Order, WORDS | st.sampled_from(["stand", "lobby", "calm", "recall", "attack"]), WORDS, WORDS, WORDS)
NONSENSE = st.one_of(
    st.builds(a.Happen, WORDS, WORDS),
    st.builds(a.Report, WORDS, WORDS, WORDS),
    st.builds(a.Stir, st.integers(-99, 99), st.booleans(), WORDS),
    st.builds(a.Sway, WORDS, st.integers(-99, 99), WORDS),
    st.builds(a.Battle, WORDS, WORDS),
    st.builds(a.Choose, WORDS, WORDS, WORDS),
    st.builds(a.GiveOrders, WORDS, st.lists(ORDER, max_size=3).map(tuple)),
    st.builds(a.Propose, WORDS, PAIRS, ISSUES, REFUSALS),
    st.builds(a.Accept, WORDS, ISSUES),
    st.builds(a.Hold, WORDS, REFUSALS),
    st.builds(a.Initial, WORDS, ISSUES),
    st.builds(a.Bracket, WORDS, ISSUES),
    st.builds(a.Reopen, WORDS, WORDS),
    st.builds(a.WalkOut, st.sampled_from(["", "moon"])),
    st.builds(a.Armistice, WORDS, st.booleans()),
)
"""Anything that could be said, sensible or not."""


def refused(state: State, action: a.Action) -> str:
    """The sentence with which *action* is refused, empty if it is played."""
    try:
        apply(state, action)
    except IllegalAction as error:
        return str(error)
    return ""


class Play(RuleBasedStateMachine):
    """Random and adversarial play; every invariant is looked at after every step."""

    scenarios = (VILLAGES, TINY)

    @initialize(data=st.data())
    def begin(self, data):
        self.whole = data.draw(st.sampled_from(self.scenarios))
        chapter = data.draw(st.sampled_from(self.whole.starts))
        length = data.draw(st.sampled_from(self.whole.lengths_from(chapter)))
        self.state = start(self.whole, chapter.id, length.id)
        self.actions: list[a.Action] = []
        self.shaky = data.draw(st.booleans())

    @precondition(lambda self: self.state.phase is not Phase.OVER)
    @rule(seed=st.integers(0, 2**20), count=st.integers(1, 12))
    def act(self, seed, count):
        rng = Random(seed)
        for _ in range(count):
            if not awaiting(self.state):
                return
            menu = legal_actions(self.state, rng.choice(awaiting(self.state)))
            action = menu.sample(rng)
            assert menu.why_not(action) == ""
            assert read(write(action)) == action
            self.state = apply(self.state, action).state
            self.actions.append(action)
            self.consistent()

    @precondition(lambda self: self.shaky and self.state.phase is not Phase.OVER)
    @rule(levels=st.lists(st.integers(0, 100), min_size=5, max_size=5))
    def shake(self, levels):
        """Meters as no card sets them: the corners where wars and empty purses are. No record can tell of it."""
        names = sorted(self.state.meters)
        meter = self.state.scenario.meter
        moved = {name: levels[place % 5] for place, name in enumerate(names)}
        bounded = {n: max(meter[n.split(".")[-1]].low, min(meter[n.split(".")[-1]].high, v)) for n, v in moved.items()}
        self.state = evolve(self.state, meters=bounded)

    @rule(action=NONSENSE)
    def say_nonsense(self, action):
        before = state_digest(self.state)
        why = legal_actions(self.state, action.seat).why_not(action)
        sentence = refused(self.state, action)
        assert sentence == why
        assert not why or (len(why) > 10 and "\n" not in why)
        assert why or read(write(action)) == action
        assert state_digest(self.state) == before

    @invariant()
    def consistent(self):
        state, scenario = self.state, self.state.scenario
        for name, level in state.meters.items():
            meter = scenario.meter[name.split(".")[-1]]
            assert meter.low <= level <= meter.high
        assert 1 <= state.turn <= len(scenario.turns)
        waiting = awaiting(state)
        assert (state.phase is Phase.OVER) == (waiting == ()) == (state.outcome is not None)
        assert all(
            (seat in waiting) == bool(legal_actions(state, seat).verbs) for seat in (*scenario.seat_ids, a.CHANCE)
        )
        for issue, option in state.text.initialled.items():
            assert [package[issue] for package in state.text.offers.values()] == [option] * len(state.text.offers)
        if waiting == (a.CHANCE,):
            odds = legal_actions(state, a.CHANCE).odds
            assert odds and all(weight > 0 for _, weight in odds)
        assert state.signed is None or state.signed.turn <= scenario.deadline

    def teardown(self):
        if not hasattr(self, "state") or self.shaky:
            return
        scenario = self.state.scenario
        again = replay(self.whole, Record(scenario.id, "", scenario.chapter, scenario.length, tuple(self.actions)))
        assert again.trouble == ""
        assert state_digest(again.state) == state_digest(self.state)


class PlayIli(Play):
    """The same with the whole of the Ili crisis."""

    scenarios = (ILI,)


TestPlay = Play.TestCase
TestPlay.settings = settings(max_examples=40, stateful_step_count=25, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
class TestPlayLonger(Play.TestCase):
    settings = settings(max_examples=600, stateful_step_count=60, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
class TestPlayIli(PlayIli.TestCase):
    settings = settings(max_examples=150, stateful_step_count=60, suppress_health_check=list(HealthCheck))


class TestPlayIliBriefly(PlayIli.TestCase):
    settings = settings(max_examples=6, stateful_step_count=20, suppress_health_check=list(HealthCheck))

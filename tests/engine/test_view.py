"""Views: a secret of one seat moves nothing that another sees, hears, may do, or is told in a refusal."""

from collections.abc import Callable
from random import Random

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import load
from game.engine import actions as a
from game.engine.brief import Character, Link
from game.engine.events import heard
from game.engine.ledger import Entry
from game.engine.legal import legal_actions
from game.engine.phase import Phase
from game.engine.rules import apply, start, view_for
from game.engine.scenario import BLUR, Shown, blurred
from game.engine.state import State
from game.engine.turn import awaiting
from game.engine.view import SeatView
from game.players import STATESMAN
from tests.builders import TINY, no_orders, play, wandered, with_brief

VILLAGES = load("two-villages")
ILI = load("ili-1871")
STARTS = {
    "villages": start(VILLAGES),
    "tiny": start(TINY),
    "ili 1871": start(ILI, "1871", "campaign"),
    "ili 1878": start(ILI, "1878", "crisis"),
    "ili 1880, a lesson": start(ILI, "1880", "lesson"),
    "ili 1880": start(ILI, "1880", "crisis"),
}

Change = Callable[[State, str, Random], State]


def rebriefed(state: State, seat: str, **changes) -> State:
    return evolve(state, scenario=with_brief(state.scenario, seat, **changes))


def shuffled(values: dict, rng: Random) -> dict:
    """The same keys with the values one place further and a random amount more."""
    moved = [*list(values.values())[1:], *list(values.values())[:1]]
    return {key: value + rng.randrange(1, 9) for key, value in zip(values, moved, strict=True)}


def weights(state, seat, rng):
    return rebriefed(state, seat, weights=shuffled(state.scenario.briefs[seat].weights, rng))


def worth(state, seat, rng):
    rows = state.scenario.briefs[seat].worth
    other = {issue: {o: 109 - points - rng.randrange(9) for o, points in row.items()} for issue, row in rows.items()}
    return rebriefed(state, seat, worth=other)


def links(state, seat, rng):
    clauses = {issue.id: issue.options[0].id for issue in state.scenario.issues[:2]}
    return rebriefed(state, seat, links=(Link(clauses, rng.randrange(1, 9)),))


def patience(state, seat, rng):
    return rebriefed(
        state, seat, waiting=rng.random() * 9, drift=rng.randrange(9, 40), batna="Something else.", text=""
    )


def character(state, seat, rng):
    return rebriefed(state, seat, character=Character(rng.random() + 0.1, rng.random(), rng.randrange(60, 100)))


def temper(state, seat, rng):
    """How the seat bargains beyond its curve: its margin, its mettle, its readiness to overstep, its tastes."""
    tastes = {meter.id: rng.randrange(-9, 10) / 3 for meter in state.scenario.meters}
    kept = state.scenario.briefs[seat].character
    other = evolve(kept, margin=rng.randrange(40), oversteps=rng.random(), mettle=rng.random(), tastes=tastes)
    return rebriefed(state, seat, character=other)


def envoys_characters(state, seat, rng):
    envoys = state.scenario.briefs[seat].envoys
    own = Character(rng.random() + 0.1, rng.random(), rng.randrange(60, 100), oversteps=0.5, mettle=0.5)
    return rebriefed(state, seat, envoys=tuple(evolve(envoy, character=own, text="A secret.") for envoy in envoys))


def factions(state, seat, rng):
    old = state.scenario.briefs[seat].factions
    shares = [faction.influence for faction in old]
    moved = [*shares[1:], *shares[:1]]
    new = [
        evolve(faction, influence=share, weights=shuffled(faction.weights, rng), worth={})
        for faction, share in zip(old, moved, strict=True)
    ]
    return rebriefed(state, seat, factions=tuple(new))


def favours(state, seat, rng):
    mine = {name: level + rng.randrange(1, 30) for name, level in state.favours.items() if name.startswith(f"{seat}.")}
    return evolve(state, favours={**state.favours, **mine})


def mandate(state, seat, rng):
    limits = {issue.id: rng.choice(issue.options).id for issue in state.scenario.issues}
    envoys = state.scenario.briefs[seat].envoys
    return rebriefed(state, seat, envoys=tuple(evolve(envoy, mandate=limits) for envoy in envoys))


def purse(state, seat, rng):
    own = [meter for meter in state.scenario.meters if meter.scope == "seat" and meter.shown is Shown.OWN]
    return evolve(state, meters={**state.meters, **{f"{seat}.{m.id}": rng.randint(m.low, m.high) for m in own}})


def hidden_readiness(state, seat, rng):
    """Blurred meters, moved only within what the other side reads as the same."""
    moved = {}
    for meter in state.scenario.meters:
        if meter.shown is Shown.BLURRED:
            name = f"{seat}.{meter.id}"
            alike = [n for n in range(meter.low, meter.high + 1) if blurred(n) == blurred(state.meters[name])]
            moved[name] = rng.choice(alike)
    return evolve(state, meters={**state.meters, **moved})


def sealed_orders(state, seat, rng):
    kinds = [a.Order("calm"), a.Order("intelligence"), a.Order("mobilise")]
    changed = tuple(rng.sample(kinds, rng.randrange(3)))
    return evolve(state, orders={**state.orders, seat: changed}) if seat in state.orders else state


def sealed_armistice(state, seat, _rng):
    if state.war is None or seat not in state.war.answers:
        return state
    return evolve(state, war=evolve(state.war, answers={**state.war.answers, seat: not state.war.answers[seat]}))


def reports(state, seat, rng):
    return evolve(state, reports=(*state.reports, (seat, rng.choice(state.scenario.issues).id)))


def costs(state, seat, rng):
    return evolve(state, costs=(*state.costs, Entry(seat, "a secret", -rng.randrange(1, 9))))


def overstepping(state, seat, rng):
    if state.signed is None:
        return state
    beyond = {**state.signed.beyond, seat: tuple(issue.id for issue in rng.sample(state.scenario.issues, 1))}
    return evolve(state, signed=evolve(state.signed, beyond=beyond))


CHANGES: tuple[Change, ...] = (
    *(weights, worth, links, patience, character, temper, envoys_characters, factions, favours, mandate, purse),
    *(hidden_readiness, sealed_orders, sealed_armistice, reports, costs, overstepping),
)
REVEALED_NEXT = {sealed_orders, sealed_armistice}
"""Secrets that the very next action may lawfully bring to light. The end of a turn is one for readiness: where both
sides stand above 55 the public tension rises by 4 (the race of `mechanics.md`), and a clash tells how far it fell.
"""


def seen(view: SeatView) -> dict:
    """Everything in *view*, those parts that equality leaves out taken apart."""
    apart = {each.name: getattr(view, each.name) for each in fields(SeatView)}
    for name in ("home", "belief"):
        part = apart.pop(name)
        apart[name] = part and {each.name: getattr(part, each.name) for each in fields(type(part))}
    return apart


def assert_hidden(state: State, seat: str, change: Change, seed: int) -> None:
    """That what *change* does to a secret of *seat* moves nothing for the other seat and a spectator."""
    twin, other = change(state, seat, Random(seed)), state.scenario.other(seat)
    for reader in (other, None):
        assert seen(view_for(twin, reader)) == seen(view_for(state, reader)), change.__name__
    shows = change in REVEALED_NEXT or (change is hidden_readiness and state.phase is Phase.RESOLVE)
    if not shows:
        assert_heard_alike(state, twin, other, Random(seed))


def assert_heard_alike(state: State, twin: State, other: str, rng: Random) -> None:
    """That whatever both may do next is heard alike; a vote is the secret coming to light, so it is left out."""
    waiting = awaiting(state)
    if not waiting or state.phase is Phase.CONSENT:
        return
    actor = other if other in waiting else waiting[0]
    for _ in range(3):
        action = legal_actions(state, actor).sample(rng)
        if not legal_actions(twin, actor).why_not(action):
            for reader in (other, None):
                assert heard(apply(twin, action).events, reader) == heard(apply(state, action).events, reader)


def at(beginning: str, seed: int, actions: int) -> State:
    return wandered(STARTS[beginning], seed, actions)


MOMENTS = st.tuples(st.sampled_from(list(STARTS)), st.integers(0, 2**32), st.integers(0, 70))


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(MOMENTS)
def test_no_secret_of_a_seat_moves_what_another_sees_hears_or_may_do(moment):
    state = at(*moment)

    for seat in state.scenario.seat_ids:
        for change in CHANGES:
            assert_hidden(state, seat, change, moment[1])


@pytest.mark.slow
@settings(max_examples=1500, suppress_health_check=list(HealthCheck))
@given(MOMENTS)
def test_no_secret_of_a_seat_moves_what_another_sees_hears_or_may_do_at_length(moment):
    state = at(*moment)

    for seat in state.scenario.seat_ids:
        for change in CHANGES:
            assert_hidden(state, seat, change, moment[1])


def assert_answers_alike(moment, examples=CHANGES) -> None:
    state = at(*moment)
    for seat in state.scenario.seat_ids:
        other = state.scenario.other(seat)
        if other in awaiting(state):
            said = STATESMAN.decide(view_for(state, other), Random(1))
            for change in examples:
                twin = change(state, seat, Random(moment[1]))
                assert STATESMAN.decide(view_for(twin, other), Random(1)) == said, change.__name__


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.tuples(st.sampled_from(["villages", "tiny"]), st.integers(0, 2**32), st.integers(0, 40)))
def test_no_secret_of_a_seat_moves_what_the_other_says_of_an_offer(moment):
    assert_answers_alike(moment)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(MOMENTS)
def test_no_secret_of_a_seat_moves_what_the_other_says_of_an_offer_at_length(moment):
    assert_answers_alike(moment)


def rich() -> State:
    """A moment at which every secret of hill is there to be changed: its orders are sealed and a text is signed."""
    signed = play(no_orders(TINY), "hill propose water=half wood=hill", "dale accept", "chance stir +0")
    return play(signed, "hill orders calm; lobby young")


@pytest.mark.parametrize("change", [each for each in CHANGES if each is not sealed_armistice])
def test_every_change_of_a_secret_is_one(change):
    state = rich()

    twin = change(state, "hill", Random(2))

    assert twin != state


def test_a_secret_that_did_leak_would_be_noticed():
    state = rich()

    with pytest.raises(AssertionError, match="leaking"):
        assert_hidden(state, "hill", leaking, 1)


def leaking(state, _seat, _rng):
    return evolve(state, incidents=state.incidents + 1)


def test_a_sealed_answer_to_an_armistice_is_hidden():
    levels = {**start(TINY).meters, "hill.readiness": 100, "dale.readiness": 40, "tension": 90}
    state = evolve(start(TINY), meters=levels, favours=dict.fromkeys(start(TINY).favours, -60))
    asked = play(state, "hill orders attack", "dale orders -", "chance battle hill", "hill armistice yes")

    for change in CHANGES:
        assert_hidden(asked, "hill", change, 3)


@pytest.mark.parametrize(("level", "read"), [(40, 40), (49, 40), (50, 60), (69, 60), (70, 80), (100, 100)])
def test_a_blurred_meter_is_read_to_the_nearest_twenty(level, read):
    assert blurred(level) == read
    assert BLUR == 20


def test_each_seat_reads_its_own_meters_exactly_and_a_spectator_only_what_is_public():
    state = evolve(start(TINY), meters={**start(TINY).meters, "hill.readiness": 53, "hill.treasury": 11})

    own, other, spectator = (view_for(state, seat).meters for seat in ("hill", "dale", None))

    assert (own["hill.readiness"], own["hill.treasury"], own["hill.capital"]) == (53, 11, 3)
    assert other["hill.readiness"] == spectator["hill.readiness"] == 60
    assert "hill.treasury" not in other and "hill.capital" not in other
    assert set(spectator) == {"tension", "hill.readiness", "dale.readiness", "hill.credibility", "dale.credibility"}


def test_a_spectator_holds_no_papers():
    view = view_for(rich(), None)

    assert (view.brief, view.home, view.menu, view.belief, view.favours, view.envoy) == (None, None, None, None, {}, "")


def test_a_view_tells_what_is_public_of_a_moment():
    view = view_for(rich(), "dale")

    assert (view.seat, view.other, view.turn, view.turns_left, view.deadline) == ("dale", "hill", 2, 4, 5)
    assert view.pending.package == {"water": "half", "wood": "hill"}
    assert view.waiting == ("dale",)
    assert view.speakers == {"hill": "Ann", "dale": "The envoy of dale"}
    assert view.issue("wood") is TINY.issue["wood"]


def test_a_view_counts_how_often_the_envoys_have_spoken_at_this_turns_table():
    table = no_orders(evolve(TINY, lengths=(evolve(TINY.lengths[0], sittings=2),)))
    later = play(table, "hill hold", "dale propose water=dale wood=dale", "hill hold")
    over = play(later, "dale hold")

    assert [view_for(state, "dale").spoken for state in (table, later, over)] == [0, 3, 0]
    assert view_for(later, None).spoken == 3


def test_a_view_tells_what_a_war_costs_who_began_it_and_what_stands_between_a_seat_and_one():
    levels = {**start(TINY).meters, "hill.readiness": 100, "dale.readiness": 40, "tension": 90}
    ready = evolve(start(TINY), meters=levels, favours=dict.fromkeys(start(TINY).favours, -60))
    fighting = play(ready, "hill orders attack", "dale orders -", "chance battle hill")

    assert view_for(ready, "dale").war is TINY.war
    assert [(gate.what, gate.stands) for gate in view_for(ready, "dale").gates[:2]] == [
        ("tension", 90),
        ("readiness", 40),
    ]
    assert (view_for(ready, "dale").attacker, view_for(fighting, "dale").attacker) == ("", "hill")
    assert view_for(ready, None).gates == ()

"""Every refusal of the statesman is true, and the change it asks for turns the answer."""

from collections.abc import Iterator
from random import Random

import pytest
from attrs import evolve, frozen

from game.content import load
from game.engine import actions as a
from game.engine.condition import parse_condition
from game.engine.home import beyond, faction_ledger, stand_price, support
from game.engine.issue import Package
from game.engine.rules import view_for
from game.engine.state import State
from game.engine.utility import seat_table, value
from game.engine.view import SeatView
from game.players import STATESMAN
from game.players.appraisal import BARE, appraise
from game.session.match import new_match
from tests.builders import TINY, no_orders, play, with_brief

VILLAGES, ILI = load("two-villages"), load("ili-1871")


@frozen(eq=False)
class Case:
    """One refusal, and the moment at which it was said."""

    state: State
    seat: str
    offer: Package
    refusal: a.Refusal
    counter: Package | None
    """What the refuser laid on the table with the same breath; None when it only let its turn pass."""


def refusals(scenario, seed: str, chapter: str = "", length: str = "") -> Iterator[Case]:
    """All refusals of a game the statesman plays against itself."""
    match = new_match(scenario, chapter, length, dict.fromkeys(scenario.seat_ids, STATESMAN), seed)
    before = match.state
    for action, _ in match.advance():
        said = getattr(action, "refusal", None)
        if said is not None:
            yield Case(
                before,
                action.seat,
                before.text.offers[scenario.other(action.seat)],
                said,
                getattr(action, "package", None),
            )
        before = match.state


def answer(state: State, seat: str) -> a.Action:
    return STATESMAN.decide(view_for(state, seat), Random(11))


def cured(case: Case) -> State:
    """The same moment, had the other side offered what the refusal asks for."""
    state, other = case.state, case.state.scenario.other(case.seat)
    package = {**case.offer, **case.refusal.cure}
    said = list(state.offers)
    last = max(place for place, offer in enumerate(said) if offer.seat == other)
    said[last] = evolve(said[last], package=package)
    text = evolve(state.text, offers={**state.text.offers, other: package})
    return evolve(state, text=text, offers=tuple(said))


def is_true(view: SeatView, offer: Package, reason: a.Reason) -> bool:
    """Whether *reason* is an entry of the refuser's own ledger, looked up there afresh."""
    home, brief = view.home, view.brief
    match reason.kind:
        case a.ReasonKind.MANDATE:
            return reason.issue in beyond(home, home.mandate, offer)
        case a.ReasonKind.STAND:
            return reason.issue in beyond(home, home.stands, offer)
        case a.ReasonKind.HOME:
            ledger = faction_ledger(home, reason.faction, offer)
            hurt = any(entry.what == reason.issue and entry.points < 0 for entry in ledger)
            return hurt and any(support(home, s, offer) < s.threshold * 100 + BARE for s in home.stages)
        case a.ReasonKind.VALUE:
            row = seat_table(brief)[reason.issue]
            return row[offer[reason.issue]] < max(row.values())
    return True


def assert_true_and_cured(case: Case) -> None:
    view = view_for(case.state, case.seat)
    assert case.refusal.reasons
    for reason in case.refusal.reasons:
        assert is_true(view, case.offer, reason), (reason, case.offer)
    others = [reason for reason in case.refusal.reasons if reason.kind is not a.ReasonKind.TIMING]
    short = appraise(view).points(case.offer) < STATESMAN.target(appraise(view))
    assert others or short, "it is not the time that speaks against this text"
    if case.refusal.cure:
        about, lost = {reason.issue for reason in others}, all(each.kind is a.ReasonKind.HOME for each in others)
        assert about <= case.refusal.cure.keys() or lost, "a reason about what need not change"
        assert all(case.offer[issue] != option for issue, option in case.refusal.cure.items())
        assert isinstance(answer(cured(case), case.seat), a.Accept), (case.offer, case.refusal)


def assert_asks_no_more_than_it_offers(case: Case) -> None:
    for issue, option in case.refusal.cure.items() if case.counter else ():
        rung = case.state.scenario.issue[issue].rung
        low, high = sorted((rung[case.offer[issue]], rung[case.counter[issue]]))
        assert low <= rung[option] <= high, (issue, option, case.counter[issue])


def assert_all(cases: list[Case], at_least: int) -> None:
    assert len(cases) >= at_least
    assert any(case.refusal.cure for case in cases)
    assert any(case.counter for case in cases)
    for case in cases:
        assert_true_and_cured(case)
        assert_asks_no_more_than_it_offers(case)


def test_refusals_in_the_villages_are_true_and_their_cures_are_accepted():
    assert_all([case for seed in range(12) for case in refusals(VILLAGES, str(seed))], 12)


def test_refusals_in_the_ili_lesson_are_true_and_their_cures_are_accepted():
    assert_all(list(refusals(ILI, "1", "1880", "lesson")), 3)


def in_character(scenario, **traits):
    """*scenario* with traits of character added for both seats, and taken over by their envoys."""
    for seat in scenario.seat_ids:
        brief = scenario.briefs[seat]
        own = evolve(brief.character, **traits)
        envoys = tuple(evolve(envoy, character=evolve(own, opening=80)) for envoy in brief.envoys)
        scenario = with_brief(scenario, seat, character=own, envoys=envoys)
    return scenario


@pytest.mark.parametrize(
    "traits", [{"margin": 20}, {"margin": 0, "concession": 2.0}, {"oversteps": 0.5}, {"mettle": 1.0}]
)
def test_refusals_stay_true_and_their_cures_accepted_whatever_the_character(traits):
    scenario = in_character(VILLAGES, **traits)

    assert_all([case for seed in range(8) for case in refusals(scenario, str(seed))], 4)


def test_refusals_in_a_campaigns_years_at_the_table_are_true_and_their_cures_are_accepted():
    quiet = tuple(evolve(turn, table=place >= 2) for place, turn in enumerate(VILLAGES.turns))
    later = evolve(VILLAGES, turns=quiet, table_when=parse_condition("turn >= 3"))

    assert_all([case for seed in range(12) for case in refusals(later, str(seed))], 6)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", ["1878", "1880"])
@pytest.mark.parametrize("length", ["lesson", "crisis"])
def test_refusals_in_many_games_are_true_and_their_cures_are_accepted(chapter, length):
    assert_all([case for seed in range(12) for case in refusals(ILI, str(seed), chapter, length)], 50)


@pytest.mark.parametrize("credibility", [59, 61, 63, 67, 99])
def test_what_a_broken_stand_costs_is_the_same_in_the_search_and_in_the_answer(credibility):
    """Two stands, each a rung broken: their prices are rounded one by one, as they are paid at signature."""
    vowed = play(TINY, "hill orders stand water=hill; stand wood=hill", "dale orders -")
    state = evolve(vowed, meters={**vowed.meters, "hill.credibility": credibility})
    appraisal = appraise(view_for(state, "hill"))
    package = {"water": "half", "wood": "dale"}

    price = 2 * stand_price(1, credibility)

    assert appraisal.points(package) == pytest.approx(value(appraisal.brief, package) - price, abs=1e-9)
    assert sum(appraisal.worth(((issue, option),)) for issue, option in package.items()) == pytest.approx(
        appraisal.points(package), abs=1e-9
    )


def test_the_reason_a_seat_gives_does_not_hang_on_its_rivals_numbers():
    offered = play(no_orders(TINY), "hill propose water=hill wood=hill")

    said = STATESMAN.decide(view_for(offered, "dale"), Random(1)).refusal

    # all of water and wood is hill's: dale has nothing, and its folk lose the wood they hold
    assert a.Reason(a.ReasonKind.VALUE, "water") in said.reasons
    assert a.Reason(a.ReasonKind.HOME, "wood", "dale-folk") in said.reasons

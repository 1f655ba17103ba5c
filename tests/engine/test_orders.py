"""Orders: sealed, paid, carried out together."""

from attrs import evolve

from game.engine.actions import GiveOrders, Order, Report, WalkOut
from game.engine.events import heard
from game.engine.legal import legal_actions
from game.engine.orders import next_envoy
from game.engine.phase import Phase
from game.engine.rules import apply, start
from game.engine.treaty import Stand, Ultimatum
from tests.builders import TINY, make_scenario, no_orders, play


def test_nothing_happens_until_both_sides_have_handed_in():
    state = play(TINY, "dale orders mobilise")

    assert (state.phase, state.level("readiness", "dale"), state.level("tension")) == (Phase.ORDERS, 50, 35)
    assert state.orders == {"dale": (Order("mobilise"),)}


def test_orders_are_paid_for_and_have_their_effects():
    state = play(TINY, "dale orders mobilise; calm", "hill orders lobby young")

    assert state.level("readiness", "dale") == 60
    assert state.level("tension") == 35 + 6 - 6
    assert (state.level("capital", "dale"), state.level("capital", "hill")) == (0, 2)
    assert state.favours == {"hill.elders": 0, "hill.young": -2, "dale.dale-folk": 0}
    assert state.phase is Phase.TABLE


def test_a_stand_and_an_ultimatum_are_kept_in_mind():
    offered = play(no_orders(TINY), "hill propose water=hill wood=hill", "dale hold", "chance stir +0")

    state = play(offered, "hill orders stand water=half; ultimatum", "dale orders -")

    assert state.stands == (Stand("hill", "water", "half"),)
    assert state.ultimata == (Ultimatum("hill", 4),)  # turns 2, 3 and 4 to yield in


def test_an_order_shown_to_its_own_side_alone_is_not_heard_by_the_other():
    state = play(TINY, "hill orders lobby young; calm")

    step = apply(state, GiveOrders("dale"))

    ordered = [event.facts["order"] for event in heard(step.events, "hill") if event.kind == "ordered"]
    public = [event.facts["order"] for event in heard(step.events, None) if event.kind == "ordered"]
    assert (ordered, public) == (["lobby", "calm"], ["calm"])
    assert heard(step.events, "dale") == heard(step.events, None)


def test_a_recalled_envoy_leaves_a_clean_table_and_the_other_sides_offer():
    offered = play(no_orders(TINY), "hill propose water=hill wood=hill", "dale propose water=dale wood=dale")
    later = play(offered, "chance stir +0")

    state = play(later, "hill orders recall", "dale orders -")

    assert state.envoys["hill"] == "abe"
    assert list(state.text.offers) == ["dale"]


def test_the_last_envoy_stays():
    state = start(TINY)

    once = next_envoy(state, "hill")

    assert once.envoys["hill"] == next_envoy(once, "hill").envoys["hill"] == "abe"
    assert next_envoy(state, "dale").envoys["dale"] == "dale-envoy"


def test_agents_report_after_the_orders_and_only_to_their_own_side():
    state = play(TINY, "hill orders spy", "dale orders spy")

    assert (state.phase, state.agents) == (Phase.REPORT, ("hill", "dale"))
    step = apply(state, Report("hill", "water"))
    assert [event.kind for event in heard(step.events, "dale")] == []
    done = play(step.state, "chance report dale wood")
    assert done.reports == (("hill", "water"), ("dale", "wood"))
    assert (done.phase, done.agents) == (Phase.TABLE, ())


def test_three_reports_in_four_name_the_issue_the_other_side_values_most():
    state = play(TINY, "hill orders spy", "dale orders -")

    odds = dict(legal_actions(state, "chance").odds)

    assert odds == {Report("hill", "water"): 75, Report("hill", "wood"): 25}


def test_agents_look_for_what_has_not_been_reported_yet_and_then_anew():
    known = play(TINY, "hill orders spy", "dale orders -")

    second = legal_actions(evolve(known, reports=(("hill", "water"), ("dale", "wood"))), "chance").odds
    third = legal_actions(evolve(known, reports=(("hill", "water"), ("hill", "wood"))), "chance").odds

    assert [action for action, _ in second] == [Report("hill", "wood")]
    assert {action.issue for action, _ in third} == {"water", "wood"}


def test_no_treaty_is_talked_about_while_one_is_on_its_way_home():
    late = make_scenario(consent=tuple(evolve(stage, after=2) for stage in TINY.consent))
    signed = play(no_orders(late), "hill propose water=half wood=hill", "dale accept", "chance stir +0")

    assert play(signed, "hill orders -", "dale orders -").phase is Phase.RESOLVE
    assert "open are: give orders" in legal_actions(signed, "hill").why_not(WalkOut("hill"))

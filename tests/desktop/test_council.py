"""The council: orders with their price and effect, aims picked in place, and nothing that cannot be paid."""

import pytest
from attrs import evolve

from game.desktop.view import View
from game.engine.actions import GiveOrders, Order
from game.engine.menu import MOST_ORDERS
from game.engine.phase import Phase
from game.engine.treaty import Stand
from game.prose.advice import advice
from game.prose.orderbook import order_changes, past, price_in_words
from tests.desktop.desks import NARROW, in_phase, meanings, press, sitting_at, view_at, words_on

DECADE = {"start": "1871", "length": "campaign"}


@pytest.fixture
def sitting(tmp_path):
    return sitting_at(in_phase(Phase.ORDERS, 2), tmp_path)


def spot(view: View, meaning: str):
    return next(each for each in view.arrangement.spots if each.meaning == meaning)


def given(sitting):
    """The orders this person last handed in."""
    return next(
        each for each in reversed(sitting.match.actions) if isinstance(each, GiveOrders) and each.seat == "qing"
    )


def test_every_order_that_can_be_given_says_its_price_and_what_it_does(sitting):
    view = view_at(sitting, "council")

    for offer in sitting.view.menu.orders:
        if not offer.why_not:
            row = spot(view, f"order {offer.kind.id}")
            assert order_changes(sitting.view, offer.kind)[1:] in row.value
            assert price_in_words(sitting.view, offer.kind) in row.note


def test_what_is_shut_says_why_and_what_is_past_is_left_out(sitting):
    view = view_at(sitting, "council")

    shut = {offer.kind.id: past(sitting.view, offer.kind) for offer in sitting.view.menu.orders if offer.why_not}

    assert set(shut.values()) == {True, False}
    for kind, gone in shut.items():
        assert (f"order {kind}" in meanings(view)) != gone
    assert all(spot(view, f"order {kind}").why_not for kind, gone in shut.items() if not gone)


def test_an_order_is_aimed_at_a_faction_where_its_share_and_mood_are_told(sitting):
    view = view_at(sitting, "council")

    press(view, "order lobby")

    for faction in sitting.view.brief.factions:
        assert f"{faction.influence} %" in spot(view, f"aim 0 {faction.id}").value
    press(view, "aim 0 coast")
    press(view, "orders")
    assert given(sitting).orders == (Order("lobby", faction="coast"),)


def test_a_stand_is_aimed_at_a_clause_and_then_at_a_rung_of_its_ladder(sitting):
    view = view_at(sitting, "council")
    press(view, "order stand")

    press(view, "aim 0 tekes")
    rungs = [each for each in meanings(view) if each.startswith("aim 0 tekes ")]
    press(view, "aim 0 tekes pass_only")
    press(view, "orders")

    assert rungs == [f"aim 0 tekes {option.id}" for option in sitting.view.issue("tekes").options]
    assert given(sitting).orders == (Order("stand", issue="tekes", option="pass_only"),)


def test_an_order_without_its_aim_cannot_be_handed_in(sitting):
    view = view_at(sitting, "council")
    press(view, "order lobby")

    press(view, "orders")

    assert spot(view, "orders").why_not == view.desk.remark != ""
    assert sitting.match.state.phase is Phase.ORDERS


def test_the_focus_goes_where_the_aims_are(sitting):
    view = view_at(sitting, "council")
    view.focus = "order lobby"

    press(view, "order lobby")
    assert view.focus == f"aim 0 {sitting.view.brief.factions[0].id}"

    press(view, view.focus)
    assert view.focus == "order lobby"


def test_no_more_than_a_government_can_give_is_written_down(sitting):
    view = view_at(sitting, "council")
    free = [each.kind.id for each in sitting.view.menu.orders if not each.why_not and each.kind.target == "none"]
    for kind in free[:MOST_ORDERS]:
        press(view, f"order {kind}")

    press(view, f"order {free[MOST_ORDERS]}")

    assert view.desk.remark == spot(view, f"order {free[MOST_ORDERS]}").why_not != ""
    press(view, f"order {free[0]}")
    assert not spot(view, f"order {free[MOST_ORDERS]}").why_not


def test_what_two_orders_together_cannot_be_paid_from_says_so(sitting):
    state = sitting.match.state
    sitting.match.state = evolve(state, meters={**state.meters, "qing.capital": 2})
    view = view_at(sitting, "council")

    press(view, "order ultimatum")

    refused = sitting.view.menu.why_not(GiveOrders("qing", (Order("ultimatum"), Order("calm"))))
    assert refused and refused[1:] in spot(view, "order calm").why_not


def test_nothing_chosen_is_handed_in_as_no_orders(sitting):
    view = view_at(sitting, "council")
    assert "orders" not in meanings(view)

    press(view, "orders none")

    assert given(sitting).orders == ()


def test_striking_out_and_pressing_again_both_take_an_order_off_the_paper(sitting):
    view = view_at(sitting, "council")
    press(view, "order calm")
    press(view, "order mobilise")

    press(view, "strike 0")
    press(view, "order mobilise")

    assert "orders none" in meanings(view)


def test_what_is_looked_at_is_advised_on(sitting):
    view = view_at(sitting, "council")
    kind = sitting.match.scenario.order["calm"]

    view.desk.top.looked("calm")
    view.lay()

    assert advice(sitting.view, kind, sitting.draft()) in words_on(view)


def test_the_other_sides_meters_are_shown_as_they_are_seen(sitting):
    view = view_at(sitting, "council")
    seen = sitting.view.meters["russia.readiness"]
    gauges = [each for each in view.arrangement.spots if each.meaning == "explain readiness"]

    assert f"about {seen}," in " ".join(each.value for each in gauges)
    assert len(gauges) == 2


def test_all_that_both_sides_share_is_shown_on_demand(sitting):
    view = view_at(sitting, "council")
    shared = [meter.id for meter in sitting.view.gauges if meter.scope == "shared"]
    assert not all(f"explain {meter}" in meanings(view) for meter in shared)

    press(view, "meters")

    assert all(f"explain {meter}" in meanings(view) for meter in shared)


def test_breaking_off_is_offered_only_where_it_is_open(sitting, tmp_path):
    press(view := view_at(sitting, "council"), "walk")
    assert view.desk.top.name == "confirm"

    decade = sitting_at(in_phase(Phase.ORDERS), tmp_path, **DECADE)

    assert "walk" not in meanings(view_at(decade, "council"))


def test_a_turn_without_a_table_passes_with_one_press_and_shows_less(tmp_path, sitting):
    decade = sitting_at(in_phase(Phase.ORDERS), tmp_path, **DECADE)

    view = view_at(decade, "council")

    assert view.focus == "orders none"
    assert not [each for each in view.arrangement.spots if each.meaning.startswith("order ") and each.why_not]
    assert len(meanings(view)) < len(meanings(view_at(sitting, "council")))


def test_a_narrow_page_keeps_the_list_the_paper_and_the_meters_within_reach(sitting):
    view = view_at(sitting, "council", size=NARROW)

    press(view, "order lobby")
    press(view, "aim 0 coast")
    press(view, "leaf standing")
    assert "explain treasury" in meanings(view)
    press(view, "leaf orders")
    assert spot(view, "order lobby").value and "orders" in meanings(view)
    press(view, "orders")

    assert given(sitting).orders == (Order("lobby", faction="coast"),)


def test_the_focus_passes_over_clauses_on_which_a_vow_stands(sitting):
    state = sitting.match.state
    first, second = [issue.id for issue in sitting.view.issues[:2]]
    sitting.match.state = evolve(state, stands=(Stand("qing", first, sitting.view.issue(first).options[0].id),))
    view = view_at(sitting, "council")

    press(view, "order stand")

    assert spot(view, f"aim 0 {first}").why_not
    assert view.focus == f"aim 0 {second}"

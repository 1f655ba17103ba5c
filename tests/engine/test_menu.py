"""The menu: what is open, why something is not, and drawing from it at random."""

from random import Random

import pytest
from attrs import evolve

from game.engine import actions as a
from game.engine.errors import IllegalAction
from game.engine.legal import legal_actions
from game.engine.rules import apply, start
from tests.builders import TINY, make_scenario, no_orders, play

GREEDY = {"water": "hill", "wood": "hill"}
OFFERED = play(no_orders(TINY), "hill propose water=half wood=hill")
HALVED = play(OFFERED, "dale initial wood")
AGREED = play(HALVED, "dale hold", "chance stir +0", "hill orders -", "dale orders -", "dale hold", "hill initial wood")


def why(state, action):
    return legal_actions(state, action.seat).why_not(action)


def orders(*lines, seat="hill"):
    return a.GiveOrders(seat, tuple(lines))


@pytest.mark.parametrize(
    ("state", "action", "sentence"),
    [
        (start(TINY), a.Hold("hill"), "you cannot hold now; open are: give orders, walk out"),
        (play(TINY, "hill orders -"), orders(), "you cannot act now: it is for Dale to act"),
        (play(TINY, "hill walk-out"), orders(), "you cannot act now: the game is over"),
        (start(TINY), orders(*[a.Order("calm")] * 3), "you can give 2 orders a turn, not 3"),
        (start(TINY), orders(a.Order("calm"), a.Order("calm")), "the same order twice"),
        (start(TINY), orders(a.Order("clam")), "no order 'clam' (did you mean 'calm'?)"),
        (start(TINY), orders(a.Order("lobby", faction="elder")), "(did you mean 'elders'?)"),
        (start(TINY), orders(a.Order("lobby")), "'Lobby' must name one of your factions: the elders, the young"),
        (start(TINY), orders(a.Order("stand", issue="wod", option="hill")), "no issue 'wod' (did you mean 'wood'?)"),
        (start(TINY), orders(a.Order("stand", issue="wood", option="half")), "Wood has no option 'half'"),
        (
            start(TINY),
            orders(a.Order("stand", issue="wood", option="hill"), a.Order("stand", issue="wood", option="dale")),
            "you cannot take two stands on Wood",
        ),
        (start(TINY), orders(a.Order("mobilise"), a.Order("recall")), "orders cost 5 of capital, and you have 3"),
        (start(TINY), orders(a.Order("attack")), "war needs tension 70 or more (now 35), readiness 85 or"),
        (start(TINY), orders(a.Order("ultimatum")), "'Ultimatum' needs an offer of yours on the table"),
        (start(TINY), orders(a.Order("calm", faction="elders")), "'Calm' is not aimed at a faction"),
        (no_orders(TINY), a.Accept("hill"), "you cannot accept now"),
        (no_orders(TINY), a.Propose("hill", {"water": "half"}), "leaves out Wood"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "wodo": "hill"}), "no issue 'wodo'"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "water": "halv"}), "(did you mean 'half'?)"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "water": "dale"}), "say 'beyond water' to do it all the same"),
        (no_orders(TINY), a.Propose("hill", GREEDY, ("water",)), "within your instructions on Water"),
        (no_orders(TINY), a.Propose("hill", GREEDY, ("wodo",)), "no issue 'wodo' (did you mean 'wood'?)"),
        (OFFERED, a.Initial("dale", ()), "say which clauses to initial"),
        (OFFERED, a.Initial("dale", ("wodo",)), "no issue 'wodo'"),
        (HALVED, a.Initial("dale", ("wood",)), "the other side has not yet"),
        (OFFERED, a.Bracket("dale", ()), "say which clauses to put in brackets"),
        (OFFERED, a.Bracket("dale", ("wodo",)), "no issue 'wodo'"),
        (play(OFFERED, "dale bracket water"), a.Bracket("dale", ("water",)), "Water is in brackets already"),
        (OFFERED, a.Reopen("dale", "wood"), "you cannot reopen now"),
        (AGREED, a.Propose("hill", {"water": "half", "wood": "dale"}), "Wood is initialled as “Hill”"),
        (AGREED, a.Reopen("hill", "water"), "Water is not initialled"),
        (AGREED, a.Reopen("hill", "wodo"), "no issue 'wodo' (did you mean 'wood'?)"),
        (play(AGREED, "hill reopen wood"), a.Reopen("hill", "wood"), "the other side must agree"),
        (play(no_orders(TINY), "hill hold", "dale hold"), a.Stir(77), "chance cannot do that now; 17 other things may"),
    ],
)  # fmt: skip
def test_what_is_not_open_is_refused_with_a_sentence(state, action, sentence):
    assert sentence in why(state, action)
    with pytest.raises(IllegalAction) as caught:
        apply(state, action)
    assert str(caught.value) == why(state, action)


def test_another_seats_menu_refuses_with_both_names():
    assert legal_actions(no_orders(TINY), "hill").why_not(a.Hold("dale")) == "this is hill's menu, not dale's"


def test_what_is_initialled_already_is_not_initialled_or_bracketed_again():
    later = play(AGREED, "hill propose water=half wood=hill", "chance stir +0", "hill orders -", "dale orders -")

    state = play(later, "hill propose water=half wood=hill")

    assert why(state, a.Initial("dale", ("wood",))) == "Wood is initialled already"
    assert why(state, a.Bracket("dale", ("wood",))) == "Wood is initialled already"


@pytest.mark.parametrize(
    "order",
    [
        a.Order("calm", faction="elders"),
        a.Order("calm", issue="wood", option="hill"),
        a.Order("lobby", faction="elders", issue="wood", option="hill"),
        a.Order("stand", faction="elders", issue="wood", option="hill"),
    ],
)
def test_an_order_aims_only_at_what_its_kind_takes(order):
    assert why(start(TINY), orders(order))


def test_a_second_ultimatum_waits_for_the_first():
    state = play(OFFERED, "dale hold", "chance stir +0")
    threatened = play(state, "hill orders ultimatum", "dale orders -", "dale hold", "hill hold", "chance stir +0")

    assert why(state, orders(a.Order("ultimatum"))) == ""
    assert why(threatened, orders(a.Order("ultimatum"))) == "your ultimatum is running already"


def test_a_stand_is_taken_once_on_an_issue():
    vowed = play(TINY, "hill orders stand wood=hill", "dale orders -", "hill hold", "dale hold", "chance stir +0")

    assert why(vowed, orders(a.Order("stand", issue="wood", option="hill"))) == "you have already taken a stand on Wood"
    assert why(vowed, orders(a.Order("stand", issue="water", option="hill"))) == ""


def test_an_envoy_is_not_recalled_while_a_text_is_on_its_way():
    signed = play(OFFERED, "dale accept", "chance stir +0")

    assert "signed text is on its way" in why(signed, orders(a.Order("recall")))


@pytest.mark.parametrize("order", [a.Order("stand", issue="wood", option="hill"), a.Order("ultimatum"), a.Order("spy")])
def test_what_can_change_nothing_after_a_signature_is_shut_until_the_text_is_refused(order):
    greedy = play(no_orders(TINY), "hill propose water=hill wood=hill", "dale accept", "chance stir +0")
    voted = play(greedy, "hill orders -", "dale orders -", "chance stir +0", "chance sway green +0")
    refused = play(voted, "chance sway barn +0")

    assert f"'{TINY.order[order.kind].title}' can change nothing now: a text is signed" in why(greedy, orders(order))
    assert refused.refusals == ("dale",)
    assert "a text is signed" not in why(refused, orders(order))


def test_an_ultimatum_waits_for_an_offer_of_ones_own_and_the_other_sides_is_not_enough():
    both_silent = play(no_orders(TINY), "hill hold", "dale hold", "chance stir +0")
    theirs_alone = play(no_orders(TINY), "hill hold", "dale propose water=dale wood=hill", "chance stir +0")
    own = play(OFFERED, "dale hold", "chance stir +0")

    assert "needs an offer of yours" in why(both_silent, orders(a.Order("ultimatum")))
    assert "needs an offer of yours" in why(theirs_alone, orders(a.Order("ultimatum")))
    assert why(own, orders(a.Order("ultimatum"))) == ""


def test_a_price_is_known_before_anything_is_aimed_at():
    menu = legal_actions(start(make_scenario(orders=(evolve(TINY.order["lobby"], cost={"capital": 2}),))), "hill")

    assert menu.unpaid((a.Order("lobby"), a.Order("lobby"))) == "these orders cost 4 of capital, and you have 3"
    assert menu.unpaid((a.Order("lobby"),)) == ""


def test_an_order_for_one_seat_is_not_on_the_others_menu():
    only = make_scenario(orders=(evolve(TINY.order["calm"], seats=("hill",)),))

    assert why(start(only), orders(a.Order("calm"))) == ""
    assert "there is no order 'calm'" in why(start(only), orders(a.Order("calm"), seat="dale"))


def test_accepting_beyond_the_mandate_takes_a_confirmation():
    offered = play(no_orders(TINY), "hill hold", "dale propose water=dale wood=hill", "chance stir +0")
    answer = play(offered, "hill orders -", "dale orders -", "dale hold")

    assert "beyond water" in why(answer, a.Accept("hill"))
    assert why(answer, a.Accept("hill", ("water",))) == ""
    assert legal_actions(answer, "hill").beyond({"water": "dale", "wood": "hill"}) == ("water",)


@pytest.mark.parametrize("state", [start(TINY), no_orders(TINY), OFFERED, HALVED, AGREED])
def test_what_is_drawn_at_random_is_open(state):
    for seat in legal_actions(state, "chance").waiting_for and ("hill", "dale"):
        menu = legal_actions(state, seat)
        drawn = [menu.sample(Random(seed)) for seed in range(60)] if menu.verbs else []

        assert [menu.why_not(action) for action in drawn] == [""] * len(drawn)


def test_random_players_find_every_verb():
    menu = legal_actions(AGREED, "hill")

    drawn = {type(menu.sample(Random(seed))) for seed in range(400)}

    assert drawn == set(menu.verbs)


def test_a_scenario_without_orders_has_still_something_to_draw():
    menu = legal_actions(start(make_scenario(orders=())), "hill")

    assert {menu.sample(Random(seed)) for seed in range(30)} >= {a.GiveOrders("hill")}


def test_chance_draws_by_its_odds():
    menu = legal_actions(play(TINY, "hill orders spy", "dale orders -"), "chance")

    drawn = [menu.sample(Random(seed)).issue for seed in range(400)]

    assert 250 < drawn.count("water") < 350  # 300 expected, standard deviation below 9


def test_drawing_gives_up_politely_when_nothing_drawn_is_open():
    dear = make_scenario(orders=(evolve(TINY.order["calm"], cost={"capital": 99}),))
    table = evolve(no_orders(TINY))
    shy = evolve(legal_actions(table, "hill"), verbs=(a.Accept, a.Propose))

    assert legal_actions(start(dear), "hill").sample(Random(1)) == a.GiveOrders("hill")
    assert isinstance(shy.sample(Random(2)), a.Propose)


@pytest.mark.parametrize(
    "refusal",
    [
        a.Refusal(()),
        a.Refusal((a.Reason(a.ReasonKind.VALUE, "moon"),)),
        a.Refusal((a.Reason(a.ReasonKind.TIMING),), {"moon": "hill"}),
        a.Refusal((a.Reason(a.ReasonKind.TIMING),), {"wood": "half"}),
    ],
)
def test_a_refusal_names_what_there_is(refusal):
    assert why(OFFERED, a.Hold("dale", refusal))
    assert why(OFFERED, a.Propose("dale", {"water": "half", "wood": "dale"}, refusal=refusal))


def test_a_refusal_with_a_reason_and_a_cure_is_open():
    refusal = a.Refusal((a.Reason(a.ReasonKind.VALUE, "wood"),), {"wood": "dale"})

    assert why(OFFERED, a.Hold("dale", refusal)) == ""

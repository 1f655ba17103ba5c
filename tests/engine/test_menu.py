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
        (start(TINY), a.Hold("hill"), "hill cannot hold now; open are: give orders, walk out"),
        (play(TINY, "hill orders -"), orders(), "hill cannot act now: it is for dale to act"),
        (play(TINY, "hill walk-out"), orders(), "hill cannot act now: the game is over"),
        (start(TINY), orders(*[a.Order("calm")] * 3), "hill can give 2 orders a turn, not 3"),
        (start(TINY), orders(a.Order("calm"), a.Order("calm")), "the same order twice"),
        (start(TINY), orders(a.Order("clam")), "no order 'clam' (did you mean 'calm'?)"),
        (start(TINY), orders(a.Order("lobby", faction="elder")), "(did you mean 'elders'?)"),
        (start(TINY), orders(a.Order("lobby")), "must name one of your factions: elders, young"),
        (start(TINY), orders(a.Order("stand", issue="wod", option="hill")), "no issue 'wod' (did you mean 'wood'?)"),
        (start(TINY), orders(a.Order("stand", issue="wood", option="half")), "wood has no option 'half'"),
        (
            start(TINY),
            orders(a.Order("stand", issue="wood", option="hill"), a.Order("stand", issue="wood", option="dale")),
            "two stands on 'wood'",
        ),
        (start(TINY), orders(a.Order("mobilise"), a.Order("ultimatum")), "orders cost 4 of capital, and hill has 3"),
        (start(TINY), orders(a.Order("attack")), "'Attack' is open only if tension >= 70"),
        (no_orders(TINY), a.Accept("hill"), "hill cannot accept now"),
        (no_orders(TINY), a.Propose("hill", {"water": "half"}), "leaves out wood"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "wodo": "hill"}), "no issue 'wodo'"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "water": "halv"}), "(did you mean 'half'?)"),
        (no_orders(TINY), a.Propose("hill", {**GREEDY, "water": "dale"}), "say 'beyond water' to do it all the same"),
        (no_orders(TINY), a.Propose("hill", GREEDY, ("water",)), "water is within your instructions"),
        (OFFERED, a.Initial("dale", ()), "say which clauses to initial"),
        (OFFERED, a.Initial("dale", ("wodo",)), "no issue 'wodo'"),
        (HALVED, a.Initial("dale", ("wood",)), "the other side has not yet"),
        (OFFERED, a.Bracket("dale", ()), "say which clauses to put in brackets"),
        (OFFERED, a.Bracket("dale", ("wodo",)), "no issue 'wodo'"),
        (play(OFFERED, "dale bracket water"), a.Bracket("dale", ("water",)), "water is in brackets already"),
        (OFFERED, a.Reopen("dale", "wood"), "dale cannot reopen now"),
        (AGREED, a.Propose("hill", {"water": "half", "wood": "dale"}), "wood is initialled as 'hill'"),
        (AGREED, a.Reopen("hill", "water"), "water is not initialled"),
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

    assert why(state, a.Initial("dale", ("wood",))) == "wood is initialled already"
    assert why(state, a.Bracket("dale", ("wood",))) == "wood is initialled already"


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
    state = play(no_orders(TINY), "hill hold", "dale hold", "chance stir +0")
    threatened = play(TINY, "hill orders ultimatum", "dale orders -", "hill hold", "dale hold", "chance stir +0")

    assert why(state, orders(a.Order("ultimatum"))) == ""
    assert why(threatened, orders(a.Order("ultimatum"))) == "your ultimatum is running already"


def test_a_stand_is_taken_once_on_an_issue():
    vowed = play(TINY, "hill orders stand wood=hill", "dale orders -", "hill hold", "dale hold", "chance stir +0")

    assert (
        why(vowed, orders(a.Order("stand", issue="wood", option="hill"))) == "hill has already taken a stand on 'wood'"
    )
    assert why(vowed, orders(a.Order("stand", issue="water", option="hill"))) == ""


def test_an_envoy_is_not_recalled_while_a_text_is_on_its_way():
    signed = play(OFFERED, "dale accept", "chance stir +0")

    assert "signed text is on its way" in why(signed, orders(a.Order("recall")))


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

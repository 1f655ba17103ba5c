"""What governments order and answer: by what they like, and by force when patience ends."""

from collections import Counter
from random import Random

import pytest
from attrs import evolve

from game.engine.actions import Order
from game.engine.brief import Character, Envoy
from game.engine.card import Card, Choice
from game.engine.condition import parse_condition
from game.engine.effect import Effect
from game.engine.phase import Phase
from game.engine.rules import start, view_for
from game.engine.scenario import OrderKind
from game.engine.state import War
from game.players import CARETAKER, STATESMAN
from game.players.conduct import answer_armistice, answer_card, sensible_orders
from tests.builders import TINY, make_scenario, no_orders, play, with_brief

DRAWS = 1000
SPREAD = 0.064
"""Four standard deviations of a share that is an even chance, in so many draws: 4 x sqrt(0.25 / 1000)."""


def with_character(scenario, seat="hill", **traits):
    return with_brief(scenario, seat, character=Character(**traits))


def shares(state, seat="hill"):
    """How often each choice of the card in hand is taken."""
    view = view_for(state, seat)
    taken = Counter(answer_card(view, Random(seed)).choice for seed in range(DRAWS))
    return {choice: count / DRAWS for choice, count in taken.items()}


def asked(*choices, tastes=None):
    """Hill with a card in hand and these choices."""
    card = Card("dove", "A dove", "It brings a letter.", decides="hill", choices=choices)
    scenario = with_character(make_scenario(cards=(card,)), tastes=tastes or {})
    return play(start(scenario), "chance news dove")


def choice(name, *effects, **changes):
    return Choice(name, name.title(), tuple(Effect(*each) for each in effects), **changes)


LIKINGS = [
    # what is done, the tastes, the points of liking: a point doubles the odds against doing nothing
    ((("tension", 4),), {}, -0.48),  # 4 x -0.12
    ((("tension", 4),), {"tension": 0.5}, 2),
    ((("tension", 4),), {"tension": 0}, 0),
    ((("own.capital", 2),), {}, 2.5),  # 2 x 1.0 x 2 x (8 - 3) / 8: the purse is emptier than full
    ((("hill.capital", 2),), {"capital": -0.4}, -1),
    ((("own.treasury", 2),), {}, 1.4),  # 2 x 0.5 x 2 x (20 - 6) / 20
    ((("own.elders.favour", 4),), {}, 2.4),  # sixty in a hundred of them
    ((("hill.all.favour", -2),), {}, -2),
    ((("other.all.favour", 10),), {}, 1),
    ((("dale.treasury", 9), ("status_quo.wood", 0, "hill")), {}, 0),
    ((("incident", 1),), {"incident": 2.5}, 2.5),
    ((("tension", 90),), {"tension": 0.5}, 8),  # no liking is beyond 8
]


@pytest.mark.parametrize(("effects", "tastes", "points"), LIKINGS)
def test_a_choice_is_the_likelier_the_better_it_tastes(effects, tastes, points):
    state = asked(choice("do", *effects), choice("leave"), tastes=tastes)

    assert shares(state).get("do", 0) == pytest.approx(2**points / (2**points + 1), abs=SPREAD)


def test_what_was_done_in_fact_has_one_point_of_liking():
    state = asked(choice("do", historical=True), choice("leave"))

    assert shares(state)["do"] == pytest.approx(2 / 3, abs=SPREAD)


def test_a_choice_that_is_not_open_is_never_taken():
    never = choice("do", ("own.capital", 2), when=parse_condition("tension > 99"))

    assert shares(asked(never, choice("leave"))) == {"leave": 1}


def test_tastes_are_the_governments_own():
    state = asked(choice("do", ("tension", 4)), choice("leave"))
    warlike = with_character(state.scenario, "dale", tastes={"tension": 2})

    assert shares(evolve(state, scenario=warlike))["do"] == shares(state)["do"]


def ordered(kind, tastes=None, **changes):
    """What hill orders where *kind* is there beside the usual orders."""
    scenario = with_character(make_scenario(orders=(*TINY.orders, kind)), tastes=tastes or {})
    return sensible_orders(view_for(evolve(start(scenario), **changes), "hill"), None, vows=False).orders


@pytest.mark.parametrize(
    ("effects", "cost", "tastes", "given"),
    [
        ({"own.capital": 1}, {}, {}, True),  # 1.25, as above
        ({"own.capital": 1}, {"treasury": 1}, {}, False),  # less 0.7
        ({"own.capital": 2}, {"treasury": 1}, {}, True),  # 2.5 - 0.7
        ({"own.treasury": 1}, {}, {}, False),  # 0.7
        ({"tension": 4}, {}, {}, False),
        ({"tension": 4}, {}, {"tension": 0.25}, True),  # 1 is enough
        ({"tension": 4}, {}, {"tension": 0.24}, False),
    ],
)
def test_an_order_is_given_for_its_own_sake_when_it_is_worth_more_than_it_costs(effects, cost, tastes, given):
    kind = OrderKind("feast", "Feast", "", cost=cost, effects=tuple(Effect(*each) for each in effects.items()))

    assert (Order("feast") in ordered(kind, tastes)) is given


def test_the_best_of_such_orders_comes_first():
    lesser, better = (OrderKind(f"gain-{n}", "Gain", "", effects=(Effect("own.capital", n),)) for n in (1, 2))
    scenario = make_scenario(orders=(lesser, better))

    said = sensible_orders(view_for(start(scenario), "hill"), None, vows=False)

    assert said.orders == (Order("gain-2"), Order("gain-1"))


def test_arming_is_never_for_its_own_sake():
    kind = OrderKind("drill", "Drill", "", effects=(Effect("own.readiness", 9), Effect("own.capital", 2)))

    assert Order("drill") not in ordered(kind)


def test_the_forceful_arm_first():
    view = view_for(start(TINY), "hill")

    assert sensible_orders(view, None, vows=False, forceful=True).orders[0] == Order("mobilise")
    assert Order("mobilise") not in sensible_orders(view, None, vows=False).orders


def arms(state, player=STATESMAN, seed=1):
    return Order("mobilise") in player.decide(view_for(state, "hill"), Random(seed)).orders


BOLD = with_character(TINY, mettle=1.0)


@pytest.mark.parametrize(("turn", "armed"), [(1, False), (2, False), (3, True), (5, True)])
def test_a_government_of_mettle_arms_once_three_tenths_of_the_time_are_gone(turn, armed):
    # five turns leave time for consent, the first chance is at 0 and the last at 1: 0, 0.25, 0.5, 1
    assert arms(evolve(start(BOLD), turn=turn)) is armed
    assert not arms(evolve(start(TINY), turn=turn))


def test_no_force_is_shown_while_a_text_is_on_its_way_home():
    signed = play(no_orders(BOLD), "hill propose water=half wood=hill", "dale accept", "chance stir +0")

    assert not arms(evolve(signed, turn=3))


def test_force_is_as_likely_as_the_mettle():
    late = evolve(start(with_character(TINY, mettle=0.3)), turn=3)

    armed = sum(arms(late, seed=seed) for seed in range(DRAWS)) / DRAWS

    assert armed == pytest.approx(0.3, abs=SPREAD)


def test_the_mettle_is_that_of_the_envoy_who_speaks():
    envoys = (Envoy("ann", "Ann", character=Character(mettle=1.0)), Envoy("abe", "Abe"))
    late = evolve(start(with_brief(TINY, "hill", envoys=envoys)), turn=3)

    assert arms(late)
    assert not arms(evolve(late, envoys={**late.envoys, "hill": "abe"}))


@pytest.mark.parametrize(("won", "mettle", "agreed"), [("hill", 1.0, False), ("hill", 0.0, True), ("dale", 1.0, True)])
def test_only_who_has_just_won_and_has_mettle_fights_on(won, mettle, agreed):
    war = War("hill", ("dale" if won == "hill" else "hill", won))
    view = view_for(evolve(start(TINY), phase=Phase.ARMISTICE, war=war), "hill")

    assert answer_armistice(view, Random(1), mettle).agreed is agreed


def test_a_caretaker_vows_nothing_and_a_statesman_what_binds_it_anyway():
    view = view_for(start(TINY), "hill")  # Ann may not go beyond half the water

    vow = Order("stand", issue="water", option="half")
    assert vow in STATESMAN.decide(view, Random(1)).orders
    assert vow not in CARETAKER.decide(view, Random(1)).orders


def test_nothing_is_vowed_or_spied_out_before_envoys_meet():
    card = Card("rumour", "A rumour", "The weir leaks.", certain=True)
    shut = make_scenario(cards=(card,), table_when=parse_condition("tension >= 99"))
    view = view_for(play(start(shut), "chance news rumour"), "hill")

    assert STATESMAN.decide(view, Random(1)).orders == ()


@pytest.mark.parametrize(("tension", "calmed"), [(65, False), (66, True)])
def test_a_sensible_government_calms_a_tension_above_sixty_five(tension, calmed):
    state = start(TINY)
    view = view_for(evolve(state, meters={**state.meters, "tension": tension}), "hill")

    assert (Order("calm") in sensible_orders(view, None, vows=False).orders) is calmed


@pytest.mark.parametrize(("theirs", "armed"), [(70, False), (90, True)])  # read as 80 and 100 beside 70 + 18
def test_a_sensible_government_arms_when_the_other_side_looks_much_readier(theirs, armed):
    state = start(TINY)
    meters = {**state.meters, "hill.readiness": 70, "dale.readiness": theirs}
    view = view_for(evolve(state, meters=meters), "hill")

    assert (Order("mobilise") in sensible_orders(view, None, vows=False).orders) is armed


def test_a_spectator_has_neither_orders_nor_answers():
    view = view_for(start(TINY), None)

    with pytest.raises(ValueError, match="spectator"):
        sensible_orders(view, None, vows=False)
    with pytest.raises(ValueError, match="spectator"):
        answer_card(view, Random(1))

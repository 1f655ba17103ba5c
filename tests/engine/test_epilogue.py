"""How a game's end is told: the first fate that holds, its years and those of all, and what conditions may ask."""

import pytest
from attrs import evolve

from game.engine.condition import parse_condition
from game.engine.epilogue import end_lookup, epilogue
from game.engine.fate import Aftermath, Fate
from game.engine.ledger import Entry
from game.engine.phase import Ending, Outcome, Phase
from game.engine.rules import start
from game.engine.scenario import Length
from tests.builders import TINY, make_scenario, play

MIDDLE = {"water": "half", "wood": "hill"}
SOLD = {"water": "half", "wood": "dale"}


def over(ending=Ending.RATIFIED, treaty=MIDDLE, scenario=TINY, **changes):
    outcome = Outcome(ending, 3, treaty if ending is Ending.RATIFIED else None)
    return evolve(start(scenario), phase=Phase.OVER, outcome=outcome, **changes)


def holds(state, condition):
    return parse_condition(condition).holds(end_lookup(state))


def fate(name, when, *years):
    after = tuple(Aftermath(text, parse_condition(condition)) for text, condition in years)
    return Fate(name, name.title(), "So it was.", parse_condition(when), after)


def test_the_first_fate_that_holds_is_told():
    fates = (fate("war", "ended.war"), fate("calm", "tension < 40"), fate("signed", "ended.ratified"))
    scenario = make_scenario(fates=fates)

    assert epilogue(over(scenario=scenario)).fate.id == "calm"
    assert epilogue(over(Ending.WAR, scenario=scenario)).fate.id == "war"
    tense = {**start(scenario).meters, "tension": 40}
    assert epilogue(over(scenario=scenario, meters=tense)).fate.id == "signed"


def test_a_fates_own_years_come_before_those_of_all_and_only_what_holds_is_told():
    common = (Aftermath("Snow fell."), Aftermath("Never told.", parse_condition("ended.war")))
    only = fate("signed", "ended.ratified", ("The mill stood.", "tension > 90"), ("The mill turned.", "tension < 90"))
    scenario = make_scenario(fates=(only,), years=common)

    told = epilogue(over(scenario=scenario))

    assert [each.text for each in told.years] == ["The mill turned.", "Snow fell."]


@pytest.mark.parametrize(
    "condition", ["treaty.water.half or turn > 0", "not treaty.water.hill", "not (treaty.water.dale)"]
)
def test_of_a_clause_that_was_not_on_the_table_nothing_is_told(condition):
    fates = (fate("watered", condition, ("The mill turned.", condition)), fate("dry", "turn > 0"))
    years = (Aftermath("The spring ran.", parse_condition(condition)), Aftermath("The wood stood."))
    all_of_it = make_scenario(fates=fates, years=years)
    only_wood = evolve(all_of_it, lengths=(Length("short", "Short", 5, issues=("wood",)),))

    told, told_less = epilogue(over(scenario=all_of_it)), epilogue(over(treaty={"wood": "hill"}, scenario=only_wood))

    assert (told.fate.id, len(told.years)) == ("watered", 3)
    assert (told_less.fate.id, [each.text for each in told_less.years]) == ("dry", ["The wood stood."])


def test_where_no_fate_holds_nothing_is_told():
    scenario = make_scenario(fates=(fate("war", "ended.war"),), years=(Aftermath("Snow fell."),))

    assert epilogue(over(scenario=scenario)) is None
    assert epilogue(over()) is None


def test_a_game_that_is_not_over_has_no_epilogue():
    with pytest.raises(ValueError, match="not over"):
        epilogue(start(TINY))


@pytest.mark.parametrize("ending", Ending)
def test_a_condition_may_ask_how_it_ended(ending):
    state = over(ending)

    assert {each for each in Ending if holds(state, f"ended.{each}")} == {ending}


def test_a_condition_may_ask_for_a_clause_of_the_treaty_in_force():
    assert holds(over(), "treaty.water.half and treaty.wood.hill")
    assert not holds(over(), "treaty.water.hill or treaty.wood.dale")
    assert not holds(over(Ending.NO_TREATY), "treaty.water.half or treaty.wood.hill")


@pytest.mark.parametrize(
    ("treaty", "percent"),
    [
        (MIDDLE, 0),
        (SOLD, 45),  # a whole ladder of wood, which weighs (60 + 30) / 2 of a hundred
        ({"water": "hill", "wood": "dale"}, 72),  # and half the ladder of water at (40 + 70) / 2: 72.5, to the even
        (None, 100),
    ],
)
def test_a_condition_may_ask_how_near_a_treaty_lies_in_per_cent(treaty, percent):
    state = over(Ending.RATIFIED if treaty else Ending.NO_TREATY, treaty)

    assert end_lookup(state)("near.old-pact") == percent
    assert end_lookup(state)("near.no-such-pact") == 100


@pytest.mark.parametrize(("favour", "word"), [(0, "firm"), (-7, "fragile"), (-10, "torn")])  # as in test_score
def test_a_condition_may_ask_how_long_a_treaty_would_last(favour, word):
    state = over(favours={**over().favours, "dale.dale-folk": favour})

    assert {each for each in ("firm", "fragile", "torn") if holds(state, f"durability.{each}")} == {word}


def test_without_a_treaty_nothing_lasts():
    assert not holds(over(Ending.WAR), "durability.firm or durability.fragile or durability.torn")


@pytest.mark.parametrize(
    ("costs", "wars"), [((), 0), (("clash",), 0), (("war",), 1), (("clash", "war", "war", "war"), 1)]
)
def test_a_condition_may_ask_whether_there_was_a_war(costs, wars):
    state = over(costs=tuple(Entry("dale", what, -9) for what in costs))

    assert end_lookup(state)("wars") == wars


@pytest.mark.parametrize(
    ("name", "worth"),
    [("tension", 35), ("hill.treasury", 6), ("hill.young.favour", -6), ("turn", 1), ("refused", 1), ("incidents", 2),
     ("happened.storm", 1), ("chose.gift.keep", 1), ("chose.gift.return", 0), ("date", 180001)],
)  # fmt: skip
def test_a_condition_may_still_ask_what_every_condition_may(name, worth):
    state = over(refusals=("dale",), incidents=2, happened={"storm": "", "gift": "keep"})

    assert parse_condition(f"{name} == {'1800-01' if name == 'date' else worth}").holds(end_lookup(state))


def test_a_played_game_without_a_table_is_told_as_one():
    fates = (fate("apart", "ended.no_table and turn == 5 and near.old-pact == 100"), fate("else", "turn > 0"))
    state = start(make_scenario(table_when=parse_condition("tension >= 99"), fates=fates))

    assert epilogue(play(state, *["chance stir +0"] * 5)).fate.id == "apart"

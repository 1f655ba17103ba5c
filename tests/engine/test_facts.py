"""The names that conditions read."""

import pytest
from attrs import evolve

from game.engine.facts import lookup
from game.engine.rules import start
from tests.builders import TINY, no_orders, play

STATE = evolve(play(no_orders(TINY), "hill propose water=half wood=hill"), happened={"storm": "", "gift": "keep"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("turn", 1),
        ("date", 180001),
        ("signed", 0),
        ("refused", 0),
        ("incidents", 0),
        ("tension", 35),
        ("hill.capital", 3),
        ("hill.young.favour", -6),
        ("happened.storm", 1),
        ("happened.flood", 0),
        ("chose.gift.keep", 1),
        ("chose.gift.return", 0),
        ("chose.storm.keep", 0),
        ("offered.water.half", 1),
        ("offered.water.dale", 0),
        ("refused.hill", 0),
        ("signed.water.half", 0),
        ("prestige", 0),
    ],
)
def test_a_name_reads_what_it_says(name, value):
    assert lookup(STATE)(name) == value


def test_signed_refused_and_incidents_follow_the_game():
    state = evolve(play(STATE, "dale accept"), refusals=("hill", "dale"), incidents=3)

    read = lookup(state)

    assert (read("signed"), read("refused"), read("incidents")) == (1, 2, 3)


def test_a_condition_may_ask_which_capital_refused_and_how_often():
    read = lookup(evolve(STATE, refusals=("hill", "dale", "hill")))

    assert (read("refused.hill"), read("refused.dale"), read("refused.vale")) == (2, 1, 0)


def test_a_condition_may_ask_for_a_clause_of_the_signed_text():
    read = lookup(play(STATE, "dale accept"))

    assert (read("signed.water.half"), read("signed.wood.hill")) == (1, 1)
    assert (read("signed.water.hill"), read("signed.wood.dale")) == (0, 0)


def test_the_date_follows_the_calendar():
    assert lookup(evolve(start(TINY), turn=4))("date") == 180004

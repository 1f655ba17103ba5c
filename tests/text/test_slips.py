"""Slips of a hurried player: each is answered in a sentence that names the right thing, and the game goes on."""

from collections.abc import Callable

import pytest
from attrs import evolve

from tests.builders import TINY
from tests.text.test_decade import tiny
from tests.text.test_decade import told as in_decade

Told = Callable[..., str]
TO_THE_TABLE = ("-",)


def spoken(told: Told, *lines: str) -> str:
    """Everything a person is told who types *lines*, in one line and up to the end of the input."""
    return " ".join(told(*lines).partition("The input ends here")[0].split())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("propose wood=zzz", "The wood has no option 'zzz'"),
        ("propose water=1", "There is no issue 'water'"),
        ("propose 2", "'2' is no clause: write it like ISSUE=OPTION"),
        ("propose wood=dale beyond moon", "There is no issue 'moon'"),
        ("initial 1", "waits for your answer, and none does"),
        ("stand spring=shared", "`stand` is an order of your government"),
    ],
)
def test_a_slip_in_a_proposal_is_answered_in_a_sentence_and_the_game_goes_on(told, line, why):
    said = spoken(told, *TO_THE_TABLE, line)

    assert why in said
    assert said.endswith("What do you say?")


def test_a_proposal_names_its_clauses_by_number_as_well_as_by_name(told):
    by_number, by_name = "propose 1=3 2=1", "propose spring=dale wood=hill"

    said = spoken(told, *TO_THE_TABLE, by_number, "")

    assert said.replace(by_number, by_name) == spoken(told, *TO_THE_TABLE, by_name, "")
    assert "Your text lies on the table" in said


def test_a_vow_names_its_limit_by_number_as_well_as_by_name(told):
    said = spoken(told, "stand 1=2", "log")

    assert "Take a stand: no further than “Day and night” on the spring" in said


def test_a_vow_without_a_limit_asks_for_one_and_an_empty_answer_orders_nothing(told):
    said = spoken(told, "stand", "1", "")

    assert "nothing is ordered yet" in said
    assert said.endswith("Orders?")


def test_the_list_of_orders_is_told_in_full_the_first_time_and_in_short_afterwards(told):
    said = spoken(told, "-", "hold", "1")

    full, short = "Ask the pedlar: costs 1 goodwill to spend; learn which issue", "Ask the pedlar (1 goodwill to spend)"
    assert 0 < said.index(full) < said.index(short)
    assert said.count(full) == 1


def test_talks_that_have_ended_in_a_signature_cannot_be_broken_off_and_the_refusal_says_why(told):
    said = spoken(told, "-", "propose spring=dale wood=hill", "", "1", "walk out")

    assert "a text is signed and on its way to the capitals" in said.lower()


def test_orders_that_cannot_be_paid_together_are_refused_before_anything_is_asked(tmp_path):
    dear = tiny(orders=(evolve(TINY.order["lobby"], cost={"capital": 2}),))

    said = " ".join(in_decade(dear, tmp_path, "1 1").partition("Orders? 1 1")[2].split())

    assert said.startswith("These orders cost 4 of capital, and you have 3. Orders?")


def test_the_same_order_without_an_aim_is_refused_twice_in_a_line(told):
    assert "You cannot give the same order twice in a turn." in spoken(told, "3 3")


def test_an_order_given_twice_is_not_asked_to_aim_again_where_it_is_aimed_already(told):
    said = spoken(told, "2 2", "1")

    first, second = said.split("aimed at what?")[1:]
    assert "(elders)" in first and "(shepherds)" in first
    assert "(elders)" not in second and "(shepherds)" in second


def test_an_order_aimed_twice_at_the_same_is_refused_as_soon_as_it_is_aimed(told):
    said = spoken(told, "2 2", "1", "1")

    assert said.endswith("You cannot give the same order twice in a turn. Orders?")


def test_a_second_vow_on_a_clause_is_refused_before_its_limit_is_asked(told):
    said = spoken(told, "stand spring=shared; stand", "1")

    assert "No further than which?" not in said.rpartition("aimed at what?")[2]
    assert "two stands on the spring" in said or "same order twice" in said


def test_home_and_them_say_before_there_is_a_table_that_nothing_lies_on_it(told):
    decade = {"scenario": "ili-1871", "seat": "qing", "start": "1871", "length": "campaign", "against": "stubborn"}

    text = told("home", "them", "why", "why home", "why throne", **decade)

    commands = ("home", "them", "why", "why home", "why throne")
    for command in commands:
        said = " ".join(text.partition(f") {command}\n")[2].split("Enter passes)")[0].split())
        assert said.startswith("Nothing is on the table, and so there is no text to speak of. No table yet: ") or (
            command == "why" and said.startswith("What we believe")
        ), command
        assert "Your draft would be" not in said
    assert "- the throne, 28 % of the votes: " in text


def test_after_a_signature_home_speaks_of_the_signed_text(told):
    drafted = ("-", "propose spring=dale wood=hill", "", "1", "home", "why draft")

    said = spoken(told, *drafted)

    assert "What the signed text is worth to you" in said
    assert "Dale's alone" in said.rpartition("What the signed text")[2]


def test_what_has_moved_a_meter_is_told_as_a_ledger_that_adds_up(told):
    said = told("calm", "hold", "why tension", "why capital", seed="7")

    ledger = said.partition("why tension\n")[2].partition("why capital\n")[0]
    points = [
        int(line.split()[0]) for line in ledger.splitlines() if line.startswith("     ") and line.split()[0][0] in "+-"
    ]
    *parts, whole = points
    assert sum(parts) == whole
    assert -6 in parts  # the basket
    assert "orders: Send a basket" in ledger
    own = said.rpartition("why capital\n")[2]
    assert "-1  turn 1, orders: Send a basket" in own
    assert "+1  turn 1, its end" in own

"""Slips of a hurried player: each is answered in a sentence that names the right thing, and the game goes on."""

from collections.abc import Callable

import pytest

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

"""Drafts: what is answered with no leaves them as they were, and undo gives back what a change replaced."""

import pytest

from game.engine.home import MANDATE_PRICE, STAND_PRICE, stand_price
from game.engine.table import BROKEN_STAND_CREDIBILITY

KEPT = ("The spring: Day and night", "The wood: Hill fells")
"""Hill's draft at first: the offer with which the two villages begin."""


def after(text: str, command: str) -> str:
    """What was printed after the last time *command* was echoed, in one line, up to the end of the input."""
    return " ".join(text.rpartition(f" {command}\n")[2].split("The input ends here")[0].split())


def test_a_proposal_beyond_the_instructions_that_is_answered_with_no_leaves_the_draft_as_it_was(told):
    text = told("-", "propose spring=hill wood=dale", "no", "draft")

    assert "Not done. Your draft is as it was." in text
    assert all(clause in after(text, "draft") for clause in KEPT)


def test_a_script_that_does_not_say_beyond_leaves_the_draft_as_it_was(told):
    text = told("-", "propose spring=hill wood=dale", "draft", script="-")

    assert all(clause in after(text, "draft") for clause in KEPT)


def test_a_proposal_that_is_not_sent_is_kept_as_the_draft(told):
    text = told("-", "propose spring=dale", "no", "draft")

    assert "Kept as your draft." in text
    assert "The spring: Dale's alone" in after(text, "draft")


@pytest.mark.parametrize("change", [("1 3",), ("spring=dale",), ("propose spring=dale", "no")])
def test_undo_after_a_change_of_the_draft_takes_that_back_and_no_action(told, change):
    text = told("2 shepherds", *change, "undo", "draft", "log")

    assert "Taken back: the last change of your draft. The spring: from “Dale's alone” to “Day and night”." in " ".join(
        text.split()
    )
    assert all(clause in after(text, "draft").partition("Your draft:")[0] for clause in KEPT)
    assert "the shepherds" in after(text, "log")


def test_undo_after_cure_and_after_another_start_of_the_draft_takes_these_back_one_by_one(told):
    refused = ("-", "propose spring=shared", "", "1", "-")

    text = told(*refused, "1 1", "cure", "draft best", "undo", "undo", "draft", against="statesman")

    assert text.count("Taken back: the last change of your draft.") == 2
    assert "The spring: Hill's alone" in after(text, "draft")


def test_undo_after_reset_brings_the_changes_back(told):
    text = told("-", "1 3", "reset", "undo", "draft")

    assert "The spring: Dale's alone" in after(text, "draft")


def test_once_an_action_is_taken_back_its_offer_is_the_draft_again(told):
    text = told("-", "propose spring=hill", "", "undo", "draft", against="stubborn")

    assert "Taken back: your last action" in text
    assert "The spring: Hill's alone" in after(text, "draft")


def test_two_at_one_keyboard_may_undo_their_drafts(told):
    text = told("", "-", "", "-", "", "1 3", "undo", "undo", seat="both")

    assert "Taken back: the last change of your draft." in text
    assert "nothing is taken back" in after(text, "undo")


THEIR_OFFER = ("-", "hold", "1", "-")
"""Hill holds; a stubborn Dale lays on the table all that it would like best."""


def test_initials_beyond_the_instructions_are_asked_about_in_words_with_their_price(told):
    asked = after(told(*THEIR_OFFER, "initial 2", against="stubborn"), "initial 2")

    assert "Your instructions on the wood stop at “Hill fells”; this says “Dale fells”." in asked
    assert f"every faction at home takes off {MANDATE_PRICE} points" in asked
    assert asked.endswith("Put your initials to it all the same? (yes or no)")


def test_initials_beyond_the_instructions_need_a_yes(told):
    no = told(*THEIR_OFFER, "initial 2", "no", "table", against="stubborn")
    yes = told(*THEIR_OFFER, "initial 2", "yes", "table", against="stubborn")

    assert "Not done." in no
    assert "(y) The wood" not in no
    assert "(y) The wood" in after(yes, "table")


def test_initials_beyond_a_public_vow_are_asked_about_with_their_price(told):
    vowed = ("stand spring=shared", "hold", "1", "-")

    asked = after(told(*vowed, "initial 1", against="stubborn"), "initial 1")

    assert "Your public vow on the spring stops at “Day and night”; this says “Dale's alone”." in asked
    points = f"{stand_price(1, 60):.1f} points"  # one rung; the word of the villages stands at 60
    assert f"{points}, {BROKEN_STAND_CREDIBILITY} of word and {STAND_PRICE // 100} % of the votes at home" in asked


def test_initials_within_instructions_and_vows_are_not_asked_about_and_a_script_is_asked_nothing(told):
    within = told(*THEIR_OFFER, "initial 1", against="stubborn")
    script = told(*THEIR_OFFER, "initial 2", "table", against="stubborn", script="-")

    assert "(y) The spring" in after(within, "initial 1")
    assert "all the same?" not in script
    assert "(y) The wood" in after(script, "table")

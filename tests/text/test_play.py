"""Whole games and every command, as typed lines."""

import pytest

from game.content import load
from game.engine.errors import GameError
from game.players import ROSTER
from game.text import Options, run

TO_THE_TABLE = ("-",)


DEAL = "propose spring=shared wood=hill"


def after(text: str, command: str) -> str:
    """What was printed after the last time *command* was echoed."""
    return text.rpartition(f" {command}\n")[2]


def answer(told, *lines: str, **asked: str) -> str:
    """What the last of *lines* is answered, up to the end of the input."""
    return after(told(*lines, **asked), lines[-1]).split("The input ends here")[0]


def test_a_game_goes_from_orders_over_an_offer_and_the_vote_to_the_comparison(told):
    text = told("-", "propose spring=dale wood=hill", "1", "2 shepherds", script="-")

    marks = [
        "Orders?",
        "signs your text",
        "The meeting on Hill's green",
        "The end",
        "own position",
        "Beside history",
        "What it ended with",
    ]
    places = [text.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)


def test_the_end_takes_nobodys_side_and_gives_sources_and_no_points_for_people(told):
    end = told("-", "propose spring=dale wood=hill", "1", "-", script="-").partition("The end")[2].lower()

    assert "[invented throughout, a]" in " ".join(end.split())
    assert "no side gets points for them" in " ".join(end.split())
    assert not [word for word in ("won", "winner", "wins", "victory", "lost the game") if f" {word} " in end]


@pytest.mark.parametrize("seat", ["hill", "dale"])
def test_a_game_without_a_word_ends_without_a_treaty_and_is_compared_all_the_same(told, seat):
    cautious = ["-", "hold", "1"] * 12

    text = told(*cautious, seat=seat, against="stubborn", script="-")

    assert "There is no treaty" in text
    assert "what holds without a treaty" in text


def test_a_script_that_ends_early_stops_with_a_sentence_and_compares_the_text_on_the_table(told):
    text = told("-", "hold", script="-")

    assert "The input ends here, in turn" in text
    assert "Beside history (the text on the table)" in text


def test_full_notation_and_numbers_say_the_same(told):
    notation = told("hill orders lobby shepherds", "hill propose spring=dale", script="-")
    numbers = told("2 shepherds", "1 3", "propose", script="-")

    assert after(notation, "hill propose spring=dale") == after(numbers, "propose")


def test_clauses_named_in_a_proposal_are_merged_into_the_draft(told):
    text = answer(told, "-", "spring=dale", "propose wood=hill", "no", "draft")

    assert "The spring: Dale's alone" in text
    assert "The wood: Hill fells" in text


def test_before_an_offer_goes_out_one_line_tells_what_it_promises(told):
    line = " ".join(answer(told, "-", "propose spring=dale").split())

    assert line.startswith("For you 65 points, +38 against no treaty. At home: likely; 86 % ± 5 in the vote, which")
    assert "which takes 50. Our reading of them:" in line


def test_an_offer_can_be_held_back(told):
    assert "Kept as your draft." in told("-", "propose spring=dale", "no")


def test_a_refusal_is_told_in_sentences_with_its_cure_which_fits_the_draft(told):
    text = told("-", "propose spring=shared", "", "1", "-", "cure", against="statesman")

    assert "Why Dale will not sign your text" in text
    assert "that costs us too much" in text
    assert "They would sign if" in text
    assert "draft" in after(text, "cure")


BEYOND = ("-", "propose spring=hill wood=dale")


def test_going_beyond_the_mandate_is_asked_in_words_with_its_price(told):
    question = " ".join(answer(told, *BEYOND).split())

    assert "Your instructions on the wood stop at “Hill fells”; this says “Dale fells”." in question
    assert "every faction at home takes off 3 points" in question
    assert "Go beyond your instructions on the wood? (yes or no)" in question


def test_a_no_to_the_mandates_question_sends_nothing_and_a_yes_is_entered_in_the_log(told):
    assert "Not done." in told(*BEYOND, "no")
    assert "beyond your instructions on the wood" in " ".join(answer(told, *BEYOND, "yes", "log").split())


WITHOUT_A_WORD = ("propose spring=hill wood=dale", "propose spring=hill wood=dale beyond wood")


def test_a_script_must_say_beyond_itself(told):
    text = " ".join(told("-", *WITHOUT_A_WORD, "log", script="-").split())

    assert "say 'beyond wood' to do it all the same" in text
    assert "You have gone beyond your instructions on the wood" in text.partition(WITHOUT_A_WORD[1])[2]


WRONG_AND_WHY = [
    ("orders", "9", "'9' is no order"),
    ("orders", "lobby elder", "did you mean 'elders'"),
    ("orders", "mobilise", "it is turn 2 or later"),
    ("orders", "2 3 6", "at most"),
    ("orders", "propose", "belongs to the table"),
    ("table", "sprin", "did you mean 'spring'"),
    ("table", "spring=sharde", "did you mean 'shared'"),
    ("table", "7", "there is no clause 7"),
    ("table", "accept", "no offer on the table that you could sign"),
    ("table", "reopen 1", "cannot reopen now"),
    ("table", "cure", "refused nothing of yours"),
    ("table", "dale hold", "you speak for 'hill'"),
    ("table", "why moon", "no ledger of 'moon'"),
    ("table", "load nothing", "no game is saved as 'nothing'"),
    ("table", "refusal", "refused nothing of yours"),
    ("table", "walk", "breaks off the talks"),
    ("table", "draft theirs", "cannot start from 'theirs'"),
]


@pytest.mark.parametrize(("phase", "line", "why"), WRONG_AND_WHY)
def test_what_cannot_be_done_is_answered_with_one_sentence_and_nothing_is_lost(told, phase, line, why):
    before = () if phase == "orders" else TO_THE_TABLE

    said = " ".join(answer(told, *before, line).split())

    assert why.lower() in said.lower()
    assert said.count("Why") <= 1
    assert after(told(*before, line, "log"), "log") == after(told(*before, "log"), "log")


COMMANDS_AND_MARKS = [
    ("?", "You can say, at any time"),
    ("help", "You can say, at any time"),
    ("why", "What your draft is worth to you"),
    ("why home", "half for it at 0"),
    ("why elders", "the elders (half for it at 0)"),
    ("why batna", "What you would have without a treaty"),
    ("why target", "below this, no treaty is better"),
    ("why costs", "You have lost no points by the way"),
    ("why theirs", "They have made no offer yet"),
    ("why them", "What we believe of Dale"),
    ("home", "At home this text is likely"),
    ("them", "What we believe of Dale"),
    ("table", "Each ladder runs from the wish of Hill"),
    ("offer", "Nothing has been offered yet by Dale"),
    ("meters", "Turn 1 of 6"),
    ("brief", "Bring us firewood"),
    ("log", "Turn 1, January 1800"),
    ("draft best", "The spring: Hill's alone"),
    ("draft", "What your draft is worth"),
    ("reset", "again what it was"),
    ("1", "Who may lead the water"),
    ("walk out", "Break off the talks for good?"),
    ("quit", "Leave the game?"),
]


@pytest.mark.parametrize(("line", "mark"), COMMANDS_AND_MARKS)
def test_every_command_answers(told, line, mark):
    lines = ("2 shepherds", "draft best", "1 1", line)

    assert mark in " ".join(answer(told, *lines).split())


def test_initials_and_brackets_are_marked_and_undone_by_reopening(told):
    lines = ("-", "hold", "1", "-", "initial 1", "bracket 2")

    text = told(*lines, against="stubborn")

    assert "(y) The spring" in after(text, "initial 1")
    assert "[ ] The wood" in after(text, "bracket 2")


def test_walking_out_ends_the_talks_once_it_is_confirmed(told):
    assert "The talks were broken off by Hill" in told("-", "walk out", "yes")
    assert "You keep your seat." in told("-", "walk out", "no")


def test_going_beyond_the_instructions_is_told_once_although_the_other_side_signs_at_once(told):
    text = told("-", "propose spring=dale wood=dale beyond wood", "1", "log", script="-")

    assert "Dale signs your text" in text
    told_then, logged = text.rpartition(" log\n")[0], after(text, "log")
    assert " ".join(told_then.split()).count("You have gone beyond your instructions") == 1
    assert " ".join(logged.split()).count("You have gone beyond your instructions") == 1


def test_an_order_that_needs_an_aim_asks_for_it_and_a_script_is_told_how_to_write_it(told):
    asked = told("1", "1", "2")
    scripted = told("1", "lobby", script="-")

    assert "Your order is carried out: Take a stand: no further than “Day and night” on the spring." in " ".join(
        asked.split()
    )
    assert "'stand' needs an aim in the same line, like 'stand spring=hill'" in scripted
    assert "'lobby' needs an aim in the same line, like 'lobby elders'" in scripted


def test_their_offer_is_signed_after_it_has_been_weighed(told):
    lines = ("-", "why theirs", "accept")

    asked = " ".join(answer(told, *lines, seat="dale").split())

    # 65 for the spring; without a treaty 35 for the wood, less 5 of drift and 5 turns of 0.7.
    assert asked.startswith("Their offer: For you 65 points, +38 against no treaty")
    assert "You sign. The text goes to both capitals." in told(*lines, "yes", seat="dale")
    assert "Not signed." in told(*lines, "no", seat="dale")


def test_what_is_believed_of_the_other_side_has_its_grounds(told):
    lines = ("-", "propose", "", "1", "-", "them")

    said = " ".join(answer(told, *lines, against="statesman").split())

    assert "The wood matters to them" in said
    assert "their last refusal asks for it" in said


def test_the_options_of_a_clause_tell_points_and_support_at_home(told):
    said = " ".join(answer(told, "-", "1").split())

    # With all of the spring given away, 0.6 of the votes stand at +40 points and 0.4 at +4: 86 in a hundred.
    assert "3. Dale's alone (dale): 0 points for you, support at home 86 %." in said


def test_a_draft_beyond_the_instructions_says_so_at_once(told):
    said = " ".join(answer(told, "-", "2 2").split())

    assert "It goes beyond your instructions on the wood." in said


def test_marks_do_not_bring_the_whole_table_back(told):
    lines = ("-", "hold", "1", "-", "bracket 2")

    assert "Each ladder runs" not in answer(told, *lines, against="stubborn")


def test_two_at_one_keyboard_hear_both_votes_at_the_end(told):
    first = ("", "-", "", "-", "", "propose spring=dale", "", "", "accept", "yes")

    text = told(*first, "", "1", "-", "", "-", seat="both")

    assert "The end" in text
    last = text.rpartition("\n" * 40)[2]
    assert "the elders" in last
    assert "the millers" in last


def test_undo_takes_the_last_action_back(told):
    text = told("3", "hold", "undo", "log", script="-")

    assert "Taken back" in text
    assert "Hold" not in after(text, "log")
    assert "Send a basket" in after(text, "log")


def test_a_saved_game_is_gone_on_with(told):
    told("2 shepherds", "spring=dale", "save mine", script="-")

    inside = told("load mine", "log", script="-")
    from_the_start = told("log", script="-", load="mine")

    assert "Loaded mine." in inside
    assert "the shepherds" in after(inside, "log")
    assert "the shepherds" in after(from_the_start, "log")


def test_a_game_played_by_hand_is_kept_by_itself(told, tmp_path):
    told("3")

    assert "hill orders calm" in (tmp_path / "last.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [{"seat": "hil"}, {"against": "statesmn"}, {"start": "sprung"}, {"length": "crisi"}])
def test_an_option_that_does_not_exist_is_named_with_the_nearest(told, wrong):
    with pytest.raises(GameError, match="did you mean"):
        told(**{**wrong, "script": "-"})


def test_watching_prints_a_whole_game_and_its_comparison(tmp_path):
    from io import StringIO

    from game.text import watch

    writer = StringIO()
    watch(Options(scenario="two-villages", saves=tmp_path, roster=ROSTER), writer)

    assert "has laid a text on the table" in writer.getvalue()
    assert "Beside history" in writer.getvalue()


def test_the_players_of_the_roster_can_all_be_played_against(tmp_path):
    from io import StringIO

    scenario = load("two-villages")

    for name in ROSTER:
        options = Options(scenario.id, "dale", name, script="-", saves=tmp_path, roster=ROSTER)
        assert run(options, StringIO("-\nhold\n"), StringIO()) == 0

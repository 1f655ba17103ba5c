"""The table as it is laid: where the talks stand, what has not moved, and what things may be called."""

import re
from io import StringIO

import pytest
from attrs import evolve

from game.content import load
from game.engine.actions import Hold, Propose
from game.engine.errors import GameError
from game.engine.phase import Phase
from game.engine.rules import apply, start, view_for
from game.engine.turn import awaiting
from game.prose.calendar import exchange_line
from game.prose.naming import called, faction_named, issue_named, option_named
from game.session.match import new_match
from game.text.console import Console
from game.text.ladder import table_lines
from game.text.play import play
from game.text.sitting import Sitting
from tests.builders import TINY, no_orders
from tests.builders import play as played

ILI = load("ili-1871")
LESSON = {"scenario": "ili-1871", "seat": "qing", "start": "1880", "length": "lesson", "against": "stubborn"}


def still_to_speak(state) -> list[str]:
    """Who speaks after this moment in this turn's talks, when everybody holds."""
    speakers, turn = [], state.turn
    state = apply(state, Hold(awaiting(state)[0])).state
    while state.phase is Phase.TABLE and state.turn == turn:
        speakers.append(awaiting(state)[0])
        state = apply(state, Hold(speakers[-1])).state
    return speakers


def moments(sittings: int, turn: int = 1) -> list:
    """Every moment of a turn's talks in which a seat is to speak."""
    scenario = evolve(TINY, lengths=(evolve(TINY.lengths[0], sittings=sittings),))
    states = [no_orders(evolve(start(scenario), turn=turn))]
    while (last := states[-1]).moves < 2 * sittings - 1:
        states.append(apply(last, Hold(awaiting(last)[0])).state)
    return states


TIMES = {1: "once", 2: "twice"}


@pytest.mark.parametrize("sittings", [1, 2])
@pytest.mark.parametrize("turn", [1, 2])
def test_the_line_of_the_exchange_says_how_often_each_side_still_speaks(sittings, turn):
    for state in moments(sittings, turn):
        seat, rest = awaiting(state)[0], still_to_speak(state)
        line = exchange_line(view_for(state, seat))

        assert line.startswith(f"Exchange {state.moves // 2 + 1} of {sittings}")
        theirs = sum(each != seat for each in rest)
        assert (f"they speak {TIMES[theirs]} more" in line) if theirs else ("your last word this turn" in line)
        assert (", and you once more" in line) == (seat in rest)


def test_after_the_last_word_of_a_turn_the_same_seat_opens_the_next_as_the_line_says():
    last = moments(2)[-1]
    seat = awaiting(last)[0]
    later = played(apply(last, Hold(seat)).state, "chance stir +0", "hill orders -", "dale orders -")

    assert awaiting(later) == (seat,)
    assert "They answer next turn, once you have opened it." in exchange_line(view_for(last, seat))


def test_the_last_word_of_all_is_called_so():
    state = moments(1, TINY.deadline)[-1]

    assert "Nobody can answer it any more" in exchange_line(view_for(state, awaiting(state)[0]))


def test_the_exchange_stands_on_the_screen_of_the_table(told):
    assert "Exchange 1 of 2; after you they speak" in " ".join(told("2", "", **LESSON).split())


def listed_clauses(text: str) -> int:
    """How many clauses a listing of ladders has."""
    return len(re.findall(r"^ +\d+\. (?:\[|\(| - )", text, flags=re.MULTILINE))


def test_what_has_not_moved_since_it_was_shown_is_told_in_one_line(told):
    text = told("2", "", "hold", "hold", "2", "", "hold", **LESSON)

    shown = text.split("What do you say?")[1].partition("The clauses that still differ")[2]
    again = text.partition("Turn 2 of 8")[2]
    assert listed_clauses(shown) > 1
    assert f"Nothing has moved: {listed_clauses(shown)} clauses still differ (`table` shows them)." in again
    assert "The clauses that still differ" not in again


def test_an_empty_line_shows_the_table_again_although_nothing_has_moved(told):
    text = told("2", "", "hold", "hold", "2", "", "", **LESSON)

    assert (
        "The clauses that still differ" in text.rpartition("What do you say? \n")[0].rpartition("Nothing has moved")[2]
    )


def both_at_one_keyboard(tmp_path, *lines: str, scripted: bool = True) -> str:
    writer = StringIO()
    console = Console(StringIO("".join(f"{line}\n" for line in lines)), writer, scripted)
    play(Sitting(match=new_match(TINY, seed="5"), people=("hill", "dale"), saves=tmp_path, console=console))
    return writer.getvalue()


THEIRS = "propose water=dale wood=dale"


def test_an_offer_that_has_not_moved_is_told_in_one_line(tmp_path):
    text = both_at_one_keyboard(tmp_path, "-", "-", "hold", THEIRS, "-", "-", THEIRS)

    heard = [part.partition("At the keyboard: Dale")[0] for part in text.split("At the keyboard: Hill")]
    first = next(part for part in heard if "Dale has laid a text on the table." in part)
    second = next(part for part in heard if "Dale lays its text on the table again and has not moved." in part)
    assert heard.index(first) < heard.index(second)
    assert "has laid a text" not in second


def test_the_next_person_at_the_keyboard_is_shown_the_whole_table_again(tmp_path):
    writer = StringIO()
    match = new_match(ILI, "1880", "lesson", {}, "5")
    lines = ["2", "-", "-", "hold", "hold", "hold"]
    console = Console(StringIO("".join(f"{line}\n" for line in lines)), writer, scripted=True)
    play(Sitting(match=match, people=("qing", "russia"), saves=tmp_path, console=console))

    seats = re.split(r"At the keyboard: The (?:Qing|Russian) Empire\.", writer.getvalue())
    assert all("Nothing has moved" not in part for part in seats)


def test_the_table_names_the_id_of_each_issue_whose_title_does_not_hold_it():
    view = new_match(ILI, "1880", "crisis").view("qing")
    lines = [line for line in table_lines(view, view.status_quo) if re.match(r" +\d+\.", line)]

    assert len(lines) == len(view.issues)
    for issue, line in zip(view.issues, lines, strict=True):
        assert re.search(rf"\b{issue.id}\b", line, re.IGNORECASE)
    assert any("The payment (indemnity)" in line for line in lines)


NAMES = [
    ("payment", "indemnity"),
    ("the payment", "indemnity"),
    ("Payment", "indemnity"),
    ("sungari", "sungari"),
    ("steamers", "sungari"),
    ("7", "indemnity"),
]


@pytest.mark.parametrize(("word", "issue"), NAMES)
def test_an_issue_is_found_by_number_id_title_or_a_word_that_no_other_title_has(word, issue):
    view = new_match(ILI, "1880", "crisis").view("qing")

    assert issue_named(view, word).id == issue


def test_a_word_of_several_titles_is_answered_with_all_of_them():
    view = new_match(ILI, "1880", "crisis").view("qing")
    having = [issue for issue in view.issues if "ili" in re.findall(r"\w+", issue.title.lower())]

    with pytest.raises(GameError, match="'ili' could be") as caught:
        issue_named(view, "ili")
    assert len(having) > 1
    assert all(f"({issue.id})" in str(caught.value) for issue in having)


def test_an_article_names_nothing():
    assert called({"one": "The spring", "two": "The wood"}, "the") == []


def test_an_option_is_found_by_a_word_of_its_title_and_a_number_within_the_ladder_counts_first():
    payment = ILI.issue["indemnity"]

    assert option_named(payment, "railway").id == "sixty"
    assert option_named(payment, "9").id == "nine"
    assert option_named(payment, "5").id == payment.options[4].id


def test_a_faction_is_found_by_a_word_of_its_title_and_a_stranger_is_left_to_the_menu():
    factions = [(each.id, each.title) for each in ILI.briefs["russia"].factions]

    assert faction_named(factions, "war") == "war_ministry"
    assert faction_named(factions, "3") == factions[2][0]
    assert faction_named(factions, "moon") == "moon"
    with pytest.raises(
        GameError, match=r"could be the War Ministry \(war_ministry\) or the Foreign Ministry \(office\)"
    ):
        faction_named([("war_ministry", "The War Ministry"), ("office", "The Foreign Ministry")], "ministry")


def test_words_of_titles_are_understood_at_the_table_in_orders_and_after_a_question_mark(told):
    text = told("2", "stand payment=nine", "payment=ten", "propose payment=nine", "no", "? payment", **LESSON)
    asked = told("lobby war", "log", **{**LESSON, "seat": "russia"})

    said = " ".join(text.split())
    assert "no further than “9 million metallic roubles” on the payment" in said
    assert "draft: 10 million roubles" in said
    assert " ".join(ILI.issue["indemnity"].text.split()) in said.rpartition("? payment")[2]
    assert "Win over a party at home: the War Ministry" in " ".join(asked.split())


def test_a_proposal_is_still_one_action(tmp_path):
    match = new_match(TINY, seed="5")
    console = Console(StringIO("-\n-\npropose wood=hill\n"), StringIO(), scripted=True)
    play(Sitting(match=match, people=("hill", "dale"), saves=tmp_path, console=console))

    assert [type(action) for action in match.actions].count(Propose) == 1

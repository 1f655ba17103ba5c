"""How the end is told: in which order, what of history, and part by part to a person at a terminal."""

from io import StringIO
from pathlib import Path

from attrs import evolve

from game.content import load
from game.engine.history import Article, History, Treaty
from game.engine.phase import Ending, Outcome, Phase
from game.engine.rules import start
from game.engine.score import scores
from game.engine.state import State
from game.engine.verdict import compare
from game.prose.comparison import comparison_lines, ending_lines, ending_parts
from game.session.match import new_match
from game.session.reckoning import reckon
from game.session.selfplay import Plan, new_game
from game.text.console import Console
from game.text.play import play
from game.text.reckoned import bargain_lines
from game.text.sitting import Sitting
from tests.builders import OLD_PACT, TINY, make_scenario
from tests.text.test_decade import FATES, tiny

ILI = load("ili-1871")


def flat(lines) -> str:
    return " ".join(" ".join(lines).split())


def over(scenario=TINY, **treaty: str) -> State:
    """A game that has ended with *treaty* ratified."""
    return evolve(start(scenario), phase=Phase.OVER, outcome=Outcome(Ending.RATIFIED, 2, treaty))


def test_the_end_is_told_in_the_order_in_which_it_is_asked_for():
    state = over(tiny(fates=FATES[:1]), water="half", wood="dale")

    told = flat(ending_lines(state))

    marks = [
        "The treaty is ratified",
        "How durable is it?",
        "Hill, measured by what its own position allowed",
        "Dale, measured by what its own position allowed",
        "They are no contest",
        "Gone. Not told.",
        "Beside history",
        "interest, 50 at most",
    ]
    assert [told.find(mark) for mark in marks] == sorted(told.find(mark) for mark in marks)
    assert -1 not in [told.find(mark) for mark in marks]


def test_both_scores_stand_in_a_line_each_before_everything_else():
    state = over(water="half", wood="hill")

    first = ending_parts(state)[0]

    for seat, points in scores(state).items():
        title = state.scenario.seat[seat].title
        assert f"{title}, measured by what its own position allowed: {points:.0f} of 100." in first


def test_clauses_that_differ_are_told_in_full_and_those_alike_in_one_line_for_each_treaty():
    package = {**ILI.history.treaties[0].terms}
    compared = compare(ILI, package)

    lines = list(comparison_lines(ILI, package, "your treaty"))
    told = flat(lines)

    for issue in ILI.issues:
        differs = any(clause.rungs for each in compared for clause in each.clauses if clause.issue == issue.id)
        assert (f"{issue.title}. In your treaty:" in told) == differs
    for each in compared:
        alike = [clause for clause in each.clauses if not clause.rungs]
        texts = [" ".join(clause.article.text.split()) for clause in alike]
        assert not [text for text in texts if text in told]
        assert all(" ".join(c.article.text.split()) in told for c in each.clauses if c.rungs)
    assert sum(line.startswith("    Alike: ") for line in lines) == sum(
        0 < sum(not clause.rungs for clause in each.clauses) < len(ILI.issues) for each in compared
    )


def test_with_every_clause_alike_only_that_is_said():
    lines = flat(comparison_lines(TINY, OLD_PACT.terms, "your treaty"))

    assert "distance 0.00" in lines
    assert "Every clause is alike." in lines
    assert "In your treaty" not in lines


def test_what_a_treaty_says_nothing_on_is_told_in_a_line():
    short = Treaty("short", "The short one", "1791-01-01", "Kept.", {"water": Article("half", "Half.")})

    lines = flat(comparison_lines(make_scenario(history=History((short,))), {"water": "dale", "wood": "hill"}, "this"))

    assert "It says nothing on Wood." in lines


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def the_end(reader: StringIO, saves: Path, scripted: bool = False) -> str:
    """What is printed after the last action of a game that is over already."""
    writer = StringIO()
    match = new_match(TINY)
    match.state = over(water="half", wood="dale")
    play(Sitting(match=match, people=("hill",), saves=saves, console=Console(reader, writer, scripted)))
    return writer.getvalue().partition("The end")[2]


def test_a_person_at_a_terminal_is_asked_between_the_parts_and_gets_them_all(tmp_path):
    parts = ending_parts(over(water="half", wood="dale"))

    told = the_end(Terminal("\n" * 20), tmp_path)

    assert told.count("Enter for more") == len(parts) - 1
    assert all(part[0].split(".")[0] in " ".join(told.split()) for part in parts)


def test_a_pipe_and_a_script_are_asked_nothing(tmp_path):
    assert "Enter for more" not in the_end(StringIO("\n" * 20), tmp_path)
    assert "Enter for more" not in the_end(Terminal("\n" * 20), tmp_path, scripted=True)


def test_a_terminal_that_is_closed_at_the_end_still_gets_everything(tmp_path):
    told = the_end(Terminal(""), tmp_path)

    assert "interest, 50 at most" in told
    assert "The input ends here" not in told


def test_after_the_end_the_bargaining_is_told_with_the_first_missed_deal_and_its_clauses():
    match = new_game(Plan("yita-1962", "4"), 0)
    list(match.advance())
    missed = reckon(match).missed
    assert missed is not None  # the players of this seed answered with another text

    told = flat(bargain_lines(match))

    marks = ["The bargaining", "By waiting to the last turn", "The first missed deal", "eft on the table"]
    places = [told.find(mark) for mark in marks]
    assert -1 not in places and places == sorted(places)
    for issue in match.state.scenario.issues:
        if missed.package[issue.id] != match.state.scenario.status_quo[issue.id]:
            assert issue.options[issue.rung[missed.package[issue.id]]].title in told


def test_where_no_text_was_offered_there_is_no_bargaining_to_tell():
    assert list(bargain_lines(new_match(TINY))) == []

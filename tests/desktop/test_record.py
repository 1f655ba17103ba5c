"""The record on the desktop: step by step, with what its reader may know, and games that branch off."""

import pytest

from game.engine.actions import GiveOrders, Propose, Report
from game.engine.phase import Phase
from game.session.chronicle import branch
from game.session.sitting import Sitting
from tests.desktop.desks import NARROW, documented, in_phase, meanings, press, sitting_at, view_at, words_on


@pytest.fixture
def over(tmp_path):
    return documented("livadia-1879", tmp_path)


@pytest.fixture
def on(tmp_path):
    return sitting_at(in_phase(Phase.TABLE, 3), tmp_path)


def with_saves(view, tmp_path):
    """A view whose games are saved in a folder of the test's own."""
    view.desk.options = type(view.desk.options)(saves=tmp_path)
    return view


def texts(view) -> str:
    return " ".join(step.text for step in view.desk.top.steps)


def test_it_opens_at_the_last_step_and_steps_back_and_on(over):
    view = view_at(over, "record")
    last = view.desk.top.place
    assert last == len(view.desk.top.steps) - 1

    press(view, "previous")
    press(view, "previous")
    press(view, "next")

    assert view.desk.top.place == last - 1


def test_at_an_end_the_button_says_why_it_goes_no_further(over):
    view = view_at(over, "record")

    press(view, "next")

    assert view.desk.remark == "This is the last step."


def test_the_slider_is_turned_by_the_arrow_keys(over):
    view = view_at(over, "record", "5")
    slider = view.arrangement.spot("slider step")

    view.turn(slider, slider.less)

    assert view.desk.top.place == 4


def test_a_turn_opens_at_its_first_step(over):
    view = view_at(over, "record")

    press(view, "turn 3")

    assert view.desk.top.step.opens
    assert view.desk.top.step.moment.state.turn == 3


def test_the_table_stands_as_it_stood_after_the_step(over):
    view = view_at(over, "record")
    first = next(step for step in view.desk.top.steps if isinstance(step.moment.action, Propose))

    view.do(f"step {first.number}")

    offers = view.desk.top._view(first.moment.number).text.offers
    assert offers == {first.moment.action.seat: first.moment.action.package}


def test_after_the_end_both_sides_orders_are_told(over):
    view = view_at(over, "record")

    assert "You order: " in texts(view)
    assert "The Russian Empire orders: " in texts(view)


def test_while_a_game_is_on_the_other_sides_orders_and_reports_are_not(on):
    view = view_at(on, "record")
    theirs = [
        step
        for step in view.desk.top.steps
        for heard in step.heard
        if heard.seat == "russia" or "Russian Empire orders" in heard.text
    ]

    assert theirs == []
    assert "eyes russia" not in meanings(view)


def test_no_number_on_the_page_tells_how_often_the_other_side_acted_unseen(on):
    view = view_at(on, "record")
    hidden = [
        moment
        for moment in view.desk.top.moments
        if (isinstance(moment.action, Report) and moment.action.reader == "russia")
        or (isinstance(moment.action, GiveOrders) and moment.action.seat == "russia" and len(moment.events) == 1)
    ]
    assert hidden

    shown = {step.moment.number for step in view.desk.top.steps}

    assert not shown & {moment.number for moment in hidden}
    assert [step.number for step in view.desk.top.steps] == list(range(len(view.desk.top.steps)))


def test_the_other_sides_eyes_cannot_be_borrowed_while_the_game_is_on(on):
    view = view_at(on, "record")

    view.do("eyes russia")

    assert view.desk.remark.startswith("'russia' may not be looked through")
    assert view.desk.top.eyes == "qing"


def test_with_one_sides_eyes_only_what_it_knew_is_told(over):
    view = view_at(over, "record")

    press(view, "eyes russia")

    assert "You order: " in texts(view)
    assert "The Qing Empire orders: " not in texts(view)
    assert all(heard.seat in ("", "russia") for step in view.desk.top.steps for heard in step.heard)


def test_other_eyes_look_at_the_same_moment(over):
    view = view_at(over, "record", "40")
    number = view.desk.top.step.moment.number

    press(view, "eyes qing")

    assert view.desk.top.step.moment.number <= number
    assert view.desk.top.steps[view.desk.top.place + 1].moment.number > number


def test_a_clause_that_is_looked_at_tells_its_course(over):
    view = view_at(over, "record")
    issue = over.view.issue("tekes")
    offered = {offer.package["tekes"] for offer in over.view.offers}

    press(view, "look tekes")

    assert all(issue.option(option).title in words_on(view) for option in offered)


def test_a_branch_asks_once_saves_the_game_and_goes_on_from_the_step(on, tmp_path):
    view = with_saves(view_at(on, "record"), tmp_path)
    own = next(step for step in view.desk.top.steps if isinstance(step.moment.action, Propose))
    step, whole = view.desk.top.steps[own.number - 1], list(on.match.actions)
    before = step.moment.number
    view.do(f"step {step.number}")

    press(view, f"branch {step.number}")
    assert view.desk.sitting is on
    press(view, "yes")

    assert view.desk.game() is not on
    assert view.desk.game().match.actions[:before] == whole[:before]
    assert len(list(tmp_path.glob("ili-1871-turn-*.txt"))) == 1
    assert "saved as ili-1871-turn-3" in view.desk.remark


def test_a_branch_that_is_not_wanted_changes_nothing(on, tmp_path):
    view = with_saves(view_at(on, "record", "3"), tmp_path)
    press(view, "branch 3")

    press(view, "no")

    assert view.desk.game() is on
    assert list(tmp_path.iterdir()) == []
    assert "yes" not in meanings(view)


def test_nobody_branches_off_where_the_game_stands(on):
    view = view_at(on, "record")

    press(view, f"branch {view.desk.top.place}")

    assert view.desk.remark == "This is where the game stands: play on."


def test_two_at_one_machine_branch_off_only_after_the_end(on, tmp_path):
    both = Sitting(branch(on.match, len(on.match.actions)), ("qing", "russia"), tmp_path, seat="qing")
    view = view_at(both, "record", "3")

    press(view, "branch 3")

    assert view.desk.remark.startswith("With two at one machine")


def test_a_narrow_page_has_the_list_the_words_and_the_table(over):
    view = view_at(over, "record", size=NARROW)

    press(view, "leaf list")
    assert "turn 1" in meanings(view)
    press(view, "leaf table")
    assert "look tekes" in meanings(view)
    press(view, "leaf words")

    assert f"branch {view.desk.top.place}" in meanings(view)


def test_a_step_that_is_not_there_is_refused_in_a_sentence(over):
    view = view_at(over, "record")
    last = view.desk.top.place

    view.do("step 4000")

    assert view.desk.remark == f"There is no step '4000'; they run from 0 to {last}."

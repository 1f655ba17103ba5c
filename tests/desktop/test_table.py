"""The table on the desktop: what is shown is what the view says, and pressing a meaning plays it."""

import pytest

from game.engine.actions import Propose
from game.engine.phase import Phase
from tests.desktop.desks import NARROW, in_phase, meanings, press, sitting_at, view_at, words_on


@pytest.fixture
def sitting(tmp_path):
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path)


def test_every_clause_of_the_table_has_its_row(sitting):
    view = view_at(sitting, "table")

    rows = [spot.meaning for spot in view.arrangement.spots if spot.role == "row"]

    assert rows[: len(sitting.view.issues)] == [f"look {issue.id}" for issue in sitting.view.issues]


def test_turning_a_rung_changes_the_draft_and_nothing_on_the_table(sitting):
    view, before = view_at(sitting, "table"), dict(sitting.view.text.offers)

    press(view, "draft indemnity five")

    assert sitting.draft()["indemnity"] == "five"
    assert sitting.view.text.offers == before


def test_a_proposal_is_asked_about_once_more_and_then_lies_on_the_table(sitting):
    view = view_at(sitting, "table")
    press(view, "draft indemnity five")
    press(view, "propose")
    assert view.desk.top.name == "confirm"

    press(view, "yes")

    said = [action for action in sitting.match.actions if isinstance(action, Propose) and action.seat == "qing"]
    assert said[-1].package["indemnity"] == "five"


def test_the_cure_goes_into_the_draft_with_one_press(sitting):
    view = view_at(sitting, "table")
    cure = dict(sitting.refusal().cure)
    assert cure

    press(view, "leaf answer")
    press(view, "cure")

    assert {issue: sitting.draft()[issue] for issue in cure} == cure


def test_what_cannot_be_signed_says_why(sitting):
    view = view_at(sitting, "table")
    sign = next(spot for spot in view.arrangement.spots if spot.meaning == "accept")

    view.press(sign)

    assert bool(sign.why_not) == (sitting.view.menu.offer is None)
    assert view.desk.remark == sign.why_not or view.desk.top.name == "confirm"


def test_a_narrow_page_keeps_every_leaf_within_reach(sitting):
    view = view_at(sitting, "table", size=NARROW)

    for leaf in ("clause", "answer", "home", "them", "treaty"):
        press(view, f"leaf {leaf}")

    assert "look tekes" in meanings(view)


def test_the_page_says_every_reason_of_the_refusal(sitting):
    view = view_at(sitting, "table")
    press(view, "leaf answer")

    titles = {sitting.view.issue(reason.issue).title for reason in sitting.refusal().reasons if reason.issue}

    assert titles
    assert all(title in words_on(view) for title in titles)

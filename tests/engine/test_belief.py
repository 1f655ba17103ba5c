"""What may be believed of a seat: shares of public importance, and two, three or five hundredths for each ground."""

import pytest
from attrs import evolve

from game.engine.belief import believe
from game.engine.treaty import Offer, Stand
from tests.builders import TINY

MINE = {"water": "dale", "wood": "dale"}


def belief(offers=(), stands=(), reported=()):
    return believe(TINY.issues, "dale", 1, offers, stands, reported)


def test_without_grounds_importance_is_believed():
    about = belief()

    assert about.weights == pytest.approx({"water": 60, "wood": 40})
    assert about.table["water"] == pytest.approx({"hill": 0, "half": 30, "dale": 60})
    assert about.points({"water": "half", "wood": "dale"}) == pytest.approx(70)


def test_an_issue_held_from_offer_to_offer_weighs_more():
    offers = [Offer("dale", 1, MINE), Offer("hill", 1, MINE), Offer("dale", 2, {**MINE, "wood": "hill"})]

    about = belief(offers)

    assert about.weights == pytest.approx({"water": 62 / 1.02, "wood": 40 / 1.02})
    assert about.grounds == {"water": ("held 1",), "wood": ()}


def test_vows_and_reports_weigh_more_still():
    about = belief(stands=[Stand("dale", "wood", "dale"), Stand("hill", "water", "hill")], reported=["wood", "wood"])

    assert about.weights == pytest.approx({"water": 60 / 1.13, "wood": 53 / 1.13})
    assert about.grounds == {"water": (), "wood": ("vowed", "reported")}


def test_believed_weights_always_add_up_to_a_hundred():
    offers = [Offer("dale", turn, MINE) for turn in range(1, 9)]

    assert sum(belief(offers, [Stand("dale", "wood", "dale")], ["water"]).weights.values()) == pytest.approx(100)


def test_issues_nobody_thinks_important_are_believed_to_weigh_alike():
    issues = [evolve(issue, importance={"hill": 0, "dale": 0}) for issue in TINY.issues]

    about = believe(issues, "dale", 1, [], [], [])

    assert about.weights == pytest.approx({"water": 50, "wood": 50})

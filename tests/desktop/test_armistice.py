"""The armistice: the war so far, what each answer leads to, and an answer that nobody hears."""

import pytest
from attrs import evolve

from game.engine.actions import Armistice
from game.engine.ledger import Entry
from game.engine.phase import Phase
from game.engine.state import War
from game.prose.warfare import if_both_stop, if_not, round_in_words, spent_so_far
from tests.desktop.desks import NARROW, in_phase, meanings, press, sitting_at, view_at, words_on


@pytest.fixture
def sitting(tmp_path):
    found = sitting_at(in_phase(Phase.ORDERS, 2), tmp_path)
    war, costs = War("russia", ("russia",)), (Entry("qing", "war", -10.0), Entry("russia", "war", -16.0))
    found.match.state = evolve(found.match.state, phase=Phase.ARMISTICE, war=war, costs=costs)
    return found


@pytest.mark.parametrize("size", [(1280, 800), NARROW])
def test_what_each_answer_leads_to_stands_beside_it(sitting, size):
    view = view_at(sitting, "armistice", size=size)

    told = words_on(view)

    for line in (if_both_stop(sitting.view), if_not(sitting.view), spent_so_far(sitting.view)):
        assert line[1:] in told
    assert {"armistice yes", "armistice no"} <= set(meanings(view))


def test_only_ones_own_losses_are_told(sitting):
    assert "cost you 10 points" in words_on(view_at(sitting, "armistice"))
    assert "16 points" not in words_on(view_at(sitting, "armistice"))


@pytest.mark.parametrize(("word", "agreed"), [("yes", True), ("no", False)])
def test_the_answer_is_what_was_pressed(sitting, word, agreed):
    view = view_at(sitting, "armistice")

    press(view, f"armistice {word}")

    assert Armistice("qing", agreed) in sitting.match.actions


def test_every_round_has_a_mark_fought_or_not(sitting):
    told = words_on(view_at(sitting, "armistice"))

    assert all(round_in_words(sitting.view, number) in told for number in (1, 2, 3))

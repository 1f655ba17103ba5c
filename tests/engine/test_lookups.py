"""Finding things by name in a scenario's values, and the small values themselves."""

import pytest

from game.engine.errors import nearest_word
from game.engine.events import heard, told
from game.engine.ledger import Entry, total
from game.engine.source import Citation, Confidence
from tests.builders import GIFT, HILL, OLD_PACT, TINY, WATER, make_scenario


def test_an_issue_knows_its_options_and_the_steps_between_them():
    assert WATER.option("half").title == "Half"
    assert WATER.steps("dale", "hill") == WATER.steps("hill", "dale") == 2
    with pytest.raises(KeyError):
        WATER.option("moon")


def test_people_and_papers_are_found_by_name():
    assert HILL.faction("young").influence == 40
    assert HILL.envoy("abe").name == "Abe"
    assert GIFT.choice("keep").title == "Keep it"
    assert TINY.history.treaty("old-pact") is OLD_PACT
    assert OLD_PACT.terms == {"water": "half", "wood": "hill"}


def test_a_scenario_finds_its_parts_by_name():
    scenario = make_scenario(cards=(GIFT,))

    assert scenario.card["gift"] is GIFT
    assert scenario.meter["tension"].rest == 25
    assert scenario.order["calm"].cost == {"capital": 1}
    assert scenario.stage["barn"].seat == "dale"
    assert scenario.seat["dale"].title == "Dale"
    assert (scenario.seat_ids, scenario.other("hill"), scenario.other("dale")) == (("hill", "dale"), "dale", "hill")
    assert make_scenario(consent=()).lead == 0


def test_a_citation_is_written_as_in_the_files():
    assert str(Citation("QSG23", "GX5/11", Confidence.C)) == "QSG23 GX5/11 C"
    assert str(Citation("QSG23", "", Confidence.A)) == "QSG23 A"
    assert Citation("QSG23", "", Confidence.C).disputed
    assert not Citation("QSG23", "", Confidence.B).disputed


def test_the_nearest_word_is_suggested_only_when_it_is_near():
    assert nearest_word("teks", ["tekes", "core"]) == " (did you mean 'tekes'?)"
    assert nearest_word("moon", ["tekes", "core"]) == ""


def test_an_event_is_heard_by_all_or_by_one():
    events = (told("turn", turn=2), told("reported", "hill", issue="wood"))

    assert [event.kind for event in heard(events, "hill")] == ["turn", "reported"]
    assert [event.kind for event in heard(events, "dale")] == [event.kind for event in heard(events, None)] == ["turn"]


def test_a_ledger_adds_up():
    assert total((Entry("hill", "a", 2.5), Entry("hill", "b", -1))) == 1.5
    assert total(()) == 0

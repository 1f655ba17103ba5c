"""The inhabitants' ledger: ranges of heads, by hand."""

from game.engine.inhabitants import Row, inhabitants_ledger
from game.engine.people import Consequence, Group, Inhabitants
from game.engine.state import Headcount
from tests.builders import CITE

PEOPLE = Inhabitants(
    (Group("herders", "Herders", 40, 61),),
    {"emigrated": "leave", "settled": "stay"},
    (
        Consequence("herders", "emigrated", {"wood": ("dale",)}, 10, 30, "No grazing.", CITE),
        Consequence("herders", "settled", {"wood": ("hill",), "water": ("half", "dale")}, 60, 80, "Grazing."),
    ),
)


def test_a_share_of_a_group_is_a_range_made_of_both_ranges():
    rows = inhabitants_ledger(PEOPLE, {"water": "hill", "wood": "dale"})

    assert rows == (Row("herders", "emigrated", 4, 18, "No grazing.", CITE),)  # 10 % of 40; 30 % of 61, rounded down


def test_a_consequence_needs_all_its_clauses():
    assert [row.column for row in inhabitants_ledger(PEOPLE, {"water": "half", "wood": "hill"})] == ["settled"]
    assert inhabitants_ledger(PEOPLE, {"water": "hill", "wood": "hill"}) == ()
    assert inhabitants_ledger(PEOPLE, {"water": "half"}) == ()


def test_what_news_did_is_counted_besides():
    rows = inhabitants_ledger(PEOPLE, {}, [Headcount("herders", "emigrated", 7)])

    assert rows == (Row("herders", "emigrated", 7, 7, "news"),)

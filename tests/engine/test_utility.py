"""Points of packages, by hand from the weights and worths of TINY."""

import pytest

from game.engine.brief import Link
from game.engine.ledger import Entry, total
from game.engine.utility import (
    faction_table,
    link_points,
    no_treaty_value,
    reservation_value,
    seat_table,
    sum_points,
    utility,
    value,
)
from tests.builders import DALE, HILL, TINY, make_brief, with_brief

LINKED = with_brief(TINY, "hill", links=(Link({"water": "dale", "wood": "hill"}, 5.0),)).briefs["hill"]


@pytest.mark.parametrize(
    ("water", "wood", "hill", "dale"),
    [
        ("hill", "dale", 40, 30),  # 40 x 100 % + 0; 0 + 30 x 100 %
        ("half", "hill", 80, 42),  # 40 x 50 % + 60; 70 x 60 % + 0
        ("dale", "dale", 0, 100),
        ("hill", "hill", 100, 0),
    ],
)
def test_a_package_is_worth_its_weights_times_its_worths(water, wood, hill, dale):
    package = {"water": water, "wood": wood}

    assert value(HILL, package) == hill
    assert value(DALE, package) == dale


def test_a_link_counts_only_when_both_its_clauses_stand():
    both, one = {"water": "dale", "wood": "hill"}, {"water": "half", "wood": "hill"}

    assert link_points(LINKED, both) == 5
    assert link_points(LINKED, one) == 0
    assert value(LINKED, both) == 0 + 60 + 5
    assert sum_points(seat_table(LINKED), both) == 60


def test_the_ledger_of_a_package_names_every_clause_and_link_and_adds_up_to_its_value():
    package = {"water": "dale", "wood": "hill"}

    ledger = utility(LINKED, package)

    assert ledger == (
        Entry("hill", "water", 0, "dale"),
        Entry("hill", "wood", 60, "hill"),
        Entry("hill", "water + wood", 5.0),
    )
    assert total(ledger) == value(LINKED, package)


def test_a_faction_counts_by_its_own_weights_and_its_own_worths_where_it_has_them():
    faction = DALE.factions[0]
    own = make_brief(
        "dale",
        DALE.weights,
        DALE.worth,
        factions=(type(faction)("millers", "Millers", 100, {"water": 80}, {"water": {"half": 10}}),),
    )

    table = faction_table(own, "millers")

    assert table == {"water": {"hill": 0, "half": 8, "dale": 80}, "wood": {"hill": 0, "dale": 0}}


def test_no_treaty_is_the_status_quo_less_its_drift_and_waiting_costs_each_turn_besides():
    assert no_treaty_value(HILL, TINY.status_quo) == 40 - 5
    assert reservation_value(HILL, TINY.status_quo, 6) == 40 - 5 - 1 * 6

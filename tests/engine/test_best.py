"""The best package above a floor, held against a list of all packages."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.engine.best import EXACT_TO, best_package
from game.engine.search import blocks, seat_points
from game.engine.utility import value
from tests.builders import DALE, HILL, TINY, every_package, make_brief, make_issue, make_scenario, tables


def best_for(scenario, floor):
    """Hill's best package that leaves dale *floor*."""
    hill, dale = scenario.briefs["hill"], scenario.briefs["dale"]
    parts = blocks(scenario.issues, [hill, dale])
    gain, worth = (lambda clauses: seat_points(hill, clauses)), (lambda clauses: seat_points(dale, clauses))
    return best_package(scenario.issues, parts, gain, worth, floor)


def test_hill_gives_half_the_water_when_dale_must_have_forty():
    assert best_for(TINY, 40) == {"water": "half", "wood": "hill"}  # 80 to hill, 42 to dale; water whole gives 60


def test_a_floor_nobody_can_reach_has_no_package():
    assert best_for(TINY, 101) is None


def test_without_a_floor_everything_goes_to_the_seat():
    assert best_for(TINY, float("-inf")) == {"water": "hill", "wood": "hill"}


@given(tables() | tables(links=False, heaviest=2), st.floats(-1, 40, allow_nan=False) | st.floats(-20, 140))
def test_no_listed_package_above_the_floor_is_better_by_a_hundredth(scenario, floor):
    hill, dale = scenario.briefs["hill"], scenario.briefs["dale"]
    fair = [value(hill, each) for each in every_package(scenario.issues) if value(dale, each) >= floor]

    found = best_for(scenario, floor)

    assert (found is None) == (not fair)
    assert found is None or value(dale, found) >= floor - 1e-6
    assert found is None or value(hill, found) >= max(fair) - EXACT_TO


@given(tables())
def test_a_floor_that_only_one_package_reaches_is_reached_by_it(scenario):
    dale = scenario.briefs["dale"]
    most = max(value(dale, each) for each in every_package(scenario.issues))

    found = best_for(scenario, most)

    assert found is not None
    assert abs(value(dale, found) - most) < 1e-6


def test_the_floor_may_be_a_sum_that_no_block_changes():
    parts = blocks(TINY.issues, [HILL, DALE])

    found = best_package(TINY.issues, parts, lambda clauses: seat_points(DALE, clauses), lambda clauses: 0.0, 0.0)

    assert found == {"water": "dale", "wood": "dale"}


def test_gains_that_lie_close_together_are_told_apart():
    rng = Random(4)
    for _ in range(300):
        issues = tuple(make_issue(f"i{place}", *"abcd") for place in range(4))
        rows = [{i.id: {o: rng.randrange(100) for o in i.rung} for i in issues} for _ in ("hill", "dale")]
        hill, dale = (make_brief("hill", dict.fromkeys(row, 2), row) for row in rows)
        scenario = make_scenario(issues=issues, briefs={"hill": hill, "dale": dale})
        floor = rng.random() * 6
        fair = [value(hill, each) for each in every_package(issues) if value(dale, each) >= floor]

        found = best_for(scenario, floor)

        assert found is None if not fair else value(hill, found) >= max(fair) - EXACT_TO

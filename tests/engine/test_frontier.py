"""The frontier of two seats' points, held against a list of all packages."""

from hypothesis import given
from hypothesis import strategies as st

from game.engine.frontier import best_given, frontier, joint_gain_left
from game.engine.utility import value
from tests.builders import TINY, every_package, tables


def points_of(scenario):
    """Every package's points to both seats, listed."""
    first, second = (scenario.briefs[seat] for seat in scenario.seat_ids)
    return [(value(first, each), value(second, each)) for each in every_package(scenario.issues)]


def undominated(pairs):
    return {
        (round(one, 4), round(two, 4))
        for one, two in pairs
        if not any((a >= one - 1e-9 and b > two + 1e-5) or (a > one + 1e-5 and b >= two - 1e-9) for a, b in pairs)
    }


def test_the_frontier_of_the_tiny_table_is_worked_out_by_hand():
    edge = [(each.first, each.second) for each in frontier(TINY)]

    # water and wood to hill 100/0, half and wood 80/42, only wood 60/70, half without wood 20/72, nothing 0/100;
    # the status quo 40/30 lies below
    assert edge == [(0, 100), (20, 72), (60, 70), (80, 42), (100, 0)]


@given(tables())
def test_the_frontier_is_every_undominated_pair_of_points_and_no_other(scenario):
    edge = frontier(scenario)

    assert {(round(each.first, 4), round(each.second, 4)) for each in edge} == undominated(points_of(scenario))


@given(tables())
def test_each_point_of_the_frontier_has_a_package_worth_just_that(scenario):
    first, second = (scenario.briefs[seat] for seat in scenario.seat_ids)

    for point in frontier(scenario):
        assert abs(value(first, point.package) - point.first) < 1e-6
        assert abs(value(second, point.package) - point.second) < 1e-6


@given(tables(), st.integers(-20, 130))
def test_the_best_a_seat_can_be_given_is_the_best_listed_package_above_the_floor(scenario, floor):
    pairs = points_of(scenario)
    fair = [one for one, two in pairs if two >= floor]
    generous = max(two for _, two in pairs)
    expected = max(fair) if fair else max(one for one, two in pairs if two >= generous - 1e-6)

    assert abs(best_given(scenario, "hill", floor) - expected) < 1e-5


@given(tables(), st.integers(0, 100), st.integers(0, 100))
def test_the_joint_gain_left_is_the_most_that_both_could_still_have(scenario, first, second):
    gains = [min(one - first, two - second) for one, two in points_of(scenario)]

    assert abs(joint_gain_left(scenario, first, second) - max(0, *gains, 0)) < 1e-5


def test_a_text_on_the_frontier_leaves_nothing_and_the_status_quo_forty():
    assert joint_gain_left(TINY, 80, 42) == 0
    assert joint_gain_left(TINY, 40, 30) == 20  # 60/70 gives 20 and 40; 80/42 gives 40 and 12

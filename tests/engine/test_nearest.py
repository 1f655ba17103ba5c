"""The nearest package that meets requirements, held against a list of all packages."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.engine.home import home_requirement, weakest_margin
from game.engine.nearest import nearest_package, rungs_between
from game.engine.prospect import home_of
from game.engine.rules import start
from game.engine.search import blocks, requirement, seat_points
from game.engine.utility import value
from tests.builders import TINY, every_package, make_issue, tables

QUO = {"water": "hill", "wood": "dale"}


def wanting(brief, parts, floor):
    return requirement(parts, [lambda clauses: seat_points(brief, clauses)], [0.0], lambda sums: sums[0] >= floor)


def test_a_package_that_meets_the_requirements_is_its_own_nearest():
    dale = TINY.briefs["dale"]
    parts = blocks(TINY.issues, [dale])

    assert nearest_package(TINY.issues, parts, QUO, [wanting(dale, parts, 30)]) == QUO


def test_dale_needs_one_rung_of_water_to_have_seventy():
    dale = TINY.briefs["dale"]
    parts = blocks(TINY.issues, [dale])

    found = nearest_package(TINY.issues, parts, QUO, [wanting(dale, parts, 70)])

    assert found == {"water": "half", "wood": "dale"}  # 42 + 30, one rung away
    assert rungs_between(TINY.issues, QUO, found) == 1


def test_requirements_nobody_can_meet_have_no_package():
    parts = blocks(TINY.issues, [])

    assert nearest_package(TINY.issues, parts, QUO, [wanting(TINY.briefs["dale"], parts, 101)]) is None


@given(tables(), st.data())
def test_no_listed_package_that_meets_both_floors_is_nearer(scenario, data):
    hill, dale = scenario.briefs["hill"], scenario.briefs["dale"]
    listed = every_package(scenario.issues)
    beginning = data.draw(st.sampled_from(listed))
    floors = data.draw(st.tuples(st.integers(-5, 120), st.integers(-5, 120)))
    parts = blocks(scenario.issues, [hill, dale])
    fitting = [each for each in listed if value(hill, each) >= floors[0] and value(dale, each) >= floors[1]]

    found = nearest_package(
        scenario.issues, parts, beginning, [wanting(hill, parts, floors[0]), wanting(dale, parts, floors[1])]
    )

    assert (found is None) == (not fitting)
    if found is not None:
        assert found in fitting
        assert rungs_between(scenario.issues, beginning, found) == min(
            rungs_between(scenario.issues, beginning, each) for each in fitting
        )


@given(tables(links=False), st.data())
def test_no_listed_text_that_would_ratify_is_nearer(scenario, data):
    listed = every_package(scenario.issues)
    limits = data.draw(
        st.fixed_dictionaries({}, optional={i.id: st.sampled_from(list(i.rung)) for i in scenario.issues})
    )
    vows = data.draw(st.fixed_dictionaries({}, optional={i.id: st.sampled_from(list(i.rung)) for i in scenario.issues}))
    favour, slack = data.draw(st.integers(-20, 20)), data.draw(st.sampled_from([-500, 0, 500]))
    home = evolve(home_of(start(scenario), "hill"), favours={"hill-folk": favour}, mandate=limits, stands=vows)
    parts = blocks(scenario.issues, [])
    beginning = data.draw(st.sampled_from(listed))
    sure = [each for each in listed if weakest_margin(home, each) >= slack + 2]  # a rounding may turn an even vote
    fitting = [each for each in listed if weakest_margin(home, each) >= slack - 2]

    found = nearest_package(scenario.issues, parts, beginning, [home_requirement(home, parts, slack)])

    assert found is not None or not sure
    assert found is None or found in fitting
    if found is not None and sure:
        assert rungs_between(scenario.issues, beginning, found) <= min(
            rungs_between(scenario.issues, beginning, each) for each in sure
        )


def test_a_text_outside_what_is_allowed_is_brought_inside():
    home = home_of(start(TINY), "hill")
    parts = blocks(TINY.issues, [], {"wood": ["hill"]})

    found = nearest_package(TINY.issues, parts, QUO, [home_requirement(home, parts)])

    assert found == {"water": "hill", "wood": "hill"}


def test_a_text_very_many_rungs_away_is_found_too():
    issue = make_issue("land", *(f"mile-{mile}" for mile in range(61)))
    parts = blocks([issue], [])
    far = requirement(parts, [lambda clauses: float(issue.rung[clauses[0][1]])], [0.0], lambda sums: sums[0] >= 60)

    assert nearest_package([issue], parts, {"land": "mile-0"}, [far]) == {"land": "mile-60"}

"""The zone of agreement, held against a list of all packages."""

import pytest
from hypothesis import given

from game.engine.brief import Envoy
from game.engine.home import weakest_margin
from game.engine.prospect import home_of
from game.engine.rules import start
from game.engine.utility import value
from game.engine.zone import GAIN, agreeable_text, barred_issues
from tests.builders import DALE, HILL, TINY, every_package, tables, with_brief

NEARLY = 1e-6


def gains(state, package) -> list[float]:
    """What a package brings each seat beyond the state of things."""
    return [value(brief, package) - value(brief, state.status_quo) for brief in state.scenario.briefs.values()]


def betters(state, package) -> bool:
    return min(gains(state, package)) >= -NEARLY and sum(gains(state, package)) >= GAIN - NEARLY


def passes(state, package) -> bool:
    return all(weakest_margin(home_of(state, seat), package) >= 0 for seat in state.scenario.seat_ids)


def test_the_water_for_the_wood_is_in_the_zone():
    state = start(TINY)

    assert gains(state, {"water": "dale", "wood": "hill"}) == [20, 40]
    assert betters(state, agreeable_text(state)) and passes(state, agreeable_text(state))


@pytest.mark.parametrize("at_home", [False, True])
@given(tables())
def test_a_text_is_found_exactly_when_the_list_has_one(at_home, scenario):
    state = start(scenario)
    found = agreeable_text(state, at_home=at_home)

    if found is None:
        better = [each for each in every_package(scenario.issues) if betters(state, each)]
        assert not any(passes(state, each) for each in better) if at_home else not better
    else:
        assert betters(state, found) and (passes(state, found) or not at_home)


def test_instructions_that_cross_bar_an_issue():
    hill = with_brief(TINY, "hill", envoys=(Envoy("ann", "Ann", {"water": "half", "wood": "hill"}),))

    def meeting(water: str):
        return start(with_brief(hill, "dale", envoys=(Envoy("dan", "Dan", {"water": water}),)))

    assert barred_issues(meeting("half")) == {}  # both may go to the half
    assert barred_issues(meeting("dale")) == {"water": ("half", "dale")}
    assert HILL.envoys[0].mandate == {"water": "half"} and not DALE.envoys[0].mandate

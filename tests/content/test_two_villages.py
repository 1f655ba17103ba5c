"""What the plaything scenario promises: room to agree, a text that passes at home, and texts that do not."""

from itertools import product
from math import exp

import pytest

from game.content import load
from game.engine.brief import Brief, Faction
from game.engine.issue import Package
from game.engine.scenario import Scenario


@pytest.fixture(scope="module")
def villages() -> Scenario:
    return load("two-villages")


def value(voter: Brief | Faction, brief: Brief, package: Package) -> float:
    """Weights times worth, as in the rules; a faction's own worth goes before its seat's."""
    own = {} if voter is brief else voter.worth
    worth = {issue: own.get(issue, {}).get(option, brief.worth[issue][option]) for issue, option in package.items()}
    return sum(voter.weights.get(issue, 0) * points for issue, points in worth.items()) / 100


def support(brief: Brief, package: Package, status_quo: Package) -> float:
    """The share of the vote, by the logistic rule with a width of 6 points."""
    gains = [value(f, brief, package) - value(f, brief, status_quo) + f.favour for f in brief.factions]
    shares = [f.influence / 100 for f in brief.factions]
    return sum(share / (1 + exp(-gain / 6)) for share, gain in zip(shares, gains, strict=True))


def test_there_are_six_packages(villages):
    packages = list(product(*([option.id for option in issue.options] for issue in villages.issues)))

    assert len(packages) == 6


@pytest.mark.parametrize("seat", ["hill", "dale"])
def test_no_treaty_leaves_each_seat_thirty_points_and_the_exchange_gives_it_sixty_five(villages, seat):
    brief = villages.briefs[seat]

    assert value(brief, brief, villages.status_quo) - brief.drift == 30
    assert value(brief, brief, {"spring": "dale", "wood": "hill"}) == 65


@pytest.mark.parametrize(
    ("seat", "spring", "wood", "expected"),
    [
        # worked out by hand from the files: gains in points, then 1/(1+exp(-gain/6)) by each influence
        ("hill", "dale", "hill", 0.6 * 0.9987 + 0.4 * 0.6608),  # +40 elders; +10-6 shepherds
        ("dale", "dale", "hill", 0.65 * 0.9998 + 0.35 * 0.3392),  # +50 millers; 0-4 woodcutters
        ("dale", "shared", "hill", 0.65 * 0.3973 + 0.35 * 0.0180),  # -2.5; -20-4: why the old bargain broke
        ("hill", "shared", "dale", 0.6 * 0.0759 + 0.4 * 0.0086),  # -15; -22.5-6
    ],
)
def test_the_exchange_passes_at_home_and_one_sided_texts_do_not(villages, seat, spring, wood, expected):
    share = support(villages.briefs[seat], {"spring": spring, "wood": wood}, villages.status_quo)

    assert share == pytest.approx(expected, abs=0.001)
    assert share > 0.65 if expected > 0.5 else share < 0.3


def test_the_old_bargain_is_better_for_both_than_nothing(villages):
    terms = villages.history.treaty("old-bargain").terms

    gains = {seat: value(brief, brief, terms) - 30 for seat, brief in villages.briefs.items()}

    assert gains == {"hill": 52.5, "dale": 9}  # 65 + 35/2 - 30; 65 x 0.6 - 30


def test_each_envoy_may_sign_the_exchange(villages):
    ann, ben = villages.briefs["hill"].envoy("ann"), villages.briefs["dale"].envoy("ben")

    assert ann.mandate == {"wood": "hill"}
    assert ben.mandate == {"spring": "shared"}

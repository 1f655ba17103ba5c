"""What each seat takes home, by hand (mechanics.md §3.9)."""

import pytest
from attrs import evolve

from game.engine.ledger import Entry, total
from game.engine.phase import Ending, Outcome, Phase
from game.engine.rules import start
from game.engine.score import durability, final_value, score, scores, waiting_value
from game.engine.state import War
from tests.builders import TINY, play, with_brief

MIDDLE = {"water": "half", "wood": "hill"}


def over(ending=Ending.RATIFIED, treaty=MIDDLE, turn=3, scenario=TINY, **changes):
    outcome = Outcome(ending, turn, treaty)
    return evolve(start(scenario), phase=Phase.OVER, outcome=outcome, **changes)


def entry(ledger, what):
    return next(each.points for each in ledger if each.what == what)


def test_a_treaty_brings_its_points_less_the_time_it_took_and_the_costs_by_the_way():
    state = over(costs=(Entry("hill", "clash", -2), Entry("dale", "clash", -2)))

    assert final_value(state, "hill") == (
        Entry("hill", "treaty", 80),
        Entry("hill", "time", -3),
        Entry("hill", "clash", -2),
    )


def test_without_a_treaty_the_status_quo_of_the_end_counts_and_all_the_time_is_paid():
    state = over(Ending.NO_TREATY, None, turn=2, status_quo={"water": "hill", "wood": "hill"})

    assert final_value(state, "hill") == (Entry("hill", "no treaty", 100 - 5), Entry("hill", "time", -6))


def test_time_costs_nothing_in_turns_without_a_table():
    calendar = tuple(evolve(turn, table=place >= 2) for place, turn in enumerate(TINY.turns))
    quiet = evolve(TINY, turns=calendar)

    # two of the six turns are quiet: four are waited through in all, and one up to the third
    assert final_value(over(scenario=quiet), "hill") == (Entry("hill", "treaty", 80), Entry("hill", "time", -1))
    assert entry(final_value(over(Ending.NO_TREATY, None, scenario=quiet), "hill"), "time") == -4
    assert waiting_value(over(scenario=quiet), "hill") == 40 - 5 - 4
    assert [quiet.table_turns(last) for last in range(7)] == [0, 0, 0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("ending", "opened", "turns"),
    [
        (Ending.RATIFIED, 0, 3),
        (Ending.RATIFIED, 1, 3),
        (Ending.RATIFIED, 3, 1),  # the third turn was both the first meeting and the last
        (Ending.NO_TREATY, 3, 4),  # the third to the sixth
        (Ending.WAR, 2, 5),
        (Ending.NO_TABLE, 0, 0),
    ],
)
def test_time_is_paid_for_from_the_first_meeting_on(ending, opened, turns):
    war = War("hill", ("hill", "dale", "hill"))
    state = over(ending, MIDDLE if ending is Ending.RATIFIED else None, opened=opened, war=war)

    assert entry(final_value(state, "hill"), "time") == -turns


def test_interest_is_the_share_of_what_could_be_had_above_waiting():
    ledger = score(over(), "hill")

    # had 80 - 3; waiting 40 - 5 - 6 = 29; the best that leaves dale its 25 is 80 (80/42; 100 leaves it 0)
    assert waiting_value(over(), "hill") == 29
    assert entry(ledger, "interest") == pytest.approx(50 * (77 - 29) / (80 - 29), abs=0.01)


def test_interest_is_never_below_nothing_or_above_fifty():
    poor = over(treaty={"water": "dale", "wood": "dale"})

    assert entry(score(poor, "hill"), "interest") == 0
    assert entry(score(over(treaty={"water": "hill", "wood": "hill"}), "hill"), "interest") == 50


def test_the_home_front_is_a_fifth_of_the_factions_support():
    # elders +70, young +19: 0.98383 of the vote, as in test_consent
    assert entry(score(over(), "hill"), "home") == pytest.approx(20 * 0.9838, abs=0.005)


@pytest.mark.parametrize(("incidents", "costs", "points"), [(0, (), (8, 12)), (1, (), (0, 12)), (2, ("war",), (0, 0))])
def test_peace_counts_for_both_whoever_broke_it(incidents, costs, points):
    state = over(incidents=incidents, costs=tuple(Entry("dale", what, -10) for what in costs))

    ledger = score(state, "hill")

    assert (entry(ledger, "no clash"), entry(ledger, "no war")) == points


@pytest.mark.parametrize(
    ("treaty", "points"),
    [
        (MIDDLE, 10),  # on the frontier
        ({"water": "hill", "wood": "dale"}, 10 * (1 - 20 / 30)),  # 40/30, where both could have 20 more
        (None, 0),
    ],
)
def test_craft_is_what_was_not_left_on_the_table(treaty, points):
    ending = Ending.RATIFIED if treaty else Ending.NO_TREATY

    assert entry(score(over(ending, treaty), "hill"), "craft") == pytest.approx(points, abs=0.01)


def test_a_score_is_the_total_of_its_ledger_and_lies_between_nothing_and_a_hundred():
    state = over()

    assert scores(state) == {seat: round(total(score(state, seat)), 2) for seat in ("hill", "dale")}
    assert all(0 <= points <= 100 for points in scores(state).values())


def test_a_game_that_is_not_over_has_no_score():
    with pytest.raises(ValueError, match="not over"):
        score(play(TINY, "hill orders -"), "hill")


@pytest.mark.parametrize(
    ("favour", "label"),
    # dale's folk like MIDDLE by 42 - 30 = 12 points, and by the favour: even after 6 is lost, after 3, or neither
    [(0, "firm"), (-7, "fragile"), (-10, "likely to be torn up")],
)
def test_a_text_lasts_as_long_as_opinion_may_sour(favour, label):
    state = evolve(over(), favours={**over().favours, "dale.dale-folk": favour})

    assert durability(state, MIDDLE) == label


def test_a_text_that_leaves_one_side_nothing_is_fragile_even_if_both_capitals_cheer():
    happy = with_brief(TINY, "dale", factions=(evolve(TINY.briefs["dale"].factions[0], favour=90),))
    grasping = {"water": "hill", "wood": "hill"}

    assert durability(over(treaty=grasping, scenario=happy), grasping) == "fragile"


@pytest.mark.parametrize(("half", "label"), [(80, "fragile"), (70, "firm")])
def test_nine_tenths_of_an_ideal_is_what_makes_a_starved_sides_text_fragile(half, label):
    # hill has 60 + 40 x 80 % = 92 or 60 + 40 x 70 % = 88 of its hundred; dale 70 x 10 % = 7, below its 19 + 3
    happy = evolve(TINY.briefs["dale"].factions[0], favour=90)
    dale = {"water": {"hill": 0, "half": 10, "dale": 100}, "wood": {"hill": 0, "dale": 100}}
    hill = {"water": {"hill": 100, "half": half, "dale": 0}, "wood": {"hill": 100, "dale": 0}}
    scenario = with_brief(with_brief(TINY, "dale", factions=(happy,), worth=dale), "hill", worth=hill)

    assert durability(over(scenario=scenario), MIDDLE) == label

"""Sentences that name things by their titles, count them rightly, and say what is so."""

import re

import pytest
from attrs import evolve

from game.content import load
from game.engine import actions as a
from game.engine.consent import sway
from game.engine.events import Event
from game.engine.home import faction_ledger
from game.engine.ledger import Entry, total
from game.engine.resolve import RACE, UPKEEP_FROM
from game.engine.rules import start, view_for
from game.engine.source import Citation, Confidence
from game.prose.comparison import costs_in_words
from game.prose.consent import vote_lines
from game.prose.explanation import explain
from game.prose.glossary import ALIASES, GLOSSARY
from game.prose.offers import offer_lines, option_lines, unmoved_line
from game.prose.prospects import assessment, mandate_question, offer_assessment, waiting_lines
from game.prose.sources import cited
from game.prose.words import counted, home_in_short, likelihood, percent, weakest
from tests.builders import METERS, TINY, make_scenario, no_orders, play, with_brief

ILI = load("ili-1871")
GIVEN = {"water": "half", "wood": "hill"}


def flat(lines) -> str:
    return " ".join(" ".join(lines).split())


def test_likelihood_and_support_are_told_apart():
    view = view_for(start(ILI, "1880"), "russia")
    stage, support = weakest(view.home, view.status_quo)

    said = home_in_short(view.home, view.status_quo)

    assert len(view.home.stages) > 1
    assert re.fullmatch(
        rf"(likely|even|doubtful|hopeless); {re.escape(percent(support))} in the weakest vote, which takes 50", said
    )
    assert stage.threshold == 50


def test_a_single_vote_is_not_called_the_weakest_and_where_nobody_votes_nobody_is_asked():
    view = view_for(no_orders(TINY), "hill")
    alone = view_for(no_orders(make_scenario(consent=())), "hill")

    assert "in the vote, which takes 50" in home_in_short(view.home, GIVEN)
    assert home_in_short(alone.home, GIVEN) == "nobody is asked"


def test_every_line_that_weighs_a_text_tells_both():
    view = view_for(no_orders(TINY), "hill")
    told = home_in_short(view.home, GIVEN)
    given_away = {"water": "dale", "wood": "dale"}

    assert f"At home: {told}. Our reading" in assessment(view, GIVEN)
    assert f"At home: {told}." in offer_assessment(view, GIVEN)
    question = flat(mandate_question(view, given_away, view.menu.beyond(given_away)))
    assert f"At home without that: {home_in_short(evolve(view.home, mandate={}), given_away)}. With it: " in question


@pytest.mark.parametrize(("number", "words"), [(1, "1 point"), (0.6, "1 point"), (2, "2 points"), (0, "0 points")])
def test_one_is_one_and_not_many(number, words):
    assert counted(number, "point") == words


def test_an_option_worth_one_point_says_so():
    view = view_for(no_orders(TINY), "hill")
    worth = {option.id: 1.0 for option in TINY.issue["water"].options}

    said = flat(option_lines(view, TINY.issue["water"], worth, view.status_quo))

    assert said.count("1 point for you, support at home") == len(worth)
    assert "1 points" not in said


def test_one_turn_of_waiting_is_one():
    view = view_for(evolve(start(TINY), turn=5), "hill")

    assert "1 turn of waiting" in flat(waiting_lines(view))


def test_what_the_other_side_does_not_move_begins_with_a_capital():
    state = start(ILI, "1880")
    view = view_for(evolve(state, offers=state.offers * 2), "qing")

    assert list(offer_lines(view)) == ["The Russian Empire has not moved."]
    assert unmoved_line(view).startswith("The Russian Empire ")


def test_a_faction_that_likes_any_text_is_said_to_be_well_disposed():
    friendly = with_brief(
        TINY, "hill", factions=tuple(evolve(each, favour=30) for each in TINY.briefs["hill"].factions)
    )
    hostile = with_brief(
        TINY, "hill", factions=tuple(evolve(each, favour=-30) for each in TINY.briefs["hill"].factions)
    )

    assert "they were well disposed before they had read it" in _vote(friendly)
    assert "they were ill disposed before they had read it" in _vote(hostile)
    assert "mood" not in _vote(friendly) + _vote(hostile)


def _vote(scenario) -> str:
    state = play(no_orders(scenario), "hill propose water=half wood=dale", "dale accept", "chance stir +0")
    state = play(state, "hill orders -", "dale orders -", "chance stir +0")
    before, step = view_for(state, "hill"), sway(state, a.Sway("green", 0))
    event: Event = step.events[0]
    assert any(entry.what == "favour" for entry in faction_ledger(before.home, "elders", before.pending.package))
    return flat(vote_lines(before, view_for(step.state, "hill"), event, state.scenario))


def test_a_place_that_ends_in_a_comma_gets_no_second_one():
    assert cited([Citation("BOOK", "no. 10, not re-checked,", Confidence.A)]) == "[BOOK no. 10, not re-checked, A]"


def test_a_place_that_ends_with_a_comma_is_printed_with_one():
    assert ",," not in cited([Citation("DOSSIER", "§2.2 no. 18, not re-checked,", Confidence.A)])


REFUSED = [
    (start(TINY), a.GiveOrders("hill", (a.Order("mobilise"), a.Order("recall"))), {"hill"}),
    (no_orders(TINY), a.Propose("hill", {"water": "dale", "wood": "hill"}), {"hill"}),
    (play(TINY, "hill orders -"), a.GiveOrders("hill"), {"hill", "dale"}),
]


@pytest.mark.parametrize(("state", "action", "ids"), REFUSED)
def test_a_refusal_names_seats_by_their_titles(state, action, ids):
    why = view_for(state, action.seat).menu.why_not(action)

    assert why
    assert not ids & set(re.findall(r"[a-z-]+", why))


def meter_told(scenario, name: str, seat: str = "hill") -> str:
    return flat(explain(view_for(start(scenario), seat), scenario, name))


def test_what_an_army_costs_a_governments_credit_is_said_as_the_rules_have_it():
    said = meter_told(TINY, "capital")
    usual, armed = (gained(readiness) for readiness in (UPKEEP_FROM, UPKEEP_FROM + 1))

    assert f"gains {usual} each turn, and {usual - armed} less while your readiness stands above {UPKEEP_FROM}" in said


def gained(readiness: int) -> int:
    """What a turn without orders or offers brings Hill's government, at a level of readiness."""
    first = start(TINY)
    state = evolve(first, meters={**first.meters, "hill.readiness": readiness})
    after = play(no_orders(state), "hill hold", "dale hold", "chance stir +0")
    return after.level("capital", "hill") - first.level("capital", "hill")


def test_a_meter_says_what_it_gains_in_a_year_and_how_it_melts_away():
    said = [meter_told(ILI, name, "qing") for name in ("treasury", "readiness")]

    assert f"It gains {ILI.meter['treasury'].yearly} in a year, spread over its turns." in said[0]
    readiness = ILI.meter["readiness"]
    assert f"Above {readiness.rest} it loses up to {readiness.pull} each turn." in said[1]


def test_tension_says_what_moves_it_at_the_end_of_a_turn():
    said = meter_told(ILI, "tension", "qing")

    assert f"8 in a hundred of the way back to {ILI.meter['tension'].rest}" in said
    assert f"Both sides above 55 in readiness add {RACE}." in said
    # (12870 + 2 x 11440 + 2 x 8008) / 2^16
    assert "Chance moves it by 8 at most, 79 times in a hundred by 2 or less." in said


def test_a_meter_without_rules_of_its_own_has_none_told():
    still = tuple(evolve(each, income=0) if each.id == "capital" else each for each in METERS)

    assert "gains" not in meter_told(make_scenario(meters=still), "capital")


@pytest.mark.parametrize(
    ("chance", "word"),
    # the bounds are those that the glossary's `at home` gives a player: 70, 35 and 2 in a hundred
    [(1.0, "likely"), (0.7, "likely"), (0.69, "even"), (0.35, "even"), (0.34, "doubtful"), (0.02, "doubtful"),
     (0.019, "hopeless"), (0.0, "hopeless")],
)  # fmt: skip
def test_a_chance_at_home_has_the_word_that_the_glossary_explains(chance, word):
    assert likelihood(chance) == word
    assert ALIASES[word] == "at home" and word in GLOSSARY["at home"].lower()


def test_what_cost_points_several_times_is_told_once_with_how_often():
    ledger = [Entry("hill", what, points) for what, points in [("clash", -3), ("time", -5), ("clash", -3), ("war", -8)]]

    told = dict(costs_in_words(TINY.briefs["hill"], ledger, TINY))

    waiting = f"time, {TINY.briefs['hill'].waiting} a turn"
    assert told == {"a clash of patrols (2 times)": -6, waiting: -5, "a round of war": -8}
    assert sum(told.values()) == total(ledger)

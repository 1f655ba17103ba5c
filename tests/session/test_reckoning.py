"""The plane of both seats' points: what was offered, signed and left, held against the documented lines and by hand."""

from functools import lru_cache

import pytest
from attrs import evolve

from game.content import find
from game.engine.actions import Propose
from game.engine.notation import read
from game.engine.utility import value
from game.session.match import new_match
from game.session.reckoning import Reckoning, reckon
from game.session.save import load_match
from tests.builders import HILL, TINY, every_package, with_brief


@lru_cache(maxsize=2)
def documented(line: str):
    match, _ = load_match(find("ili-1871") / "lines" / f"{line}.txt")
    return match, reckon(match)


def played(*lines: str) -> Reckoning:
    """A game of the tiny table, of which these lines have been played."""
    match = new_match(TINY)
    for line in lines:
        match.submit(read(line))
    return reckon(match)


TO_THE_TABLE = ("hill orders -", "dale orders -")


def test_every_offer_has_its_points_to_both_seats():
    match, found = documented("st-petersburg-1881")
    said = [action.package for action in match.actions if isinstance(action, Propose)]
    briefs = [match.state.scenario.briefs[seat] for seat in ("qing", "russia")]

    assert [each.point.package for each in found.proposals if each.turn] == said
    for each in found.proposals:
        points = [value(brief, each.point.package) for brief in briefs]
        assert [each.point.first, each.point.second] == pytest.approx(points, abs=0.005)


def test_an_offer_stands_beside_what_the_same_seat_had_offered_before():
    _, found = documented("st-petersburg-1881")

    for seat in ("qing", "russia"):
        own = [each for each in found.proposals if each.seat == seat]
        assert [each.before for each in own[1:]] == [each.point.package for each in own[:-1]]


def test_offers_are_numbered_in_the_order_in_which_they_were_made():
    _, found = documented("livadia-1879")

    assert [each.number for each in found.proposals] == list(range(1, len(found.proposals) + 1))
    assert [each.turn for each in found.proposals] == sorted(each.turn for each in found.proposals)


def test_a_text_that_was_refused_at_home_says_by_whom():
    _, livadia = documented("livadia-1879")
    _, petersburg = documented("st-petersburg-1881")

    assert [each.refused_by for each in livadia.signatures] == ["qing"]
    assert [each.refused_by for each in petersburg.signatures] == [""]


def test_historys_text_lies_where_the_same_text_was_signed():
    _, found = documented("st-petersburg-1881")
    signed = {treaty.id: point for treaty, point in found.treaties}["st-petersburg-1881"]

    assert (found.end.first, found.end.second) == (signed.first, signed.second)


def test_the_waiting_values_of_the_tiny_table_are_worked_out_by_hand():
    found = played()

    # 40 and 30 by the status quo, less a drift of 5 each and 1 for each of 6 turns
    assert found.waiting == (40 - 5 - 6, 30 - 5 - 6)


def test_what_was_left_is_the_most_that_any_listed_package_gives_both_beyond_the_end():
    found = played(*TO_THE_TABLE, "hill hold", "dale propose water=dale wood=dale")
    pairs = [
        (value(TINY.briefs["hill"], each), value(TINY.briefs["dale"], each)) for each in every_package(TINY.issues)
    ]

    gains = [min(one - found.end.first, two - found.end.second) for one, two in pairs]

    assert found.left == max(gains)
    assert min(found.best.first - found.end.first, found.best.second - found.end.second) == max(gains)


def test_the_first_offer_in_the_zone_gives_both_more_than_waiting():
    poor, fair = "hill propose water=hill wood=hill", "dale propose water=half wood=hill"

    # all to Hill is 0 to Dale, which has 19 by waiting; half the water and the wood to Hill are 80 and 42
    assert played(*TO_THE_TABLE, poor).first_in_zone is None
    assert played(*TO_THE_TABLE, poor, fair).first_in_zone.number == 2


def test_a_treaty_of_fewer_issues_is_laid_on_the_table_with_the_status_quo():
    pact = TINY.history.treaties[0]
    silent = evolve(pact, articles={"water": pact.articles["water"]})
    scenario = evolve(TINY, history=evolve(TINY.history, treaties=(silent,)))

    ((_, point),) = reckon(new_match(scenario)).treaties

    assert point.package == {"water": "half", "wood": TINY.status_quo["wood"]}


def test_a_text_that_both_could_sign_and_that_was_answered_with_another_is_the_first_missed():
    # worth 60 to Hill and 70 to Dale, who have 40 and 30 without a treaty; Abe is bound by no instructions
    free = with_brief(TINY, "hill", envoys=HILL.envoys[1:])
    match = new_match(free)
    for line in (*TO_THE_TABLE, "hill propose water=dale wood=hill", "dale propose water=dale wood=dale"):
        match.submit(read(line))
    missed = reckon(match).missed

    assert missed is not None and missed.package == {"water": "dale", "wood": "hill"}
    assert missed.points == (60, 70) and missed.seat == "hill" and not missed.cured


def test_no_text_is_missed_where_none_was_offered():
    assert played(*TO_THE_TABLE).missed is None

"""What the Ili scenario tells fits the game that was played: cards keep away from games they would contradict."""

from functools import cache

import pytest

from game.content import load
from game.engine.card import Card
from game.engine.condition import Condition
from game.engine.rules import start
from game.engine.scenario import Scenario

EIGHTEEN_SEVENTY_ONE = {"happened.kulja-promise": 1, "happened.rule-of-ili": 1, "xinjiang": 95}
EIGHTEEN_SEVENTY_EIGHT = {"happened.envoy-route": 1, "xinjiang": 95}
EIGHTEEN_EIGHTY = {"xinjiang": 95}
NO_TABLE = {**EIGHTEEN_SEVENTY_ONE, "xinjiang": 46}
CHONGHOU_WENT = {**EIGHTEEN_SEVENTY_ONE, "happened.whom-to-send": 1, "chose.whom-to-send.chonghou": 1}
ZENG_WENT = {**EIGHTEEN_SEVENTY_ONE, "happened.whom-to-send": 1, "chose.whom-to-send.zeng": 1}
REFUSED = {"refused": 1, "refused.qing": 1}
REFUSED_BY_RUSSIA = {"refused": 1, "refused.russia": 1}
LIVADIA = {
    f"offered.{clause}": 1 for clause in ("overland.hankou", "mongolia_duty.free", "tekes.russia", "core.package")
}
LIVADIA |= {"offered.consulates.seven": 1, "offered.sungari.boduna": 1}
ZHANG = ("zhang-road", "zhang-sungari", "zhang-shield", "zhang-consuls", "zhang-valley")
MISSION = ("envoy-route", "butzow-memorandum", "yamen-warning", "conference-1879", "kaufman-sixty", "zeng-arrives")
TALKS = ("koiander", "talks-to-peking", "set-ili-aside", "jomini-letter", "zeng-instructions", "zeng-arrives", *ZHANG)
TWO_SUMS = {"offered.tekes.china_paid": 1, "offered.indemnity.nine": 1, "offered.indemnity.five": 1}


@cache
def ili() -> Scenario:
    return load("ili-1871")


def may_come(card: str, facts: dict[str, int]) -> bool:
    return ili().card[card].when.holds(lambda name: facts.get(name, 0))


@pytest.mark.parametrize("card", MISSION)
def test_a_decade_that_sends_nobody_has_no_cards_of_a_mission(card):
    assert not may_come(card, NO_TABLE)


@pytest.mark.parametrize("card", ["zeng-arrives", "zeng-instructions", "zeng-takes-over"])
def test_zeng_does_not_come_where_he_has_been_all_along(card):
    assert not may_come(card, {**ZENG_WENT, **REFUSED})
    assert not may_come(card, ZENG_WENT)


def test_zeng_comes_once_and_the_card_says_why():
    after_refusal = {**CHONGHOU_WENT, **REFUSED}
    told_before = {**after_refusal, "happened.zeng-instructions": 1}

    assert may_come("zeng-arrives", EIGHTEEN_EIGHTY) and not may_come("zeng-takes-over", EIGHTEEN_EIGHTY)
    assert may_come("zeng-arrives", after_refusal) and may_come("zeng-instructions", after_refusal)
    assert not may_come("zeng-arrives", CHONGHOU_WENT) and may_come("zeng-takes-over", CHONGHOU_WENT)
    assert not may_come("zeng-arrives", told_before) and not may_come("zeng-takes-over", told_before)


@pytest.mark.parametrize("card", ZHANG)
def test_zhang_objects_only_to_what_peking_refused(card):
    assert may_come(card, {**CHONGHOU_WENT, **REFUSED, **LIVADIA})
    assert may_come(card, {**EIGHTEEN_EIGHTY, **LIVADIA})
    assert not may_come(card, {**CHONGHOU_WENT, **LIVADIA})
    assert not may_come(card, {**CHONGHOU_WENT, **REFUSED_BY_RUSSIA, **LIVADIA})


@pytest.mark.parametrize("card", TALKS)
def test_no_talks_are_told_of_while_a_text_is_on_its_way_home(card):
    facts = {**CHONGHOU_WENT, **REFUSED, **LIVADIA}

    assert may_come(card, facts)
    assert not may_come(card, {**facts, "signed": 1})


@pytest.mark.parametrize("card", ["twelve-millions", "sum-to-arbiter"])
def test_the_sum_is_asked_about_only_while_it_is_open(card):
    initialled = {name: worth for name, worth in TWO_SUMS.items() if name != "offered.indemnity.five"}

    assert may_come(card, {**EIGHTEEN_EIGHTY, **TWO_SUMS})
    assert not may_come(card, {**EIGHTEEN_EIGHTY, **initialled})


def test_the_list_is_asked_for_only_before_drafts_are_exchanged():
    assert may_come("butzow-memorandum", EIGHTEEN_SEVENTY_EIGHT)
    assert not may_come("butzow-memorandum", {**EIGHTEEN_SEVENTY_EIGHT, "offered.core.unconditional": 1})


@pytest.mark.parametrize("clause", ["nationality.none", "core.set_aside", "core.order_first", "core.annexed"])
def test_households_choose_only_where_the_signed_text_lets_them(clause):
    assert may_come("valley-counts", {"signed": 1, "signed.nationality.one_year": 1})
    assert not may_come("valley-counts", {"signed": 1, f"signed.{clause}": 1})


def test_whoever_changes_the_envoy_is_told_that_instructions_change():
    silent = [card.id for card in ili().cards if _changes_envoy(card) and "instructions" not in card.text]

    assert silent == []


def _changes_envoy(card: Card) -> bool:
    effects = (*card.effects, *(effect for choice in card.choices for effect in choice.effects))
    return any(effect.path[0] == "envoy" for effect in effects)


def test_cards_for_want_of_a_table_need_its_want_and_do_not_end_it():
    cards = [card for card in ili().cards if _wants_no_table(card.when)]

    moved = [card.id for card in cards for choice in card.choices for each in choice.effects if each.name == "xinjiang"]

    assert {card.decides for card in cards} == {"qing", "russia"}
    assert moved == []
    assert not any(card.when.holds(lambda name: 50 if name == "xinjiang" else 1) for card in cards)


def _wants_no_table(when: Condition) -> bool:
    return when.text.startswith("xinjiang < 50")


@pytest.mark.parametrize("seat", ["qing", "russia"])
@pytest.mark.parametrize("chapter", ["1878", "1880"])
def test_the_lessons_brief_asks_for_nothing_that_is_not_on_its_table(chapter, seat):
    lesson, whole = (start(ili(), chapter, length).scenario.briefs[seat] for length in ("lesson", "crisis"))

    for word in ("pardon", "Pardon", "Mongolia", "Zaisan", "Sungari", "houses"):
        assert word not in lesson.text
    assert "Eight clauses" in lesson.text or "eight clauses" in lesson.text
    assert lesson.text != whole.text

"""The index of the codex: found by any name, filed as in print, and every mention known from its other end."""

import pytest
from attrs import evolve

from game.content import load
from game.engine.codex import CodexEntry
from game.prose.codex import word_places
from game.prose.index import article_title, articles_of, filed_under, folded, named_in, searched, whole_of
from tests.builders import TINY

ILI = load("ili-1871")
DEAL = CodexEntry("deal", "treaty", "The old deal", "Signed by Tom.", ("old deal",))
ARTICLE = CodexEntry("deal-1", "treaty", "Old deal, article 1: the wood", "Tom may fell.", part_of="deal")
TOM = CodexEntry("tom", "person", "T. Ringér", "He signed the old deal.", ("Ringér", "Tom"), "RIN-gay")
FLOOD = CodexEntry("flood", "event", "The flood", "Water.", date="1800-03")
FIRE = CodexEntry("fire", "event", "A fire", "Smoke.", date="1799-12")
VILLAGE = evolve(TINY, codex=(DEAL, ARTICLE, TOM, FLOOD, FIRE))


def ids(asked: str = "", kind: str = "") -> list[str]:
    return [each.id for each in searched(VILLAGE, asked, kind)]


@pytest.mark.parametrize("asked", ["Ringér", "ringer", "RIN-", "tom", "t. ring", "  Tom "])
def test_an_entry_is_found_by_title_name_and_pronunciation_without_its_accents(asked):
    assert ids(asked) == ["tom"]


def test_what_begins_as_asked_comes_before_what_has_it_inside():
    both = evolve(VILLAGE, codex=(evolve(TOM, title="Bald", names=("Bald",), say=""), evolve(DEAL, title="Alderney")))

    assert [each.title for each in searched(both, "ald")] == ["Alderney", "Bald"]


def test_a_name_is_found_in_chinese_signs_too():
    named = {each.id for each in ILI.codex if "慈禧" in each.title}

    assert {each.id for each in searched(ILI, "慈禧")} == named != set()


def test_events_stand_by_date_and_the_rest_as_in_a_printed_index():
    assert ids(kind="event") == ["fire", "flood"]
    assert [filed_under(each) for each in (DEAL, TOM, FIRE)] == ["old deal", "ringer", "fire"]
    assert ids() == ["fire", "flood", "deal", "deal-1", "tom"]


def test_a_search_inside_a_kind_finds_nothing_of_another():
    assert ids("the", kind="person") == []


def test_without_a_question_every_entry_of_the_flagship_is_listed_once():
    assert sorted(each.id for each in searched(ILI)) == sorted(each.id for each in ILI.codex)


def test_an_entry_knows_the_others_that_name_it_and_never_itself():
    assert [each.id for each in named_in(VILLAGE, TOM)] == ["deal", "deal-1"]
    assert [each.id for each in named_in(VILLAGE, DEAL)] == ["tom"]
    assert list(named_in(VILLAGE, FIRE)) == []


def test_mentions_of_the_flagship_are_the_same_from_both_ends():
    forth = {
        (each.id, named.id)
        for each in ILI.codex
        for _, _, named in word_places(ILI, " ".join(each.text.split()))
        if named.id != each.id
    }

    assert {(other.id, each.id) for each in ILI.codex for other in named_in(ILI, each)} == forth


def test_a_treaty_has_its_articles_and_an_article_its_treaty():
    assert articles_of(VILLAGE, DEAL) == [ARTICLE]
    assert whole_of(VILLAGE, ARTICLE) == DEAL
    assert whole_of(VILLAGE, DEAL) is None
    assert article_title(ARTICLE) == "Article 1: the wood"
    assert article_title(DEAL) == "The old deal"


def test_folding_takes_away_what_nobody_types():
    assert folded("  Ci'an  ÖLÖT ") == "cian olot"

"""Passages by their names: a mark of sources opens exactly the text it stands behind."""

import pytest
from attrs import evolve

from game.content import load
from game.engine.errors import GameError
from game.engine.inhabitants import Row, inhabitants_ledger
from game.engine.phase import Ending, Outcome
from game.engine.view import News
from game.prose.passages import befalling, passage, passage_for
from game.session.match import new_match

ILI = load("ili-1871")


def test_every_article_of_every_treaty_is_found_with_its_own_sources():
    for treaty in ILI.history.treaties:
        for issue, article in treaty.articles.items():
            found = passage(ILI, f"article {treaty.id} {issue}")

            assert (found.text, found.cites) == (article.text, article.cite)
            assert found.title == f"{treaty.title}: {ILI.issue[issue].title}"


@pytest.mark.parametrize(
    "kind", ["issue", "treaty", "fate", "people", "stage", "card", "codex", "order", "line", "start"]
)
def test_whatever_has_an_id_is_found_by_it(kind):
    listed = {
        "issue": ILI.issues,
        "treaty": ILI.history.treaties,
        "fate": ILI.fates,
        "people": ILI.people.groups,
        "stage": ILI.consent,
        "card": ILI.cards,
        "codex": ILI.codex,
        "order": ILI.orders,
        "line": ILI.history.lines,
        "start": ILI.starts,
    }[kind]

    for each in listed:
        assert passage(ILI, f"{kind} {each.id}").cites == each.cite


def test_the_years_of_a_fate_are_counted_before_those_of_any_fate():
    fate = next(each for each in ILI.fates if each.years)

    assert passage(ILI, f"year {fate.id} 0").text == fate.years[0].text
    assert passage(ILI, f"year {fate.id} {len(fate.years)}").text == ILI.years[0].text


def test_each_row_of_the_inhabitants_ledger_names_the_passage_it_rests_on():
    rows = inhabitants_ledger(ILI.people, dict(ILI.history.treaties[0].terms))

    assert rows
    for row in rows:
        found = passage(ILI, befalling(ILI, row))
        assert (found.text, found.cites) == (row.why, row.cite)


def test_an_option_that_is_only_a_claim_says_so():
    claim = next(option for option in ILI.issue["core"].options if option.claim_only)

    assert claim.claim_only in passage(ILI, f"option core {claim.id}").text


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        ("artikel x", "no texts are called 'artikel' (did you mean 'article'?)"),
        ("article livadia-1879 teks", "there is no 'teks' here (did you mean 'tekes'?)"),
        ("article livadia-1879", "'article livadia-1879' does not say which article is meant"),
        ("year nowhere 0", "there is no 'nowhere' here"),
        ("befalls many", "'befalls many' does not say which befalls is meant"),
    ],
)
def test_a_name_that_nothing_bears_is_told_in_a_sentence(topic, sentence):
    with pytest.raises(GameError) as error:
        passage(ILI, topic)

    assert str(error.value).startswith(sentence)


def test_what_news_brought_about_rests_on_no_passage():
    assert befalling(ILI, Row("taranchi", "emigrated", 5, 5, "news")) == ""


MATCH = new_match(ILI, "1880", "crisis", {}, "3")
VIEW = MATCH.view("qing")


def test_a_seat_reads_its_own_instructions_and_nothing_of_the_other_seats():
    scenario = MATCH.state.scenario
    own, other = scenario.briefs["qing"], scenario.briefs["russia"]

    assert passage_for(VIEW, scenario, "brief").text == own.text
    for kind, mine, theirs in (("faction", own.factions, other.factions), ("envoy", own.envoys, other.envoys)):
        assert passage_for(VIEW, scenario, f"{kind} {mine[0].id}").text == mine[0].text
        for each in theirs:
            with pytest.raises(GameError):
                passage_for(VIEW, scenario, f"{kind} {each.id}")


def test_a_card_is_read_once_it_has_been_heard_and_after_the_end_in_any_case():
    card = ILI.cards[0]
    heard = evolve(VIEW, news=(News(card, ""),))
    ended = evolve(VIEW, outcome=Outcome(Ending.NO_TREATY, 1))

    with pytest.raises(GameError):
        passage_for(VIEW, ILI, f"card {card.id}")
    for view in (heard, ended):
        assert passage_for(view, ILI, f"card {card.id}").text == card.text
        assert passage_for(view, ILI, f"happened {card.id}").text == card.history


def test_the_scenario_itself_is_found_under_its_own_name():
    assert passage(ILI, "scenario").cites == ILI.cite != ()


def test_without_a_view_only_what_everybody_may_read_is_found():
    assert passage_for(None, ILI, f"issue {ILI.issues[0].id}").text == ILI.issues[0].text
    for topic in ("brief", "faction throne", "envoy", f"card {ILI.cards[0].id}", "happened", ""):
        with pytest.raises(GameError):
            passage_for(None, ILI, topic)

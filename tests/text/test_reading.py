"""What a screen reader, a pipe and a curious person need: plain lines, narrow lines, and an answer to every word."""

import pytest
from attrs import evolve

from game.content import load
from game.prose.explanation import explain, terms
from game.prose.glossary import ALIASES, GLOSSARY
from game.session.match import new_match
from game.text.console import WIDTH, columns

GAMES = [
    ("two-villages", "hill", ("2 shepherds", "propose spring=dale", "", "1", "home", "why home", "?", "-", "-", "-")),
    ("ili-1871", "qing", ("2", "1", "2 throne", "home", "why home", "them", "1", "2", "propose", "", "table", "log")),
    ("ili-1871", "russia", ("2", "1", "-", "why", "brief", "? tekes", "propose", "", "-", "propose")),
]


@pytest.mark.parametrize(("scenario", "seat", "lines"), GAMES)
def test_no_line_is_too_wide_and_none_holds_an_escape(told, scenario, seat, lines):
    text = told(*lines, scenario=scenario, seat=seat, against="statesman")

    assert "\x1b" not in text
    assert [line for line in text.splitlines() if columns(line) > WIDTH and " " in line.strip()] == []


@pytest.fixture(scope="module", params=["two-villages", "ili-1871"])
def table(request):
    """A scenario at its start and the first seat's view of it."""
    scenario = load(request.param)
    match = new_match(scenario)
    return match.state.scenario, match.view(scenario.seat_ids[0])


def answer(table, term: str) -> str:
    scenario, view = table
    return " ".join(explain(view, scenario, term))


def test_every_issue_option_order_meter_band_and_stage_is_explained(table):
    scenario, view = table
    things = [*scenario.issues, *scenario.meters, *scenario.orders, *scenario.consent, *scenario.seats]
    things += [option for issue in scenario.issues for option in issue.options]
    words = [word for each in things for word in (each.id, each.title)]
    words += [band.title for meter in scenario.meters for band in meter.bands]

    assert [word for word in words if "nothing I can explain" in answer(table, word)] == []
    assert len(terms(view, scenario)) > len(things)


def test_every_word_of_the_glossary_is_explained_and_every_alias_leads_to_one(table):
    unanswered = [word for word in (*GLOSSARY, *ALIASES) if "nothing I can explain" in answer(table, word)]

    assert unanswered == []
    assert set(ALIASES.values()) <= set(GLOSSARY)


def test_every_source_and_faction_is_explained(table):
    scenario, view = table
    words = [*scenario.sources, *(faction.id for faction in view.brief.factions)]

    assert [word for word in words if "nothing I can explain" in answer(table, word)] == []


def test_an_unknown_word_is_answered_with_the_nearest(table):
    assert "did you mean 'tension'" in answer(table, "tensiom")


def test_an_explanation_never_reads_the_other_sides_instructions(table):
    scenario, view = evolve(table[0], codex=()), table[1]  # a codex may explain a land of the same name
    theirs = {faction.id for faction in scenario.briefs[view.other].factions}
    public = {faction.id for faction in view.brief.factions} | {stage.id for stage in view.stages}

    assert not (theirs - public) & set(terms(view, scenario))


@pytest.mark.parametrize(("term", "told"), [("[B]", "Confidence B"), ("YD", "Offer"), ("fair", "Confidence")])
def test_what_stands_on_the_screen_is_explained_with_its_brackets_and_letters_together(table, term, told):
    assert told in answer(table, term)


def test_a_bare_number_is_explained_by_the_meter_that_stands_at_it_and_by_the_way_to_ask_for_others(table):
    _, view = table
    level = view.meters["tension"]

    assert f"tension {level} of 100" in answer(table, str(level))
    assert "`why home` the votes" in answer(table, "97 %")

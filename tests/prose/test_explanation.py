"""Explanations for every front: one meaning in passages, and nothing that only a keyboard needs."""

import pytest

from game.content import load
from game.prose.commands import without_commands
from game.prose.explanation import explain, meanings, terms, topics
from game.prose.passages import passage_for
from game.prose.sources import passage_lines_of
from game.session.match import new_match


@pytest.fixture(scope="module", params=["two-villages", "ili-1871"])
def table(request):
    """A scenario at its start and the first seat's view of it."""
    scenario = load(request.param)
    match = new_match(scenario)
    return match.state.scenario, match.view(scenario.seat_ids[0])


ASIDES = [
    ("You lay it on the table (`propose`).", "You lay it on the table."),
    ("One sentence. `why` lists all. Another (see there).", "One sentence. Another (see there)."),
    ("`? NAME` tells.", ""),
    ("2. Day and night (`spring=shared`)", "2. Day and night"),
    ("A line.\nSay `cure`. Then go.", "A line.\nThen go."),
]


@pytest.mark.parametrize(("text", "left"), ASIDES)
def test_without_commands_what_is_left_is_whole(text, left):
    assert without_commands(text) == left


def test_no_command_reaches_a_front_without_a_keyboard_and_no_meaning_is_lost_with_it(table):
    scenario, view = table
    for term, found in topics(view, scenario).items():
        for meaning in found:
            left = [without_commands(f"{each.title} {each.text}") for each in meaning]
            assert "`" not in "".join(left), term
            assert left[0].strip(), term


def test_the_lines_of_an_explanation_are_its_passages(table):
    scenario, view = table
    for term in (scenario.issues[0].id, "tension", "points", scenario.orders[0].id):
        passages = [line for meaning in meanings(view, scenario, term) for line in passage_lines_of(meaning)]

        assert passages == list(explain(view, scenario, term))


def test_what_has_sources_is_called_by_something_that_finds_the_same_text_again(table):
    scenario, view = table
    cited = [each for found in topics(view, scenario).values() for meaning in found for each in meaning]

    for passage in filter(lambda each: each.cites, cited):
        again = passage_for(view, scenario, passage.about)
        assert again.cites == passage.cites


def test_without_a_game_only_the_codex_and_the_games_own_words_are_known(table):
    scenario, view = table
    known = terms(None, scenario)

    assert "points" in known
    assert set(known) < set(terms(view, scenario))

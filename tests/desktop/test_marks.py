"""Marks of sources: on every screen each one opens the sources of the text that it stands behind."""

import pytest

from game.desktop.screens import SCREENS
from game.engine.phase import Phase
from game.prose.passages import passage_for
from tests.desktop.desks import documented, in_phase, meanings, press, sitting_at, view_at, words_on

DECADE = {"start": "1871", "length": "campaign"}
MOMENTS = {
    "briefing": lambda saves: sitting_at(in_phase(Phase.CARD), saves),
    "dispatches": lambda saves: sitting_at(in_phase(Phase.CARD, 9), saves, **DECADE),
    "council": lambda saves: sitting_at(in_phase(Phase.ORDERS, 2), saves),
    "table": lambda saves: sitting_at(in_phase(Phase.TABLE, 2), saves),
    "court": lambda saves: sitting_at(
        lambda sitting: sitting.match.state.votes != (), saves, "hill", "spring", "crisis", "two-villages", "1"
    ),
    "verdict": lambda saves: documented("st-petersburg-1881", saves),
    "record": lambda saves: documented("livadia-1879", saves),
    "map": lambda saves: sitting_at(in_phase(Phase.TABLE, 2), saves),
    "codex": lambda saves: documented("livadia-1879", saves),
    "explain": lambda saves: sitting_at(in_phase(Phase.TABLE, 2), saves),
}
"""For each screen that shows facts, a game in which it has some."""
TOPICS = {"explain": "tekes", "record": "1"}
"""What a screen is about, where there are no facts on it without."""
TURNING = ("leaf ", "read ", "unfold ", "look ", "order ", "kind ", "codex ")
"""Meanings that show more of the same page, and how the walk tells them."""


def marks_on(view, most: int = 24) -> set[str]:
    """Every mark on the page, and on what its leaves and rows open, or show when they are looked at."""
    found = {each for each in meanings(view) if each.startswith("sources ")}
    for looks in dict.fromkeys(spot.looks for spot in view.arrangement.spots if spot.looks):
        view.desk.top.looked(looks)
        view.lay()
        found |= {each for each in meanings(view) if each.startswith("sources ")}
    for meaning in [each for each in dict.fromkeys(meanings(view)) if each.startswith(TURNING)][:most]:
        if any(spot.meaning == meaning and not spot.why_not for spot in view.arrangement.spots):
            press(view, meaning)
            found |= {each for each in meanings(view) if each.startswith("sources ")}
    return found


@pytest.mark.parametrize("name", MOMENTS)
def test_every_mark_of_every_screen_opens_its_sources_in_full(name, tmp_path):
    sitting = MOMENTS[name](tmp_path)
    view = view_at(sitting, name, TOPICS.get(name, ""))
    marks = marks_on(view)
    assert marks, f"nothing on {name} shows its sources"

    bottom = view.desk.stack[:1]
    for mark in sorted(marks):
        view.desk.stack[:] = bottom
        view.do(mark)
        cites = passage_for(sitting.view, sitting.match.scenario, mark.removeprefix("sources ")).cites

        assert view.desk.top.name == "sources", (mark, view.desk.remark)
        assert cites
        for cite in cites:
            assert " ".join(sitting.match.scenario.sources[cite.source].title.split()) in words_on(view)


def test_screens_without_facts_are_known():
    bare = {"title", "setup", "menu", "saves", "settings", "confirm", "curtain", "armistice", "sources"}

    assert set(SCREENS) - bare - set(MOMENTS) == set()


def test_the_sources_say_the_place_the_confidence_and_what_was_seen(tmp_path):
    sitting = MOMENTS["table"](tmp_path)
    view = view_at(sitting, "table")
    issue = sitting.match.scenario.issue["tekes"]
    view.do("sources issue tekes")
    said = words_on(view)

    for cite in issue.cite:
        source = sitting.match.scenario.sources[cite.source]
        assert cite.place[1:] in said
        assert " ".join(source.note.split()) in said
    assert "disputed, inferred or approximate" in said


def test_what_is_not_for_this_seat_to_read_is_refused_with_a_sentence(tmp_path):
    sitting = MOMENTS["table"](tmp_path)
    view = view_at(sitting, "table")
    theirs = sitting.match.scenario.briefs["russia"].envoys[0].id

    view.do(f"sources envoy {theirs}")

    assert view.desk.top.name == "table"
    assert view.desk.remark


def test_before_any_game_the_marks_of_the_codex_open():
    view = view_at(None, "codex", "kulja")

    press(view, "sources codex kulja")

    assert view.desk.top.name == "sources"

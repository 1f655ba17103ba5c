"""The briefing: what a person is told before the first decision, and what stays at hand afterwards."""

from pathlib import Path

import pytest

from game.content.assets import assets_folder
from game.desktop.course import next_screen
from game.desktop.parts.people import initials, person
from game.desktop.widgets.pictures import Medallion
from game.engine.ledger import total
from game.engine.phase import Phase
from game.engine.utility import reservation_value, utility
from game.prose.briefing import limits, mood, priorities
from game.session.match import new_match
from game.session.sitting import Sitting
from tests.desktop.desks import NARROW, in_phase, meanings, press, scenario, sitting_at, view_at, words_on

LEAVES = ("moment", "instructions", "worth", "home")


def plain(text):
    return " ".join(text.split())


@pytest.fixture
def sitting(tmp_path):
    return sitting_at(in_phase(Phase.ORDERS), tmp_path)


def read_whole(view):
    said = []
    for leaf in LEAVES:
        press(view, f"leaf {leaf}")
        said.append(words_on(view))
    return " ".join(said)


def test_a_new_game_opens_with_the_briefing_and_then_tells_all_from_the_beginning(tmp_path: Path):
    sitting = Sitting(new_match(scenario("ili-1871"), "1871", "campaign", {}, "3"), ("qing", "russia"), tmp_path)
    sitting.advance()
    sitting.seat = sitting.match.people()[0]
    view = view_at(sitting, *next_screen(view_at(sitting, "menu").desk))
    assert view.desk.top.name == "briefing"
    assert view.focus == "onwards"

    press(view, "onwards")

    assert view.desk.top.name == "dispatches"
    assert sitting.told[sitting.seat] == 0


def test_the_briefing_at_hand_goes_back_to_where_one_was(sitting):
    view, told = view_at(sitting, "council"), sitting.told["qing"]

    view.do("open briefing")
    assert view.focus == "back" and "onwards" not in meanings(view)
    press(view, "back")

    assert view.desk.top.name == "council"
    assert sitting.told["qing"] == told


def test_the_four_leaves_say_all_that_the_instructions_say(sitting):
    view = view_at(sitting, "briefing", "first")
    press(view, "read envoy")
    brief, told = sitting.view.brief, read_whole(view)

    start = next(each for each in sitting.match.scenario.starts if each.id == "1880")
    for text in (sitting.match.scenario.text, start.text, brief.text, brief.batna, brief.envoy("zeng").text):
        assert plain(text) in told
    for issue, option in limits(sitting.view, brief):
        assert issue.title in told and option.title in told
    for issue, weight in priorities(sitting.view, brief):
        assert f"{issue.title} {round(weight)}," in told
    for faction in brief.factions:
        assert f"{faction.influence} % of the votes; {mood(sitting.view, faction.id)}" in told
        assert plain(faction.text) in told


def test_what_is_left_without_a_treaty_is_a_ledger_that_adds_up(sitting):
    view = view_at(sitting, "briefing")
    brief, now = sitting.view.brief, sitting.view.status_quo

    press(view, "leaf worth")

    alone = reservation_value(brief, now, sitting.view.turns_left)
    assert f"no treaty is better {alone:+.1f}" in words_on(view)
    assert f"In all {total(utility(brief, now)):+.1f}" in words_on(view)


def test_every_person_of_the_codex_is_shown_by_a_medallion_that_there_is(sitting):
    view = view_at(sitting, "briefing")
    press(view, "leaf home")

    shown = [placed.widget for placed in view.arrangement.placed if isinstance(placed.widget, Medallion)]
    known = {person(sitting.match.scenario, name) for each in sitting.view.brief.factions for name in each.people}

    assert {each.meaning for each in shown} >= {f"codex {entry.id}" for entry in known if entry}
    assert all((assets_folder() / "art" / each.name).is_file() for each in shown)


def test_whoever_the_codex_does_not_know_has_initials(tmp_path):
    villages = sitting_at(in_phase(Phase.ORDERS), tmp_path, seat="hill", start="spring", name="two-villages")
    view = view_at(villages, "briefing")
    press(view, "leaf home")

    shown = [placed.widget for placed in view.arrangement.placed if isinstance(placed.widget, Medallion)]

    people = [name for faction in villages.view.brief.factions for name in faction.people]
    assert [(each.words, each.initials) for each in shown] == [(name, initials(name)) for name in people]
    assert initials("Joan of the Wheel") == "JW"


def test_the_mark_behind_a_text_opens_its_sources(sitting):
    view = view_at(sitting, "briefing", "first")
    title = plain(sitting.view.sources[sitting.match.scenario.cite[0].source].title)
    assert title not in words_on(view)

    press(view, "sources scenario")
    assert title in words_on(view)

    press(view, "back")
    assert view.desk.top.name == "briefing"


def test_nothing_of_the_other_sides_brief_is_in_the_briefing(sitting):
    told = read_whole(view_at(sitting, "briefing", "first"))

    theirs = sitting.match.scenario.briefs["russia"]

    assert plain(theirs.batna) not in told and plain(theirs.text) not in told
    assert not any(faction.title in told for faction in theirs.factions if faction.title != "The Emperor")


@pytest.mark.parametrize("leaf", LEAVES)
def test_a_narrow_page_means_the_same_but_for_the_map(sitting, leaf):
    wide, narrow = view_at(sitting, "briefing"), view_at(sitting, "briefing", size=NARROW)

    press(wide, f"leaf {leaf}")
    press(narrow, f"leaf {leaf}")

    only_wide = set(meanings(wide)) - set(meanings(narrow))
    assert any(each.startswith("map") for each in only_wide) == (leaf == "moment")
    assert leaf == "moment" or not only_wide
    assert set(meanings(narrow)) <= set(meanings(wide))

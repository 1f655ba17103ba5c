"""Before and beside the game: the title, a new game, saved games, settings, and the curtain between two people."""

import json

import pytest
from attrs import evolve

from game.desktop.settings import Settings, read_settings
from game.desktop.shot import view_of
from game.desktop.theme import PALETTES
from game.engine.phase import Phase
from game.players import ROSTER
from game.session.options import Options
from tests.desktop.desks import NARROW, WIDE, in_phase, meanings, press, sitting_at, view_at, words_on


@pytest.fixture
def title(tmp_path):
    view = view_of(None, WIDE)
    view.desk.options = Options(saves=tmp_path, roster=ROSTER)
    view.desk.only("title")
    view.lay()
    return view


def test_a_newcomer_is_offered_the_guided_play_first(title):
    assert title.focus == "learn"
    assert "continue" not in meanings(title)


def test_the_guided_play_begins_with_one_press(title):
    press(title, "learn")

    sitting = title.desk.game()
    assert (sitting.match.scenario.id, sitting.people) == ("two-villages", ("hill",))
    assert set(sitting.match.players) == {"dale"}
    assert title.desk.guided


def test_a_new_game_begins_as_it_was_asked_for(title):
    for meaning in ("open setup", "start 1880", "length lesson", "seat russia", "against firm", "begin"):
        press(title, meaning)

    match = title.desk.game().match
    assert (match.state.scenario.chapter, match.state.scenario.length) == ("1880", "lesson")
    assert {seat: player.name for seat, player in match.players.items()} == {"qing": "firm"}


def test_every_question_of_a_new_game_is_answered_already(title):
    press(title, "open setup")
    chosen = [spot.meaning.split()[0] for spot in title.arrangement.spots if spot.value == "chosen"]

    assert title.focus == "begin"
    assert chosen == ["scenario", "start", "length", "seat", "against"]


def test_another_start_brings_the_lengths_it_can_be_played_in(title):
    press(title, "open setup")
    press(title, "start 1871")

    assert [each for each in meanings(title) if each.startswith("length")] == ["length campaign"]


def test_two_people_need_no_opponent(title):
    press(title, "open setup")
    press(title, "seat both")

    assert not any(each.startswith("against") for each in meanings(title))


def test_settings_take_effect_at_once_and_are_kept(title, tmp_path):
    title.desk.kept_at = tmp_path / "settings.json"
    press(title, "open settings")

    press(title, "palette contrast")
    press(title, "larger")

    assert title.desk.settings == Settings(palette="contrast", scale=115)
    assert read_settings(tmp_path / "settings.json") == (title.desk.settings, "")


def test_nonsense_in_the_settings_is_named_and_the_rest_is_used(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"scale": 4000, "palette": "safe", "colour": 3}), encoding="utf-8")

    settings, said = read_settings(path)

    assert settings == Settings(palette="safe")
    assert "colour" in said
    assert "scale" in said


@pytest.mark.parametrize("palette", PALETTES)
def test_letters_stand_out_from_the_paper_in_every_palette(palette):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text; and the seats' colours are read as text too."""
    found = PALETTES[palette]
    for paper in (found.paper, found.panel):
        for ink in (found.ink, found.faded, found.focus, found.warn, *found.seats):
            assert contrast(ink, paper) >= 4.5, (palette, ink, paper)


def contrast(one, other):
    """The contrast ratio of WCAG 2.2, from relative luminances."""

    def luminance(colour):
        parts = [c / 255 for c in colour]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_game_is_saved_with_its_picture_and_gone_on_with(tmp_path):
    sitting = sitting_at(in_phase(Phase.TABLE), tmp_path)
    view = view_at(sitting, "table")
    view.desk.options = Options(saves=tmp_path, roster=ROSTER)
    press(view, "draft indemnity five")
    view.desk.open("saves")
    view.lay()

    view.desk.top.typed("name", "a cold morning")
    view.lay()
    press(view, "save")
    press(view, "load 0")

    assert (tmp_path / "a cold morning.txt").is_file()
    assert (tmp_path / "a cold morning.png").is_file()
    assert view.desk.sitting.match.actions == sitting.match.actions


def test_a_name_with_a_slash_is_refused(tmp_path):
    view = view_at(sitting_at(in_phase(Phase.TABLE), tmp_path), "saves")
    view.desk.top.typed("name", "../elsewhere")
    view.lay()

    press(view, "save")

    assert "slash" in view.desk.remark


def test_a_damaged_game_is_listed_with_what_is_wrong(title, tmp_path):
    (tmp_path / "torn.txt").write_text("this is no record", encoding="utf-8")
    press(title, "open saves")

    spot = next(each for each in title.arrangement.spots if each.meaning == "load 0")

    assert spot.why_not
    title.press(spot)
    assert title.desk.remark == spot.why_not


def test_the_curtain_lets_nobody_look_anything_up(tmp_path):
    sitting = evolve_both(sitting_at(in_phase(Phase.TABLE), tmp_path))
    view = view_at(sitting, "curtain", "russia")

    assert meanings(view) == ["seated"]
    for meaning in ("explain why draft", "open saves", "codex ili", "undo", "open record"):
        view.do(meaning)
        assert view.desk.top.name == "curtain"
        assert "curtain" in view.desk.remark


def test_the_curtain_says_nothing_of_the_seat_before(tmp_path):
    sitting = evolve_both(sitting_at(in_phase(Phase.TABLE, 2), tmp_path))
    view = view_at(sitting, "curtain", "russia", NARROW)

    told = words_on(view)

    assert "Russian Empire" in told
    assert not any(issue.title in told for issue in sitting.match.state.scenario.issues)


def evolve_both(sitting):
    """The same game with both seats held by people."""
    return evolve(sitting, people=("qing", "russia"))

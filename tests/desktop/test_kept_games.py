"""Kept games whose file is damaged or whose scenario was changed: the sound part is played, and it is said."""

import errno
import os
import shutil

import pytest
from attrs import evolve

from game.content import find
from game.desktop.beginning import begin
from game.engine import actions as a
from game.engine.phase import Phase
from game.players import ROSTER
from game.session.folders import last_game
from game.session.options import Options
from game.session.save import load_match, saved_games
from tests.desktop.desks import press, words_on
from tests.desktop.homes import GAME, act, play_to

pytestmark = pytest.mark.usefixtures("home")


def spoil(path, how):
    if how == "garbage":
        path.write_bytes(b"\xff\xfe\x00garbage")
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if how == "cut":
        path.write_text("".join(lines)[:-9], encoding="utf-8")
    else:
        lines[-2] = lines[-2].replace("hill", "hell").replace("chance", "chants").replace("dale", "dole")
        path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("how", ["cut", "changed"])
def test_of_a_damaged_game_the_sound_part_is_played_and_the_file_stays(at_the_table, new_view, home, how):
    played = at_the_table.desk.game().match.actions
    kept = last_game(home / "saves")
    spoil(kept, how)
    spoilt = kept.read_bytes()

    view = new_view()
    view.do("open saves")
    listed = words_on(view)
    press(view, "load 0")

    (saved,) = (each for each in saved_games(home / "saves") if each.path.stem == "earlier")
    assert saved.trouble and saved.trouble in listed.lower()
    assert view.desk.remark.startswith("Of this game: ")
    actions = view.desk.game().match.actions
    assert actions[: len(saved.record.actions)] == played[: len(saved.record.actions)]
    assert 0 < len(saved.record.actions) < len(played)
    assert saved.path.read_bytes() == spoilt
    assert load_match(kept)[0].actions == actions


def test_what_is_no_game_at_all_is_listed_with_the_reason_and_cannot_be_pressed(new_view, home):
    (home / "saves").mkdir()
    spoil(home / "saves" / "holiday.txt", "garbage")

    view = new_view()
    view.do("open saves")
    spot = view.arrangement.spot("load 0")
    view.press(spot)

    assert spot.label == "holiday"
    assert view.desk.remark == spot.why_not == "This is no record: it is not UTF-8 text."


@pytest.mark.usefixtures("at_the_table")
def test_a_game_that_is_deleted_while_the_list_is_open_is_a_sentence(new_view, home):
    view = new_view()
    view.do("open saves")
    last_game(home / "saves").unlink()

    press(view, "load 0")

    assert os.strerror(errno.ENOENT) in view.desk.remark
    assert view.desk.top.name == "saves"


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """A scenario of one's own, a copy of the two villages, and a hand that changes its files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "data" / "plenipotentiary" / "scenarios" / "our-valley"
    shutil.copytree(find("two-villages"), folder)

    def edit(name, old, new):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


@pytest.fixture
def our_game(edited, new_view):
    edited("scenario.yaml", "id: two-villages", "id: our-valley")
    view = new_view(evolve(GAME, scenario="our-valley"))
    begin(view.desk, view.desk.options)
    play_to(view, Phase.TABLE)
    return view


def test_a_scenario_edited_while_it_is_played_goes_on_as_it_was_begun(our_game, edited):
    edited("scenario.yaml", "title: The Spring and the Wood", "title: [")

    act(our_game)

    assert our_game.desk.game().match.scenario.title == "The Spring and the Wood"


def test_a_changed_scenario_still_plays_its_kept_game_and_says_so(our_game, edited, new_view):
    edited("scenario.yaml", "title: The Spring and the Wood", "title: The Spring")

    view = new_view()
    press(view, "continue")

    assert view.desk.game().match.actions == our_game.desk.game().match.actions
    assert view.desk.remark == "Of this game: the scenario has changed since; it still replays."


@pytest.mark.usefixtures("our_game")
def test_a_broken_scenario_is_told_with_its_place_and_the_kept_game_is_left_alone(edited, new_view, home):
    edited("scenario.yaml", "title: The Spring and the Wood", "title: [")
    kept = last_game(home / "saves").read_bytes()

    view = new_view()
    press(view, "continue")

    assert view.desk.top.name == "title"
    assert view.desk.remark.startswith("The scenario cannot be played: ")
    assert "scenario.yaml:" in view.desk.remark
    assert last_game(home / "saves").read_bytes() == kept


def test_of_a_game_that_a_changed_scenario_cuts_short_the_whole_file_is_kept_aside(our_game, edited, new_view, home):
    act(our_game)
    played = our_game.desk.game().match.actions
    assert any(isinstance(each, a.GiveOrders) and each.orders for each in played)
    whole = last_game(home / "saves").read_bytes()
    edited("scenario.yaml", "does: intelligence\n    cost: {capital: 1}", "does: intelligence\n    cost: {capital: 99}")

    view = new_view()
    press(view, "continue")

    assert len(view.desk.game().match.actions) < len(played)
    assert view.desk.remark.startswith("Of this game: ")
    assert (home / "saves" / "earlier.txt").read_bytes() == whole


def test_a_broken_scenario_in_the_list_of_a_new_game_is_a_sentence(edited, new_view):
    edited("scenario.yaml", "title: The Spring and the Wood", "title: [")
    view = new_view(Options(roster=ROSTER))
    view.do("open setup")
    before = view.desk.top.options

    press(view, "scenario our-valley")

    assert view.desk.remark.startswith("The scenario cannot be played: ")
    assert view.desk.top.options == before

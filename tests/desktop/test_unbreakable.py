"""Whatever happens to the machine: what was played is there again, and the person is told in a sentence."""

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from random import Random

import pygame
import pytest
from attrs import evolve

from game.content import find
from game.desktop.beginning import begin, kept_game, leave_game, resume
from game.desktop.bookmark import put_bookmark
from game.desktop.opening import desk_with, show
from game.desktop.settings import Settings, read_settings, settings_path
from game.desktop.sounds import Sounds
from game.desktop.view import View
from game.engine import actions as a
from game.engine.notation import write
from game.engine.phase import Phase
from game.players import ROSTER, STATESMAN
from game.session.folders import last_game
from game.session.options import Options
from game.session.save import load_match, read_game, saved_games
from tests.desktop.desks import WIDE, press, words_on
from tests.desktop.display import ROOT, display, shown
from tests.desktop.driven import digest_of

GAME = Options(scenario="two-villages", seat="hill", seed="1", roster=ROSTER)
KILLS = 20


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def new_view(home):
    """Views on desks of one home, as if the window had been opened again and again."""

    def make(options=GAME):
        desk = desk_with(evolve(options, saves=home / "saves"), Settings(), None)
        view = View(desk, pygame.Surface(WIDE))
        desk.only("title")
        view.lay()
        return view

    return make


def play_to(view, phase):
    """Play the game on the desk on to *phase*, and show its screen."""
    sitting = view.desk.game()
    while sitting.match.state.phase is not phase:
        sitting.submit(STATESMAN.decide(sitting.view, Random(len(sitting.journal))))
        sitting.advance()
    sitting.told["hill"] = len(sitting.journal)
    view.desk.forward()
    view.lay()


def act(view):
    """Play what a statesman would, through the desk."""
    sitting = view.desk.game()
    view.desk.submit(STATESMAN.decide(sitting.view, Random(len(sitting.journal))))
    view.lay()


@pytest.fixture
def at_the_table(new_view):
    view = new_view()
    begin(view.desk, GAME)
    play_to(view, Phase.TABLE)
    return view


# closing and going on


def test_a_window_closed_in_the_middle_of_a_turn_goes_on_exactly_there(at_the_table, new_view):
    before = at_the_table.desk.game()
    draft = {**before.draft(), "spring": "dale"}
    press(at_the_table, "draft spring dale")
    before.told["hill"] -= 2
    put_bookmark(at_the_table.desk)

    view = new_view()
    press(view, "continue")

    after = view.desk.game()
    assert after.match.actions == before.match.actions
    assert after.draft() == draft
    assert after.told == before.told


def test_the_wish_to_close_ends_the_window_and_keeps_the_draft(home):
    desk = desk_with(evolve(GAME, saves=home / "saves"), Settings(), settings_path())

    def open_page(desk):
        begin(desk, desk.options)
        desk.game().set_draft({**desk.game().view.status_quo, "spring": "dale"})
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    show(desk, open_page)

    again = desk_with(evolve(GAME, saves=home / "saves"), Settings(), None)
    resume(again, kept_game(again))
    assert again.game().drafts["hill"]["spring"] == "dale"
    assert again.game().match.actions == desk.game().match.actions


def test_a_game_that_was_left_by_the_menu_goes_on_with_its_draft(at_the_table, new_view):
    press(at_the_table, "draft spring dale")
    leave_game(at_the_table.desk)

    view = new_view()
    press(view, "continue")

    assert view.desk.game().draft()["spring"] == "dale"


def test_a_bookmark_of_another_moment_is_left_aside(at_the_table, new_view):
    press(at_the_table, "draft spring dale")
    put_bookmark(at_the_table.desk)
    act(at_the_table)

    view = new_view()
    press(view, "continue")

    assert view.desk.game().drafts == {}
    assert view.desk.game().match.actions == at_the_table.desk.game().match.actions


@pytest.mark.parametrize("found", ["", "[" * 50_000, "7", '{"actions": true}', '{"told": 3, "drafts": [1]}', "\0"])
def test_a_damaged_bookmark_does_no_harm(at_the_table, new_view, home, found):
    (home / "saves" / "last.mark.json").write_text(found, encoding="utf-8")

    view = new_view()
    press(view, "continue")

    assert view.desk.game().match.actions == at_the_table.desk.game().match.actions


def test_a_bookmark_with_nonsense_for_this_very_moment_gives_no_draft(at_the_table, new_view, home):
    actions = len(at_the_table.desk.game().match.actions)
    nonsense = {
        "actions": actions,
        "told": {"hill": 10**9, "dale": "x"},
        "drafts": {"hill": {"spring": "moon"}, "x": 1},
    }
    (home / "saves" / "last.mark.json").write_text(json.dumps(nonsense), encoding="utf-8")

    view = new_view()
    press(view, "continue")

    assert view.desk.game().drafts == {}
    assert view.desk.game().told.keys() <= {"hill"}


# killed


@pytest.mark.slow
def test_a_game_killed_at_random_moments_has_every_action_that_was_kept(home):
    chance = Random(20)
    with display() as (where, _):
        for number in range(KILLS):
            with shown(where, home, "-m", "tests.desktop.driven", str(number)) as program:
                said = [program.stdout.readline(), program.stdout.readline()]
                time.sleep(chance.uniform(0.0, 2.0))
                program.kill()
                rest, wrong = program.communicate()
            assert wrong == ""
            told = [line.split() for line in (*said, *rest.splitlines()) if line.startswith("kept ")]
            actions = read_game(last_game(home / "saves")).record.actions
            count, digest = int(told[-1][1]), told[-1][2]
            assert digest_of(actions[:count]) == digest


# disks


def test_a_disk_that_is_full_is_told_and_play_goes_on(at_the_table, home):
    sitting = at_the_table.desk.game()
    kept = last_game(home / "saves")
    whole = kept.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 5, before[1]))
    try:
        act(at_the_table)
        first, played = at_the_table.desk.remark, len(sitting.match.actions)
        act(at_the_table)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert first == f"This game cannot be kept by itself: {os.strerror(errno.EFBIG)}."
    assert len(sitting.match.actions) > played
    assert kept.read_bytes() == whole

    act(at_the_table)
    assert at_the_table.desk.remark == "This game is kept by itself again, every action of it."
    assert load_match(kept)[0].actions == sitting.match.actions


@pytest.mark.slow
def test_on_a_disk_without_room_saving_is_refused_in_words_and_elsewhere_it_works(new_view, home, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", str(small)], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        view = new_view()
        view.desk.options = evolve(view.desk.options, saves=small)
        begin(view.desk, view.desk.options)
        play_to(view, Phase.TABLE)
        (small / "ballast").write_bytes(b"x" * (os.statvfs(small).f_bavail * os.statvfs(small).f_bsize))

        view.do("open saves")
        press(view, "save")
        assert view.desk.remark == f"The game cannot be saved: {os.strerror(errno.ENOSPC)}."

        view.desk.options = evolve(view.desk.options, saves=home / "elsewhere")
        press(view, "save")
        assert view.desk.remark.startswith("Saved as ")
        (saved,) = saved_games(home / "elsewhere")
        assert list(saved.record.actions) == view.desk.game().match.actions
    finally:
        subprocess.run(["umount", str(small)], check=True)


# saved games


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


# assets and devices


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_without_sound_pictures_sounds_and_fonts_the_game_is_played_and_doctor_tells(state, tmp_path):
    for part in ("game", "scenarios"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    if state == "damaged":
        shutil.copytree(ROOT / "assets", tmp_path / "assets")
        for path in (tmp_path / "assets").rglob("*.*"):
            path.write_bytes(path.read_bytes()[:40])
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    variables = {**kept, "PLENIPO_HOME": str(tmp_path / "home"), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}

    def run(*words):
        return subprocess.run(
            [sys.executable, *words], capture_output=True, text=True, cwd=tmp_path, env=variables, timeout=120
        )

    played = run("-m", "tests.desktop.glance")
    looked = run("-m", "game", "doctor")

    assert (played.returncode, played.stderr) == (0, "")
    assert played.stdout.split() == ["title", "settings", "table", "table"]
    assert looked.returncode == 1
    assert "problem  fonts: " in looked.stdout
    assert "problem  pictures: " in looked.stdout
    assert "problem  sounds: " in looked.stdout


def test_a_missing_sound_card_is_told_where_sound_is_switched_on(new_view, monkeypatch):
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    view = new_view()
    view.do("open settings")

    press(view, "switch sounds")

    assert view.desk.remark == "There is no sound card here, so the game is silent."
    assert view.desk.settings.sounds


def test_a_damaged_sound_is_silent(tmp_path):
    for name in ("seal", "title"):
        (tmp_path / f"{name}.ogg").write_bytes(b"no music")
    sounds = Sounds(tmp_path, effects=True, music=True)

    sounds.play("seal")
    sounds.score("title")

    assert sounds.trouble == ""


@pytest.mark.slow
def test_a_display_that_goes_away_ends_the_game_with_one_sentence_that_names_it(home):
    with display() as (where, server), shown(where, home, "-m", "tests.desktop.shown", "table") as program:
        while not last_game(home / "saves").exists():
            time.sleep(0.1)
        time.sleep(1.0)
        server.kill()
        _, said = program.communicate(timeout=60)

    assert said == f"The display is gone; the game is kept as 'last', in {home / 'saves'}.\n"
    assert program.returncode == 1
    assert (home / "saves" / "last.mark.json").exists()


@pytest.mark.slow
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_in_the_terminal_closes_the_window_like_its_cross(home, wish):
    with display() as (where, _), shown(where, home, "-m", "tests.desktop.shown", "table") as program:
        while not last_game(home / "saves").exists():
            time.sleep(0.1)
        time.sleep(1.0)
        program.send_signal(wish)
        _, said = program.communicate(timeout=60)

    assert (program.returncode, said) == (0, "")
    assert (home / "saves" / "last.mark.json").exists()


# settings, scenarios, and faults of ours


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"null",
        b"\xff\xfe",
        b'{"scale": 1e999, "width": -5, "palette": [], "names": {}}',
        b"7",
    ],
)
def test_settings_full_of_nonsense_are_the_usual_ones_and_it_is_said(found):
    settings_path().write_bytes(found)

    settings, said = read_settings(settings_path())

    assert settings == Settings()
    assert said.endswith(".") and settings_path().name in said


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


@pytest.mark.parametrize("kind", ["page", "deed"])
def test_a_fault_of_ours_crashes_with_its_traceback_and_a_kept_game(home, kind):
    kept = {**os.environ, "PLENIPO_HOME": str(home), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}

    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.faulty", kind],
        capture_output=True, text=True, cwd=ROOT, env=kept, timeout=120,
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.startswith("Traceback") and done.stderr.rstrip().endswith("ZeroDivisionError: a fault of ours")
    actions = load_match(last_game(home / "saves"))[0].actions
    assert done.stdout.splitlines() == [write(action) for action in actions]

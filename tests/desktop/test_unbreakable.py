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

from game.desktop.beginning import begin, kept_game, leave_game, resume
from game.desktop.bookmark import put_bookmark
from game.desktop.opening import desk_with, show
from game.desktop.settings import Settings, read_settings, settings_path
from game.desktop.sounds import Sounds
from game.engine.notation import write
from game.engine.phase import Phase
from game.session.folders import last_game
from game.session.save import load_match, read_game, saved_games
from tests.desktop.desks import press
from tests.desktop.display import ROOT, display, shown
from tests.desktop.driven import digest_of
from tests.desktop.homes import GAME, act, play_to

pytestmark = pytest.mark.usefixtures("home")
KILLS = 20


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

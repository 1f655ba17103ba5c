"""Opening the window: the page it opens on, and what is said when it cannot be opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from game.content import ScenarioError, load
from game.desktop.beginning import kept_game
from game.desktop.course import next_screen
from game.desktop.opening import desk_with, open_first, open_window
from game.desktop.settings import Settings, settings_path
from game.desktop.window import Window
from game.engine.errors import GameError
from game.players import ROSTER
from game.session.folders import saves_folder
from game.session.options import Options

ROOT = Path(__file__).resolve().parents[2]
GAME = Options(scenario="two-villages", seat="hill", seed="1")
NOTHING, USUAL = Options(), Settings()
SHOWN = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk_for(home):
    """A desk for what was asked for, with its first page open."""

    def make(asked=NOTHING, settings=USUAL):
        desk = desk_with(evolve(asked, saves=home / "saves", roster=ROSTER), settings, settings_path())
        open_first(desk)
        return desk

    return make


def test_when_nothing_was_asked_for_the_title_opens(desk_for):
    assert [screen.name for screen in desk_for().stack] == ["title"]


def test_a_scenario_alone_opens_the_questions_about_it(desk_for):
    desk = desk_for(Options(scenario="two-villages"))

    assert desk.top.name == "setup"
    assert desk.top.options.scenario == "two-villages"
    desk.close()
    assert desk.top.name == "title"


def test_a_scenario_and_a_seat_go_straight_into_the_game(desk_for):
    desk = desk_for(GAME)

    assert desk.game().people == ("hill",)
    assert len(desk.stack) == 1
    assert kept_game(desk) is not None


def test_two_people_begin_behind_the_curtain(desk_for):
    assert desk_for(evolve(GAME, seat="both")).top.name == "curtain"


@pytest.mark.parametrize("load", ["last", "{home}/saves/last.txt"])
def test_a_saved_game_goes_on_by_its_name_or_by_its_path(desk_for, home, load):
    played = desk_for(GAME).game().match.actions

    desk = desk_for(Options(load=load.format(home=home)))

    assert desk.game().match.actions == played
    assert desk.game().people == ("hill",)


def test_a_seat_said_with_a_saved_game_is_the_persons(desk_for):
    desk_for(GAME)

    desk = desk_for(Options(load="last", seat="dale", against="firm"))

    assert desk.game().people == ("dale",)
    assert desk.game().match.players["hill"].name == "firm"


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (evolve(GAME, scenario="none"), ScenarioError),
        (evolve(GAME, seat="none"), GameError),
        (evolve(GAME, start="none"), GameError),
        (evolve(GAME, against="none"), GameError),
        (Options(load="none"), FileNotFoundError),
    ],
)
def test_what_cannot_be_played_is_refused_as_on_the_command_line(desk_for, asked, error):
    with pytest.raises(error):
        desk_for(asked)


def run_game(*words, **variables):
    """What `python -m game` says without a terminal, under other variables of the environment."""
    kept = {name: value for name, value in os.environ.items() if name not in SHOWN}
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL, env={**kept, **variables}, timeout=120,
    )  # fmt: skip


def test_a_display_that_cannot_be_reached_is_no_window(home):
    said = run_game("play", "two-villages", DISPLAY=":4711", PLENIPO_HOME=str(home))

    assert said.returncode == 0
    assert load("two-villages").title in said.stdout
    assert said.stderr == ""
    assert not (home / "saves").exists()


def test_an_unknown_scenario_is_one_sentence_and_the_window_is_closed_again(home):
    said = run_game("play", "nowhere", "--seat", "x", DISPLAY=":4711", PLENIPO_HOME=str(home), SDL_VIDEODRIVER="dummy")

    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1 and "nowhere" in said.stderr


@pytest.mark.usefixtures("home")
def test_closing_the_window_keeps_its_size_and_ends_well(monkeypatch):
    monkeypatch.setattr(Window, "run", lambda window: window.resized(900, 700))

    assert open_window(Options(saves=saves_folder(), roster=ROSTER)) == 0

    assert '"width": 900' in settings_path().read_text(encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_the_window_tells_what_is_strange_in_the_settings(monkeypatch):
    settings_path().write_text('{"scale": "huge", "palette": "safe", "nonsense": 1}', encoding="utf-8")
    seen = []
    monkeypatch.setattr(Window, "run", lambda window: seen.append(window.view.desk))

    open_window(Options(saves=saves_folder(), roster=ROSTER))

    (desk,) = seen
    assert desk.settings == Settings(palette="safe")
    assert desk.remark == "In settings.json this could not be used: nonsense, scale."
    assert desk.next_screen is next_screen

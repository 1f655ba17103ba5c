"""Desktop tests need no display and no sound card; a home of its own for a test, and a game in it."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest
from attrs import evolve

from game.desktop.beginning import begin
from game.desktop.opening import desk_with
from game.desktop.settings import Settings
from game.desktop.view import View
from game.engine.phase import Phase
from tests.desktop.desks import WIDE
from tests.desktop.homes import GAME, play_to


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Where games and settings are kept during the test."""
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


@pytest.fixture
def at_the_table(new_view):
    """A view of a new game at its first table."""
    view = new_view()
    begin(view.desk, GAME)
    play_to(view, Phase.TABLE)
    return view

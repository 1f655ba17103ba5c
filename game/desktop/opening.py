"""Opening the window: settings, display, desk and view; and the page it opens on."""

import os
from pathlib import Path

import pygame

from game.content.assets import assets_folder
from game.desktop import NoWindow
from game.desktop.beginning import begin, resume
from game.desktop.bookmark import put_bookmark
from game.desktop.course import next_screen
from game.desktop.desk import Desk
from game.desktop.screens import SCREENS
from game.desktop.settings import Settings, read_settings, settings_path
from game.desktop.sounds import Sounds
from game.desktop.view import View
from game.desktop.window import Window, open_display, prepare
from game.session.options import Options, file_to_load

UNSEEN = ("offscreen", "dummy", "evdev")
"""Video drivers of SDL's that show nothing: it takes one of them by itself where there is no display."""
ICON = "icon-64.png"


def open_window(options: Options) -> int:
    """Play until the window is closed, and return the exit code; raises what `game.desktop.run` says."""
    prepare()
    kept_at = settings_path()
    settings, trouble = read_settings(kept_at)
    surface = _display(settings)
    desk = desk_with(options, settings, kept_at)
    try:
        view = View(desk, surface)
        open_first(desk)
        desk.remark = " ".join(each for each in (trouble, desk.remark) if each)
        Window(view).run()
        desk.set()
    finally:
        put_bookmark(desk)
        pygame.quit()
    return 0


def desk_with(options: Options, settings: Settings, kept_at: Path | None) -> Desk:
    """An empty desk for what was asked for."""
    sounds = Sounds(effects=settings.sounds, music=settings.music)
    return Desk(SCREENS, settings, kept_at, options, sounds, next_screen=next_screen)


def open_first(desk: Desk) -> None:
    """The title; but a game that was asked for whole begins, and one that was saved goes on.

    Raises GameError, ScenarioError or OSError when that cannot be.
    """
    options = desk.options
    if options.load:
        desk.only("title")
        resume(desk, file_to_load(options), options)
    elif options.scenario and options.seat:
        begin(desk, options)
    elif options.scenario:
        desk.only("title")
        desk.open("setup", options.scenario)
    else:
        desk.only("title")


def _display(settings: Settings) -> pygame.Surface:
    try:
        pygame.display.init()
        if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            raise pygame.error("there is no display")
        _put_icon()
        return open_display(settings.width, settings.height, settings.full_screen)
    except pygame.error as error:
        pygame.quit()
        raise NoWindow(f"No window can be opened here: {error}") from None


def _put_icon() -> None:
    path = assets_folder() / "art" / ICON
    try:
        pygame.display.set_icon(pygame.image.load(str(path)))
    except (FileNotFoundError, pygame.error):
        return  # a window without an icon is as good to play in

"""Opening the window: settings, display, desk and view; and the page it opens on."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.content.assets import assets_folder, is_whole
from game.content.problem import ScenarioError
from game.desktop import NoWindow
from game.desktop.access import open_access, there_is_access
from game.desktop.bookmark import put_bookmark
from game.desktop.course import next_screen
from game.desktop.desk import Desk
from game.desktop.display import open_display, prepare
from game.desktop.ears import Ear
from game.desktop.library import FIRST, volume
from game.desktop.screens import MODULES, SCREENS
from game.desktop.settings import Settings, read_settings, settings_path
from game.desktop.sounds import Sounds
from game.desktop.speech import NAME, SpokenLog
from game.desktop.vanishing import when_display_goes
from game.desktop.view import View
from game.desktop.window import WORK, Window, Work
from game.session.folders import own_folder
from game.session.options import Options, file_to_load

if TYPE_CHECKING:
    from game.session.sitting import Sitting

UNSEEN = ("offscreen", "dummy", "evdev")
"""Video drivers of SDL's that show nothing: it takes one of them by itself where there is no display."""
SEEN_LATE = ("win32", "darwin")
ICON = "icon-64.png"


def open_window(options: Options) -> int:
    """Play until the window is closed, and return the exit code; raises what `game.desktop.run` says."""
    kept_at = settings_path()
    settings, trouble = read_settings(kept_at)
    show(desk_with(options, settings, kept_at), open_first, trouble)
    return 0


def open_preview(options: Options, sitting: "Sitting", watch: Callable[[Callable[[Work], None]], None]) -> int:
    """Play *sitting* until the window is closed, and return the exit code; as `game.desktop.preview` says."""
    settings, trouble = read_settings(settings_path())

    def first(desk: Desk) -> None:
        desk.take_up(sitting)
        desk.go_on()
        threading.Thread(target=watch, args=(_in_window,), daemon=True).start()

    show(desk_with(options, settings, None), first, trouble)
    return 0


def _in_window(work: Work) -> None:
    """Let the window's thread do *work*; called from any thread."""
    with suppress(pygame.error):  # the window has been closed
        pygame.event.post(pygame.event.Event(WORK, work=work))


def show(desk: Desk, open_page: Callable[[Desk], None], remark: str = "") -> None:
    """Show *desk* in a window until it is closed; *open_page* lays the first page on it, and *remark* is said there."""
    prepare()
    _let_interrupts_close()
    view = View(desk, _display(desk.settings))
    when_display_goes(lambda: _parting(desk))
    try:
        view.ears += _ears(view)
        open_page(desk)
        desk.remark = " ".join(each for each in (remark, desk.remark) if each)
        if _hidden():
            view.surface = open_display(*_size(desk.settings), pygame.SHOWN)
        Window(view, after=lambda: _fetch(desk)).run()
        desk.set()
    finally:
        put_bookmark(desk)
        for ear in view.ears:
            ear.close()
        pygame.mixer.quit()
        pygame.display.quit()
        _let_interrupts_raise()


def _fetch(desk: Desk) -> None:
    """Import and read what is not on the first page, now that it can be seen, so that nothing pressed there waits."""

    def work() -> None:
        for name in MODULES:
            import_module(name)
        list(desk.options.roster)
        with suppress(ScenarioError, OSError):  # whoever chooses it is told
            volume(FIRST[0])

    threading.Thread(target=work, daemon=True).start()


def _let_interrupts_close() -> None:
    """Ctrl+C in the terminal closes the window: SDL makes a wish to close of it, but only where Python does not."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _let_interrupts_raise() -> None:
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _parting(desk: Desk) -> str:
    """What is said when the display has gone: what was played is there, and a bookmark with it."""
    put_bookmark(desk)
    sitting = desk.sitting
    if sitting is None or sitting.autosave is None or sitting.unkept:
        return "The display is gone."
    kept = sitting.autosave.path
    return f"The display is gone; the game is kept as '{kept.stem}', in {kept.parent}."


def _ears(view: View) -> list[Ear]:
    """The spoken log, for when it is wanted, and the system's screen reader where AccessKit is installed."""
    found: list[Ear] = [SpokenLog(own_folder() / NAME, lambda: view.desk.settings.spoken)]
    if there_is_access():
        found.append(open_access(lambda: view.scale))
    return found


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
        from game.desktop.beginning import resume

        desk.only("title")
        resume(desk, file_to_load(options), options)
    elif options.scenario and options.seat:
        from game.desktop.beginning import begin

        begin(desk, options)
    elif options.scenario:
        desk.only("title")
        desk.open("setup", options.scenario)
    else:
        desk.only("title")


def _display(settings: Settings) -> pygame.Surface:
    """The window, hidden for now where a screen reader has to find it before it is seen; raises NoWindow."""
    try:
        pygame.display.init()
        if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            raise pygame.error("there is no display")
        _put_icon()
        return open_display(*_size(settings), _hidden())
    except pygame.error as error:
        pygame.display.quit()
        _let_interrupts_raise()
        raise NoWindow(f"No window can be opened here: {error}") from None


def _hidden() -> int:
    return pygame.HIDDEN if sys.platform in SEEN_LATE and there_is_access() else 0


def _size(settings: Settings) -> tuple[int, int, bool]:
    return settings.width, settings.height, settings.full_screen


def _put_icon() -> None:
    path = assets_folder() / "art" / ICON
    if is_whole(path):  # a window without an icon is as good to play in
        pygame.display.set_icon(pygame.image.load(str(path)))

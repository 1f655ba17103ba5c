"""The system's display: what must be said before SDL starts, and the window opened on it."""

import os
import sys

import pygame

LEAST = (640, 480)
DISPLAYS = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
"""SDL's names of the display servers that are found by a variable of the environment."""


def prepare() -> None:
    """What must be said before SDL starts: what displays there are, how to draw on them, our name for the dock."""
    shown = [driver for driver, variable in DISPLAYS.items() if os.environ.get(variable)]
    if shown:  # else SDL asks all its drivers, and each that finds nothing complains
        os.environ.setdefault("SDL_VIDEODRIVER", ",".join(shown))
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # else a flip costs 14 ms under software OpenGL
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "plenipotentiary")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.SetProcessDpiAwarenessContext(-4)  # per monitor, version 2: we scale by ourselves


def open_display(width: int, height: int, full: bool, flags: int = 0) -> pygame.Surface:
    """The system's window, no smaller than it is of use; raises pygame.error where there is no display."""
    if full:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN | flags)
    return pygame.display.set_mode((max(width, LEAST[0]), max(height, LEAST[1])), pygame.RESIZABLE | flags)

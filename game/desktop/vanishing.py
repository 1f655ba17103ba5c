"""A display that goes away while the game is played: one sentence and the exit code, in place of the library's own end.

On X11 the library ends the process by itself when its connection breaks, and nothing of Python's is run. It lets a
program say something first, and that is where we stand. On other systems the window is closed like any other.
"""

import ctypes
import os
import sys
from collections.abc import Callable

import pygame

LIBRARY = "libX11.so.6"
GONE = 1
"""The exit code."""
_Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
_kept: list[object] = []
"""What the library calls must not be collected while it may call it."""


def when_display_goes(say: Callable[[], str]) -> None:
    """End with the sentence that *say* gives, should the display of the window go away."""
    if pygame.display.get_driver() != "x11":
        return

    def end(_: int) -> int:
        try:
            os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, f"{say()}\n".encode())
        finally:
            os._exit(GONE)  # the library would end the process at our return, with a message of its own

    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError:  # another X11, such as one linked into SDL
        return
    handler = _Handler(end)
    library.XSetIOErrorHandler(handler)
    _kept[:] = [handler]

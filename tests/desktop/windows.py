"""A window on SDL's dummy display, and hands that press its keys, its mouse and a gamepad."""

import pygame

from game.desktop.display import open_display
from game.desktop.view import View
from game.desktop.window import Window

SCANCODES = {letter: pygame.KSCAN_A + place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


def window_on(view: View) -> Window:
    """*view* in a window of its size, shown once."""
    view.surface = open_display(*view.surface.get_size(), False)
    window = Window(view)
    view.lay()
    window.show()
    return window


def strike(window: Window, key: int, mod: int = 0, scancode: int = 0) -> None:
    """Press a key."""
    window.take(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode, unicode=""))
    window.show()


def write(window: Window, text: str) -> None:
    """Type *text*, as the system's input method sends it."""
    for sign in text:
        window.take(pygame.event.Event(pygame.TEXTINPUT, text=sign))
    window.show()


def middle(view: View, name: str) -> tuple[int, int]:
    """The pixel in the middle of the spot called *name*."""
    spot = view.arrangement.spot(name)
    assert spot is not None
    x, y = spot.boxes[0].centre
    return round(x * view.scale), round(y * view.scale)


def click(window: Window, name: str) -> None:
    """Press the spot called *name* with the mouse."""
    place = middle(window.view, name)
    window.take(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
    window.take(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    window.take(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    window.show()

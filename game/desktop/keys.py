"""What keys are called on every layout, and what they mean on every screen."""

from collections.abc import Mapping

import pygame

WITH_CONTROL: Mapping[str, str] = {
    "s": "open saves",
    "z": "undo",
    "=": "larger",
    "+": "larger",
    "-": "smaller",
    "q": "quit",
    "f": "open codex",
}
"""What a key means together with Control (or Command)."""
EVERYWHERE: Mapping[str, str] = {"escape": "back", "f1": "explain", "f12": "screenshot"}
DIRECTIONS: Mapping[str, tuple[int, int]] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
"""The keys that move the focus: how far across, and how far down."""
ON_MAPS: Mapping[str, str] = {
    **dict(zip(DIRECTIONS, DIRECTIONS, strict=True)),
    "+": "in",
    "=": "in",
    "-": "out",
    "0": "fit",
}
"""What a key does to the map that has the focus."""
_PAD = {"[+]": "+", "[-]": "-", "enter": "return"}
_FIRST_LETTER, _FIRST_DIGIT = pygame.KSCAN_A, pygame.KSCAN_1
_LETTERS, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "1234567890"


def key_name(key: int, scancode: int) -> str:
    """pygame's name of *key*; where the layout puts no Latin letter or no figure on it, the one a US keyboard has."""
    name = pygame.key.name(key)
    letter, digit = scancode - _FIRST_LETTER, scancode - _FIRST_DIGIT
    if 0 <= letter < len(_LETTERS) and not (name and name.isascii()):
        return _LETTERS[letter]
    if 0 <= digit < len(_DIGITS) and not name.isalnum():
        return _DIGITS[digit]
    return _PAD.get(name, name)

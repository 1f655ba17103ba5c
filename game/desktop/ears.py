"""Ears: those to whom a page is told in words, beside its being drawn: the spoken log, the system's screen reader."""

from typing import Protocol

import pygame
from attrs import evolve, frozen

from game.desktop.box import Box
from game.desktop.focus import ARROW
from game.desktop.screen import Screen
from game.desktop.widget import Arrangement, Spot

TEXT = "text"
"""The role of what is only said; all others are those of spots."""
ASKED = pygame.event.custom_type()
"""The event by which an ear asks for something.

Its `deed` is focus, press, less, more or type, with the `name` of a spot, and for `type` a `text`; or open or shut,
when the `ear` has begun to listen or has stopped.
"""


@frozen
class Part:
    """One thing to be told, with where it stands: a text, or a spot with the texts that lie in it."""

    role: str
    label: str
    box: Box
    name: str = ""
    """The spot's name; empty for a text."""
    value: str = ""
    about: str = ""
    """The texts inside the spot, as far as its label does not say the same."""
    note: str = ""
    why_not: str = ""
    pressed: bool = False
    """Whether pressing it means anything."""
    less: bool = False
    more: bool = False


@frozen
class Moment:
    """What is to be told now."""

    screen: Screen
    """Another one each time a screen is opened."""
    title: str
    sheet: bool
    """Whether the page lies over another one, which cannot be reached."""
    parts: tuple[Part, ...]
    """In reading order."""
    focus: str
    remark: str
    forget: bool = False
    """Whether nothing that was told before may be read again: another person sits down."""

    @property
    def focused(self) -> Part | None:
        """The part that has the focus."""
        return next((part for part in self.parts if part.name and part.name == self.focus), None)


@frozen
class Frame:
    """Where the window stands on the screen, in pixels, and whether what is typed goes to it."""

    x: int
    y: int
    width: int
    height: int
    has_keyboard: bool


class Ear(Protocol):
    """Something that is told every moment that differs from the one before."""

    def listens(self) -> bool:
        """Whether it wants to be told now; nothing is prepared for it while it does not."""
        ...

    def hear(self, moment: Moment) -> str:
        """Take in *moment*; returns a sentence about what is wrong with this ear, empty when nothing is."""
        ...

    def framed(self, frame: Frame) -> None:
        """The window has been moved, or has got or lost the keyboard."""

    def close(self) -> None:
        """Nothing more will be told."""


def moment_of(screen: Screen, arrangement: Arrangement, focus: str, remark: str) -> Moment:
    """All there is to be told of an arranged screen."""
    return Moment(screen, screen.heading(), screen.sheet, _told(arrangement), focus, remark, screen.forgets)


def _told(arrangement: Arrangement) -> tuple[Part, ...]:
    """The parts of a page in reading order; a text that lies within a spot is told with it, an arrow not at all."""
    found: list[Part] = []
    around: list[int] = []
    for number, placed in enumerate(arrangement.placed):
        around = [place for place in around if _within(placed.box, found[place].box)]
        text = " ".join(placed.widget.spoken().split())
        if text and around:
            found[around[-1]] = _with(found[around[-1]], text)
        elif text:
            found.append(Part(TEXT, text, placed.box))
        for spot in arrangement.held[number]:
            if spot.role != ARROW:
                found.append(_part(spot))
                around += [len(found) - 1] * (spot.boxes == (placed.box,))
    return tuple(found)


def _part(spot: Spot) -> Part:
    said = (spot.label, f"{spot.label}. {spot.value}")
    return Part(
        spot.role,
        spot.label,
        spot.boxes[0],
        spot.name,
        spot.value,
        note="" if spot.note in said else spot.note,
        why_not=spot.why_not,
        pressed=bool(spot.meaning),
        less=bool(spot.less),
        more=bool(spot.more),
    )


def _within(inner: Box, outer: Box) -> bool:
    across = outer.x <= inner.x and inner.right <= outer.right + 1
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom + 1


def _with(part: Part, text: str) -> Part:
    if text == part.label or text in part.about:
        return part
    return evolve(part, about=f"{part.about}; {text}" if part.about else text)

"""The frame of a map: a double line, between its strokes a band that counts degrees, and their figures."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import ceil, floor

import pygame
from attrs import frozen

from game.content.projection import Conic
from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Style
from game.desktop.map.atlas import Page
from game.desktop.theme import NOTE

SLIM, FULL = 9.0, 28.0
"""How wide the frame is without figures, and with them."""
TALL = 400.0
"""The logical height from which a map has figures in its frame."""
STEPS = (0.25, 0.5, 1.0, 2.0, 4.0, 10.0, 20.0)
BAND, FIGURE = 44.0, 84.0
"""Logical pixels that a band and a figure need at least."""
PLAIN = Style(NOTE, "regular", "faded")


def rim(box: Box, page: Page) -> float:
    """How wide the frame of a map in *box* is."""
    return FULL if box.h >= TALL and isinstance(page.projection, Conic) else SLIM


@frozen
class Side:
    """One side of the frame, and where it meets whole steps of degrees."""

    where: str
    length: float
    marks: tuple[tuple[float, float], ...]
    """Logical pixels along the side, and the degree there."""
    step: float

    @property
    def level(self) -> bool:
        return self.where in ("top", "bottom")


def paint_frame(canvas: Canvas, box: Box, page: Page, seen: Box) -> None:
    """Draw the frame of a map in *box* that shows *seen*."""
    width = rim(box, page)
    inner = box.inset(width)
    for strip in _strips(box, width):
        canvas.fill(strip, "panel")
    inset, thick = (width - 8, 5.0) if width == FULL else (2.0, 5.0)
    figures = _step(page, seen, inner, FIGURE)
    for side in _sides(page, seen, inner, _step(page, seen, inner, BAND)):
        for start, end in _filled(side):
            canvas.fill(_piece(box, width, inset, thick, side.where, start, end), "ink")
        if width == FULL:
            _paint_figures(canvas, box, width, side, figures)
    for line in (box, box.inset(inset), box.inset(inset + thick), inner.inset(-1)):
        canvas.frame(line, "ink", 1)


def _strips(box: Box, width: float) -> Iterator[Box]:
    yield Box(box.x, box.y, box.w, width)
    yield Box(box.x, box.bottom - width, box.w, width)
    yield Box(box.x, box.y, width, box.h)
    yield Box(box.right - width, box.y, width, box.h)


def _unit(page: Page) -> float:
    """What a frame counts: degrees, or hundreds of a plan's units."""
    return 1.0 if isinstance(page.projection, Conic) else 0.01


def _step(page: Page, seen: Box, inner: Box, least: float) -> float:
    """The step whose marks lie at least so many pixels apart."""
    pixels = inner.w / seen.w * (80.0 if isinstance(page.projection, Conic) else 100.0)
    return next((step for step in STEPS if step * pixels >= least), STEPS[-1])


def _sides(page: Page, seen: Box, inner: Box, step: float) -> Iterator[Side]:
    ends = {
        "top": ((seen.x, seen.y), (seen.right, seen.y)),
        "bottom": ((seen.x, seen.bottom), (seen.right, seen.bottom)),
        "left": ((seen.x, seen.y), (seen.x, seen.bottom)),
        "right": ((seen.right, seen.y), (seen.right, seen.bottom)),
    }
    for where, ((ax, ay), (bx, by)) in ends.items():
        level = where in ("top", "bottom")

        def value(share: float, ax: float = ax, ay: float = ay, bx: float = bx, by: float = by) -> float:
            return page.projection.place(ax + (bx - ax) * share, ay + (by - ay) * share)[ax == bx] * _unit(page)

        length = inner.w if level else inner.h
        yield Side(where, length, tuple((share * length, at) for share, at in _marks(value, step)), step)


def _marks(value: Callable[[float], float], step: float) -> Iterator[tuple[float, float]]:
    """The shares of a side where *value* meets whole steps; degrees run almost evenly, so two corrections do."""
    first, last = value(0.0), value(1.0)
    if abs(last - first) < 1e-9:
        return
    low, high = sorted((first, last))
    wanted = [number * step for number in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]
    for at in wanted if last > first else reversed(wanted):
        share = (at - first) / (last - first)
        for _ in range(2):
            share += (at - value(share)) / (last - first)
        yield min(1.0, max(0.0, share)), at


def _filled(side: Side) -> Iterator[tuple[float, float]]:
    """The stretches of a side that are filled: every second step."""
    if not side.marks:
        return
    rising = len(side.marks) < 2 or side.marks[1][1] > side.marks[0][1]
    before = side.marks[0][1] - (side.step if rising else -side.step)
    starts = [(0.0, before), *side.marks]
    ends = [*(place for place, _ in side.marks), side.length]
    for (start, degree), end in zip(starts, ends, strict=True):
        lower = round(degree / side.step) - (not rising)
        if lower % 2 == 0 and end > start:
            yield start, end


def _piece(box: Box, width: float, inset: float, thick: float, where: str, start: float, end: float) -> Box:
    """A stretch of the band of one side."""
    match where:
        case "top":
            return Box(box.x + width + start, box.y + inset, end - start, thick)
        case "bottom":
            return Box(box.x + width + start, box.bottom - inset - thick, end - start, thick)
        case "left":
            return Box(box.x + inset, box.y + width + start, thick, end - start)
        case _:
            return Box(box.right - inset - thick, box.y + width + start, thick, end - start)


def _paint_figures(canvas: Canvas, box: Box, width: float, side: Side, step: float) -> None:
    """The degrees outside the band, upright above and below, turned at the sides."""
    for place, degree in side.marks:
        if not 30 < place < side.length - 30 or abs(degree / step - round(degree / step)) > 1e-6:
            continue
        drawn = canvas.lettering.drawn(_degrees(degree), PLAIN, False, canvas.colour(PLAIN.colour))
        if not side.level:
            drawn = _turned(drawn, 90 if side.where == "left" else -90)
        outside = (width - 8) / 2
        middle = {
            "top": (box.x + width + place, box.y + outside),
            "bottom": (box.x + width + place, box.bottom - outside),
            "left": (box.x + outside, box.y + width + place),
            "right": (box.right - outside, box.y + width + place),
        }[side.where]
        canvas.surface.blit(drawn, drawn.get_rect(center=canvas.pixel(middle)))


@lru_cache(maxsize=256)
def _turned(drawn: pygame.Surface, angle: int) -> pygame.Surface:
    return pygame.transform.rotate(drawn, angle)


def _degrees(degree: float) -> str:
    """`44°` or `44° 30′`."""
    minutes = round(degree * 60)
    return f"{minutes // 60}°" if minutes % 60 == 0 else f"{minutes // 60}° {minutes % 60:02}′"

"""The press: prints pieces of charts, and remembers the last ones, so that moving the map only lays paper."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from typing import TypeVar

import pygame
from attrs import define, field, frozen

from game.desktop.box import Box
from game.desktop.lettering import Lettering
from game.desktop.map.atlas import Maps, Page
from game.desktop.map.ground import Cut, ground
from game.desktop.map.lit import Lit
from game.desktop.map.names import Label, Scribe, Way
from game.desktop.map.overlay import Overlay
from game.desktop.map.tints import Tints, tints_of
from game.desktop.pictures import Pictures
from game.desktop.theme import PALETTES

AROUND = 1.0
"""How many windows of paper are printed around the one that is seen, on each side."""
MOST = 7_000_000
"""Pixels of one print at most."""
KEPT = 4
Value = TypeVar("Value")


@frozen
class Look:
    """How maps are drawn just now."""

    palette: str = "paper"
    language: str = "en"
    unit: float = 1.0
    """A logical pixel in pixels."""


@frozen(eq=False)
class Print:
    """A printed piece."""

    surface: pygame.Surface
    left: int
    top: int
    """Pixels from the chart's corner."""

    def covers(self, view: pygame.Rect) -> bool:
        return self.surface.get_rect(topleft=(self.left, self.top)).contains(view)


@define(eq=False)
class Press:
    """Keeps the last grounds, prints and names."""

    _grounds: "OrderedDict[Hashable, Print]" = field(factory=OrderedDict)
    _prints: "OrderedDict[Hashable, Print]" = field(factory=OrderedDict)
    _names: "OrderedDict[Hashable, list[Label]]" = field(factory=OrderedDict)

    def printed(
        self, maps: Maps, page: Page, scale: float, view: pygame.Rect, lit: Lit, look: Look, art: Pictures
    ) -> Print:
        """A print of *page* that covers *view*, pixels from the chart's corner at *scale* pixels to the unit."""
        key = (page.id, scale, lit, look)
        kept = self._prints.get(key)
        if kept is not None and kept.covers(view):
            self._prints.move_to_end(key)
            return kept
        paper = self._ground(page, scale, view, look, art)
        made = Print(paper.surface.copy(), paper.left, paper.top)
        cut = Cut(scale, (paper.left, paper.top, *made.surface.get_size()))
        Overlay(maps, page, cut, tints_of(PALETTES[look.palette]), look.unit, art, made.surface).lay(lit)
        return _keep(self._prints, key, made)

    def _ground(self, page: Page, scale: float, view: pygame.Rect, look: Look, art: Pictures) -> Print:
        key = (page.id, scale, look.palette, look.unit)
        kept = self._grounds.get(key)
        if kept is not None and kept.covers(view):
            return kept
        rect = _grown(page, scale, view)
        palette = PALETTES[look.palette]
        texture = art.loaded("panel.jpg") if palette.textured else None
        cut = Cut(scale, (rect.x, rect.y, rect.w, rect.h))
        made = ground(page, cut, tints_of(palette), look.unit, texture)
        return _keep(self._grounds, key, Print(made, rect.x, rect.y))

    def names(
        self, maps: Maps, page: Page, scale: float, lit: Lit, year: int, look: Look, letters: Lettering
    ) -> list[Label]:
        """The names on *page* at a scale, where they stand while the map is moved."""
        key = (page.id, scale, lit.places, lit.lines, lit.roads, lit.columns, year, look)
        kept = self._names.get(key)
        if kept is not None:
            return kept
        marks, tints = {int(mark.what): mark.by for mark in lit.places}, tints_of(PALETTES[look.palette])
        scribe = Scribe(page, scale, letters, tints, look.language, marks)
        return _keep(self._names, key, scribe.labels(maps.atlas.places, year, list(_ways(maps, lit, tints))))


def _ways(maps: Maps, lit: Lit, tints: Tints) -> Iterator[Way]:
    """The roads and columns that are shown."""
    for name in (*lit.roads, *(mark.what for mark in lit.lines)):
        line = maps.atlas.line(name)
        if line.kind == "route":
            yield Way(line.names, line.parts, tints.ink)
    for mark in lit.columns:
        column = next(each for each in maps.atlas.columns if each.id == mark.what)
        yield Way(column.names, column.parts, tints.seats["second" in mark.by])


def _keep(shelf: "OrderedDict[Hashable, Value]", key: Hashable, value: Value) -> Value:
    shelf[key] = value
    shelf.move_to_end(key)
    while len(shelf) > KEPT:
        shelf.popitem(last=False)
    return value


def _grown(page: Page, scale: float, view: pygame.Rect) -> pygame.Rect:
    """The piece to print for a window: the window and as much around it as is worth keeping."""
    whole = pygame.Rect(0, 0, int(page.box.w * scale) + 1, int(page.box.h * scale) + 1)
    share = AROUND
    grown = view.inflate(2 * share * view.w, 2 * share * view.h).clip(whole)
    while grown.w * grown.h > MOST and share > 0.05:
        share *= 0.7
        grown = view.inflate(2 * share * view.w, 2 * share * view.h).clip(whole)
    return grown.union(view)


def view_rect(page: Page, seen: Box, scale: float, size: tuple[int, int]) -> pygame.Rect:
    """The window's pixels from the chart's corner."""
    left, top = (seen.x - page.box.x) * scale, (seen.y - page.box.y) * scale
    return pygame.Rect(round(left), round(top), *size)

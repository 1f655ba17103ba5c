"""The map on a page: relief, names, what is lit, and its frame; the mouse moves it, and the keys do."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

import pygame
from attrs import field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.map.atlas import Maps, Page
from game.desktop.map.camera import Camera
from game.desktop.map.ink import arrow
from game.desktop.map.lit import Lit, Told, shapes_of
from game.desktop.map.names import Label
from game.desktop.map.neatline import paint_frame, rim
from game.desktop.map.press import Look, Press, view_rect
from game.desktop.map.tints import tints_of
from game.desktop.theme import NOTE
from game.desktop.widget import Mood, Spot, Widget
from game.prose.mapping import distance_words

HINT = "Drag the map, or turn the wheel over it; with the keys: arrows move it, + and - zoom, 0 fits what is lit."
EDGE = 22.0
"""Logical pixels from the frame at which the arrow to what is out of sight stands."""


@frozen
class PlaceNote:
    """What pressing a place means, and what is said of it at the foot."""

    meaning: str
    note: str


@frozen(eq=False)
class MapView(Widget):
    """One chart in its frame."""

    opaque: ClassVar[bool] = True
    maps: Maps
    page: Page
    camera: Camera
    press: Press
    lit: Lit
    told: Told
    language: str = "en"
    palette: str = "paper"
    year: int = 1880
    meaning: str = ""
    """What pressing the map means."""
    places: Mapping[int, PlaceNote] = field(factory=dict)
    wheels: bool = True
    """Whether the wheel zooms it; not where the page around it scrolls."""
    key: str = "map"
    covered: float = 0.0
    """Logical pixels at its left that lie under a legend, so that what is wanted is shown beside it."""
    covers: tuple[Box, ...] = ()
    """Where something lies on it, so that no name is half hidden."""
    least: float = 160.0
    ratio: float = 0.0
    """Its height in widths, where the page leaves that to it."""

    def height(self, width: float, lettering: Lettering) -> float:
        return max(self.least, width * self.ratio)

    def inner(self, box: Box) -> Box:
        """The box inside the frame."""
        return box.inset(rim(box, self.page))

    def seen(self, box: Box, unit: float) -> Box:
        """What of the chart is seen; *unit* is a logical pixel in pixels."""
        inner = self.inner(box)
        page = self.page
        return self.camera.seen(inner.w, inner.h, page.coarse / unit, page.fine / unit, page.core, self.covered)

    def _look(self, unit: float) -> Look:
        return Look(self.palette, self.language, unit)

    def _window(self, box: Box, unit: float) -> tuple[float, pygame.Rect]:
        """Pixels to the unit, and the window's pixels from the chart's corner."""
        seen, inner = self.seen(box, unit), self.inner(box)
        scale = self.camera.scale * unit
        size = (round(inner.right * unit) - round(inner.x * unit), round(inner.bottom * unit) - round(inner.y * unit))
        return scale, view_rect(self.page, seen, scale, size)

    def _labels(self, box: Box, lettering: Lettering) -> Iterator[Label]:
        """The names that are seen whole; a place that is not lit shows its sign and its name, or neither."""
        scale, window = self._window(box, lettering.scale)
        names = self.press.names(
            self.maps, self.page, scale, self.lit, self.year, self._look(lettering.scale), lettering
        )
        room, inner, unit = window.inflate(-6, -6), self.inner(box), lettering.scale
        hidden = [
            pygame.Rect(
                round((each.x - inner.x) * unit) + window.x,
                round((each.y - inner.y) * unit) + window.y,
                round(each.w * unit),
                round(each.h * unit),
            )
            for each in self.covers
        ]
        seen = {label for label in names if room.contains(label.rect) and label.rect.collidelist(hidden) < 0}
        cut = {label.what for label in names if label.what and label not in seen}
        return (label for label in names if label in seen and (label.alone or label.what not in cut))

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        inner = canvas.rect(self.inner(box))
        scale, window = self._window(box, canvas.scale)
        printed = self.press.printed(
            self.maps, self.page, scale, window, self.lit, self._look(canvas.scale), canvas.pictures
        )
        area = pygame.Rect(window.x - printed.left, window.y - printed.top, *inner.size)
        canvas.surface.blit(printed.surface, inner, area)
        across, down = inner.x - window.x, inner.y - window.y
        for label in self._labels(box, canvas.lettering):
            canvas.surface.blit(label.picture, (label.left + across, label.top + down))
        self._paint_beyond(canvas, box)
        paint_frame(canvas, box, self.page, self.seen(box, canvas.scale))

    def beyond(self, box: Box, unit: float) -> tuple[float, float, float] | None:
        """Where what is lit lies when none of it is seen: across and down in units from the middle, and how far."""
        lit = self.page.around(shapes_of(self.maps, self.lit))
        if lit is None:
            return None
        seen = self.seen(box, unit)
        if lit.x < seen.right and lit.right > seen.x and lit.y < seen.bottom and lit.bottom > seen.y:
            return None
        across, down = lit.centre[0] - seen.centre[0], lit.centre[1] - seen.centre[1]
        return across, down, (across**2 + down**2) ** 0.5

    def _paint_beyond(self, canvas: Canvas, box: Box) -> None:
        """An arrow at the edge towards what is lit and not seen, with the distance."""
        found = self.beyond(box, canvas.scale)
        if found is None:
            return
        tints, inner = tints_of(canvas.palette), self.inner(box)
        x, y = self._edge(inner, found)
        across, down, far = found
        length = (across**2 + down**2) ** 0.5 or 1.0
        tail = (x - across / length * 34, y - down / length * 34)
        ends = [canvas.pixel(tail), canvas.pixel((x, y))]
        arrow(canvas.surface, ends, tints.halo, 7 * canvas.scale)
        arrow(canvas.surface, ends, tints.gold, 4 * canvas.scale)
        text = distance_words(far, self.page.chart.unit)
        style = Style(NOTE, "semibold")
        wide = canvas.lettering.width(text, style) + 12
        beside = tail[0] - wide - 12 if tail[0] > inner.centre[0] else tail[0] + 12
        left, top = min(inner.right - wide - 6, max(inner.x + 6, beside)), (y + tail[1]) / 2 - 12
        canvas.fill(Box(left, top, wide, 24), "panel", 0.9, 3)
        canvas.label(text, (left + 6, top + 17), style)

    def _edge(self, inner: Box, found: tuple[float, float, float]) -> tuple[float, float]:
        """The point at the edge in a direction."""
        room = inner.inset(EDGE)
        across, down, _ = found
        reach = min(
            room.w / 2 / abs(across) if across else float("inf"), room.h / 2 / abs(down) if down else float("inf")
        )
        return room.centre[0] + across * reach, room.centre[1] + down * reach

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.told.spoken, "map", note=HINT, key=self.key)
        _, window = self._window(box, lettering.scale)
        inner, unit = self.inner(box), lettering.scale
        boxes: dict[int, list[Box]] = {}
        for label in self._labels(box, lettering):
            if label.what in self.places:
                rect = label.rect.move(-window.x, -window.y)
                here = Box(inner.x + rect.x / unit, inner.y + rect.y / unit, rect.w / unit, rect.h / unit)
                boxes.setdefault(label.what, []).append(here)
        for number, found in boxes.items():
            place = self.places[number]
            name = self.maps.atlas.place(number).names["en"]
            yield Spot(tuple(found), place.meaning, name, "arrow", note=place.note, key=f"{self.key} place {number}")

    def dragged(self, box: Box, across: float, down: float) -> bool:
        if across or down:
            self.camera.drag(across, down)
        return True

    def wheeled(self, box: Box, point: tuple[float, float], steps: float, lettering: Lettering) -> bool:
        if not self.wheels:
            return False
        middle = self.inner(box).centre
        self.camera.zoom(max(-3.0, min(3.0, steps)), point[0] - middle[0], point[1] - middle[1])
        return True

"""A map with all that lies on it: its legend in a corner, its knobs in another, a compass rose in the third."""

from collections.abc import Iterator, Sequence

import pygame
from attrs import evolve, frozen

from game.content.projection import Conic
from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering
from game.desktop.map.atlas import Page
from game.desktop.map.camera import Camera
from game.desktop.map.legend import KNOB, Cartouche, Knob, ScaleBar
from game.desktop.map.view import MapView
from game.desktop.theme import GRID
from game.desktop.widget import Mood, Widget
from game.desktop.widgets.layout import Pad

WIDE = 304.0
"""The width of a legend."""
ROOMY = (640.0, 380.0)
"""Inside a smaller frame there is no legend, only the scale."""
BAR = (176.0, 44.0)
ROSE = 92.0


@frozen
class Board(Widget):
    """A map; a large one has room for the whole legend, a small one for the scale alone."""

    view: MapView
    knobs: Sequence[Knob]
    legend: Widget | None = None
    fold: Knob | None = None
    """Folds the legend away, or unfolds it."""
    bare: bool = False
    """Whether nothing lies on it, for maps beside each other."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.view.height(width, lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        inner = self.view.inner(box).inset(GRID)
        place = self._legend_place(inner, lettering)
        roomy = inner.w >= ROOMY[0] and inner.h >= ROOMY[1]
        laid = [] if self.bare else list(self._laid(inner, place, roomy))
        covered = 0.0 if place is None else WIDE + GRID
        yield evolve(self.view, covered=covered, covers=tuple(each for _, each in laid)), box
        yield from laid

    def _laid(self, inner: Box, place: Box | None, roomy: bool) -> Iterator[tuple[Widget, Box]]:
        """What lies on the map, and where."""
        if place is not None and self.legend is not None:
            yield self.legend, place
        elif inner.w > 2 * BAR[0] and inner.h > 2 * BAR[1]:
            place = Box(inner.x, inner.bottom - BAR[1], *BAR)
            bar = ScaleBar(self.view.camera, self.view.page.chart.unit, BAR[0] - 7 * GRID)
            yield Cartouche(Pad(bar, GRID, 0), GRID), place
        if roomy and self.fold is not None and place is not None:
            yield self.fold, Box(place.right + 4, place.bottom - KNOB, KNOB, KNOB)
        if roomy:
            yield Compass(self.view.page, self.view.camera), Box(inner.right - ROSE, inner.bottom - ROSE, ROSE, ROSE)
        yield from self._knobs(inner, roomy)

    def _legend_place(self, inner: Box, lettering: Lettering) -> Box | None:
        """Where the legend lies; None where it is folded or finds no room."""
        if self.legend is None or inner.w < ROOMY[0] or inner.h < ROOMY[1]:
            return None
        tall = self.legend.height(WIDE, lettering)
        return Box(inner.x, inner.bottom - tall, WIDE, tall) if tall <= inner.h else None

    def _knobs(self, inner: Box, roomy: bool) -> Iterator[tuple[Widget, Box]]:
        """In a row at the upper right corner; a small map leaves zooming to the wheel, the keys and the large map."""
        larger = any(each.sign == "large" for each in self.knobs)
        knobs = [each for each in self.knobs if roomy or not larger or each.sign not in ("plus", "minus")]
        x = inner.right - len(knobs) * (KNOB + 4) + 4
        for knob in knobs:
            yield knob, Box(x, inner.y, KNOB, KNOB)
            x += KNOB + 4


@frozen(eq=False)
class Compass(Widget):
    """The rose of the winds, turned to the north of the middle of what is seen."""

    page: Page
    camera: Camera

    def height(self, width: float, lettering: Lettering) -> float:
        return ROSE

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        rect = canvas.rect(box)
        rose = canvas.pictures.sized("compass.png", rect.w, rect.h)
        if rose is None:
            return
        turned = pygame.transform.rotozoom(rose, self.lean(), 1.0)
        canvas.surface.blit(turned, turned.get_rect(center=rect.center))

    def lean(self) -> float:
        """Degrees that north leans to the left of upwards."""
        conic = self.page.projection
        if not isinstance(conic, Conic):
            return 0.0
        lon, _ = conic.place(self.camera.x, self.camera.y)
        return round(conic.cone * (lon - conic.meridian))

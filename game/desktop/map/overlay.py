"""What is printed over the ground: land in its holder's pattern, frontiers, roads, columns, and what is lit."""

from collections.abc import Sequence

import pygame
from attrs import frozen

from game.content.atlas import Parts
from game.desktop.map.atlas import Maps, Page
from game.desktop.map.ground import Cut
from game.desktop.map.ink import Points, along, arrow, bounds, hatch, length_of, smooth, stroke
from game.desktop.map.lit import DIVIDED, Lit, Mark, Patch, ways_of
from game.desktop.map.tints import Tints
from game.desktop.pictures import Pictures
from game.desktop.theme import Colour, mixed

TILE = 32
HATCHES = {0: "hatch-1.png", 1: "hatch-4.png", DIVIDED: "hatch-3.png"}
"""Slanting lines for the first seat's land, level lines for the second's, dots for divided land."""
FRONTIERS = {"1864": (7.0, 5.0), "1879": (14.0, 5.0, 3.0, 5.0), "1881": (20.0, 4.0, 6.0, 4.0, 6.0, 4.0)}
"""The dashes of treaty lines by the year in their treaty's name."""
UNKNOWN = (6.0, 5.0)
ROAD = (10.0, 4.0)
BOUND = (16.0, 3.0, 3.0, 3.0)
"""The dashes of the bounds that an offer gives to land which the draft leaves to the same side."""


@frozen
class Overlay:
    """Prints what is lit on a piece of ground."""

    maps: Maps
    page: Page
    cut: Cut
    tints: Tints
    unit: float
    """A logical pixel in pixels."""
    art: Pictures
    surface: pygame.Surface

    def lines(self, parts: Parts) -> list[list[tuple[float, float]]]:
        return [self.cut.pixels(self.page, part) for part in self.page.flat(parts)]

    def lay(self, lit: Lit) -> None:
        """Land below, then frontiers, roads and columns, then what the clause lights."""
        self.land(lit.patches)
        for name in lit.frontiers:
            self.frontier(name)
        for name in lit.roads:
            self.road(self.lines(self.maps.atlas.line(name).parts), ("about",))
        for mark in lit.lines:
            line = self.maps.atlas.line(mark.what)
            (self.road if line.kind == "route" else self.lit_line)(self.lines(line.parts), mark.by)
        for mark in lit.ways:
            self.way(mark)
        for mark in lit.columns:
            self.column(mark)

    def land(self, patches: Sequence[Patch]) -> None:
        """Land in the patterns of those who have it: of two clauses on one piece of land the later one is seen."""
        held = [each for each in patches if each.strength in ("rest", "draft")]
        rings = [ring for patch in held for ring in self.rings(patch)]
        area = bounds(rings).clip(self.surface.get_rect()) if rings else pygame.Rect(0, 0, 0, 0)
        if area.w and area.h:
            layer = pygame.Surface(area.size, pygame.SRCALPHA, 32)
            for patch in held:
                veil, ink = (44, 135) if patch.strength == "draft" else (30, 0)
                moved = [[(x - area.x, y - area.y) for x, y in ring] for ring in self.rings(patch)]
                hatch(layer, moved, self.colour(patch.side), veil, self.tile(patch.side), ink, instead=True)
            self.surface.blit(layer, area)
        for patch in patches:
            if patch.strength == "offer":
                hatch(self.surface, self.rings(patch), self.colour(patch.side), 0, self.tile(patch.side), 120)
        for patch in patches:
            self.edge(patch)

    def rings(self, patch: Patch) -> list[list[tuple[float, float]]]:
        zone = self.maps.atlas.zone(patch.issue, patch.option)
        return self.lines(zone.parts) if zone is not None else []

    def edge(self, patch: Patch) -> None:
        """The edge of a piece of land: broken where its course is disputed, dotted for what holds now."""
        zone, colour = self.maps.atlas.zone(patch.issue, patch.option), self.colour(patch.side)
        if zone is None or patch.strength == "offer":
            return
        if patch.strength == "now":
            self.outline(self.rings(patch), colour, 1.6, (1.5, 6.0))
        elif patch.strength == "bound":
            self.outline(self.rings(patch), colour, 1.4, BOUND)
        elif patch.strength == "rest":
            self.outline(self.rings(patch), mixed(colour, self.tints.land, 0.35), 1.0, (5.0, 5.0))
        else:
            self.outline(self.rings(patch), colour, 2.2, (9.0, 6.0) if zone.confidence == "C" else ())

    def outline(
        self, rings: list[list[tuple[float, float]]], colour: Colour, width: float, dashes: tuple[float, ...]
    ) -> None:
        for ring in rings:
            closed = [*ring, ring[0]]
            stroke(self.surface, closed, colour, width * self.unit, tuple(each * self.unit for each in dashes))

    def colour(self, side: int) -> Colour:
        return self.tints.divided if side == DIVIDED else self.tints.seats[side]

    def tile(self, side: int) -> pygame.Surface | None:
        size = round(TILE * self.unit)
        return self.art.tinted(HATCHES[side], size, size, self.colour(side))

    def frontier(self, name: str) -> None:
        """A treaty's line: a pale casing, then its dashes."""
        line = self.maps.atlas.line(name)
        year = line.treaty[-4:]
        dashes = tuple(each * self.unit for each in FRONTIERS.get(year, UNKNOWN))
        width = frontier_width(year) * self.unit
        for part in self.lines(line.parts):
            stroke(self.surface, part, self.tints.halo, width + self.unit)
            stroke(self.surface, part, frontier_colour(self.tints, year), width, dashes)

    def road(self, lines: list[list[tuple[float, float]]], by: tuple[str, ...]) -> None:
        """A road: broken lines when it is only spoken of, a cased line when the draft lights it."""
        for line in lines:
            if "draft" in by:
                stroke(self.surface, line, self.tints.gold, 6.5 * self.unit)
                stroke(self.surface, line, self.tints.halo, 3.6 * self.unit)
                stroke(self.surface, line, self.tints.ink, 1.6 * self.unit)
            else:
                stroke(self.surface, line, self.tints.halo, 3.4 * self.unit)
                dashes = tuple(each * self.unit for each in ROAD)
                stroke(self.surface, line, self.tints.ink, 1.6 * self.unit, dashes)
            self.flags(line, by)

    def flags(self, line: Points, by: tuple[str, ...]) -> None:
        """The flags of an offer along a way, as on the ladders."""
        for side, mark in enumerate(("first", "second")):
            if mark not in by:
                continue
            up, step = (1 if side else -1), 90 * self.unit
            for number in range(max(1, int(length_of(line) / step))):
                x, y, _ = along(line, (number + 0.5) * min(step, length_of(line)))
                reach = [(x - 5 * self.unit, y + up * 12 * self.unit), (x + 5 * self.unit, y + up * 12 * self.unit)]
                flag = [*reach, (x, y + up * 4 * self.unit)]
                pygame.draw.polygon(self.surface, self.tints.seats[side], flag)
                pygame.draw.aalines(self.surface, self.tints.seats[side], True, flag)

    def lit_line(self, lines: list[list[tuple[float, float]]], by: tuple[str, ...]) -> None:
        """A frontier that a clause speaks of."""
        for line in lines:
            stroke(self.surface, line, self.tints.gold, 7 * self.unit)
            stroke(self.surface, line, self.tints.ink, 2 * self.unit, (3 * self.unit, 6 * self.unit))

    def way(self, mark: Mark) -> None:
        for light in ways_of(self.maps.atlas, mark):
            lines = self.lines(light.parts)
            if light.kind == "road":
                self.road(lines, mark.by)
            elif light.kind == "river":
                self.river(lines, mark.by)
            elif light.kind == "spot":
                self.spots(lines)
            else:
                self.arrows([smooth(line) for line in lines], mark.by)

    def river(self, lines: list[list[tuple[float, float]]], by: tuple[str, ...]) -> None:
        for line in map(smooth, lines):
            if "draft" in by:
                stroke(self.surface, line, self.tints.gold, 9 * self.unit)
                stroke(self.surface, line, self.tints.water, 4.5 * self.unit)
            else:
                stroke(self.surface, line, self.tints.water, 4.5 * self.unit, (9 * self.unit, 5 * self.unit))
            self.flags(line, by)

    def spots(self, lines: list[list[tuple[float, float]]]) -> None:
        for line in lines:
            for x, y in line:
                for size, colour in ((11, self.tints.gold), (8, self.tints.halo), (4, self.tints.ink)):
                    pygame.draw.aacircle(self.surface, colour, (round(x), round(y)), size * self.unit)

    def arrows(self, lines: list[list[tuple[float, float]]], by: tuple[str, ...]) -> None:
        for line in lines:
            if "draft" in by or "about" in by:
                arrow(self.surface, line, self.tints.gold, 7.5 * self.unit)
                arrow(self.surface, line, self.tints.ink, 3.0 * self.unit)
            else:
                arrow(self.surface, line, self.tints.ink, 2.4 * self.unit, (8 * self.unit, 6 * self.unit))
            self.flags(line, by)

    def column(self, mark: Mark) -> None:
        """Troops: an arrow in their seat's colour, solid for a march and broken for a plan; a pennant for a post."""
        column = next(each for each in self.maps.atlas.columns if each.id == mark.what)
        colour = self.tints.seats["second" in mark.by]
        for line in self.lines(column.parts):
            if len(line) == 1:
                pennant(self.surface, line[0], colour, self.tints.ink, self.unit)
                continue
            bent = smooth(line)
            arrow(self.surface, bent, self.tints.halo, 6.5 * self.unit)
            dashes = (10 * self.unit, 6 * self.unit) if column.planned else ()
            arrow(self.surface, bent, colour, 3.6 * self.unit, dashes)


def pennant(surface: pygame.Surface, foot: tuple[float, float], colour: Colour, ink: Colour, unit: float) -> None:
    """A pennant on a staff that stands on *foot*."""
    x, y = foot
    cloth = [(x, y - 22 * unit), (x + 13 * unit, y - 17.5 * unit), (x, y - 13 * unit)]
    stroke(surface, [(x, y), (x, y - 22 * unit)], ink, 2 * unit)
    pygame.draw.polygon(surface, colour, cloth)
    pygame.draw.aalines(surface, ink, True, cloth)


def frontier_width(year: str) -> float:
    """The line of 1864 is thin: nobody had marked it at Ili."""
    return 1.2 if year == "1864" else 2.2


def frontier_colour(tints: Tints, year: str) -> Colour:
    """Ink for the line that both have signed long ago, a violet and a brown for the two that came after."""
    pale = sum(tints.ink) > sum(tints.land)  # light ink on dark land
    late = (
        {"1879": (222, 160, 226), "1881": (236, 190, 120)} if pale else {"1879": (106, 38, 110), "1881": (122, 70, 10)}
    )
    return late.get(year, tints.ink)

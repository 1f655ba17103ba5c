"""What lies under the ink: the relief, scaled, or a plan drawn from its shapes."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import sin

import pygame
from attrs import frozen

from game.content.atlas import Shape
from game.content.projection import Conic
from game.desktop.map.atlas import Laid, Page
from game.desktop.map.ink import Points, along, bounds, length_of, mask_of, smooth, stroke
from game.desktop.map.tints import Tints
from game.desktop.theme import Colour, mixed

NET = 10
"""Degrees between the lines of the net on a drawn chart."""
FEATHER = 90
"""Pixels over which the finer picture fades into the coarser one."""
NEARER = 1.05
"""How much more than a coarse pixel a screen pixel must show before the finer picture is laid over it."""


@frozen
class Cut:
    """A piece of a chart: *scale* pixels to the unit, *rect* pixels from the chart's corner."""

    scale: float
    rect: tuple[int, int, int, int]

    def pixels(self, page: Page, points: Points) -> list[tuple[float, float]]:
        """Points in units as pixels of the piece."""
        left, top = page.box.x * self.scale + self.rect[0], page.box.y * self.scale + self.rect[1]
        return [(x * self.scale - left, y * self.scale - top) for x, y in points]


def ground(page: Page, cut: Cut, tints: Tints, unit: float, paper: pygame.Surface | None) -> pygame.Surface:
    """The ground of a piece; *unit* is a logical pixel in pixels, *paper* the texture of drawn charts."""
    surface = pygame.Surface(cut.rect[2:])
    if page.pictures:
        _relief(surface, page, cut)
        _wash(surface, tints)
        return surface
    _Plan(surface, page, cut, tints, unit).draw()
    if paper is not None:
        for x in range(-(cut.rect[0] % paper.get_width()), surface.get_width(), paper.get_width()):
            for y in range(-(cut.rect[1] % paper.get_height()), surface.get_height(), paper.get_height()):
                surface.blit(paper, (x, y), special_flags=pygame.BLEND_RGB_MULT)
    return surface


def _relief(surface: pygame.Surface, page: Page, cut: Cut) -> None:
    for number, laid in enumerate(page.pictures):
        if number and cut.scale < page.pictures[0].grain * NEARER:
            continue
        _lay(surface, page, cut, laid, feathered=bool(number))


def _lay(surface: pygame.Surface, page: Page, cut: Cut, laid: Laid, feathered: bool) -> None:
    """Scale the part of a picture that the piece needs, and lay it where it belongs."""
    relief = picture(str(laid.path), feathered)
    if relief is None:
        surface.fill((240, 232, 208)) if not feathered else None
        return
    factor = cut.scale / laid.grain
    left = (laid.box.x - page.box.x) * cut.scale - cut.rect[0]
    top = (laid.box.y - page.box.y) * cut.scale - cut.rect[1]
    wide, tall = relief.get_size()
    x0, x1 = max(0, int(-left / factor) - 1), min(wide, int((cut.rect[2] - left) / factor) + 2)
    y0, y1 = max(0, int(-top / factor) - 1), min(tall, int((cut.rect[3] - top) / factor) + 2)
    if x1 <= x0 or y1 <= y0:
        return
    here = (round(left + x0 * factor), round(top + y0 * factor))
    size = (round(left + x1 * factor) - here[0], round(top + y1 * factor) - here[1])
    surface.blit(pygame.transform.smoothscale(relief.subsurface((x0, y0, x1 - x0, y1 - y0)), size), here)


@lru_cache(maxsize=4)
def picture(path: str, feathered: bool) -> pygame.Surface | None:
    """A picture from the assets, at 32 bits; *feathered* with edges that fade. None when it is missing."""
    try:
        loaded = pygame.image.load(path)
    except (FileNotFoundError, pygame.error):
        return None
    if not feathered:
        plain = pygame.Surface(loaded.get_size(), 0, 32)
        plain.blit(loaded, (0, 0))
        return plain
    soft = pygame.Surface(loaded.get_size(), pygame.SRCALPHA, 32)
    soft.blit(loaded, (0, 0))
    soft.blit(_fading(loaded.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return soft


def _fading(size: tuple[int, int]) -> pygame.Surface:
    """White, and clearer towards its edges."""
    mask = pygame.Surface(size, pygame.SRCALPHA, 32)
    for inset in range(FEATHER):
        share = round(255 * (inset + 1) / FEATHER)
        pygame.draw.rect(mask, (255, 255, 255, share), mask.get_rect().inflate(-2 * inset, -2 * inset))
    return mask


def _wash(surface: pygame.Surface, tints: Tints) -> None:
    if tints.wash is not None:
        surface.fill(tints.wash, special_flags=pygame.BLEND_RGB_MULT)
    if tints.veil:
        white = pygame.Surface(surface.get_size())
        white.fill((255, 255, 255))
        white.set_alpha(tints.veil)
        surface.blit(white, (0, 0))


@frozen
class _Plan:
    """Draws a chart that has no picture, as an engraver would: shores with lines along them, hills, trees, walls."""

    surface: pygame.Surface
    page: Page
    cut: Cut
    tints: Tints
    unit: float

    def draw(self) -> None:
        self.surface.fill(self.tints.land)
        self._net()
        kinds: Mapping[str, Callable[[Shape, list[list[tuple[float, float]]]], None]] = {
            "sea": self.water,
            "land": self.island,
            "meadow": self.meadow,
            "field": self.field,
            "wood": self.wood,
            "lake": self.water,
            "stream": self.stream,
            "path": self.path,
            "stones": self.stones,
            "hills": self.hills,
            "wall": self.wall,
        }
        for kind, drawn in kinds.items():
            for shape in self.page.chart.shapes:
                if shape.kind == kind and not shape.names:
                    drawn(shape, [self.cut.pixels(self.page, part) for part in self.page.flat(shape.parts)])

    def _net(self) -> None:
        """Meridians and parallels."""
        if not isinstance(self.page.projection, Conic):
            return
        west, south, east, north = self.page.chart.box
        thin = mixed(self.tints.land, self.tints.ink, 0.16)
        for lon in range(int(west) // NET * NET - NET, int(east) + 4 * NET, NET):
            self._geodesic([(float(lon), south - NET + step) for step in range(int(north - south) + 2 * NET)], thin)
        for lat in range(int(south) // NET * NET, int(north) + 2 * NET, NET):
            self._geodesic([(west - NET + step, float(lat)) for step in range(int(east - west) + 4 * NET)], thin)

    def _geodesic(self, points: Points, colour: Colour) -> None:
        flat = [self.page.projection.pixel(*point) for point in points]
        stroke(self.surface, self.cut.pixels(self.page, flat), colour, self.unit)

    def water(self, shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
        """Water with lines along its shore, the closer the nearer."""
        box = bounds(rings).clip(self.surface.get_rect())
        if box.w < 1 or box.h < 1:
            return
        rings = [smooth([*ring, ring[0]]) for ring in rings]
        moved = [[(x - box.x, y - box.y) for x, y in ring] for ring in rings]
        layer = pygame.Surface(box.size, pygame.SRCALPHA, 32)
        layer.fill((*self.tints.sea, 255))
        for reach, share in ((15, 0.1), (10, 0.18), (6, 0.28), (3, 0.4)) if shape.kind == "sea" else ((3, 0.25),):
            for ring in moved:
                near = mixed(self.tints.sea, self.tints.water, share)
                inner = mixed(self.tints.sea, self.tints.water, share * 0.35)
                stroke(layer, [*ring, ring[0]], near, 2 * reach * self.unit + 2)
                stroke(layer, [*ring, ring[0]], inner, 2 * reach * self.unit)
        layer.blit(mask_of(box.size, moved), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(layer, box)
        self._shore(rings)

    def _shore(self, rings: list[list[tuple[float, float]]]) -> None:
        for ring in rings:
            stroke(self.surface, [*ring, ring[0]], self.tints.water, self.unit * 1.2)

    def island(self, shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
        rings = [smooth([*ring, ring[0]]) for ring in rings]
        for ring in rings:
            pygame.draw.polygon(self.surface, self.tints.land, ring)
        self._shore(rings)

    def meadow(self, shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
        for ring in rings:
            pygame.draw.polygon(self.surface, self.tints.meadow, smooth([*ring, ring[0]]))
            for x, y in _sown(ring, 26 * self.unit):
                for lean in (-2.5, 0.0, 2.5):
                    stroke(self.surface, [(x, y), (x + lean * self.unit, y - 5 * self.unit)], self._green(), self.unit)

    def field(self, shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
        """Ploughed strips."""
        for ring in rings:
            box = bounds([ring])
            layer = pygame.Surface(box.size, pygame.SRCALPHA, 32)
            layer.fill((*mixed(self.tints.land, (190, 150, 60), 0.2), 255))
            for start in range(-box.h, box.w, round(9 * self.unit)):
                line = [(start, box.h), (start + box.h * 0.6, 0)]
                stroke(layer, line, mixed(self.tints.land, self.tints.ink, 0.3), self.unit)
            inside = mask_of(box.size, [[(x - box.x, y - box.y) for x, y in ring]])
            layer.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            self.surface.blit(layer, box)
            stroke(self.surface, [*ring, ring[0]], self.tints.faded, self.unit)

    def wood(self, shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
        """Trees in a wood, the lower ones in front."""
        for ring in rings:
            edge = smooth([*ring, ring[0]])
            pygame.draw.polygon(self.surface, mixed(self.tints.land, self.tints.wood, 0.75), edge)
            for x, y in sorted(_sown(ring, 19 * self.unit), key=lambda each: each[1]):
                self._tree(x, y, (6.5 + 2 * _chance(x, y)) * self.unit)

    def _tree(self, x: float, y: float, size: float) -> None:
        dark, pale = self._green(), mixed(self._green(), self.tints.land, 0.55)
        stroke(self.surface, [(x, y), (x, y + size)], self.tints.faded, self.unit * 1.4)
        pygame.draw.aacircle(self.surface, dark, (round(x), round(y)), size * 0.8)
        pygame.draw.aacircle(self.surface, pale, (round(x - size * 0.12), round(y - size * 0.12)), size * 0.56)

    def _green(self) -> Colour:
        return mixed(self.tints.ink, self.tints.wood, 0.55)

    def stream(self, shape: Shape, lines: list[list[tuple[float, float]]]) -> None:
        width = {1: 2.6, 2: 1.6}.get(shape.rank, 1.2) * self.unit
        for line in lines:
            stroke(self.surface, smooth(line), self.tints.water, width)

    def path(self, shape: Shape, lines: list[list[tuple[float, float]]]) -> None:
        for line in lines:
            dashes = (7 * self.unit, 5 * self.unit)
            stroke(self.surface, smooth(line), self.tints.faded, 1.6 * self.unit, dashes)

    def stones(self, shape: Shape, lines: list[list[tuple[float, float]]]) -> None:
        """Boundary stones: small squares in a row."""
        for line in map(smooth, lines):
            for number in range(int(length_of(line) / (22 * self.unit))):
                x, y, _ = along(line, number * 22 * self.unit)
                side = 5 * self.unit
                stone = pygame.Rect(round(x - side / 2), round(y - side / 2), round(side), round(side))
                pygame.draw.rect(self.surface, self.tints.land, stone)
                pygame.draw.rect(self.surface, self.tints.ink, stone, max(1, round(self.unit)))

    def hills(self, shape: Shape, lines: list[list[tuple[float, float]]]) -> None:
        """Hills as old maps have them: a row of heads, lit from the left and hatched to the right."""
        gentle = self.page.chart.unit != "km"
        size = (9 if shape.rank == 1 else 7) * self.unit * (2.2 if gentle else 0.9)
        gap = size * (1.9 if gentle else 2.3)
        for line in map(smooth, lines):
            for number in range(int(length_of(line) / gap)):
                x, y, _ = along(line, (number + 0.5) * gap)
                height = size * (0.75 + 0.5 * _chance(number, size))
                self._hill(x, y + (_chance(size, number) - 0.5) * size * 0.9, height, gentle)

    def _hill(self, x: float, y: float, size: float, gentle: bool) -> None:
        """One head; a *gentle* one is round."""
        width = size * (1.35 if gentle else 1.0)
        left, top, right = (x - width, y), (x, y - size), (x + width, y)
        sides = [left, (x - width * 0.55, y - size * (0.95 if gentle else 0.5)), top]
        sides += [(x + width * 0.55, y - size * (0.95 if gentle else 0.5)), right]
        back = smooth(sides, 3 if gentle else 1)
        pygame.draw.polygon(self.surface, mixed(self.tints.land, (255, 255, 255), 0.2), back)
        shade = mixed(self.tints.land, self.tints.ink, 0.5)
        slope = [point for point in back if point[0] > x + width * 0.1]
        for number in range(1, 6):
            x1, y1, _ = along(slope, length_of(slope) * number / 6) if len(slope) > 1 else (*right, 0.0)
            stroke(self.surface, [(x1, y1), (x1 - width * 0.06, y1 + (y - y1) * 0.75)], shade, self.unit)
        stroke(self.surface, back, shade, self.unit * 1.2)

    def wall(self, shape: Shape, lines: list[list[tuple[float, float]]]) -> None:
        """A wall with its merlons."""
        for line in map(smooth, lines):
            stroke(self.surface, line, self.tints.ink, self.unit * 1.2)
            for number in range(int(length_of(line) / (7 * self.unit))):
                x, y, _ = along(line, number * 7 * self.unit)
                merlon = pygame.Rect(round(x), round(y - 3.5 * self.unit), round(3 * self.unit), round(4 * self.unit))
                pygame.draw.rect(self.surface, self.tints.ink, merlon)


def _chance(x: float, y: float) -> float:
    """A number between 0 and 1 that belongs to a place, so that every tree stands where it stood."""
    return abs(sin(x * 12.9898 + y * 78.233) * 43758.5453) % 1


def _sown(ring: Sequence[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """Points strewn over a ring, about *gap* apart."""
    box, found = bounds([ring]), []
    for row in range(int(box.h / gap) + 1):
        for column in range(int(box.w / gap) + 1):
            x = box.x + (column + 0.5 * (row % 2) + 0.5 * _chance(column, row)) * gap
            y = box.y + (row + 0.5 * _chance(row, column)) * gap
            if _inside((x, y), ring):
                found.append((x, y))
    return found


def _inside(point: tuple[float, float], ring: Sequence[tuple[float, float]]) -> bool:
    x, y = point
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    hits = (a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairs if (a[1] > y) != (b[1] > y))
    return sum(hit > x for hit in hits) % 2 == 1

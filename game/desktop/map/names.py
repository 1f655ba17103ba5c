"""The names on a map: where each stands, which give way, and how letters follow a line."""

from collections.abc import Iterator, Mapping, Sequence
from math import degrees, pi

import pygame
from attrs import define, field, frozen

from game.content.atlas import Names, Parts, Place, Shape
from game.desktop.lettering import Lettering, Style, scripts
from game.desktop.map.atlas import Page
from game.desktop.map.ink import Points, along, length_of, smooth
from game.desktop.map.symbols import symbol
from game.desktop.map.tints import Tints
from game.desktop.theme import BODY, HEAD, LEAD, NOTE, Colour, mixed

NEAR: Mapping[int, float] = {1: 0.0, 2: 0.3, 3: 0.8, 4: 2.3}
"""Logical pixels to the kilometre from which names of each rank are shown."""
SPREAD = 1.5
"""How far letters may be drawn apart, in heights of theirs."""
LARGE = 2
"""How many times too large turned letters are drawn before they are made small."""
HALO = 1.4
"""Logical pixels of paper around letters."""


@frozen(eq=False)
class Label:
    """A name, or a symbol with its name, as a picture: pixels from the chart's corner."""

    picture: pygame.Surface
    left: int
    top: int
    what: int = 0
    """The number of the place it belongs to; 0 for lettering."""
    alone: bool = False
    """Whether it may be seen without the rest of its place: the sign of a place that is lit."""

    @property
    def rect(self) -> pygame.Rect:
        return self.picture.get_rect(topleft=(self.left, self.top))


@frozen
class Way:
    """A road or a column that is shown, and the colour of its name."""

    names: Names
    parts: Parts
    colour: Colour


@define(eq=False)
class Scribe:
    """Writes names for one chart at one scale."""

    page: Page
    scale: float
    """Pixels to the unit."""
    lettering: Lettering
    tints: Tints
    language: str
    marks: Mapping[int, tuple[str, ...]] = field(factory=dict)
    """The places that are lit, and by what."""
    _taken: list[pygame.Rect] = field(factory=list)

    def labels(self, places: Sequence[Place], year: int, ways: Sequence[Way] = ()) -> list[Label]:
        """All names that find room, the most important ones first."""
        there = [each for each in places if self._shown(each, year)]
        there.sort(key=lambda each: (each.number not in self.marks, each.rank))
        first = [each for each in there if each.number in self.marks or each.rank == 1]
        second = [each for each in there if each not in first and each.rank == 2]
        last = [each for each in there if each not in first and each.rank > 2]
        found = [*self._places(first), *self._letterings(), *self._places(second), *self._ways(ways)]
        found += self._places(last)
        return found

    def _ways(self, ways: Sequence[Way]) -> Iterator[Label]:
        """The names of roads and columns, each along the first stretch that has room for it."""
        for way in ways:
            style, above = Style(NOTE, "italic"), NOTE * 0.85 * self.lettering.scale
            for part in self.page.flat(way.parts):
                stretches = self._stretches([self.at(point) for point in part])
                found = (self._spread(self.named(way.names), each, style, way.colour, above, 0.5) for each in stretches)
                label = next((each for each in found if each is not None), None)
                if label is not None:
                    yield label
                    break

    def _stretches(self, line: Points) -> Iterator[Points]:
        """Pieces of a line between stations, the straightest first, from the west to the east."""
        for stations in range(2, min(5, len(line)) + 1):
            for first in range(len(line) - stations + 1):
                piece = line[first : first + stations]
                yield piece if piece[0][0] <= piece[-1][0] else piece[::-1]

    def named(self, names: Mapping[str, str]) -> str:
        return names.get(self.language) or names["en"]

    def _shown(self, place: Place, year: int) -> bool:
        if place.since > year or not self.page.holds(place.point):
            return False
        return place.number in self.marks or self._near(place.rank)

    def _near(self, rank: int) -> bool:
        return self.page.chart.unit != "km" or self.scale / self.lettering.scale >= NEAR[min(4, max(1, rank))]

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point in units as pixels from the chart's corner."""
        return (point[0] - self.page.box.x) * self.scale, (point[1] - self.page.box.y) * self.scale

    def _places(self, places: Sequence[Place]) -> Iterator[Label]:
        """Signs first, so that no name covers another place; then the names that find room."""
        signs = []
        for place in places:
            x, y = self.at(self.page.flat(place.parts)[0][0])
            drawn = symbol(place.kind, place.rank, self.marks.get(place.number, ()), self.tints, self.lettering.scale)
            box = drawn.get_rect(center=(round(x), round(y)))
            if box.collidelist(self._taken) < 0 or place.number in self.marks or place.rank == 1:
                signs.append((place, x, y, drawn))
                self._taken.append(box if box.w > 1 else pygame.Rect(-9, -9, 1, 1))
        for place, x, y, drawn in signs:
            lit = self.marks.get(place.number, ())
            label = self._beside(place, x, y, drawn)
            if label is None and not lit:
                continue
            corner = round(x - drawn.get_width() / 2), round(y - drawn.get_height() / 2)
            yield Label(drawn, *corner, place.number, bool(lit))
            if label is not None:
                self._taken.append(label.rect)
                yield label

    def _beside(self, place: Place, x: float, y: float, drawn: pygame.Surface) -> Label | None:
        """The name where there is room beside its symbol; None where there is none."""
        text = self.written(self.named(place.names), self._place_style(place), self._place_colour(place))
        wide, tall = text.get_size()
        reach = drawn.get_width() / 2 + 1 if drawn.get_width() > 2 else -wide / 2
        for across, down in _AROUND if drawn.get_width() > 2 else ((0.0, 0.0),):
            left = x + (reach if across > 0 else -reach - wide if across < 0 else -wide / 2)
            top = y - tall / 2 + down * (tall / 2 + (reach if not across else reach * 0.4))
            box = pygame.Rect(round(left), round(top), wide, tall)
            if all(box.colliderect(each) == 0 or each.center == (round(x), round(y)) for each in self._taken):
                return Label(text, box.x, box.y, place.number)
        return None

    def _place_style(self, place: Place) -> Style:
        """Towns by their rank; what nature made is italic. Chinese has no need of weight beside its size."""
        if place.kind in ("pass", "peak", "lake", "valley", "river mouth", "crossing", "spring"):
            return Style(NOTE, "italic")
        heavy = "semibold" if place.rank < 3 and self.language != "zh" else "regular"
        return Style(BODY if place.rank == 1 else NOTE, heavy)

    def _place_colour(self, place: Place) -> Colour:
        return self.tints.water if place.kind in ("lake", "spring") else self.tints.ink

    def _letterings(self) -> Iterator[Label]:
        shapes = [each for each in self.page.chart.shapes if each.names and self._near(each.rank)]
        for shape in sorted(shapes, key=lambda each: (each.kind not in ("region", "lake", "river"), each.rank)):
            label = self._along(shape)
            if label is not None:
                yield label

    def _along(self, shape: Shape) -> Label | None:
        """A name whose letters follow its line; None where the line is too short or the place is taken."""
        style, colour, above = self._lettered(shape)
        text = self.named(shape.names)
        if shape.kind in ("region", "range"):
            text = text.upper()
        line = smooth([self.at(point) for point in self.page.flat(shape.parts)[0]], 3)
        return self._spread(text, line, style, colour, above, self._widest(shape, style))

    def _spread(
        self, text: str, line: Points, style: Style, colour: Colour, above: float, widest: float
    ) -> Label | None:
        """Letters along a line, at most *widest* apart; drawn large and made small, so that they stand true."""
        glyphs = list(_glyphs(text, style, self.lettering))
        natural = sum(width for _, _, width in glyphs)
        room = length_of(line)
        if natural > room * 1.15 or len(glyphs) < 2:
            return None
        gap = max(0.0, min((room - natural) / (len(glyphs) - 1), widest))
        start = (room - natural - gap * (len(glyphs) - 1)) / 2
        letters: list[tuple[pygame.Surface, pygame.Surface, float, float]] = []
        for sign, wide, width in glyphs:
            x, y, turn = along(line, start + width / 2)
            start += width + gap
            letters.append((*self._turned(sign, style, wide, colour, turn), *_lifted(x, y, turn, above)))
        return self._composed(letters)

    def _widest(self, shape: Shape, style: Style) -> float:
        spread = {"region": SPREAD, "range": 1.0, "desert": 0.7, "sea": 0.5}.get(shape.kind, 0.16)
        return spread * style.size * self.lettering.scale

    def _lettered(self, shape: Shape) -> tuple[Style, Colour, float]:
        """How lettering of a kind looks, and how far above its line it stands, in pixels."""
        unit = self.lettering.scale
        brown = mixed(self.tints.ink, self.tints.land, 0.22)
        match shape.kind:
            case "region":
                return Style(HEAD if shape.rank == 1 else LEAD), mixed(self.tints.ink, self.tints.land, 0.3), 0.0
            case "range":
                return Style(BODY if shape.rank == 1 else NOTE), brown, 0.0
            case "desert":
                return Style(BODY, "italic"), brown, 0.0
            case "river":
                return Style(NOTE, "italic"), self.tints.water, NOTE * 0.72 * unit
            case _:
                return Style(BODY if shape.rank == 1 else NOTE, "italic"), self.tints.water, 0.0

    def _turned(
        self, sign: str, style: Style, wide: bool, colour: Colour, turn: float
    ) -> tuple[pygame.Surface, pygame.Surface]:
        """A letter and the paper around it, turned to the direction of its line, `LARGE` times too large."""
        font = self.lettering.font(style.face, style.size * LARGE, wide)
        letter = font.render(sign, True, colour)
        paper = _haloed(font.render(sign, True, self.tints.halo), HALO * LARGE * self.lettering.scale)
        lean = -degrees(turn)
        return pygame.transform.rotozoom(letter, lean, 1), pygame.transform.rotozoom(paper, lean, 1)

    def _composed(self, letters: Sequence[tuple[pygame.Surface, pygame.Surface, float, float]]) -> Label | None:
        boxes = []
        for _, paper, x, y in letters:
            box = pygame.Rect(0, 0, paper.get_width() // LARGE + 1, paper.get_height() // LARGE + 1)
            box.center = (round(x), round(y))
            boxes.append(box)
        if any(box.inflate(-6, -6).collidelist(self._taken) >= 0 for box in boxes):
            return None
        whole = boxes[0].unionall(boxes[1:]).inflate(4, 4)
        picture = pygame.Surface((whole.w * LARGE, whole.h * LARGE), pygame.SRCALPHA, 32)
        picture.fill((*self.tints.halo, 0))
        papers = [(paper, x, y) for _, paper, x, y in letters]
        for drawn, x, y in (*papers, *((letter, x, y) for letter, _, x, y in letters)):
            middle = (round((x - whole.x) * LARGE), round((y - whole.y) * LARGE))
            picture.blit(drawn, drawn.get_rect(center=middle))
        self._taken += [box.inflate(-2, -4) for box in boxes]
        return Label(pygame.transform.smoothscale(picture, whole.size), whole.x, whole.y)

    def written(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """One line of text with paper around its letters."""
        edge = HALO * self.lettering.scale
        parts = [(part, self.lettering.font(style.face, style.size, wide)) for part, wide in scripts(text)]
        ascent = max(font.get_ascent() for _, font in parts)
        tall = max(ascent - font.get_descent() for _, font in parts)
        inks = [(font.render(part, True, colour), ascent - font.get_ascent()) for part, font in parts]
        wide = sum(ink.get_width() for ink, _ in inks)
        line = pygame.Surface((wide, tall), pygame.SRCALPHA, 32)
        x = 0
        for ink, down in inks:
            line.blit(ink, (x, down))
            x += ink.get_width()
        paper = line.copy()
        _recoloured(paper, self.tints.halo)
        whole = _haloed(paper, edge)
        whole.blit(line, (round(edge), round(edge)))
        return _trimmed(whole)


_AROUND = ((1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0))
"""Where a name may stand beside its symbol, the best place first: right, left, above, below, the corners."""


def _glyphs(text: str, style: Style, lettering: Lettering) -> Iterator[tuple[str, bool, float]]:
    """Each letter, whether it needs the Chinese font, and its width in pixels."""
    for part, wide in scripts(text):
        font = lettering.font(style.face, style.size, wide)
        for sign in part:
            yield sign, wide, float(font.size(sign)[0])


def _lifted(x: float, y: float, turn: float, above: float) -> tuple[float, float]:
    """A point moved off its line, to the side that is up."""
    quarter = turn - pi / 2
    vector = pygame.Vector2(above, 0).rotate_rad(quarter)
    return x + vector.x, y + vector.y


def _haloed(paper: pygame.Surface, edge: float) -> pygame.Surface:
    """*paper* spread by *edge* pixels on every side."""
    room = round(edge)
    wide, tall = paper.get_size()
    whole = pygame.Surface((wide + 2 * room, tall + 2 * room), pygame.SRCALPHA, 32)
    slant = round(edge * 0.7)
    moves = [(-room, 0), (room, 0), (0, -room), (0, room), (0, 0)]
    moves += [(a, b) for a in (-slant, slant) for b in (-slant, slant)]
    for across, down in moves:
        whole.blit(paper, (room + across, room + down))
    return whole


def _recoloured(surface: pygame.Surface, colour: Colour) -> None:
    """Give everything drawn on a surface one colour, and keep how clear it is."""
    surface.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    surface.fill((*colour, 0), special_flags=pygame.BLEND_RGBA_ADD)


def _trimmed(surface: pygame.Surface) -> pygame.Surface:
    """A surface without its clear edges."""
    return surface.subsurface(surface.get_bounding_rect()).copy()

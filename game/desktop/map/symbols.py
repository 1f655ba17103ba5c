"""The signs of places: towns by rank, posts, passes, peaks; and the marks of what lights them."""

import pygame

from game.desktop.map.ink import star, stroke
from game.desktop.map.tints import Tints
from game.desktop.theme import Colour

REACH = 15.0
"""Logical pixels from the middle of a sign to the edge of its picture, when it is lit."""
PLAIN = 8.0
UNDRAWN = ("lake", "valley", "river mouth")
"""Kinds of places that have a name and no sign."""


def symbol(kind: str, rank: int, lit: tuple[str, ...], tints: Tints, unit: float) -> pygame.Surface:
    """The sign of a place with the marks of what lights it; *unit* is a logical pixel in pixels."""
    if kind in UNDRAWN and not lit:
        return pygame.Surface((1, 1), pygame.SRCALPHA, 32)
    reach = round((REACH if lit else PLAIN) * unit)
    surface = pygame.Surface((2 * reach + 1, 2 * reach + 1), pygame.SRCALPHA, 32)
    if lit:
        _light(surface, reach, lit, tints, unit)
    _sign(surface, reach, kind, rank, tints, unit)
    return surface


def _light(surface: pygame.Surface, reach: int, lit: tuple[str, ...], tints: Tints, unit: float) -> None:
    """A golden light; inside it a ring for the draft, a square for what holds now, a flag for an offer."""
    middle = (reach, reach)
    for share, alpha in ((1.0, 50), (0.8, 70), (0.6, 110)):
        glow = pygame.Surface(surface.get_size(), pygame.SRCALPHA, 32)
        pygame.draw.aacircle(glow, (*tints.gold, alpha), middle, reach * share)
        surface.blit(glow, (0, 0))
    if "draft" in lit:
        pygame.draw.aacircle(surface, tints.ink, middle, round(9.5 * unit), max(1, round(2.4 * unit)))
    if "now" in lit:
        side = round(22 * unit)
        box = pygame.Rect(0, 0, side, side)
        box.center = middle
        pygame.draw.rect(surface, tints.ink, box, max(1, round(1.3 * unit)))
    for number, mark in enumerate(("first", "second")):
        if mark in lit:
            _flag(surface, reach, number, tints.seats[number], unit)


def _flag(surface: pygame.Surface, reach: int, side: int, colour: Colour, unit: float) -> None:
    """The flag of an offer: above for the first seat, below for the second, as on the ladders."""
    up = 1 if side else -1
    points = [(reach - 6 * unit, reach + up * 14.5 * unit), (reach + 6 * unit, reach + up * 14.5 * unit)]
    points.append((reach, reach + up * 6.5 * unit))
    pygame.draw.polygon(surface, colour, points)
    pygame.draw.aalines(surface, colour, True, points)


def _sign(surface: pygame.Surface, reach: int, kind: str, rank: int, tints: Tints, unit: float) -> None:
    match kind:
        case "pass" | "crossing":
            _pass(surface, reach, tints.ink, unit)
        case "peak":
            high = [
                (reach, reach - 6 * unit),
                (reach + 6 * unit, reach + 4 * unit),
                (reach - 6 * unit, reach + 4 * unit),
            ]
            pygame.draw.polygon(surface, tints.halo, high)
            pygame.draw.aalines(surface, tints.ink, True, high)
            pygame.draw.polygon(surface, tints.ink, [high[0], high[1], (reach, reach + 4 * unit)])
        case "post":
            _post(surface, reach, tints, unit)
        case "palace":
            pygame.draw.polygon(surface, tints.ink, star(reach, reach, 7 * unit, 5))
        case "spring":
            pygame.draw.aacircle(surface, tints.halo, (reach, reach), round(6 * unit))
            pygame.draw.aacircle(surface, tints.water, (reach, reach), round(6 * unit), max(1, round(2 * unit)))
            pygame.draw.aacircle(surface, tints.water, (reach, reach), round(2.4 * unit))
        case "mill" | "barn" | "green":
            _house(surface, reach, tints, unit)
        case _ if kind not in UNDRAWN:
            _town(surface, reach, kind, rank, tints, unit)


def _town(surface: pygame.Surface, reach: int, kind: str, rank: int, tints: Tints, unit: float) -> None:
    """A disc in one ring or, for the first towns, in two."""
    size = (6.0, 4.8, 3.8, 3.2)[min(4, max(1, rank)) - 1] * unit
    pygame.draw.aacircle(surface, tints.halo, (reach, reach), round(size + unit))
    pygame.draw.aacircle(surface, tints.ink, (reach, reach), round(size), max(1, round(1.4 * unit)))
    if kind == "village" and rank > 1:
        return
    pygame.draw.aacircle(surface, tints.ink, (reach, reach), max(1.0, size * (0.45 if rank < 3 else 0.3)))


def _pass(surface: pygame.Surface, reach: int, ink: Colour, unit: float) -> None:
    """Two bows back to back, as a road between slopes."""
    for side in (-1, 1):
        bow = [(reach + side * (2.2 + bend) * unit, reach + down * unit) for down, bend in _BOW]
        stroke(surface, bow, ink, 1.7 * unit)


_BOW = ((-5.5, 3.2), (-3.5, 1.2), (0.0, 0.0), (3.5, 1.2), (5.5, 3.2))


def _post(surface: pygame.Surface, reach: int, tints: Tints, unit: float) -> None:
    """A pennant on a staff."""
    foot, head = (reach - 3 * unit, reach + 6 * unit), (reach - 3 * unit, reach - 6 * unit)
    stroke(surface, (foot, head), tints.ink, 1.6 * unit)
    cloth = [head, (reach + 5 * unit, reach - 3.5 * unit), (reach - 3 * unit, reach - 0.5 * unit)]
    pygame.draw.polygon(surface, tints.ink, cloth)


def _house(surface: pygame.Surface, reach: int, tints: Tints, unit: float) -> None:
    walls = pygame.Rect(round(reach - 4 * unit), round(reach - unit), round(8 * unit), round(6 * unit))
    roof = [(reach - 6 * unit, reach - unit), (reach, reach - 6 * unit), (reach + 6 * unit, reach - unit)]
    pygame.draw.rect(surface, tints.halo, walls)
    pygame.draw.rect(surface, tints.ink, walls, max(1, round(unit)))
    pygame.draw.polygon(surface, tints.ink, roof)

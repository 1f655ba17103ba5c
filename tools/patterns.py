"""Bands and fills in white that join on to themselves: Peking's fret, Petersburg's guilloche, hatchings for the map."""

import numpy as np

from tools.figures import moved, points
from tools.plate import Plate, plate
from tools.printing import WHITE, printed, save

BAND = (256, 32)
TILE = 64
HATCH = 32
GRID = 4
"""Pixels from one line of the fret to the next."""
KEY = points((8, 6), (0, 6), (0, 0), (6, 0), (6, 4), (2, 4), (2, 2), (4, 2)) * GRID
COIL = points((0, 8), (0, 0), (6, 0), (6, 6), (2, 6), (2, 2), (4, 2), (4, 4)) * GRID


def fret_band() -> Plate:
    """A running key between two rules."""
    band = plate(*BAND)
    for start in range(-32, BAND[0] + 32, 32):
        band.stroke(moved(KEY, start, 4), 2.0)
    _rules(band)
    return band


def _rules(band: Plate) -> None:
    for y in (0.5, BAND[1] - 0.5):
        band.stroke(points((-9, y), (BAND[0] + 9, y)), 1.0)


def fret_tile() -> Plate:
    """Square coils, each second one upside down."""
    tile = plate(TILE, TILE)
    for left in (-32, 0, 32, 64):
        for top in (-32, 0, 32, 64):
            over = (left + top) // 32 % 2
            coil = moved(24 - COIL if over else COIL, left + 3, top + 3)
            tile.stroke(coil, 2.0)
    return tile


def guilloche_band() -> Plate:
    """Two cords of fine lines about each other."""
    band = plate(*BAND)
    along = np.linspace(-16, BAND[0] + 16, 1153)
    cords = ((64, 11.5, (-0.09, -0.03, 0.03, 0.09), 0.9), (32, 4.5, (-0.06, 0.06), 0.75))
    for length, swing, strands, width in cords:
        for phase in strands + tuple(strand + 0.5 for strand in strands):
            wave = 16 + swing * np.sin(2 * np.pi * (along / length + phase))
            band.stroke(np.stack([along, wave], -1), width)
    _rules(band)
    return band


def guilloche_tile() -> Plate:
    """A net of waves, upright and level."""
    tile = plate(TILE, TILE)
    along = np.linspace(-8, TILE + 8, 321)
    for order, middle in enumerate(np.arange(-16, TILE + 17, 8)):
        for strength in (7.0, 3.0):
            swing = middle + strength * np.sin(2 * np.pi * along / 32) * (-1) ** order
            tile.stroke(np.stack([along, swing], -1), 0.75)
            tile.stroke(np.stack([swing, along], -1), 0.75)
    return tile


def hatch_diagonal() -> Plate:
    tile = plate(HATCH, HATCH)
    for x in range(-HATCH, 2 * HATCH + 1, 8):
        tile.stroke(points((x - 4, HATCH + 4), (x + HATCH + 4, -4)), 1.7)
    return tile


def hatch_crossed() -> Plate:
    tile = plate(HATCH, HATCH)
    for x in range(-2 * HATCH, 2 * HATCH + 1, 16):
        tile.stroke(points((x - 4, HATCH + 4), (x + HATCH + 4, -4)), 1.5)
        tile.stroke(points((x - 4, -4), (x + HATCH + 4, HATCH + 4)), 1.5)
    return tile


def hatch_dotted() -> Plate:
    tile = plate(HATCH, HATCH)
    for row in range(5):
        for x in range(0, HATCH + 1, 8):
            tile.disc((x + 4 * (row % 2), row * 8), 1.9)
    return tile


def hatch_level() -> Plate:
    tile = plate(HATCH, HATCH)
    for y in range(4, HATCH, 8):
        tile.stroke(points((-4, y), (HATCH + 4, y)), 2.0)
    return tile


PATTERNS = {
    "pattern-fret": fret_band,
    "pattern-fret-tile": fret_tile,
    "pattern-guilloche": guilloche_band,
    "pattern-guilloche-tile": guilloche_tile,
    "hatch-1": hatch_diagonal,
    "hatch-2": hatch_crossed,
    "hatch-3": hatch_dotted,
    "hatch-4": hatch_level,
}


def draw() -> None:
    for name, cut in PATTERNS.items():
        save(printed(cut().cover(), WHITE), name, levels=32)

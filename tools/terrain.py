"""One height field for every picture of the region, put together from the relief pictures of assets/map.

Where the fine grid reaches, it is the grid. Outside it, the coarse grid gives the mountains, the published shading
gives the ranges between its points, and running water cuts ravines: those are an engraver's forms and no survey.
"""

from pathlib import Path

import numpy as np
from attrs import frozen
from PIL import Image

MAP = Path(__file__).resolve().parent.parent / "assets" / "map"
ZERO = 500
"""What the relief pictures add to the metres."""
CELLS = 120
"""Cells of the height field to a degree."""
WEST, EAST, SOUTH, NORTH = 69.5, 93.0, 38.0, 50.0
SEED = 1881


@frozen(eq=False)
class Grid:
    """Values of cells *cells* to the degree, north up; the first cell's corner is at *west*, *north*."""

    values: np.ndarray
    west: float
    north: float
    cells: float

    def at(self, lon: np.ndarray, lat: np.ndarray, soft: bool = False) -> np.ndarray:
        """Values at the points; *soft* rounds off the steps of a coarse grid, otherwise cells keep their value."""
        across = (lon - self.west) * self.cells - 0.5
        down = (self.north - lat) * self.cells - 0.5
        return sample(self.values, down.astype(np.float32), across.astype(np.float32), soft)


def grid(name: str, west: float, north: float, cells: float, zero: float = ZERO) -> Grid:
    with Image.open(MAP / name) as picture:
        return Grid(np.asarray(picture, np.float32) - zero, west, north, cells)


def coarse() -> Grid:
    return grid("relief-wide-5min.png", 69, 53, 12)


def published_shading() -> Grid:
    return grid("shading-wide-2min.png", 69, 53, 30, zero=128)


def fine() -> Grid:
    return grid("relief-west-30s.png", 71, 44.7, 120)


def finest() -> Grid:
    return grid("relief-valley-15s.png", 78.2, 44.7, 240)


def sample(values: np.ndarray, down: np.ndarray, across: np.ndarray, soft: bool) -> np.ndarray:
    """Cubic interpolation: a B-spline if *soft*, which smooths, else Catmull and Rom's, which keeps the values."""
    weigh = _smoothing if soft else _interpolating
    row, column = np.floor(down).astype(np.int32), np.floor(across).astype(np.int32)
    rows, columns = weigh(down - row), weigh(across - column)
    tall, wide = values.shape
    total = np.zeros(np.broadcast(down, across).shape, np.float32)
    for i in range(4):
        line = np.clip(row + i - 1, 0, tall - 1)
        for j in range(4):
            total += rows[i] * columns[j] * values[line, np.clip(column + j - 1, 0, wide - 1)]
    return total


def _smoothing(t: np.ndarray) -> tuple[np.ndarray, ...]:
    return (1 - t) ** 3 / 6, (3 * t**3 - 6 * t**2 + 4) / 6, (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6, t**3 / 6


def _interpolating(t: np.ndarray) -> tuple[np.ndarray, ...]:
    first = (-(t**3) + 2 * t**2 - t) / 2
    second = (3 * t**3 - 5 * t**2 + 2) / 2
    third = (-3 * t**3 + 4 * t**2 + t) / 2
    return first, second, third, (t**3 - t**2) / 2


def blur(values: np.ndarray, radius: float) -> np.ndarray:
    """Gaussian blur whose standard deviation is *radius* cells; the edges are mirrored."""
    pad = int(3 * radius) + 1
    wide = np.pad(values.astype(np.float32), pad, mode="reflect")
    down, across = np.fft.fftfreq(wide.shape[0])[:, None], np.fft.rfftfreq(wide.shape[1])[None]
    pass_through = np.exp(-2 * (np.pi * radius) ** 2 * (down**2 + across**2))
    out = np.fft.irfft2(np.fft.rfft2(wide) * pass_through, s=wide.shape)
    return out[pad:-pad, pad:-pad].astype(np.float32)


def step(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 up to *low*, 1 from *high*, smooth between."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def unshaded(shading: np.ndarray, keep: float = 0.02) -> np.ndarray:
    """Heights, up to a factor and only their fine forms, of which *shading* lit from the north-west is the picture.

    Shade is the slope along the light, so in Fourier's terms the height is the shade divided by the frequency along
    the light; *keep* damps the directions across the light, of which the shading tells nothing.
    """
    pad = 40
    wide = np.pad(shading, pad, mode="reflect")
    down, across = np.fft.fftfreq(wide.shape[0])[:, None], np.fft.rfftfreq(wide.shape[1])[None]
    along = 2j * np.pi * (down + across) / np.sqrt(2)
    heights = np.fft.irfft2(np.fft.rfft2(wide) * np.conj(along) / (np.abs(along) ** 2 + keep), s=wide.shape)
    return heights[pad:-pad, pad:-pad].astype(np.float32)


def within_fine(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """How much of a point's height is the fine grid's: 1 inside it, 0 outside, fading along its border."""
    margins = ((44.68 - lat) / 0.16, (84.43 - lon) / 0.22, (lon - 71.02) / 0.22, (lat - 38.72) / 0.16)
    return step(np.minimum.reduce(margins), 0.0, 1.0)


def region_points() -> tuple[np.ndarray, np.ndarray]:
    """Longitudes and latitudes of the height field's cells."""
    lon = WEST + (np.arange(round((EAST - WEST) * CELLS)) + 0.5) / CELLS
    lat = NORTH - (np.arange(round((NORTH - SOUTH) * CELLS)) + 0.5) / CELLS
    return np.meshgrid(lon.astype(np.float32), lat.astype(np.float32))


SHADE_TO_METRES = 4.0
"""Metres for one unit of the shading's inverse. Against the fine grid 2.3 fits best; more looks truer."""


def outer_heights(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Heights from the coarse grid and the published shading."""
    shading = published_shading()
    fine_forms = unshaded(shading.values)
    fine_forms = Grid(fine_forms - blur(fine_forms, 3), shading.west, shading.north, shading.cells)
    return coarse().at(lon, lat, soft=True) + SHADE_TO_METRES * fine_forms.at(lon, lat)

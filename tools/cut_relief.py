"""Cuts the two fine relief pictures of assets/map out of the GEBCO grid: python -m tools.cut_relief GRID.nc

GRID.nc is the file inside the package named in assets/README.md. Needs netCDF4 besides the group `assets`.
"""

import sys
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
from PIL import Image

MAP = Path(__file__).resolve().parent.parent / "assets" / "map"
ZERO = 500
"""Added to the metres, so that no height of the region is negative in a picture of 16 bits."""
CELLS = 240
"""Cells of the grid to a degree: one every 15 seconds of arc."""
CUTS = {
    "relief-west-30s.png": ((71, 84.45), (38.7, 44.7), 2),
    "relief-valley-15s.png": ((78.2, 84.45), (41.9, 44.7), 1),
}
"""For each picture its longitudes, its latitudes, and how many cells of the grid are averaged to a side."""


def cut(
    heights: Any, west: float, south: float, box: tuple[tuple[float, float], tuple[float, float], int]
) -> np.ndarray:
    """The metres of *box*, north up. *heights* begins at the corner *west*, *south* and runs north."""
    (left, right), (low, high), step = box
    columns = slice(round((left - west) * CELLS), round((right - west) * CELLS))
    rows = slice(round((low - south) * CELLS), round((high - south) * CELLS))
    part = np.asarray(heights[rows, columns], float)[::-1]
    tall, wide = part.shape[0] // step, part.shape[1] // step
    return part[: tall * step, : wide * step].reshape(tall, step, wide, step).mean((1, 3))


def main(grid: str) -> None:
    with netCDF4.Dataset(grid) as data:
        west, south = (float(data[name][0]) - 0.5 / CELLS for name in ("lon", "lat"))
        for name, box in CUTS.items():
            metres = cut(data["elevation"], west, south, box)
            Image.fromarray((metres + ZERO).round().astype("uint16")).save(MAP / name, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])

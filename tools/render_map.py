"""Renders the map pictures of assets/map and describes their projection: python -m tools.render_map [NAME ...]

The pictures bear no names, frontiers or lines of treaties: programs draw those over them. Needs the group `assets`.
"""

import json
import sys
from pathlib import Path

import numpy as np
from attrs import frozen
from PIL import Image

from game.content.projection import Conic, centred
from tools.engraving import engraved
from tools.ravines import ravined
from tools.shading import Look, ground, positions
from tools.terrain import CELLS, MAP, NORTH, WEST, Grid, fine, finest, outer_heights, region_points, step, within_fine

SIZE = (2400, 1536)
PARALLELS = (41.0, 46.5)
QUALITY = 86
LARGEST = 1_000_000
"""Bytes of one picture."""


@frozen
class Sheet:
    """One picture to draw; *widening* is how much broader its rivers are than the region's."""

    conic: Conic
    look: Look
    widening: float
    degrees: float


SHEETS = {
    "ili-base": Sheet(centred((81.6, 44.1), PARALLELS, SIZE, 706.0), Look(1.5, 9.0, 0.7), 1.0, 2.0),
    "ili-valley": Sheet(centred((81.5, 43.47), PARALLELS, SIZE, 207.0), Look(1.25, 20.0, 1.3), 2.0, 1.0),
}


def region() -> Grid:
    """The whole height field, ravines and all."""
    lon, lat = region_points()
    share = within_fine(lon, lat)
    outer = ravined(outer_heights(lon, lat))
    return Grid(outer * (1 - share) + fine().at(lon, lat) * share, WEST, NORTH, CELLS)


def heights(conic: Conic, field: Grid) -> np.ndarray:
    """Metres at every pixel, from the finest grid there."""
    lon, lat = positions(conic)
    if conic.scale < 15_000:
        return field.at(lon, lat)
    margins = ((44.68 - lat) / 0.06, (84.43 - lon) / 0.08, (lon - 78.22) / 0.08, (lat - 41.92) / 0.06)
    share = step(np.minimum.reduce(margins), 0.0, 1.0)
    return field.at(lon, lat) * (1 - share) + finest().at(lon, lat) * share


def draw(sheet: Sheet, field: Grid) -> Image.Image:
    colours = ground(heights(sheet.conic, field), sheet.conic, sheet.look)
    colours = engraved(colours, sheet.conic, sheet.widening, sheet.degrees)
    return Image.fromarray(np.clip(colours, 0, 255).round().astype("uint8"))


def save(image: Image.Image, path: Path) -> None:
    """Saves *image* as JPEG, less finely if it would be larger than LARGEST."""
    for quality in range(QUALITY, 50, -4):
        image.save(path, quality=quality, optimize=True, progressive=True)
        if path.stat().st_size < LARGEST:
            return
    raise SystemExit(f"{path.name} is larger than {LARGEST} bytes at any bearable quality.")


def described(name: str, conic: Conic) -> dict[str, object]:
    return {
        "file": f"{name}.jpg",
        "width": conic.width,
        "height": conic.height,
        "meridian": conic.meridian,
        "origin": conic.origin,
        "parallel_south": conic.parallels[0],
        "parallel_north": conic.parallels[1],
        "left": conic.left,
        "top": conic.top,
        "scale": conic.scale,
    }


def main(names: list[str]) -> None:
    pictures = {name: described(name, sheet.conic) for name, sheet in SHEETS.items()}
    text = {"projection": "Lambert conformal conic, sphere", "readme": "assets/README.md", "pictures": pictures}
    (MAP / "projection.json").write_text(json.dumps(text, indent=2) + "\n", encoding="utf-8")
    field = region()
    for name in names or list(SHEETS):
        save(draw(SHEETS[name], field), MAP / f"{name}.jpg")


if __name__ == "__main__":
    main(sys.argv[1:])

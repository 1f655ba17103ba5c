"""The waters of a map and its net of degrees, drawn with a pen over the ground."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from game.content.projection import Conic
from tools.terrain import MAP

FINER = 3
"""Lines are drawn so many times larger, and then made small, for smooth edges."""
PEN = np.array((58, 92, 112), np.float32)
WATER = np.array((188, 206, 207), np.float32)
DEEP = np.array((162, 188, 195), np.float32)
NET = np.array((112, 92, 66), np.float32)
WIDTHS = {
    "ili": 2.9, "irtysh": 2.6, "black_irtysh": 2.2, "syr_darya": 2.4, "tarim": 2.3, "naryn": 1.9, "kunges": 2.0,
    "tekes": 2.0, "kash": 1.8, "chu": 1.7, "aksu": 1.8, "yarkand": 2.0, "khorgos": 1.5, "kaidu": 1.4, "urungu": 1.5,
    "kizil_su": 1.5, "karatal": 1.5,
}  # fmt: skip
"""Pixels of a river at its mouth on the region's map."""
ORDINARY = 1.2
FULL_BORN = {"ili", "tarim", "irtysh"}
"""Rivers that begin where others meet, or flow out of a lake."""
SHORES = (4.0, 8.5, 14.0, 20.5, 28.0)
"""Pixels from the shore at which a lake's lines run, ever fainter."""

Line = np.ndarray


def features(name: str) -> list[dict[str, Any]]:
    return list(json.loads((MAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"])


def lines(geometry: dict[str, Any]) -> Iterator[Line]:
    """Each line or ring of a GeoJSON geometry, as rows of longitude and latitude."""
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for each in geometry["geometries"]:
            yield from lines(each)
    elif kind == "LineString":
        yield np.array(geometry["coordinates"], float)
    elif kind in ("Polygon", "MultiLineString"):
        yield from (np.array(each, float) for each in geometry["coordinates"])
    elif kind == "MultiPolygon":
        yield from (np.array(ring, float) for polygon in geometry["coordinates"] for ring in polygon)


def rounded(line: Line, rounds: int = 2) -> Line:
    """*line* with its corners cut, again and again (Chaikin's method)."""
    for _ in range(rounds if len(line) > 2 else 0):
        inner = np.stack([0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]], 1)
        line = np.concatenate([line[:1], inner.reshape(-1, 2)[1:-1], line[-1:]])
    return line


def pixels(conic: Conic, line: Line) -> list[tuple[float, float]]:
    return [(x * FINER, y * FINER) for x, y in (conic.pixel(lon, lat) for lon, lat in line)]


def sheet(conic: Conic) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (conic.width * FINER, conic.height * FINER))
    return image, ImageDraw.Draw(image)


def ink(image: Image.Image, conic: Conic) -> np.ndarray:
    """How much of each pixel is drawn on, from 0 to 1."""
    small = image.resize((conic.width, conic.height), Image.Resampling.BOX)
    return np.asarray(small, np.float32)[..., None] / 255


def laid_on(colours: np.ndarray, cover: np.ndarray, colour: np.ndarray, strength: float = 1.0) -> np.ndarray:
    return colours + (colour - colours) * cover * strength


def rivers(colours: np.ndarray, conic: Conic, widening: float) -> np.ndarray:
    """The rivers, each swelling from a hair's breadth at its source to its width at the mouth."""
    image, pen = sheet(conic)
    for feature in features("rivers"):
        name = feature["properties"]["id"]
        width = WIDTHS.get(name, ORDINARY) * widening * FINER
        source = 0.9 if name in FULL_BORN else 0.4
        for line in lines(feature["geometry"]):
            swelling(pen, pixels(conic, rounded(line)), width, source)
    return laid_on(colours, ink(image, conic), PEN, 0.92)


def swelling(pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], width: float, source: float) -> None:
    """A line that begins with the part *source* of its *width* and soon has all of it."""
    for index, (start, end) in enumerate(pairwise(points)):
        here = width * (source + (1 - source) * min(1.0, 2.2 * index / len(points)))
        pen.line((start, end), fill=255, width=max(1, round(here)))
        radius = here / 2 - 0.5
        pen.ellipse((end[0] - radius, end[1] - radius, end[0] + radius, end[1] + radius), fill=255)


def lakes(colours: np.ndarray, conic: Conic, widening: float) -> np.ndarray:
    """The lakes: a flat tint, deeper from the shore, with the engraver's lines along it."""
    image, pen = sheet(conic)
    outline, edge = sheet(conic)
    for feature in features("lakes"):
        for ring in lines(feature["geometry"]):
            shore = pixels(conic, rounded(ring))
            pen.polygon(shore, fill=255)
            edge.line([*shore, shore[0]], fill=255, width=round(1.3 * widening * FINER), joint="curve")
    water = ink(image, conic)
    away = shore_distance(water[..., 0] > 0.5, round(SHORES[-1] * widening) + 3)[..., None]
    colours = laid_on(colours, water, WATER)
    colours = laid_on(colours, water * np.clip(away / (SHORES[-1] * widening), 0, 1), DEEP)
    for order, distance in enumerate(SHORES):
        near = np.clip(0.95 - np.abs(away - distance * widening) / widening, 0, 1)
        colours = laid_on(colours, water * near, PEN, 0.62 - 0.1 * order)
    return laid_on(colours, ink(outline, conic), PEN, 0.95)


def shore_distance(inside: np.ndarray, reach: int) -> np.ndarray:
    """Pixels from every pixel inside to the nearest outside, up to *reach*."""
    beside = np.where(inside, np.float32(reach), np.float32(0))
    for _ in range(reach):
        beside[:, 1:] = np.minimum(beside[:, 1:], beside[:, :-1] + 1)
        beside[:, :-1] = np.minimum(beside[:, :-1], beside[:, 1:] + 1)
    nearest = beside**2
    for shift in range(1, reach + 1):
        nearest[shift:] = np.minimum(nearest[shift:], beside[:-shift] ** 2 + shift**2)
        nearest[:-shift] = np.minimum(nearest[:-shift], beside[shift:] ** 2 + shift**2)
    return np.sqrt(nearest)


def net(colours: np.ndarray, conic: Conic, degrees: float) -> np.ndarray:
    """Meridians and parallels every so many *degrees*, hair-thin."""
    image, pen = sheet(conic)
    along = np.linspace(-20, 20, 161)
    centre = round(conic.meridian / degrees) * degrees, round(conic.origin / degrees) * degrees
    for each in np.arange(-10, 10.5) * degrees:
        pen.line(pixels(conic, _line(centre[0] + each, centre[1] + along)), fill=255, width=2)
        pen.line(pixels(conic, _line(centre[0] + along, centre[1] + each)), fill=255, width=2)
    return laid_on(colours, ink(image, conic), NET, 0.5)


def _line(lon: Any, lat: Any) -> Line:
    return np.stack(np.broadcast_arrays(lon, lat), -1)


def engraved(colours: np.ndarray, conic: Conic, widening: float, degrees: float) -> np.ndarray:
    colours = net(colours, conic, degrees)
    colours = rivers(colours, conic, widening)
    return lakes(colours, conic, widening)

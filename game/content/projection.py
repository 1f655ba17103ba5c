"""From longitude and latitude to a picture's pixels: Lambert's conformal conic projection of a sphere."""

import json
from functools import cached_property
from math import atan, atan2, cos, degrees, exp, hypot, log, pi, radians, sin, tan
from pathlib import Path

from attrs import evolve, frozen


@frozen(slots=False)
class Conic:
    """How one map picture was drawn; angles in degrees, *scale* in pixels to the earth's radius.

    *left* and *top* are the plane's coordinates, in earth's radii, of the picture's upper left corner. The formulas
    are those of Snyder, Map Projections: A Working Manual (1987), equations 15-1 to 15-5.
    """

    width: int
    height: int
    meridian: float
    origin: float
    parallels: tuple[float, float]
    left: float
    top: float
    scale: float

    @cached_property
    def cone(self) -> float:
        low, high = (radians(each) for each in self.parallels)
        return log(cos(low) / cos(high)) / log(tan(pi / 4 + high / 2) / tan(pi / 4 + low / 2))

    def radius(self, lat: float) -> float:
        """The parallel's distance from the cone's tip, in earth's radii."""
        low = radians(self.parallels[0])
        ratio = tan(pi / 4 + low / 2) / tan(pi / 4 + radians(lat) / 2)
        return cos(low) / self.cone * exp(self.cone * log(ratio))

    @cached_property
    def _equator(self) -> float:
        return self.radius(0.0)

    @cached_property
    def _middle(self) -> float:
        return self.radius(self.origin)

    def plane(self, lon: float, lat: float) -> tuple[float, float]:
        """East and north of the meridian and the origin, in earth's radii."""
        turn = self.cone * radians(lon - self.meridian)
        return self.radius(lat) * sin(turn), self._middle - self.radius(lat) * cos(turn)

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the picture's left and upper edge; outside the picture they are below 0 or beyond its size."""
        east, north = self.plane(lon, lat)
        return (east - self.left) * self.scale, (self.top - north) * self.scale

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude shown at a pixel."""
        east, south = x / self.scale + self.left, self._middle - self.top + y / self.scale
        angle = 2 * atan((self._equator / hypot(east, south)) ** (1 / self.cone)) - pi / 2
        return self.meridian + degrees(atan2(east, south) / self.cone), degrees(angle)


def centred(centre: tuple[float, float], parallels: tuple[float, float], size: tuple[int, int], metres: float) -> Conic:
    """A picture of *size* pixels around the point *centre*, *metres* of the parallels to the pixel."""
    (lon, lat), (width, height) = centre, size
    scale = EARTH / metres
    return Conic(width, height, lon, lat, parallels, -width / 2 / scale, height / 2 / scale, scale)


def read_projection(path: Path) -> dict[str, Conic]:
    """The pictures described in the file *path*, by name.

    Raises OSError where there is no file, and ValueError or KeyError where it is not one of projections.
    """
    pictures = json.loads(path.read_text(encoding="utf-8"))["pictures"]
    return {name: _conic(entry) for name, entry in pictures.items()}


def _conic(entry: dict[str, float]) -> Conic:
    parallels = (entry["parallel_south"], entry["parallel_north"])
    meridian, origin = entry["meridian"], entry["origin"]
    corner = entry["left"], entry["top"], entry["scale"]
    return Conic(int(entry["width"]), int(entry["height"]), meridian, origin, parallels, *corner)


EARTH = 6_371_000.0
"""Metres of the sphere's radius."""


@frozen
class Plane:
    """A plan in plain coordinates: east to the right, north upwards, a unit of its own."""

    def pixel(self, east: float, north: float) -> tuple[float, float]:
        return east, -north

    def place(self, x: float, y: float) -> tuple[float, float]:
        return x, -y


Projection = Conic | Plane


def in_kilometres(conic: Conic) -> Conic:
    """The same cone, with kilometres east and south of its origin for pixels."""
    return evolve(conic, left=0.0, top=0.0, scale=EARTH / 1000)

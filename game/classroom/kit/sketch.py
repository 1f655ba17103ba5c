"""The map of a scenario as one drawing for paper: relief where there is a picture of it, and the places by name."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from game.content.assets import assets_folder, is_whole
from game.content.atlas import Atlas, Chart, Point, read_atlas
from game.content.projection import Plane, Projection, read_projection

Placing = Callable[[Point], tuple[float, float]]
"""From a place on the ground to one on the paper."""
SHOWN = 3
"""Places of a higher rank are left out: paper has no zoom."""
TALLEST = 1000
WIDEST = 1400


@frozen
class Spot:
    x: float
    y: float
    name: str
    right: bool
    """Whether the name stands to the right of the spot."""


@frozen
class Sketch:
    title: str
    width: float
    height: float
    picture: str
    """The relief as an address that holds the picture itself; empty for none."""
    box: tuple[float, float, float, float]
    """Where the picture lies."""
    outlines: tuple[str, ...]
    spots: tuple[Spot, ...]


def sketch_of(folder: Path) -> Sketch | None:
    """The first chart of the scenario in *folder*; None where it has none."""
    atlas = read_atlas(folder).atlas
    if not atlas.charts:
        return None
    chart = atlas.charts[0]
    projection = _projection(chart)
    west, south, east, north = chart.home
    corners = [projection.pixel(x, y) for x in (west, east) for y in (south, north)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    scale = min(WIDEST / width, TALLEST / height)

    def at(point: Point) -> tuple[float, float]:
        x, y = projection.pixel(point[0], point[1])
        return round((x - left) * scale, 1), round((y - top) * scale, 1)

    size = (round(width * scale, 1), round(height * scale, 1))
    spots = tuple(_spots(atlas, at, size))
    picture = _picture(chart)
    whole = (projection.width, projection.height) if not isinstance(projection, Plane) else (0, 0)
    box = (round(-left * scale, 1), round(-top * scale, 1), round(whole[0] * scale, 1), round(whole[1] * scale, 1))
    return Sketch(chart.title.get("en", ""), *size, picture, box, tuple(_outlines(chart, at)), spots)


def _projection(chart: Chart) -> Projection:
    if chart.projection == "plane":
        return Plane()
    return read_projection(assets_folder() / "map" / "projection.json")[chart.projection]


def _picture(chart: Chart) -> str:
    path = assets_folder() / "map" / f"{chart.pictures[0]}.jpg" if chart.pictures else Path()
    if not chart.pictures or not is_whole(path):
        return ""
    return "data:image/jpeg;base64," + b64encode(path.read_bytes()).decode("ascii")


def _spots(atlas: Atlas, at: Placing, size: tuple[float, float]) -> Iterator[Spot]:
    taken: list[tuple[float, float]] = []
    for place in sorted(atlas.places, key=lambda each: each.rank):
        if place.rank > SHOWN or not place.parts:
            continue
        x, y = at(place.point)
        near = any(abs(x - a) < 150 and abs(y - b) < 22 for a, b in taken)
        if 0 < x < size[0] and 0 < y < size[1] and not near:
            taken.append((x, y))
            yield Spot(x, y, place.names.get("en", ""), x < size[0] * 0.85)


def _outlines(chart: Chart, at: Placing) -> Iterator[str]:
    if chart.pictures:
        return
    for shape in chart.shapes:
        for part in shape.parts:
            yield " ".join(f"{x},{y}" for x, y in (at(point) for point in part))

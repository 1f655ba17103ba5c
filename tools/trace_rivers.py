"""Draws the rivers that no public-domain file has, along the valleys of the height field: python -m tools.trace_rivers

The way-points are our own readings of the relief. Between two of them the river takes the cheapest way downhill over
the grid; in plains beyond the fine grid, where nothing guides it, it winds a little, as engravers let rivers wind.
"""

import heapq
import json
from itertools import pairwise
from typing import Any

import numpy as np

from tools.engraving import lines
from tools.terrain import CELLS, MAP, NORTH, SEED, WEST, blur, outer_heights, region_points, within_fine
from tools.terrain import fine as fine_grid

Point = tuple[float, float]

COURSES: dict[str, list[Point]] = json.loads((MAP / "river-waypoints.json").read_text(encoding="utf-8"))
MOUTHS = {"khorgos": "ili", "charyn": "ili", "kash": "ili", "aksu": "tarim", "muzart": "tarim", "kizil_su": "yarkand"}
"""The river into which another flows: its last point is led there."""
MARGIN = 36
"""Cells around two way-points within which the river looks for its way."""
PIECE = 4
"""Cells of a guided way from one kept point to the next."""
WINDING = 0.25
"""How far a plain's river leaves the straight line: a part of each piece's length."""


def heights() -> tuple[np.ndarray, np.ndarray]:
    """The height field without decoration, and where it is the fine grid's."""
    lon, lat = region_points()
    share = within_fine(lon, lat)
    return outer_heights(lon, lat) * (1 - share) + fine_grid().at(lon, lat) * share, share


def cell(point: Point) -> tuple[int, int]:
    return int((NORTH - point[1]) * CELLS), int((point[0] - WEST) * CELLS)


def way(ground: np.ndarray, start: Point, end: Point) -> list[Point]:
    """The cheapest way: short, in the valley's floor, and not uphill."""
    (a, b), (c, d) = cell(start), cell(end)
    top, left = max(0, min(a, c) - MARGIN), max(0, min(b, d) - MARGIN)
    part = ground[top : max(a, c) + MARGIN, left : max(b, d) + MARGIN]
    above = np.maximum(part - blur(part, 4), -40) + 40
    previous = search(part, above, (a - top, b - left), (c - top, d - left))
    path = [(c - top, d - left)]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    middle = [(WEST + (j + left + 0.5) / CELLS, NORTH - (i + top + 0.5) / CELLS) for i, j in path[-2:0:-1]]
    return [start, *middle, end]


def search(
    part: np.ndarray, above: np.ndarray, start: tuple[int, int], end: tuple[int, int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every cell reached before *end*, the one before it (Dijkstra's method)."""
    costs, previous, queue, done = {start: 0.0}, {}, [(0.0, start)], set()
    while queue:
        cost, here = heapq.heappop(queue)
        if here == end:
            break
        if here in done:
            continue
        done.add(here)
        for there, length in neighbours(here, part.shape):
            climb = max(0.0, float(part[there] - part[here]))
            total = cost + length * (1 + 0.04 * float(above[there])) + 0.5 * climb
            if total < costs.get(there, np.inf):
                costs[there], previous[there] = total, here
                heapq.heappush(queue, (total, there))
    return previous


def neighbours(here: tuple[int, int], shape: tuple[int, ...]) -> list[tuple[tuple[int, int], float]]:
    sides = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    cells = [((here[0] + i, here[1] + j), float(np.hypot(i, 0.73 * j))) for i, j in sides]
    return [(there, length) for there, length in cells if 0 <= there[0] < shape[0] and 0 <= there[1] < shape[1]]


def winding(start: Point, end: Point, chance: np.random.Generator, rounds: int) -> list[Point]:
    """A line from *start* to *end* whose halves were moved aside again and again."""
    line = [np.array(start), np.array(end)]
    for turn in range(rounds):
        halves = []
        for one, other in pairwise(line):
            east, north = (other - one) * (0.72, 1.0)
            aside = np.array([-north / 0.72, east]) * WINDING * 0.86**turn * chance.uniform(-1, 1)
            halves += [one, (one + other) / 2 + aside]
        line = [*halves, line[-1]]
    return [(float(x), float(y)) for x, y in line]


def course(points: list[Point], ground: np.ndarray, share: np.ndarray, chance: np.random.Generator) -> list[Point]:
    line: list[Point] = [points[0]]
    for start, end in pairwise(points):
        guided = min(share[cell(start)], share[cell(end)]) > 0.5
        line += (freed(way(ground, start, end), chance) if guided else winding(start, end, chance, rounds=5))[1:]
    return [(round(float(x), 4), round(float(y), 4)) for x, y in smoothed(line, times=3)]


def freed(line: list[Point], chance: np.random.Generator) -> list[Point]:
    """*line* without the cells' stairs: every few points kept, and the pieces between wound again."""
    rough = smoothed(line, times=6)
    kept = [*rough[: -PIECE // 2 : PIECE], rough[-1]]
    pieces = [winding(start, end, chance, rounds=2) for start, end in pairwise(kept)]
    return [kept[0], *(point for piece in pieces for point in piece[1:])]


def smoothed(line: list[Point], times: int) -> list[Point]:
    points = np.array(line)
    for _ in range(times):
        points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
    return [(float(x), float(y)) for x, y in points]


def nearest(end: Point, trunk: str, rivers: list[dict[str, Any]]) -> Point:
    """The point of the river *trunk* that is nearest to *end*."""
    shapes = [each["geometry"] for each in rivers if each["properties"]["id"] == trunk]
    points = np.concatenate([line for shape in shapes for line in lines(shape)])
    x, y = points[np.hypot((points[:, 0] - end[0]) * 0.72, points[:, 1] - end[1]).argmin()]
    return float(x), float(y)


def main() -> None:
    ground, share = heights()
    chance = np.random.default_rng(SEED)
    path = MAP / "rivers.geojson"
    rivers = json.loads(path.read_text(encoding="utf-8"))
    kept = [each for each in rivers["features"] if "Natural Earth" in each["properties"]["source"]]
    source = "own way-points, and the cheapest way between them on the height field"
    for name, points in COURSES.items():
        line = course([(x, y) for x, y in points], ground, share, chance)
        if name in MOUTHS:
            line.append(nearest(line[-1], MOUTHS[name], kept))
        shape = {"type": "LineString", "coordinates": line}
        kept.append({"type": "Feature", "properties": {"id": name, "source": source}, "geometry": shape})
    body = ",\n".join(json.dumps(each, separators=(",", ":")) for each in kept)
    path.write_text('{"type":"FeatureCollection","features":[\n' + body + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

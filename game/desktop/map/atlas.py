"""The charts of a scenario, read and projected once, with the pictures that lie under them."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from attrs import frozen

from game.content import ScenarioError, find
from game.content.assets import assets_folder
from game.content.atlas import Atlas, Chart, Parts, Point, read_atlas
from game.content.projection import EARTH, Conic, Plane, Projection, in_kilometres, read_projection
from game.desktop.box import Box

COARSE, FINE = 1.7, 1.4
"""Screen pixels to a pixel of the whole picture, and of the finer one, at most."""
DRAWN = 2400.0
"""Screen pixels that a drawn chart may be high at most."""


@frozen
class Laid:
    """A relief picture where it lies on its chart, in the chart's units."""

    path: Path
    box: Box
    grain: float
    """Its pixels to the unit."""


@frozen(eq=False, slots=False)
class Page:
    """One chart, ready to be drawn."""

    id: str
    chart: Chart
    projection: Projection
    box: Box
    """Its edges in its units: kilometres, or those of a plan."""
    home: Box
    pictures: tuple[Laid, ...] = ()

    @cached_property
    def _flat(self) -> dict[int, tuple[Parts, Parts]]:
        return {}

    def flat(self, parts: Parts) -> Parts:
        """*parts* in the chart's units; remembered, because shapes are drawn again at every size."""
        found = self._flat.get(id(parts))
        if found is None:
            drawn = tuple(tuple(self.projection.pixel(*point) for point in part) for part in parts)
            found = self._flat[id(parts)] = (parts, drawn)  # keeps *parts*, so that its number stays its own
        return found[1]

    def around(self, shapes: Iterable[Parts]) -> Box | None:
        """The box around shapes; None when there are none."""
        points = [point for parts in shapes for part in self.flat(parts) for point in part]
        if not points:
            return None
        across, down = zip(*points, strict=True)
        left, top = min(across), min(down)
        return Box(left, top, max(across) - left, max(down) - top)

    def holds(self, point: Point) -> bool:
        """Whether a place lies on this chart."""
        return self.box.holds(*self.projection.pixel(*point))

    @cached_property
    def coarse(self) -> float:
        """Screen pixels to the unit at most, where only the whole picture shows."""
        return self.pictures[0].grain * COARSE if self.pictures else DRAWN / self.box.h

    @cached_property
    def fine(self) -> float:
        """Screen pixels to the unit at most, where the finer picture shows."""
        return self.pictures[-1].grain * FINE if len(self.pictures) > 1 else self.coarse

    @property
    def core(self) -> Box:
        """Where the finer picture lies."""
        return self.pictures[-1].box if len(self.pictures) > 1 else self.box


@frozen(eq=False)
class Maps:
    """All that a scenario's maps show."""

    atlas: Atlas
    pages: tuple[Page, ...]

    def page(self, id: str) -> Page | None:
        return next((each for each in self.pages if each.chart.id == id), None)

    def page_of(self, shapes: Iterable[Parts]) -> Page:
        """The first chart on which all of *shapes* lie; else the last, which shows most."""
        points = [point for parts in shapes for part in parts for point in part]
        return next((page for page in self.pages if all(map(page.holds, points))), self.pages[-1])


@lru_cache(maxsize=4)
def maps_of(scenario: str) -> Maps | None:
    """The maps of the scenario called so; None where there are none."""
    try:
        atlas = read_atlas(find(scenario)).atlas
    except ScenarioError:
        return None
    pages = tuple(_page(scenario, chart) for chart in atlas.charts)
    return Maps(atlas, pages) if pages else None


def _page(scenario: str, chart: Chart) -> Page:
    conics = _conics() if chart.pictures else {}
    projection = _projection(chart, conics)
    pictures = tuple(_laid(projection, name, conics[name]) for name in chart.pictures)
    box = _box(projection, chart.box) if chart.box else pictures[0].box
    return Page(f"{scenario} {chart.id}", chart, projection, box, _box(projection, chart.home), pictures)


def _conics() -> dict[str, Conic]:
    return read_projection(assets_folder() / "map" / "projection.json")


def _projection(chart: Chart, conics: dict[str, Conic]) -> Projection:
    if chart.projection == "plane":
        return Plane()
    if chart.projection in conics:
        return in_kilometres(conics[chart.projection])
    south, north = chart.parallels
    return Conic(0, 0, chart.meridian, chart.origin, (south, north), 0.0, 0.0, EARTH / 1000)


def _laid(projection: Projection, name: str, conic: Conic) -> Laid:
    """Where a picture lies. Its cone may be turned against the chart's by less than a tenth of a degree."""
    x, y = projection.pixel(*conic.place(conic.width / 2, conic.height / 2))
    grain = conic.scale / (EARTH / 1000)
    wide, tall = conic.width / grain, conic.height / grain
    return Laid(assets_folder() / "map" / f"{name}.jpg", Box(x - wide / 2, y - tall / 2, wide, tall), grain)


def _box(projection: Projection, edges: tuple[float, ...]) -> Box:
    """The box in units between west, south, east and north, measured along the middle of each side."""
    west, south, east, north = edges
    left, right = (projection.pixel(each, (south + north) / 2)[0] for each in (west, east))
    top, bottom = (projection.pixel((west + east) / 2, each)[1] for each in (north, south))
    return Box(left, top, right - left, bottom - top)

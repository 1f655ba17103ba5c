"""A scenario's maps: charts, places, lines, zones, and what each clause lights on them, from GeoJSON files in `map/`.

Every feature keeps its line and column, as the other files do: GeoJSON is also YAML, so the same reader reads it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen

from game.content.builder import Builder, shape_of
from game.content.draft import Trail
from game.content.problem import Place as Spot
from game.content.problem import Problem, error_at
from game.content.reader import MAX_BYTES, Fields, Items, Node, Text, read, too_large
from game.engine.source import Citation, Confidence

Point = tuple[float, float]
"""Longitude and latitude, or east and north in the unit of a plane."""
Parts = tuple[tuple[Point, ...], ...]
"""The lines or rings a shape is made of; a single point is a line of one."""
Names = Mapping[str, str]
"""A name in several languages, English at least."""
DIVIDED = "divided"
"""The holder of land that neither seat has alone."""


@frozen
class Place:
    """A town, a pass, a post; *rank* 1 is named first and on the smallest scale, 4 last."""

    number: int
    kind: str
    names: Names
    rank: int = 3
    also: str = ""
    modern: str = ""
    since: int = 0
    """The year it was founded, when that is later than the first year of play."""
    confidence: Confidence = Confidence.C
    cite: tuple[Citation, ...] = ()
    parts: Parts = ()

    @property
    def point(self) -> Point:
        return self.parts[0][0]


@frozen
class Line:
    """A line of a treaty, or a road."""

    id: str
    kind: str
    """`claim` and `treaty` are frontiers; `route` is a road."""
    names: Names
    treaty: str = ""
    """The treaty that drew it: hidden until it is known in play."""
    places: tuple[tuple[int, ...], ...] = ()
    note: str = ""
    confidence: Confidence = Confidence.C
    cite: tuple[Citation, ...] = ()
    parts: Parts = ()


@frozen
class Zone:
    """The land of one option, and who has it then."""

    issue: str
    option: str
    holder: str
    shows: str
    confidence: Confidence = Confidence.C
    cite: tuple[Citation, ...] = ()
    parts: Parts = ()


@frozen
class Light:
    """What a clause without land of its own lights: places, roads, and shapes of its own."""

    issue: str
    says: str
    """What is lit, in a sentence."""
    option: str = ""
    """Empty for what every option of the issue lights."""
    places: tuple[int, ...] = ()
    lines: tuple[str, ...] = ()
    kind: str = ""
    """What its own shapes are: `arrow`, `road`, `river` or `spot`."""
    confidence: Confidence = Confidence.C
    cite: tuple[Citation, ...] = ()
    parts: Parts = ()


@frozen
class Column:
    """Troops on the march, or posts that were held: shown in a stretch of time, while meters stand so."""

    id: str
    seat: str
    names: Names
    note: str
    since: str = ""
    until: str = ""
    meters: Mapping[str, tuple[int, ...]] = field(factory=dict)
    """For a meter, the least and the most between which it is shown."""
    chapters: tuple[str, ...] = ()
    """Starts whose introduction tells of it; empty for all."""
    cards: tuple[str, ...] = ()
    """Choices, as `card.choice`, after which it is shown too in games from other starts."""
    planned: bool = False
    """Whether it was a plan, not a march."""
    confidence: Confidence = Confidence.C
    cite: tuple[Citation, ...] = ()
    parts: Parts = ()


@frozen
class Shape:
    """Part of a chart: lettering along a line, and on drawn charts land, water, woods and roads."""

    kind: str
    names: Names = field(factory=dict)
    rank: int = 2
    note: str = ""
    parts: Parts = ()


@frozen(eq=False)
class Chart:
    """One sheet of the atlas."""

    id: str
    title: Names
    projection: str
    """`plane`, `conic` with the numbers below, or the name of a picture, whose projection it then has."""
    home: tuple[float, ...]
    """What is shown first: west, south, east, north."""
    order: int = 1
    subtitle: Names = field(factory=dict)
    pictures: tuple[str, ...] = ()
    """Names of relief pictures, the finer one last; none where the chart is drawn from its shapes."""
    box: tuple[float, ...] = ()
    """Its edges; not needed where there is a picture."""
    meridian: float = 0.0
    origin: float = 0.0
    parallels: tuple[float, ...] = ()
    unit: str = "km"
    note: str = ""
    cite: tuple[Citation, ...] = ()
    shapes: tuple[Shape, ...] = ()


@frozen(eq=False)
class Atlas:
    """All maps of a scenario; empty for one that has none."""

    charts: tuple[Chart, ...] = ()
    places: tuple[Place, ...] = ()
    lines: tuple[Line, ...] = ()
    zones: tuple[Zone, ...] = ()
    lights: tuple[Light, ...] = ()
    columns: tuple[Column, ...] = ()

    def zone(self, issue: str, option: str) -> Zone | None:
        """The land of an option; None when it has none."""
        return next((each for each in self.zones if (each.issue, each.option) == (issue, option)), None)

    def lit_by(self, issue: str, option: str) -> tuple[Light, ...]:
        """What an option lights, with what its issue lights under every option."""
        return tuple(each for each in self.lights if each.issue == issue and each.option in ("", option))

    def place(self, number: int) -> Place:
        """The place with this number; raises StopIteration when there is none."""
        return next(each for each in self.places if each.number == number)

    def line(self, id: str) -> Line:
        """The line of this id; raises StopIteration when there is none."""
        return next(each for each in self.lines if each.id == id)

    @property
    def territorial(self) -> tuple[str, ...]:
        """The issues that have land, in the order of the file."""
        return tuple(dict.fromkeys(each.issue for each in self.zones))


KINDS: Mapping[str, type] = {"places": Place, "lines": Line, "zones": Zone, "lights": Light, "columns": Column}
"""What the features of each file are; every other file is a chart of its own."""


@frozen
class Reading:
    """An atlas, what is wrong with its files, and where each value stands in them."""

    atlas: Atlas
    builder: Builder

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self.builder.problems)


def read_atlas(folder: Path) -> Reading:
    """The maps in the scenario *folder*; features that cannot be read are left out and told as problems."""
    return _Reader(folder).reading()


@define
class _Reader:
    """Reads the files one after the other."""

    folder: Path
    builder: Builder = field(factory=Builder)
    found: dict[str, tuple[Any, ...]] = field(factory=dict)
    charts: list[Chart] = field(factory=list)

    def reading(self) -> Reading:
        for path in sorted((self.folder / "map").glob("*.geojson")):
            self.take(path)
        charts = tuple(sorted(self.charts, key=lambda each: each.order))
        return Reading(Atlas(charts, **self.found), self.builder)

    def take(self, path: Path) -> None:
        if path.stat().st_size > MAX_BYTES:
            self.builder.problems.append(too_large(path.as_posix()))
            return
        node, problems = read(path.read_bytes().decode("utf-8", "replace"), path.as_posix())
        self.builder.problems.extend(problems)
        features = _field(node, "features")
        if not isinstance(features, Items):
            place = node.place if node else Spot(path.as_posix())
            self.builder.wrong((path.stem,), place, "no-features", "a GeoJSON file holds a list of features")
        elif path.stem in KINDS:
            self.found[path.stem] = tuple(self.features(KINDS[path.stem], features, (path.stem,)))
        elif isinstance(node, Fields):
            self.take_chart(path.stem, node, features)

    def take_chart(self, name: str, node: Fields, features: Items) -> None:
        shapes = tuple(self.features(Shape, features, (name, "shapes")))
        own = evolve(node, entries=tuple(each for each in node.entries if each.key.value not in ("type", "features")))
        record = self.builder.record(shape_of(Chart).without("a chart", "id shapes"), own, (name,))
        self.charts.append(Chart(id=name, shapes=shapes, **record))

    def features(self, kind: type, features: Items, trail: Trail) -> Iterator[Any]:
        for place, node in enumerate(features.items):
            below, told = (*trail, place), len(self.builder.problems)
            properties = _field(node, "properties") or node
            record = self.builder.record(
                shape_of(kind).without(f"a {kind.__name__.lower()}", "parts"), properties, below
            )
            parts = self.parts(_field(node, "geometry"), below)
            if len(self.builder.problems) == told:
                yield kind(**record, parts=parts)

    def parts(self, geometry: Node | None, trail: Trail) -> Parts:
        """The lines of a geometry; none where it is null."""
        coordinates = _field(geometry, "coordinates")
        if coordinates is None:
            return ()
        found = tuple(self._lines(coordinates, trail))
        if not found:
            self.builder.problems.append(error_at(coordinates.place, "no-shape", "a shape needs coordinates"))
        return found

    def _lines(self, node: Node, trail: Trail) -> Iterator[tuple[Point, ...]]:
        if not isinstance(node, Items) or not node.items:
            return
        if isinstance(node.items[0], Text):
            yield (self._point(node, trail),)
        elif isinstance(node.items[0], Items) and _is_point(node.items[0]):
            yield tuple(self._point(each, trail) for each in node.items)
        else:
            for each in node.items:
                yield from self._lines(each, trail)

    def _point(self, node: Node, trail: Trail) -> Point:
        east, north = (*self.builder.items(float, node, (*trail, "geometry")), 0.0, 0.0)[:2]
        return east, north


def _is_point(node: Items) -> bool:
    return bool(node.items) and isinstance(node.items[0], Text)


def _field(node: Node | None, name: str) -> Node | None:
    if not isinstance(node, Fields):
        return None
    return next((each.value for each in node.entries if each.key.value == name), None)

"""The plane of both sides' points as a drawing: where everything lies, in the drawing's own units."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from game.classroom.debrief.findings import offer_moments, signature_moments
from game.classroom.debrief.tables import Table
from game.engine.frontier import Point
from game.session.reckoning import Reckoning

WIDTH, HEIGHT = 640, 480
LEFT, TOP, RIGHT, BOTTOM = 56, 16, 16, 48
STEP = 10


@frozen
class Spot:
    """One mark on the plane."""

    x: float
    y: float
    kind: str
    """`first` or `second` for an offer of a side, `signed`, `refused`, `treaty`, `end`, `best`."""
    label: str = ""
    """What stands beside the mark."""
    title: str = ""
    """What the mark says to who points at it, or listens."""
    moment: int = -1
    """The action that proves it; -1 for none."""


@frozen
class Plane:
    """Everything that is drawn."""

    edge: str
    """The points of the frontier's line, as SVG reads them."""
    zone: tuple[float, float, float, float]
    """The corner where both have more than by waiting: x, y, width, height."""
    paths: tuple[tuple[str, str], ...]
    """Each side's offers as a line: `first` or `second`, and its points."""
    spots: tuple[Spot, ...]
    across: tuple[tuple[float, int], ...]
    """Where the ticks stand, and what they say."""
    upward: tuple[tuple[float, int], ...]


@frozen
class Scale:
    """From points to the drawing's units."""

    low: tuple[float, float]
    high: tuple[float, float]

    def place(self, point: Point) -> tuple[float, float]:
        return self.x(point.first), self.y(point.second)

    def x(self, points: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * self._share(points, 0), 1)

    def y(self, points: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * self._share(points, 1), 1)

    def _share(self, points: float, side: int) -> float:
        return (points - self.low[side]) / ((self.high[side] - self.low[side]) or 1)


def plane(table: Table) -> Plane:
    """The plane of one table: both sides' offers, what was signed, history's texts, the end and what it left."""
    reckoning = table.reckoning
    scale = scale_of([reckoning])
    spots = (*_treaties(reckoning, scale), *_offers(table, scale), *_signed(table, scale), *_best(table, scale))
    paths = tuple(_path(table, scale, side) for side in (0, 1))
    return _drawn(reckoning, scale, spots, paths)


def plane_of_all(tables: Sequence[Table]) -> Plane:
    """The plane of a class: where each table ended, beside history."""
    reckonings = [table.reckoning for table in tables]
    scale = scale_of(reckonings)
    ends = (
        Spot(
            *scale.place(table.reckoning.end),
            "end",
            str(place),
            f"{table.title}, {table.text[0]}: {worth(table.reckoning.end)}",
            table.moments[-1].number,
        )
        for place, table in enumerate(tables, 1)
    )
    return _drawn(reckonings[0], scale, (*_treaties(reckonings[0], scale), *ends), ())


def worth(point: Point) -> str:
    """Both sides' points, in the order of the axes."""
    return f"{point.first:.0f} and {point.second:.0f} points"


def scale_of(reckonings: Iterable[Reckoning]) -> Scale:
    """A scale on which all points of *reckonings* find room."""
    points = [(p.first, p.second) for each in reckonings for p in _points(each)]
    lows, highs = (tuple(pick(values) for values in zip(*points, strict=True)) for pick in (min, max))
    low = (_below(lows[0]), _below(lows[1]))
    return Scale(low, (_below(highs[0]) + STEP, _below(highs[1]) + STEP))


def _below(points: float) -> float:
    return STEP * (points // STEP)


def _points(reckoning: Reckoning) -> Iterable[Point]:
    yield from reckoning.edge
    yield Point(*reckoning.waiting, {})
    yield from (each.point for each in reckoning.proposals)
    yield from (each.point for each in reckoning.signatures)
    yield from (point for _, point in reckoning.treaties)
    yield reckoning.end


def _drawn(reckoning: Reckoning, scale: Scale, spots: tuple[Spot, ...], paths: tuple[tuple[str, str], ...]) -> Plane:
    x, y = scale.x(reckoning.waiting[0]), scale.y(reckoning.waiting[1])
    across, upward = (range(int(low), int(high) + 1, 20) for low, high in zip(scale.low, scale.high, strict=True))
    return Plane(
        _line(scale.place(point) for point in reckoning.edge),
        (x, TOP, round(WIDTH - RIGHT - x, 1), round(y - TOP, 1)),
        paths,
        spots,
        tuple((scale.x(each), each) for each in across),
        tuple((scale.y(each), each) for each in upward),
    )


def _line(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in places)


def _treaties(reckoning: Reckoning, scale: Scale) -> Iterable[Spot]:
    for treaty, point in reckoning.treaties:
        title = f"{treaty.title}, {treaty.signed[:4]}: {worth(point)}"
        yield Spot(*scale.place(point), "treaty", f"{treaty.title.split(' (')[0]}, {treaty.signed[:4]}", title)


def _offers(table: Table, scale: Scale) -> Iterable[Spot]:
    ids = table.scenario.seat_ids
    proposals, moments = table.reckoning.proposals, offer_moments(table)
    told = {proposals[0].number, proposals[-1].number} if proposals else set()
    for each, moment in zip(proposals, moments, strict=True):
        kind = ("first", "second")[ids.index(each.seat)]
        title = f"Offer {each.number} by {table.scenario.seat[each.seat].title}, turn {each.turn}: {worth(each.point)}"
        yield Spot(*scale.place(each.point), kind, str(each.number) if each.number in told else "", title, moment)


def _path(table: Table, scale: Scale, side: int) -> tuple[str, str]:
    seat = table.scenario.seat_ids[side]
    own = (each.point for each in table.reckoning.proposals if each.seat == seat)
    return ("first", "second")[side], _line(scale.place(point) for point in own)


def _signed(table: Table, scale: Scale) -> Iterable[Spot]:
    for each, moment in zip(table.reckoning.signatures, signature_moments(table), strict=True):
        kind = "refused" if each.refused_by else "signed"
        title = f"{kind.capitalize()}, turn {each.turn}: {worth(each.point)}"
        yield Spot(*scale.place(each.point), kind, kind, title, moment)


def _best(table: Table, scale: Scale) -> Iterable[Spot]:
    if table.reckoning.left >= 1:
        best = table.reckoning.best
        yield Spot(*scale.place(best), "best", "better for both", f"A text better for both: {worth(best)}")

"""The report's drawings as numbers: bars of shares, lines over turns, and the plane of both sides' points."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from game.authoring.playtest.counts import Counts, Opening
from game.authoring.shares import Share
from game.engine.frontier import frontier
from game.engine.scenario import Scenario
from game.engine.utility import no_treaty_value, value
from game.session.reckoning import whole_terms
from game.session.selfplay import opening as opened

WIDTH, HEIGHT = 520, 380
LEFT, TOP, RIGHT, BOTTOM = 46, 14, 14, 40
DOTS = 400
"""Texts drawn at most: more hide one another."""


@frozen
class Bar:
    """One stretch of a bar, in per cent of its length."""

    start: float
    width: float
    label: str
    title: str
    shade: int
    """0 to 6: which of the report's tints."""


@frozen
class Dot:
    x: float
    y: float
    title: str
    kind: str
    """`text`, `treaty` or `nothing`."""
    label: str = ""


@frozen
class Plane:
    """The points of both sides, the first across and the second upward."""

    edge: str
    dots: tuple[Dot, ...]
    across: tuple[tuple[float, int], ...]
    upward: tuple[tuple[float, int], ...]


@frozen
class Curve:
    """A share by turn: the line, the band of its interval, and a label for each turn."""

    line: str
    band: str
    marks: tuple[tuple[float, float, str], ...]
    turns: tuple[tuple[float, str], ...]


def bar(shares: Mapping[str, Share], titles: Mapping[str, str]) -> tuple[Bar, ...]:
    """Shares that make a whole, as stretches of one bar; those of nothing are left out."""
    start, found = 0.0, []
    for shade, (name, share) in enumerate(shares.items()):
        if share.hits:
            found.append(
                Bar(round(start, 2), round(share.per_cent, 2), titles[name], f"{titles[name]}: {share}", shade)
            )
            start += share.per_cent
    return tuple(found)


def plane(counts: Counts, opening: Opening) -> Plane:
    """The frontier of an opening, history's texts, no treaty, and the texts that were signed there."""
    state = opened(counts.schedule.scenario, *opening)[1]
    scenario = state.scenario
    briefs = [scenario.briefs[seat] for seat in scenario.seat_ids]
    nothing = tuple(no_treaty_value(brief, state.status_quo) for brief in briefs)
    edge = [(point.first, point.second) for point in frontier(scenario)]
    texts = [_points(scenario, text) for each in counts.of(opening) for text in each.signed][:DOTS]
    treaties = [(each, _points(scenario, whole_terms(scenario, each))) for each in scenario.history.treaties]
    scale = _Scale([*edge, *texts, *(points for _, points in treaties), (nothing[0], nothing[1])])
    dots = [Dot(*scale(*points), f"signed: {points[0]:.0f} and {points[1]:.0f} points", "text") for points in texts]
    dots += [
        Dot(*scale(*points), f"{each.title}: {points[0]:.0f} and {points[1]:.0f} points", "treaty", each.title)
        for each, points in treaties
    ]
    dots.append(Dot(*scale(nothing[0], nothing[1]), "no treaty", "nothing", "no treaty"))
    ticks = range(-100, 201, 20)
    across = tuple((scale(tick, 0)[0], tick) for tick in ticks if LEFT <= scale(tick, 0)[0] <= WIDTH - RIGHT)
    upward = tuple((scale(0, tick)[1], tick) for tick in ticks if TOP <= scale(0, tick)[1] <= HEIGHT - BOTTOM)
    return Plane(_line(scale(*point) for point in edge), tuple(dots), across, upward)


def _points(scenario: Scenario, text: Mapping[str, str]) -> tuple[float, float]:
    first, second = (value(scenario.briefs[seat], dict(text)) for seat in scenario.seat_ids)
    return first, second


class _Scale:
    """From points to the drawing's units, with room for all *points*."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        columns = list(zip(*points, strict=True))
        self.low = tuple(min(column) - 4 for column in columns)
        self.high = tuple(max(column) + 4 for column in columns)

    def __call__(self, first: float, second: float) -> tuple[float, float]:
        across = (first - self.low[0]) / (self.high[0] - self.low[0])
        upward = (second - self.low[1]) / (self.high[1] - self.low[1])
        x = LEFT + across * (WIDTH - LEFT - RIGHT)
        return round(x, 1), round(HEIGHT - BOTTOM - upward * (HEIGHT - TOP - BOTTOM), 1)


def curve(shares: Mapping[int, Share], titles: Mapping[int, str]) -> Curve | None:
    """A share by turn as a line with its interval; None when no turn was looked into."""
    if not shares:
        return None
    first, last = min(shares), max(shares)

    def across(turn: int) -> float:
        return round(LEFT + (turn - first) / max(1, last - first) * (WIDTH - LEFT - RIGHT), 1)

    def upward(per_cent: float) -> float:
        return round(TOP + (1 - per_cent / 100) * (HEIGHT / 2 - TOP - BOTTOM), 1)

    line = _line((across(turn), upward(share.per_cent)) for turn, share in shares.items())
    above = [(across(turn), upward(share.interval[1])) for turn, share in shares.items()]
    below = [(across(turn), upward(share.interval[0])) for turn, share in shares.items()]
    marks = tuple((across(t), upward(s.per_cent), f"{titles[t]}: {s} of {s.runs} games") for t, s in shares.items())
    turns = tuple((across(turn), titles[turn]) for turn in dict.fromkeys((first, last)))  # more would meet
    return Curve(line, _line([*above, *reversed(below)]), marks, turns)


def _line(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in places)

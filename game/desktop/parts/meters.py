"""The meters as gauges: the table's, one's own, and what can be seen of the other side's, with what has moved."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from game.desktop.desk import Desk
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.figures import Gauge
from game.desktop.widgets.layout import Cell, Column, Gap, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.words import eyebrow
from game.engine.scenario import CAPITAL, CREDIBILITY, READINESS, TENSION, TREASURY, Meter, Shown
from game.engine.view import SeatView
from game.prose.meters import MOST_COMMON, band
from game.prose.words import other_title

ICONS = (TENSION, CAPITAL, READINESS, CREDIBILITY, TREASURY)
"""The meters that rules read have pictures; those that a scenario adds have their titles alone."""
ICON = 22.0


@frozen
class Reading:
    """Where a meter stands, where it stood in the turn before, and whether that is only a guess."""

    meter: Meter
    level: int
    was: int | None
    about: bool = False

    @property
    def moved(self) -> bool:
        return self.was not in (None, self.level)


def common(desk: Desk, view: SeatView, known: Sequence[str] = ()) -> list[Reading]:
    """The meters that both sides share, but for those *known* from elsewhere on the page."""
    shared = [meter for meter in view.gauges if meter.scope == "shared" and meter.id not in known]
    return [_reading(desk, view, meter, meter.id) for meter in shared]


def own(desk: Desk, view: SeatView) -> list[Reading]:
    """One's own meters."""
    return [_reading(desk, view, each, f"{view.seat}.{each.id}") for each in view.gauges if each.scope != "shared"]


def theirs(desk: Desk, view: SeatView) -> list[Reading]:
    """What can be seen of the other side's."""
    seen = [each for each in view.gauges if each.scope != "shared" and f"{view.other}.{each.id}" in view.meters]
    return [_reading(desk, view, each, f"{view.other}.{each.id}", each.shown is Shown.BLURRED) for each in seen]


def _reading(desk: Desk, view: SeatView, meter: Meter, name: str, about: bool = False) -> Reading:
    before: Mapping[str, int] = desk.levels.get(view.seat or "", {})
    return Reading(meter, view.meters[name], before.get(name), about)


def telling(readings: Sequence[Reading]) -> list[Reading]:
    """Those of *readings* worth a place: all when they are few, else those that have moved."""
    moved = [each for each in readings if each.moved]
    return list(readings) if len(readings) <= MOST_COMMON else moved


def gauge(reading: Reading) -> Gauge:
    """A reading as a gauge that explains itself when it is pressed."""
    meter, level = reading.meter, reading.level
    name = band(meter, level)
    meaning = f"explain {meter.id}"
    return Gauge(meter.title, level, meter.low, meter.high, name, reading.was, meaning, reading.about)


def gauges(title: str, readings: Sequence[Reading]) -> Iterator[Widget]:
    """*readings* under a heading, with their pictures; nothing when there are none."""
    if not readings:
        return
    yield eyebrow(title)
    pictured = any(each.meter.id in ICONS for each in readings)
    yield Column([_row(each) if pictured else gauge(each) for each in readings], GRID)


def _row(reading: Reading) -> Widget:
    name, known = f"icon-{reading.meter.id}.png", reading.meter.id in ICONS
    picture: Widget = Picture(name, (ICON, ICON), tint="faded") if known else Gap(ICON)
    return Row([Cell(picture, ICON), Cell(gauge(reading))], 1.5 * GRID)


def their_heading(view: SeatView) -> str:
    """What stands above the gauges of the other side."""
    return f"Seen of {other_title(view)}"

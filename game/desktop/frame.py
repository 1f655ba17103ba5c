"""The frame around every page of a game: who you are, when it is, how tense it is, and the ways to look things up."""

from game.desktop.desk import Desk
from game.desktop.lettering import Style
from game.desktop.screen import is_narrow
from game.desktop.theme import GRID, LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.figures import Gauge
from game.desktop.widgets.layout import Cell, Column, Grow, Middle, Pad, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Rule, note, words
from game.engine.issue import SeatId
from game.engine.scenario import TENSION
from game.engine.view import SeatView
from game.prose.calendar import closed_table
from game.prose.meters import band, deadline

ROOMY = 1120.0
"""The width from which the masthead need not save room."""
SEALS = {"qing": "seal-qing.png", "russia": "seal-russia.png"}
"""The seals of seats that have one of their own; others have that of the first or the second seat."""


def seal(view: SeatView, seat: SeatId) -> str:
    """The picture of a seat's seal."""
    return seal_of(seat, side(view, seat))


def seal_of(seat: SeatId, place: int) -> str:
    """The picture of the seal of a seat that comes first (0) or second (1)."""
    return SEALS.get(seat, "seal-second.png" if place else "seal-first.png")


def side(view: SeatView, seat: SeatId) -> int:
    """0 for the first seat, 1 for the second."""
    return [each.id for each in view.seats].index(seat)


def hue(view: SeatView, seat: SeatId) -> str:
    """The palette's name for the colour of a seat."""
    return "second" if side(view, seat) else "first"


def play_page(desk: Desk, body: Widget, width: float, pad: float = 3 * GRID) -> Widget:
    """*body* under the masthead."""
    return Column([masthead(desk, width), Grow(Pad(body, pad if not is_narrow(width) else 2 * GRID, 2 * GRID))], 0)


def masthead(desk: Desk, width: float) -> Widget:
    """The band at the head of a page."""
    view, narrow = desk.game().view, is_narrow(width)
    cells = [Cell(Picture(seal(view, view.seat or ""), (48, 48)), 52), Cell(_who_and_when(view))]
    if not narrow:
        wide = 300 if width >= ROOMY else 232
        cells.append(Cell(Middle(note(_deadline(desk, view)), wide), wide))
    if TENSION in view.meters:
        cells.append(Cell(Middle(_tension(desk, view), 200), 200))
    icons = _icons()
    cells.append(Cell(Middle(Row([Cell(icon, 44) for icon in icons], 4), 48 * len(icons)), 48 * len(icons)))
    return Column([Pad(Row(cells), 3 * GRID if not narrow else GRID, GRID), Rule(hue(view, view.seat or ""), 0, 2)], 0)


def _who_and_when(view: SeatView) -> Widget:
    title = next(each.title for each in view.seats if each.id == view.seat)
    when = f"{view.turns[view.turn - 1].title}   ·   turn {view.turn} of {len(view.turns)}"
    return Column([words(title, Style(LEAD, "semibold")), words(when, Style(NOTE, "regular", "faded"))], 0)


def _deadline(desk: Desk, view: SeatView) -> str:
    if view.outcome is not None:
        return "The game is over."
    closed = closed_table(view, desk.game().match.state)
    return closed if closed and view.pending is None else deadline(view)


def _tension(desk: Desk, view: SeatView) -> Widget:
    meter = next(each for each in view.gauges if each.id == TENSION)
    level = view.meters[TENSION]
    was = desk.levels.get(view.seat or "", {}).get(TENSION, level)
    return Gauge(meter.title, level, meter.low, meter.high, band(meter, level), was, meaning=f"explain {TENSION}")


def _icons() -> list[Button]:
    return [
        Button("", "open briefing", icon="icon-memorial.png", note="Your instructions (b)"),
        Button("", "open codex", icon="icon-codex.png", note="The codex: people, places, terms, treaties (Ctrl+F)"),
        Button("", "open record", icon="icon-record.png", note="The record: step through the game"),
        Button("", "help", icon="icon-question.png", note="What this page is for, and every word of the game (F1)"),
        Button("", "open menu", icon="icon-settings.png", note="Save, settings, leave (Escape)"),
    ]

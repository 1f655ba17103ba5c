"""The land that is spoken of: its map where there is one, else the seals of both sides."""

from game.desktop.frame import seal
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Flow, Middle, Panel
from game.desktop.widgets.pictures import Picture
from game.engine.view import SeatView


def region(view: SeatView) -> Widget:
    """A panel to look at beside a text."""
    seals = [(112.0, Picture(seal(view, each.id), (112, 112), each.title)) for each in view.seats]
    return Panel(Middle(Flow(seals, 4 * GRID, 0.5), 320))

"""The land that is spoken of: its map with what weighs most as it stands now, or both seals where there is no map."""

from game.desktop.desk import Desk
from game.desktop.frame import seal
from game.desktop.map.atlas import maps_of
from game.desktop.parts.map import map_board
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Flow, Middle, Panel
from game.desktop.widgets.pictures import Picture
from game.engine.view import SeatView
from game.prose.briefing import priorities


def region(desk: Desk, view: SeatView) -> Widget:
    """Something to look at beside a text."""
    if maps_of(view.scenario) is not None and view.brief is not None:
        return map_board(desk, view.status_quo, priorities(view, view.brief)[0][0].id)
    seals = [(112.0, Picture(seal(view, each.id), (112, 112), each.title)) for each in view.seats]
    return Panel(Middle(Flow(seals, 4 * GRID, 0.5), 320))

"""Every screen by its name."""

from collections.abc import Mapping

from game.desktop.desk import Maker
from game.desktop.screens.confirm import ConfirmScreen
from game.desktop.screens.table import TableScreen

SCREENS: Mapping[str, Maker] = {
    "confirm": ConfirmScreen,
    "table": TableScreen,
}

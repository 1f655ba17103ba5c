"""Blank pages for screens that a game comes to and that are not there."""

from collections.abc import Mapping

from game.desktop.desk import Desk, Maker
from game.desktop.screen import Screen
from game.desktop.widget import Widget
from game.desktop.widgets.press import Button

NAMES = ("armistice", "briefing", "codex", "explain")


class StandIn(Screen):
    """A blank page that goes on."""

    name = "blank"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)

    def page(self, width: float, height: float) -> Widget:
        return Button("Go on", "back")


def with_stand_ins(makers: Mapping[str, Maker]) -> Mapping[str, Maker]:
    """*makers*, and a blank page for every screen they lack."""
    return {**dict.fromkeys(NAMES, StandIn), **makers}

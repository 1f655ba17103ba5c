"""The menu of a game: save, look up, set, leave."""

from collections.abc import Mapping

from game.desktop.beginning import leave_game
from game.desktop.desk import Desk
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Deed, Screen
from game.desktop.widget import Widget
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import note


class MenuScreen(Screen):
    """What is not part of the game itself."""

    name = "menu"
    sheet = True

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)

    def page(self, width: float, height: float) -> Widget:
        solo = self.desk.game().solo
        why = "" if solo else "With two at one machine nothing is taken back: the other may have seen it."
        rows: list[Widget] = [
            Button("Go on playing", "back", "first"),
            Button("Save, or load a saved game", "open saves", icon="icon-save.png", note="Ctrl+S"),
            Button("Step through the record", "open record", icon="icon-record.png", note="And go on from any step"),
            Button("Take back my last action", "undo", icon="icon-undo.png", note="Ctrl+Z", why_not=why),
            Button("Settings", "open settings", icon="icon-settings.png"),
            Button("Break off the talks", "open confirm walk", note="For good: the game then ends without a treaty"),
            Button("Leave this game", "leave", note="Back to the title; the game is kept"),
            Button("Close the window", "quit", note="Ctrl+Q; the game is kept"),
            note("The game is kept by itself after every action."),
        ]
        return sheet("The game", rows, self.desk, height, 440, close=False)

    def deeds(self) -> Mapping[str, Deed]:
        return {"leave": lambda _: leave_game(self.desk)}

"""Every screen by its name; its module is imported when it is opened first, so that a window opens at once."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desktop.desk import Desk, Maker
    from game.desktop.screen import Screen


MODULES: list[str] = ["game.desktop.beginning"]
"""All that is imported late."""


def late(module: str, kind: str) -> "Maker":
    """A maker for the screen of class *kind* in one of our modules."""

    name = f"{__name__}.{module}"
    MODULES.append(name)

    def make(desk: "Desk", topic: str) -> "Screen":
        screen: Screen = getattr(import_module(name), kind)(desk, topic)
        return screen

    return make


SCREENS: "Mapping[str, Maker]" = {
    "armistice": late("armistice", "ArmisticeScreen"),
    "briefing": late("briefing", "BriefingScreen"),
    "codex": late("codex", "CodexScreen"),
    "confirm": late("confirm", "ConfirmScreen"),
    "council": late("council", "CouncilScreen"),
    "court": late("court", "CourtScreen"),
    "curtain": late("curtain", "CurtainScreen"),
    "dispatches": late("dispatches", "DispatchesScreen"),
    "explain": late("explain", "ExplainScreen"),
    "map": late("atlas", "AtlasScreen"),
    "menu": late("menu", "MenuScreen"),
    "record": late("record", "RecordScreen"),
    "saves": late("saves", "SavesScreen"),
    "settings": late("settings", "SettingsScreen"),
    "setup": late("setup", "SetupScreen"),
    "sources": late("sources", "SourcesScreen"),
    "table": late("table", "TableScreen"),
    "title": late("title", "TitleScreen"),
    "verdict": late("verdict", "VerdictScreen"),
}

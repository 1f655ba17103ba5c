"""Every screen by its name."""

from collections.abc import Mapping

from game.desktop.desk import Maker
from game.desktop.screens.armistice import ArmisticeScreen
from game.desktop.screens.atlas import AtlasScreen
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.codex import CodexScreen
from game.desktop.screens.confirm import ConfirmScreen
from game.desktop.screens.council import CouncilScreen
from game.desktop.screens.court import CourtScreen
from game.desktop.screens.curtain import CurtainScreen
from game.desktop.screens.dispatches import DispatchesScreen
from game.desktop.screens.explain import ExplainScreen
from game.desktop.screens.menu import MenuScreen
from game.desktop.screens.record import RecordScreen
from game.desktop.screens.saves import SavesScreen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.setup import SetupScreen
from game.desktop.screens.sources import SourcesScreen
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.desktop.screens.verdict import VerdictScreen

SCREENS: Mapping[str, Maker] = {
    "armistice": ArmisticeScreen,
    "briefing": BriefingScreen,
    "codex": CodexScreen,
    "confirm": ConfirmScreen,
    "council": CouncilScreen,
    "court": CourtScreen,
    "curtain": CurtainScreen,
    "dispatches": DispatchesScreen,
    "explain": ExplainScreen,
    "map": AtlasScreen,
    "menu": MenuScreen,
    "record": RecordScreen,
    "saves": SavesScreen,
    "settings": SettingsScreen,
    "setup": SetupScreen,
    "sources": SourcesScreen,
    "table": TableScreen,
    "title": TitleScreen,
    "verdict": VerdictScreen,
}

"""What a person has set: kept between games, read with patience."""

import json
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, fields, frozen

from game.desktop.theme import PALETTES
from game.session.folders import own_folder, write_whole

SCALES = (75, 90, 100, 115, 130, 150, 175, 200, 225, 250)
"""The sizes that can be chosen, in per cent."""
NAMES = {"en": "English", "zh": "中文", "ru": "Русскій"}
"""The languages of the names on the map."""


@frozen
class Settings:
    """Every field has a value that suits most people."""

    scale: int = 100
    """Size of everything, in per cent."""
    palette: str = "paper"
    names: str = "en"
    full_screen: bool = False
    width: int = 1280
    height: int = 800
    still: bool = False
    """Whether nothing moves by itself."""
    music: bool = False
    sounds: bool = False
    spoken: bool = False
    """Whether a file is kept of all that a screen reader would say."""

    def enlarged(self, steps: int) -> "Settings":
        """One size larger, or with -1 one smaller, as far as there are any."""
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.scale))
        return evolve(self, scale=SCALES[max(0, min(len(SCALES) - 1, nearest + steps))])


def settings_path() -> Path:
    return own_folder() / "settings.json"


def read_settings(path: Path) -> tuple[Settings, str]:
    """The settings kept at *path*, and a sentence about what could not be used (empty when all could)."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), f"The settings in {path.name} cannot be read, so the usual ones are used."
    good = {name: value for name, value in kept.items() if _fits(name, value)} if isinstance(kept, dict) else {}
    strange = sorted(set(kept) - set(good)) if isinstance(kept, dict) else ["all of it"]
    said = f"In {path.name} this could not be used: {', '.join(strange)}." if strange else ""
    return Settings(**good), said


def _fits(name: str, value: Any) -> bool:
    usual = {field.name: field.default for field in fields(Settings)}.get(name)
    if usual is None or type(value) is not type(usual):
        return False
    limits = {"scale": range(75, 251), "width": range(320, 16_000), "height": range(240, 16_000)}
    known = {"palette": PALETTES, "names": NAMES}
    return value in limits.get(name, [value]) and value in known.get(name, [value])


def keep_settings(settings: Settings, path: Path) -> None:
    """Write *settings* to *path*; raises OSError."""
    write_whole(path, json.dumps(asdict(settings), indent=2) + "\n")

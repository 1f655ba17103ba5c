"""Settings: size, colours, names, motion, sound."""

from collections.abc import Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Deed, Screen
from game.desktop.settings import NAMES, SCALES
from game.desktop.theme import GRID, PALETTES
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Column
from game.desktop.widgets.press import Choice, Stepper, Switch
from game.desktop.widgets.words import eyebrow, note, words

SWITCHES: Mapping[str, tuple[str, str]] = {
    "full_screen": ("Fill the screen", "F11"),
    "still": ("Stillness", "Nothing moves by itself"),
    "sounds": ("Sounds", "Pen, seal, page, bell"),
    "music": ("Music", "A quiet score"),
    "spoken": ("Write down what is said", "A file spoken.txt beside the saved games, for reading along"),
}


class SettingsScreen(Screen):
    """Everything takes effect at once and is kept."""

    name = "settings"
    sheet = True

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)

    def page(self, width: float, height: float) -> Widget:
        now = self.desk.settings
        less, more = "smaller" if now.scale > SCALES[0] else "", "larger" if now.scale < SCALES[-1] else ""
        size = Stepper("Size", f"{now.scale} %", less, more, "size", "Of everything, 75 to 250 % (Ctrl and + or −)")
        rows: list[Widget] = [size, eyebrow("Colours")]
        rows.append(Column([self._choice("palette", each.id, each.title) for each in PALETTES.values()], GRID / 2))
        rows.append(eyebrow("Names on the map"))
        rows.append(Column([self._choice("names", key, text) for key, text in NAMES.items()], GRID / 2))
        rows.append(eyebrow("Screen and sound"))
        rows += [Switch(text, getattr(now, key), f"switch {key}", about) for key, (text, about) in SWITCHES.items()]
        if self.desk.sounds.trouble:
            rows.append(note(self.desk.sounds.trouble))
        return sheet("Settings", rows, self.desk, height, 620)

    def _choice(self, verb: str, key: str, text: str) -> Widget:
        chosen = getattr(self.desk.settings, verb) == key
        return Choice(words(text), f"{verb} {key}", text, chosen=chosen, pad=GRID)

    def first(self) -> str:
        return "step size"

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "palette": lambda words: self.desk.set(palette=words[0]),
            "names": lambda words: self.desk.set(names=words[0]),
            "switch": self._switch,
        }

    def _switch(self, words: Sequence[str]) -> None:
        on = not getattr(self.desk.settings, words[0])
        self.desk.set(**{words[0]: on})
        if on and words[0] in ("sounds", "music") and not self.desk.sounds.ready():
            self.desk.remark = self.desk.sounds.trouble

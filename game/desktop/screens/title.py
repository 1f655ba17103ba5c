"""The title: go on, learn, begin, load."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from game.desktop.desk import Desk
from game.desktop.parts.cover import Cartouche, Cover
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Gap, Middle, Over, Pad, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import QUOTED, heading, note, words
from game.session.folders import last_game

ABOUT = "You hold a country’s full powers at the table, with its factions behind your back."
LOW = 640.0
"""Pages of less logical height leave out what is not needed."""
GUIDED: Mapping[str, Any] = {"scenario": "two-villages", "seat": "hill", "start": "", "length": "", "seed": "4"}
"""The guided first play: Hill's seat in the two villages, the same chances for everybody, with news in February."""


class TitleScreen(Screen):
    """The first page."""

    name = "title"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        desk.sounds.score("title")

    def page(self, width: float, height: float) -> Widget:
        low = height < LOW
        menu = Cartouche(Column(self._rows(low), GRID / 2 if low else GRID), 3 * GRID if low else 4 * GRID)
        wide = 440.0 if not is_narrow(width) else 380.0
        row = Row([Cell(Gap(1)), Cell(Middle(menu, wide), wide)], 0)
        return Over([Cover(), Pad(row, 4 * GRID, 2 * GRID)])

    def _rows(self, low: bool) -> list[Widget]:
        """What can be done; on a *low* page only that."""
        found: list[Widget] = [
            heading("Plenipotentiary", TITLE + 6, at=0.5),
        ]
        if not low:
            found.append(
                words("You hold a country’s full powers at the table, with its factions behind your back.", QUOTED, 0.5)
            )
            found.append(Picture("divider.png", (240, 10), tint="gold"))
        kept = self._kept()
        if kept:
            found.append(Button("Go on with the last game", "continue", "first", note="It is kept after every action"))
        learn = "" if kept else "first"
        found += [
            Button(
                "Learn by playing: five minutes",
                "learn",
                learn,
                note="Two invented villages, with a guide at your side",
            ),
            Button("A new game", "open setup", note="Choose the crisis, the moment, your side and who sits opposite"),
            Button("Saved games", "open saves"),
            Button("The codex", "open codex", note="People, places, treaties, events, each with its sources (Ctrl+F)"),
            Button("Settings", "open settings", note="Size, colours, language of names, sound, motion"),
            Button("Leave", "quit", note="Ctrl+Q"),
        ]
        if not low:
            found.append(note("Arrow keys and Enter do everything; so does the mouse.", 0.5))
        return found

    def first(self) -> str:
        return "continue" if self._kept() else "learn"

    def deeds(self) -> Mapping[str, Deed]:
        return {"continue": lambda _: self._continue(), "learn": lambda _: self._learn()}

    def _kept(self) -> bool:
        """Whether there is a game to go on with."""
        return last_game(self.desk.options.saves).is_file()

    def _continue(self) -> None:
        from game.desktop.beginning import resume  # the engine comes with it, and the title can be seen before

        resume(self.desk, last_game(self.desk.options.saves))

    def _learn(self) -> None:
        from game.desktop.beginning import begin

        self.desk.guided = True
        begin(self.desk, evolve(self.desk.options, **GUIDED))

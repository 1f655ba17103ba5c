"""Saved games: keep this one under a name, go on with another."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from game.desktop.beginning import resume
from game.desktop.desk import Desk
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Deed, Screen
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.field import Field
from game.desktop.widgets.layout import Cell, Column, Row
from game.desktop.widgets.pictures import Thumbnail
from game.desktop.widgets.press import Button, Choice
from game.desktop.widgets.words import FAINT, STRONG, eyebrow, note, words
from game.engine.errors import GameError
from game.session.save import Saved, save_match, save_path, saved_games

THUMBNAIL = (128.0, 80.0)


class SavesScreen(Screen):
    """Named slots; the last game is kept by itself besides."""

    name = "saves"
    sheet = True

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        sitting = desk.sitting
        self.wanted = f"{sitting.match.scenario.id}-turn-{sitting.match.state.turn}" if sitting else ""
        self.games = saved_games(desk.options.saves)

    def page(self, width: float, height: float) -> Widget:
        rows: list[Widget] = []
        if self.desk.sitting is not None:
            save = Button("Save", "save", "first", why_not="" if self.wanted.strip() else "It needs a name.")
            field = Field("name", "The name to keep it under", self.wanted)
            rows += [eyebrow("Keep this game as"), Row([Cell(field), Cell(save, 120)])]
        rows.append(eyebrow("Go on with"))
        rows += [self._game(number, saved) for number, saved in enumerate(self.games)]
        if not self.games:
            rows.append(note("No game has been saved yet."))
        return sheet("Saved games", rows, self.desk, height)

    def first(self) -> str:
        return "save" if self.desk.sitting is not None else "load 0"

    def _game(self, number: int, saved: Saved) -> Widget:
        when = datetime.fromtimestamp(saved.written, UTC).astimezone()
        told = f"{when:%d %B %Y, %H:%M}"
        record = saved.record
        if record is not None:
            told += f" · {record.scenario}, start {record.chapter}, {len(record.actions)} actions"
        lines: list[Widget] = [words(saved.path.stem, STRONG), words(told, FAINT)]
        if saved.trouble:
            lines.append(note(f"{saved.trouble[0].upper()}{saved.trouble[1:]}."))
        part = Row([Cell(Thumbnail(saved.path.with_suffix(".png"), THUMBNAIL), THUMBNAIL[0]), Cell(Column(lines, 0))])
        why = "" if record is not None else f"{saved.trouble[0].upper()}{saved.trouble[1:]}."
        return Choice(part, f"load {number}", saved.path.stem, note=told, why_not=why, pad=GRID)

    def typed(self, key: str, text: str) -> None:
        self.wanted = text

    def deeds(self) -> Mapping[str, Deed]:
        return {"save": lambda _: self._save(), "load": self._load}

    def _save(self) -> None:
        name = self.wanted.strip()
        if not name or any(sign in name for sign in "/\\"):
            raise GameError("a saved game needs a plain name, without a slash")
        try:
            path = save_match(self.desk.game().match, self.desk.options.saves / save_path(name).name)
        except OSError as error:
            raise GameError(f"the game cannot be saved: {error.strerror or error}") from None
        with suppress(OSError):  # the picture is an ornament: without it the game is saved all the same
            self.desk.portray(path.with_suffix(".png"))
        self.games = saved_games(self.desk.options.saves)
        self.desk.remark = f"Saved as {path.stem}."

    def _load(self, words: Sequence[str]) -> None:
        resume(self.desk, self.games[int(words[0])].path)

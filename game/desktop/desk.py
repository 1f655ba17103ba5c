"""The desk: what all screens share. It keeps the stack of screens, the sitting, the settings and the last remark."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from game.desktop.map.camera import Gaze
from game.desktop.screen import Deed, Screen
from game.desktop.settings import Settings, keep_settings
from game.desktop.sounds import Sounds
from game.desktop.widgets.layout import Offsets
from game.engine.errors import GameError
from game.session.folders import free_name, own_folder, saves_folder
from game.session.options import Options

if TYPE_CHECKING:  # the desk is laid before a game is
    from game.engine.actions import Action
    from game.engine.issue import SeatId
    from game.session.sitting import Sitting

Maker = Callable[["Desk", str], Screen]
"""Makes a screen for a topic: a codex word, a card's id; empty for none."""


@define(eq=False)
class Desk:
    """Screens change it, and the window shows what it holds."""

    makers: Mapping[str, Maker]
    settings: Settings = Settings()
    kept_at: Path | None = None
    """Where the settings are kept; None to keep them nowhere."""
    options: Options = field(factory=Options)
    sounds: Sounds = field(factory=Sounds)
    sitting: "Sitting | None" = None
    stack: list[Screen] = field(factory=list)
    offsets: Offsets = field(factory=dict)
    gaze: Gaze = field(factory=Gaze)
    """Where the maps are looked at."""
    remark: str = ""
    """The last sentence for the person: a refusal of the rules, a word about a save."""
    guided: bool = False
    """Whether the guide stands at the person's side."""
    heard: set[str] = field(factory=set)
    """What of the guide's words has been heard, by the keys of its steps."""
    portray: Callable[[Path], None] = lambda path: None
    """Puts a small picture of the game on the desk into a file; the view says how."""
    photograph: Callable[[Path], None] = lambda path: None
    """Puts a picture of the whole window into a file; the view says how."""
    done: bool = False
    """Whether the window is to be closed."""
    levels: "dict[SeatId, Mapping[str, int]]" = field(factory=dict)
    """The meters as each person saw them in the turn before, so that what has moved can be marked."""
    seen: "dict[SeatId, tuple[int, Mapping[str, int]]]" = field(factory=dict)
    """The turn in which each person last acted, and the meters as they stood then."""
    next_screen: Callable[["Desk"], tuple[str, str]] | None = None
    """Says which screen the game comes to next, and for which topic."""

    @property
    def top(self) -> Screen:
        return self.stack[-1]

    @property
    def saves(self) -> Path:
        return self.sitting.saves if self.sitting else saves_folder()

    def game(self) -> "Sitting":
        """The sitting; raises GameError when no game is being played."""
        if self.sitting is None:
            raise GameError("no game is being played")
        return self.sitting

    def make(self, name: str, topic: str = "") -> Screen:
        """A screen by its name; raises GameError when there is none such."""
        if name not in self.makers:
            raise GameError(f"there is no screen '{name}'; there are: {', '.join(self.makers)}")
        return self.makers[name](self, topic)

    def open(self, name: str, topic: str = "") -> None:
        """Lay a screen on top."""
        self.stack.append(self.make(name, topic))

    def close(self) -> None:
        """Take the uppermost screen away; the last one stays."""
        if len(self.stack) > 1:
            self.stack.pop()
            self.top.changed()

    def back(self) -> None:
        """To the screen below; from the last one of a game to its menu."""
        if len(self.stack) == 1 and self.sitting is not None:
            self.open("menu")
        else:
            self.close()

    def only(self, name: str, topic: str = "") -> None:
        """Put one screen in the place of all."""
        self.stack[:] = [self.make(name, topic)]

    def take_up(self, sitting: "Sitting") -> None:
        """Lay another game on the desk; nothing of the one before is remembered."""
        self.sitting = sitting
        self.levels.clear()
        self.seen.clear()
        self.put_away()

    def put_away(self) -> None:
        """Forget what was looked at, before somebody else looks."""
        self.offsets.clear()
        self.gaze = Gaze()
        self.heard.clear()

    def submit(self, action: "Action") -> None:
        """Play *action* for the person before the machine and go on; raises IllegalAction."""
        self.play(action)
        self.forward()

    def play(self, action: "Action") -> None:
        """Play *action* and let the game move, but keep the screen: it shows what follows. Raises IllegalAction."""
        sitting = self.game()
        view = sitting.view
        sitting.submit(action)
        self.seen[sitting.seat] = (view.turn, view.meters)
        self._move()

    def go_on(self) -> None:
        """Let the game move until a person must act, and show the screen that it has come to."""
        self._move()
        self.forward()

    def _move(self) -> None:
        sitting = self.game()
        sitting.advance()
        turn = sitting.match.state.turn
        self.levels.update({seat: meters for seat, (last, meters) in self.seen.items() if last < turn})
        self.remark = " ".join(sitting.warnings)
        sitting.warnings.clear()

    def forward(self) -> None:
        """Show the screen that the game has come to, now that what was told before has been read."""
        assert self.next_screen is not None
        self.only(*self.next_screen(self))

    def set(self, **changes: object) -> None:
        """Change settings, and keep them where they are kept."""
        self.settings = evolve(self.settings, **changes)  # type: ignore[arg-type]
        self.sounds.set(self.settings.sounds, self.settings.music)
        if self.kept_at is None:
            return
        try:
            keep_settings(self.settings, self.kept_at)
        except OSError as error:
            self.remark = f"The settings cannot be kept: {error.strerror or error}."

    def do(self, verb: str, words: Sequence[str]) -> None:
        """What a meaning does that its screen does not know; raises GameError when nobody knows it."""
        deeds: Mapping[str, Deed] = {
            "back": lambda _: self.back(),
            "open": lambda rest: self.open(rest[0], " ".join(rest[1:])),
            "codex": lambda rest: self.open("codex", " ".join(rest)),
            "explain": lambda rest: self.open("explain", " ".join(rest)),
            "guide": self.hear,
            "help": lambda _: self.open("explain"),
            "sources": lambda rest: self.open("sources", " ".join(rest)),
            "larger": lambda _: self.set(scale=self.settings.enlarged(1).scale),
            "smaller": lambda _: self.set(scale=self.settings.enlarged(-1).scale),
            "onwards": lambda _: self.forward(),
            "map": self.map,
            "undo": lambda _: self.take_back(),
            "quit": lambda _: self.leave(),
            "screenshot": lambda _: self.take_picture(),
        }
        if verb not in deeds:
            raise GameError(f"'{verb}' means nothing here")
        deeds[verb](words)

    def map(self, words: Sequence[str]) -> None:
        """Move a map, or show more or less on it; without words, open the large one."""
        if not words:
            self.open("map")
        elif not self.gaze.turn(words):
            raise GameError(f"a map knows no '{' '.join(words)}'")

    def take_back(self) -> None:
        """Undo the person's last action; raises GameError when that cannot be."""
        count = self.game().take_back()
        self.levels.clear()
        self.seen.clear()
        self.go_on()
        what = f"action and what followed it ({count} in all)" if count else "change of the draft"
        self.remark = f"Taken back: your last {what}."

    def hear(self, words: Sequence[str]) -> None:
        """`heard STEP` has heard that step of the guide, `leave` sends the guide off."""
        if words[0] == "leave":
            self.guided = False
        else:
            self.heard.add(" ".join(words[1:]))

    def take_picture(self) -> None:
        """Put a picture of the window among the person's own; raises OSError."""
        path = free_name(own_folder() / "pictures" / f"{self.top.name}.png")
        self.photograph(path)
        self.remark = f"A picture of this window lies in {path}."

    def leave(self) -> None:
        """Close the window. The game has been kept after every action."""
        self.done = True

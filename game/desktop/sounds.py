"""Sounds: off until asked for, and silent where there is no sound card."""

import os
from contextlib import suppress
from pathlib import Path

import pygame
from attrs import define, field

from game.content.assets import assets_folder

LOUDNESS = 0.5


@define
class Sounds:
    """Plays short sounds and a quiet score. Without a sound card every call does nothing."""

    folder: Path = field(factory=lambda: assets_folder() / "sound")
    effects: bool = False
    music: bool = False
    trouble: str = ""
    """Why there is no sound, in a sentence; empty when there is."""
    piece: str = ""
    """The piece of music that is wanted now."""
    _open: bool = False
    _loaded: dict[str, pygame.mixer.Sound | None] = field(factory=dict)

    def set(self, effects: bool, music: bool) -> None:
        """Turn effects and music on or off."""
        self.effects, self.music = effects, music
        if music:
            self.score(self.piece)
        elif self._open:
            pygame.mixer.music.stop()

    def ready(self) -> bool:
        """Whether sound can be heard; opens the sound card the first time it is wanted."""
        if self._open or self.trouble:
            return self._open
        try:
            pygame.mixer.init()
        except pygame.error:
            self.trouble = "There is no sound card here, so the game is silent."
            return False
        self._open = True
        return True

    def play(self, name: str) -> None:
        """A short sound by its name, such as `seal`."""
        if not (self.effects and self.ready()):
            return
        if name not in self._loaded:
            self._loaded[name] = self._read(name)
        if (sound := self._loaded[name]) is not None:
            sound.set_volume(LOUDNESS)
            sound.play()

    def _read(self, name: str) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(str(self.folder / f"{name}.ogg"))
        except (FileNotFoundError, pygame.error):
            return None  # a missing or damaged sound is not heard

    def score(self, piece: str) -> None:
        """Let *piece* be heard over and over, once music is on."""
        changed, self.piece = piece != self.piece, piece
        path = self.folder / f"{piece}.ogg"
        if not (self.music and piece and path.is_file() and self.ready()):
            return
        if changed or not pygame.mixer.music.get_busy():
            with suppress(pygame.error):  # a damaged piece is not heard
                pygame.mixer.music.load(os.fspath(path))
                pygame.mixer.music.set_volume(LOUDNESS * 0.6)
                pygame.mixer.music.play(-1, fade_ms=1500)

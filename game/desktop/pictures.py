"""Pictures from the assets: loaded once, scaled and tinted as asked, and remembered."""

from functools import lru_cache
from pathlib import Path

import pygame

from game.content.assets import assets_folder, is_whole
from game.desktop.theme import Colour


class Pictures:
    """The pictures of one window. A picture that is missing is simply not drawn: the words are enough to play."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or assets_folder() / "art"
        self.loaded = lru_cache(maxsize=256)(self._loaded)
        self.sized = lru_cache(maxsize=256)(self._sized)
        self.tinted = lru_cache(maxsize=256)(self._tinted)

    def _loaded(self, name: str) -> pygame.Surface | None:
        path = self.folder / name
        if not is_whole(path):
            return None
        picture = pygame.image.load(str(path))
        if not pygame.display.get_surface():
            return picture
        return picture.convert_alpha() if picture.get_masks()[3] else picture.convert()

    def _sized(self, name: str, width: int, height: int) -> pygame.Surface | None:
        picture = self.loaded(name)
        if picture is None or width < 1 or height < 1:
            return None
        if picture.get_bitsize() not in (24, 32):
            picture = picture.convert_alpha() if pygame.display.get_surface() else _deep(picture)
        return pygame.transform.smoothscale(picture, (width, height))

    def _tinted(self, name: str, width: int, height: int, colour: Colour) -> pygame.Surface | None:
        """A white picture in another colour; width 0 keeps its own size."""
        picture = self.loaded(name) if not width else self.sized(name, width, height)
        if picture is None:
            return None
        tinted = _deep(picture)
        tinted.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return tinted


def _deep(picture: pygame.Surface) -> pygame.Surface:
    """*picture* with 32 bits to the pixel, whatever it had."""
    deep = pygame.Surface(picture.get_size(), pygame.SRCALPHA, 32)
    deep.blit(picture, (0, 0))
    return deep

"""Letters: which font draws which sign, how wide a text is, and where its lines break."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pygame
from attrs import evolve, frozen

from game.content.assets import assets_folder, is_whole
from game.desktop.theme import BODY, LEADING

FACES = {"regular": "Regular", "italic": "Italic", "semibold": "Semibold", "bold": "Bold"}
_WIDE = re.compile(r"[※□◇○◎●★☆\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+")
NEARLY = 0.97
"""From this share of its width on a line is measured as a whole."""
_NO_START = set("，。、；：？！）》」』”’,.;:?!)…%")
"""Signs that never begin a line."""
_PIECE = re.compile(r"\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|.")


@frozen
class Style:
    """How a stretch of text looks; *colour* is a name of the palette's."""

    size: int = BODY
    face: str = "regular"
    colour: str = "ink"

    def but(self, **changes: object) -> "Style":
        """This style with some of it changed."""
        return evolve(self, **changes)  # type: ignore[arg-type]


@frozen
class Span:
    """A stretch of text in one style; with a *link* it can be pressed, and the link is what that means."""

    text: str
    style: Style = Style()
    link: str = ""


@frozen
class Run:
    """A piece of a line, drawn by one font."""

    text: str
    style: Style
    link: str
    x: float
    width: float


@frozen
class Line:
    """Runs side by side. The baseline lies *ascent* below the line's top."""

    runs: tuple[Run, ...]
    width: float
    height: float
    ascent: float


def fonts_folder() -> Path:
    return assets_folder() / "fonts"


class Lettering:
    """Measures and draws text at one scale (pixels to the logical unit)."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        if not pygame.font.get_init():
            pygame.font.init()
        self.font = lru_cache(maxsize=64)(self._font)
        self.width = lru_cache(maxsize=20_000)(self._width)
        self.lines = lru_cache(maxsize=4_000)(self._lines)
        self.drawn = lru_cache(maxsize=4_000)(self._drawn)

    def _font(self, face: str, size: int, wide: bool) -> pygame.font.Font:
        """The font for a face at a logical size; *wide* for Chinese signs. Without a sound file it is pygame's own."""
        name = f"PlenipoSerif{'SC' if wide else ''}-{_cut(face, wide)}.ttf"
        return pygame.font.Font(_file(name), max(8, round(size * self.scale)))

    def _width(self, text: str, style: Style) -> float:
        """The logical width of *text* on one line."""
        pixels = sum(self.font(style.face, style.size, wide).size(part)[0] for part, wide in scripts(text))
        return pixels / self.scale

    def height(self, style: Style) -> float:
        """The height of a line in this style."""
        return round(style.size * LEADING * self.scale) / self.scale

    def ascent(self, style: Style) -> float:
        """From the line's top down to its baseline."""
        font = self.font(style.face, style.size, False)
        slack = self.height(style) - (font.get_ascent() - font.get_descent()) / self.scale
        return slack / 2 + font.get_ascent() / self.scale

    def _drawn(self, text: str, style: Style, wide: bool, colour: tuple[int, int, int]) -> pygame.Surface:
        return self.font(style.face, style.size, wide).render(text, True, colour)

    def _lines(self, spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
        """*spans* broken into lines of at most *width*; a line break in a text begins a new line."""
        return tuple(self._line(pieces) for pieces in self._broken(spans, width))

    def _broken(self, spans: Sequence[Span], width: float) -> Iterator[list[Span]]:
        line: list[Span] = []
        used = 0.0
        for word in _bound(_words(_pieces(spans))):
            start = word[0].text
            if start == "\n":
                yield line
                line, used = [], 0.0
                continue
            wide = sum(self.width(piece.text, piece.style) for piece in word)
            if line and not start.isspace() and not self._fits([*line, *word], used + wide, width):
                yield _trimmed(line)
                line, used = [], 0.0
            if line or not start.isspace():
                line += word
                used += wide
        yield _trimmed(line)

    def _fits(self, line: Sequence[Span], used: float, width: float) -> bool:
        """Whether *line* fits: with kerning and rounding, words joined are not as long as one by one (*used*)."""
        if not NEARLY * width < used < width / NEARLY:
            return used <= width
        return self._line(line).width <= width

    def _line(self, pieces: Sequence[Span]) -> Line:
        runs: list[Run] = []
        x = 0.0
        for span in _joined(pieces):
            width = self.width(span.text, span.style)
            runs.append(Run(span.text, span.style, span.link, x, width))
            x += width
        styles = [piece.style for piece in pieces] or [Style()]
        return Line(tuple(runs), x, max(map(self.height, styles)), max(map(self.ascent, styles)))


@lru_cache(maxsize=16)
def _file(name: str) -> str | None:
    """The path of a font's file; None when it is missing or damaged."""
    path = fonts_folder() / name
    return str(path) if is_whole(path) else None


def _cut(face: str, wide: bool) -> str:
    """The file's cut of a face: Chinese signs have no italic."""
    heavy = face in ("semibold", "bold")
    return ("Semibold" if heavy else "Regular") if wide else FACES[face]


@lru_cache(maxsize=20_000)
def scripts(text: str) -> tuple[tuple[str, bool], ...]:
    """*text* cut where its script changes; True for what only the Chinese font has, some shapes among it."""
    parts: list[tuple[str, bool]] = []
    end = 0
    for match in _WIDE.finditer(text):
        if match.start() > end:
            parts.append((text[end : match.start()], False))
        parts.append((match.group(), True))
        end = match.end()
    return (*parts, (text[end:], False)) if end < len(text) else tuple(parts)


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    """Words, the spaces between them, and single Chinese signs: between any two of them a line may break."""
    for span in spans:
        for number, paragraph in enumerate(span.text.split("\n")):
            if number:
                yield evolve(span, text="\n")
            for match in _PIECE.finditer(paragraph):
                yield evolve(span, text=" " if match.group().isspace() else match.group())


def _words(pieces: Iterable[Span]) -> Iterator[list[Span]]:
    """*pieces* that stand together: a link in the middle of a word does not break it."""
    word: list[Span] = []
    for piece in pieces:
        if word and (_stands_alone(piece) or _stands_alone(word[-1])):
            yield word
            word = []
        word.append(piece)
    if word:
        yield word


def _bound(words: Iterable[list[Span]]) -> Iterator[list[Span]]:
    """*words*, those that may not begin a line together with what stands before them: `50 %` is one."""
    bound: list[Span] = []
    gap: list[Span] = []
    for word in words:
        start = word[0].text
        if start.isspace() and start != "\n":
            gap += word
        elif bound and start[0] in _NO_START:
            bound, gap = [*bound, *gap, *word], []
        else:
            yield from (each for each in (bound, gap) if each)
            bound, gap = ([], []) if start == "\n" else (word, [])
            if start == "\n":
                yield word
    yield from (each for each in (bound, gap) if each)


def _stands_alone(piece: Span) -> bool:
    return piece.text.isspace() or _WIDE.match(piece.text) is not None


def _trimmed(line: list[Span]) -> list[Span]:
    while line and line[-1].text.isspace():
        line.pop()
    return line


def _joined(pieces: Sequence[Span]) -> list[Span]:
    """Neighbours of one style and link as one span, so that they are drawn at a stroke."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and (joined[-1].style, joined[-1].link) == (piece.style, piece.link):
            joined[-1] = evolve(joined[-1], text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined

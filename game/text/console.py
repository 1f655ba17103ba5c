"""Plain lines in, plain lines out: wrapped, never redrawn, the same through a pipe and for a screen reader."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TextIO
from unicodedata import combining, east_asian_width

from attrs import define

WIDTH = 78
_MARGIN = re.compile(r" *(?:(?:\d+\.|[-*>]|[+-]?\d+\.\d) +)?")
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""The screen first, and only then what lies above it: some terminals push a cleared screen up there."""
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
CURTAIN_LINES = 40


class InputEnded(Exception):
    """Nobody answers any more: the script or the pipe is at its end."""


def columns(text: str) -> int:
    """How many columns *text* takes: two for each wide character, none for a combining one."""
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """*text* in lines of at most *width* columns; later lines hang under the first one's words.

    Only a word that is longer than a line may stand out; one of wide characters is broken between them.
    """
    if columns(text) <= width:
        return [text.rstrip()]
    match = _MARGIN.match(text)
    margin = match.group() if match else ""
    lines, line, empty = [], margin, True
    for word in _pieces(text[len(margin) :], width - len(margin)):
        glued = line + word if empty else f"{line} {word}"
        if not empty and columns(glued) > width:
            lines.append(line)
            glued = " " * len(margin) + word
        line, empty = glued, False
    return [*lines, line.rstrip()]


def _pieces(text: str, room: int) -> Iterator[str]:
    for word in text.split():
        if columns(word) <= room or columns(word) == len(word):
            yield word
            continue
        piece = ""
        for each in word:
            if columns(piece + each) > room:
                yield piece
                piece = ""
            piece += each
        yield piece


@define
class Console:
    """A person at a keyboard, or a script and a file."""

    reader: TextIO
    writer: TextIO
    scripted: bool = False
    """Whether every line is an action: blank lines and comments are passed over, nothing is asked twice."""

    def say(self, text: str = "") -> None:
        """Write *text*, wrapped; its leading spaces are its indent."""
        for line in wrapped(text):
            self.writer.write(f"{line}\n")

    def show(self, lines: Iterable[str]) -> None:
        """Write each of *lines*, wrapped."""
        for line in lines:
            self.say(line)

    def head(self, text: str) -> None:
        """Write *text* as a heading: after an empty line, in bold where that can be seen."""
        self.say()
        for line in wrapped(text):
            self.writer.write(f"{_BOLD}{line}{_PLAIN}\n" if self._styled() else f"{line}\n")

    def ask(self, prompt: str) -> str:
        """The next line, without the spaces around it; raises InputEnded when there is none."""
        *above, last = wrapped(prompt, WIDTH - 10)
        self.writer.write("".join(f"{line}\n" for line in above) + (f"{last} " if last else ""))
        self.writer.flush()
        line = self._line()
        if not self.reader.isatty():
            self._echo(line, WIDTH - columns(last) - 1)
        return line

    def _echo(self, line: str, room: int) -> None:
        """Write down what came through a pipe: beside its question, or below when it is too long for that."""
        if columns(line) > room:
            self.say()
            line = f"  {line}"
        self.say(line)

    def _line(self) -> str:
        while True:
            try:
                line = self.reader.readline()
            except KeyboardInterrupt:
                line = ""
            if not line:
                self.writer.write("\n")
                raise InputEnded
            if not self.scripted:
                return line.strip()
            if line := line.partition("#")[0].strip():
                return line

    def agrees(self, question: str) -> bool:
        """Whether the person says yes in so many words. A script is not asked: its line said it."""
        return self.scripted or self.ask(f"{question} (yes or no)").lower() in ("y", "yes")

    def pause(self) -> None:
        """Let a person at a terminal read what stands there before more follows; a script or a pipe goes on at once."""
        if self.scripted or not self.reader.isatty():
            return
        try:
            self.ask("Enter for more")
        except InputEnded:
            return

    def clear(self) -> None:
        """Push everything out of sight, for somebody else to sit down."""
        self.writer.write("\n" * CURTAIN_LINES)
        if self.writer.isatty():
            self.writer.write(_CLEAR)

    def _styled(self) -> bool:
        return self.writer.isatty() and "NO_COLOR" not in os.environ


def standard_console(script: str, reader: TextIO | None, writer: TextIO | None) -> Console:
    """A console on the given streams, the process's own by default; *script* is a file, or `-` for the input.

    Raises OSError when the script cannot be read.
    """
    source = reader or sys.stdin
    if script and script != "-":
        source = StringIO(Path(script).read_text(encoding="utf-8"))
    return Console(source, writer or sys.stdout, scripted=bool(script))

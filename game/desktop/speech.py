"""The spoken log: a file with a line for each thing that a screen reader would say, as it would say it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from attrs import define

from game.desktop.ears import TEXT, Frame, Moment, Part

NAME = "spoken.txt"


def said_of(part: Part) -> str:
    """A part in a line: what it is called, what it is, how it stands, and what is worth knowing of it."""
    if part.role == TEXT:
        return part.label
    shut = f"cannot be pressed: {part.why_not}" if part.why_not else ""
    said = [part.label, part.role, shut, part.value, part.about, part.note]
    return ", ".join(each.rstrip(".") for each in said if each) + "."


def said_between(before: Moment | None, now: Moment) -> Iterator[str]:
    """What is said when one moment follows the other.

    A new page is read from its title on. On the same page the focus is said when it moves or changes; and while it
    stays, so are the texts that have come, such as those of a leaf that was opened.
    """
    new = before is None or before.screen is not now.screen
    if new:
        yield now.title
        yield from (said_of(part) for part in now.parts if part.role == TEXT)
    elif before is not None and before.focus == now.focus:
        old = {part.label for part in before.parts if part.role == TEXT}
        yield from (said_of(part) for part in now.parts if part.role == TEXT and part.label not in old)
    if now.focused is not None and (new or before is None or _other(before.focused, now.focused)):
        yield said_of(now.focused)
    if now.remark and (before is None or before.remark != now.remark):
        yield now.remark


def _other(one: Part | None, other: Part) -> bool:
    """Whether a part says something else than one before; where it stands does not matter."""
    return one is None or (one.name, said_of(one)) != (other.name, said_of(other))


@define(eq=False)
class SpokenLog:
    """An ear that writes. The file begins anew with each window, and behind each curtain."""

    path: Path
    wanted: Callable[[], bool]
    before: Moment | None = None
    failed: bool = False
    """Whether it could not be written; it is tried again when it is wanted anew."""
    _file: TextIO | None = None

    def listens(self) -> bool:
        """While a person wants it; else what was written stays as it is, and nothing is held open."""
        if not self.wanted():
            self.failed = False
            self.close()
        return self.wanted() and not self.failed

    def hear(self, moment: Moment) -> str:
        """Write down what is new; returns why it cannot be written."""
        try:
            self._write(moment)
        except OSError as error:
            self.failed = True
            self.close()
            return f"What is said cannot be written down: {error.strerror or error}."
        return ""

    def framed(self, frame: Frame) -> None:
        """A file does not mind."""

    def close(self) -> None:
        """Let the file go; whoever wants it again is told everything."""
        self.before = None
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):  # what a full disk did not take is lost
                file.close()

    def _write(self, moment: Moment) -> None:
        opened = self.before is None or self.before.screen is not moment.screen
        if self._file is None or (moment.forget and opened):
            self.close()
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="utf-8", newline="\n")
        self._file.writelines(f"{line}\n" for line in said_between(self.before, moment))
        self._file.flush()
        self.before = moment

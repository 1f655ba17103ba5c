"""What a screen is: a page made from what is known, and what each meaning on it does."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from game.desktop.theme import NARROW
from game.desktop.widget import Widget
from game.engine.errors import GameError
from game.prose.screens import HELP

if TYPE_CHECKING:
    from game.desktop.desk import Desk

Deed = Callable[[Sequence[str]], None]
"""What a meaning does with the words after its first."""


class Screen:
    """One screen. It is made anew whenever it is opened, and remembers only what is looked at on it.

    A meaning is a line of words; the first is looked up in `deeds`, and what is not there is left to the desk.
    """

    name = ""
    """What the screen is called in tests, in `shot` and in records."""
    sheet = False
    """Whether it lies over the screen below, which shows through."""

    forgets = False
    """Whether it stands between two people, so that nothing told before it may be read again."""

    motion = 0.0
    """Seconds for which something on it moves after it has opened."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def heading(self) -> str:
        """The window's title while this screen is open: nothing secret."""
        return "Plenipotentiary"

    def help(self) -> str:
        """What this screen is for, in two or three sentences; empty when it says so itself."""
        return HELP.get(self.name, "")

    def page(self, width: float, height: float) -> Widget:
        """The page for a window of a logical size."""
        raise GameError(f"the screen '{self.name}' has no page")

    def deeds(self) -> Mapping[str, Deed]:
        """What each first word of a meaning does."""
        return {}

    def keys(self) -> Mapping[str, str]:
        """The meaning of single keys on this screen, by pygame's name of the key: `{"p": "propose"}`."""
        return {}

    def first(self) -> str:
        """The name of the spot that has the focus when the screen opens; empty for the first there is."""
        return ""

    def sight(self) -> str:
        """The name of a spot that is scrolled into sight whenever it becomes another one; empty for none.

        Of several spots in different parts of the page, the names stand on a line each.
        """
        return ""

    def looked(self, what: str) -> None:
        """The eye has come to rest on a spot that looks at *what*."""

    def typed(self, key: str, text: str) -> None:
        """The field called *key* now reads *text*."""

    def changed(self) -> None:
        """Called when the game behind the screen has changed, or it comes to lie on top again."""

    def do(self, meaning: str) -> None:
        """Carry out *meaning*; raises GameError with a sentence when it cannot be done now."""
        verb, *words = meaning.split()
        deed = self.deeds().get(verb)
        if deed is None:
            self.desk.do(verb, words)
            return
        deed(words)


def is_narrow(width: float) -> bool:
    """Whether a page must stand in one column."""
    return width < NARROW

"""People as medallions: those whom the codex knows with their own, the others with initials on a blank one."""

from collections.abc import Iterator, Sequence

from game.desktop.frame import hue
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Flow
from game.desktop.widgets.pictures import Medallion
from game.engine.codex import CodexEntry
from game.engine.issue import SeatId
from game.engine.scenario import Scenario
from game.engine.view import SeatView
from game.prose.codex import words_in

BLANKS = {"qing": "medallion-qing.png", "russia": "medallion-russia.png"}
"""The blank medallions of seats that have one of their own."""
BLANK = "medallion-other.png"


def person(scenario: Scenario, name: str) -> CodexEntry | None:
    """The person of the codex whom *name* names, alone or with an office; None when the codex does not know them."""
    return next((entry for _, entry in words_in(scenario, name) if entry.kind == "person"), None)


def medallion(view: SeatView, scenario: Scenario, seat: SeatId, name: str, size: float) -> Medallion:
    """The medallion of somebody of *seat*."""
    if (entry := person(scenario, name)) is not None:
        return Medallion(f"people/{entry.id}.png", size, words=entry.title, meaning=f"codex {entry.id}")
    tint = hue(view, seat) if seat in BLANKS else "faded"
    return Medallion(BLANKS.get(seat, BLANK), size, initials(name), tint, name)


def initials(name: str) -> str:
    """The first letters of at most two of the capitalised words of *name*."""
    return "".join(word[0] for word in name.split() if word[0].isupper())[:2]


def medallions(view: SeatView, scenario: Scenario, seat: SeatId, names: Sequence[str], size: float) -> Widget:
    """The people called *names* side by side, from the right; who share an entry of the codex stand there once."""
    return Flow([(size, each) for each in _each_once(view, scenario, seat, names, size)], GRID / 2, 1.0)


def _each_once(
    view: SeatView, scenario: Scenario, seat: SeatId, names: Sequence[str], size: float
) -> Iterator[Medallion]:
    seen: set[str] = set()
    for name in names:
        found = medallion(view, scenario, seat, name, size)
        if (found.meaning or name) not in seen:
            seen.add(found.meaning or name)
            yield found

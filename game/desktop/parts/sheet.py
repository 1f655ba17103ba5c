"""A sheet over the page below: a title, what it holds, and a way to put it away."""

from collections.abc import Sequence

from game.desktop.desk import Desk
from game.desktop.theme import GRID, HEAD
from game.desktop.widget import Widget
from game.desktop.widgets.layout import AtMost, Cell, Column, Middle, Pad, Panel, Row, Scroll
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Rule, heading

WIDE = 720.0


def sheet(
    title: str, rows: Sequence[Widget], desk: Desk, height: float, wide: float = WIDE, close: bool = True
) -> Widget:
    """*rows* under *title* on a sheet in the middle of the window; it scrolls when it is taller than that."""
    head: list[Cell] = [Cell(heading(title, HEAD))]
    if close:
        head.append(Cell(Middle(Button("Close", "back", note="Escape"), 100, 0), 100))
    body = Column(list(rows), 1.5 * GRID)
    scroll = Scroll(f"sheet {title}", body, desk.offsets)
    whole = Column([Row(head), Rule("gold"), AtMost(scroll, max(120.0, height - 200))], GRID)
    return Middle(Pad(Panel(whole, 3 * GRID, "gold"), 2 * GRID), wide)

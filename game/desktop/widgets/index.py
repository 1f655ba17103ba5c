"""An index: many rows to press in a narrow column, plain or along a line of time. One widget, however many rows."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Line, Span, Style
from game.desktop.theme import BODY, GRID, NOTE, mixed
from game.desktop.widget import Mood, Spot, Widget

TITLE, OPEN, ASIDE = Style(BODY), Style(BODY, "semibold"), Style(NOTE, "regular", "faded")
HEAD = Style(NOTE, "semibold", "gold")
TALL_HEAD = 4 * GRID
GUTTER, TRACK = 11 * GRID, 8.5 * GRID
"""How far the words of a line of time stand in, and where the line runs."""
AIR = 5.0
"""Above and below the words of a row."""


@frozen
class IndexRow:
    """One row. It is remembered by its key, since links elsewhere on a page may mean the same."""

    meaning: str
    title: str
    aside: str = ""
    """What stands faintly after the title, or along a line of time before it."""
    head: str = ""
    """What begins with this row: a letter, a year."""
    step: int = 0
    """How many steps it is set in."""
    key: str = ""


Laid = tuple[tuple[IndexRow, float, float, tuple[Line, ...]], ...]
"""For each row its top, its height without what stands above it, and its lines."""


@frozen(eq=False)
class Index(Widget):
    """Rows below each other; with *time*, along a line with a dot for each and the heads beside it.

    It remembers how it lies at a width, so a screen that keeps the same index lays out its rows only once.
    """

    rows: Sequence[IndexRow]
    open: str = ""
    """The key of the row whose text lies open."""
    time: bool = False
    _laid: dict[tuple[float, float], Laid] = field(factory=dict, init=False)

    def height(self, width: float, lettering: Lettering) -> float:
        laid = self._lay(width, lettering)
        return laid[-1][1] + laid[-1][2] if laid else 0.0

    def _lay(self, width: float, lettering: Lettering) -> Laid:
        known = (width, lettering.scale)
        if known not in self._laid:
            self._laid[known] = tuple(self._rows(width, lettering))
        return self._laid[known]

    def _rows(self, width: float, lettering: Lettering) -> Iterator[tuple[IndexRow, float, float, tuple[Line, ...]]]:
        y = 0.0
        for row in self.rows:
            y += TALL_HEAD if row.head and not self.time else 0.0
            lines = self._lines(row, width, lettering)
            tall = sum(line.height for line in lines) + 2 * AIR
            yield row, y, tall, lines
            y += tall

    def _left(self, row: IndexRow) -> float:
        return GUTTER if self.time else 1.5 * GRID + 2 * GRID * row.step

    def _lines(self, row: IndexRow, width: float, lettering: Lettering) -> tuple[Line, ...]:
        title = Span(row.title, OPEN if row.key == self.open else TITLE)
        spans = [Span(f"{row.aside}  ", ASIDE), title] if self.time else [title, Span(f"  {row.aside}", ASIDE)]
        return lettering.lines(tuple(spans if row.aside else [title]), width - self._left(row) - GRID)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        seen = canvas.surface.get_clip()
        if self.time:
            canvas.line((box.x + TRACK, box.y), (box.x + TRACK, box.bottom), "line", 1.5)
        for row, y, tall, lines in self._lay(box.w, canvas.lettering):
            place = Box(box.x, box.y + y, box.w, tall)
            if canvas.rect(Box(box.x, place.y - TALL_HEAD, box.w, tall + TALL_HEAD)).colliderect(seen):
                self._paint_row(canvas, row, place, lines, mood)

    def _paint_row(self, canvas: Canvas, row: IndexRow, place: Box, lines: Sequence[Line], mood: Mood) -> None:
        here = row.key == self.open
        live = here or row.key in (mood.hover, mood.focus)
        left = place.x + (TRACK + 1.5 * GRID if self.time else 0)
        if live:
            shade = mixed(canvas.colour("panel"), canvas.colour("gold"), 0.2 if here else 0.1)
            canvas.fill(Box(left, place.y, place.right - left, place.h), shade, round_by=3)
        if here:
            canvas.fill(Box(left, place.y, 4, place.h), "gold")
        self._paint_head(canvas, row, place, live)
        y = place.y + AIR
        for line in lines:
            canvas.write(line, place.x + self._left(row), y)
            y += line.height

    def _paint_head(self, canvas: Canvas, row: IndexRow, place: Box, live: bool) -> None:
        base = place.y + AIR + canvas.lettering.ascent(TITLE)
        if self.time:
            canvas.dot((place.x + TRACK, base - 6), 5.5 if live else 4, "gold" if live else "line")
            canvas.label(row.head, (place.x + TRACK - 1.5 * GRID, base), HEAD, 1)
        elif row.head:
            canvas.label(row.head, (place.x + 1.5 * GRID, place.y - GRID), HEAD)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        for row, y, tall, _ in self._lay(box.w, lettering):
            label = f"{row.aside} {row.title}" if self.time else f"{row.title} {row.aside}"
            value = "open" if row.key == self.open else ""
            yield Spot((Box(box.x, box.y + y, box.w, tall),), row.meaning, label.strip(), "choice", value, key=row.key)

"""Widgets that place others: columns, rows, margins, panels, and what scrolls."""

from collections.abc import Iterator, MutableMapping, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering
from game.desktop.theme import GRID
from game.desktop.widget import Mood, Widget

Offsets = MutableMapping[str, float]
"""How far each scrolling part, by its key, has been scrolled: logical units, 0 at the top."""
BAR = 10.0
RING = 5.0
"""Room around what scrolls for the ring of what has the focus."""
STEP = 60.0
"""Logical units that a step of the wheel scrolls."""


@frozen
class Gap(Widget):
    """Nothing, of a height."""

    size: float = GRID

    def height(self, width: float, lettering: Lettering) -> float:
        return self.size


@frozen
class Grow(Widget):
    """In a column, takes a share of the height that the others leave; never less than *least*."""

    part: Widget
    share: float = 1.0
    least: float = 0.0

    def height(self, width: float, lettering: Lettering) -> float:
        return self.least

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box


@frozen
class Give(Widget):
    """In a column, a part of its own height that gives way when the column is too short for all; it may scroll."""

    part: Widget

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width, lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box


@frozen
class Column(Widget):
    """Parts one below the other."""

    rows: Sequence[Widget]
    gap: float = GRID

    def height(self, width: float, lettering: Lettering) -> float:
        return sum(part.height(width, lettering) for part in self.rows) + self.gap * max(0, len(self.rows) - 1)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        shares = sum(part.share for part in self.rows if isinstance(part, Grow))
        left = box.h - self.height(box.w, lettering)
        spare, lacking = max(0.0, left), max(0.0, -left)
        y = box.y
        for part in self.rows:
            tall = part.height(box.w, lettering)
            if isinstance(part, Grow):
                tall += spare * part.share / shares
            elif isinstance(part, Give):
                given = min(tall, lacking)
                tall, lacking = tall - given, lacking - given
            yield part, Box(box.x, y, box.w, tall)
            y += tall + self.gap


@frozen
class Cell(Widget):
    """A part of a row: of a fixed *width*, or, at 0, of a *share* of what is left."""

    part: Widget
    width: float = 0.0
    share: float = 1.0

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width, lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box


@frozen
class Row(Widget):
    """Parts side by side, each as tall as the row."""

    cells: Sequence[Cell]
    gap: float = 2 * GRID

    def widths(self, width: float) -> list[float]:
        """How wide each cell is when the row is *width* wide."""
        fixed = sum(cell.width for cell in self.cells) + self.gap * max(0, len(self.cells) - 1)
        shares = sum(cell.share for cell in self.cells if not cell.width) or 1.0
        spare = max(0.0, width - fixed)
        return [cell.width or spare * cell.share / shares for cell in self.cells]

    def height(self, width: float, lettering: Lettering) -> float:
        widths = self.widths(width)
        return max((cell.height(w, lettering) for cell, w in zip(self.cells, widths, strict=True)), default=0.0)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        x = box.x
        for cell, width in zip(self.cells, self.widths(box.w), strict=True):
            yield cell, Box(x, box.y, width, box.h)
            x += width + self.gap


@frozen
class Flow(Widget):
    """Parts side by side at the widths they ask for, in as many lines as they need."""

    items: Sequence[tuple[float, Widget]]
    """Each part with its width."""
    gap: float = GRID
    at: float = 0.0
    """Where the lines stand: 0 left, 0.5 in the middle, 1 right."""

    def _lines(self, width: float) -> list[list[tuple[float, Widget]]]:
        lines: list[list[tuple[float, Widget]]] = [[]]
        for item in self.items:
            used = sum(w + self.gap for w, _ in lines[-1])
            if lines[-1] and used + item[0] > width:
                lines.append([])
            lines[-1].append(item)
        return lines

    def height(self, width: float, lettering: Lettering) -> float:
        lines = [line for line in self._lines(width) if line]
        return sum(_tallest(line, lettering) for line in lines) + self.gap * max(0, len(lines) - 1)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        y = box.y
        for line in self._lines(box.w):
            used = sum(w for w, _ in line) + self.gap * max(0, len(line) - 1)
            x, tall = box.x + self.at * max(0.0, box.w - used), _tallest(line, lettering)
            for width, part in line:
                yield part, Box(x, y, min(width, box.w), tall)
                x += width + self.gap
            y += tall + self.gap


def _tallest(line: Sequence[tuple[float, Widget]], lettering: Lettering) -> float:
    return max((part.height(width, lettering) for width, part in line), default=0.0)


@frozen
class Pad(Widget):
    """A part inside margins."""

    part: Widget
    across: float = 2 * GRID
    down: float = 2 * GRID

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - 2 * self.across, lettering) + 2 * self.down

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box.inset(self.across, self.down)


@frozen
class Panel(Widget):
    """A sheet of lighter paper with a ruled edge, around a part."""

    part: Widget
    pad: float = 2 * GRID
    edge: str = "line"
    """The colour of its rule; empty for none."""
    band: str = ""
    """The colour of a band along its left edge; empty for none."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - 2 * self.pad, lettering) + 2 * self.pad

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box.inset(self.pad)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.fill(box, "panel")
        if canvas.palette.textured:
            canvas.tiles("panel.jpg", box)
        if self.edge:
            canvas.frame(box, self.edge)
        if self.band:
            canvas.fill(Box(box.x, box.y, 5, box.h), self.band)


@frozen
class AtMost(Widget):
    """A part of its own height, but never taller than *most*."""

    part: Widget
    most: float

    def height(self, width: float, lettering: Lettering) -> float:
        return min(self.most, self.part.height(width, lettering))

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield self.part, box


@frozen
class Middle(Widget):
    """A part in the middle of its box, no wider than *width*; at the top when it is taller than the box."""

    part: Widget
    width: float
    at: float = 0.5
    """Where it stands in the height: 0 top, 1 bottom."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(min(width, self.width), lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        width = min(box.w, self.width)
        tall = min(box.h, self.part.height(width, lettering))
        yield self.part, Box(box.x + (box.w - width) / 2, box.y + self.at * max(0.0, box.h - tall), width, tall)


@frozen
class Centred(Widget):
    """A part as tall as its box, in the middle of it, and no wider than *width*."""

    part: Widget
    width: float

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(min(width, self.width), lettering)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        width = min(box.w, self.width)
        yield self.part, Box(box.x + (box.w - width) / 2, box.y, width, box.h)


@frozen
class Over(Widget):
    """Parts on top of each other, the last uppermost, each filling the box."""

    layers: Sequence[Widget]

    def height(self, width: float, lettering: Lettering) -> float:
        return max(layer.height(width, lettering) for layer in self.layers)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        for layer in self.layers:
            yield layer, box


@frozen(eq=False)
class Scroll(Widget):
    """A part that may be taller than its box. Its bar appears when it is."""

    key: str
    part: Widget
    offsets: Offsets

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - BAR - GRID, lettering)

    def wide(self, box: Box, lettering: Lettering) -> float:
        """How wide the part is: as the box, but for the bar where there is one."""
        return box.w if self.part.height(box.w, lettering) <= box.h else box.w - BAR - GRID

    def reach(self, box: Box, lettering: Lettering) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.part.height(self.wide(box, lettering), lettering) - box.h)

    def offset(self, box: Box, lettering: Lettering) -> float:
        """How far it is scrolled, within what there is."""
        return min(self.reach(box, lettering), max(0.0, self.offsets.get(self.key, 0.0)))

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        tall = box.h + self.reach(box, lettering)
        yield self.part, Box(box.x, box.y - self.offset(box, lettering), self.wide(box, lettering), tall)

    def window(self, box: Box) -> Box:
        return Box(box.x - GRID, box.y - RING, box.w + 2 * GRID, box.h + 2 * RING)

    def wheeled(self, box: Box, point: tuple[float, float], steps: float, lettering: Lettering) -> bool:
        before = self.offset(box, lettering)
        after = min(self.reach(box, lettering), max(0.0, before - steps * STEP))
        self.offsets[self.key] = after
        return after != before

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        reach = self.reach(box, canvas.lettering)
        if not reach:
            return
        track = Box(box.right - BAR + 2, box.y, BAR - 4, box.h)
        tall = max(24.0, box.h * box.h / (box.h + reach))
        thumb = Box(track.x, box.y + (box.h - tall) * self.offset(box, canvas.lettering) / reach, track.w, tall)
        canvas.fill(track, "line", 0.25, 3)
        canvas.fill(thumb, "faded", 0.7, 3)

"""Widgets of words: paragraphs with links in them, headings, rules."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Span, Style
from game.desktop.theme import BODY, GRID, HEAD, LEAD, NOTE, TITLE
from game.desktop.widget import AGAIN, Mood, Spot, Widget

PLAIN = Style()
FAINT = Style(NOTE, "regular", "faded")
SMALL = Style(NOTE)
STRONG = Style(BODY, "semibold")
QUOTED = Style(BODY, "italic")


@frozen
class Words(Widget):
    """A paragraph. Spans with a link are underlined and can be pressed."""

    spans: tuple[Span, ...]
    at: float = 0.0
    """Where its lines stand: 0 left, 0.5 in the middle, 1 right."""

    def height(self, width: float, lettering: Lettering) -> float:
        return sum(line.height for line in lettering.lines(self.spans, width))

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y = box.y
        for line in canvas.lettering.lines(self.spans, box.w):
            x = box.x + self.at * max(0.0, box.w - line.width)
            canvas.write(line, x, y)
            for run in line.runs:
                if run.link:
                    under = y + line.ascent + 3
                    colour = "focus" if mood.hover.partition(AGAIN)[0] == run.link else "gold"
                    canvas.line((x + run.x, under), (x + run.x + run.width, under), colour)
            y += line.height

    def written(self, box: Box, lettering: Lettering) -> Iterator[Box]:
        """Where its lines stand, each as wide as what is written on it."""
        y = box.y
        for line in lettering.lines(self.spans, box.w):
            yield Box(box.x + self.at * max(0.0, box.w - line.width), y, line.width, line.height)
            y += line.height

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        found: dict[str, list[Box]] = {}
        y = box.y
        for line in lettering.lines(self.spans, box.w):
            x = box.x + self.at * max(0.0, box.w - line.width)
            for run in line.runs:
                if run.link:
                    found.setdefault(run.link, []).append(Box(x + run.x, y, run.width, line.height))
            y += line.height
        for link, boxes in found.items():
            label = next(span.text for span in self.spans if span.link == link)
            yield Spot(tuple(boxes), link, label.strip(), "link")

    def spoken(self) -> str:
        return "".join(span.text for span in self.spans)


def words(text: str, style: Style = PLAIN, at: float = 0.0) -> Words:
    """A paragraph in one style; its own white space is made plain, but line breaks stay."""
    kept = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return Words((Span(kept, style),), at)


def heading(text: str, size: int = HEAD, colour: str = "ink", at: float = 0.0) -> Words:
    """A heading."""
    return words(text, Style(size, "semibold", colour), at)


def title(text: str, at: float = 0.0) -> Words:
    """The one title of a page."""
    return heading(text, TITLE, at=at)


def lead(text: str) -> Words:
    """An opening paragraph."""
    return words(text, Style(LEAD))


def note(text: str, at: float = 0.0) -> Words:
    """Something said more quietly."""
    return words(text, FAINT, at)


def eyebrow(text: str, colour: str = "gold", at: float = 0.0) -> Words:
    """A short label above something, in spaced capitals."""
    return words(text.upper(), Style(NOTE, "semibold", colour), at)


@frozen
class Rule(Widget):
    """A line across, with a little space around it."""

    colour: str = "line"
    space: float = GRID / 2
    width: float = 1.0

    def height(self, width: float, lettering: Lettering) -> float:
        return 2 * self.space + self.width

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        y = box.y + box.h / 2
        canvas.line((box.x, y), (box.right, y), self.colour, self.width)


@frozen
class Table(Widget):
    """Rows of words in columns; *widths* are logical, 0 takes what is left."""

    rows: Sequence[Sequence[Words]]
    widths: Sequence[float]
    gap: float = GRID
    ruled: bool = False

    def _widths(self, width: float) -> list[float]:
        left = width - sum(self.widths) - 2 * GRID * (len(self.widths) - 1)
        free = sum(not each for each in self.widths) or 1
        return [each or max(0.0, left / free) for each in self.widths]

    def _tall(self, row: Sequence[Words], widths: Sequence[float], lettering: Lettering) -> float:
        return max(cell.height(width, lettering) for cell, width in zip(row, widths, strict=True))

    def height(self, width: float, lettering: Lettering) -> float:
        widths = self._widths(width)
        return sum(self._tall(row, widths, lettering) + self.gap for row in self.rows) - (self.gap if self.rows else 0)

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        widths, y = self._widths(box.w), box.y
        for row in self.rows:
            tall, x = self._tall(row, widths, lettering), box.x
            for cell, width in zip(row, widths, strict=True):
                yield cell, Box(x, y, width, tall)
                x += width + 2 * GRID
            y += tall + self.gap

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        if not self.ruled:
            return
        widths, y = self._widths(box.w), box.y
        for row in self.rows[:-1]:
            y += self._tall(row, widths, canvas.lettering) + self.gap
            canvas.line((box.x, y - self.gap / 2), (box.right, y - self.gap / 2), "line", 0.6)

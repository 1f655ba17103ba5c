"""Widgets to press: buttons, choices, tabs, switches, steppers."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Span, Style
from game.desktop.theme import BODY, GRID, NOTE, mixed
from game.desktop.widget import Mood, Spot, Widget
from game.desktop.widgets.words import Words

ROUND = 3.0
TALL = 5 * GRID
"""The height of a button: 40 logical pixels."""


@frozen
class Button(Widget):
    """A button of one line. One that cannot be pressed says why when it has the focus."""

    label: str
    meaning: str
    main: str = ""
    """A palette colour to fill it with: for the one thing most people will do here. Empty for a plain button."""
    note: str = ""
    why_not: str = ""
    icon: str = ""
    """A white picture before the label, such as `icon-save.png`."""
    key: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return TALL

    def wide(self, lettering: Lettering) -> float:
        """The width it wants."""
        icon = 24 + GRID if self.icon else 0
        return lettering.width(self.label, self._style()) + 4 * GRID + icon

    def _style(self) -> Style:
        colour = "faded" if self.why_not else "panel" if self.main else "ink"
        return Style(BODY, "semibold", colour)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        name = self.key or self.meaning
        filled = bool(self.main) and not self.why_not
        colour = canvas.colour(self.main if filled else "panel")
        if mood.hover == name and not self.why_not:
            colour = mixed(colour, canvas.colour("ink"), 0.12 if filled else 0.06)
        canvas.fill(box, colour, round_by=ROUND)
        if not filled:
            canvas.frame(box, "line", round_by=ROUND)
        icon = 24 + (GRID if self.label else 0) if self.icon else 0
        width = canvas.lettering.width(self.label, self._style())
        left = box.x + (box.w - width - icon) / 2
        if self.icon:
            canvas.picture(self.icon, Box(left, box.y + (box.h - 24) / 2, 24, 24), self._style().colour)
        canvas.label(self.label, (left + icon, box.y + box.h / 2 + BODY * 0.35), self._style())

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.label or self.note, note=self.note, why_not=self.why_not, key=self.key)


def buttons(*found: Button, lettering: Lettering) -> list[tuple[float, Widget]]:
    """Buttons at the widths they want, for a `Flow`."""
    return [(each.wide(lettering), each) for each in found]


@frozen
class Choice(Widget):
    """A row to press, with a part of any kind in it: an answer to a card, an order, a saved game, a codex entry."""

    part: Widget
    meaning: str
    label: str
    chosen: bool = False
    colour: str = "gold"
    """The colour of the mark at the left when it is chosen or looked at."""
    note: str = ""
    why_not: str = ""
    role: str = "choice"
    pad: float = 1.5 * GRID
    key: str = ""
    less: str = ""
    more: str = ""
    value: str = ""
    looks: str = ""
    """What is looked at while the focus or the mouse is on it."""
    ruled: bool = False
    """Whether it stands in a list with hairlines between its rows, instead of in a frame of its own."""

    def height(self, width: float, lettering: Lettering) -> float:
        return self.part.height(width - 2 * self.pad - GRID, lettering) + 2 * self.pad

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple[Widget, Box]]:
        yield (
            self.part,
            Box(box.x + self.pad + GRID, box.y + self.pad, box.w - 2 * self.pad - GRID, box.h - 2 * self.pad),
        )

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        name = self.key or self.meaning
        live = name in (mood.hover, mood.focus) and not self.why_not
        shade = mixed(canvas.colour("panel"), canvas.colour(self.colour), 0.14 if self.chosen else 0.07)
        if self.chosen or live or not self.ruled:
            canvas.fill(box, shade if self.chosen or live else "panel", round_by=ROUND)
        if self.ruled:
            canvas.line((box.x, box.bottom), (box.right, box.bottom), "line", 0.6)
        else:
            canvas.frame(box, self.colour if self.chosen else "line", round_by=ROUND)
        if self.chosen or live:
            canvas.fill(Box(box.x, box.y + 1, 5, box.h - 2), self.colour)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        value = self.value or ("chosen" if self.chosen else "")
        yield Spot(
            (box,), self.meaning, self.label, self.role, value, self.less, self.more, self.note, self.why_not,
            self.looks, self.key,
        )  # fmt: skip


@frozen
class Tick(Widget):
    """A box that is ticked or not: what it means is said by the row it stands in."""

    on: bool
    colour: str = "ink"

    def height(self, width: float, lettering: Lettering) -> float:
        return 3 * GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        place = Box(box.x, box.y + 3, 18, 18)
        canvas.fill(place, "panel", round_by=ROUND)
        canvas.frame(place, self.colour if self.on else "faded", 1.5, ROUND)
        if self.on:
            knee = (place.x + 7.5, place.bottom - 4.5)
            canvas.line((place.x + 4, place.y + 9), knee, self.colour, 2.5)
            canvas.line(knee, (place.right - 3, place.y + 4), self.colour, 2.5)


@frozen
class Tabs(Widget):
    """Leaves of one page, of which one lies open."""

    tabs: Sequence[tuple[str, str]]
    """Each one's meaning and title."""
    open: str
    """The meaning of the one that lies open."""

    def height(self, width: float, lettering: Lettering) -> float:
        return TALL * len(self._rows(width, lettering))

    def _rows(self, width: float, lettering: Lettering) -> list[list[tuple[str, str, float]]]:
        rows: list[list[tuple[str, str, float]]] = [[]]
        for meaning, text in self.tabs:
            wide = lettering.width(text, Style(BODY, "semibold")) + 3 * GRID
            if rows[-1] and sum(each[2] for each in rows[-1]) + wide > width:
                rows.append([])
            rows[-1].append((meaning, text, wide))
        return rows

    def _placed(self, box: Box, lettering: Lettering) -> Iterator[tuple[str, str, Box]]:
        for number, row in enumerate(self._rows(box.w, lettering)):
            x = box.x
            for meaning, text, wide in row:
                yield meaning, text, Box(x, box.y + number * TALL, wide, TALL)
                x += wide

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.line((box.x, box.bottom - 1), (box.right, box.bottom - 1))
        for meaning, text, place in self._placed(box, canvas.lettering):
            here = meaning == self.open
            style = Style(BODY, "semibold", "ink" if here or mood.hover == meaning else "faded")
            canvas.label(text, (place.centre[0], place.y + TALL / 2 + BODY * 0.35), style, 0.5)
            if here:
                canvas.fill(Box(place.x + GRID, place.bottom - 4, place.w - 2 * GRID, 4), "gold")

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        for meaning, text, place in self._placed(box, lettering):
            yield Spot((place,), meaning, text, "tab", "open" if meaning == self.open else "")


@frozen
class Stepper(Widget):
    """A value between two arrows; the left and the right key turn it as well."""

    label: str
    value: str
    less: str
    more: str
    """What its arrows mean; empty at an end."""
    key: str
    note: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return TALL

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        field = self._field(box)
        base = box.y + TALL / 2 + BODY * 0.35
        canvas.label(self.label, (box.x, base), Style())
        canvas.fill(field, "panel", round_by=ROUND)
        canvas.frame(field, "line", round_by=ROUND)
        canvas.label(self.value, (field.centre[0], base), Style(BODY, "semibold"), 0.5)
        for place, meaning, sign in ((field.x + 16, self.less, -1), (field.right - 16, self.more, 1)):
            colour = "ink" if meaning else "line"
            y = field.centre[1]
            canvas.shape([(place - 4 * sign, y - 6), (place - 4 * sign, y + 6), (place + 5 * sign, y)], colour)

    def _field(self, box: Box) -> Box:
        wide = min(box.w * 0.5, 40 * GRID)
        return Box(box.right - wide, box.y, wide, TALL)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        field = self._field(box)
        yield Spot(
            (box,), "", self.label, "stepper", self.value, self.less, self.more, self.note, key=f"step {self.key}"
        )
        half = field.w / 3
        if self.less:
            yield Spot((Box(field.x, field.y, half, field.h),), self.less, "", "arrow", key=f"less {self.key}")
        if self.more:
            yield Spot(
                (Box(field.right - half, field.y, half, field.h),), self.more, "", "arrow", key=f"more {self.key}"
            )


@frozen
class Switch(Widget):
    """Something that is on or off."""

    label: str
    on: bool
    meaning: str
    note: str = ""

    def height(self, width: float, lettering: Lettering) -> float:
        return TALL

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        canvas.label(self.label, (box.x, box.y + TALL / 2 + BODY * 0.35), Style())
        slot = Box(box.right - 52, box.y + 8, 52, 24)
        canvas.fill(slot, "second" if self.on else "line", round_by=12)
        canvas.dot((slot.right - 12 if self.on else slot.x + 12, slot.centre[1]), 9, "panel")
        canvas.label("on" if self.on else "off", (slot.x - 8, box.y + TALL / 2 + 5), Style(NOTE, "regular", "faded"), 1)

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        yield Spot((box,), self.meaning, self.label, "switch", "on" if self.on else "off", note=self.note)


def link(text: str, meaning: str, style: Style | None = None) -> Words:
    """A line of words to press."""
    return Words((Span(text, style or Style(), meaning),))

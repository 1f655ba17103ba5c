"""The row of one clause: its standing, its title, its ladder; and one option of a clause."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Style
from game.desktop.theme import BODY, GRID, NOTE, mixed
from game.desktop.widget import Mood, Spot, Widget
from game.desktop.widgets.figures import Rungs
from game.engine.issue import Issue
from game.engine.treaty import Standing

MARK = 30.0
"""The width of the standing's mark."""
TIGHT, TWO_LINES, ROOMY = 28.0, 48.0, 56.0
"""The least height of a row, the height from which it has a second line, and the most."""


def cut(text: str, style: Style, width: float, lettering: Lettering) -> str:
    """*text* shortened to *width*, with an ellipsis when it had to be."""
    if lettering.width(text, style) <= width:
        return text
    while text and lettering.width(text.rstrip() + "…", style) > width:
        text = text[:-1]
    return text.rstrip() + "…"


@frozen
class ClauseRow(Widget):
    """One clause of the treaty. Left and right turn the draft along its ladder; each rung can be clicked."""

    issue: Issue
    number: int
    standing: Standing
    half: str
    """`you` or `they` when one side alone has initialled it; else empty."""
    rungs: Rungs
    draft: str
    """The draft's option in words."""
    value: str
    """Who says what, in words."""
    looked_at: bool = False
    tall: float = TIGHT
    fixed: bool = False
    """Whether it is initialled, so that the draft cannot change it."""
    ladder: float = 180.0

    def height(self, width: float, lettering: Lettering) -> float:
        return self.tall

    def _place(self, box: Box) -> Box:
        wide = min(self.ladder, box.w * 0.42)
        return Box(box.right - wide - GRID, box.y, wide, box.h)

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        name = self._key()
        if self.looked_at or name in (mood.hover, mood.focus):
            canvas.fill(box, mixed(canvas.colour("panel"), canvas.colour("gold"), 0.2 if self.looked_at else 0.1))
        canvas.line((box.x, box.bottom), (box.right, box.bottom), "line", 0.5)
        self._paint_standing(canvas, box)
        left, width = box.x + MARK + GRID, self._place(box).x - box.x - MARK - 2 * GRID
        roomy = self.tall >= TWO_LINES
        size = NOTE if self.tall < 34 else BODY
        style = Style(size, "semibold" if self.looked_at else "regular")
        base = box.y + box.h / 2 + (-4 if roomy else size * 0.34)
        canvas.label(cut(f"{self.number}. {self.issue.title}", style, width, canvas.lettering), (left, base), style)
        if roomy:
            faint = Style(NOTE, "regular", "faded")
            canvas.label(cut(self.draft, faint, width, canvas.lettering), (left, base + 21), faint)
        self.rungs.paint(canvas, self._place(box), mood)

    def _paint_standing(self, canvas: Canvas, box: Box) -> None:
        """Square brackets for what is disputed, a lock for what both have initialled, a pen for what one has."""
        middle = (box.x + MARK / 2, box.centre[1])
        if self.standing is Standing.INITIALLED:
            canvas.picture("icon-lock.png", Box(middle[0] - 10, middle[1] - 10, 20, 20), "gold")
        elif self.half:
            canvas.picture("icon-orders.png", Box(middle[0] - 10, middle[1] - 10, 20, 20), "gold")
        elif self.standing is Standing.BRACKETED:
            canvas.label("[ ]", (middle[0], middle[1] + 6), Style(NOTE, "semibold", "warn"), 0.5)

    def _key(self) -> str:
        return f"clause {self.issue.id}"

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        options, rung = self.issue.options, self.rungs.draft or 0
        step = {side: self._step(rung + side) for side in (-1, 1)}
        yield Spot(
            (box,), f"look {self.issue.id}", self.issue.title, "row", self.value, step[-1], step[1],
            note=f"{self.issue.title}. {self.value}", looks=self.issue.id, key=self._key(),
        )  # fmt: skip
        if self.fixed:
            return
        place = self._place(box)
        for number, option in enumerate(options):
            x = self.rungs.x(place, number)
            yield Spot(
                (Box(x - 11, box.y, 22, box.h),), f"draft {self.issue.id} {option.id}", option.title, "arrow",
                note=f"{self.issue.title}: {option.title}", looks=self.issue.id, key=f"rung {self.issue.id} {number}",
            )  # fmt: skip

    def _step(self, rung: int) -> str:
        if self.fixed or not 0 <= rung < len(self.issue.options):
            return ""
        return f"draft {self.issue.id} {self.issue.options[rung].id}"


@frozen
class Rung(Widget):
    """One rung of a ladder that stands upright beside its options: a dot on a line, or a square for what holds now."""

    first: bool
    last: bool
    chosen: bool = False
    now: bool = False

    def height(self, width: float, lettering: Lettering) -> float:
        return 3 * GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        x, y = box.x + 8, box.y + 12
        canvas.line((x, y if self.first else box.y - 2 * GRID), (x, y if self.last else box.bottom + 2 * GRID), "line")
        if self.now:
            canvas.fill(Box(x - 5, y - 5, 10, 10), "panel")
            canvas.frame(Box(x - 5, y - 5, 10, 10), "faded", 1.5)
        canvas.dot((x, y), 6.5 if self.chosen else 3, "ink" if self.chosen else "line")


@frozen
class Legend(Widget):
    """What the marks on the ladders mean."""

    words: Mapping[str, str]
    """For `draft`, `now`, `first` and `second` what each is called."""

    def height(self, width: float, lettering: Lettering) -> float:
        return 3 * GRID

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        x, y = box.x, box.centre[1]
        for mark, text in self.words.items():
            if mark == "draft":
                canvas.dot((x + 8, y), 6.5, "ink")
            elif mark == "now":
                canvas.frame(Box(x + 3, y - 5, 10, 10), "faded", 1.5)
            else:
                canvas.flag(x + 8, y + (11 if mark == "first" else -11), int(mark == "second"))
            canvas.label(text, (x + 20, y + NOTE * 0.35), Style(NOTE, "regular", "faded"))
            x += 20 + canvas.lettering.width(text, Style(NOTE)) + 2 * GRID

    def spoken(self) -> str:
        return ""

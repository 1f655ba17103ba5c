"""A view of the desk: the uppermost screen arranged, with what has the focus, ready to be painted and pressed."""

from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pygame
from attrs import define, evolve, field

from game.content.problem import ScenarioError
from game.desktop import focus
from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.desk import Desk
from game.desktop.ears import Ear, moment_of
from game.desktop.guide import Advice, advice_on
from game.desktop.lettering import Lettering, Span, Style
from game.desktop.pictures import Pictures
from game.desktop.screen import Screen
from game.desktop.theme import GRID, NOTE, PALETTES
from game.desktop.widget import Arrangement, Mood, Placed, Spot, Widget, arrange, paint, paint_over
from game.desktop.widgets.guidance import Guidance, point_at
from game.desktop.widgets.layout import Column, Grow, Scroll
from game.desktop.widgets.pictures import Paper
from game.desktop.widgets.words import Words
from game.engine.errors import GameError

FOOT = 4 * GRID
"""The height of the line at the foot, where the spot with the focus says what is worth knowing about it."""
VEIL = 0.55
EXPLAIN = "explain"
PORTRAIT = (256, 160)
"""The most a small picture of a game may take, in pixels."""


def refusal(error: GameError | ScenarioError | OSError) -> str:
    """What the person is told when something cannot be done."""
    text = str(error)
    if isinstance(error, ScenarioError):
        text = f"the scenario cannot be played: {error.problems[0]}"
    elif isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.!?' else '.'}"


@define(eq=False)
class View:
    """Knows nothing of the system's window: a surface is enough, so that tests and pictures need no display."""

    desk: Desk
    surface: pygame.Surface
    pictures: Pictures = field(factory=Pictures)
    lettering: Lettering = field(factory=Lettering)
    arrangement: Arrangement = field(factory=Arrangement)
    focus: str = ""
    hover: str = ""
    pressed: str = ""
    ringed: bool = False
    """Whether the focus shows its ring: as soon as the keyboard is used, until the mouse is."""
    moved: float = 1.0
    ears: list[Ear] = field(factory=list)
    """All that are told what is shown."""
    _screen: Screen | None = None
    _sight: str = ""
    _lid: tuple[Placed, pygame.Surface] | None = None
    _advice: Advice | None = None
    """What the guide says on the page as it is."""
    _told_of: Arrangement | None = None
    _told: tuple[object, ...] = ()

    def __attrs_post_init__(self) -> None:
        self.desk.portray, self.desk.photograph = self.portray, self.photograph

    @property
    def size(self) -> tuple[float, float]:
        """The logical width and height."""
        width, height = self.surface.get_size()
        return width / self.scale, height / self.scale

    @property
    def scale(self) -> float:
        return self.desk.settings.scale / 100

    @property
    def body(self) -> Box:
        """All but the line at the foot."""
        width, height = self.size
        return Box(0, 0, width, height - FOOT)

    def lay(self) -> None:
        """Arrange the uppermost screen as it is now, and keep the focus where it makes sense."""
        if self.lettering.scale != self.scale:
            self.lettering = Lettering(self.scale)
        names = [spot.name for spot in focus.order(self.arrangement)]
        place = names.index(self.focus) if self.focus in names else 0
        before, self._lid = self._advice, None
        self.arrangement = self._guided()
        if self.desk.top is not self._screen:
            self._screen, self._sight, place, self.focus = self.desk.top, "", 0, ""
        self.focus = focus.kept(self.arrangement, self.focus, place, self.desk.top.first())
        if self.desk.top.sight() != self._sight:
            self._sight = self.desk.top.sight()
            for name in self._sight.splitlines():
                self._reveal(name)
        if self._advice is not None and (before is None or before.key != self._advice.key):
            self._reveal(self._advice.spot.name)

    def _arranged(self, screen: Screen, spare: Widget | None = None) -> Arrangement:
        """The page of *screen*, with *spare* below it when there is something to be said besides."""
        body = self.body
        if spare is None:
            return arrange(screen.page(body.w, body.h), body, self.lettering)
        page = screen.page(body.w, body.h - spare.height(body.w, self.lettering))
        return arrange(Column([Grow(page), spare], 0), body, self.lettering)

    def _guided(self) -> Arrangement:
        """The uppermost screen; while somebody is guided, with the guide's words below it."""
        found = self._arranged(self.desk.top)
        self._advice = advice_on(self.desk, found)
        if self._advice is None:
            return found
        strip = Guidance(self._advice.step.text, f"guide heard {self._advice.key}")
        return self._arranged(self.desk.top, strip)

    def canvas(self) -> Canvas:
        return Canvas(self.surface, self.lettering, PALETTES[self.desk.settings.palette], self.pictures)

    def photograph(self, path: Path) -> None:
        """Write a picture of all that is shown to *path*, a PNG; raises OSError."""
        self.draw()
        _put_png(self.surface, path)

    def portray(self, path: Path) -> None:
        """Write a small picture of the page below the sheets to *path*; raises OSError.

        None is made where two people play: each would see there what the other saw.
        """
        if self.desk.sitting is None or not self.desk.sitting.solo:
            return
        page = pygame.Surface(self.surface.get_size())
        canvas = Canvas(page, self.lettering, PALETTES[self.desk.settings.palette], self.pictures)
        Paper().paint(canvas, Box(0, 0, *self.size), Mood())
        self._paint_below(canvas)
        _put_png(pygame.transform.smoothscale(page, _within(page.get_size(), PORTRAIT)), path)

    def mood(self) -> Mood:
        return Mood(self.focus if self.ringed else "", self.hover, self.pressed, self.moved)

    def tell(self) -> None:
        """Tell those who listen what is shown now, unless it is what they were told last."""
        listening = [ear for ear in self.ears if ear.listens()]
        now = (self.focus, self.desk.remark, *map(id, listening))
        if not listening or (self._told_of is self.arrangement and now == self._told):
            return
        moment = moment_of(self.desk.top, self.arrangement, self.focus, self.desk.remark)
        trouble = [said for ear in listening if (said := ear.hear(moment))]
        self._told_of, self._told = self.arrangement, now
        self.desk.remark = self.desk.remark or " ".join(trouble)

    def draw(self) -> None:
        """Paint everything."""
        canvas, whole = self.canvas(), Box(0, 0, *self.size)
        Paper().paint(canvas, whole, Mood())
        if self.desk.top.sheet:
            self._draw_below(canvas, whole)
        paint(self.arrangement, canvas, self.mood())
        self._draw_advice(canvas)
        self._draw_focus(canvas)
        self._draw_foot(canvas, whole)

    def draw_part(self, part: Placed) -> pygame.Rect:
        """Paint only what stands in the box of *part*, and return its pixels."""
        canvas = self.canvas()
        seen = part.box.common(part.clip)
        with canvas.within(seen):
            if part.widget.opaque:
                part.widget.paint(canvas, part.box, self.mood())
                self.surface.blit(self._over(part, canvas), canvas.rect(seen))
            else:
                Paper().paint(canvas, seen, Mood())
                paint(self.arrangement, canvas, self.mood())
                self._draw_focus(canvas)
        return canvas.rect(seen)

    def _over(self, part: Placed, canvas: Canvas) -> pygame.Surface:
        """What lies over *part*, drawn once for as long as the page stays as it is."""
        if self._lid is None or self._lid[0] is not part:
            whole = pygame.Surface(self.surface.get_size(), pygame.SRCALPHA, 32)
            clear = evolve(canvas, surface=whole)
            paint_over(self.arrangement, part, clear, self.mood())
            self._draw_focus(clear)
            self._lid = part, whole.subsurface(canvas.rect(part.box.common(part.clip))).copy()
        return self._lid[1]

    def _draw_below(self, canvas: Canvas, whole: Box) -> None:
        """The screen under a sheet, as through thin paper."""
        self._paint_below(canvas)
        canvas.fill(whole, "ink", VEIL)

    def _paint_below(self, canvas: Canvas) -> None:
        below = next((screen for screen in reversed(self.desk.stack) if not screen.sheet), None)
        if below is not None:
            paint(self._arranged(below), canvas, Mood())

    def _draw_focus(self, canvas: Canvas) -> None:
        spot = self.arrangement.spot(self.focus)
        if spot is None or not self.ringed:
            return
        clip = self.arrangement.clips[self.arrangement.spots.index(spot)]
        with canvas.within(clip):
            for box in spot.boxes:
                canvas.frame(box.inset(-3), "panel", 5, 5)
                canvas.frame(box.inset(-3), "focus", 3, 5)

    def _draw_advice(self, canvas: Canvas) -> None:
        """The ring around what the guide speaks of, as far as it is seen."""
        spot = self.arrangement.spot(self._advice.spot.name) if self._advice else None
        strip = next((each.box for each in self.arrangement.placed if isinstance(each.widget, Guidance)), None)
        if spot is None or strip is None:
            return
        clip = self.arrangement.clips[self.arrangement.spots.index(spot)]
        seen = spot.boxes[0].common(clip)
        if not seen.empty:
            point_at(canvas, strip, seen, list(self._written()))

    def _written(self) -> Iterator[Box]:
        """Where there is something to read or to press."""
        for spot in self.arrangement.spots:
            yield from spot.boxes
        for each in self.arrangement.placed:
            if isinstance(each.widget, Words):
                yield from each.widget.written(each.box, self.lettering)

    def _draw_foot(self, canvas: Canvas, whole: Box) -> None:
        """The line at the foot; a longer remark takes as many lines upwards as it needs."""
        words, colour = self.footnote()
        spans = (Span(words, Style(NOTE, "regular", colour)),)
        lines = self.lettering.lines(spans, whole.w - 6 * GRID) if words else ()
        tall = max(FOOT, sum(line.height for line in lines) + GRID)
        foot = Box(0, whole.bottom - tall, whole.w, tall)
        canvas.fill(foot, "panel")
        canvas.line((0, foot.y), (whole.w, foot.y))
        y = foot.y + (tall - sum(line.height for line in lines)) / 2
        for line in lines:
            canvas.write(line, 3 * GRID, y)
            y += line.height

    def footnote(self) -> tuple[str, str]:
        """What the foot says, and in which colour: the last remark, else what is worth knowing of the present spot."""
        if self.desk.remark:
            return self.desk.remark, "warn"
        spot = self.arrangement.spot(self.hover) or (self.arrangement.spot(self.focus) if self.ringed else None)
        if spot is None:
            return "", "faded"
        return (spot.why_not, "warn") if spot.why_not else (spot.note, "faded")

    def do(self, meaning: str) -> None:
        """Carry out *meaning* on the uppermost screen; a refusal becomes the remark at the foot.

        `explain` alone asks about whatever the eye is on.
        """
        self.desk.remark = ""
        if meaning == EXPLAIN:
            meaning = self._question()
        if self._advice is not None and self._advice.follows(meaning):
            self.desk.heard.add(self._advice.key)
        try:
            self.desk.top.do(meaning)
        except (GameError, ScenarioError, OSError) as error:
            self.desk.remark = refusal(error)
        self.lay()

    def _question(self) -> str:
        """Asks for what the spot with the focus, or under the mouse, looks at, or else for what it means."""
        under = None if self.ringed else self.arrangement.spot(self.hover)
        spot = under or self.arrangement.spot(self.focus)
        if spot is None or spot.meaning.startswith(EXPLAIN):
            return spot.meaning if spot else EXPLAIN
        return f"{EXPLAIN} {spot.looks}" if spot.looks else f"{EXPLAIN} of {spot.meaning}"

    def press(self, spot: Spot) -> None:
        """Press *spot*; one that cannot be pressed says why."""
        if spot.why_not:
            self.desk.remark = spot.why_not
        elif spot.meaning:
            self.do(spot.meaning)

    def turn(self, spot: Spot, meaning: str) -> bool:
        """Carry out what an arrow key means at *spot*; returns whether it means anything there."""
        if meaning:
            self.do(meaning)
        return bool(meaning)

    def focus_on(self, name: str) -> None:
        """Move the focus, and bring what has it into sight."""
        self.desk.remark = ""
        if name != self.focus:
            self.focus = name
            self.desk.sounds.play("step")
        self.ringed = True
        self._reveal(self.focus)

    def _reveal(self, name: str) -> None:
        """Scroll so far that the spot called *name* is seen."""
        spot = self.arrangement.spot(name)
        if spot is None:
            return
        clip = self.arrangement.clips[self.arrangement.spots.index(spot)]
        for placed in self.arrangement.placed:
            scroll = placed.widget
            if isinstance(scroll, Scroll) and scroll.window(placed.box).common(placed.clip) == clip:
                self._scroll_to(scroll, placed.box, spot)

    def _scroll_to(self, scroll: Scroll, box: Box, spot: Spot) -> None:
        offset, found = scroll.offset(box, self.lettering), spot.boxes[0]
        if found.y < box.y + GRID:
            scroll.offsets[scroll.key] = offset - (box.y + GRID - found.y)
        elif found.bottom > box.bottom - GRID:
            scroll.offsets[scroll.key] = offset + ceil(min(found.bottom - box.bottom + GRID, found.y - box.y - GRID))
        else:
            return
        self.lay()


def _put_png(surface: pygame.Surface, path: Path) -> None:
    """Write *surface* to *path*; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        pygame.image.save(surface, str(path))
    except pygame.error as error:
        raise OSError(f"{path}: {error}") from None


def _within(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """*size* made smaller, in its own proportion, until it fits into *most*."""
    share = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))

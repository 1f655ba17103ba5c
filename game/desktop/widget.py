"""Widgets: values that know their height, their parts, how they are painted, and what can be pressed in them.

A page is one widget. `arrange` places it and its parts; what is painted, pressed, focused, read aloud and tested comes
from that one arrangement.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import evolve, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering

AGAIN = " ("
"""Stands between a spot's name and its number when the same is on the page before."""


@frozen
class Spot:
    """Something that can be pressed. Mouse, keyboard, gamepad and screen reader share the order of the spots."""

    boxes: tuple[Box, ...]
    """Where it is; more than one for a link that runs over a line's end."""
    meaning: str
    """What pressing it means, in a line like those of the text front: `propose`, `choose drought share`."""
    label: str
    """What it says, for those who hear it."""
    role: str = "button"
    """button, link, choice, tab, switch, stepper, row, field, or map, which the arrow keys move."""
    value: str = ""
    """Its state in words: `chosen`, `rung 2 of 5`."""
    less: str = ""
    more: str = ""
    """What the left and the right arrow mean here; empty where they move the focus."""
    note: str = ""
    """What is worth knowing before pressing; shown beside it when it has the focus."""
    why_not: str = ""
    """Why it cannot be pressed now; empty when it can."""
    looks: str = ""
    """What is looked at while the focus or the mouse is on it, such as a clause; told to the screen's `looked`."""
    key: str = ""
    """What the focus remembers it by, when the meaning changes while the spot stays."""

    @property
    def name(self) -> str:
        """What the focus remembers it by."""
        return self.key or self.meaning


@frozen
class Mood:
    """What the eye and the hand are on while a page is painted."""

    focus: str = ""
    """The name of the spot that has the focus."""
    hover: str = ""
    """The name of the spot that the mouse is on."""
    pressed: str = ""
    moved: float = 1.0
    """How far a movement has come, 0 to 1; 1 when nothing moves."""


class Widget:
    """Part of a page. Widgets are frozen values; each kind overrides what it needs."""

    opaque: ClassVar[bool] = False
    """Whether it covers all of its box, so that nothing below it need be painted when it alone has moved."""

    def height(self, width: float, lettering: Lettering) -> float:
        """The logical height it wants at *width*."""
        return 0.0

    def parts(self, box: Box, lettering: Lettering) -> Iterator[tuple["Widget", Box]]:
        """The widgets inside it and where each stands when it fills *box*."""
        return iter(())

    def paint(self, canvas: Canvas, box: Box, mood: Mood) -> None:
        """Paint itself, not its parts."""

    def spots(self, box: Box, lettering: Lettering) -> Iterator[Spot]:
        """What can be pressed in itself, not in its parts."""
        return iter(())

    def spoken(self) -> str:
        """What it says to those who hear the page; empty for ornament, and for what its spots say."""
        return ""

    def dragged(self, box: Box, across: float, down: float) -> bool:
        """Move what is seen by so much, because the mouse drags it; returns whether it can be dragged at all."""
        return False

    def wheeled(self, box: Box, point: tuple[float, float], steps: float, lettering: Lettering) -> bool:
        """Scroll or zoom at *point*, because the wheel was turned; returns whether anything has moved."""
        return False

    def window(self, box: Box) -> Box | None:
        """The box outside which its parts are not seen; None when they are seen anywhere."""
        return None


@frozen
class Placed:
    """A widget where it stands, and the box outside which nothing of it is seen."""

    widget: Widget
    box: Box
    clip: Box


@frozen
class Arrangement:
    """A whole page, placed."""

    placed: tuple[Placed, ...] = ()
    spots: tuple[Spot, ...] = ()
    clips: tuple[Box, ...] = ()
    """For each spot, the box outside which it is not seen; even scrolled away it has its place in the order."""
    held: tuple[tuple[Spot, ...], ...] = ()
    """For each of `placed`, the spots that are its own."""

    def spot(self, name: str) -> Spot | None:
        """The spot that the focus remembers as *name*."""
        return next((each for each in self.spots if each.name == name), None)

    def at(self, x: float, y: float) -> Spot | None:
        """The uppermost spot under a point."""
        seen = zip(reversed(self.spots), reversed(self.clips), strict=True)
        return next((spot for spot, clip in seen if clip.holds(x, y) and any(b.holds(x, y) for b in spot.boxes)), None)

    def under(self, x: float, y: float) -> list[Placed]:
        """The widgets under a point, the innermost first."""
        return [each for each in reversed(self.placed) if each.clip.holds(x, y) and each.box.holds(x, y)]


def arrange(page: Widget, box: Box, lettering: Lettering) -> Arrangement:
    """*page* filling *box*, with everything in it in reading order."""
    placed = tuple(_placed(page, box, box, lettering))
    counted: Counter[str] = Counter()
    held = tuple(tuple(_distinct(spot, counted) for spot in each.widget.spots(each.box, lettering)) for each in placed)
    spots = tuple(spot for own in held for spot in own)
    clips = tuple(each.clip for each, own in zip(placed, held, strict=True) for _ in own)
    return Arrangement(placed, spots, clips, held)


def _distinct(spot: Spot, counted: Counter[str]) -> Spot:
    """*spot* under a name of its own: the same link may stand on a page many times, and the focus is on one of them."""
    counted[spot.name] += 1
    count = counted[spot.name]
    return spot if count == 1 else evolve(spot, key=f"{spot.name}{AGAIN}{count})")


def paint(arrangement: Arrangement, canvas: Canvas, mood: Mood) -> None:
    """Paint all of a page that is seen."""
    _paint(arrangement.placed, canvas, mood)


def paint_over(arrangement: Arrangement, part: Placed, canvas: Canvas, mood: Mood) -> None:
    """Paint what lies over *part*, inside its box."""
    place = next((number for number, each in enumerate(arrangement.placed) if each is part), -1)
    with canvas.within(part.box.common(part.clip)):
        _paint(arrangement.placed[place + 1 :], canvas, mood)


def _paint(placed: Iterable[Placed], canvas: Canvas, mood: Mood) -> None:
    for each in placed:
        if not each.box.common(each.clip).empty:
            with canvas.within(each.clip):
                each.widget.paint(canvas, each.box, mood)


def _placed(widget: Widget, box: Box, clip: Box, lettering: Lettering) -> Iterator[Placed]:
    yield Placed(widget, box, clip)
    window = widget.window(box)
    inner = clip if window is None else clip.common(window)
    for part, place in widget.parts(box, lettering):
        yield from _placed(part, place, inner, lettering)

"""A proof of a page, as a printer pulls one: everything that is written on it, and what is cut off or runs together.

For tests, and for whoever draws a screen: `faults` says in sentences what a demanding eye would send back.
"""

from collections.abc import Iterator, Sequence

import pygame
from attrs import define, field, frozen

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.lettering import Lettering, Run
from game.desktop.pictures import Pictures
from game.desktop.theme import PAPER
from game.desktop.widget import Arrangement, Mood, Placed, Widget
from game.desktop.widgets.layout import AtMost, Grow, Scroll

SLACK, KERNING = 2.0, 0.01
"""Logical pixels that rounding may move a letter by, and the share that kerning may add to a line's length."""
CAP, TAIL = 0.66, 0.16
"""How far letters reach above and below their baseline, in sizes; accents and the longest tails left out."""


@frozen
class Printed:
    """A stretch of text where it stands."""

    text: str
    box: Box
    owner: Placed


@define
class ProofCanvas(Canvas):
    """A canvas that remembers what is written on it, and by which widget."""

    printed: list[Printed] = field(factory=list)
    owner: Placed | None = None

    def run(self, run: Run, x: float, baseline: float) -> None:
        super().run(run, x, baseline)
        width, size = self.lettering.width(run.text.rstrip(), run.style), run.style.size
        if self.owner is not None and run.text.strip():
            box = Box(x, baseline - CAP * size, width, (CAP + TAIL) * size)
            self.printed.append(Printed(run.text.strip(), box, self.owner))


def proof(arrangement: Arrangement, size: tuple[float, float], lettering: Lettering) -> list[Printed]:
    """All text of a page of a logical *size*, also what is scrolled away."""
    pixels = (round(size[0] * lettering.scale), round(size[1] * lettering.scale))
    canvas = ProofCanvas(pygame.Surface(pixels), lettering, PAPER, Pictures())
    for each in arrangement.placed:
        canvas.owner = each
        each.widget.paint(canvas, each.box, Mood())
    return canvas.printed


def faults(arrangement: Arrangement, size: tuple[float, float], lettering: Lettering) -> list[str]:
    """What is wrong with the text of a page: what leaves its widget or the page's width, and what is written over."""
    printed = proof(arrangement, size, lettering)
    return [*_outside(printed), *_over(printed), *_squeezed(arrangement, lettering)]


def _outside(printed: Sequence[Printed]) -> Iterator[str]:
    for each in printed:
        home, clip, box = each.owner.box, each.owner.clip, each.box
        slack = SLACK + KERNING * box.w
        left, right = max(home.x, clip.x) - slack, min(home.right, clip.right) + slack
        if box.x < left or box.right > right:
            yield f"“{each.text}” is cut off at the side of its {_kind(each)}"
        if box.y < home.y - SLACK or box.bottom > home.bottom + SLACK:
            yield f"“{each.text}” leaves its {_kind(each)} at the top or at the foot"


def _over(printed: Sequence[Printed]) -> Iterator[str]:
    """Texts that share some of their place, as far as it is seen."""
    seen = sorted(((each.box.common(each.owner.clip), each) for each in printed), key=lambda pair: pair[0].y)
    for place, (box, each) in enumerate(seen):
        for other_box, other in seen[place + 1 :]:
            if other_box.y > box.bottom:
                break
            common = box.common(other_box)
            if common.w > SLACK and common.h > SLACK:
                yield f"“{each.text}” and “{other.text}” are written over each other"


def _squeezed(arrangement: Arrangement, lettering: Lettering) -> Iterator[str]:
    """Widgets that got less height than they need, so that their foot is cut off or runs into what follows."""
    for each in arrangement.placed:
        wanted = each.widget.height(each.box.w, lettering)
        if wanted > each.box.h + SLACK and not _gives_way(each.widget, each.box, lettering):
            yield f"a {type(each.widget).__name__} needs {wanted:.0f} of height and has {each.box.h:.0f}"


def _gives_way(widget: Widget, box: Box, lettering: Lettering) -> bool:
    """Whether a widget may be lower than it would like, because it scrolls, or something in it does."""
    if isinstance(widget, Scroll):
        return True
    if isinstance(widget, Grow | AtMost):
        return False
    return any(_gives_way(part, place, lettering) for part, place in widget.parts(box, lettering))


def _kind(each: Printed) -> str:
    return type(each.owner.widget).__name__

"""Where labels stand beside their points, so that none runs into another; the most important choose first."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.box import Box
from game.desktop.canvas import Point
from game.desktop.lettering import Lettering, Style

NEAR, FAR = 10.0, (26.0, 46.0, 70.0)
"""How far from its point a label stands; farther away, and with a thread to it, in a crowd."""


@frozen
class Label:
    """A word for a point. One that is *due* is moved away from its point rather than left out."""

    text: str
    point: Point
    style: Style
    due: bool = False
    side: tuple[int, int] = (0, 0)
    """Where alone it may stand, across and down: (1, -1) is right above; (0, 0) is anywhere."""


@frozen
class Place:
    """Where a label stands; *far* when it needs a thread to its point."""

    box: Box
    far: bool = False


def placed_labels(
    labels: Sequence[Label], taken: Sequence[Box], area: Box, lettering: Lettering
) -> Iterator[tuple[Label, Place]]:
    """The labels that find room inside *area* and clear of what is *taken*, each with its place."""
    full = list(taken)
    for label in labels:
        size = (lettering.width(label.text, label.style), label.style.size * 1.15)
        place = next((each for each in _places(label, size) if _free(each.box, full, area)), None)
        if place is not None:
            full.append(place.box)
            yield label, place


def _places(label: Label, size: tuple[float, float]) -> Iterator[Place]:
    for far in (NEAR, *FAR) if label.due else (NEAR,):
        for box in _around(label.point, size, far):
            if _on_side(box, label):
                yield Place(box, far > NEAR)


def _on_side(box: Box, label: Label) -> bool:
    """Whether *box* lies on the side of the point that the label asks for."""
    (across, down), (x, y) = label.side, label.point
    return (not across or (box.centre[0] - x) * across > 0) and (not down or (box.centre[1] - y) * down > 0)


def _around(point: Point, size: tuple[float, float], far: float) -> Iterator[Box]:
    """Right, left, above, below, then the four corners between them."""
    (x, y), (w, h) = point, size
    near = far * 0.75
    for across, down in (
        (x + far, y - h / 2),
        (x - far - w, y - h / 2),
        (x - w / 2, y - far - h),
        (x - w / 2, y + far),
        (x + near, y - near - h),
        (x + near, y + near),
        (x - near - w, y - near - h),
        (x - near - w, y + near),
    ):
        yield Box(across, down, w, h)


def _free(box: Box, full: Sequence[Box], area: Box) -> bool:
    inside = box.x >= area.x and box.right <= area.right and box.y >= area.y and box.bottom <= area.bottom
    return inside and not any(box.meets(each) for each in full)

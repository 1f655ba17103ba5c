"""Where the focus goes: one order for keyboard, gamepad and screen reader."""

from collections.abc import Sequence

from game.desktop.box import Box
from game.desktop.widget import Arrangement, Spot

ARROW = "arrow"
"""The role of a spot that only the mouse needs: the keyboard turns its stepper."""
BEHIND = 0.001
"""How far behind an edge a spot seems to be for each unit that it is scrolled beyond it."""
LEAVING = 24.0
"""How much further away what lies outside a scrolling part seems from within it."""


def order(arrangement: Arrangement) -> tuple[Spot, ...]:
    """The spots that can have the focus, in reading order."""
    return tuple(spot for spot in arrangement.spots if spot.role != ARROW)


def beside(arrangement: Arrangement, name: str, steps: int) -> str:
    """The name of the spot so many steps on from *name*, around the end; the first where *name* is not found."""
    names = [spot.name for spot in order(arrangement)]
    if not names:
        return ""
    if name not in names:
        return names[0 if steps > 0 else -1]
    return names[(names.index(name) + steps) % len(names)]


def towards(arrangement: Arrangement, name: str, across: int, down: int) -> str:
    """The name of the nearest spot in a direction; where there is none, of the one beside in reading order.

    Left and right stay in the row.
    """
    seen = {spot.name: (spot.boxes[0], clip) for spot, clip in _order(arrangement)}
    here = seen.pop(name, None)
    if here is None:
        return beside(arrangement, name, across + down)
    places = {other: _as_seen(here, there) for other, there in seen.items()}
    ahead = {other: pair for other, pair in places.items() if _ahead(*pair, across, down)}
    if not ahead:
        return beside(arrangement, name, across + down)
    leaves = {other: LEAVING * (seen[other][1] != here[1]) for other in ahead}
    return min(ahead, key=lambda other: leaves[other] + _far(*ahead[other], across))


def _order(arrangement: Arrangement) -> list[tuple[Spot, Box]]:
    return [each for each in zip(arrangement.spots, arrangement.clips, strict=True) if each[0].role != ARROW]


def _as_seen(one: tuple[Box, Box], other: tuple[Box, Box]) -> tuple[Box, Box]:
    """Where two spots are to the eye. In the same scrolling part they keep their distance, whether seen or not; from
    outside, what is scrolled out of sight waits in its order behind the edge that it is beyond."""
    if one[1] == other[1]:
        return one[0], other[0]
    return _behind_edge(*one), _behind_edge(*other)


def _behind_edge(box: Box, clip: Box) -> Box:
    if box.y >= clip.bottom:
        return Box(box.x, clip.bottom + (box.y - clip.bottom) * BEHIND, box.w, 0)
    if box.bottom <= clip.y:
        return Box(box.x, clip.y - (clip.y - box.bottom) * BEHIND, box.w, 0)
    return box.common(clip)


def _ahead(one: Box, other: Box, across: int, down: int) -> bool:
    if across:
        in_row = other.y < one.bottom - 1 and one.y < other.bottom - 1
        return in_row and (other.x - one.right if across > 0 else one.x - other.right) >= -2
    return (other.y - one.bottom if down > 0 else one.y - other.bottom) >= -2


def _far(one: Box, other: Box, across: int) -> float:
    """How far a spot seems to be: what lies off to the side counts three times."""
    aside_x = max(0.0, other.x - one.right, one.x - other.right)
    aside_y = max(0.0, other.y - one.bottom, one.y - other.bottom)
    return aside_x + 3 * aside_y if across else aside_y + 3 * aside_x


def kept(arrangement: Arrangement, name: str, place: int, wished: str) -> str:
    """Which spot has the focus on a page that has changed: the same, else the wished one, else the nearest place."""
    if arrangement.spot(name) is not None:
        return name
    if wished and arrangement.spot(wished) is not None:
        return wished
    names: Sequence[str] = [spot.name for spot in order(arrangement)]
    return names[min(place, len(names) - 1)] if names else ""

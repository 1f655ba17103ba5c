"""Where the focus goes: one order for keyboard, gamepad and screen reader."""

from collections.abc import Sequence

from game.desktop.widget import Arrangement, Spot

ARROW = "arrow"
"""The role of a spot that only the mouse needs: the keyboard turns its stepper."""


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
    """The name of the nearest spot in a direction; *name* itself when there is none."""
    here = arrangement.spot(name)
    if here is None:
        return beside(arrangement, name, across + down)
    ahead = [spot for spot in order(arrangement) if spot.name != name and _ahead(here, spot, across, down)]
    return min(ahead, key=lambda spot: _far(here, spot, across), default=here).name


def _ahead(here: Spot, there: Spot, across: int, down: int) -> bool:
    one, other = here.boxes[0], there.boxes[0]
    if across:
        return (other.x - one.right if across > 0 else one.x - other.right) >= -2
    return (other.y - one.bottom if down > 0 else one.y - other.bottom) >= -2


def _far(here: Spot, there: Spot, across: int) -> float:
    """How far a spot seems to be: what lies off to the side counts three times."""
    one, other = here.boxes[0], there.boxes[0]
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

"""Boxes in logical units: where things stand on a page."""

from attrs import evolve, frozen


@frozen
class Box:
    """A rectangle; x grows to the right, y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, across: float, down: float | None = None) -> "Box":
        """What is left inside margins of *across* at the sides and *down* (the same if not said) at the ends."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, max(0.0, self.w - 2 * across), max(0.0, self.h - 2 * down))

    def moved(self, across: float, down: float) -> "Box":
        """The same box elsewhere."""
        return evolve(self, x=self.x + across, y=self.y + down)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def common(self, other: "Box") -> "Box":
        """What both cover; a box without size when they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def meets(self, other: "Box") -> bool:
        """Whether the two have any place in common."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    @property
    def empty(self) -> bool:
        return self.w <= 0 or self.h <= 0

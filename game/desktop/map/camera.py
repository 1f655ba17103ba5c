"""Where a chart is looked at. One camera a chart, shared by all screens, so that a map stays where it was."""

from collections.abc import Sequence

from attrs import define, field

from game.desktop.box import Box

STEP = 1.25
"""How much nearer one step of zoom comes."""
ROOM = 1.1
"""How much more than what was asked for is shown, so that nothing touches the frame."""
LAYERS = ("roads", "columns")
"""What can be shown although no clause asks for it."""
SIDE, TOP = 96.0, 60.0
"""Logical pixels between what is lit and the frame: room for names at the sides, and for knobs at the top."""
PAN = 0.2
"""The share of what is seen that an arrow key moves."""


@define(eq=False)
class Camera:
    """The middle and the height of what is seen, in the units of the chart; x to the right, y downwards."""

    edges: Box
    """The whole chart."""
    home: Box
    wanted: Box | None = None
    """What is to be seen whole, in windows of any shape, until a hand moves the map."""
    lit: Box | None = None
    """What is kept in sight as long as no hand has moved the map."""
    x: float = 0.0
    y: float = 0.0
    wide: float = 1.0
    tall: float = 1.0
    scale: float = 1.0
    """Logical pixels to the unit, when it was last looked through."""
    fixed: Box | None = None
    """Where the middle must stay, while it is nearer than the coarser picture allows."""

    def seen(self, width: float, height: float, coarse: float, fine: float, core: Box, covered: float = 0.0) -> Box:
        """What a window of a logical size shows, of which *covered* pixels at the left lie under something else.

        Nowhere more than *coarse* pixels stand for a unit, but *fine* where the middle lies in *core*.
        """
        ratio = width / max(1.0, height)
        if self.wanted is not None:
            free = max(width / 3, width - covered)
            self.x, self.y = self.wanted.centre
            self.tall = max(self.wanted.h, self.wanted.w * height / free) * ROOM
            if self.lit is not None:
                room = max(free / 2, free - 2 * SIDE)
                self.tall = max(self.tall, self.lit.h * ROOM, self.lit.w * height / room)
        least = height / (fine if core.holds(self.x, self.y) else coarse)
        self.tall = min(self.edges.h, self.edges.w / ratio, max(least, self.tall))
        self.wide, self.scale = self.tall * ratio, height / self.tall
        if self.wanted is not None:
            self.x -= min(covered / 2 / self.scale, max(0.0, (self.wide - self.wanted.w) / 2))
            self._keep_in_sight(covered)
        self.fixed = core if self.scale > coarse * 1.001 else None
        self.x = min(self.edges.right - self.wide / 2, max(self.edges.x + self.wide / 2, self.x))
        self.y = min(self.edges.bottom - self.tall / 2, max(self.edges.y + self.tall / 2, self.y))
        return self.view

    @property
    def view(self) -> Box:
        """What was seen when it was last looked through."""
        return Box(self.x - self.wide / 2, self.y - self.tall / 2, self.wide, self.tall)

    def _keep_in_sight(self, covered: float) -> None:
        """Move as little as needed for all that is lit to be seen, clear of the edges and the knobs."""
        if self.lit is None:
            return
        spare = max(0.0, self.wide - covered / self.scale - self.lit.w)
        side, top = min(SIDE / self.scale, spare / 2), TOP / self.scale
        self.x = max(self.x, self.lit.right + side - self.wide / 2)
        self.x = min(self.x, self.lit.x - side - covered / self.scale + self.wide / 2)
        self.y = max(self.y, self.lit.bottom + top / 2 - self.tall / 2)
        self.y = min(self.y, self.lit.y - top + self.tall / 2)

    def fit(self, box: Box | None = None) -> None:
        """Show *box* whole, or what is shown at first."""
        self.wanted = self.home if box is None else box

    def find(self, box: Box) -> None:
        """Bring *box* into sight, if a hand has moved the map away from it."""
        common = self.view.common(box)
        if self.wanted is None and (common.w < box.w * 0.98 or common.h < box.h * 0.98):
            self.fit()

    def drag(self, across: float, down: float) -> None:
        """Move what is seen by logical pixels, as a hand moves paper."""
        self.wanted = None
        x, y = self.x - across / self.scale, self.y - down / self.scale
        if self.fixed is not None:
            x = min(self.fixed.right - 0.1, max(self.fixed.x, x))
            y = min(self.fixed.bottom - 0.1, max(self.fixed.y, y))
        self.x, self.y = x, y

    def zoom(self, steps: float, across: float = 0.0, down: float = 0.0) -> None:
        """Come nearer by *steps*, or with less than 0 go back, keeping the point so many pixels from the middle."""
        self.wanted = None
        nearer = STEP**steps
        self.x += across / self.scale * (1 - 1 / nearer)
        self.y += down / self.scale * (1 - 1 / nearer)
        self.tall /= nearer

    def turn(self, word: str) -> bool:
        """Do what *word* says: left, right, up, down, in or out; returns whether it is one of these."""
        if word in _SIDES:
            across, down = _SIDES[word]
            self.drag(-across * PAN * self.tall * self.scale, -down * PAN * self.tall * self.scale)
        elif word in ("in", "out"):
            self.zoom(1 if word == "in" else -1)
        return word in (*_SIDES, "in", "out")


_SIDES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


@define(eq=False)
class Gaze:
    """What is looked at on the maps of a game."""

    cameras: dict[str, Camera] = field(factory=dict)
    """By scenario and chart."""
    present: Camera | None = None
    """The one that the keys move: that of the chart which was put on a page last."""
    turned: str = ""
    """The chart that was turned to by hand; empty to follow what is looked at."""
    folded: bool = False
    """Whether the legend is folded away."""
    layers: frozenset[str] = frozenset()
    """Which of `LAYERS` are shown."""
    press: object = None
    """What has printed the maps that were looked at, once there is one: its prints go with this gaze."""

    def turn(self, words: Sequence[str]) -> bool:
        """Do what *words* say: show or hide a layer, fold the legend, turn to a chart, or move the present camera.

        Returns whether they mean anything.
        """
        word, *rest = words
        if word in LAYERS:
            self.layers = self.layers ^ {word}
        elif word == "fold":
            self.folded = not self.folded
        elif word == "chart":
            self.turned = " ".join(rest)
        elif self.present is None:
            return False
        elif word == "fit":
            self.present.fit(self.present.lit if self.present.wanted != self.present.lit else None)
        else:
            return self.present.turn(word)
        return True

"""The visual language in numbers: colours, the type scale, the grid. `README.md` beside this file says why."""

from collections.abc import Mapping

from attrs import evolve, frozen

Colour = tuple[int, int, int]

NOTE, BODY, LEAD, HEAD, TITLE, DISPLAY = 16, 18, 21, 27, 36, 54
"""The type scale in logical pixels, each about a third larger than the one before; nothing is smaller than 16."""
GRID = 8
"""All distances are whole numbers of these."""
MARGIN = 3 * GRID
LEADING = 1.32
"""A line's height, in heights of its letters."""
NARROW = 1000
"""Pages with less logical width than this stand in one column."""


@frozen
class Palette:
    """What each colour is for. Nothing is told by colour alone: seats have their patterns and seals as well."""

    id: str
    title: str
    paper: Colour
    panel: Colour
    ink: Colour
    faded: Colour
    line: Colour
    gold: Colour
    focus: Colour
    warn: Colour
    seats: tuple[Colour, Colour]
    """The first seat's colour (Peking's vermilion) and the second's (Petersburg's green)."""
    textured: bool = True
    """Whether the paper shows its fibres."""
    hair: float = 1.0
    """The width of a rule, in logical pixels."""

    def colour(self, name: str) -> Colour:
        """The colour called *name*: a field of the palette, or `first` and `second` for the seats'."""
        if name in ("first", "second"):
            return self.seats[name == "second"]
        found: Colour = getattr(self, name)
        return found


PAPER = Palette(
    "paper",
    "Paper and ink",
    paper=(244, 236, 218),
    panel=(250, 245, 232),
    ink=(43, 33, 25),
    faded=(104, 89, 70),
    line=(185, 166, 126),
    gold=(150, 115, 40),
    focus=(23, 84, 150),
    warn=(150, 60, 10),
    seats=((165, 40, 27), (30, 77, 59)),
)
SAFE = evolve(
    PAPER, id="safe", title="Safe for colour blindness", seats=((176, 74, 0), (0, 72, 130)), warn=(120, 40, 90)
)
CONTRAST = Palette(
    "contrast",
    "High contrast",
    paper=(255, 255, 255),
    panel=(255, 255, 255),
    ink=(0, 0, 0),
    faded=(40, 40, 40),
    line=(0, 0, 0),
    gold=(70, 50, 0),
    focus=(0, 40, 200),
    warn=(140, 0, 0),
    seats=((150, 20, 0), (0, 60, 110)),
    textured=False,
    hair=2.0,
)
DUSK = Palette(
    "dusk",
    "Lamplight",
    paper=(34, 29, 25),
    panel=(44, 38, 32),
    ink=(238, 228, 208),
    faded=(186, 172, 146),
    line=(110, 96, 74),
    gold=(214, 176, 94),
    focus=(120, 180, 250),
    warn=(240, 150, 90),
    seats=((236, 120, 98), (120, 196, 160)),
    textured=False,
)
PALETTES: Mapping[str, Palette] = {each.id: each for each in (PAPER, SAFE, CONTRAST, DUSK)}


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """*one* with a *share* (0 to 1) of the *other* in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue

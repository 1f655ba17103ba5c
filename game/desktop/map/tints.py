"""The colours of the map in each palette."""

from attrs import frozen

from game.desktop.theme import Colour, Palette, mixed

DARK = 300
"""The sum of a paper's three colours below which it counts as dark."""


@frozen
class Tints:
    """What the map is printed with."""

    ink: Colour
    faded: Colour
    halo: Colour
    """Around letters, so that they can be read on hills."""
    water: Colour
    """Letters of rivers and lakes, and shores."""
    sea: Colour
    land: Colour
    meadow: Colour
    wood: Colour
    wash: Colour | None
    """What the relief is multiplied with; None for as it is."""
    veil: int
    """How much white lies over the relief, 0 to 255."""
    seats: tuple[Colour, Colour]
    gold: Colour
    divided: Colour


def tints_of(palette: Palette) -> Tints:
    """The map's colours beside a page's: the relief is dimmed by lamplight, and pale for high contrast."""
    dark, stark = sum(palette.paper) < DARK, palette.paper == (255, 255, 255)
    land = mixed((240, 232, 208), (0, 0, 0), 0.62) if dark else (255, 255, 255) if stark else (247, 240, 221)
    water = (158, 196, 218) if dark else (0, 52, 110) if stark else (44, 84, 112)
    sea = (44, 58, 66) if dark else (226, 238, 246) if stark else (196, 214, 216)
    return Tints(
        ink=palette.ink,
        faded=mixed(palette.ink, land, 0.28),
        halo=mixed(palette.panel, land, 0.4),
        water=water,
        sea=sea,
        land=land,
        meadow=mixed(land, (120, 150, 70), 0.16),
        wood=mixed(land, (70, 110, 50), 0.34),
        wash=(112, 100, 88) if dark else None,
        veil=150 if stark else 0,
        seats=palette.seats,
        gold=palette.gold,
        divided=mixed(palette.ink, land, 0.3),
    )

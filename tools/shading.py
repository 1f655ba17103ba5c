"""The ground of a map: Swiss relief shading, tints by height, and the grain of paper."""

import numpy as np
from attrs import frozen

from game.content.projection import EARTH, Conic
from tools.terrain import SEED, blur, step

TINTS = (
    (150, (219, 216, 188)),
    (450, (228, 223, 194)),
    (800, (237, 228, 199)),
    (1300, (240, 226, 194)),
    (2000, (233, 212, 176)),
    (2900, (221, 197, 164)),
    (3700, (226, 212, 193)),
    (4500, (240, 237, 231)),
    (6000, (251, 251, 250)),
)
"""Colours of the paper by metres above the sea."""
SHADOW = np.array((0.86, 0.80, 0.68), np.float32)
"""How much of each colour a full shadow takes away: shadows are a cool brown."""
LIGHTS = ((315, 0.58), (275, 0.16), (355, 0.14))
"""Degrees from which light falls, clockwise from the north, and its share; the rest lights the great forms."""


@frozen
class Look:
    """How strongly a picture is drawn, since slopes flatten as the scale grows."""

    height_factor: float
    general: float
    fine: float
    """Radii in pixels of the blur for the great forms and for the small ones."""


def positions(conic: Conic) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude of every pixel's centre: `Conic.place` for arrays."""
    east = conic.left + (np.arange(conic.width) + 0.5) / conic.scale
    south = conic.radius(conic.origin) - conic.top + (np.arange(conic.height)[:, None] + 0.5) / conic.scale
    radius, cone = np.hypot(east, south), conic.cone
    factor = conic.radius(0.0)
    lat = np.degrees(2 * np.arctan((factor / radius) ** (1 / cone)) - np.pi / 2)
    lon = conic.meridian + np.degrees(np.arctan2(east, south) / cone)
    return lon.astype(np.float32), lat.astype(np.float32)


def lit(heights: np.ndarray, metres: float, azimuth: float, height: float = 45.0) -> np.ndarray:
    """Light on every slope, 0 on level ground; *metres* is a pixel's side."""
    south, east = np.gradient(heights, metres)
    turn, rise = np.radians(azimuth), np.radians(height)
    toward = -(np.sin(turn) * east - np.cos(turn) * south)
    return (np.sin(rise) + np.cos(rise) * toward) / np.sqrt(1 + south**2 + east**2) - np.sin(rise)


def relief(heights: np.ndarray, conic: Conic, look: Look) -> np.ndarray:
    """Light from -1, deep shadow, to 1: small forms in three lights, great forms in one."""
    metres = EARTH / conic.scale
    raised = heights * look.height_factor
    small = blur(raised, look.fine)
    light = sum(share * lit(small, metres, azimuth) for azimuth, share in LIGHTS)
    light = light + 0.75 * lit(blur(raised, look.general) * 1.9, metres, 315)
    bound = np.percentile(np.abs(light), 98.5)
    airy = 0.72 + 0.28 * step(heights, 700, 3200)  # the lower, the paler: as through more air
    return np.tanh(1.25 * light / bound * airy)


def tinted(heights: np.ndarray) -> np.ndarray:
    metres = [level for level, _ in TINTS]
    return np.stack([np.interp(heights, metres, [tint[k] for _, tint in TINTS]) for k in range(3)], -1)


def shaded(colours: np.ndarray, light: np.ndarray) -> np.ndarray:
    dark, bright = np.clip(-light, 0, 1)[..., None], np.clip(light, 0, 1)[..., None]
    warm = np.array((255, 252, 240), np.float32)
    return colours * (1 - 0.74 * dark * SHADOW) + (warm - colours) * 0.55 * bright


def grain(shape: tuple[int, int]) -> np.ndarray:
    """Paper: wide pale stains, and fibres finer than a pen's line, to be added to the colours."""
    chance = np.random.default_rng(SEED)
    total = np.zeros(shape, np.float32)
    for size, strength in ((160, 2.6), (45, 1.3), (1.1, 1.5), (0.5, 0.8)):
        noise = blur(chance.standard_normal(shape, dtype=np.float32), size)
        total += strength * noise / noise.std()
    return total[..., None] * np.array((1.0, 1.0, 0.85), np.float32)


def ground(heights: np.ndarray, conic: Conic, look: Look) -> np.ndarray:
    """The picture's land in colours of 0 to 255."""
    smooth = blur(heights, 2 * look.fine + 1)
    return shaded(tinted(smooth), relief(heights, conic, look)) + grain(heights.shape)

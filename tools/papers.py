"""Two papers without seams: calm enough to read on, with the mottling and the fibres of a rag paper."""

import numpy as np
from PIL import Image

from tools.figures import Line, moved, smooth
from tools.plate import plate
from tools.printing import ART, PANEL, PAPER, SEED, Colour, noise

SIDE = 1024
WARMTH = np.array((0.95, 1.0, 1.1), np.float32)
"""Where paper is darker it is yellower."""


def fibres(count: int, seed: int) -> np.ndarray:
    """How much of each pixel lies under a fibre; the fibres run on over the edges."""
    chance = np.random.default_rng(SEED + seed)
    copper = plate(SIDE, SIDE, finer=2)
    for _ in range(count):
        fibre = _fibre(chance)
        width = chance.uniform(0.5, 1.0)
        for right in (-SIDE, 0, SIDE):
            for down in (-SIDE, 0, SIDE):
                copy = moved(fibre, right, down)
                if (copy.max(0) > 0).all() and (copy.min(0) < SIDE).all():
                    copper.stroke(copy, width)
    return copper.cover()


def _fibre(chance: np.random.Generator) -> Line:
    """A hair with one or two bends."""
    start, heading = chance.uniform(0, SIDE, 2), chance.uniform(0, 2 * np.pi)
    bends = [start]
    for _ in range(3):
        heading += chance.normal(0, 0.55)
        bends.append(bends[-1] + chance.uniform(5, 17) * np.array((np.cos(heading), np.sin(heading))))
    return smooth(*bends, steps=5)


def sheet(colour: Colour, strength: float, seed: int) -> Image.Image:
    """Paper of *colour*; at *strength* 1 it deviates from it by little more than one of 255 steps."""
    mottling = sum(share * noise((SIDE, SIDE), size, seed + k) for k, (size, share) in enumerate(SPOTS))
    hairs = 4.0 * fibres(900, seed) - 4.4 * fibres(650, seed + 1)
    tone = strength * (mottling + hairs)
    return Image.fromarray(np.clip(np.array(colour) + tone[..., None] * WARMTH, 0, 255).round().astype(np.uint8))


SPOTS = ((120, 0.75), (34, 0.5), (9, 0.35), (1.0, 0.75))
"""Sizes of the mottling in pixels, and how far each makes the tone deviate."""


def draw() -> None:
    for name, colour, strength in (("paper", PAPER, 1.0), ("panel", PANEL, 0.75)):
        sheet(colour, strength, len(name)).save(ART / f"{name}.jpg", quality=93, subsampling=0, optimize=True)

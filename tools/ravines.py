"""Forms too small for the coarse relief, as running water would have cut them: decoration, not a survey."""

import numpy as np

from tools.terrain import SEED, blur, step

ROUNDS = 8
REACH = 48
"""Cells that water runs in one round: longer streams are in the coarse relief already."""
ROUGHNESS = {1.0: 0.1, 2.0: 0.4, 4.0: 0.52}
"""How rough the slopes are before the rain: parts of the local relief by the size in cells of the forms."""
CUT = 0.32
"""How deep one round cuts at most: a part of the local relief."""
SIDES = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


def ravined(heights: np.ndarray) -> np.ndarray:
    """*heights* with ravines where the land is steep; plains stay as they are."""
    chance = np.random.default_rng(SEED)
    relief = local_relief(heights)
    ground = heights + relief * sum(part * _crests(heights.shape, size, chance) for size, part in ROUGHNESS.items())
    for _ in range(ROUNDS):
        ground = rained_on(ground, relief, chance)
    return ground


def local_relief(heights: np.ndarray) -> np.ndarray:
    """Metres by which the land around a cell rises and falls; 0 in the plains."""
    mean = blur(heights, 12)
    spread = np.sqrt(np.maximum(blur((heights - mean) ** 2, 9), 0))
    return spread * step(spread, 20, 130)


def rained_on(ground: np.ndarray, relief: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """One round: streams cut by the root of the water they carry, no deeper than the cell they flow to."""
    down, drop = drainage(ground, chance)
    cut = CUT * relief * np.minimum(np.sqrt(water(down)) / 8, 1.0)
    cut = np.minimum(cut, 0.7 * drop)
    return 0.8 * (ground - cut) + 0.2 * blur(ground - cut, 0.8)


def drainage(ground: np.ndarray, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """For each cell the flat index of its steepest neighbour, itself in a hollow, and the fall to it in metres.

    Chance has a part in the choice, or streams would keep to the eight directions of the cells.
    """
    tall, wide = ground.shape
    edged = np.pad(ground, 1, constant_values=np.inf)
    best = np.zeros_like(ground)
    here = np.arange(ground.size).reshape(ground.shape)
    target = here.copy()
    for i, j in SIDES:
        fall = ground - edged[1 + i : 1 + i + tall, 1 + j : 1 + j + wide]
        fall = fall * (0.6 + 0.8 * chance.random(ground.shape, dtype=np.float32)) / np.hypot(i, j)
        better = fall > best
        best = np.where(better, fall, best)
        target = np.where(better, here + i * wide + j, target)
    return target, best


def water(target: np.ndarray) -> np.ndarray:
    """Cells from which water comes to each cell within REACH steps, itself counted."""
    flowing = target.ravel()
    moving = flowing != np.arange(flowing.size)
    wave = total = np.ones(flowing.size)
    for _ in range(REACH):
        wave = np.bincount(flowing[moving], wave[moving], flowing.size)
        total = total + wave
    return total.reshape(target.shape)


def _crests(shape: tuple[int, ...], size: float, chance: np.random.Generator) -> np.ndarray:
    """Noise with sharp crests and mean 0, whose forms are some *size* cells wide."""
    noise = blur(chance.standard_normal(shape, dtype=np.float32), size)
    crests = -np.abs(noise / noise.std())
    return crests - crests.mean()

"""From a plate to a picture: inks, uneven pressing, chance that repeats, and small files."""

from pathlib import Path

import numpy as np
from PIL import Image

from tools.terrain import step

ART = Path(__file__).resolve().parent.parent / "assets" / "art"
PAPER, PANEL = (244, 236, 218), (250, 245, 232)
INK, FADED, HAIRLINE = (43, 33, 25), (110, 95, 76), (185, 167, 126)
VERMILION, GREEN, GOLD = (165, 40, 27), (30, 77, 59), (168, 133, 58)
WHITE = (255, 255, 255)
"""Pictures in white are to be tinted by the program."""
SEED = 1881

Colour = tuple[int, int, int]


def noise(shape: tuple[int, int], size: float, seed: int) -> np.ndarray:
    """Soft chance of mean 0 and deviation 1, in spots about *size* pixels wide, that meets itself at the edges."""
    rough = np.random.default_rng(SEED + seed).standard_normal(shape)
    down, across = np.fft.fftfreq(shape[0])[:, None], np.fft.rfftfreq(shape[1])[None, :]
    soft = np.exp(-2 * (np.pi * size) ** 2 * (down**2 + across**2))
    spots = np.fft.irfft2(np.fft.rfft2(rough) * soft, shape)
    return ((spots - spots.mean()) / spots.std()).astype(np.float32)


def blurred(values: np.ndarray, size: float) -> np.ndarray:
    """Gaussian blur of deviation *size*; what leaves on one edge comes in on the other."""
    down, across = np.fft.fftfreq(values.shape[0])[:, None], np.fft.rfftfreq(values.shape[1])[None, :]
    soft = np.exp(-2 * (np.pi * size) ** 2 * (down**2 + across**2))
    return np.fft.irfft2(np.fft.rfft2(values) * soft, values.shape).astype(np.float32)


def pressed(cover: np.ndarray, seed: int, wear: float = 1.0) -> np.ndarray:
    """*cover* as a stamp leaves it: ragged edges, dry patches, and more ink at the rims than within."""
    shape = cover.shape
    grain, spots, hand = noise(shape, 1.0, seed), noise(shape, 5, seed + 1), noise(shape, 60, seed + 2)
    edge = blurred(cover, 1.0) + wear * (0.075 * grain + 0.05 * spots)
    inked = step(edge, 0.36, 0.62)
    within = step(blurred(cover, 3.5), 0.5, 1.0)
    dry = step(0.55 * grain + 0.75 * spots + 0.7 * hand, 1.5, 2.6)
    body = 0.97 - 0.08 * within + wear * (0.025 * spots + 0.04 * hand)
    return np.clip(inked * (body - 0.55 * wear * dry * within), 0, 1)


def printed(cover: np.ndarray, colour: Colour) -> Image.Image:
    """*cover* in one ink on nothing: the colour everywhere, the cover as alpha."""
    pixels = np.empty((*cover.shape, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = np.clip(cover * 255, 0, 255).round()
    return Image.fromarray(pixels)


def save(image: Image.Image, name: str, levels: int = 0) -> None:
    """Writes a PNG of one ink; with *levels* its alpha has only so many, and the file a palette."""
    path = ART / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    (_indexed(image, levels) if levels else image).save(path, optimize=True)


def _indexed(image: Image.Image, levels: int) -> Image.Image:
    alpha = np.asarray(image)[..., 3]
    index = np.round(alpha / 255 * (levels - 1)).astype(np.uint8)
    small = Image.fromarray(index, "P")
    small.putpalette(image.getpixel((0, 0))[:3] * levels)
    small.info["transparency"] = bytes(round(k * 255 / (levels - 1)) for k in range(levels))
    return small


def duotone(ink: np.ndarray, sheet: np.ndarray, colour: Colour, paper: Colour, levels: int = 32) -> Image.Image:
    """*ink* of *colour* on a sheet of *paper* that is as large as *sheet* is 1; the sheet's edge must be inked."""
    ramp = [[round(p + (c - p) * k / (levels - 1)) for p, c in zip(paper, colour, strict=True)] for k in range(levels)]
    index = np.round(np.clip(ink, 0, 1) * (levels - 1))
    edge = levels + np.round(sheet * (EDGE - 1))
    small = Image.fromarray(np.where(sheet < 1, edge, index).astype(np.uint8), "P")
    small.putpalette([value for entry in (*ramp, *[colour] * EDGE) for value in entry])
    small.info["transparency"] = bytes([255] * levels + [round(k * 255 / (EDGE - 1)) for k in range(EDGE)])
    return small


EDGE = 16
"""Steps of transparency at the edge of a sheet."""

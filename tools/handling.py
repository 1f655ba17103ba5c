"""The short sounds of things handled: paper, pen, seal, wood and bell."""

from collections.abc import Callable

import numpy as np

from tools.bells import bell
from tools.strings import RATE, Sound, rising, seconds_of


def hiss(length: float, seed: int, low: float, high: float) -> Sound:
    """Noise between *low* and *high* hertz with soft shoulders, at a mean level of 1."""
    noise = np.random.RandomState(seed).uniform(-1, 1, round(length * RATE))
    heights = np.fft.rfftfreq(len(noise), 1 / RATE)
    shape = heights**2 / (heights**2 + low**2) / (1 + (heights / high) ** 4)
    sound = np.fft.irfft(np.fft.rfft(noise) * shape, len(noise))
    return sound / np.sqrt(np.mean(sound**2))


def swell(times: np.ndarray, start: float, length: float) -> Sound:
    """A hump from *start* on, without corners."""
    return np.sin(np.pi * np.clip((times - start) / length, 0, 1)) ** 2


def struck(times: np.ndarray, start: float, modes: tuple[tuple[float, float, float], ...]) -> Sound:
    """Something hit at *start*; each mode is its hertz, its strength and its e-folds a second."""
    since = np.clip(times - start, 0, None)
    tones = (strength * np.exp(-loss * since) * np.sin(2 * np.pi * pitch * since) for pitch, strength, loss in modes)
    return sum(tones) * rising(since, 0.004)


def pen() -> Sound:
    """A nib that writes three strokes; the paper's grain makes it tremble."""
    times = seconds_of(0.52)
    strokes = swell(times, 0.0, 0.16) + 0.7 * swell(times, 0.15, 0.12) + 0.9 * swell(times, 0.27, 0.24)
    grain = 1 + 0.45 * np.sin(2 * np.pi * 74 * times + 3 * np.sin(2 * np.pi * 5 * times))
    return strokes * grain * (hiss(0.52, 11, 900, 2_600) + 0.35 * hiss(0.52, 12, 200, 700))


def seal() -> Sound:
    """A seal set down, pressed, and lifted again."""
    times = seconds_of(0.58)
    down = struck(times, 0.0, ((112, 1.0, 16), (207, 0.7, 22), (344, 0.35, 34), (521, 0.14, 48)))
    press = 0.10 * swell(times, 0.03, 0.3) * hiss(0.58, 21, 150, 600)
    lift = 0.06 * swell(times, 0.38, 0.14) * hiss(0.58, 22, 500, 1_400)
    return down + press + lift


def page() -> Sound:
    """A leaf lifted, turned in the air and laid down."""
    times = seconds_of(0.58)
    lifted = 0.5 * swell(times, 0.0, 0.26) * hiss(0.58, 31, 500, 1_500)
    turned = swell(times, 0.1, 0.36) * hiss(0.58, 32, 800, 2_300)
    flutter = 1 + 0.3 * np.sin(2 * np.pi * 23 * times) * swell(times, 0.1, 0.4)
    laid = 0.7 * swell(times, 0.4, 0.15) * hiss(0.58, 33, 200, 900)
    return (lifted + turned) * flutter + laid


def dispatch_bell() -> Sound:
    """A small bell on the desk, stopped by the hand."""
    times = seconds_of(0.6)
    return bell(587.33, 0.6) * np.exp(-2.5 * times)


def step() -> Sound:
    """A finger-nail on the table."""
    return struck(seconds_of(0.12), 0.0, ((420, 1.0, 70), (690, 0.35, 110)))


def refusal() -> Sound:
    """Knuckles on wood, twice, the second softer."""
    times = seconds_of(0.5)
    wood = ((188, 1.0, 26), (311, 0.6, 34), (508, 0.25, 50))
    return struck(times, 0.0, wood) + 0.6 * struck(times, 0.17, wood)


HANDLED: dict[str, tuple[Callable[[], Sound], float]] = {
    "pen": (pen, -16.0),
    "seal": (seal, -9.0),
    "page": (page, -14.0),
    "bell": (dispatch_bell, -14.0),
    "step": (step, -25.0),
    "refusal": (refusal, -12.0),
}
"""Who makes each sound, and its peak in decibels below the loudest possible."""

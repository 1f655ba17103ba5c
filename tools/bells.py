"""What sounds beside the strings: a small bell, and a low breath that holds the ground note."""

import numpy as np

from tools.strings import FAINT, RATE, Sound, rising, seconds_of

BELL = ((0.5, 0.35, 0.7), (1.0, 1.0, 1.1), (1.5, 0.18, 1.9), (2.0, 0.42, 2.2), (3.01, 0.13, 4.0), (4.1, 0.05, 7.0))
"""Partials: how high, how loud, how many e-folds a second they lose. No minor third, which would cloud our D major."""
BREATH = ((1, 1.0), (2, 0.55), (3, 0.3), (4, 0.14), (5, 0.06), (6, 0.03))
SWELL = 4.0
"""Seconds in which the breath comes and goes."""


def bell(frequency: float, length: float) -> Sound:
    """A bell struck with felt, let ring for *length* seconds."""
    times = seconds_of(length)
    sound = np.zeros(len(times))
    for height, strength, loss in BELL:
        heard = min(len(times), round(FAINT / loss * RATE))
        wave = np.sin(2 * np.pi * frequency * height * times[:heard])
        sound[:heard] += strength * np.exp(-loss * times[:heard]) * wave
    return sound * rising(times, 0.012) * rising(times[::-1], min(0.5, length / 2))


def breath(frequency: float, length: float) -> Sound:
    """A held tone, the overtones of which come and go at times of their own."""
    times = seconds_of(length)
    sound = np.zeros(len(times))
    for order, strength in BREATH:
        slow = 1 + 0.35 * np.sin(2 * np.pi * times / (5.3 + 1.7 * order) + order)
        for detune in (1.0, 1.0013):
            sound += strength * slow * np.sin(2 * np.pi * order * frequency * detune * times + order)
    return 0.5 * sound * rising(times, SWELL) * rising(times[::-1], SWELL)

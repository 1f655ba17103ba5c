"""Plucked strings: each partial of an ideal string, which dies away the faster the higher it lies."""

import numpy as np
from attrs import frozen

RATE = 44_100
"""Samples a second, of everything we make."""
HIGHEST = 5_500.0
"""Hertz above which no string sounds: nothing may be shrill."""
FAINT = 7.0
"""A partial is left off once it has died down by so many e-folds (60 dB)."""
RISE = 0.006
"""Seconds in which a finger lets the string go: softer than the snap of a plectrum."""

Sound = np.ndarray
"""Samples of one channel, from -1 to 1."""


@frozen
class Wire:
    """What a string is made of; *place* is where it is plucked, as a share of its length."""

    place: float
    softness: float
    """Hertz around which the flesh of the finger takes the overtones away."""
    damping: float
    """E-folds a second of the lowest partial."""
    dulling: float
    """E-folds a second more at 1,000 Hz, four times that at 2,000."""
    stiffness: float
    courses: tuple[float, ...] = (1.0,)
    """Strings plucked together, and how far each is out of tune."""


GUSLI = Wire(0.21, 2_600.0, 0.75, 0.9, 6e-5, (1.0, 1.0007))
QIN = Wire(0.13, 1_700.0, 0.55, 1.7, 3e-5)
BASS = Wire(0.17, 900.0, 0.6, 2.5, 2e-5)


def seconds_of(length: float) -> np.ndarray:
    return np.arange(round(length * RATE)) / RATE


def rising(times: np.ndarray, rise: float = RISE) -> Sound:
    """From 0 to 1 within *rise* seconds, without a corner."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(times / rise, 0, 1))


def plucked(wire: Wire, frequency: float, length: float, mark: str = "") -> Sound:
    """A string let ring for *length* seconds, at a loudness of about 1; *mark* is one of tools.score.MARKS."""
    times = seconds_of(length)
    sound = np.zeros(len(times))
    for course in wire.courses:
        turns = np.cumsum(bent(times, mark)) * frequency * course / RATE
        for order in range(1, int(HIGHEST / frequency) + 1):
            add_partial(sound, wire, frequency, order, turns, mark)
    return sound * rising(times) * rising(times[::-1], 0.4) / len(wire.courses)


def bent(times: np.ndarray, mark: str) -> np.ndarray:
    """The pitch at each moment, as a factor: the left hand slides up to the note, or sways on it."""
    if mark == "/":
        return 2 ** (-2 / 12 * (1 - rising(times - 0.05, 0.22)))
    if mark == "~":
        depth = 0.28 / 12 * rising(times - 0.25, 0.5) * np.exp(-times / 1.6)
        return 2 ** (depth * np.sin(2 * np.pi * 4.3 * (times - 0.25)))
    return np.ones(len(times))


def add_partial(sound: Sound, wire: Wire, frequency: float, order: int, turns: np.ndarray, mark: str) -> None:
    """Adds partial *order* for as long as it is heard."""
    pitch = order * frequency
    strength = np.sin(np.pi * order * wire.place) / order * np.exp(-((pitch / wire.softness) ** 2))
    if mark == "o":  # touched, not stopped: nearly a pure tone
        strength *= np.exp(-0.9 * (order - 1))
    loss = wire.damping + wire.dulling * (pitch / 1000) ** 2
    heard = min(len(sound), round(FAINT / loss * RATE))
    stretch = order * np.sqrt(1 + wire.stiffness * order**2)
    sound[:heard] += strength * np.exp(-loss * np.arange(heard) / RATE) * np.sin(2 * np.pi * stretch * turns[:heard])

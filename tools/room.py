"""Plays the pieces in a quiet room, in narrow stereo."""

import numpy as np

from tools.bells import SWELL, bell, breath
from tools.score import Note, Part, Piece, notes
from tools.strings import BASS, GUSLI, QIN, RATE, Sound, plucked, rising, seconds_of

WIRES = {"gusli": GUSLI, "qin": QIN, "bass": BASS}
RINGS = {"gusli": 1.9, "qin": 3.5, "bass": 2.5, "bell": 4.0}
"""Seconds for which each rings on after its note has had its time, until the hand stops it."""
ROLL = 0.045
"""Seconds between the strings of a chord."""
WIDTH = 0.35
"""How far apart left and right are: 0 would be mono."""
WET, TAIL, DARK = 0.32, 2.2, 2_200.0
"""How much of the room is heard, for how many seconds, and the hertz above which it swallows sound."""
FALL = 3.2
"""E-folds a second of the echoes."""
LAST = 3.0
"""Seconds in which the end fades, so that the loop begins again out of silence."""


def played(piece: Piece) -> np.ndarray:
    """The *piece* as two columns of samples; its first and last sample are 0."""
    length = round(piece.beats * piece.second * RATE)
    both = np.zeros((2, length))
    for part in piece.parts:
        sound = line(part, piece.second, length)
        both += np.outer((1 - WIDTH * part.side, 1 + WIDTH * part.side), sound)
    both = np.stack([roomy(each, seed) for seed, each in enumerate(both)])
    times = np.arange(length) / RATE
    return (both * rising(times, 0.05) * rising(times[::-1], LAST)).T


def line(part: Part, second: float, length: int) -> Sound:
    """One part alone; hands are not clocks, so that no two notes are quite alike."""
    sound = np.zeros(length)
    for count, note in enumerate(notes(part)):
        start = note.beat * second + ROLL * note.order + 0.014 * (1 + np.sin(2.4 * count))
        tone = toned(part.player, note, second) * part.loudness * (1 + 0.13 * np.sin(1.7 * count + note.beat / 4))
        place = round(start * RATE)
        room = sound[place : place + len(tone)]
        room += tone[: len(room)]
    return sound


def toned(player: str, note: Note, second: float) -> Sound:
    if player == "drone":
        return breath(note.frequency, max(note.beats * second, 2 * SWELL))
    length = note.beats * second + RINGS[player]
    if player == "bell":
        return bell(note.frequency, length)
    return plucked(WIRES[player], note.frequency, length, note.mark)


def roomy(sound: Sound, seed: int) -> Sound:
    """*sound* with the echoes of the room; another *seed* is another place in it."""
    times = seconds_of(TAIL)
    echoes = np.random.RandomState(seed).uniform(-1, 1, len(times)) * np.exp(-times * FALL) * rising(times, 0.02)
    size = 1 << (len(sound) + len(times)).bit_length()
    heights = np.fft.rfftfreq(size, 1 / RATE)
    spectrum = np.fft.rfft(echoes, size) / (1 + (heights / DARK) ** 2)
    spectrum *= heights**2 / (heights**2 + 90.0**2)  # a room that also held the bass would boom
    spectrum /= np.sqrt(np.mean(np.abs(spectrum[: len(spectrum) // 8]) ** 2))
    return sound + WET * np.fft.irfft(np.fft.rfft(sound, size) * spectrum, size)[: len(sound)]

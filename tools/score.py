"""The notes of our three pieces, and how a line of them is read.

A line is a row of `pitch:beats`, `-:beats` for silence, `A3+D4:beats` for a chord; bars are for the eye. A mark behind
the pitch says how the left hand plays it.
"""

import re
from collections.abc import Iterator

from attrs import frozen

MARKS = {"/": "slid into from below", "~": "swayed", "o": "touched: a harmonic, like a small bell"}
STEPS = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}
PITCH = re.compile(rf"([A-G])(#?)(\d)([{''.join(MARKS)}]?)")


@frozen
class Note:
    """One tone; *order* counts those of a chord from 0."""

    beat: float
    beats: float
    frequency: float
    mark: str
    order: int


@frozen
class Part:
    """One line of a piece: who plays it, from which beat, how loud, and how far to the left (-1) or right (1)."""

    player: str
    beat: float
    loudness: float
    side: float
    line: str


@frozen
class Piece:
    """What is played together; *second* is how long a beat lasts."""

    second: float
    beats: float
    parts: tuple[Part, ...]


def frequency(letter: str, sharp: str, octave: str) -> float:
    """Hertz, in equal temperament from A4 = 440."""
    return 440.0 * 2 ** ((STEPS[letter] + len(sharp)) / 12 + int(octave) - 4)


def notes(part: Part) -> Iterator[Note]:
    """The notes of *part* in the order in which they are written."""
    beat = part.beat
    for word in part.line.replace("|", " ").split():
        chord, _, length = word.partition(":")
        for order, (letter, sharp, octave, mark) in enumerate(PITCH.findall(chord)):
            yield Note(beat, float(length), frequency(letter, sharp, octave), mark, order)
        beat += float(length)


# "Slava" ("Glory to God in heaven"): a Christmas song, printed by Lvov and Pratsch in Saint Petersburg in 1790, and
# sung to the tsar on the stage there since Boris Godunov (1874). The notes are those of Beethoven's quartet op. 59
# no. 2, third movement, where the Maggiore begins, a tone lower.
SLAVA = """
    D4:1 A3:1 | D4:.5 E4:.5 F#4:1 F#4:1 | F#4:.5 A4:.5 G4:1 F#4:1 | E4:1 D4:1 E4:1 |
    F#4:2 D4:1 | E4:2 F#4:.5 E4:.5 | D4:3
"""
SLAVA_BELOW = """
    D3:1 A2:1 | D3:.5 E3:.5 F#3:1 F#3:1 | F#3:.5 A3:.5 G3:1 F#3:1 | E3:1 D3:1 E3:1 |
    F#3:2 D3:1 | E3:2 F#3:.5 E3:.5 | D3:3
"""

# Our own: five tones (D E F# A B), at rest on B as tunes in the mode yu are, for the seven strings of the qin.
PEKING = """
    B3:2 D4:1 E4:1 | F#4/:2 E4:1 D4:1 | E4~:3 D4:.5 E4:.5 | F#4:1.5 A4:.5 B4~:2 | A4:1 F#4:1 E4:1 D4:1 | B3~:4 |
    D4:1 E4:1 F#4:1 A4/:1 | B4~:2 D5:1 B4:1 | A4:1.5 B4:.5 A4:1 F#4:1 | E4~:4 |
    F#4/:1 E4:1 D4:1 B3:1 | A3:2 B3:1 D4:1 | E4:1.5 D4:.5 B3~:2
"""
PEKING_SHORT = """
    B3:2 D4:.5 E4:.5 | F#4/:2 E4:1 | E4~:2 D4:.5 E4:.5 | F#4:1 A4:.5 B4~:1.5 | A4:1 F#4:1 E4:1 | D4:1 B3~:2
"""

# The title: Peking's tune alone, its strings touched here and there; at the end, far away, Petersburg's first notes.
TITLE_BASS = """
    B1:4 | B1:4 | B1:4 | E2:4 | B1:4 | D2:4 | B1:4 | B1:4 | E2:2 B1:2 | F#2:4 | E2:4 | D2:4 | A1:4 | E2:2 B1:6
"""
TITLE_TOUCHED = """
    -:1 F#4o:1 B4o:2 | -:4 | -:4 | -:3 B4o:1 | E5o:4 | -:4 | -:1 F#4o:1 B4o:1 F#5o:1 | -:4 | -:4 | -:4 |
    -:2 B4o:1 E5o:1 | -:4 | -:4 | -:2 F#4o:1 B4o:1
"""
TITLE = Piece(
    1.02,
    62,
    (
        Part("qin", 4, 0.95, -0.2, PEKING),
        Part("qin", 0, 0.75, 0.25, TITLE_TOUCHED),
        Part("bass", 0, 0.7, 0.1, TITLE_BASS),
        Part("bell", 55, 0.15, 0.3, "D5:1 A4:1 D5:.5 E5:.5 F#5:2"),
        Part("drone", 0, 0.22, 0.0, "B2:28 -:-4 E2+B2:20 -:-4 B2:20"),
    ),
)

# The table, where both meet: Petersburg's song, Peking's answer, then the song again, low, under Peking's five tones.
TABLE_ABOVE = """
    A4:2 D5:1 | D5:1 B4/:1 A4:1 | B4:1 A4:1 B4:.5 A4:.5 | A4~:2 F#4:1 | B4~:2 A4:1 | D4:1 A4o:1 D5o:4
"""
TABLE_BASS = """
    D2:6 | D2:3 | D2:3 | A1:3 | B1:3 | A1:3 | D2:5 | B1:3 | F#2:3 | E2:3 | B1:3 | F#2:3 | B1:4 | -:3 |
    D2:3 | D2:1 G2:1 D2:1 | E2:1 B1:1 A1:1 | B1:3 | A1:3 | D2:6
"""
TABLE = Piece(
    0.94,
    75,
    (
        Part("gusli", 4, 0.6, 0.25, SLAVA),
        Part("qin", 26, 0.85, -0.25, PEKING_SHORT),
        Part("gusli", 46, 0.5, 0.25, SLAVA_BELOW),
        Part("qin", 48, 0.75, -0.25, TABLE_ABOVE),
        Part("bass", 0, 0.6, 0.0, TABLE_BASS),
        Part("bell", 24, 0.24, 0.1, "F#4:2 -:18 B4:2 -:22 A5:2"),
        Part("drone", 0, 0.2, 0.0, "D2+A2:28 -:-4 F#2+B2:24 -:-4 D2+A2:30"),
    ),
)

# The verdict: Petersburg's song in chords, twice, as a text is read out; Peking's last words; the bell.
VERDICT_FIRST_CHORDS = """
    D3+A3:3 | D3+B3:1 G3+D4:1 D3+A3:1 | A2+C#4:1 D3+A3:1 A2+C#4:1 | B2+F#3+B3:2 G3+B3:1 | E3+B3:2 A2+A3+C#4:1 | D3+A3:3
"""
VERDICT_SECOND_CHORDS = """
    B3+D4:3 | D4:1 B3+D4:1 A3+D4:1 | G3+B3:1 F#3+B3:1 A3+C#4:1 | B3+D4:2 G3+B3:1 | A3+C#4:3 | F#3+A3:3
"""
VERDICT_LAST_WORDS = "F#4/:1 E4:1 D4:1 B3:1 | A3:2 B3:.5 D4:.5 | E4:1.5 D4:.5 D4~:3 A4o:1 D5o:3"
VERDICT_BASS = """
    D2:3 | D2:3 | B1:1 G2:1 D2:1 | A1:1 D2:1 A1:1 | B1:2 G2:1 | E2:2 A1:1 | D2:5 | -:3 |
    B1:3 | D2:1 G2:1 D2:1 | E2:1 B1:1 A1:1 | B1:2 G2:1 | A1:3 | D2:3 | -:1 B1:4 | A1:3 | E2:1.5 D2:7
"""
VERDICT = Piece(
    1.05,
    62,
    (
        Part("gusli", 1, 0.55, 0.15, SLAVA),
        Part("gusli", 3, 0.3, -0.15, VERDICT_FIRST_CHORDS),
        Part("gusli", 24, 0.5, 0.15, SLAVA),
        Part("gusli", 24, 0.4, -0.1, SLAVA_BELOW),
        Part("gusli", 26, 0.3, -0.2, VERDICT_SECOND_CHORDS),
        Part("qin", 45, 0.8, -0.25, VERDICT_LAST_WORDS),
        Part("bass", 0, 0.55, 0.0, VERDICT_BASS),
        Part("bell", 0, 0.34, 0.0, "D4:2 -:19 D4:2 -:19 A4:2 -:9 D4:4"),
        Part("drone", 0, 0.19, 0.0, "D2+A2:26 -:-4 D2+A2:25 -:-4 D2+A2:19"),
    ),
)

PIECES = {"title": TITLE, "table": TABLE, "verdict": VERDICT}

"""Plays the music and the short sounds of assets/sound: python -m tools.compose_score [NAME ...]

Everything is made of sines and noise; nothing was recorded. Needs the group `assets`.
"""

import sys
from pathlib import Path

import numpy as np

from tools.handling import HANDLED
from tools.room import played
from tools.score import PIECES
from tools.strings import Sound
from tools.vorbis import save

SOUND = Path(__file__).resolve().parent.parent / "assets" / "sound"
MUSIC_PEAK = -7.0
"""Decibels below the loudest possible; the encoder may add one."""
MUSIC, SHORT = 0.45, 0.4
"""Vorbis's quality; music as sparse as ours takes about 70 kbit/s."""


def levelled(sound: Sound, peak: float) -> np.ndarray:
    """*sound* in 16 bits, its loudest sample at *peak* decibels."""
    return (sound / np.abs(sound).max() * 10 ** (peak / 20) * 32_767).round().astype(np.int16)


def compose(name: str) -> None:
    path = SOUND / f"{name}.ogg"
    if name in PIECES:
        save(levelled(played(PIECES[name]), MUSIC_PEAK), path, MUSIC)
    else:
        make, peak = HANDLED[name]
        save(levelled(make(), peak), path, SHORT)
    print(f"{path.name}: {path.stat().st_size / 1024:.0f} KB")


def main(names: list[str]) -> None:
    known = [*PIECES, *HANDLED]
    for name in names:
        if name not in known:
            raise SystemExit(f"There is no sound {name!r}; there are {', '.join(known)}.")
    SOUND.mkdir(parents=True, exist_ok=True)
    for name in names or known:
        compose(name)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The files in assets/sound, read as Ogg pages (RFC 3533), since neither playing nor testing has a decoder."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parent.parent / "assets"
SOUND = ASSETS / "sound"
MUSIC = ("title", "table", "verdict")
SHORT = ("pen", "seal", "page", "bell", "step", "refusal")


def channels_and_seconds(name: str) -> tuple[int, float]:
    """From the Vorbis head in the first page, and the count of samples in the last page's head."""
    stream = (SOUND / f"{name}.ogg").read_bytes()
    head = stream.index(b"\x01vorbis")
    rate = int.from_bytes(stream[head + 12 : head + 16], "little")
    last = stream.rindex(b"OggS")
    return stream[head + 11], int.from_bytes(stream[last + 6 : last + 14], "little") / rate


def test_every_sound_is_there_and_said_to_be_what_it_is():
    files = {file.name for file in SOUND.iterdir()}
    readme = (ASSETS / "README.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `(\w+\.ogg)` \|", readme, re.MULTILINE))

    assert files == {f"{name}.ogg" for name in MUSIC + SHORT}
    assert described == files


@pytest.mark.parametrize("name", MUSIC)
def test_a_piece_lasts_about_a_minute_in_stereo(name):
    channels, seconds = channels_and_seconds(name)

    assert channels == 2
    assert 45 <= seconds <= 75


@pytest.mark.parametrize("name", SHORT)
def test_a_short_sound_is_over_before_the_next_key(name):
    channels, seconds = channels_and_seconds(name)

    assert channels == 1
    assert 0.05 <= seconds <= 0.6


def test_all_sounds_together_stay_small():
    assert sum(file.stat().st_size for file in SOUND.iterdir()) <= 2_200_000

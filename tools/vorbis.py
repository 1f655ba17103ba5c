"""Writes Ogg Vorbis so that the same samples give the same file."""

import io
from pathlib import Path

import numpy as np
import soundfile

from tools.strings import RATE

BLOCK = 4_096
"""Samples handed over at a time: the encoder cannot take a whole piece at once."""
SERIAL = b"Ili\0"
"""The number of the stream, for which the encoder would take the time of day."""
SERIAL_AT, SUM_AT, COUNT_AT, SIZES_AT = 14, 22, 26, 27
"""Where a page of Ogg holds its stream's number, its check sum, and the count and sizes of its segments (RFC 3533)."""
POLYNOMIAL = 0x1_04C11DB7


def save(sound: np.ndarray, path: Path, fineness: float) -> None:
    """Saves 16-bit *sound* (a column for each channel); *fineness* from 0 to 1 is Vorbis's quality."""
    file = io.BytesIO()
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with soundfile.SoundFile(
        file, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - fineness
    ) as writer:
        for start in range(0, len(sound), BLOCK):
            writer.write(sound[start : start + BLOCK])
    path.write_bytes(numbered(file.getvalue()))


def numbered(stream: bytes) -> bytes:
    """The *stream* with our number on each of its pages, and check sums to match."""
    pages, start = [], 0
    while start < len(stream):
        head = start + SIZES_AT + stream[start + COUNT_AT]
        end = head + sum(stream[start + SIZES_AT : head])
        page = bytearray(stream[start:end])
        page[SERIAL_AT : SERIAL_AT + 4] = SERIAL
        page[SUM_AT : SUM_AT + 4] = bytes(4)
        page[SUM_AT : SUM_AT + 4] = check_sum(page).to_bytes(4, "little")
        pages.append(bytes(page))
        start = end
    return b"".join(pages)


def check_sum(page: bytes | bytearray) -> int:
    rest = 0
    for byte in page:
        rest = (rest << 8 & 0xFFFFFFFF) ^ TABLE[rest >> 24 ^ byte]
    return rest


def _remainder(byte: int) -> int:
    rest = byte << 24
    for _ in range(8):
        rest = rest << 1 ^ (POLYNOMIAL if rest >> 31 else 0)
    return rest


TABLE = [_remainder(byte) for byte in range(256)]

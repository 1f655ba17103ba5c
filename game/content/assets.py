"""Where the pictures, fonts and sounds lie, and which of them are not what they should be."""

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

NEEDED: Mapping[str, tuple[str, str]] = {
    "fonts": (
        "fonts",
        "PlenipoSerif-Bold.ttf PlenipoSerif-Italic.ttf PlenipoSerif-Regular.ttf PlenipoSerif-Semibold.ttf "
        "PlenipoSerifSC-Regular.ttf PlenipoSerifSC-Semibold.ttf",
    ),
    "maps": ("map", "ili-base.jpg ili-valley.jpg projection.json"),
    "pictures": (
        "art",
        "cartouche.png compass.png corner.png divider.png frame.png hatch-1.png hatch-2.png hatch-3.png hatch-4.png "
        "icon-64.png icon-back.png icon-bracket.png icon-capital.png icon-codex.png icon-court.png "
        "icon-credibility.png icon-load.png icon-lock.png icon-memorial.png icon-next.png icon-orders.png "
        "icon-people.png icon-previous.png icon-question.png icon-readiness.png icon-record.png icon-save.png "
        "icon-settings.png icon-sound.png icon-source.png icon-table.png icon-telegram.png icon-tension.png "
        "icon-treasury.png icon-undo.png icon.png medallion-other.png medallion-qing.png medallion-russia.png "
        "panel.jpg paper.jpg pattern-fret-tile.png pattern-fret.png pattern-guilloche-tile.png pattern-guilloche.png "
        "seal-first.png seal-qing.png seal-russia.png seal-second.png seal-void.png",
    ),
    "sounds": ("sound", "bell.ogg page.ogg pen.ogg refusal.ogg seal.ogg step.ogg table.ogg title.ogg verdict.ogg"),
}
"""For each kind the folder it lies in, and the files a game uses. Portraits are left out: a person may have none."""


def assets_folder(package: Path = _PACKAGE) -> Path:
    """The folder of the assets: beside the package in a checkout, inside it where it was installed.

    A folder called assets beside an installation may be another package's, so the checkout's is known by our map.
    """
    checkout = package.parent / "assets"
    return checkout if (checkout / "map" / "projection.json").is_file() else package / "_data" / "assets"


def unsound(kind: str, folder: Path | None = None) -> Iterator[tuple[str, str]]:
    """The files of *kind* that cannot be used, each with `missing` or `damaged`."""
    place, names = NEEDED[kind]
    for name in names.split():
        path = (folder or assets_folder()) / place / name
        if not is_whole(path):
            yield name, "damaged" if path.is_file() else "missing"


def is_whole(path: Path) -> bool:
    """Whether the file is there and goes on to its end. Of a font that does not, a library may die."""
    try:
        found = path.read_bytes()
    except OSError:
        return False
    return _WHOLE[path.suffix](found)


def _is_whole_font(found: bytes) -> bool:
    """Whether every table that the head of the file names lies within it."""
    if len(found) < 12:
        return False
    heads = range(12, 12 + 16 * struct.unpack_from(">H", found, 4)[0], 16)
    if heads.stop > len(found):
        return False
    return all(sum(struct.unpack_from(">2L", found, head + 8)) <= len(found) for head in heads)


def _is_whole_sound(found: bytes) -> bool:
    """Whether the last page of the stream says that it is the last."""
    last = found.rfind(b"OggS")
    return found.startswith(b"OggS") and len(found) > last + 5 and bool(found[last + 5] & 4)


_WHOLE: Mapping[str, Callable[[bytes], bool]] = {
    ".png": lambda found: found.startswith(b"\x89PNG") and found.endswith(b"IEND\xaeB`\x82"),
    ".jpg": lambda found: found.startswith(b"\xff\xd8") and found.endswith(b"\xff\xd9"),
    ".ogg": _is_whole_sound,
    ".ttf": _is_whole_font,
    ".json": lambda found: found.rstrip().endswith(b"}"),
}

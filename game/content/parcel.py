"""A scenario as one file, to be given away: packing it with the same bytes everywhere, and unpacking a stranger's.

Nothing of a stranger's file is believed: names, counts and sizes are judged before anything is written, and sizes again
while it is unpacked. What comes out is read like any other scenario, by a reader with limits of its own.
"""

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from game.content import ScenarioError, examine
from game.content.problem import Place, Severity, error_at

ENDING = ".plenipo"
MAX_FILES = 600
MAX_FILE = 2_000_000
MAX_WHOLE = 20_000_000
CARRIED = (".yaml", ".geojson", ".txt", ".md", ".json", ".po")
"""The endings of files that a scenario is made of: all of them text."""
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DEVICES = frozenset("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4".split())
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path, target: Path) -> Path:
    """Write the scenario in *folder* into the file *target*, and return it.

    Raises ScenarioError when the scenario has errors or holds what a parcel may not; nothing is written then.
    """
    _, problems = examine(folder)
    if errors := [each for each in problems if each.severity is Severity.ERROR]:
        raise ScenarioError(errors)
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in CARRIED and path.is_file()]
    named = {path.relative_to(folder).as_posix(): path for path in files}
    for name, path in named.items():
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            raise _refusal(target, f"'{name}' is a link to another place")
    _judge(target, ((name, path.stat().st_size) for name, path in named.items()))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as parcel:  # zlib's versions compress differently
        for name, path in sorted(named.items()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            parcel.writestr(entry, path.read_bytes())
    return target


def install(parcel: Path, shelf: Path) -> Path:
    """Unpack *parcel* into a folder of its scenario's id on *shelf*, and return that folder.

    Raises ScenarioError, with nothing left on the shelf, when the file is no parcel, holds what it may not or a
    scenario with errors, or when a scenario of its id is there already.
    """
    shelf.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shelf, prefix=".unpacking-") as place:
        unpacked = Path(place) / "scenario"
        try:
            _unpack(parcel, unpacked)
        except _TROUBLE as error:
            if isinstance(error, ScenarioError):
                raise
            raise _refusal(parcel, "it is no scenario's parcel, or is damaged") from None
        scenario, problems = examine(unpacked)
        if scenario is None:
            raise ScenarioError(each for each in problems if each.severity is Severity.ERROR)
        _judge(parcel, [(f"{scenario.id}.yaml", 0)])
        target = shelf / scenario.id
        if target.exists():
            raise _refusal(parcel, f"a scenario called '{scenario.id}' is installed already, in {target}")
        shutil.move(unpacked, target)
    return target


_TROUBLE = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError),
    *(FileExistsError, NotADirectoryError, IsADirectoryError),
)
"""What the library raises over a file that is no archive, or is damaged, locked or of an unknown kind."""


def _unpack(parcel: Path, into: Path) -> None:
    if parcel.stat().st_size > 2 * MAX_WHOLE:
        raise _refusal(parcel, f"it is too large: at most {MAX_WHOLE:,} bytes in all")
    with zipfile.ZipFile(parcel) as opened:
        entries = opened.infolist()
        for entry in entries:
            if (entry.external_attr >> 16) & 0o170000 not in (0, 0o100000):
                raise _refusal(parcel, f"'{entry.filename[:80]}' is a link or no file at all")
        _judge(parcel, ((entry.filename, entry.file_size) for entry in entries))
        for entry in entries:
            path = into / entry.filename
            path.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(entry) as source:
                told = source.read(MAX_FILE + 1)
            if len(told) != entry.file_size:
                raise _refusal(parcel, f"'{entry.filename}' is not as large as it says")
            path.write_bytes(told)


def _judge(parcel: Path, files: Iterable[tuple[str, int]]) -> None:
    """Refuse files by their names, number and sizes."""
    seen: set[str] = set()
    whole = 0
    for name, size in files:
        whole += size
        if not _is_plain(name):
            raise _refusal(parcel, f"it may not hold a file called '{name[:80]}'")
        if name.lower() in seen:
            raise _refusal(parcel, f"it holds '{name}' twice")
        seen.add(name.lower())
        if len(seen) > MAX_FILES:
            raise _refusal(parcel, f"it holds more than {MAX_FILES} files")
        if size > MAX_FILE or whole > MAX_WHOLE:
            raise _refusal(parcel, f"it is too large: at most {MAX_FILE:,} bytes a file and {MAX_WHOLE:,} in all")


def _is_plain(name: str) -> bool:
    """Whether the name stays in its folder on every system: short plain words, at most three deep."""
    parts = name.split("/")
    if not 1 <= len(parts) <= 3 or PurePosixPath(name).suffix not in CARRIED:
        return False
    words = [each for each in parts if _PART.fullmatch(each) and not each.endswith(".")]
    return len(words) == len(parts) and not any(each.lower().split(".")[0] in _DEVICES for each in parts)


def _refusal(parcel: Path, message: str) -> ScenarioError:
    return ScenarioError((error_at(Place(parcel.as_posix()), "bad-parcel", message),))

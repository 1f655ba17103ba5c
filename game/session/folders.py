"""Where a person's games and settings lie, and how a file is put there whole. It needs nothing of the game itself."""

import os
import tempfile
from pathlib import Path

HOME_VARIABLE = "PLENIPO_HOME"
ENDING = ".txt"
LAST, EARLIER = "last", "earlier"
"""The names of the game that is kept by itself, and of those that were so before it."""


def own_folder() -> Path:
    """The folder for this user's games: what PLENIPO_HOME says, else the system's place for a program's files."""
    said = os.environ.get(HOME_VARIABLE, "")
    if said:
        return Path(said)
    import platformdirs

    return platformdirs.user_data_path("plenipotentiary", appauthor=False)


def saves_folder() -> Path:
    """Where saved games lie; it need not be there yet."""
    return own_folder() / "saves"


def last_game(folder: Path) -> Path:
    """The file in *folder* in which a game is kept by itself; it need not be there."""
    return folder / (LAST + ENDING)


def free_name(path: Path) -> Path:
    """*path* itself, or the first of `NAME-2`, `NAME-3`… that is not taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def write_whole(path: Path, text: str) -> None:
    """Put *text* into *path* so that a reader, or a power cut, finds the old text or the new one, never a half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)  # it is still there only when something went wrong

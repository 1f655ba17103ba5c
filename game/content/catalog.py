"""Where scenarios lie, and how one is found by name."""

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from game.content.problem import Place, ScenarioError, error_at, nearest

GROUP = "plenipo.scenarios"
"""Entry points of other packages: `NAME = "package"`, a package whose folders are scenarios."""
_PACKAGE = Path(__file__).resolve().parent.parent


def shelves() -> tuple[Path, ...]:
    """The folders that hold scenarios, in the order of search: checkout, installation, the user's own, packages'."""
    own = own_shelf()
    return (_PACKAGE.parent / "scenarios", _PACKAGE / "_data" / "scenarios", own, *_packaged())


def own_shelf() -> Path:
    """Where the user's own scenarios lie, and those that were installed; it need not be there yet."""
    import platformdirs  # found once, in 20 ms, when a list of names is wanted

    return platformdirs.user_data_path("plenipotentiary", appauthor=False) / "scenarios"


def _packaged() -> Iterator[Path]:
    """The folders of packages that name themselves in the entry points of GROUP; none of them is imported."""
    for point in entry_points(group=GROUP):
        name = point.value.partition(":")[0]
        spec = find_spec(name) if name.isidentifier() else None
        yield from map(Path, (spec and spec.submodule_search_locations) or ())


def names(on: Iterable[Path] | None = None) -> tuple[str, ...]:
    """The names of all scenarios that are there, in alphabetical order."""
    return tuple(sorted(_folders(shelves() if on is None else on)))


def find(name: str | Path, on: Iterable[Path] | None = None) -> Path:
    """The folder of the scenario called *name*, or *name* itself when it is the path of one.

    Raises ScenarioError when there is neither.
    """
    folders = _folders(shelves() if on is None else on)
    if isinstance(name, str) and name in folders:
        return folders[name]
    path = Path(name)
    if path.name == "scenario.yaml" and path.is_file():
        return path.parent
    if path.is_dir():
        return path
    message = f"no scenario is called '{name}', and no folder either"
    raise ScenarioError((error_at(Place(str(name)), "unknown-scenario", message, nearest(str(name), folders)),))


def _folders(shelves: Iterable[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for shelf in shelves:
        for path in sorted(shelf.glob("*/scenario.yaml")):
            found.setdefault(path.parent.name, path.parent)
    return found

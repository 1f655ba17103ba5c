"""A scenario to spoil: the two villages as a dictionary of texts, with snippets replaced, in a folder of its own."""

from pathlib import Path

import pytest
from attrs import evolve, field, frozen

from game.content import Problem, examine

VILLAGES = Path(__file__).resolve().parents[2] / "scenarios" / "two-villages"
MARK = "¶"
"""Stands in a replacement where the problem is expected, and is taken out of the text."""


@frozen
class Village:
    """Texts by file name, to be written into *folder*; `marked` is where the mark stood, as (file, line, column)."""

    folder: Path
    texts: dict[str, str]
    marked: tuple[str, int, int] | None = field(default=None)

    def edit(self, name: str, old: str, new: str) -> "Village":
        """The same villages with the first *old* in the file *name* replaced; an empty *old* replaces everything."""
        assert old in self.texts.get(name, ""), f"{name} has no {old!r}"
        return self.file(name, self.texts[name].replace(old, new, 1) if old else new)

    def file(self, name: str, text: str) -> "Village":
        before, mark, after = text.partition(MARK)
        spot = (name, before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else self.marked
        return evolve(self, texts={**self.texts, name: before + after}, marked=spot)

    def without(self, name: str) -> "Village":
        return evolve(self, texts={each: text for each, text in self.texts.items() if each != name})

    def write(self) -> Path:
        for name, text in self.texts.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return self.folder

    def problems(self) -> tuple[Problem, ...]:
        return examine(self.write())[1]

    def spot(self, problem: Problem) -> tuple[str, int, int]:
        """Where *problem* is, with the file's name relative to the folder."""
        return problem.path.removeprefix(f"{self.folder.as_posix()}/"), problem.line, problem.column


def without_schema(text: str) -> str:
    """The text without the line for editors, so that a test's line numbers are those of what an author wrote."""
    return text.partition("\n")[2] if text.startswith("# yaml-language-server") else text


@pytest.fixture
def village(tmp_path: Path) -> Village:
    files = (path for path in VILLAGES.rglob("*.yaml"))
    texts = {path.relative_to(VILLAGES).as_posix(): without_schema(path.read_text(encoding="utf-8")) for path in files}
    return Village(tmp_path / "villages", texts)

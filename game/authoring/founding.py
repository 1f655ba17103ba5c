"""`plenipo new`: a small, complete scenario of one's own, to be changed into the crisis one has in mind."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

from attrs import frozen

from game.content import ScenarioError, examine
from game.content.schema import FILES, schema_of
from game.engine.errors import GameError

TURNS = 6
_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_FILES = {
    "scenario.yaml": "scenario.yaml",
    "issues.yaml": "issues.yaml",
    "seats/{first}.yaml": "seat-first.yaml",
    "seats/{second}.yaml": "seat-second.yaml",
    "events/news.yaml": "news.yaml",
    "sources.yaml": "sources.yaml",
}
"""The files that are written, and the template of each."""


@frozen
class Founding:
    """What an author says of a scenario that is to be begun."""

    name: str
    title: str
    first: str
    """The title of the first side."""
    second: str
    begins: str
    """The month of the first turn, YYYY-MM."""


def found(founding: Founding, into: Path) -> Path:
    """Write the scenario into a new folder of its name in *into*, and return that folder.

    Raises GameError for what cannot be a scenario, and when the folder is there already; nothing is written then.
    """
    words = _words(founding)
    folder = into / founding.name
    if folder.exists():
        raise GameError(f"'{folder}' is there already; choose another name")
    for name, template in _FILES.items():
        text = files("game.authoring").joinpath("template", template).read_text(encoding="utf-8")
        path = folder / name.format_map(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = _schema_line(name) + Template(text).substitute(words)
        path.write_text(whole, encoding="utf-8", newline="\n")
    _write_schemas(folder / "schema")
    _, problems = examine(folder)
    if problems:
        raise ScenarioError(problems)
    return folder


def _schema_line(name: str) -> str:
    """What tells an editor how to complete and underline the file *name*."""
    kind, nested, _ = name.partition("/")
    kind = kind.removesuffix(".yaml")
    return f"# yaml-language-server: $schema={'../' if nested else ''}schema/{kind}.json\n"


def _write_schemas(folder: Path) -> None:
    folder.mkdir()
    for kind in FILES:
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
        (folder / f"{kind}.json").write_text(text, encoding="utf-8", newline="\n")


def _words(founding: Founding) -> Mapping[str, str]:
    if not _NAME.fullmatch(founding.name):
        raise GameError(f"'{founding.name}' cannot be a name: write small letters, digits, '-' and '_'")
    if not (founding.title.strip() and founding.first.strip() and founding.second.strip()):
        raise GameError("the title and both sides need a name")
    for said in (founding.title, founding.first, founding.second):
        if len(said) > 80 or not said.isprintable():
            raise GameError(f"'{said[:20]}…' is no name: write at most 80 signs on one line")
    begun = _DATE.fullmatch(founding.begins)
    if begun is None or begun[1] == "0000":
        raise GameError(f"'{founding.begins}' is no month: write it like 1815-03")
    first, second = _seat(founding.first, "first-side"), _seat(founding.second, "second-side")
    if first == second:
        raise GameError(f"both sides would be called '{first}': give them different names")
    months = tuple(_months(int(begun[1]), int(begun[2])))
    lines = (f"  - {{id: {month}, title: {title}, months: 1}}\n" for month, title in months)
    return {
        "id": founding.name,
        "first": first,
        "second": second,
        "turns": "".join(lines),
        "title": _quoted(founding.title),
        "first_name": founding.first.strip(),
        "second_name": founding.second.strip(),
        "first_title": _quoted(founding.first),
        "second_title": _quoted(founding.second),
        **{f"turn_{number}": month for number, (month, _) in enumerate(months, 1)},
    }


def _seat(title: str, otherwise: str) -> str:
    """An id made of a side's name; *otherwise* where its letters give none that conditions can read."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain.removeprefix("the ")).strip("-")
    return f"{word}-side" if word in _TAKEN else word if word[:1].isalpha() else otherwise


_TAKEN = frozenset(
    "turn date happened chose signed refused incidents offered ended treaty near durability wars own other target all "
    "status_quo people envoy and or not chance tension capital con nul aux prn".split()
)
"""Words that mean something else in conditions and effects, and names that Windows keeps for itself."""


def _quoted(text: str) -> str:
    return json.dumps(text.strip(), ensure_ascii=False)


def _months(year: int, month: int) -> Iterator[tuple[str, str]]:
    for number in range(year * 12 + month - 1, year * 12 + month - 1 + TURNS):
        yield f"{number // 12:04}-{number % 12 + 1:02}", f"{_MONTHS[number % 12]} {number // 12}"

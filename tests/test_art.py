"""The medallions fit the codex, and the pictures stay small."""

import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
ART = ROOT / "assets" / "art"
TABLE = tomllib.loads((ROOT / "tools" / "people.toml").read_text(encoding="utf-8"))
ROWS = {name: row for rows in TABLE.values() for name, row in rows.items()}


CODEX = ROOT / "scenarios" / "ili-1871" / "codex"


def people() -> dict[str, str]:
    """Title and text of each person of the Ili crisis, by the ids."""
    entries = [each for file in CODEX.glob("people-*.yaml") for each in yaml.safe_load(file.read_bytes())["codex"]]
    return {entry["id"]: entry["title"] + entry["text"] for entry in entries}


def test_every_medallion_has_a_row_and_every_row_a_medallion():
    assert {path.stem for path in (ART / "people").iterdir()} == ROWS.keys()


def test_every_row_is_for_a_person_of_the_codex():
    assert ROWS.keys() <= people().keys()


def test_chinese_characters_stand_in_the_entry_or_as_a_word_in_the_terms():
    terms = (CODEX / "terms.yaml").read_text(encoding="utf-8")
    said = people()
    chinese = {name: row["letters"] for name, row in ROWS.items() if row["letters"] >= "\u2e80"}

    assert [name for name, word in chinese.items() if not set(word) <= set(said[name]) and word not in terms] == []


def test_the_pictures_take_at_most_four_megabytes():
    assert sum(path.stat().st_size for path in ART.rglob("*.*")) <= 4_000_000

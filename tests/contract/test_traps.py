"""The list of common errors about the Ili crisis: each is answered somewhere, and every place named exists."""

import re

import pytest

from game.content import find, load

FOLDER = find("ili-1871")
LINES = [line for line in (FOLDER / "TRAPS.md").read_text(encoding="utf-8").splitlines() if re.match(r"\d+\. ", line)]
CODEX = {entry.id for entry in load("ili-1871").codex}


def test_all_forty_five_traps_are_listed_in_order():
    assert [int(line.partition(".")[0]) for line in LINES] == list(range(1, 46))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition(".")[0])
def test_every_trap_names_places_that_exist(line):
    entries = re.findall(r"codex:([\w-]+)", line)
    files = re.findall(
        r"(?:events|seats|codex)/[\w-]+\.yaml|(?:history|issues|people|scenario|fates|years|sources)\.yaml", line
    )

    assert entries or files
    assert [entry for entry in entries if entry not in CODEX] == []
    assert [name for name in files if not (FOLDER / name).is_file()] == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition(".")[0])
def test_every_card_a_trap_names_stands_in_the_file_it_names(line):
    for file, cards in re.findall(r"(events/[\w-]+\.yaml) ([a-z][\w-]+)", line):
        assert f"- id: {cards}\n" in (FOLDER / file).read_text(encoding="utf-8")

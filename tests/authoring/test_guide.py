"""The author's guide: every command of it is run, every change made, and every example is one that the loader reads."""

import re
import shlex
from pathlib import Path

import pytest

from game import cli
from game.content import examine
from game.content.folder import read_folder

GUIDE = (Path(__file__).resolve().parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
FIRST, REST = GUIDE.split("## Writing fairly", 1)
STEP = re.compile(
    r"```\n(?P<commands>plenipo .*?)```"
    r"|In `(?P<file>[^`]+)`, (?P<how>at the end|instead of `(?P<old>[^`]+)`):\n\n```yaml\n(?P<text>.*?)```",
    re.DOTALL,
)
EXAMPLE = re.compile(r"^## (?P<file>[^\n]+)\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
PLACES = {
    "seats/SEAT.yaml": "seats/hill.yaml",
    "events/*.yaml": "events/news.yaml",
    "codex/*.yaml": "codex/entries.yaml",
    "fates.yaml and years.yaml": "fates.yaml",
}


def test_the_first_crisis_comes_out_clean_and_good(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path / "home"))
    done = 0
    for step in STEP.finditer(FIRST):
        done += 1
        if step["commands"]:
            for line in step["commands"].strip().splitlines():
                if "preview" not in line:  # waits for somebody at the keyboard; tests/authoring/test_preview.py does so
                    assert cli.main(shlex.split(line)[1:]) == 0, line
        else:
            path = tmp_path / step["file"]
            before = path.read_text(encoding="utf-8")
            assert step["how"] == "at the end" or before.count(step["old"]) == 1, step["old"]
            new = before.replace(step["old"], step["text"].rstrip("\n")) if step["old"] else before + step["text"]
            path.write_text(new, encoding="utf-8")
    assert done == 11
    said = capsys.readouterr().out
    assert "all good" in said and "one-text" not in said
    assert examine(tmp_path / "lake")[1] == ()
    assert list(tmp_path.glob("lake*.plenipo")) or list(tmp_path.glob("lake*.zip"))


SECTIONS = [each for each in EXAMPLE.finditer(REST) if "```yaml" in each["body"] and ".yaml" in each["file"]]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section["file"])
def test_every_key_of_every_example_is_one_that_a_file_has(section, tmp_path):
    name = PLACES.get(section["file"], section["file"])
    blocks = re.findall(r"```yaml\n(.*?)```", section["body"], re.DOTALL)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(blocks), encoding="utf-8")

    found = {(each.code, each.message) for each in read_folder(tmp_path).problems if each.path.endswith(path.name)}

    wrong = ("unknown-key", "not-yaml", "duplicate-key", "unread-file")
    assert {each for each in found if each[0] in wrong} == set()

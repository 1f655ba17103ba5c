"""What the README promises is there, and what is there is in the README."""

import argparse
import re
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def commands_of(parser: argparse.ArgumentParser) -> set[str]:
    """The names of the subcommands of *parser*."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name for group in groups for name in group.choices}


def commands_in_table(text: str) -> set[str]:
    """The first word after `plenipo` in the first column of each row of a table."""
    return set(re.findall(r"^\| `plenipo (\w+)", text, flags=re.MULTILINE))


def test_the_readme_names_the_two_commands():
    lines = README.read_text(encoding="utf-8").splitlines()

    assert "python3 run.py" in lines
    assert "python3 run.py test" in lines


def test_the_readme_has_a_row_for_every_subcommand_and_for_no_other():
    from game.cli import parser

    assert commands_in_table(README.read_text(encoding="utf-8")) == commands_of(parser())


def test_a_row_of_the_table_is_read_by_its_first_word():
    rows = "| `plenipo play [SCENARIO]` | plays |\n| `plenipo doctor` | looks |\nplenipo text\n"

    assert commands_in_table(rows) == {"play", "doctor"}

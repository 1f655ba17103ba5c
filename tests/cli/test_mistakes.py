"""What is said when the command cannot do as it was asked: one sentence, the right exit code, never a traceback."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import entry as cli

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("simulat two-villages", "no command and no scenario is called 'simulat' (did you mean 'simulate'?)"),
        ("two-vilages", "no command and no scenario is called 'two-vilages' (did you mean 'two-villages'?)"),
        ("simulate two-vilages", "no scenario is called 'two-vilages', and no folder either (did you mean "),
        ("simulate two-villages --gams 3", "'plenipo simulate' does not take '--gams' (did you mean '--games'?)"),
        ("simulate two-villages --games none", "argument --games: 'none' is no whole number above 0"),
        ("simulate two-villages --workers 0", "argument --workers: '0' is no whole number above 0"),
        ("simulate two-villages --seat hill", "argument --seat: 'hill' says not who holds which seat"),
        ("simulate two-villages --seat hil=firm", "no seat is called 'hil' (did you mean 'hill'?)"),
        ("simulate two-villages --seat hill=frim", "no player is called 'frim' (did you mean 'firm'?)"),
        ("simulate two-villages --start sprig", "no start is called 'sprig' (did you mean 'spring'?)"),
        ("simulate two-villages --length crises", "no length is called 'crises' (did you mean 'crisis'?)"),
        ("consent two-villages", "the following arguments are required: --terms"),
        ("consent two-villages --terms old", "no treaty of two-villages is called 'old'"),
        ("compare two-villages", "'two-villages' is no record's file; for a scenario say which terms"),
        ("replay nowhere.txt", "nowhere.txt: No such file or directory"),
    ],
)
def test_a_mistake_of_the_callers_is_one_sentence_and_exit_code_2(plenipo, line, sentence):
    said = plenipo(line)

    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(f"plenipo: {sentence}")
    assert len(said.err.splitlines()) == 1


def test_a_file_that_is_no_record_is_something_wrong_found(plenipo, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ann,\n", encoding="utf-8")

    said = plenipo(f"replay {letter}")

    assert said.code == 1
    assert said.err.startswith("plenipo: this is no record")


def test_a_scenario_with_errors_is_named_with_the_place_of_the_first(plenipo, tmp_path):
    (tmp_path / "scenario.yaml").write_text("id: broken\n", encoding="utf-8")

    said = plenipo(f"simulate {tmp_path}")

    assert said.code == 1
    assert said.err.startswith(f"plenipo: the scenario cannot be played: {tmp_path.as_posix()}/")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("words", ["--help", "simulate --help", "--version"])
def test_asking_for_help_or_version_is_no_mistake(capsys, words):
    with pytest.raises(SystemExit) as left:
        cli.main(words.split())

    assert left.value.code == 0
    assert "plenipo" in capsys.readouterr().out


def test_an_interrupt_is_quiet(plenipo, monkeypatch):
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)

    said = plenipo("players")

    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_reader_that_goes_away_is_no_trouble():
    command = [sys.executable, "-m", "game", "players", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


def test_an_output_that_knows_only_ascii_gets_question_marks_and_json_escapes(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    codes = cli.main(["compare", "two-villages", "--terms", "old-bargain"]), cli.main(["scenarios", "--json"])

    assert codes == (0, 0)
    assert raw.getvalue().isascii()


def test_without_a_word_the_command_plays():
    assert cli._with_command([], cli.parser()) == ["play"]
    assert cli._with_command(["two-villages"], cli.parser()) == ["play", "two-villages"]
    assert cli._with_command(["--seat", "hill"], cli.parser()) == ["play", "--seat", "hill"]
    assert cli._with_command(["compare", "x"], cli.parser()) == ["compare", "x"]

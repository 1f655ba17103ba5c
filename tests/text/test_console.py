"""Lines in, lines out: wrapping, width, headings, and the end of the input."""

from io import StringIO

import pytest

from game.text.console import WIDTH, Console, InputEnded, columns, wrapped


def test_a_wide_character_takes_two_columns_and_a_combining_one_none():
    assert columns("伊犁 Ili") == 2 * 2 + 4
    assert columns("e\u0301") == 1


def test_no_line_is_wider_than_the_page():
    text = "The valley 伊犁條約 was spoken of at length and with many words. " * 6

    assert max(columns(line) for line in wrapped(text)) <= WIDTH
    assert " ".join(wrapped(text)) == text.strip()


def test_chinese_without_spaces_is_broken_between_characters():
    lines = wrapped("中俄伊犁交涉始末" * 10)

    assert max(columns(line) for line in lines) <= WIDTH
    assert "".join(line.strip() for line in lines) == "中俄伊犁交涉始末" * 10


def test_an_unbreakable_word_stands_alone():
    assert wrapped("see " + "x" * 100) == ["see", "x" * 100]


def test_a_numbered_line_hangs_under_its_words():
    first, second, *_ = wrapped("  1. " + "word " * 30)

    assert first.startswith("  1. word")
    assert second.startswith("     word")


def test_a_script_passes_over_blank_lines_and_comments():
    console = Console(StringIO("\n# nothing\n  hold # why not\n"), StringIO(), scripted=True)

    assert console.ask("?") == "hold"
    with pytest.raises(InputEnded):
        console.ask("?")


def test_a_long_question_and_a_long_answer_are_wrapped_too():
    writer = StringIO()

    Console(StringIO("propose a=b c=d e=f " * 10 + "\n"), writer).ask("word " * 40)

    assert max(len(line) for line in writer.getvalue().splitlines()) <= WIDTH


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def heading(writer: StringIO) -> str:
    Console(StringIO(), writer).head("Turn 1")
    return writer.getvalue()


def test_a_heading_is_bold_on_a_terminal_alone_and_only_where_colour_is_welcome(monkeypatch):
    on_a_terminal, in_a_pipe = heading(Terminal()), heading(StringIO())
    monkeypatch.setenv("NO_COLOR", "1")

    assert on_a_terminal == "\n\x1b[1mTurn 1\x1b[0m\n"
    assert in_a_pipe == heading(Terminal()) == "\nTurn 1\n"


def test_the_curtain_pushes_everything_away_and_clears_only_a_terminal():
    screen, pipe = Terminal(), StringIO()

    Console(StringIO(), screen).clear()
    Console(StringIO(), pipe).clear()

    assert pipe.getvalue() == "\n" * 40
    clearing = [screen.getvalue().index(code) for code in ("\x1b[H", "\x1b[2J", "\x1b[3J")]
    assert clearing == sorted(clearing)  # the screen before what lies above it
    assert screen.getvalue().startswith("\n" * 40 + "\x1b")

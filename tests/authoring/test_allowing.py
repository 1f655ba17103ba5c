"""Warnings allowed by a comment with a reason, and comments that allow nothing."""

import ast
import re
from pathlib import Path

import pytest

from game.authoring.allowing import allow
from game.authoring.check import examine_all
from game.authoring.codes import CODES, known_code
from tests.content.conftest import Village, village  # noqa: F401 - a fixture

HILL = "seats/hill.yaml"
SPRING = "  spring: {hill: 100, shared: 50, dale: 0}"
NOT_FULL = "  spring: {hill: 90, shared: 50, dale: 0}"
CONTENT = Path(__file__).resolve().parents[2] / "game" / "content"


def told(spoilt: Village) -> list[tuple[str, int, int]]:
    return [(each.code, each.line, each.column) for each in examine_all([spoilt.write()], tests=False).problems]


def line_of(spoilt: Village, text: str) -> int:
    return spoilt.texts[HILL][: spoilt.texts[HILL].index(text)].count("\n") + 1


@pytest.mark.parametrize(
    "allowed",
    [
        f"{NOT_FULL}  # allow worth-not-full: nobody in Hill hopes for all of it",
        f"  # allow worth-not-full: nobody in Hill hopes for all of it\n{NOT_FULL}",
        f"  # allow worth-not-full: nobody in Hill hopes for it\n\n  # a word between\n{NOT_FULL}",
    ],
)
def test_a_warning_is_not_told_where_a_comment_gives_a_reason(village, allowed):  # noqa: F811
    assert told(village.edit(HILL, SPRING, NOT_FULL)) != []
    assert told(village.edit(HILL, SPRING, allowed)) == []


def test_a_comment_for_one_line_does_not_forgive_the_next(village):  # noqa: F811
    spoilt = village.edit(HILL, SPRING, f"{SPRING}  # allow worth-not-full: above").edit(
        HILL, "wood: {hill: 100,", "wood: {hill: 90,"
    )

    assert [code for code, *_ in told(spoilt)] == ["allowance-unused", "worth-not-full"]


def test_without_a_reason_nothing_is_allowed(village):  # noqa: F811
    spoilt = village.edit(HILL, SPRING, f"{NOT_FULL}  # allow worth-not-full")
    line = line_of(spoilt, NOT_FULL)

    assert told(spoilt) == [("worth-not-full", line, 11), ("allowance-without-reason", line, len(NOT_FULL) + 3)]


def test_a_comment_that_allows_nothing_is_told_with_its_line(village):  # noqa: F811
    spoilt = village.edit(HILL, SPRING, f"  # allow worth-not-full: once\n{SPRING}")

    assert told(spoilt) == [("allowance-unused", line_of(spoilt, SPRING) - 1, 3)]


def test_a_code_that_does_not_exist_gets_the_nearest_one(village):  # noqa: F811
    spoilt = village.edit(HILL, SPRING, f"{NOT_FULL}  # allow worth-not-ful: once")

    (problem,) = (each for each in examine_all([spoilt.write()], tests=False).problems if each.code == "unknown-code")

    assert problem.suggestion == "worth-not-full"


def test_an_error_cannot_be_allowed(village):  # noqa: F811
    spoilt = village.edit(HILL, SPRING, "  spring: {hill: 100, shared: 0}  # allow option-no-value: never mind")

    assert [code for code, *_ in told(spoilt)] == ["option-no-value", "allowance-unused"]


def test_a_file_that_cannot_be_read_allows_nothing(tmp_path):
    (tmp_path / "issues.yaml").write_bytes(b"# allow alias: \xff")

    assert allow(tmp_path, ()) == ()


def test_every_code_that_the_checks_give_has_a_meaning():
    shape = re.compile(r"[a-z]+(-[a-z0-9]+)+|alias|tag")
    calls = {"Finding": 1, "error_at": 1, "wrong": 2, "stop": 1}  # where the code stands
    given = set()
    for path in CONTENT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            place = calls.get(
                getattr(getattr(node, "func", None), "id", getattr(getattr(node, "func", None), "attr", ""))
            )
            if isinstance(node, ast.Call) and place is not None and len(node.args) > place:
                code = node.args[place]
                given |= {code.value} if isinstance(code, ast.Constant) and shape.fullmatch(str(code.value)) else set()

    assert len(given) > 40
    assert {code for code in given if not known_code(code)} == set()


def test_the_table_of_codes_is_in_order():
    assert list(CODES) == sorted(CODES)

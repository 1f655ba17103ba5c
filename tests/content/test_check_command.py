"""`plenipo check`, as its user sees it."""

import io
import json

import pytest

from game.authoring.annotating import annotation
from game.authoring.baseline import BaselineError
from game.authoring.check import Style, run
from game.content import Problem, Severity


def test_a_faultless_scenario_gives_one_line_and_exit_code_0(village):
    out = io.StringIO()

    code = run([village.write()], Style(), out)

    facts = sum(text.count("cite:") for text in village.texts.values())
    assert code == 0
    assert out.getvalue() == f"all good: 8 files, {facts} facts, 0 problems\n"


def test_each_problem_is_a_line_and_errors_give_exit_code_1(village):
    out = io.StringIO()
    spoilt = village.edit("seats/hill.yaml", "shared: 50, dale: 0", "shared: 50, dale: 1").edit(
        "scenario.yaml", "turn: 1800-01", "turn: 1800-11"
    )

    code = run([spoilt.write()], Style(), out)

    folder = spoilt.folder.as_posix()
    assert code == 1
    assert out.getvalue().splitlines() == [
        f"{folder}/scenario.yaml:32:11: error unknown-turn: no turn is called '1800-11' (did you mean '1800-01'?)",
        f"{folder}/seats/hill.yaml:10:11: warning worth-not-full: the best option of an issue should be worth 100,"
        " the worst 0: then weights can be compared",
        "8 files, 1 error, 1 warning",
    ]


def test_warnings_alone_are_forgiven(village):
    out = io.StringIO()

    code = run([village.file("issue.yaml", "x: 1\n").write()], Style(), out)

    assert code == 0
    assert out.getvalue().endswith("9 files, 0 errors, 1 warning\n")


def test_json_holds_every_problem_with_its_parts(village):
    out = io.StringIO()
    spoilt = village.edit("scenario.yaml", "format: 1", "format: 2")

    code = run([spoilt.write()], Style(as_json=True), out)

    assert code == 1
    assert json.loads(out.getvalue()) == [
        {
            "path": f"{spoilt.folder.as_posix()}/scenario.yaml",
            "line": 2,
            "column": 9,
            "severity": "error",
            "code": "unknown-format",
            "message": "this program reads format 1, the file says 2: a newer program is needed",
            "suggestion": "",
        }
    ]


def test_json_of_a_faultless_scenario_is_an_empty_list(village):
    out = io.StringIO()

    assert run([village.write()], Style(as_json=True), out) == 0
    assert json.loads(out.getvalue()) == []


def test_a_scenario_that_is_not_there_is_a_problem_among_the_others(village):
    out = io.StringIO()

    code = run(["no-such-place", village.write()], Style(), out)

    assert code == 1
    assert out.getvalue().splitlines()[0].startswith("no-such-place: error unknown-scenario: ")


def test_an_annotation_is_escaped_as_github_asks():
    problem = Problem("a,b:c.yaml", 3, 7, Severity.WARNING, "odd-text", "50 % of it,\nor: less", "more")

    told = "::warning file=a%2Cb%3Ac.yaml,line=3,col=7,title=odd-text::50 %25 of it,%0Aor: less (did you mean 'more'?)"
    assert annotation(problem) == told


def test_a_problem_of_a_whole_file_is_annotated_without_a_line():
    problem = Problem("a.yaml", 0, 0, Severity.ERROR, "missing-file", "not there")

    assert annotation(problem) == "::error file=a.yaml,title=missing-file::not there"


def test_annotations_take_the_place_of_lines(village):
    out = io.StringIO()

    code = run([village.edit("scenario.yaml", "format: 1", "format: 2").write()], Style(github=True), out)

    assert code == 1
    assert out.getvalue().startswith("::error file=") and ",line=2,col=9,title=unknown-format::" in out.getvalue()


def test_a_baseline_forgives_what_it_holds_even_where_lines_have_moved_but_not_a_second_one(village, tmp_path):
    known = village.edit("seats/hill.yaml", "spring: {hill: 100, shared: 50, dale: 0}",
                         "spring: {hill: 90, shared: 50, dale: 0}")  # fmt: skip
    baseline = tmp_path / "known.json"
    run([known.write()], Style(baseline=baseline, write=True), io.StringIO())
    same, more = io.StringIO(), io.StringIO()

    run(
        [known.edit("seats/hill.yaml", "seat: hill", "# a line more\nseat: hill").write()],
        Style(baseline=baseline),
        same,
    )
    run(
        [known.edit("seats/hill.yaml", "wood: {hill: 100,", "wood: {hill: 99,").write()], Style(baseline=baseline), more
    )

    assert same.getvalue().endswith("0 problems (1 known)\n")
    assert more.getvalue().endswith("8 files, 0 errors, 1 warning (1 known)\n")


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2, "problems": []}', '{"format": 1, "problems": [1]}'])
def test_what_is_no_baseline_is_refused_with_its_name(village, tmp_path, text):
    baseline = tmp_path / "known.json"
    baseline.write_text(text)

    with pytest.raises(BaselineError, match=r"known\.json"):
        run([village.write()], Style(baseline=baseline), io.StringIO())

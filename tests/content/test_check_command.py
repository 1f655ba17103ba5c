"""`plenipo check`, as its user sees it."""

import io
import json

from game.authoring.check import run


def test_a_faultless_scenario_gives_one_line_and_exit_code_0(village):
    out = io.StringIO()

    code = run([village.write()], False, out)

    facts = sum(text.count("cite:") for text in village.texts.values())
    assert code == 0
    assert out.getvalue() == f"all good: 8 files, {facts} facts, 0 problems\n"


def test_each_problem_is_a_line_and_errors_give_exit_code_1(village):
    out = io.StringIO()
    spoilt = village.edit("seats/hill.yaml", "shared: 50, dale: 0", "shared: 50, dale: 1").edit(
        "scenario.yaml", "turn: 1800-01", "turn: 1800-11"
    )

    code = run([spoilt.write()], False, out)

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

    code = run([village.file("issue.yaml", "x: 1\n").write()], False, out)

    assert code == 0
    assert out.getvalue().endswith("9 files, 0 errors, 1 warning\n")


def test_json_holds_every_problem_with_its_parts(village):
    out = io.StringIO()
    spoilt = village.edit("scenario.yaml", "format: 1", "format: 2")

    code = run([spoilt.write()], True, out)

    assert code == 1
    assert json.loads(out.getvalue()) == [
        {
            "path": f"{spoilt.folder.as_posix()}/scenario.yaml",
            "line": 2,
            "column": 9,
            "severity": "error",
            "code": "unknown-format",
            "message": "this program reads format 1, the file says 2",
            "suggestion": "",
        }
    ]


def test_json_of_a_faultless_scenario_is_an_empty_list(village):
    out = io.StringIO()

    assert run([village.write()], True, out) == 0
    assert json.loads(out.getvalue()) == []


def test_a_scenario_that_is_not_there_is_a_problem_among_the_others(village):
    out = io.StringIO()

    code = run(["no-such-place", village.write()], False, out)

    assert code == 1
    assert out.getvalue().splitlines()[0].startswith("no-such-place: error unknown-scenario: ")

"""What an author promises, put to the test: measures, intervals, verdicts, and the exit code of `check --tests`."""

import io
import json
import shutil
from pathlib import Path

import pytest
from attrs import evolve

from game.authoring.check import Style, run
from game.authoring.promises import MEASURES, Proof, prove
from game.cli import main
from game.content import load
from game.engine.errors import GameError
from game.engine.promise import Promise

VILLAGES = Path(__file__).resolve().parents[2] / "scenarios" / "two-villages"
GAMES = 6


def promised(measure="ending ratified", **changes):
    return Promise("p", "It is so", measure, games=GAMES, **changes)


def proven(*measures, **changes):
    """What so many games of the two villages say of each measure."""
    scenario = evolve(load("two-villages"), promises=tuple(promised(measure, **changes) for measure in measures))
    return prove(scenario, "two-villages", workers=1)


@pytest.mark.parametrize(
    ("hits", "runs", "low", "high"),
    [
        (8, 10, 49.0, 94.3),  # z = 1.96: (0.8 + 0.19208 -+ 1.96 sqrt(0.016 + 0.009604)) / 1.38416
        (0, 10, 0.0, 27.8),  # 0.38416 / 1.38416
        (10, 10, 72.2, 100.0),
        (1, 2, 9.5, 90.5),  # (0.5 + 0.9604 -+ 1.96 sqrt(0.125 + 0.2401)) / 2.9208
    ],
)
def test_the_interval_of_a_share_is_wilsons(hits, runs, low, high):
    assert Proof(promised(), hits, runs).interval == pytest.approx((low, high), abs=0.06)


def test_where_nothing_was_counted_nothing_is_known():
    proof = Proof(promised(at_least=99, at_most=1), 0, 0)

    assert (proof.share, proof.interval, proof.kept) == (0, (0, 100), True)


@pytest.mark.parametrize(
    ("least", "most", "kept"),
    # eight of ten: from 49.02 to 94.33
    [(94, None, True), (95, None, False), (None, 50, True), (None, 49, False), (60, 70, True), (96, 100, False)],
)
def test_a_promise_is_broken_when_the_whole_interval_lies_outside_its_bounds(least, most, kept):
    proof = Proof(promised(at_least=least, at_most=most), 8, 10)

    assert proof.kept is kept
    assert str(proof).startswith("kept: p: " if kept else "BROKEN: p: ")


def test_a_proof_says_its_figures_its_bounds_and_what_was_promised():
    proof = Proof(promised(at_least=95, at_most=99.5), 8, 10)

    assert str(proof) == "BROKEN: p: 80.0 % (49.0–94.3) of 10, at least 95 and at most 99.5: It is so"


def test_endings_and_clauses_of_treaties_are_counted():
    ratified, *others = proven("ending ratified", "ending refused_at_home", "ending no_treaty", "ending war")
    clauses = proven("clause spring hill", "clause spring shared", "clause spring dale")

    assert ratified.runs == GAMES
    assert ratified.hits + sum(each.hits for each in others) == GAMES
    assert [each.runs for each in clauses] == [ratified.hits] * 3
    assert sum(each.hits for each in clauses) == ratified.hits


def test_cards_and_the_choices_of_those_who_were_asked_are_counted():
    fair, drought, shared, refused = proven(
        "card fair", "card drought", "choice drought share", "choice drought refuse"
    )

    assert 0 <= fair.hits <= fair.runs == drought.runs == GAMES
    assert shared.runs == refused.runs == drought.hits
    assert shared.hits + refused.hits == drought.hits


def test_a_fate_is_counted_where_a_scenario_tells_one(tmp_path):
    folder = villages(tmp_path, "promises: []\n")
    tell = "  - {id: told, title: T, text: T, when: turn >= 1, cite: [INVENTED throughout A]}\n"
    (folder / "fates.yaml").write_text(f"fates:\n{tell}{tell.replace('told', 'never')}", encoding="utf-8")
    scenario = evolve(load(folder), promises=(promised("fate told"), promised("fate never")))

    assert [proof.hits for proof in prove(scenario, str(folder), workers=1)] == [GAMES, 0]


def test_a_text_passes_a_seat_when_it_passes_all_its_votes():
    hill, dale = proven("passes hill old-bargain", "passes dale old-bargain")

    # elders 70 - 15 = 55 and shepherds 55 - 22.5 - 6 = 26.5 points for it: 99 in a hundred, and chance moves nine;
    # millers 22.5 - 25 and woodcutters 30 - 50 - 4 against it: 26 in a hundred
    assert (hill.hits, hill.runs) == (GAMES, GAMES)
    assert (dale.hits, dale.runs) == (0, GAMES)


def test_promises_about_the_same_games_share_them_and_a_seed_is_a_seed():
    one, again = proven("ending ratified", "ending ratified")
    (alone,) = proven("ending ratified")

    assert one.hits == again.hits == alone.hits


@pytest.mark.parametrize(
    ("measure", "sentence"),
    [
        ("endings ratified", "'endings ratified' measures nothing (did you mean 'ending'?); there are: ending NAME: "),
        ("ending", "'ending' measures nothing; there are: "),
        ("clause spring", "'clause spring' measures nothing"),
        ("ending ratified soon", "measures nothing"),
        ("", "'' measures nothing; there are: "),
        ("ending ratifed", "no ending is called 'ratifed' (did you mean 'ratified'?)"),
        ("fate shared", "no fate is called 'shared'"),
        ("clause sprin shared", "no issue is called 'sprin' (did you mean 'spring'?)"),
        ("clause spring shard", "no option is called 'shard' (did you mean 'shared'?)"),
        ("card draught", "no card is called 'draught' (did you mean 'drought'?)"),
        ("choice draught share", "no card is called 'draught'"),
        ("choice drought shares", "no choice is called 'shares' (did you mean 'share'?)"),
        ("passes hil old-bargain", "no seat is called 'hil' (did you mean 'hill'?)"),
        ("passes hill old-bargin", "no treaty of two-villages is called 'old-bargin' (did you mean 'old-bargain'?)"),
    ],
)
def test_a_measure_that_means_nothing_is_refused_with_the_nearest(measure, sentence):
    with pytest.raises(GameError) as caught:
        proven(measure)

    assert sentence in str(caught.value)


def test_every_measure_is_listed_to_who_misspells_one():
    with pytest.raises(GameError) as caught:
        proven("nothing")

    assert all(line in str(caught.value) for line in MEASURES.values())


def villages(tmp_path: Path, tests: str) -> Path:
    """The two villages with a tests.yaml, in a folder of their own."""
    folder = tmp_path / "villages"
    shutil.copytree(VILLAGES, folder)
    (folder / "tests.yaml").write_text(tests, encoding="utf-8")
    return folder


def checked(folder: Path, as_json=False, tests=True):
    out = io.StringIO()
    return run([folder], Style(as_json=as_json, tests=tests), out), out.getvalue()


KEPT = "  - {id: meet, text: They meet, measure: ending no_table, games: 5, seed: x, at_most: 0}\n"
BROKEN = "  - {id: shun, text: They never meet, measure: ending no_table, games: 5, seed: x, at_least: 50}\n"
# none of five: 0 to 3.8416/5 / (1 + 3.8416/5) = 43.4 per cent


def test_kept_promises_leave_the_check_at_exit_code_0(tmp_path):
    code, out = checked(villages(tmp_path, f"promises:\n{KEPT}"))

    assert code == 0
    assert "kept: meet: 0.0 % (0.0–43.4) of 5, at most 0: They meet\n" in out


def test_a_broken_promise_makes_the_exit_code_1_and_is_shown_beside_the_kept(tmp_path):
    code, out = checked(villages(tmp_path, f"promises:\n{KEPT}{BROKEN}"))

    assert code == 1
    assert [line.partition(": ")[0] for line in out.splitlines()[:2]] == ["kept", "BROKEN"]
    assert "0 problems" in out


def test_promises_are_put_to_the_test_only_when_asked(tmp_path):
    assert checked(villages(tmp_path, f"promises:\n{BROKEN}"), tests=False)[0] == 0


def test_promises_of_a_scenario_with_errors_are_not_tested(tmp_path):
    code, out = checked(villages(tmp_path, f"promises:\n{BROKEN.replace('text', 'txet')}"))

    assert (code, "BROKEN" in out) == (1, False)


def test_json_holds_promises_after_problems(tmp_path):
    code, out = checked(villages(tmp_path, f"promises:\n{BROKEN}"), as_json=True)

    (told,) = json.loads(out)
    assert code == 1
    assert (told["promise"], told["kept"], told["runs"], told["share"]) == ("shun", False, 5, 0)
    assert told["interval"] == pytest.approx([0, 100 * 0.76832 / 1.76832])


def test_the_command_knows_the_word_tests(tmp_path):
    assert main(["check", "--tests", str(villages(tmp_path, f"promises:\n{BROKEN}"))]) == 1

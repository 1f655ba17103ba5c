"""The results that other tools rely on: their shapes, and that they agree with the games they are about."""

import pytest

from game.content import load
from game.engine.record import state_digest
from game.engine.score import scores
from game.players import STATESMAN
from game.session.match import Match, new_match
from game.session.save import save_match
from game.session.selfplay import Plan, play

VILLAGES = load("two-villages")


@pytest.fixture
def game() -> Match:
    """A game the statesmen have played to its end."""
    match = new_match(VILLAGES, players={"hill": STATESMAN, "dale": STATESMAN}, seed="3")
    for _ in match.advance():
        pass
    return match


def test_simulate_has_the_promised_shape(plenipo):
    said = plenipo("simulate two-villages --games 3 --seed 8 --json")

    result = said.result
    assert said.code == 0
    assert said.err == ""
    assert {key: result[key] for key in ("scenario", "start", "length", "games", "seed")} == {
        "scenario": "two-villages",
        "start": "spring",
        "length": "crisis",
        "games": 3,
        "seed": "8",
    }
    assert result["seconds"] >= 0
    assert set(result["endings"]) >= {"ratified", "refused_at_home", "no_treaty", "war"}
    assert sum(result["endings"].values()) == 3
    assert {seat: set(each) for seat, each in result["scores"].items()} == {
        "hill": {"mean", "p10", "p90"},
        "dale": {"mean", "p10", "p90"},
    }
    assert set(result["distance"]["old-bargain"]) == {"mean"}
    assert set(result["median_distance"]) == {"old-bargain"}
    assert set(result["refused"]) == {"hill", "dale"}
    assert result["wars"] >= result["endings"]["war"]
    for counts in result["issues"].values():
        assert sum(counts.values()) == result["endings"]["ratified"]


def test_simulate_without_a_treaty_counts_no_clause_and_no_distance(plenipo):
    result = plenipo("simulate two-villages --games 2 --seat hill=stubborn --seat dale=stubborn --json").result

    assert result["endings"]["ratified"] == 0
    assert sum(sum(counts.values()) for counts in result["issues"].values()) == 0
    assert result["distance"] == {"old-bargain": {"mean": None}}
    assert result["median_distance"] == {"old-bargain": None}
    assert result["recovered"] == 0


def test_simulate_tells_how_many_games_came_to_each_fate_and_the_rows_add_up(plenipo):
    result = plenipo("simulate ili-1871 --start 1880 --games 4").out

    told = result.partition("What was told of them")[2].partition("\n\n")[0].splitlines()[1:]
    fates = {name: int(count) for name, count, *_ in (row.split() for row in told)}
    assert set(fates) == {fate.id for fate in load("ili-1871").fates}
    assert sum(fates.values()) == 4
    assert "refused in Peking" in result


def test_simulate_counts_refusals_and_what_came_after_them(plenipo):
    report = plenipo("simulate ili-1871 --start 1878 --games 3 --seed 1 --json").result
    results = [each for batch in play(Plan("ili-1871", "1", "1878"), 3, 1) for each in batch]

    assert report["refused"]["qing"] == sum("qing" in each.refusals for each in results)
    assert report["recovered"] == sum(bool(each.refusals and each.treaty) for each in results)
    middle = sorted(each.distance["livadia-1879"] for each in results if each.treaty)
    assert len(middle) == 3 and report["median_distance"]["livadia-1879"] == round(middle[1], 4)


def test_simulate_gives_the_same_numbers_on_any_number_of_workers(plenipo):
    alone = plenipo("simulate two-villages --games 6 --seat hill=random --workers 1 --json").result
    shared = plenipo("simulate two-villages --games 6 --seat hill=random --workers 2 --json").result

    assert {**alone, "seconds": 0} == {**shared, "seconds": 0}


def test_simulate_changes_with_the_seed(plenipo):
    one = plenipo("simulate two-villages --games 4 --seat hill=random --seed 1 --json").result
    two = plenipo("simulate two-villages --games 4 --seat hill=random --seed 2 --json").result

    assert one["scores"] != two["scores"]


def test_compare_with_itself_is_at_distance_0_with_a_source_for_every_clause(plenipo):
    result = plenipo("compare two-villages --terms old-bargain --json").result

    reference = result["references"][0]
    assert result["scenario"] == "two-villages"
    assert result["terms"] == {"spring": "shared", "wood": "hill"}
    assert result["nearest"] == reference["id"] == "old-bargain"
    assert reference["distance"] == 0
    assert [(each["issue"], each["yours"], each["theirs"], each["sources"]) for each in reference["clauses"]] == [
        ("spring", "shared", "shared", ["INVENTED throughout A"]),
        ("wood", "hill", "hill", ["INVENTED throughout A"]),
    ]


def test_compare_says_on_which_clause_and_towards_whom_a_text_differs(plenipo, tmp_path):
    terms = tmp_path / "terms.txt"
    terms.write_text("spring=dale wood=hill", encoding="utf-8")

    result = plenipo(f"compare two-villages --terms {terms} --json").result

    # The spring has three rungs and weighs 35 for Hill, 65 for Dale: one rung of two, times half of all weight.
    assert result["references"][0]["distance"] == 0.25
    differences = [each["difference"] for each in result["references"][0]["clauses"]]
    assert differences == ["1 rung nearer to the wish of Dale than “Day and night”", "the same"]


def test_compare_tells_which_clauses_were_left_out(plenipo, tmp_path):
    terms = tmp_path / "terms.txt"
    terms.write_text("spring=dale", encoding="utf-8")

    said = plenipo(f"compare two-villages --terms {terms}")

    assert said.code == 0
    assert said.err == "nothing is said about wood: the status quo is taken\n"
    assert "Hill fells" in said.out


def test_compare_takes_a_recorded_game(plenipo, game, tmp_path):
    path = save_match(game, tmp_path / "game.txt")

    result = plenipo(f"compare {path} --json").result

    assert result["terms"] == game.state.outcome.treaty


def test_consent_counts_each_seat_though_the_other_refused_first(plenipo, tmp_path):
    terms = tmp_path / "terms.txt"
    terms.write_text("spring=dale wood=dale", encoding="utf-8")

    result = plenipo(f"consent two-villages --terms {terms} --runs 4 --seed 2 --json").result

    assert (result["seats"]["hill"]["ratified"], result["seats"]["hill"]["runs"]) == (0, 4)
    assert (result["seats"]["dale"]["ratified"], result["seats"]["dale"]["runs"]) == (4, 4)
    assert result["ratified"] == 0
    assert [each["id"] for each in result["seats"]["hill"]["factions"]] == ["elders", "shepherds"]
    for seat, low, high in (("hill", 0, 0.1), ("dale", 0.9, 1)):
        assert all(low <= each["mean_support"] <= high for each in result["seats"][seat]["factions"])


def test_consent_gives_the_same_counts_on_any_number_of_workers(plenipo):
    alone = plenipo("consent two-villages --terms old-bargain --runs 4 --workers 1 --json").out
    shared = plenipo("consent two-villages --terms old-bargain --runs 4 --workers 2 --json").out

    assert alone == shared


def test_the_old_bargain_breaks_in_the_barn_as_its_history_says(plenipo):
    result = plenipo("consent two-villages --terms old-bargain --runs 20 --json").result

    assert result["seats"]["hill"]["ratified"] == 20
    assert result["seats"]["dale"]["ratified"] <= 5


def test_replay_reports_the_game_that_was_saved(plenipo, game, tmp_path):
    path = save_match(game, tmp_path / "game.txt")

    said = plenipo(f"replay {path} --json")

    outcome = game.state.outcome
    assert said.code == 0
    assert {key: said.result[key] for key in ("ending", "turn", "terms", "digest", "scores")} == {
        "ending": outcome.ending,
        "turn": outcome.turn,
        "terms": outcome.treaty,
        "digest": state_digest(game.state),
        "scores": scores(game.state),
    }


def test_replay_of_a_game_that_stops_before_the_end_has_no_ending(plenipo, game, tmp_path):
    game.actions = game.actions[:5]
    path = save_match(game, tmp_path / "game.txt")

    said = plenipo(f"replay {path} --json")

    assert said.code == 0
    assert (said.result["ending"], said.result["terms"], said.result["scores"]) == (None, None, {})


def test_replay_of_a_damaged_record_says_so_and_reports_what_is_sound(plenipo, game, tmp_path):
    path = save_match(game, tmp_path / "game.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:-3], encoding="utf-8")

    said = plenipo(f"replay {path} --json")

    assert said.code == 1
    assert "is cut off" in said.err
    assert len(said.err.splitlines()) == 1
    assert said.result["actions"] == len(game.actions) - 1


@pytest.mark.parametrize("line", ["scenarios", "players", "doctor"])
def test_a_list_is_the_same_for_people_and_for_programs(plenipo, line):
    plain, shown = plenipo(line), plenipo(f"{line} --json").result

    for each in shown:
        assert str(each.get("id") or each.get("name") or each["what"]) in plain.out


def test_doctor_finds_nothing_wrong_where_the_tests_run(plenipo):
    said = plenipo("doctor")

    assert said.code == 0
    assert all(line.startswith("ok ") for line in said.out.splitlines())


def test_doctor_sees_both_pygames_and_a_folder_that_cannot_be_written(plenipo, monkeypatch, tmp_path):
    from game.authoring import doctor

    monkeypatch.setattr(doctor, "version", lambda name: "2.6")
    blocked = tmp_path / "a-file"
    blocked.touch()
    monkeypatch.setenv("PLENIPO_HOME", str(blocked))

    said = plenipo("doctor --json")

    assert said.code == 1
    assert [each["what"] for each in said.result if not each["ok"]] == ["pygame", "saves"]


def test_check_is_passed_on(plenipo):
    assert plenipo("check two-villages --json").result == []

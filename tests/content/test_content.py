"""From a folder to a scenario: loading, the digest, and files that are missing, strange or broken."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import ScenarioError, Severity, examine, load
from game.content.folder import read_folder
from game.engine.condition import parse_condition
from game.engine.effect import Effect
from game.engine.scenario import Shown, Target, Verb
from game.engine.source import Citation, Confidence


def test_every_kind_of_value_arrives_in_the_scenario_as_it_was_written(village):
    scenario = load(village.write())

    assert scenario.seat_ids == ("hill", "dale")
    assert scenario.order["stand"].does is Verb.STAND and scenario.order["stand"].target is Target.CLAUSE
    assert scenario.meter["readiness"].shown is Shown.BLURRED
    assert (scenario.meter["tension"].rest, scenario.meter["capital"].rest) == (25, None)
    assert scenario.order["calm"].cost == {"capital": 1}
    assert scenario.order["mobilise"].effects == (Effect("own.readiness", 10), Effect("tension", 6))
    assert scenario.order["mobilise"].when == parse_condition("turn >= 2")
    assert scenario.card["drought"].choice("share").historical
    assert scenario.briefs["dale"].factions[0].worth == {"spring": {"shared": 30}}
    assert scenario.briefs["hill"].waiting == 0.7
    assert scenario.cite == (Citation("INVENTED", "throughout", Confidence.A),)
    assert scenario.people.consequences[1].clauses == {"wood": ("hill",), "spring": ("shared", "dale")}
    assert scenario.war is None


def test_a_comma_before_the_confidence_is_no_part_of_the_place(village):
    scenario = load(village.edit("seats/hill.yaml", "INVENTED throughout A", "INVENTED throughout, p. 3, A").write())

    places = {each.place for each in scenario.briefs["hill"].cite}

    assert places == {"throughout, p. 3"}


def test_cards_of_several_files_stand_in_the_order_of_the_files_and_are_faulted_in_theirs(village):
    text = village.texts["events/months.yaml"].replace("id: ", "id: a-", 4).replace("- id: a-stray", "- id: stray")
    more = village.file("events/again.yaml", "cards:\n  - id: early\n    ¶titel: E\n    title: E\n    text: T\n")

    problems = more.problems()

    assert "id: a-drought" in text
    assert {each.code for each in problems} == {"unknown-key", "news-without-source"}
    assert more.marked in [more.spot(each) for each in problems]


def test_a_scenario_with_errors_is_not_loaded_and_all_of_them_are_told(village):
    spoilt = village.edit("issues.yaml", "status_quo: hill", "status_quo: hil")
    spoilt = spoilt.edit("scenario.yaml", "format: 1", "format: 9")

    with pytest.raises(ScenarioError) as caught:
        load(spoilt.write())

    assert [each.code for each in caught.value.problems] == ["status-quo-not-an-option", "unknown-format"]
    assert "issues.yaml:6:17: error status-quo-not-an-option: no option is called 'hil' (did you mean 'hill'?)" in str(
        caught.value
    )


def test_a_scenario_with_warnings_only_is_loaded(village):
    warned = village.edit("seats/hill.yaml", "shared: 50, dale: 0", "shared: 50, dale: 1")

    scenario, problems = examine(warned.write())

    assert scenario is not None
    assert [each.code for each in problems] == ["worth-not-full"]


@pytest.mark.parametrize("name", ["scenario.yaml", "issues.yaml"])
def test_a_missing_file_is_told_alone(village, name):
    problems = village.without(name).problems()

    assert [(each.code, each.line) for each in problems] == [("missing-file", 0)]
    assert problems[0].path.endswith(f"/villages/{name}")


def test_an_empty_folder_is_told_and_not_a_crash(tmp_path):
    scenario, problems = examine(tmp_path)

    assert scenario is None
    assert {each.code for each in problems} == {"missing-file"}


@pytest.mark.parametrize(
    ("name", "near"),
    [("issue.yaml", "issues.yaml"), ("event/months.yaml", "events/months.yaml"), ("people.yml", "people.yaml")],
)
def test_a_file_that_nothing_reads_is_warned_of(village, name, near):
    problems = village.file(name, "x: 1\n").problems()

    assert [(each.code, each.suggestion) for each in problems] == [("unread-file", near)]


@pytest.mark.parametrize("name", ["roles.yaml"])
def test_files_for_other_parts_of_the_program_are_let_be(village, name):
    assert village.file(name, "x: 1\n").problems() == ()


def test_an_unreadable_seat_is_not_taken_for_a_missing_one(village):
    problems = village.file("seats/dale.yaml", "seat: dale: x\n").problems()

    assert [each.code for each in problems] == ["not-yaml"]


def test_a_folder_of_too_many_files_is_not_read(village):
    folder = village.write()
    for number in range(500):
        (folder / "events" / f"{number}.yaml").touch()

    _, problems = examine(folder)

    assert [each.code for each in problems] == ["too-many-files"]


def test_a_file_in_another_encoding_is_told_with_its_line(village):
    folder = village.write()
    (folder / "people.yaml").write_bytes("columns:\n  a: Höhe\n".encode("latin-1"))

    _, problems = examine(folder)

    assert [(each.code, each.line) for each in problems if each.code == "not-utf-8"] == [("not-utf-8", 2)]


def test_a_file_saved_with_a_byte_order_mark_is_read(village):
    assert village.file("people.yaml", "\ufeff" + village.texts["people.yaml"]).problems() == ()


def test_the_digest_does_not_change_with_line_ends(village):
    first = load(village.write()).digest

    for name, text in village.texts.items():
        (village.folder / name).write_text(text, encoding="utf-8", newline="\r\n")

    assert load(village.folder).digest == first
    assert len(first) == 16 and int(first, 16) >= 0


def test_the_digest_changes_with_any_word_and_with_any_file_name(village):
    first = load(village.write()).digest
    second = load(village.edit("people.yaml", "The herders", "The Herders").write()).digest
    (village.folder / "events/months.yaml").rename(village.folder / "events/moons.yaml")

    assert len({first, second, load(village.folder).digest}) == 3


BREAKS = ["", ":", ": [a, {b: c}]", ": {a: 1, b: [x]}", ": 7", ": *x", "- "]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 10**6), st.sampled_from(BREAKS)), min_size=1, max_size=3))
def test_no_spoilt_line_makes_the_check_itself_fail(village, breaks):
    texts = dict(village.texts)
    for file, line, end in breaks:
        name = sorted(texts)[file]
        lines = texts[name].split("\n")
        lines[line % len(lines)] = lines[line % len(lines)].partition(":")[0] + end if end else ""
        texts[name] = "\n".join(lines)

    scenario, problems = examine(evolve(village, texts=texts).write())

    assert (scenario is None) == any(each.severity is Severity.ERROR for each in problems)


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_is_read(village, monkeypatch):
    folder, open_file = village.write(), Path.read_bytes

    def read_bytes(path):
        if path.name == "people.yaml":
            raise PermissionError(13, "Permission denied")
        return open_file(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    draft = read_folder(folder)

    assert [(each.code, each.message) for each in draft.problems] == [("unreadable-file", "Permission denied")]
    assert [seat.id for seat in draft.scenario.seats] == ["hill", "dale"]


def test_pairs_that_are_torn_are_told_once_and_nothing_is_blamed_for_them(village):
    torn = village.edit("seats/hill.yaml", "weights: {spring: 35, wood: 65}", "weights: {spring: 35, spring: 65}")

    assert [each.code for each in torn.problems()] == ["duplicate-key"]

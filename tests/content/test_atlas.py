"""Reading and checking the maps of a scenario: every mistake is told with its line, and none stops the game."""

import json
from pathlib import Path

import pytest

from game.content import Severity, load
from game.content.atlas import read_atlas
from game.content.atlas_check import examine_maps

CITE = ["INVENTED throughout A"]
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]}
POINT = {"type": "Point", "coordinates": [1, 2]}
CHART = {"title": {"en": "A plan"}, "projection": "plane", "box": [0, 0, 9, 9], "home": [1, 1, 8, 8]}
COLUMN = {"id": "a", "seat": "hill", "names": {"en": "A"}, "note": "N.", "cite": CITE}
ZONES = [
    {"issue": issue, "option": "hill", "holder": "hill", "shows": "Land.", "cite": CITE} for issue in ("spring", "wood")
]


def written(
    folder: Path, name: str, features: list[dict[str, object]], geometry: object = SQUARE, **head: object
) -> Path:
    """A GeoJSON file with a feature a line, so that a problem's line is easily told."""
    rows = [json.dumps({"type": "Feature", "properties": each, "geometry": geometry}) for each in features]
    top = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items())
    path = folder / "map" / f"{name}.geojson"
    path.parent.mkdir(exist_ok=True)
    path.write_text("{\n" + top + '"features": [\n' + ",\n".join(rows) + "\n]}\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder with a good map of the two villages."""
    written(tmp_path, "plan", [], **CHART)
    written(tmp_path, "zones", ZONES)
    written(tmp_path, "places", [{"number": 1, "kind": "village", "names": {"en": "Hill"}, "cite": CITE}], POINT)
    return tmp_path


def codes(folder: Path) -> list[str]:
    return [each.code for each in examine_maps(folder, load("two-villages"))]


def test_a_folder_without_maps_has_an_empty_atlas_and_no_problem(tmp_path):
    assert read_atlas(tmp_path).atlas.charts == ()
    assert codes(tmp_path) == []


def test_points_lines_and_rings_are_read_as_they_are_written(folder):
    atlas = read_atlas(folder).atlas

    assert atlas.places[0].point == (1, 2)
    assert atlas.zones[0].parts == (((0, 0), (2, 0), (2, 2), (0, 0)),)
    assert atlas.charts[0].home == (1, 1, 8, 8)
    assert codes(folder) == []


def test_what_an_option_lights_comes_with_what_its_issue_lights(folder):
    rows = [
        {"issue": "wood", "says": "Trees.", "cite": CITE},
        {"issue": "wood", "option": "hill", "says": "Axes.", "cite": CITE},
    ]
    written(folder, "lights", rows, None)
    atlas = read_atlas(folder).atlas

    assert [each.says for each in atlas.lit_by("wood", "hill")] == ["Trees.", "Axes."]
    assert [each.says for each in atlas.lit_by("wood", "dale")] == ["Trees."]


@pytest.mark.parametrize(
    ("name", "feature", "code"),
    [
        ("zones", {**ZONES[0], "issue": "springs"}, "unknown-issue"),
        ("zones", {**ZONES[0], "option": "hills"}, "unknown-option"),
        ("zones", {**ZONES[0], "holder": "vale"}, "unknown-seat"),
        ("zones", {**ZONES[0], "cite": ["INVENT throughout A"]}, "unknown-source"),
        ("zones", {**ZONES[0], "cite": []}, "fact-without-source"),
        ("zones", {**ZONES[0], "color": "red"}, "unknown-key"),
        ("zones", {"issue": "spring", "option": "hill", "holder": "hill"}, "missing-field"),
        ("lights", {"issue": "wood", "says": "S.", "places": [7], "cite": CITE}, "unknown-place"),
        ("lights", {"issue": "wood", "says": "S.", "lines": ["road"], "cite": CITE}, "unknown-line"),
        ("lines", {"id": "a", "kind": "route", "names": {}, "places": [[1, 9]], "cite": CITE}, "unknown-place"),
        ("columns", {**COLUMN, "seat": "vale"}, "unknown-seat"),
        ("columns", {**COLUMN, "meters": {"snow": [0, 9]}}, "unknown-meter"),
        ("columns", {**COLUMN, "chapters": ["autumn"]}, "unknown-start"),
        ("columns", {**COLUMN, "cards": ["drought.drink"]}, "unknown-choice"),
        ("sketch", {"kind": "volcano"}, "unknown-kind"),
        ("sketch", {"kind": "river", "names": {"ru": "Река"}}, "no-english"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(folder, name, feature, code):
    head = CHART if name == "sketch" else {}
    good = [*ZONES] if name == "zones" else []
    path = written(folder, name, [*good, feature], **head)

    found = [each for each in examine_maps(folder, load("two-villages")) if each.code == code]

    lines = path.read_text(encoding="utf-8").splitlines()
    assert [Path(each.path).name for each in found] == [path.name]
    assert json.dumps(feature)[1:-1] in lines[found[0].line - 1]
    assert found[0].severity is Severity.WARNING


def test_a_wrong_word_is_answered_with_the_nearest(folder):
    written(folder, "zones", [*ZONES, {**ZONES[0], "option": "hil"}])

    (problem,) = examine_maps(folder, load("two-villages"))

    assert problem.suggestion == "hill"


def test_an_issue_that_nothing_shows_is_told(folder):
    written(folder, "zones", ZONES[:1])

    (problem,) = examine_maps(folder, load("two-villages"))

    assert problem.code == "dark-issue"
    assert "'wood'" in problem.message


def test_a_box_needs_four_numbers(folder):
    written(folder, "plan", [], **{**CHART, "home": [1, 2, 3]})

    assert codes(folder) == ["bad-box"]


def test_a_file_that_is_no_geojson_is_told_and_the_others_are_read(folder):
    (folder / "map" / "lights.geojson").write_text("{", encoding="utf-8")

    reading = read_atlas(folder)

    assert reading.problems
    assert len(reading.atlas.zones) == len(ZONES)


def test_a_coordinate_that_is_no_number_is_told(folder):
    written(
        folder,
        "places",
        [{"number": 1, "kind": "village", "names": {"en": "Hill"}}],
        {"type": "Point", "coordinates": ["x", 2]},
    )

    assert codes(folder) == ["wrong-type"]

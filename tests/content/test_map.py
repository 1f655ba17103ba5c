"""The maps of our scenarios: whole, well formed, cited, and in step with the clauses they show."""

import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from game.content import load
from game.content.atlas import read_atlas
from game.content.atlas_check import examine_maps
from game.content.projection import read_projection

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "scenarios" / "ili-1871"
SCENARIO = load(FOLDER)
FILES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (FOLDER / "map").glob("*.geojson")}
PLACES, LINES, ZONES = (FILES[name]["features"] for name in ("places", "lines", "zones"))
TERRITORIAL = ("core", "tekes", "strip", "zaisan", "kashgar")
ATLAS = read_atlas(FOLDER).atlas

Point = tuple[float, float]


def named(features: list[dict[str, Any]], **wanted: Any) -> dict[str, Any]:
    """The one feature whose properties are as *wanted*."""
    (found,) = (each for each in features if wanted.items() <= each["properties"].items())
    return found


def zone(issue: str, option: str) -> list[Point]:
    return [(x, y) for x, y in named(ZONES, issue=issue, option=option)["geometry"]["coordinates"][0]]


def points(geometry: dict[str, Any]) -> list[Point]:
    """Every point of a geometry, however deep its lists are."""
    found = [geometry["coordinates"]]
    while not all(isinstance(each[0], int | float) for each in found):
        found = [part for each in found for part in ([each] if isinstance(each[0], int | float) else each)]
    return [(x, y) for x, y in found]


def turn(a: Point, b: Point, c: Point) -> float:
    """Twice the area of the triangle, positive where the way from *a* by *b* to *c* turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two pieces meet anywhere but in a shared end."""
    if set(one) & set(other):
        return False
    (a, b), (c, d) = one, other
    apart = turn(a, b, c) * turn(a, b, d) > 0 or turn(c, d, a) * turn(c, d, b) > 0
    boxes = all(max(min(a[k], b[k]), min(c[k], d[k])) <= min(max(a[k], b[k]), max(c[k], d[k])) for k in (0, 1))
    return boxes and not apart


def crossings(ring: list[Point]) -> list[tuple[Any, Any]]:
    return [pair for pair in combinations(pairwise(ring), 2) if cross(*pair)]


def area(ring: list[Point]) -> float:
    """Square degrees, positive where the ring runs against the clock (the surveyor's formula)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def within(point: Point, ring: list[Point]) -> bool:
    """Whether a ray to the east leaves *ring* an odd number of times more than it enters."""
    x, y = point
    hits = (a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y))
    return sum(hit > x for hit in hits) % 2 == 1


def place(number: int) -> Point:
    x, y = named(PLACES, number=number)["geometry"]["coordinates"]
    return x, y


def test_the_ring_test_knows_a_knot_from_a_square():
    square = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]
    knot = [(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]
    spike = [(0, 0), (2, 0), (2, 2), (1, 0), (0, 2), (0, 0)]

    assert crossings(square) == []
    assert crossings(knot) != []
    assert crossings(spike) != []


def test_every_territorial_option_has_one_zone_or_says_why_not():
    shown = [(each["properties"]["issue"], each["properties"]["option"]) for each in ZONES]
    excused = [(each["issue"], each["option"]) for each in FILES["zones"]["without_zone"]]
    wanted = [(issue.id, option.id) for issue in SCENARIO.issues if issue.id in TERRITORIAL for option in issue.options]

    assert sorted(shown + excused) == sorted(wanted)
    assert all(len(each["why"]) > 20 for each in FILES["zones"]["without_zone"])


@pytest.mark.parametrize("feature", ZONES, ids=lambda each: "/".join(list(each["properties"].values())[:2]))
def test_a_zone_is_one_closed_ring_that_never_meets_itself(feature):
    (coordinates,) = feature["geometry"]["coordinates"]
    ring = [(x, y) for x, y in coordinates]

    assert ring[0] == ring[-1]
    assert len(set(ring)) == len(ring) - 1 >= 3
    assert crossings(ring) == []
    assert area(ring) > 0


def test_a_zone_says_what_it_shows_and_who_holds_the_land():
    holders = {*SCENARIO.seat_ids, "divided"}

    assert {each["properties"]["holder"] for each in ZONES} <= holders
    assert all(each["properties"]["shows"].endswith(".") for each in ZONES)


def test_zones_and_treaty_lines_lie_on_the_region_s_picture():
    conic = read_projection(ROOT / "assets" / "map" / "projection.json")["ili-base"]
    north = named(LINES, id="line_1864_north")["geometry"]
    drawn = [each["geometry"] for each in (*ZONES, *LINES) if each["properties"].get("kind") != "route"]

    for geometry in drawn:
        for x, y in (conic.pixel(*point) for point in points(geometry)[2 * (geometry is north) :]):
            assert 0 < x < conic.width and 0 < y < conic.height


@pytest.mark.parametrize("name", ["places", "lines"])
def test_places_and_roads_lie_between_petersburg_livadia_and_the_ussuri(name):
    for feature in FILES[name]["features"]:
        for lon, lat in points(feature["geometry"]):
            assert 30 < lon < 136 and 30 < lat < 60


def test_every_place_of_the_gazetteer_is_there_once():
    assert [each["properties"]["number"] for each in PLACES] == list(range(1, 81))


@pytest.mark.parametrize("name", ["places", "lines"])
def test_everything_with_a_name_has_it_in_english(name):
    letters = {"en": r"[A-Z][\w' ü.,-]+", "zh": r"[\u4e00-\u9fff]+", "ru": r"[А-Я][а-я]+(-[А-Я][а-я]+)*"}

    for feature in FILES[name]["features"]:
        names = feature["properties"]["names"]
        assert "en" in names
        assert all(re.fullmatch(letters[language], text) for language, text in names.items()), names


@pytest.mark.parametrize("name", ["places", "lines", "zones", "lights", "columns"])
def test_every_feature_has_citations_whose_source_exists(name):
    for feature in (*FILES[name]["features"], *FILES[name].get("without_zone", ())):
        cite = feature.get("properties", feature)["cite"]
        matches = [re.fullmatch(r"(\S+) (.+) ([ABC])", text) for text in cite]
        assert matches and all(match and match[1] in SCENARIO.sources for match in matches), cite


@pytest.mark.parametrize("name", ["places", "lines", "zones", "lights", "columns"])
def test_a_feature_is_no_surer_than_the_least_sure_research_it_rests_on(name):
    for feature in FILES[name]["features"]:
        properties = feature["properties"]
        marks = [text[-1] for text in properties["cite"] if re.match(r"DOSSIER §8\.[134]|DOSSIER §3", text)]
        assert properties["confidence"] >= max(marks, default="A"), properties


def test_a_road_goes_through_the_places_it_names():
    for feature in LINES:
        if feature["properties"]["kind"] == "route":
            geometry = feature["geometry"]
            stations = [place(number) for part in feature["properties"]["places"] for number in part]
            assert points(geometry) == stations


def test_the_towns_of_the_valley_and_no_others_lie_in_the_zones_that_name_them():
    kulja, huiyuan, suidun, borokhudzir, kaldzhat = (place(number) for number in (1, 2, 3, 10, 12))
    district, core, strip = zone("core", "annexed"), zone("core", "package"), zone("strip", "khorgos")

    assert all(within(town, core) and within(town, district) for town in (kulja, huiyuan, suidun))
    assert not within(place(73), district) and not within(place(39), district)
    assert within(suidun, zone("strip", "suidun")) and not within(suidun, strip)
    assert not within(borokhudzir, core) and within(kaldzhat, strip)


def test_the_strip_the_tekes_and_the_core_make_up_the_district():
    parts = sum(area(zone(*each)) for each in (("strip", "khorgos"), ("tekes", "russia"), ("core", "package")))

    assert parts == pytest.approx(area(zone("core", "annexed")), rel=0.005)


def test_each_step_towards_russia_shows_more_land_than_the_step_before():
    ladders = {
        "tekes": ("river_line", "russia", "garrison"),
        "strip": ("token", "khorgos", "suidun"),
        "zaisan": ("midway", "chonghou"),
    }

    for issue, options in ladders.items():
        sizes = [area(zone(issue, option)) for option in options]
        assert sizes == sorted(sizes) and len(set(sizes)) == len(sizes)


def test_the_muzart_pass_is_in_the_tekes_clauses_and_not_in_the_grazing():
    muzart = place(20)

    assert within(muzart, zone("tekes", "garrison")) and within(muzart, zone("tekes", "china"))
    assert not within(muzart, zone("tekes", "pass_only"))


@pytest.mark.parametrize("name", ["ili-1871", "two-villages"])
def test_no_map_of_ours_has_a_problem(name):
    assert examine_maps(ROOT / "scenarios" / name, load(name)) == ()


def named_in(issue: str, option: str) -> str:
    """All that the scenario says of an option, with the places its issue names for the map."""
    found = SCENARIO.issue[issue]
    chosen = found.option(option)
    return f"{chosen.title} {chosen.text} {found.map_note} {found.text}"


@pytest.mark.parametrize("light", [each for each in ATLAS.lights if each.option], ids=lambda e: f"{e.issue}/{e.option}")
def test_a_clause_lights_only_towns_that_its_own_words_name_or_its_roads_pass(light):
    roads = [line for each in ATLAS.lit_by(light.issue, light.option) for line in each.lines]
    stations = {number for line in roads for part in ATLAS.line(line).places for number in part}
    said = named_in(light.issue, light.option).replace("Ili", "Ili (Kulja)")  # the district by its chief town

    for number in light.places:
        town = ATLAS.place(number)
        names = (*town.names["en"].split(), *town.also.split())
        assert number in stations or any(name in said for name in names if name != "near"), town.names


def test_each_step_up_the_sungari_is_longer_and_ends_at_its_town():
    lengths = []
    for option, town in (("sanxing", 65), ("boduna", 66), ("jilin", 67)):
        (light,) = (each for each in ATLAS.lights if (each.issue, each.option) == ("sungari", option))
        assert light.parts[0][-1] == pytest.approx(place(town), abs=0.02)
        lengths.append(len(light.parts[0]))

    assert lengths == sorted(set(lengths))


def test_those_who_leave_go_from_the_valley_over_the_strip_towards_verny():
    (light,) = (each for each in ATLAS.lights if (each.issue, each.option) == ("nationality", "one_year"))
    way = light.parts[0]

    assert within(way[0], zone("core", "package"))
    assert any(within(point, zone("strip", "khorgos")) for point in way)
    assert abs(way[-1][0] - place(73)[0]) < 0.5


def test_a_march_ends_where_its_note_says_it_ended():
    ends = {"kolpakovsky": 1, "zuo_turfan": 33, "zuo_hami": 32, "squadron": 70}

    for name, town in ends.items():
        (column,) = (each for each in ATLAS.columns if each.id == name)
        assert column.parts[-1][-1] == place(town)
        assert ATLAS.place(town).names["en"] in column.note


def test_the_charts_hold_what_is_drawn_on_them():
    conic = read_projection(ROOT / "assets" / "map" / "projection.json")["ili-base"]
    region = next(chart for chart in ATLAS.charts if chart.pictures)

    for shape in region.shapes:
        for point in shape.parts[0]:
            x, y = conic.pixel(*point)
            assert 0 <= x <= conic.width and 0 <= y <= conic.height, shape.names


def test_the_tutorial_shows_what_its_clauses_say_to_look_for():
    scenario, atlas = load("two-villages"), read_atlas(ROOT / "scenarios" / "two-villages").atlas
    spring, hill, dale = (
        next(p.point for p in atlas.places if p.names["en"] == n) for n in ("The spring", "Hill", "Dale")
    )
    wood = next(shape.parts[0] for shape in atlas.charts[0].shapes if shape.kind == "wood")
    middle = sum(x for x, _ in wood) / len(wood)

    assert "above" in scenario.issue["spring"].map_note and spring[1] > max(hill[1], dale[1])
    assert "between" in scenario.issue["wood"].map_note and hill[0] < middle < dale[0]
    for issue in scenario.issues:
        assert all(atlas.zone(issue.id, option.id) for option in issue.options)

"""Longitude and latitude to pixels, against a published example and against formulas of another kind."""

from math import acos, cos, dist, exp, hypot, log, pi, radians, sin
from pathlib import Path

import pytest

from game.content.projection import EARTH, Conic, Plane, centred, in_kilometres, read_projection

MAP = Path(__file__).resolve().parents[2] / "assets" / "map"
PICTURES = read_projection(MAP / "projection.json")
KULJA, MUZART, KASHGAR = (81.32, 43.92), (80.80, 42.35), (75.99, 39.47)


def straightened(lat: float, steps: int = 2000) -> float:
    """How far north Mercator's map shows *lat*: the sum of 1/cos over small steps (Simpson's rule)."""
    width = radians(lat) / steps
    inner = ((4 if k % 2 else 2) / cos(k * width) for k in range(1, steps))
    return (1 + 1 / cos(radians(lat)) + sum(inner)) * width / 3


def by_wedges(conic: Conic, lon: float, lat: float) -> tuple[float, float]:
    """The pixel from the parallels' true lengths and Mercator's distances, without the formula under test."""
    low, high = conic.parallels
    cone = log(cos(radians(low)) / cos(radians(high))) / (straightened(high) - straightened(low))
    tip = cos(radians(low)) / cone
    radius, middle = (tip * exp(-cone * (straightened(each) - straightened(low))) for each in (lat, conic.origin))
    turn = cone * radians(lon - conic.meridian)
    east, south = radius * sin(turn), radius * cos(turn) - middle
    return (east - conic.left) * conic.scale, (conic.top + south) * conic.scale


def test_snyders_worked_example_of_the_sphere_comes_out():
    conic = Conic(0, 0, -96, 23, (33, 45), 0, 0, 1)

    east, north = conic.plane(-75, 35)

    assert conic.cone == pytest.approx(0.6304777, abs=1e-7)
    assert (east, north) == pytest.approx((0.2966785, 0.2462112), abs=1e-7)


@pytest.mark.parametrize("name", ["ili-base", "ili-valley"])
@pytest.mark.parametrize("place", [KULJA, MUZART, KASHGAR, (91.64, 48.01), (73.0, 39.5)])
def test_a_place_falls_on_the_pixel_that_a_second_method_gives(name, place):
    conic = PICTURES[name]

    assert conic.pixel(*place) == pytest.approx(by_wedges(conic, *place), abs=0.01)


@pytest.mark.parametrize("name", ["ili-base", "ili-valley"])
def test_a_pixel_shows_the_place_that_is_drawn_on_it(name):
    conic = PICTURES[name]

    for place in (KULJA, MUZART, (84.3, 43.2)):
        assert conic.place(*conic.pixel(*place)) == pytest.approx(place, abs=1e-9)


def test_a_degree_of_a_standard_parallel_has_its_true_length():
    conic = centred((81, 44), (41, 46.5), (2400, 1536), 700)

    length = dist(conic.pixel(80.995, 41), conic.pixel(81.005, 41)) * 700 * 100

    assert length == pytest.approx(EARTH * cos(radians(41)) * pi / 180, rel=1e-6)


def test_the_centre_of_a_picture_is_the_place_it_is_centred_on():
    conic = centred((81, 44), (41, 46.5), (2400, 1536), 700)

    assert conic.pixel(81, 44) == pytest.approx((1200, 768))


def test_shapes_keep_their_angles():
    conic, step = PICTURES["ili-base"], 1e-4
    x, y = conic.pixel(*KULJA)
    right, up = conic.pixel(KULJA[0] + step, KULJA[1]), conic.pixel(KULJA[0], KULJA[1] + step)
    east, north = (right[0] - x, right[1] - y), (up[0] - x, up[1] - y)

    assert east[0] * north[0] + east[1] * north[1] == pytest.approx(0, abs=1e-6)
    assert hypot(*east) == pytest.approx(hypot(*north) * cos(radians(KULJA[1])), rel=1e-4)


def test_the_pictures_hold_the_places_they_are_made_for():
    base, valley = PICTURES["ili-base"], PICTURES["ili-valley"]

    for lon, lat in ((73.0, 39.5), KASHGAR, (89.59, 44.02), (85.75, 48.15), (91.64, 48.01), (74.5, 46.0)):
        x, y = base.pixel(lon, lat)
        assert 0 < x < base.width and 0 < y < base.height
    for lon, lat in (KULJA, MUZART, (79.84, 44.87), (80.18, 42.21), (84.5, 43.4), (79.1, 43.38)):
        x, y = valley.pixel(lon, lat)
        assert 0 < x < valley.width and 0 < y < valley.height


def test_a_chart_in_kilometres_has_the_distances_of_the_globe():
    verny, kulja = (76.95, 43.26), (81.32, 43.92)
    chart = in_kilometres(PICTURES["ili-base"])
    (lon, lat), (other, there) = ((radians(a), radians(b)) for a, b in (verny, kulja))
    angle = acos(sin(lat) * sin(there) + cos(lat) * cos(there) * cos(other - lon))

    assert dist(chart.pixel(*verny), chart.pixel(*kulja)) == pytest.approx(angle * EARTH / 1000, rel=0.01)
    assert chart.place(*chart.pixel(*kulja)) == pytest.approx(kulja, abs=1e-9)


def test_a_plan_has_north_above():
    plan = Plane()

    assert plan.pixel(3, 5)[1] < plan.pixel(3, 4)[1]
    assert plan.place(*plan.pixel(3, 5)) == (3, 5)

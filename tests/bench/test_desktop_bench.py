"""Figures of the desktop, printed and never asserted: `python3 run.py test -m bench -s -n 0 tests/bench`."""

import os
import time
from collections.abc import Callable
from random import Random
from statistics import median, quantiles

import pygame
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.desktop.map.atlas import maps_of
from game.desktop.map.ground import picture
from game.desktop.map.view import MapView
from game.desktop.view import View
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, sitting_at, view_at

pytestmark = pytest.mark.bench
FULL = (1920, 1080)
FRAMES = 400


@pytest.fixture(scope="module")
def sitting(tmp_path_factory):
    pygame.display.init()
    pygame.display.set_mode(FULL)
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path_factory.mktemp("saves"))


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def report(what: str, taken: list[float]) -> None:
    """Median and 99th percentile, with a plain loop beside them that shows how fast the machine was just then."""
    yardstick = median(timed(lambda: sum(range(1_000_000))) for _ in range(5))
    high = quantiles(taken, n=100)[98]
    print(f"\n{what}: median {median(taken):.2f} ms, p99 {high:.2f} ms (a million additions: {yardstick:.1f} ms)")


def map_on(view: View):
    return next(each for each in view.arrangement.placed if isinstance(each.widget, MapView))


@pytest.mark.parametrize(("screen", "issue"), [("table", "tekes"), ("map", "core"), ("map", "sungari")])
def test_a_redraw_while_the_map_is_dragged(sitting, screen, issue):
    view = view_at(sitting, screen, issue, FULL)
    view.draw()
    placed, rng, taken = map_on(view), Random(1), []
    across = down = 6
    for frame in range(FRAMES):
        if frame % 40 == 0:
            across, down = rng.randint(-12, 12), rng.randint(-8, 8)
        placed.widget.dragged(placed.box, across, down)
        taken.append(timed(lambda: view.draw_part(placed)))

    report(f"dragging the map on the {screen} screen at 1920 by 1080, {issue}", taken)


def test_a_step_of_zoom_on_the_large_map(sitting):
    view = view_at(sitting, "map", "core", FULL)
    view.draw()
    taken = []
    for step in range(24):
        view.do("map in" if step % 8 < 4 else "map out")
        taken.append(timed(view.draw))

    report("a step of zoom on the large map", taken)


def test_another_clause_lit_on_the_table(sitting):
    view = view_at(sitting, "table", "core", FULL)
    view.draw()
    taken = []
    for number in range(60):
        view.desk.top.looked(("core", "tekes", "strip", "consulates")[number % 4])
        view.lay()
        taken.append(timed(view.draw))

    report("a redraw of the table when another clause is lit", taken)


def test_the_first_map_after_a_start(sitting):
    def first() -> None:
        maps_of.cache_clear()
        picture.cache_clear()
        view_at(sitting, "map", "core", FULL).draw()

    report("the first large map, with its files read", [timed(first) for _ in range(5)])

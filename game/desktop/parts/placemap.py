"""A small map around one place, which is lit on it; the other places on it lead to their own entries."""

from game.desktop.box import Box
from game.desktop.desk import Desk
from game.desktop.map.atlas import Maps, Page, maps_of
from game.desktop.map.lit import Lit, Mark, Told
from game.desktop.map.view import MapView
from game.desktop.parts.map import camera_on, place_notes, press_of
from game.desktop.widget import Widget
from game.engine.codex import CodexEntry
from game.engine.scenario import Scenario
from game.prose.codex import position_in_words

NEAR = 0.06
"""Degrees within which a place of the codex and one of the gazetteer are the same."""
AROUND = 7.0
"""So many times the height of what is shown goes into the height of its chart."""
RATIO = 0.46
"""The map's height in widths."""


def place_map(desk: Desk, scenario: Scenario, entry: CodexEntry) -> Widget | None:
    """Where *entry* lies; None when no chart of the scenario shows it."""
    maps = maps_of(scenario.id)
    number = _number(maps, entry) if maps else None
    if maps is None or number is None:
        return None
    page = next((each for each in maps.pages if each.holds(maps.atlas.place(number).point)), None)
    if page is None:
        return None
    camera = camera_on(desk, page, f"codex {entry.id}")
    if camera.wanted == camera.home:
        camera.wanted = _around(maps, page, number)
    desk.gaze.present = camera
    return MapView(
        maps,
        page,
        camera,
        press_of(desk),
        Lit(places=(Mark(str(number), ("about",)),)),
        Told(spoken=f"Map: {entry.title}. {position_in_words(entry)}"),
        language=desk.settings.names,
        palette=desk.settings.palette,
        places=place_notes(maps, scenario),
        wheels=False,
        ratio=RATIO,
    )


def _number(maps: Maps, entry: CodexEntry) -> int | None:
    """The place of the gazetteer that *entry* is about."""
    if entry.lat is None or entry.lon is None:
        return None
    for place in maps.atlas.places:
        lon, lat = place.point
        if abs(lon - entry.lon) < NEAR and abs(lat - entry.lat) < NEAR:
            return place.number
    return None


def _around(maps: Maps, page: Page, number: int) -> Box:
    x, y = page.projection.pixel(*maps.atlas.place(number).point)
    tall = page.box.h / AROUND
    wide = tall / RATIO
    return Box(x - wide / 2, y - tall / 2, wide, tall)

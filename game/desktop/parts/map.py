"""The map on any screen: what a clause or a whole text looks like on the ground, with its caption and its sources."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve

from game.desktop.desk import Desk
from game.desktop.lettering import Style
from game.desktop.linked import linked
from game.desktop.map.atlas import Maps, Page, maps_of
from game.desktop.map.board import Board
from game.desktop.map.camera import Camera
from game.desktop.map.legend import Cartouche, Key, Knob, ScaleBar, Tick
from game.desktop.map.lit import (
    Lit,
    Mark,
    Told,
    frontiers,
    lit_clause,
    lit_package,
    marching,
    page_for,
    shapes_of,
    side_of,
    told_clause,
    told_package,
)
from game.desktop.map.press import Press
from game.desktop.map.view import MapView, PlaceNote
from game.desktop.theme import GRID, LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Grow, Panel, Row
from game.desktop.widgets.words import note, words
from game.engine.issue import IssueId, OptionId, Package
from game.engine.scenario import Scenario
from game.engine.view import SeatView
from game.prose.codex import word_places
from game.prose.mapping import also_words, holder_titles
from game.prose.sources import folded

BESIDE = "Who has which land, as far as our sources go."


def map_panel(
    desk: Desk,
    lit: Mapping[IssueId, OptionId],
    looked: IssueId = "",
    compare: Mapping[str, Mapping[IssueId, OptionId]] | None = None,
    title: str = "Your text",
) -> Widget:
    """The map of the package *lit*: of its clause *looked*, or of the land of the whole text.

    With *compare*, the text called *title* beside others by their titles, each on a map of its own.
    """
    view = desk.game().view
    maps = maps_of(view.scenario)
    if maps is None:
        return Panel(note("This scenario has no map."))
    if compare:
        return _side_by_side(desk, maps, {title: lit, **compare})
    known = _known(view, looked)
    board, told = _clause_board(desk, maps, view, lit, known)
    if not told.caption:
        return board
    scenario = desk.game().match.state.scenario
    # the mark opens the large map at this clause, which tells the sources of each line in full
    caption = linked(scenario, told.caption, told.cites, f"open map {known}", Style(NOTE))
    return Column([Grow(board, 1.0, 120), caption], GRID / 2)


def map_board(desk: Desk, lit: Mapping[IssueId, OptionId], looked: IssueId = "") -> Widget:
    """The map alone, for a page that says by itself what it shows."""
    view = desk.game().view
    maps = maps_of(view.scenario)
    if maps is None:
        return Panel(note("This scenario has no map."))
    return _clause_board(desk, maps, view, lit, _known(view, looked))[0]


def _known(view: SeatView, looked: IssueId) -> IssueId:
    return looked if any(each.id == looked for each in view.issues) else ""


def _page(desk: Desk, maps: Maps, looked: IssueId) -> Page:
    """The chart that was turned to by hand, else the one on which the clause lies."""
    return maps.page(desk.gaze.turned) or (page_for(maps, looked) if looked else maps.pages[0])


def _clause_board(desk: Desk, maps: Maps, view: SeatView, lit: Package, looked: IssueId) -> tuple[Board, Told]:
    page = _page(desk, maps, looked)
    told = _told(maps, view, lit, looked, page)
    return _board(desk, maps, page, _lit(desk, maps, view, lit, looked), told), told


def show_on_map(desk: Desk, lit: Mapping[IssueId, OptionId], looked: IssueId) -> None:
    """Move the map to what the clause *looked* lights, if its camera does not show it now."""
    view, desk.gaze.turned = desk.game().view, ""
    maps = maps_of(view.scenario)
    if maps is None:
        return
    page = page_for(maps, looked)
    box = page.around(shapes_of(maps, lit_clause(maps, view, lit, looked)))
    if box is not None:
        camera_on(desk, page).find(box)


def camera_on(desk: Desk, page: Page, use: str = "") -> Camera:
    """The camera over a chart; another one for each *use* that looks at it differently."""
    key = f"{page.id} {use}"
    if key not in desk.gaze.cameras:
        desk.gaze.cameras[key] = Camera(page.box, page.home, page.home)
    return desk.gaze.cameras[key]


def _told(maps: Maps, view: SeatView, lit: Package, looked: IssueId, page: Page) -> Told:
    name = page.chart.title["en"]
    return told_clause(maps, view, lit, looked, name) if looked else told_package(maps, view, lit, name)


def _lit(desk: Desk, maps: Maps, view: SeatView, package: Package, looked: IssueId) -> Lit:
    """What is lit, with the lines, roads and columns that are shown besides."""
    lit = lit_clause(maps, view, package, looked) if looked else lit_package(maps, view, package)
    return shown_besides(desk, maps, view, lit)


def shown_besides(desk: Desk, maps: Maps, view: SeatView, lit: Lit) -> Lit:
    """*lit* with the frontiers that are known and the layers that are switched on."""
    history = desk.game().match.state.scenario.history
    columns = marching(maps.atlas, view) if "columns" in desk.gaze.layers else []
    roads = [each.id for each in maps.atlas.lines if each.kind == "route"] if "roads" in desk.gaze.layers else []
    lines = {mark.what for mark in lit.lines}
    return lit.besides(
        tuple(each.id for each in frontiers(maps, view, history.treaties)),
        tuple(each for each in roads if each not in lines),
        tuple(Mark(each.id, ("second" if side_of(view, each.seat) else "first",)) for each in columns),
    )


def _board(desk: Desk, maps: Maps, page: Page, lit: Lit, told: Told) -> Board:
    """The one map of a page, which the keys move, with legend and knobs."""
    camera = camera_on(desk, page)
    desk.gaze.present, camera.lit = camera, page.around(shapes_of(maps, lit))
    drawn = _drawn(desk, maps, page, camera, lit, told)
    if desk.gaze.folded:
        return Board(drawn, tuple(_knobs(desk, maps, page)), None, Knob("unfold", "map fold", "The legend (l)"))
    legend = _legend(desk, maps, page, lit, camera)
    return Board(drawn, tuple(_knobs(desk, maps, page)), legend, Knob("fold", "map fold", "Fold the legend away (l)"))


def _drawn(desk: Desk, maps: Maps, page: Page, camera: Camera, lit: Lit, told: Told) -> MapView:
    view = desk.game().view
    return MapView(
        maps,
        page,
        camera,
        press_of(desk),
        lit,
        told,
        language=desk.settings.names,
        palette=desk.settings.palette,
        year=int(view.turns[view.turn - 1].id[:4]),
        meaning="" if desk.top.name == "map" else "map",
        places=place_notes(maps, desk.game().match.state.scenario),
    )


def press_of(desk: Desk) -> Press:
    """One press for all maps: what it has printed serves every screen, as long as the same person looks."""
    if not isinstance(desk.gaze.press, Press):
        desk.gaze.press = Press()
    return desk.gaze.press


def _knobs(desk: Desk, maps: Maps, page: Page) -> Iterator[Knob]:
    if len(maps.pages) > 1:
        there = maps.pages[(maps.pages.index(page) + 1) % len(maps.pages)].chart
        yield Knob("leaf", f"map chart {there.id}", f"Turn to: {there.title['en']}")
    yield Knob("plus", "map in", "Nearer", "Nearer (+ while the map has the focus, or the wheel)")
    yield Knob("minus", "map out", "Further away", "Further away (- while the map has the focus, or the wheel)")
    yield Knob("fit", "map fit", "Fit", "Show what is lit, and pressed again the whole (0 while the map has the focus)")
    if desk.top.name != "map":
        yield Knob("large", "map", "The large map", "The large map, with its legend (m)")


def _side_by_side(desk: Desk, maps: Maps, texts: Mapping[str, Package]) -> Widget:
    """Maps of several texts, each under its title, looked at together."""
    view, page = desk.game().view, maps.pages[0]
    camera = desk.gaze.present = camera_on(desk, page, "beside")
    cells, shown = [], dict[Key, None]()
    for number, (title, package) in enumerate(texts.items()):
        lit = shown_besides(desk, maps, view, lit_package(maps, view, package))
        told = told_package(maps, view, package, title)
        drawn = _drawn(desk, maps, page, camera, lit, told)
        board = Board(evolve(drawn, key=f"map {number}", wheels=False, ratio=0.72), (), bare=True)
        shown |= dict.fromkeys(_keys(maps, view, lit))
        caption = linked(desk.game().match.state.scenario, BESIDE, told.cites, "map", Style(NOTE))
        cells.append(Cell(Column([words(title, Style(LEAD, "semibold")), board, caption], GRID)))
    return Column([Row(cells, 2 * GRID), Flow([(224.0, key) for key in shown], GRID)], 2 * GRID)


def _legend(desk: Desk, maps: Maps, page: Page, lit: Lit, camera: Camera) -> Widget:
    view = desk.game().view
    language = desk.settings.names
    named = [each.get(language) or each.get("en", "") for each in (page.chart.title, page.chart.subtitle)]
    rows: list[Widget] = [words(named[0], Style(LEAD, "regular" if language == "zh" else "semibold"), 0.5)]
    if named[1]:
        rows.append(words(named[1], Style(NOTE, "italic"), 0.5))
    rows += [ScaleBar(camera, page.chart.unit), *_keys(maps, view, lit)]
    if page.chart.unit == "km":
        rows += [
            Tick("Trade roads", "roads" in desk.gaze.layers, "map roads", "All roads of the gazetteer (r)"),
            Tick("Columns and posts", "columns" in desk.gaze.layers, "map columns", "Troops known at this date (t)"),
        ]
    return Cartouche(Column(rows, 3), 2 * GRID)


def map_legend(desk: Desk, lit: Mapping[IssueId, OptionId], looked: IssueId = "") -> Widget:
    """The legend alone, for a page on which the map has no room for it."""
    view = desk.game().view
    maps = maps_of(view.scenario)
    if maps is None:
        return note("This scenario has no map.")
    known = _known(view, looked)
    page = _page(desk, maps, known)
    return _legend(desk, maps, page, _lit(desk, maps, view, lit, known), camera_on(desk, page))


def _keys(maps: Maps, view: SeatView, lit: Lit) -> Iterator[Key]:
    """The meaning of every sign that is on the map just now."""
    titles = holder_titles(view)
    for side in sorted({patch.side for patch in lit.patches}, key=lambda each: (each < 0, each)):
        yield Key(f"land {side}", titles[side])
    for strength, text in (("offer", "in their offer"), ("bound", "bounds in their offer"), ("now", "as it is now")):
        found = [patch for patch in lit.patches if patch.strength == strength]
        if found:
            yield Key(f"land {found[0].side} {strength}", text)
    if any(_disputed(maps, patch.issue, patch.option) for patch in lit.patches):
        yield Key("edge C", "disputed or inferred")
    marks = [mark for place in lit.places for mark in place.by]
    for mark, text in (("about", "the clause's places"), ("draft", "your draft"), ("now", "as it is now")):
        if mark in marks:
            yield Key(f"place {mark}", text)
    for number, mark in enumerate(("first", "second")):
        if mark in marks:
            yield Key(f"place {mark}", f"offer, {titles[number]}")
    for year in dict.fromkeys(maps.atlas.line(name).treaty[-4:] for name in lit.frontiers):
        yield Key(f"frontier {year}", f"line of {year}")
    if any(mark.by for mark in lit.lines) or lit.roads:
        yield Key("road", "road")
    posts = {each.id for each in maps.atlas.columns if len(each.parts[0]) == 1}
    for sign, text in (("march", "column"), ("post", "post")):
        for number, mark in enumerate(("first", "second")):
            if any(mark in each.by and (each.what in posts) == (sign == "post") for each in lit.columns):
                yield Key(f"{sign} {number}", f"{text}, {titles[number]}")


def _disputed(maps: Maps, issue: IssueId, option: OptionId) -> bool:
    zone = maps.atlas.zone(issue, option)
    return zone is not None and zone.confidence == "C"


@lru_cache(maxsize=8)
def place_notes(maps: Maps, scenario: Scenario) -> Mapping[int, PlaceNote]:
    """What each place leads to in the codex, and what is said of it."""
    found = {}
    for place in maps.atlas.places:
        entries = word_places(scenario, place.names["en"])
        said = f"{also_words(place.names, place.also, place.modern)} {folded(place.cite)}".strip()
        found[place.number] = PlaceNote(f"codex {entries[0][2].id}" if entries else "", said)
    return found

"""The map on the desktop: it shows what the view knows and the clauses say, to the eye, the ear and the keys."""

import pygame
import pytest
from attrs import evolve

from game.content.atlas import read_atlas
from game.content.catalog import find
from game.desktop.map.atlas import maps_of
from game.desktop.map.lit import frontiers, lit_clause, lit_package, marching, page_for
from game.desktop.map.press import Press
from game.desktop.map.view import MapView
from game.desktop.parts.map import camera_on, map_panel
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.shot import view_of
from game.engine.phase import Phase
from tests.desktop.desks import (
    NARROW,
    in_phase,
    map_spot,
    meanings,
    press,
    scenario,
    sitting_at,
    the_map,
    view_at,
    words_on,
)

SIZES = ((1280, 800, 100), (1920, 1080, 100), (1920, 1080, 200))


@pytest.fixture(scope="module")
def sitting(tmp_path_factory):
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path_factory.mktemp("saves"))


@pytest.fixture(scope="module")
def maps():
    return maps_of("ili-1871")


def zones(name: str = "ili-1871"):
    return read_atlas(find(name)).atlas.zones


def test_land_is_lit_on_the_side_that_holds_it_under_the_draft(sitting, maps):
    for zone in zones():
        draft = {**sitting.draft(), zone.issue: zone.option}

        lit = lit_clause(maps, sitting.view, draft, zone.issue)

        (patch,) = (each for each in lit.patches if each.strength == "draft")
        assert (patch.issue, patch.option) == (zone.issue, zone.option)
        assert patch.side == ["qing", "russia", "divided"].index(zone.holder) or (patch.side, zone.holder) == (
            -1,
            "divided",
        )


def test_their_offer_is_hatched_only_where_it_gives_the_land_to_another(sitting, maps):
    offers = sitting.view.text.offers[sitting.view.other]
    by_clause = {(zone.issue, zone.option): zone.holder for zone in zones()}

    for issue, option in by_clause:
        found = {
            each.strength for each in lit_clause(maps, sitting.view, {**sitting.draft(), issue: option}, issue).patches
        }
        theirs = by_clause.get((issue, offers[issue]))
        if offers[issue] == option or theirs is None:
            assert not found & {"offer", "bound"}
        else:
            assert ("offer" in found) == (theirs != by_clause[issue, option])
            assert ("bound" in found) == (theirs == by_clause[issue, option])


def test_a_whole_text_shows_one_piece_of_land_for_each_clause_that_has_one(sitting, maps):
    for treaty in scenario("ili-1871").history.treaties:
        lit = lit_package(maps, sitting.view, treaty.terms)

        shown = {(each.issue, each.option) for each in lit.patches}
        assert shown == {(z.issue, z.option) for z in zones() if treaty.terms.get(z.issue) == z.option}


def test_towns_carry_the_marks_of_those_who_name_them(sitting, maps):
    theirs = sitting.view.text.offers[sitting.view.other]["consulates"]
    lit = lit_clause(maps, sitting.view, {**sitting.draft(), "consulates": "seven"}, "consulates")
    marks = {maps.atlas.place(int(mark.what)).names["en"]: mark.by for mark in lit.places}

    assert marks["Urga"] == ("about",)
    assert "draft" in marks["Hami"]
    named = {number for light in maps.atlas.lit_by("consulates", theirs) if light.option for number in light.places}
    assert {maps.atlas.place(n).names["en"] for n in named} == {name for name, by in marks.items() if "second" in by}


def test_a_treaty_that_history_has_still_to_sign_has_no_line_in_play(tmp_path, maps):
    history = scenario("ili-1871").history.treaties
    known = {}
    for start in ("1878", "1880"):
        view = sitting_at(in_phase(Phase.TABLE, 1), tmp_path, start=start).view
        known[start] = {line.treaty for line in frontiers(maps, view, history)}
    over = sitting_at(lambda _: False, tmp_path, length="lesson").view

    assert known == {"1878": {"chuguchak_1864"}, "1880": {"chuguchak_1864", "livadia-1879"}}
    assert {line.treaty for line in frontiers(maps, over, history)} == {
        "chuguchak_1864", "livadia-1879", "st-petersburg-1881",
    }  # fmt: skip


def test_columns_march_by_date_and_by_how_much_of_xinjiang_obeys(sitting, maps):
    def shown(date: str, level: int, chapter: str = "1871") -> set[str]:
        turn = next(n for n, each in enumerate(scenario("ili-1871").turns, 1) if each.id == date)
        whole = evolve(
            sitting.view,
            turns=scenario("ili-1871").turns,
            turn=turn,
            chapter=chapter,
            news=(),
            meters={"xinjiang": level},
        )
        return {column.id for column in marching(maps.atlas, whole)}

    assert "kolpakovsky" in shown("1871-07", 0) and "kolpakovsky" not in shown("1874-01", 0)
    assert "zuo_north" not in shown("1876-07", 0) and "zuo_north" in shown("1876-07", 30)
    assert "zuo_south" not in shown("1878-01", 60) and "zuo_south" in shown("1878-01", 90)
    assert "jin_shun" in shown("1880-05", 90, "1880") and "jin_shun" not in shown("1880-05", 90)


def test_every_clause_has_a_chart_on_which_all_that_it_lights_lies(maps):
    for issue in scenario("ili-1871").issues:
        page = page_for(maps, issue.id)
        for light in (each for each in maps.atlas.lights if each.issue == issue.id):
            assert all(page.holds(maps.atlas.place(number).point) for number in light.places), issue.id


def test_those_who_hear_the_page_hear_what_the_map_shows(sitting):
    view = view_at(sitting, "table", "tekes")
    said = map_spot(view).label
    issue, draft = sitting.view.issue("tekes"), sitting.draft()["tekes"]

    zone = next(each for each in zones() if (each.issue, each.option) == ("tekes", draft))

    assert issue.title in said and issue.option(draft).title in said
    assert zone.shows in said and "the Qing Empire's" in said
    assert "The Russian Empire" not in said.replace("the Russian Empire's", "")


def test_the_clause_under_the_mouse_is_lit_and_its_words_stand_below_the_map(sitting):
    view = view_at(sitting, "table", "core")
    issue = sitting.view.issue("sungari")

    view.desk.top.looked("sungari")
    view.lay()

    assert issue.title in map_spot(view).label
    assert "Sanxing" in words_on(view)
    assert the_map(view).widget.page.chart.id == "east"


def test_the_map_on_the_table_opens_the_large_one_at_the_same_clause(sitting):
    view = view_at(sitting, "table", "strip")

    press(view, "map")

    assert view.desk.top.name == "map"
    assert sitting.view.issue("strip").title in map_spot(view).label
    press(view, "back")
    assert view.desk.top.name == "table"


def test_the_large_map_lists_every_clause_and_tells_the_sources_of_the_one_looked_at(sitting):
    view = view_at(sitting, "map", "core")

    assert {f"look {issue.id}" for issue in sitting.view.issues} <= set(meanings(view))
    press(view, "look zaisan")

    for zone in (each for each in zones() if (each.issue, each.option) == ("zaisan", sitting.draft()["zaisan"])):
        assert all(f"{cite.source} {cite.place}, {cite.confidence.value}" in words_on(view) for cite in zone.cite)


def test_the_mark_behind_the_caption_leads_to_the_sources_of_its_lines(sitting):
    view = view_at(sitting, "table", "strip")
    zone = next(each for each in zones() if (each.issue, each.option) == ("strip", sitting.draft()["strip"]))

    press(view, "open map strip")

    assert all(f"{cite.source} {cite.place}, {cite.confidence.value}" in words_on(view) for cite in zone.cite)


def test_roads_and_columns_are_shown_when_they_are_asked_for(sitting):
    view = view_at(sitting, "map", "core")
    before = the_map(view).widget.lit

    press(view, "map roads")
    press(view, "map columns")

    lit = the_map(view).widget.lit
    assert (before.roads, before.columns) == ((), ())
    assert "muzart_road" in lit.roads
    assert {mark.what for mark in lit.columns} == {
        each.id for each in marching(maps_of("ili-1871").atlas, sitting.view)
    }
    assert "Zhang Yao" in words_on(view)


def test_the_legend_is_folded_away_and_comes_back(sitting):
    view = view_at(sitting, "map", "core")
    assert "map roads" in meanings(view)

    press(view, "map fold")
    assert "map roads" not in meanings(view)

    press(view, "map fold")
    assert "map roads" in meanings(view)


def test_a_place_leads_to_its_codex_entry_and_says_its_other_names(sitting):
    view = view_at(sitting, "map", "core")
    kulja = next(spot for spot in view.arrangement.spots if spot.label == "Kulja")

    assert kulja.meaning == "codex kulja"
    assert all(name in kulja.note for name in ("寧遠", "Кульджа", "Yining"))


def test_a_narrow_page_keeps_map_words_clauses_and_legend_within_reach(sitting):
    view = view_at(sitting, "map", "core", size=NARROW)
    assert map_spot(view)

    press(view, "leaf legend")
    assert "map roads" in meanings(view)
    press(view, "leaf clauses")
    press(view, "look sungari")
    press(view, "leaf told")

    assert "The Sungari from the Amur" in words_on(view)
    table = view_at(sitting, "table", "core", size=NARROW)
    press(table, "leaf map")
    assert map_spot(table)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", ["table", "map"])
def test_every_clause_can_be_drawn_at_every_size(sitting, size, screen):
    view = view_at(sitting, screen, "core", size[:2], size[2])

    for issue in ("tekes", "consulates", "fugitives", "revision"):
        view.do(f"look {issue}")
        view.draw()

        title = sitting.view.issue(issue).title
        assert title in (map_spot(view).label if size[2] == 100 else words_on(view))


def redness(view, issue: str, option: str) -> float:
    """How much redder than green the middle of a zone is drawn."""
    view.desk.game().set_draft({**view.desk.game().draft(), issue: option})
    view.lay()
    view.draw()
    placed = the_map(view)
    widget, unit = placed.widget, view.scale
    zone = next(each for each in zones() if (each.issue, each.option) == (issue, option))
    box = widget.page.around([zone.parts])
    seen, inner = widget.seen(placed.box, unit), widget.inner(placed.box)
    x = inner.x + (box.centre[0] - seen.x) * widget.camera.scale
    y = inner.y + (box.centre[1] - seen.y) * widget.camera.scale
    spot = view.surface.subsurface(pygame.Rect(round(x) - 12, round(y) - 12, 24, 24))
    red, green, *_ = pygame.transform.average_color(spot)
    return red - green


def test_the_same_land_is_redder_when_the_draft_leaves_it_to_the_first_seat(tmp_path):
    sitting = sitting_at(in_phase(Phase.TABLE, 1), tmp_path)
    view = view_at(sitting, "map", "tekes")
    view.desk.gaze.folded = True

    assert redness(view, "tekes", "china") > redness(view, "tekes", "russia") + 10


def test_texts_stand_side_by_side_each_on_a_map_of_its_own(sitting):
    history = scenario("ili-1871").history.treaties

    class Beside(Screen):
        name = "beside"

        def page(self, width, height):
            texts = {each.title: each.terms for each in history}
            return map_panel(self.desk, sitting.draft(), compare=texts, title="Yours")

    view = view_of(sitting, (1280, 800), Settings())
    view.desk.stack[:] = [Beside(view.desk)]
    view.lay()
    view.draw()

    found = [each.widget for each in view.arrangement.placed if isinstance(each.widget, MapView)]
    assert len(found) == 1 + len(history)
    assert len({id(widget.camera) for widget in found}) == 1
    assert all(each.title in words_on(view) for each in history) and "Yours" in words_on(view)


def test_a_scenario_without_maps_says_so(tmp_path, monkeypatch):
    sitting = sitting_at(in_phase(Phase.TABLE, 1), tmp_path, "hill", "spring", name="two-villages")
    monkeypatch.setattr("game.desktop.parts.map.maps_of", lambda _: None)
    monkeypatch.setattr("game.desktop.screens.atlas.maps_of", lambda _: None)

    view = view_at(sitting, "map")
    view.draw()

    assert "This scenario has no map." in words_on(view)


def test_the_tutorial_has_a_plan_drawn_of_its_own(tmp_path):
    sitting = sitting_at(in_phase(Phase.TABLE, 1), tmp_path, "hill", "spring", name="two-villages")
    view = view_at(sitting, "table", "spring")
    view.draw()

    assert the_map(view).widget.page.chart.unit == "paces"
    shown = next(z.shows for z in zones("two-villages") if (z.issue, z.option) == ("spring", sitting.draft()["spring"]))
    assert shown in words_on(view)


def test_the_map_draws_without_its_pictures(sitting, tmp_path):
    view = view_at(sitting, "map", "core")
    page = the_map(view).widget.page
    bare = evolve(page, pictures=tuple(evolve(each, path=tmp_path / "none.jpg") for each in page.pictures))

    evolve(the_map(view).widget, page=bare, press=Press()).paint(view.canvas(), the_map(view).box, view.mood())

    assert camera_on(view.desk, bare).scale > 0

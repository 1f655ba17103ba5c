"""The codex on the desktop: found by typing, read with its sources, and one entry leads to the next and back."""

import pygame
import pytest

from game.desktop.box import Box
from game.desktop.desk import Desk
from game.desktop.lettering import Lettering
from game.desktop.map.view import MapView
from game.desktop.parts.entry import entry_page, medallion
from game.desktop.screens import SCREENS
from game.desktop.widget import arrange
from game.engine.phase import Phase
from game.prose.codex import word_places
from game.prose.index import articles_of, named_in, searched
from tests.desktop.desks import NARROW, in_phase, meanings, press, scenario, sitting_at, view_at, words_on
from tests.desktop.windows import strike, window_on, write

ILI = scenario("ili-1871")
ENTRIES = {each.id: each for each in ILI.codex}


def listed(view) -> list[str]:
    """The ids of the rows of the list, in its order."""
    return [spot.name.removeprefix("row ") for spot in view.arrangement.spots if spot.name.startswith("row ")]


def open_entry(view) -> str:
    return view.desk.top.entry.id


def test_it_opens_without_any_game_and_lists_every_entry():
    view = view_at(None, "codex")

    assert listed(view) == [each.id for each in searched(ILI)]
    assert len(listed(view)) > 300


def test_what_is_typed_filters_at_once_and_enter_opens_the_first_found():
    view = view_at(None, "codex")
    window = window_on(view)
    assert view.focus == "find"

    write(window, "gier")

    assert listed(view) == [each.id for each in searched(ILI, "gier")]
    strike(window, pygame.K_RETURN)
    assert open_entry(view) == listed(view)[0] == "giers"


def test_the_arrow_down_leads_from_the_search_into_the_list_and_enter_opens_there():
    view = view_at(None, "codex")
    window = window_on(view)
    write(window, "kulja")
    rows = listed(view)

    strike(window, pygame.K_DOWN)
    strike(window, pygame.K_DOWN)
    strike(window, pygame.K_RETURN)

    assert open_entry(view) == rows[1]


def test_a_space_is_typed_and_opens_nothing():
    view = view_at(None, "codex")
    window = window_on(view)

    strike(window, pygame.K_SPACE)
    write(window, " ")

    assert view.desk.top.asked == " "
    assert view.desk.top.entry is None


@pytest.mark.parametrize("kind", sorted({each.kind for each in ILI.codex}))
def test_a_tab_shows_one_kind_alone(kind):
    view = view_at(None, "codex")

    press(view, f"kind {kind}")

    assert listed(view) == [each.id for each in searched(ILI, kind=kind)]


def test_a_search_that_finds_nothing_names_the_nearest_or_where_else_to_look():
    view = view_at(None, "codex")
    window = window_on(view)
    write(window, "kuljaa")
    assert "did you mean 'kulja'" in words_on(view)
    assert "`" not in words_on(view)

    strike(window, pygame.K_BACKSPACE)
    press(view, "kind person")
    assert listed(view) == []
    press(view, "kind all")

    assert "kulja" in listed(view)


def test_every_entry_is_read_with_its_text_its_pronunciation_and_all_its_sources():
    lettering, desk = Lettering(1.0), Desk(SCREENS)
    for entry in ILI.codex:
        said = spoken_on(arrange(entry_page(desk, ILI, entry, 776), Box(0, 0, 776, 600), lettering))

        assert " ".join(entry.text.split()) in said, entry.id
        if entry.part_of:
            continue
        assert not entry.say or f"Say: {entry.say}" in said
        for cite in entry.cite:
            assert " ".join(ILI.sources[cite.source].title.split()) in said


def spoken_on(arrangement) -> str:
    return " ".join(placed.widget.spoken() for placed in arrangement.placed)


def test_words_in_a_text_lead_on_and_back_leads_to_what_was_read_before():
    view = view_at(None, "codex", "zuo")
    linked = [entry.id for _, _, entry in word_places(ILI, ENTRIES["zuo"].text) if entry.id != "zuo"]

    press(view, f"codex {linked[0]}")
    press(view, f"codex {named_in(ILI, ENTRIES[linked[0]])[0].id}")
    view.do("back")
    assert open_entry(view) == linked[0]
    view.do("back")

    assert open_entry(view) == "zuo"


def test_an_entry_links_to_all_that_name_it_and_never_to_itself():
    view = view_at(None, "codex", "kulja")
    links = [spot.meaning for spot in view.arrangement.spots if spot.role == "link"]

    assert {f"codex {each.id}" for each in named_in(ILI, ENTRIES["kulja"])} <= set(links)
    assert "codex kulja" not in links


def test_a_treaty_is_read_article_by_article_with_the_sources_of_each():
    for treaty in (ENTRIES["livadia-treaty"], ENTRIES["st-petersburg"]):
        view = view_at(None, "codex", treaty.id)
        articles = articles_of(ILI, treaty)
        marks = [meaning for meaning in meanings(view) if meaning.startswith(f"sources codex {articles[0].id[:4]}")]

        assert len(articles) > 15
        assert [mark.removeprefix("sources codex ") for mark in marks] == [treaty.id, *(each.id for each in articles)]


def test_an_article_is_opened_within_its_treaty_and_in_sight():
    view = view_at(None, "codex", "st-petersburg-18")
    spot = view.arrangement.spot("sources codex st-petersburg-18")

    assert 0 < spot.boxes[0].y < view.body.bottom
    assert " ".join(ENTRIES["st-petersburg"].text.split()) in words_on(view)


def test_events_stand_along_a_line_of_years_with_what_came_before_and_after():
    view = view_at(None, "codex", "t-1881-02-24")
    dates = [ENTRIES[row].date for row in listed(view)]
    near = [spot.name.removeprefix("near ") for spot in view.arrangement.spots if spot.name.startswith("near ")]
    place = listed(view).index("t-1881-02-24")

    assert dates == sorted(dates)
    assert near == listed(view)[place - 3 : place + 4]


def test_a_place_is_lit_on_a_small_map_from_which_others_open():
    view = view_at(None, "codex", "kulja")
    chart = next(spot for spot in view.arrangement.spots if spot.role == "map")
    drawn = next(each.widget for each in view.arrangement.placed if isinstance(each.widget, MapView))
    lit = [drawn.maps.atlas.place(int(mark.what)).names["en"] for mark in drawn.lit.places]

    assert "Kulja" in chart.label
    assert lit == ["Kulja"]
    others = [spot for spot in view.arrangement.spots if spot.role == "arrow" and spot.meaning != "codex kulja"]
    view.press(others[0])
    assert f"codex {open_entry(view)}" == others[0].meaning


def test_a_place_that_no_chart_shows_has_its_position_in_words():
    view = view_at(None, "codex", "livadia")

    assert "degrees north" in words_on(view)
    assert not [spot for spot in view.arrangement.spots if spot.role == "map"]


def test_people_have_their_medallions_on_one_wall():
    view = view_at(None, "codex")
    press(view, "kind person")
    people = [each for each in searched(ILI, kind="person") if medallion(each)]
    assert people

    press(view, f"codex {people[3].id}")

    assert open_entry(view) == people[3].id


def test_an_entry_outside_the_list_brings_the_list_of_its_kind():
    view = view_at(None, "codex")
    press(view, "kind place")
    press(view, "codex kulja")

    press(view, "codex lansdell")

    assert listed(view) == [each.id for each in searched(ILI, kind="person")]


def test_from_a_word_of_the_table_to_the_codex_and_back_to_the_table(tmp_path):
    view = view_at(sitting_at(in_phase(Phase.TABLE, 2), tmp_path), "table")
    press(view, "leaf clause")
    word = next(each for each in meanings(view) if each.startswith("codex "))
    press(view, word)
    assert f"codex {open_entry(view)}" == word

    press(view, "shut")

    assert view.desk.top.name == "table"


def test_a_scenario_without_a_codex_says_so(tmp_path):
    view = view_at(sitting_at(in_phase(Phase.TABLE), tmp_path, "hill", "spring", name="two-villages"), "codex")

    assert "This scenario has no codex." in words_on(view)


def test_a_word_the_codex_has_not_is_refused_with_a_sentence():
    view = view_at(None, "title")

    view.do("codex nowhere-at-all")

    assert view.desk.top.name == "title"
    assert "no 'nowhere-at-all'" in view.desk.remark


def test_on_a_narrow_page_the_list_gives_way_to_the_entry_and_comes_back():
    view = view_at(None, "codex", "kulja", NARROW)
    assert listed(view) == []

    press(view, "list")
    assert "kulja" in listed(view)
    press(view, "codex aksu")

    assert open_entry(view) == "aksu"
    assert listed(view) == []

"""The window: what keys, mouse and gamepad do on every screen, on any layout."""

import pygame
import pytest

from game.desktop.keys import key_name
from game.desktop.settings import Settings, read_settings
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, sitting_at, view_at
from tests.desktop.windows import SCANCODES, click, middle, strike, window_on, write

CYRILLIC_YA, CYRILLIC_ZE = 0x44F, 0x437
"""What a Russian keyboard has on the keys of Z and P."""


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    return window_on(view_at(sitting_at(in_phase(Phase.TABLE, 2), tmp_path / "saves"), "table"))


@pytest.fixture
def title(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    return window_on(view_at(None, "title"))


def test_a_key_is_called_by_its_letter_on_a_latin_layout():
    assert key_name(pygame.K_q, SCANCODES["a"]) == "q"


def test_a_key_without_a_latin_letter_is_called_by_the_one_a_us_keyboard_has_there():
    assert key_name(CYRILLIC_YA, SCANCODES["z"]) == "z"


def test_a_figure_row_with_other_signs_counts_as_figures():
    assert key_name(pygame.K_AMPERSAND, pygame.KSCAN_1) == "1"


def test_control_z_takes_back_on_a_russian_layout_too(table):
    played = len(table.view.desk.game().match.actions)

    strike(table, CYRILLIC_YA, pygame.KMOD_LCTRL, SCANCODES["z"])

    assert len(table.view.desk.game().match.actions) < played
    assert table.view.desk.remark.startswith("Taken back")


def test_a_screens_own_key_works_on_a_russian_layout_too(table):
    strike(table, CYRILLIC_ZE, 0, SCANCODES["p"])

    assert table.view.desk.top.name == "confirm"


def test_tab_shows_the_focus_and_enter_presses_it(title):
    strike(title, pygame.K_TAB)
    while title.view.focus != "open settings":
        strike(title, pygame.K_TAB)
    assert title.view.ringed

    strike(title, pygame.K_RETURN)

    assert title.view.desk.top.name == "settings"


def test_escape_closes_a_sheet_and_on_the_last_page_of_a_game_opens_its_menu(table):
    strike(table, pygame.K_ESCAPE)
    assert table.view.desk.top.name == "menu"

    strike(table, pygame.K_ESCAPE)

    assert table.view.desk.top.name == "table"


def test_escape_on_the_title_stays_there(title):
    strike(title, pygame.K_ESCAPE)

    assert [screen.name for screen in title.view.desk.stack] == ["title"]


def test_the_left_and_right_keys_turn_the_clause_that_has_the_focus(table):
    issue = table.view.desk.game().view.issues[0]
    rung = issue.rung[table.view.desk.game().draft()[issue.id]]
    key, step = (pygame.K_RIGHT, 1) if rung + 1 < len(issue.options) else (pygame.K_LEFT, -1)

    strike(table, key)

    assert issue.rung[table.view.desk.game().draft()[issue.id]] == rung + step


def test_a_mouse_click_presses_what_it_was_begun_on(title):
    click(title, "open settings")

    assert title.view.desk.top.name == "settings"


def test_a_press_that_slips_off_its_spot_does_nothing(title):
    pressed, beside = middle(title.view, "open settings"), middle(title.view, "quit")

    title.take(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pressed, button=1))
    title.take(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=beside, button=1))

    assert title.view.desk.top.name == "title"
    assert not title.view.desk.done


def test_the_keyboard_takes_the_foot_away_from_a_mouse_that_lies_still(title):
    place = middle(title.view, "open settings")
    title.take(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 0), buttons=(0, 0, 0)))
    noted = {spot.name: spot.note for spot in title.view.arrangement.spots}
    assert title.view.footnote()[0] == noted["open settings"]

    strike(title, pygame.K_TAB)

    assert title.view.footnote()[0] == noted[title.view.focus]


def test_what_is_typed_goes_into_the_field_that_has_the_focus(table):
    strike(table, pygame.K_s, pygame.KMOD_LCTRL, SCANCODES["s"])
    table.view.focus_on("name")
    for _ in range(60):
        strike(table, pygame.K_BACKSPACE, 0, pygame.KSCAN_BACKSPACE)

    write(table, "Пекин 伊犁 a")

    assert table.view.arrangement.spot("name").value == "Пекин 伊犁 a"
    assert [screen.name for screen in table.view.desk.stack] == ["table", "saves"]


def test_letters_typed_into_a_field_are_no_shortcuts(table):
    table.view.do("open saves")
    table.view.focus_on("name")

    strike(table, pygame.K_p, 0, SCANCODES["p"])

    assert table.view.desk.top.name == "saves"


def test_a_key_that_is_held_presses_once(title):
    title.view.desk.done = True

    title.run()

    assert not any(pygame.key.get_repeat())


def test_the_cross_of_a_gamepad_moves_and_its_buttons_press_and_go_back(title):
    first = title.view.focus
    title.take(pygame.event.Event(pygame.JOYHATMOTION, instance_id=0, hat=0, value=(0, -1)))
    assert title.view.focus != first
    title.take(pygame.event.Event(pygame.JOYHATMOTION, instance_id=0, hat=0, value=(0, 0)))
    title.view.focus_on("open settings")

    title.take(pygame.event.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=0))
    assert title.view.desk.top.name == "settings"
    title.take(pygame.event.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=1))

    assert title.view.desk.top.name == "title"


def test_a_stick_counts_once_each_time_it_is_pushed(title):
    seen = [title.view.focus]
    for value in (0.2, 0.7, 1.0, 0.8, 0.1, 0.9):
        title.take(pygame.event.Event(pygame.JOYAXISMOTION, instance_id=0, axis=1, value=value))
        if title.view.focus != seen[-1]:
            seen.append(title.view.focus)

    assert len(seen) == 3


def test_the_shoulders_of_a_gamepad_step_through_the_order(title):
    first = title.view.focus

    title.take(pygame.event.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=5))
    title.take(pygame.event.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=4))

    assert title.view.focus == first


def test_the_window_follows_the_setting_of_the_full_screen(title):
    strike(title, pygame.K_F11)
    assert title.full and title.view.desk.settings.full_screen

    title.view.do("open settings")
    title.view.do("switch full_screen")
    title.show()

    assert not title.full


def test_a_size_is_kept_when_the_window_is_closed_and_not_for_each_step_of_its_edge(title, tmp_path):
    desk = title.view.desk
    desk.kept_at = tmp_path / "settings.json"

    title.take(pygame.event.Event(pygame.VIDEORESIZE, w=1000, h=700, size=(1000, 700)))

    assert (desk.settings.width, desk.settings.height) == (1000, 700)
    assert not desk.kept_at.exists()
    desk.set()
    assert read_settings(desk.kept_at) == (Settings(width=1000, height=700), "")


def test_f12_puts_a_picture_of_the_window_among_the_persons_own(title, tmp_path):
    strike(title, pygame.K_F12)

    (picture,) = (tmp_path / "pictures").iterdir()
    assert pygame.image.load(picture).get_size() == title.view.surface.get_size()
    assert title.view.desk.remark == f"A picture of this window lies in {picture}."


def test_the_mouse_is_told_anew_what_it_is_on_when_the_page_under_it_changes(title, monkeypatch):
    place = middle(title.view, "open settings")
    monkeypatch.setattr(pygame.mouse, "get_pos", lambda: place)
    monkeypatch.setattr(pygame.mouse, "get_focused", lambda: True)
    click(title, "open settings")

    spot = title.view.arrangement.at(place[0] / title.view.scale, place[1] / title.view.scale)

    assert title.view.hover == (spot.name if spot else "")

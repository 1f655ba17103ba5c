"""The map is moved: by keys, by the hand that drags it and by the wheel, and stays where it was."""

import pygame
import pytest
from attrs import evolve

from game.desktop.map.ground import ground
from game.desktop.map.press import Press
from game.desktop.window import Window
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, map_spot, press, sitting_at, the_map, view_at


@pytest.fixture(scope="module")
def sitting(tmp_path_factory):
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path_factory.mktemp("saves"))


def key(window: Window, name: str) -> None:
    pygame.display.init()
    window.keyed(pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, scancode=0))


def test_keys_move_the_map_that_has_the_focus(sitting):
    view = view_at(sitting, "map", "core")
    window, camera = Window(view), the_map(view).widget.camera
    view.draw()
    view.focus = map_spot(view).name
    x, near = camera.x, camera.scale

    key(window, "right")
    key(window, "+")
    view.draw()
    assert camera.x > x
    assert camera.scale > near

    key(window, "0")
    assert camera.wanted is not None
    assert view.focus == map_spot(view).name


def test_arrow_keys_elsewhere_move_the_focus_and_not_the_map(sitting):
    view = view_at(sitting, "map", "core")
    view.draw()
    view.focus, camera = "look tekes", the_map(view).widget.camera
    here = (camera.x, camera.y)

    key(Window(view), "down")

    assert view.focus == "look strip"
    assert (camera.x, camera.y) == here


def test_page_keys_scroll_and_never_zoom_the_map(sitting):
    view = view_at(sitting, "map", "core")
    view.draw()
    tall = the_map(view).widget.camera.tall

    key(Window(view), "page down")

    assert the_map(view).widget.camera.tall == tall
    assert any(view.desk.offsets.values())


def test_a_drag_moves_the_map_and_presses_nothing_and_a_press_may_tremble(sitting):
    view = view_at(sitting, "table", "core")
    window, placed = Window(view), the_map(view)
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    view.draw()
    start = (round(placed.box.centre[0]), round(placed.box.bottom - 30))
    camera, before = placed.widget.camera, placed.widget.camera.x

    window.grasped(start)
    window.pointed((start[0] + 40, start[1]), (40, 0))
    window.released((start[0] + 40, start[1]))
    assert camera.x < before and view.desk.top.name == "table"

    window.grasped(start)
    window.pointed((start[0] + 2, start[1]), (2, 0))
    window.released((start[0] + 2, start[1]))
    assert view.desk.top.name == "map"


def test_the_wheel_over_the_map_zooms_it(sitting):
    view = view_at(sitting, "map", "core")
    view.draw()
    placed = the_map(view)
    before = placed.widget.camera.tall

    Window(view).wheeled((round(placed.box.centre[0]), round(placed.box.centre[1])), 1)

    assert placed.widget.camera.tall < before


def test_a_map_stays_where_it_was_from_screen_to_screen(sitting):
    view = view_at(sitting, "table", "core")
    view.draw()
    the_map(view).widget.camera.drag(120, 40)
    press(view, "map")
    view.draw()
    here = the_map(view).widget.camera

    press(view, "back")

    assert the_map(view).widget.camera is here
    assert here.wanted is None


def test_a_print_is_laid_again_while_the_map_is_moved_inside_it(sitting, monkeypatch):
    printed = []
    monkeypatch.setattr("game.desktop.map.press.ground", lambda *rest: printed.append(rest) or ground(*rest))
    view = view_at(sitting, "map", "core")
    placed = the_map(view)
    widget = evolve(placed.widget, press=Press())

    for _ in range(5):
        widget.paint(view.canvas(), placed.box, view.mood())
        widget.dragged(placed.box, 9, 4)
    moved = len(printed)
    widget.wheeled(placed.box, placed.box.centre, 1, view.lettering)
    widget.paint(view.canvas(), placed.box, view.mood())

    assert (moved, len(printed)) == (1, 2)


def test_what_lies_over_the_map_is_drawn_again_where_it_stood_while_the_map_moves(sitting):
    view = view_at(sitting, "map", "core")
    view.draw()
    placed = the_map(view)
    knob = next(spot.boxes[0] for spot in view.arrangement.spots if spot.meaning == "map in")
    area = view.canvas().rect(knob.inset(4))
    before = view.surface.subsurface(area).copy()

    placed.widget.dragged(placed.box, 60, 30)
    view.draw_part(placed)

    assert pygame.image.tobytes(view.surface.subsurface(area), "RGB") == pygame.image.tobytes(before, "RGB")

"""The view: what a screen wants seen comes into sight, and stays where the wheel has put it."""

from game.desktop.desk import Desk
from game.desktop.screen import Screen
from game.desktop.view import View
from game.desktop.widgets.layout import Column, Gap, Scroll
from game.desktop.widgets.press import Button
from tests.desktop.desks import surface

ROWS = 60


class LongScreen(Screen):
    """A list that is longer than the window, with one row to be seen."""

    name = "long"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self.row = 0

    def page(self, width: float, height: float):
        rows = [Button(f"Row {number}", f"row {number}") for number in range(ROWS)]
        return Scroll("rows", Column([Gap(4), *rows]), self.desk.offsets)

    def sight(self) -> str:
        return f"row {self.row}"


def view_of_rows() -> View:
    view = View(Desk({"long": LongScreen}), surface((640, 480)))
    view.desk.open("long")
    view.lay()
    return view


def seen(view: View, name: str) -> bool:
    box = view.arrangement.spot(name).boxes[0]
    return box.y >= 0 and box.bottom <= view.body.bottom


def test_the_row_a_screen_wants_seen_is_scrolled_into_sight():
    view = view_of_rows()
    assert not seen(view, "row 50")

    view.desk.top.row = 50
    view.lay()

    assert seen(view, "row 50")


def test_what_was_scrolled_by_hand_stays_until_another_row_is_wanted():
    view = view_of_rows()
    view.desk.offsets["rows"] = 600.0
    view.lay()
    assert not seen(view, "row 0")

    view.desk.top.row = 1
    view.lay()

    assert seen(view, "row 1")

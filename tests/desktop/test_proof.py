"""A proof finds what is cut off, squeezed or written over, and nothing on a page that is sound."""

from attrs import frozen

from game.desktop.box import Box
from game.desktop.lettering import Lettering, Style
from game.desktop.proof import faults
from game.desktop.theme import BODY
from game.desktop.widget import Widget, arrange
from game.desktop.widgets.layout import AtMost, Cell, Column, Gap, Grow, Over, Row, Scroll
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import words

SIZE = (400.0, 300.0)
LETTERS = Lettering()
LONG = "Nothing is agreed until everything is agreed, and then it goes home to be refused. " * 6


def found(page: Widget) -> list[str]:
    return faults(arrange(page, Box(0, 0, *SIZE), LETTERS), SIZE, LETTERS)


@frozen
class Careless(Widget):
    """Writes one line wherever it is told to, as a widget that measures nothing would."""

    text: str
    across: float = 0.0
    down: float = 20.0

    def height(self, width, lettering):
        return 24.0

    def paint(self, canvas, box, mood):
        canvas.label(self.text, (box.x + self.across, box.y + self.down), Style(BODY))


def test_a_sound_page_has_no_faults():
    page = Column([words(LONG[:80]), Row([Cell(Button("Sign", "sign")), Cell(Button("Wait", "wait"))])])

    assert found(page) == []


def test_a_line_that_runs_out_at_the_side_is_found():
    assert "cut off at the side" in found(Careless(LONG))[0]


def test_a_label_too_long_for_its_button_is_found():
    page = Row([Cell(Button("Lay it on the table of both capitals", "propose"), 100), Cell(Gap())])

    assert any("cut off at the side of its Button" in fault for fault in found(page))


def test_a_line_below_its_widget_is_found():
    assert any("at the foot" in fault for fault in found(Column([Careless("low", down=60), Gap(200)])))


def test_texts_written_over_each_other_are_found():
    page = Over([Careless("the first text"), Careless("the second", across=30)])

    assert any("over each other" in fault for fault in found(page))


def test_a_part_that_got_less_height_than_it_needs_is_found():
    assert any("needs" in fault for fault in found(Column([AtMost(words(LONG), 60), Gap()])))


def test_what_scrolls_may_be_longer_than_its_place():
    page = Column([words("Above"), Grow(Scroll("long", words(LONG * 3), {})), words("Below")])

    assert found(page) == []

"""The index widget: rows that can all be read and pressed, laid out once for a width."""

from game.desktop.box import Box
from game.desktop.lettering import Lettering
from game.desktop.widget import arrange
from game.desktop.widgets.index import TALL_HEAD, Index, IndexRow

LETTERING = Lettering(1.0)
ROWS = [
    IndexRow("codex a", "Aksu", "place", "A", key="row a"),
    IndexRow("codex b", "Barkol", "place", "B", key="row b"),
    IndexRow("codex c", "Thirty walled towns of the north and of the south", "place", key="row c"),
]


def boxes(index, width=300.0):
    page = arrange(index, Box(10, 20, width, 400), LETTERING)
    return {spot.name: spot.boxes[0] for spot in page.spots}


def test_rows_follow_each_other_with_room_for_the_heads_above_them():
    found = boxes(Index(ROWS))

    assert found["row a"].y == 20 + TALL_HEAD
    assert found["row b"].y == found["row a"].bottom + TALL_HEAD
    assert found["row c"].y == found["row b"].bottom


def test_its_height_is_where_the_last_row_ends():
    index = Index(ROWS)

    assert index.height(300, LETTERING) == boxes(index)["row c"].bottom - 20


def test_a_long_title_takes_as_many_lines_as_it_needs():
    wide, slim = boxes(Index(ROWS), 600.0)["row c"], boxes(Index(ROWS), 160.0)["row c"]

    assert slim.h > wide.h == boxes(Index(ROWS), 600.0)["row a"].h


def test_along_a_line_of_time_the_heads_stand_beside_the_rows():
    found = boxes(Index(ROWS, time=True))

    assert found["row a"].y == 20
    assert found["row b"].y == found["row a"].bottom


def test_the_open_row_says_that_it_is_open():
    page = arrange(Index(ROWS, "row b"), Box(0, 0, 300, 400), LETTERING)

    assert [spot.value for spot in page.spots] == ["", "open", ""]


def test_an_index_that_is_kept_is_laid_out_once_for_a_width():
    index = Index(ROWS)
    one = index._lay(300, LETTERING)

    assert index._lay(300, LETTERING) is one
    assert index._lay(200, LETTERING) is not one
    assert index._lay(300, Lettering(2.0)) is not one

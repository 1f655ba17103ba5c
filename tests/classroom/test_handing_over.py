"""Who takes a seat over learns what a player, or the teacher, did in it meanwhile, and nothing of the other side."""

from game.classroom.web.seat_page import seat_page
from game.engine import actions as a
from game.engine.phase import Phase
from tests.classroom.test_hall import VILLAGES, class_of, to_the_table


def emptied(folder):
    """A class of two in which Dale's only student is gone, so that a player keeps the seat; and Hill's student."""
    hall, _ = class_of(folder, 2)
    hall.remove(hall.room.at(0, 1)[0].id)
    return hall, hall.room.at(0, 0)[0]


def latecomer(hall):
    hall.join("Late")
    return hall.room.at(0, 1)[0]


def test_a_latecomer_is_told_what_the_player_did_for_the_side(tmp_path):
    hall, hill = emptied(tmp_path)
    to_the_table(hall)
    hall.act(hill, a.Hold("hill"), len(hall.matches[0].actions))
    ordered = [each.kind for deed, _ in hall.journals[0] if isinstance(deed, a.GiveOrders) for each in deed.orders]

    handed = seat_page(hall, latecomer(hall)).handed

    assert ordered and hall.matches[0].state.text.offers["dale"]
    for told in ("You have laid a text on the table", *(VILLAGES.order[kind].title for kind in ordered)):
        assert any(told in line for line in handed), handed


def test_the_telling_ends_with_the_first_own_action(tmp_path):
    hall, hill = emptied(tmp_path)
    to_the_table(hall)
    hall.act(hill, a.Hold("hill"), len(hall.matches[0].actions))
    late = latecomer(hall)
    assert seat_page(hall, late).handed

    while "dale" not in hall.matches[0].people():
        hall.skip(0)
    assert hall.matches[0].state.phase is Phase.TABLE
    hall.act(late, a.Hold("dale"), len(hall.matches[0].actions))

    assert seat_page(hall, late).handed == ()


def test_the_other_side_is_told_nothing_of_it(tmp_path):
    hall, hill = emptied(tmp_path)
    to_the_table(hall)

    assert seat_page(hall, hill).handed == ()


def test_what_the_teacher_skipped_is_told_to_those_it_was_done_for(tmp_path):
    hall, people = class_of(tmp_path, 2)
    waiting = hall.matches[0].people()[0]
    hall.skip(0)
    mine = next(each for each in people if hall.seat_of(each) == waiting)

    assert seat_page(hall, mine).handed

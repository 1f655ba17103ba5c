"""A teacher who steps in for a side, keeps a clock, and takes back five minutes."""

import pytest

from game.classroom.pace import left_in_words, until
from game.classroom.room import Person
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.record import state_digest
from tests.classroom.served import Client, joined, served, teacher
from tests.classroom.test_hall import class_of, hall_in, to_the_table
from tests.classroom.test_speech import say

TEACHER = Person("", "Your teacher", "", "", 0, 1)


def count(hall) -> int:
    return len(hall.matches[0].actions)


def test_the_teacher_acts_for_a_side_only_after_stepping_in(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    with pytest.raises(GameError):
        hall.act(TEACHER, a.GiveOrders("dale"), count(hall))

    hall.lead(0, 1, on=True)
    hall.act(TEACHER, a.GiveOrders("dale"), count(hall))

    assert hall.room.tables[0].actions[-1] == ("dale orders -", "")
    with pytest.raises(GameError, match="other side"):
        hall.act(TEACHER, a.GiveOrders("hill"), count(hall))


def test_no_player_keeps_a_seat_in_which_the_teacher_sits(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    hall.lead(0, 1, on=True)
    hall.remove(hall.room.at(0, 1)[0].id)
    assert set(hall.matches[0].people()) == {"hill", "dale"}

    hall.lead(0, 1, on=False)

    assert hall.matches[0].people() == ("hill",)


def test_the_teachers_draft_needs_no_vote(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    hall.lead(0, 0, on=True)
    hall.lead(0, 1, on=True)
    to_the_table(hall)
    seat = hall.matches[0].people()[0]
    leader = Person("", "Your teacher", "", "", 0, ("hill", "dale").index(seat))
    hall.draft(leader, {"spring": "shared", "wood": "hill"})

    say(hall, leader, do="say", beyond="yes")

    assert seat in hall.matches[0].state.text.offers


def test_the_teacher_has_no_vote_in_a_delegation(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    hall.lead(0, 1, on=True)
    hall.draft(TEACHER, {"spring": "shared", "wood": "hill"})

    with pytest.raises(GameError):
        hall.vote(TEACHER, yes=True)


def test_five_minutes_are_taken_back_and_stay_so_after_a_crash(tmp_path):
    hall, people = class_of(tmp_path, 2)
    now = [hall.now()]
    hall.now = lambda: now[0]
    hall.act(people[0], a.GiveOrders("hill"), count(hall))
    early = state_digest(hall.matches[0].state)
    now[0] += 600
    hall.act(people[1], a.GiveOrders("dale"), count(hall))
    now[0] += 60

    hall.rewind(0, minutes=5)

    assert state_digest(hall.matches[0].state) == early
    assert len(hall.room.tables[0].times) == len(hall.room.tables[0].actions)
    hall.store.close()
    assert state_digest(hall_in(tmp_path).matches[0].state) == early


def test_what_was_done_longer_ago_goes_one_action_at_least(tmp_path):
    hall, people = class_of(tmp_path, 2)
    hall.act(people[0], a.GiveOrders("hill"), count(hall))
    now = hall.now() + 3600
    hall.now = lambda: now

    hall.rewind(0, minutes=5)

    assert set(hall.matches[0].people()) == {"hill", "dale"}


def test_the_clock_runs_anew_with_each_step_and_stands_still_in_a_pause(tmp_path):
    hall, people = class_of(tmp_path, 2)
    now = [5000.0]
    hall.now = lambda: now[0]
    desk = lambda: hall.room.tables[0]  # noqa: E731
    assert until(hall.room, desk()) == 0

    hall.set_clock(3)
    assert until(hall.room, desk()) == 5000 + 180
    now[0] = 5100.0
    hall.act(people[0], a.GiveOrders("hill"), count(hall))
    assert until(hall.room, desk()) == 5100 + 180
    hall.pause(on=True)
    assert until(hall.room, desk()) == 0


@pytest.mark.parametrize(("left", "words"), [(245, "4:05 left"), (1, "0:01 left"), (0, "The time is up.")])
def test_the_clock_in_words(left, words):
    assert left_in_words(1000 + left, 1000) == words


def test_the_teacher_plays_a_side_by_the_page_its_people_see(tmp_path):
    with served(tmp_path) as found:
        ada, _ = joined(found, "Ada")
        joined(found, "Ben")
        desk = teacher(found)
        desk.post("/teacher/begin")
        assert desk.get("/teacher/seat/0/1")[0] == 303

        desk.post("/teacher/lead", table="0", side="1", on="yes")

        status, page = desk.get("/teacher/seat/0/1")
        assert status == 200 and "Orders of your government" in page and 'action="/teacher/seat/0/1/act"' in page
        assert desk.post("/teacher/seat/0/1/act", do="orders", seen="0")[0] == 303
        assert "Waiting for Ada" in desk.get("/teacher/seat/0/1")[1]
        for other in (ada, Client(found.port)):  # nobody else comes in by that door
            assert other.get("/teacher/seat/0/1")[0] == 303
            assert other.post("/teacher/seat/0/1/say", text="I am the teacher", to="all")[0] == 303
        assert "I am the teacher" not in desk.get("/teacher")[1]

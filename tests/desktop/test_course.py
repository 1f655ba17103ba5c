"""The course of a game on the desktop: what comes next, what has been told, and what has moved since."""

import pytest

from game.desktop.course import before_the_vote, count_as_told, told_next
from game.engine.actions import GiveOrders
from game.engine.events import Event
from game.engine.phase import Phase
from game.session.sitting import Entry
from tests.desktop.desks import in_phase, sitting_at, view_at

VILLAGES = {"seat": "hill", "start": "spring", "name": "two-villages"}


def test_what_came_before_a_vote_is_told_before_the_vote(tmp_path):
    sitting = sitting_at(lambda sitting: False, tmp_path, **VILLAGES)
    sitting.told["hill"] = 0

    told = before_the_vote(sitting)

    assert told_next(sitting) == ("dispatches", "")
    assert "signed" in [event.kind for _, event in told]
    assert "voted" not in [event.kind for _, event in told]


def test_once_all_before_it_is_told_the_vote_comes_next(tmp_path):
    sitting = sitting_at(lambda sitting: False, tmp_path, **VILLAGES)
    sitting.told["hill"] = 0

    count_as_told(sitting, before_the_vote(sitting)[-1][0])

    assert told_next(sitting) == ("court", "")
    assert before_the_vote(sitting) == []


@pytest.mark.parametrize(("seat", "told"), [("hill", None), ("dale", ("dispatches", ""))])
def test_an_order_carried_out_is_news_to_the_other_side_alone(tmp_path, seat, told):
    sitting = sitting_at(in_phase(Phase.ORDERS), tmp_path, **VILLAGES)
    sitting.told["hill"] = len(sitting.journal)
    ordered = Event("ordered", {"seat": seat, "order": "calm", "aim": ""})

    sitting.journal.append(Entry(GiveOrders(seat), (ordered,), 1))

    assert told_next(sitting) == told


def test_the_levels_of_the_turn_before_are_kept_until_the_next(tmp_path):
    sitting = sitting_at(in_phase(Phase.ORDERS), tmp_path, start="1871", length="campaign")
    view = view_at(sitting, "menu")
    before = dict(sitting.view.meters)

    view.desk.play(GiveOrders("qing"))

    assert sitting.match.state.turn == 2
    assert view.desk.levels["qing"] == before


def test_within_a_turn_nothing_counts_as_moved(tmp_path):
    sitting = sitting_at(in_phase(Phase.ORDERS), tmp_path)
    view = view_at(sitting, "menu")

    view.desk.play(GiveOrders("qing"))

    assert sitting.match.state.phase is Phase.TABLE
    assert view.desk.levels == {}


def test_another_game_on_the_desk_starts_without_memories(tmp_path):
    sitting = sitting_at(in_phase(Phase.ORDERS), tmp_path, start="1871", length="campaign")
    view = view_at(sitting, "menu")
    view.desk.play(GiveOrders("qing"))

    view.desk.take_up(sitting_at(in_phase(Phase.TABLE), tmp_path))

    assert view.desk.levels == {}

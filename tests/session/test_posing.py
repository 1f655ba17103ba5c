"""Games brought to a moment: the first that fits, with what happened since the person last acted still untold."""

import pytest

from game.engine.actions import GiveOrders
from game.engine.errors import GameError
from game.engine.phase import Phase
from game.session.chronicle import Moment
from game.session.posing import played_out, pose
from game.session.selfplay import Plan

VILLAGES = Plan("two-villages", "3")


def at_table(moment: Moment, seat: str) -> bool:
    return moment.state.phase is Phase.TABLE and seat in moment.view(None).waiting


def never(_moment: Moment, _seat: str) -> bool:
    return False


def test_a_plan_is_played_to_its_end_and_the_same_way_each_time():
    one, two = played_out(VILLAGES), played_out(VILLAGES)

    assert one.state.phase is Phase.OVER
    assert one.actions == two.actions


def test_the_first_moment_that_fits_is_shown_and_a_person_sits_there(tmp_path):
    match = played_out(VILLAGES)

    sitting = pose(match, "hill", [at_table], tmp_path)

    assert sitting.match.people() == ("hill",)
    assert sitting.match.state.phase is Phase.TABLE
    assert sitting.match.actions == match.actions[: len(sitting.match.actions)]


def test_a_later_wish_is_taken_only_when_no_moment_fits_the_earlier(tmp_path):
    sitting = pose(played_out(VILLAGES), "hill", [never, at_table], tmp_path)

    assert sitting.match.state.phase is Phase.TABLE


def test_what_happened_since_the_person_last_acted_is_untold(tmp_path):
    sitting = pose(played_out(VILLAGES), "hill", [at_table], tmp_path)

    untold = [entry.action for entry in sitting.journal[sitting.told["hill"] :]]

    assert all(action.seat != "hill" for action in untold)
    assert isinstance(sitting.journal[sitting.told["hill"] - 1].action, GiveOrders)


def test_no_moment_is_none_and_no_seat_is_a_sentence(tmp_path):
    match = played_out(VILLAGES)

    assert pose(match, "hill", [never], tmp_path) is None
    with pytest.raises(GameError, match="no seat is called 'hil'"):
        pose(match, "hil", [at_table], tmp_path)

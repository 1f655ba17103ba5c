"""Whole games on the desktop, played by pressing what has the focus."""

from collections import Counter

import pytest

from game.desktop.shot import view_of
from game.engine.phase import Phase
from game.players import STATESMAN
from game.session.match import new_match
from game.session.sitting import Sitting
from tests.desktop.desks import NARROW, WIDE, press, scenario

QUIETLY = {"table": "hold", "council": "orders none"}
"""What is pressed where something must be decided that has no first answer."""
MOST = 400
"""Presses after which a game is taken to stand still."""


def table_for(saves, name, start, length, people, seed="3"):
    found = scenario(name)
    players = {each: STATESMAN for each in found.seat_ids if each not in people}
    return Sitting(new_match(found, start, length, players, seed), people, saves)


def play(sitting, size, until=lambda sitting: sitting.over):
    """Press what has the focus until the game has come so far; give no orders, and let the turn to speak pass.

    Returns how often each screen was pressed.
    """
    view, pressed = view_of(sitting, size), Counter()
    view.desk.go_on()
    view.lay()
    while not until(sitting):
        name = view.desk.top.name
        pressed[name] += 1
        assert sum(pressed.values()) < MOST, pressed
        press(view, QUIETLY.get(name, view.focus))
        assert not view.desk.remark, view.desk.remark
    return view, pressed


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_villages_are_played_from_the_briefing_to_the_end(tmp_path, size):
    view, pressed = play(table_for(tmp_path, "two-villages", "spring", "crisis", ("hill",)), size)

    assert pressed["briefing"] == 1
    assert {"dispatches", "council", "table"} <= set(pressed)
    assert view.desk.game().match.state.phase is Phase.OVER


def test_two_people_at_one_machine_are_each_briefed_and_a_curtain_falls_between_them(tmp_path):
    sitting = table_for(tmp_path, "two-villages", "spring", "crisis", ("hill", "dale"))

    _, pressed = play(sitting, WIDE)

    assert pressed["briefing"] == 2
    assert pressed["curtain"] >= 2


def test_a_half_year_before_the_envoys_meet_takes_few_presses(tmp_path):
    sitting = table_for(tmp_path, "ili-1871", "1871", "campaign", ("qing",))
    turns = 14

    _, pressed = play(sitting, WIDE, lambda sitting: sitting.match.state.turn > turns)

    assert sum(pressed.values()) <= 6 * turns
    assert set(pressed) == {"briefing", "dispatches", "council"}


def test_the_first_decision_is_two_presses_away(tmp_path):
    sitting = table_for(tmp_path, "ili-1871", "1880", "crisis", ("qing",))

    view, pressed = play(sitting, WIDE, lambda sitting: sitting.told.get("qing") is not None)

    assert pressed == {"briefing": 1}
    assert view.desk.top.name in ("dispatches", "council")
    assert view.focus.split()[0] in ("choose", "order", "onwards")

"""Whole games on the desktop, played by pressing what has the focus."""

from collections import Counter

import pygame
import pytest

from game.desktop.shot import view_of
from game.engine.phase import Phase
from game.players import STATESMAN
from game.session.match import new_match
from game.session.sitting import Sitting
from tests.desktop.desks import NARROW, WIDE, press, scenario
from tests.desktop.windows import click, middle, strike, window_on

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


def played_by_hand(sitting, act):
    """A game in a window, in which *act* presses the spot that the quiet player wants, until it is over."""
    view = view_of(sitting, WIDE)
    view.desk.go_on()
    window = window_on(view)
    for _ in range(MOST):
        if sitting.over:
            return window
        act(window, QUIETLY.get(window.view.desk.top.name, window.view.focus))
    raise AssertionError(f"the game stands still on {window.view.desk.top.name}")


def by_keyboard(window, name):
    """Go to the spot with the Tab key alone, and press it with Enter."""
    for _ in range(len(window.view.arrangement.spots) + 1):
        if window.view.focus == name:
            strike(window, pygame.K_RETURN)
            return
        strike(window, pygame.K_TAB)
    raise AssertionError(f"Tab never comes to {name}")


def by_mouse(window, name):
    """Click the middle of the spot; where it lies out of sight, turn the wheel until it does not."""
    for _ in range(60):
        x, y = middle(window.view, name)
        if window.view.arrangement.at(*window.point((x, y))) is window.view.arrangement.spot(name):
            click(window, name)
            return
        window.take(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0, flipped=False))
        window.show()
    raise AssertionError(f"the mouse cannot come to {name}")


@pytest.mark.parametrize("act", [by_keyboard, by_mouse])
def test_a_whole_game_is_played_by_one_hand_alone(tmp_path, monkeypatch, act):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    monkeypatch.setattr(pygame.mouse, "get_pos", lambda: (WIDE[0] // 2, WIDE[1] // 2))
    sitting = table_for(tmp_path, "two-villages", "spring", "crisis", ("hill",))

    window = played_by_hand(sitting, act)

    assert sitting.match.state.phase is Phase.OVER
    assert window.view.desk.top.name in ("verdict", "court", "dispatches", "table", "council", "curtain")

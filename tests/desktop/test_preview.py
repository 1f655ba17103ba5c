"""What another thread has done to the scenario shows in the window, with what was said of it."""

import pygame
import pytest
from attrs import evolve

from game.desktop.opening import _in_window
from game.desktop.window import WORK
from game.engine.phase import Phase
from game.session.following import moved_over
from tests.desktop.desks import in_phase, sitting_at, view_at
from tests.desktop.windows import window_on


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    sitting = sitting_at(in_phase(Phase.TABLE, 2), tmp_path / "saves", "hill", "", "", "two-villages")
    return window_on(view_at(sitting, "table"))


def test_work_of_another_thread_is_done_in_the_windows_own_and_shown(table):
    sitting = table.view.desk.sitting
    scenario = sitting.match.scenario
    spring = evolve(scenario.issues[0], title="The well")
    changed = evolve(scenario, issues=(spring, *scenario.issues[1:]), digest="1" * 16)

    def work() -> str:
        sitting.replace(moved_over(sitting.match, changed)[0])
        return "Taken over."

    pygame.event.clear()
    _in_window(work)
    (event,) = pygame.event.get(WORK)
    table.take(event)
    table.show()

    spoken = " ".join(each.name + each.label for each in table.view.arrangement.spots)
    assert "The well" in spoken
    assert table.view.desk.remark == "Taken over."
    assert sitting.match.state.phase is Phase.TABLE and sitting.match.state.turn == 2

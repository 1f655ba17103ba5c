"""The tree that the system's screen reader gets: all of it at first, then what has changed; and what it asks for."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.desktop.access import PAGE, REMARK, ROLES, WINDOW, Access
from game.desktop.ears import ASKED
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, press, sitting_at, view_at
from tests.desktop.windows import window_on

ROOT = Path(__file__).resolve().parents[2]
accesskit = pytest.importorskip("accesskit", reason="the extra 'accessibility' is not installed")


class Adapter:
    """Keeps what it is sent, as long as somebody listens."""

    def __init__(self):
        self.sent = []

    def update_if_active(self, update):
        self.sent.append(update())

    @property
    def last(self):
        return dict(self.sent[-1].nodes)


@pytest.fixture
def sitting(tmp_path):
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path / "saves")


@pytest.fixture
def window(sitting, tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    window = window_on(view_at(sitting, "table"))
    access = Access(accesskit, lambda: window.view.scale)
    access.adapter = Adapter()
    window.view.ears.append(access)
    pygame.event.clear(ASKED)
    access.activate()
    handle(window)
    return window


def handle(window):
    """Take what has been asked for, and show what follows."""
    for event in pygame.event.get(ASKED):
        window.take(event)
    window.show()


def access_of(window):
    return window.view.ears[0]


def node_of(window, name):
    """The number of the node of the spot called *name*."""
    return next(number for number, known in access_of(window).names.items() if known == name)


class Request:
    def __init__(self, action, target, data=None):
        self.action, self.target, self.data = action, target, data


def ask(window, action, name, data=None):
    access_of(window).act(Request(getattr(accesskit.Action, action), node_of(window, name), data))
    handle(window)


def test_nothing_is_made_ready_before_a_screen_reader_listens(sitting):
    view = view_at(sitting, "table")
    access = Access(accesskit, lambda: view.scale)
    access.adapter = Adapter()
    view.ears.append(access)

    view.tell()

    assert access.adapter.sent == []


def test_the_first_update_holds_the_whole_page_in_order(window):
    nodes = access_of(window).adapter.last
    titles = [issue.title for issue in window.view.desk.game().view.issues]

    labels = [nodes[child].label for child in nodes[PAGE].children]

    assert nodes[WINDOW].role == accesskit.Role.WINDOW
    assert nodes[WINDOW].label == window.view.desk.top.heading()
    assert [label for label in labels if label in titles][: len(titles)] == titles


def test_each_of_our_roles_is_one_of_accesskits():
    assert all(hasattr(accesskit.Role, role) for role in ROLES.values())


def test_a_node_says_where_it_is_in_pixels(window):
    view, spot = window.view, window.view.arrangement.spot("propose")

    bounds = access_of(window).adapter.last[node_of(window, "propose")].bounds

    assert (bounds.x0, bounds.y1) == (spot.boxes[0].x * view.scale, spot.boxes[0].bottom * view.scale)


def test_when_only_the_focus_moves_no_node_is_sent_again(window):
    window.view.focus_on("propose")
    window.show()

    update = access_of(window).adapter.sent[-1]

    assert update.focus == node_of(window, "propose")
    assert update.nodes == []


def test_a_turned_clause_is_sent_again_and_the_treaty_beside_it_not(window):
    issues = window.view.desk.game().view.issues
    here, other = f"clause {issues[0].id}", f"clause {issues[5].id}"
    rung = window.view.arrangement.spot(here)

    window.view.turn(rung, rung.more or rung.less)
    window.show()

    sent = access_of(window).adapter.last
    assert node_of(window, here) in sent
    assert node_of(window, other) not in sent


def test_a_remark_is_announced(window):
    window.view.do("sing")
    window.show()

    assert access_of(window).adapter.last[REMARK].label == "'sing' means nothing here."


def test_a_sheet_is_a_dialog(window):
    press(window.view, "open menu")
    window.show()

    assert access_of(window).adapter.last[PAGE].role == accesskit.Role.DIALOG


def test_the_other_side_can_move_the_focus(window):
    ask(window, "FOCUS", "hold")

    assert window.view.focus == "hold"


def test_the_other_side_can_press(window):
    ask(window, "CLICK", "propose")

    assert window.view.desk.top.name == "confirm"


def test_the_other_side_can_turn_a_clause(window):
    view = window.view
    issue = view.desk.game().view.issues[0]
    before = issue.rung[view.desk.game().draft()[issue.id]]

    ask(window, "INCREMENT" if before + 1 < len(issue.options) else "DECREMENT", f"clause {issue.id}")

    assert abs(issue.rung[view.desk.game().draft()[issue.id]] - before) == 1


def test_the_other_side_can_fill_a_field(window):
    window.view.do("open saves")
    window.show()

    ask(window, "SET_VALUE", "name", (accesskit.ActionDataKind.VALUE, "伊犁"))

    assert window.view.arrangement.spot("name").value == "伊犁"


def test_a_screen_reader_that_comes_again_is_told_everything_again(window):
    access = access_of(window)
    access.deactivate()
    handle(window)
    count = len(access.adapter.sent)
    window.view.focus_on("hold")
    window.show()
    assert len(access.adapter.sent) == count

    access.activate()
    handle(window)

    assert access.adapter.last[WINDOW].label == window.view.desk.top.heading()


SYSTEM_PYTHON = "/usr/bin/python3"


def lacks():
    """What this machine lacks for a real screen reader; empty when nothing."""
    for program in ("Xvfb", "xvfb-run", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    if not Path(SYSTEM_PYTHON).exists():
        return "the system's Python"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True)
    return "pyatspi" if asked.returncode else ""


@pytest.mark.slow
def test_a_real_screen_reader_reads_the_table_moves_its_focus_and_presses(tmp_path, sitting):
    if missing := lacks():
        pytest.skip(f"needs {missing}: apt-get install xvfb xauth dbus at-spi2-core python3-pyatspi")
    client = Path(__file__).with_name("atspi_client.py")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    game = [sys.executable, "-m", "tests.desktop.shown", "table"]

    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", SYSTEM_PYTHON, str(client), *game],
        capture_output=True, text=True, cwd=ROOT, env={**kept, "PLENIPO_HOME": str(tmp_path)}, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    read = json.loads(done.stdout.splitlines()[-1])

    titles = [issue.title for issue in sitting.view.issues]
    assert read["title"] == "Plenipotentiary: the table"
    assert [name for role, name in read["nodes"] if role == "spin button" and name in titles] == titles
    assert read["focused"] == "Lay it on the table"
    assert read["leaf"].startswith("At home this draft is ")
    assert read["dialog"] == "dialog"

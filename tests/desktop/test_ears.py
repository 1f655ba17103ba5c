"""What is told in words: everything on a page once, in order, and afterwards only what is new."""

import errno
import os

import pytest

from game.desktop.box import Box
from game.desktop.ears import TEXT, moment_of
from game.desktop.focus import ARROW
from game.desktop.lettering import Lettering, Span
from game.desktop.screen import Screen
from game.desktop.speech import SpokenLog, said_between, said_of
from game.desktop.widget import arrange
from game.desktop.widgets.layout import Column
from game.desktop.widgets.press import Button, Choice, Stepper
from game.desktop.widgets.words import Words, words
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, press, sitting_at, view_at

PAGE = Column([
    words("Choose your answer"),
    Choice(Column([words("Share it"), words("Both lose a third")]), "share", "Share it", chosen=True, note="Costs 5"),
    Button("Sign", "sign", why_not="There is nothing to sign."),
    Stepper("Size", "100 %", "smaller", "larger", "size"),
])  # fmt: skip


def moment(page, focus="", remark="", screen=None):
    arrangement = arrange(page, Box(0, 0, 600, 600), Lettering())
    return moment_of(screen or Screen(None), arrangement, focus, remark)


@pytest.fixture
def table(tmp_path):
    return view_at(sitting_at(in_phase(Phase.TABLE, 2), tmp_path), "table")


@pytest.fixture
def log(table, tmp_path):
    table.desk.set(spoken=True)
    log = SpokenLog(tmp_path / "own" / "spoken.txt", lambda: table.desk.settings.spoken)
    yield log
    log.close()


def lines(log):
    return log.path.read_text(encoding="utf-8").splitlines()


def test_texts_and_spots_are_told_in_reading_order_and_arrows_not_at_all():
    told = [(part.role, part.label) for part in moment(PAGE).parts]

    assert told == [
        (TEXT, "Choose your answer"),
        ("choice", "Share it"),
        ("button", "Sign"),
        ("stepper", "Size"),
    ]


def test_what_stands_in_a_choice_is_told_with_it_and_its_label_only_once():
    choice = moment(PAGE).parts[1]

    assert choice.about == "Both lose a third"
    assert said_of(choice) == "Share it, choice, chosen, Both lose a third, Costs 5."


def test_what_cannot_be_pressed_says_so_and_why():
    assert said_of(moment(PAGE).parts[2]) == "Sign, button, cannot be pressed: There is nothing to sign."


def test_the_same_link_twice_is_two_things_to_be_focused():
    page = Words((Span("Ili", link="codex ili"), Span(" and "), Span("Tekes", link="codex tekes"), Span(".")))

    names = [part.name for part in moment(Column([page, page])).parts if part.role == "link"]

    assert len(names) == len(set(names)) == 4


def test_a_new_page_is_read_from_its_title_and_then_what_has_the_focus():
    said = list(said_between(None, moment(PAGE, "sign")))

    assert said == ["Plenipotentiary", "Choose your answer", said_of(moment(PAGE).parts[2])]


def test_when_the_focus_moves_only_what_it_comes_to_is_said():
    screen = Screen(None)
    before, now = moment(PAGE, "share", screen=screen), moment(PAGE, "sign", screen=screen)

    assert list(said_between(before, now)) == [said_of(now.focused)]


def test_while_the_focus_stays_the_texts_that_have_come_are_said():
    screen = Screen(None)
    before = moment(PAGE, "sign", screen=screen)
    now = moment(Column([*PAGE.rows, words("Signed at last")]), "sign", screen=screen)

    assert list(said_between(before, now)) == ["Signed at last"]


def test_a_value_that_changes_under_the_focus_is_said():
    screen = Screen(None)
    size = Stepper("Size", "115 %", "smaller", "larger", "size")
    before, now = moment(PAGE, "step size", screen=screen), moment(size, "step size", screen=screen)

    assert list(said_between(before, now)) == ["Size, stepper, 115 %."]


def test_a_remark_is_said_once():
    screen = Screen(None)
    quiet, remarked = moment(PAGE, "sign", screen=screen), moment(PAGE, "sign", "It cannot be.", screen=screen)

    assert list(said_between(quiet, remarked)) == ["It cannot be."]
    assert list(said_between(remarked, remarked)) == []


def test_every_spot_of_the_table_is_told_once_by_its_label(table):
    told = moment_of(table.desk.top, table.arrangement, table.focus, "")

    reachable = [spot.name for spot in table.arrangement.spots if spot.role != ARROW]
    assert [part.name for part in told.parts if part.name] == reachable
    assert all(part.label for part in told.parts)


def test_the_log_holds_what_is_said_a_line_each(table, log):
    table.ears.append(log)
    table.tell()
    opened = lines(log)

    table.focus_on("propose")
    table.tell()
    press(table, "leaf answer")
    press(table, "leaf clause")
    table.tell()

    assert opened[0] == "Plenipotentiary: the table"
    assert opened[-1].startswith(table.desk.game().view.issue(table.desk.top.issue).title)
    assert lines(log)[len(opened)].startswith("Lay it on the table, button, Your draft becomes your offer")
    about = " ".join(table.desk.game().view.issue(table.desk.top.issue).text.split())
    assert any(line.startswith(about) for line in lines(log)[len(opened) :])


def test_nothing_is_written_while_it_is_not_wanted(table, log):
    table.desk.set(spoken=False)
    table.ears.append(log)

    table.tell()

    assert not log.path.exists()


def test_what_is_shown_unchanged_is_told_once(table):
    heard = []

    class Counting:
        def listens(self):
            return True

        def hear(self, moment):
            heard.append(moment)
            return ""

    table.ears.append(Counting())
    table.tell()
    table.tell()

    assert len(heard) == 1


def test_a_log_that_cannot_be_written_is_remarked_once_and_play_goes_on(table, log):
    log.path.mkdir(parents=True)
    table.ears.append(log)
    table.tell()
    assert table.desk.remark == f"What is said cannot be written down: {os.strerror(errno.EISDIR)}."

    table.desk.remark = ""
    table.focus_on("propose")
    table.tell()

    assert table.desk.remark == ""

"""Formats that last: an older one is lifted step by step and told, a newer one is refused with a sentence."""

import pytest

from game.content import examine
from game.content.migrations import Lift, format_of
from game.engine import record as records
from game.engine.record import Record, read_record, write_record
from tests.builders import TINY, play

SCENARIO = "scenario.yaml"


def renaming(old: str, new: str) -> Lift:
    return Lift(
        f"'{old}' is now called '{new}'", lambda name, text: text.replace(old, new) if name == SCENARIO else text
    )


@pytest.fixture
def _older(monkeypatch):
    """A program of format 3, for which an order's cost was once a price, and before that a fee."""
    monkeypatch.setattr("game.content.migrations.FORMAT", 3)
    monkeypatch.setattr("game.content.naming.FORMAT", 3)
    steps = {1: renaming("fee:", "price:"), 2: renaming("price:", "cost:")}
    monkeypatch.setattr("game.content.migrations.LIFTS", steps)


@pytest.mark.usefixtures("_older")
@pytest.mark.parametrize(("version", "called", "told"), [(1, "fee:", 2), (2, "price:", 1), (3, "cost:", 0)])
def test_an_older_scenario_is_read_and_each_step_is_told(village, version, called, told):
    old = village.edit(SCENARIO, "format: 1", f"format: {version}")
    text = old.texts[SCENARIO].replace("cost:", called)

    scenario, problems = examine(old.file(SCENARIO, text).write())

    assert [each.code for each in problems] == ["old-format"] * told
    assert scenario is not None and scenario.format == 3
    assert [order.cost for order in scenario.orders] == [order.cost for order in examine(village.write())[0].orders]


@pytest.mark.usefixtures("_older")
def test_a_format_from_which_nothing_leads_is_refused(village):
    assert [each.code for each in village.edit(SCENARIO, "format: 1", "format: 0").problems()] == ["unknown-format"]


def test_a_newer_format_needs_a_newer_program(village):
    (problem,) = village.edit(SCENARIO, "format: 1", "format: 2").problems()

    assert problem.message == "this program reads format 1, the file says 2: a newer program is needed"


TEXTS = [("format: 7\n", 7), ("id: x\nformat: 2  # old\n", 2), ("title: format: 9\n", 1)]


@pytest.mark.parametrize(("text", "version"), TEXTS)
def test_the_format_is_that_of_its_own_line(text, version):
    assert format_of(text) == version


def test_a_record_of_an_older_format_is_lifted_after_its_marks_were_checked(monkeypatch):
    state = play(TINY, "hill orders -", "dale orders -")
    written = write_record(Record("tiny", "", "dawn", "whole", ()))
    assert state.turn == 1
    line = "hill bids water=half wood=hill"  # what `propose` was called in a format that never was
    monkeypatch.setattr(records, "FORMAT", 2)
    monkeypatch.setattr(records, "LIFTS", {1: lambda each: each.replace(" bids ", " propose ")})
    mark = records.mark_after(line, records.mark_after("\n".join(written.split("\n")[:-1])))

    found = read_record(f"{written}{line}  #{mark}\n")
    spoilt = read_record(f"{written}{line.replace('half', 'dale')}  #{mark}\n")

    assert found.trouble == "" and found.record.actions[0].package == {"water": "half", "wood": "hill"}
    assert "was changed after it was written" in spoilt.trouble

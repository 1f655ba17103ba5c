"""Two at one keyboard: between the curtain and the next, only one seat's secrets are on the screen."""

from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve

from game.content import load
from game.engine.scenario import Scenario
from game.session.match import new_match
from game.text.console import Console
from game.text.play import play
from game.text.sitting import Sitting

FIRST_TURN = ["", "2 shepherds", "", "2 millers", "", "propose spring=dale", "", "", "propose wood=dale", ""]
SECOND_TURN = ["", "1", "3", "", "-", "hold", "", "hold"]
THIRD_TURN = ["3", "", "-", "", "hold", "", "home", "hold"]
LINES = [*FIRST_TURN, *SECOND_TURN, *THIRD_TURN]
"""An empty line takes the keyboard, or sends an offer."""


def scenes(scenario: Scenario, tmp_path: Path) -> list[tuple[str, str]]:
    """Every stretch between two curtains, with the title of the seat that reads it."""
    writer = StringIO()
    match = new_match(scenario, seed="5")
    console = Console(StringIO("".join(f"{line}\n" for line in LINES)), writer)
    play(Sitting(match=match, people=scenario.seat_ids, saves=tmp_path, console=console))
    parts = writer.getvalue().split("Hand the keyboard to ")[1:]
    return [(part.split(";")[0], part) for part in parts[:-1]]


def with_secrets(scenario: Scenario, seat: str) -> Scenario:
    """The same scenario with everything changed that only *seat* may know."""
    brief = scenario.briefs[seat]
    issues = list(brief.weights)
    turned = dict(zip(issues, reversed(brief.weights.values()), strict=True))
    factions = tuple(evolve(each, favour=each.favour + 9, text="changed", people=()) for each in brief.factions)
    changed = evolve(
        brief, title="changed", weights=turned, factions=factions, text="changed", batna="changed", waiting=3, drift=1
    )
    return evolve(scenario, briefs={**scenario.briefs, seat: changed})


@pytest.mark.parametrize(("seat", "reader"), [("hill", "Dale"), ("dale", "Hill")])
def test_what_one_reads_does_not_move_when_the_others_secrets_change(seat, reader, tmp_path):
    scenario = load("two-villages")

    before = [text for title, text in scenes(scenario, tmp_path) if title == reader]
    after = [text for title, text in scenes(with_secrets(scenario, seat), tmp_path) if title == reader]

    assert len(before) >= 3
    assert before == after


def test_the_owner_of_a_secret_does_read_it(tmp_path):
    scenario = load("two-villages")

    before = [text for title, text in scenes(scenario, tmp_path) if title == "Hill"]
    after = [text for title, text in scenes(with_secrets(scenario, "hill"), tmp_path) if title == "Hill"]

    assert before != after


def test_before_each_change_of_seat_everything_is_pushed_out_of_sight(tmp_path):
    for _, text in scenes(load("two-villages"), tmp_path):
        assert "\n" * 40 in text


def test_a_line_typed_before_somebody_has_sat_down_is_not_taken_and_the_curtain_asks_again(tmp_path):
    writer = StringIO()
    scenario = load("two-villages")
    lines = ["", "2 shepherds", "3", "brief", "", "-"]
    sitting = Sitting(
        match=new_match(scenario, seed="5"),
        people=scenario.seat_ids,
        saves=tmp_path,
        console=Console(StringIO("".join(f"{line}\n" for line in lines)), writer),
    )
    play(sitting)

    between = writer.getvalue().split("Hand the keyboard to Dale; press Enter.")
    assert len(between) == 4  # asked three times: twice a line was typed
    assert all("Your seat: Dale" not in part for part in between[:3])
    assert [type(action).__name__ for action in sitting.match.actions[:2]] == ["GiveOrders", "GiveOrders"]
    assert sitting.match.actions[1].orders == ()

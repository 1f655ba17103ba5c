"""The class on paper: what is counted by hand agrees with the program, and the page stands alone."""

import re
import shutil
from html import unescape
from random import Random

import pytest

from game.classroom.kit import kit
from game.classroom.kit.seating import seating
from game.classroom.kit.sheets import sheet_of
from game.classroom.kit.sketch import sketch_of
from game.classroom.kitting import run
from game.content import find, load, names
from game.engine.errors import GameError
from game.engine.home import MANDATE_PRICE, beyond, margin
from game.engine.prospect import home_of
from game.engine.utility import value
from game.session.match import new_match

OPENINGS = [(name, start.id) for name in names() for start in load(name).starts]


@pytest.mark.parametrize(("name", "start"), OPENINGS)
def test_points_and_votes_added_up_from_the_sheet_are_the_programs(name, start):
    scenario, rng = load(name), Random(4)
    chosen = next(each for each in scenario.starts if each.id == start)
    length = next((each.id for each in scenario.lengths_from(chosen) if each.id == "lesson"), "")
    state = new_match(scenario, start, length).state
    for seat in state.scenario.seats:
        sheet, home = sheet_of(state, seat, ()), home_of(state, seat.id)
        for _ in range(20):
            rungs = [rng.randrange(len(ladder.rows)) for ladder in sheet.ladders]
            rows = [ladder.rows[rung] for ladder, rung in zip(sheet.ladders, rungs, strict=True)]
            text = {each.issue.id: each.issue.options[rung].id for each, rung in zip(sheet.ladders, rungs, strict=True)}
            rounding = 0.5 * len(rows) + 0.5
            links = sum(abs(link.points) for link in home.brief.links)

            assert abs(sum(row.worth for row in rows) - value(home.brief, text)) <= rounding + links
            assert sum(row.beyond for row in rows) == sum(beyond(home, home.mandate, text).values())
            for place, faction in enumerate(home.brief.factions):
                count = sheet.voters[place].begins + sum(row.leanings[place] for row in rows)
                by_hand = count - round(MANDATE_PRICE) * sum(row.beyond for row in rows)
                assert abs(by_hand - margin(home, faction.id, text)) <= rounding


@pytest.mark.parametrize("name", names())
def test_the_page_stands_alone_and_holds_everything(name):
    scenario = load(name)

    page = kit(scenario, find(name), "", "")

    assert "<script" not in page and re.findall(r"(?:src|href)=\"(?!data:)", page) == []
    for seat in scenario.seats:
        assert f"Secret: {seat.title}" in page and f"Ballot: {seat.title}" in page
    assert all(
        card in page for card in ("Clause cards", "Your score", "To be signed", "minute by minute", "counted by hand")
    )


def test_news_of_the_script_is_of_the_time_that_is_played():
    scenario = load("ili-1871")
    dates = {card.title: card.first for card in scenario.cards}

    told = re.findall(r"“News: (.*?)\.”", unescape(kit(scenario, find("ili-1871"), "1880", "lesson")))

    assert len(told) >= 3
    assert all(dates[title] == "" or "1880-07" <= dates[title] <= "1881-12" for title in told)


def test_the_map_of_a_scenario_without_one_is_left_out(tmp_path):
    assert sketch_of(tmp_path) is None
    assert {spot.name for spot in sketch_of(find("two-villages")).spots} >= {"Hill", "Dale"}


@pytest.mark.slow
def test_a_pdf_comes_of_it_where_there_is_a_browser(tmp_path, capsys):
    if not (shutil.which("chromium") or shutil.which("google-chrome")):
        pytest.skip("there is no Chromium here")
    import sys

    run("two-villages", "", "", tmp_path / "kit.html", tmp_path / "kit.pdf", sys.stdout)

    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    assert "As PDF" in capsys.readouterr().out


@pytest.mark.parametrize("people", range(2, 61))
def test_everybody_has_a_chair_and_no_side_is_empty(people):
    sizes = [size for table in seating(people, load("two-villages").seats) for size in table]

    assert sum(sizes) == people
    assert min(sizes) >= 1 and max(sizes) - min(sizes) <= 1


def test_one_person_is_told_how_many_a_table_needs():
    with pytest.raises(GameError, match="at least 2 people"):
        kit(load("two-villages"), find("two-villages"), "", "", 1)


def test_every_source_that_a_card_cites_is_on_the_page():
    scenario = load("ili-1871")
    page = kit(scenario, find("ili-1871"), "1880", "lesson")

    marks = {mark.split()[0] for group in re.findall(r"<small>\[(.*?)\]</small>", page) for mark in group.split("; ")}

    listed = set(re.findall(r"<li><strong>([^<]+)</strong> ", page))
    assert len(marks) > 3
    assert marks <= set(scenario.sources) and marks <= listed


def test_a_ballot_names_who_votes_at_each_stage():
    scenario = load("ili-1871")
    page = unescape(kit(scenario, find("ili-1871"), "1880", "lesson"))

    for stage in (each for each in scenario.consent if each.factions):
        voters = ", ".join(scenario.briefs[stage.seat].faction(each).title for each in stage.factions)
        assert f"those who vote here ({voters})" in page

"""The debrief of a class: what it finds, that it proves it, and that it gives nobody away."""

import csv
import re
from io import StringIO

import pytest

from game.classroom.debrief import Deed, Table, anonymised, debrief, deeds_csv, essay, students
from game.classroom.debrief.findings import killings
from game.content import load
from game.engine.actions import CHANCE, Accept
from game.engine.errors import GameError
from game.engine.notation import read
from game.engine.rules import start
from game.session.match import Match
from game.session.selfplay import Plan, new_game
from tests.builders import HILL, TINY, with_brief

SCRIPT = "<script>alert(1)</script>"


def played(seed: str) -> Match:
    match = new_game(Plan("two-villages", seed), 1)
    list(match.advance())
    return match


@pytest.fixture(scope="module")
def tables():
    one, two = played("1"), played("2")
    number = next(place for place, each in enumerate(one.actions, 1) if each.seat != CHANCE)
    return (Table("Table 1", one, (Deed("Table 1", number, SCRIPT, "envoy"),)), Table("Table 2", two))


def test_every_link_of_the_page_leads_to_a_moment_on_it(tables):
    page = debrief(tables)

    places = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= places
    assert re.search(r'href="#t1-\d+"', page) and re.search(r'href="#t2-\d+"', page)


def test_the_page_asks_nothing_of_the_network_and_runs_no_script(tables):
    page = debrief(tables)

    assert SCRIPT not in page and "&lt;script&gt;" in page
    assert not re.findall(r"<(?:script|link|img|iframe)|src=|url\((?!#)|https?:", page)


def test_an_anonymous_page_does_not_hold_a_nickname(tables):
    page = debrief(tables, anonymous=True)

    assert "alert" not in page and "Student 1" in page
    assert students(anonymised(tables))[0] == ("Table 1", "Student 1")


def test_an_unfinished_game_has_a_page_too():
    match = played("1")
    begun = new_game(Plan("two-villages", "1"), 1)
    for action in match.actions[:3]:
        begun.submit(action)

    assert "Not finished" in debrief([Table("Table 1", begun)])


def test_what_a_student_typed_is_no_formula_in_a_spreadsheet(tables):
    number = tables[0].deeds[0].number
    table = Table("Table 1", tables[0].match, (Deed("Table 1", number, "=1+1", "envoy"),))

    rows = list(csv.DictReader(StringIO(deeds_csv([table]))))

    own = [row for row in rows if row["student"]]
    assert [(row["action"], row["student"], row["role"]) for row in own] == [(str(number), "'=1+1", "envoy")]
    assert len(rows) == sum(action.seat != CHANCE for action in table.match.actions)


def test_a_log_holds_the_deeds_of_its_student_alone(tables):
    log = essay(tables[0], SCRIPT)

    assert re.findall(r"^- .*\(action (\d+)\)\n  \*Why", log, flags=re.MULTILINE) == [str(tables[0].deeds[0].number)]
    assert SCRIPT not in log


def test_tables_of_different_scenarios_are_not_laid_beside_each_other(tables):
    other = Match(load("ili-1871"), tables[0].state)

    with pytest.raises(GameError, match="Table 9 has played 'ili-1871'"):
        debrief([tables[0], Table("Table 9", other)])


def test_the_documented_livadia_is_a_text_that_peking_killed():
    from game.content.catalog import find
    from game.session.save import load_match

    match, _ = load_match(find("ili-1871") / "lines" / "livadia-1879.txt", players={})
    found = killings(Table("History", match))

    assert [each.seat for each in found] == ["qing"]
    assert any(isinstance(action, Accept) for action in match.actions[: found[0].moment])
    assert found[0].supported < found[0].needed


WATER_FOR_WOOD = {"water": "dale", "wood": "hill"}


def answered(*lines: str) -> Table:
    """A game of the builders' valleys: no orders, Hill offers the water for the wood, then *lines*, then chance."""
    free = with_brief(TINY, "hill", envoys=HILL.envoys[1:])  # Abe, whom no instructions bind
    match = Match(free, start(free), {}, "1")
    for line in ("hill orders -", "dale orders -", "hill propose water=dale wood=hill", *lines):
        match.submit(read(line))
    list(match.advance())
    return Table("Built", match)


def test_a_text_that_both_could_sign_and_that_was_answered_with_another_was_missed():
    # worth 60 to Hill and 70 to Dale, who have 40 and 30 without a treaty
    missed = answered("dale propose water=dale wood=dale").reckoning.missed

    assert missed.package == WATER_FOR_WOOD and missed.seat == "hill" and not missed.cured
    assert missed.moment == 3  # two seats' orders come before it


def test_a_text_that_is_signed_at_once_was_not_missed():
    assert answered("dale accept").reckoning.missed is None

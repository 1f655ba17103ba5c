"""The sheet of explanations: whatever has the focus is explained, and every number opens its ledger."""

import pygame
import pytest

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.focus import order
from game.desktop.lettering import Lettering
from game.desktop.parts.why import LEDGERS
from game.desktop.pictures import Pictures
from game.desktop.screens import SCREENS
from game.desktop.screens.explain import explained, subjects
from game.desktop.theme import PAPER
from game.desktop.widget import Mood, arrange
from game.desktop.widgets.figures import Ledger, LedgerRow
from game.engine.home import faction_ledger
from game.engine.ledger import total
from game.engine.phase import Phase
from game.engine.utility import reservation_value, value
from game.prose.explanation import topics
from game.prose.screens import HELP
from tests.desktop.desks import NARROW, WIDE, in_phase, meanings, press, sitting_at, view_at, words_on
from tests.desktop.posed import POSES, name_of, view_in
from tests.desktop.windows import strike, window_on

MOST = 6
"""Of many spots on a page so many are asked about."""
PAGE, LETTERING = Box(0, 0, 700, 500), Lettering(1.0)


@pytest.fixture
def sitting(tmp_path):
    return sitting_at(in_phase(Phase.TABLE, 2), tmp_path)


@pytest.fixture
def table(sitting):
    return view_at(sitting, "table")


def ledgers(view) -> list[Ledger]:
    return [placed.widget for placed in view.arrangement.placed if isinstance(placed.widget, Ledger)]


def summed(ledger: Ledger) -> float:
    return sum(row.points for row in ledger.rows)


def ask(view, topic: str) -> str:
    """What the sheet about *topic* says, after which it is put away."""
    view.do(f"explain {topic}")
    assert view.desk.top.name == "explain", view.desk.remark
    said = words_on(view)
    view.do("back")
    return said


def test_no_command_of_the_text_front_reaches_the_desktop_from_any_term(sitting):
    view, scenario = sitting.view, sitting.match.state.scenario
    for term, found in topics(view, scenario).items():
        title, rows = explained(view, scenario, term, found)
        said = " ".join(placed.widget.spoken() for row in rows for placed in arrange(row, PAGE, LETTERING).placed)

        assert "`" not in title + said, term
        assert title and said.strip(), term


def test_the_ledger_of_the_draft_adds_up_to_what_the_draft_is_worth(table, sitting):
    table.do("explain why draft")

    assert summed(ledgers(table)[0]) == pytest.approx(value(sitting.view.brief, sitting.draft()))


def test_the_ledger_of_their_offer_adds_up_to_what_their_offer_is_worth(table, sitting):
    table.do("explain why theirs")

    theirs = sitting.view.text.offers[sitting.view.other]
    assert summed(ledgers(table)[0]) == pytest.approx(value(sitting.view.brief, theirs))


def test_the_ledger_of_waiting_adds_up_to_the_reservation_value(table, sitting):
    table.do("explain why batna")

    view = sitting.view
    floor = reservation_value(view.brief, view.status_quo, view.turns_left)
    assert summed(ledgers(table)[0]) == pytest.approx(floor)


def test_what_was_lost_by_the_way_is_counted_once(table, sitting):
    table.do("explain why costs")

    lost = total(sitting.view.costs)
    assert [summed(each) for each in ledgers(table)] == ([pytest.approx(lost)] if sitting.view.costs else [])


def test_home_has_a_ledger_for_every_faction_and_each_faction_its_own_sheet(table, sitting):
    home, draft = sitting.view.home, sitting.draft()
    sums = [total(faction_ledger(home, faction.id, draft)) for faction in home.brief.factions]

    table.do("explain why home")
    assert [summed(each) for each in ledgers(table)] == pytest.approx(sums)
    table.do("back")

    for faction, points in zip(home.brief.factions, sums, strict=True):
        table.do(f"explain why {faction.id}")
        assert [summed(each) for each in ledgers(table)] == [pytest.approx(points)]
        table.do("back")


@pytest.mark.parametrize("name", LEDGERS)
def test_every_ledger_fits_on_a_narrow_page(sitting, name):
    view = view_at(sitting, "table", size=NARROW)

    view.do(f"explain why {name}")

    assert view.desk.top.name == "explain"
    assert all(spot.boxes[0].right <= NARROW[0] for spot in view.arrangement.spots)


def test_a_ledger_that_is_nobodys_is_refused_with_a_sentence(table):
    table.do("explain why war-ministry-of-elsewhere")

    assert table.desk.top.name == "table"
    assert "no ledger" in table.desk.remark


def test_f1_explains_the_clause_that_has_the_focus(table, sitting):
    window = window_on(table)
    issue = sitting.view.issues[3]
    table.focus_on(f"clause {issue.id}")

    strike(window, pygame.K_F1)

    assert table.desk.top.name == "explain"
    assert " ".join(issue.text.split()) in words_on(table)


@pytest.mark.parametrize(
    ("meaning", "told"), [("propose", "A whole text laid on the table"), ("leaf home", "Your factions vote"),
                          ("hold", "let your turn to speak pass"), ("explain tension", "How near the two empires")]
)  # fmt: skip
def test_f1_explains_a_verb_a_leaf_and_a_figure(table, meaning, told):
    table.focus_on(meaning)

    table.do("explain")

    assert told in words_on(table)


def test_where_nothing_is_known_of_the_focus_the_page_itself_is_explained(table):
    table.focus_on("open menu")

    table.do("explain")

    assert HELP["table"] in words_on(table)


def test_the_mouse_reaches_the_help_by_its_sign_and_every_word_from_there(table):
    press(table, "help")
    assert "Words of the game".upper() in words_on(table)

    press(table, "explain mandate")
    assert "How far your envoy's instructions go" in words_on(table)
    table.do("back")
    table.do("back")

    assert table.desk.top.name == "table"


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "curtain"])
def test_every_screen_says_what_it_is_for(name):
    assert len(HELP[name].split(". ")) >= 2


def test_every_word_that_the_help_lists_is_explained(table):
    press(table, "help")
    listed = [meaning for meaning in meanings(table) if meaning.startswith("explain ")]
    assert len(listed) > 40

    for meaning in listed:
        table.do(meaning)
        assert table.desk.top.title != "Help", meaning
        table.do("back")


def test_the_help_is_there_before_any_game_and_the_codex_answers_too():
    view = view_at(None, "title")
    view.do("explain")
    assert view.desk.top.name == "explain"
    view.do("back")

    assert "managing the Foreign Ministry" in ask(view, "giers").replace("Managing", "managing")


def test_an_explanation_from_the_codex_leads_into_it(table):
    table.do("explain kulja")

    press(table, "codex kulja")

    assert table.desk.top.name == "codex"


def test_pressing_f1_on_the_sheet_itself_opens_no_second_one(table):
    table.do("explain tension")
    depth = len(table.desk.stack)
    table.focus_on("back")

    table.do("explain")

    assert len(table.desk.stack) == depth
    assert table.desk.remark


def test_the_other_sides_factions_cannot_be_explained_away(sitting, table):
    scenario = sitting.match.state.scenario
    own = {faction.id for faction in sitting.view.brief.factions}
    for faction in scenario.briefs[sitting.view.other].factions:
        if faction.id not in own:
            table.do(f"explain why {faction.id}")
            assert table.desk.top.name == "table"


def test_the_subjects_of_a_meaning_come_likeliest_first():
    assert list(subjects("draft tekes qing")) == ["tekes=qing", "tekes qing", "tekes", "qing"]
    assert next(subjects("initial tekes")) == "initial"
    assert list(subjects("walk")) == ["walk out"]
    assert list(subjects("open menu")) == []


def test_a_term_with_sources_shows_its_mark(table):
    table.do("explain tekes")

    assert "sources issue tekes" in meanings(table)


@pytest.mark.parametrize("pose", [pose for pose in POSES if pose[0] not in ("curtain", "explain")], ids=name_of)
def test_every_link_to_an_explanation_leads_to_one_and_f1_never_fails(pose, tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))
    view = view_in(pose, WIDE)
    asked = [meaning for meaning in dict.fromkeys(meanings(view)) if meaning.startswith("explain ")]
    depth = len(view.desk.stack)

    for meaning in asked:
        view.do(meaning)
        assert view.desk.top.name == "explain", (meaning, view.desk.remark)
        assert view.desk.top.title != "Help", meaning
        view.desk.stack[depth:] = []
    for spot in order(view.arrangement)[:: max(1, len(view.arrangement.spots) // MOST)]:
        view.lay()
        view.focus_on(spot.name)
        view.do("explain")
        assert len(view.desk.stack) == depth + 1 or view.desk.remark, spot.meaning
        view.desk.stack[depth:] = []


def longest_stroke(points: float) -> int:
    """The longest level stretch of dark dots, which is the bar, in a ledger of one row."""
    ledger, surface = Ledger([LedgerRow("", points)]), pygame.Surface((400, 60))
    surface.fill((255, 255, 255))
    ledger.paint(Canvas(surface, LETTERING, PAPER, Pictures()), Box(0, 0, 400, 60), Mood())
    rows = ("".join("x" if sum(surface.get_at((x, y))[:3]) < 200 else " " for x in range(400)) for y in range(60))
    return max(len(stroke) for row in rows for stroke in row.split())


def test_a_tenth_of_a_point_does_not_fill_the_bar_that_a_weighty_reason_fills():
    full = longest_stroke(10.0)

    assert longest_stroke(20.0) == full  # alone it is the longest of its ledger
    assert longest_stroke(5.0) == pytest.approx(full / 2, abs=2)
    assert longest_stroke(0.1) < full / 5

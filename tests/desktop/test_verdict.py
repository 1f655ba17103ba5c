"""The end of a game on the desktop: history beside the text, the people, the ledgers, the bargaining."""

import pytest

from game.engine.errors import GameError
from game.engine.ledger import total
from game.engine.phase import Phase
from game.engine.score import score
from game.engine.verdict import compare
from game.prose.comparison import ending_line
from game.session.reckoning import reckon
from tests.desktop.desks import NARROW, documented, in_phase, meanings, press, sitting_at, view_at, words_on

LEAVES = ("story", "history", "map", "people", "ledgers", "plane")


@pytest.fixture
def petersburg(tmp_path):
    return documented("st-petersburg-1881", tmp_path)


@pytest.fixture
def livadia(tmp_path):
    return documented("livadia-1879", tmp_path)


def test_the_first_leaf_says_how_it_ended_and_what_each_side_reached(petersburg):
    view, state = view_at(petersburg, "verdict"), petersburg.match.state

    heard = words_on(view)

    assert ending_line(state) in heard
    for seat in state.scenario.seat_ids:
        assert f"{total(score(state, seat)):.0f} of 100" in heard


def test_a_score_opens_its_ledger_and_says_what_it_is_made_of(petersburg):
    view = view_at(petersburg, "verdict")

    press(view, "ledger russia")

    assert view.desk.top.leaf == "ledgers"
    for entry in score(petersburg.match.state, "russia"):
        assert f"{entry.points:+.1f}" in words_on(view)


@pytest.mark.parametrize(("size", "shown"), [((1280, 800), False), ((1920, 1080), True)])
def test_the_clauses_of_a_ledger_are_unfolded_where_there_is_room_and_folded_by_a_press(petersburg, size, shown):
    view = view_at(petersburg, "verdict", size=size)
    press(view, "leaf ledgers")
    clause = f"{petersburg.view.issue('tekes').title}: "
    assert (clause in words_on(view)) is shown

    for seat in ("qing", "russia"):
        press(view, f"unfold treaty {seat}")

    assert (clause in words_on(view)) is not shown


def test_of_historys_own_treaty_every_clause_is_alike_and_of_the_other_only_what_differs_is_shown(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf history")
    near, far = compare(petersburg.match.state.scenario, petersburg.match.state.outcome.treaty)
    assert near.treaty.id == "st-petersburg-1881"

    shown = [word.split()[1] for word in meanings(view) if word.startswith("unfold") and word != "unfold alike"]

    assert shown == [each.issue for each in far.clauses if each.rungs]
    assert near.distance == 0


def test_what_is_alike_can_be_unfolded_and_then_every_issue_is_there(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf history")

    press(view, "unfold alike")

    issues = [issue.id for issue in petersburg.view.issues]
    assert sorted(word.split()[1] for word in meanings(view) if word.startswith("unfold")) == sorted([*issues, "alike"])


def test_an_article_is_read_when_its_row_is_unfolded_and_its_mark_opens_its_sources(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf history")
    article = petersburg.match.scenario.history.treaty("livadia-1879").articles["tekes"]
    text = " ".join(article.text.split())
    assert text not in words_on(view)

    press(view, "unfold tekes")
    assert text in words_on(view)
    press(view, "sources article livadia-1879 tekes")

    assert view.desk.top.name == "sources"
    sources = petersburg.match.scenario.sources
    assert all(" ".join(sources[cite.source].title.split()) in words_on(view) for cite in article.cite)


def test_the_map_has_the_text_and_every_treaty_of_history_with_its_land(petersburg):
    view = view_at(petersburg, "verdict")
    tekes = petersburg.view.issue("tekes")

    press(view, "leaf map")

    heard = words_on(view)
    for treaty in petersburg.match.scenario.history.treaties:
        assert treaty.title in heard
        assert f"{tekes.title}: {tekes.option(treaty.articles['tekes'].option).title}" in heard
        assert f"sources article {treaty.id} tekes" in meanings(view)


def test_every_group_the_text_touches_is_told_with_its_range(petersburg):
    view = view_at(petersburg, "verdict")

    press(view, "leaf people")

    # at least 89 % of 36,000 and at most all of 51,000 (people.yaml, Taranchi, a year to leave)
    assert "32,040 to 51,000" in words_on(view)
    for group in petersburg.match.scenario.people.groups:
        assert group.title in words_on(view)


def test_the_plane_steps_from_offer_to_offer_by_the_keyboard(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf plane")
    offers = reckon(petersburg.match).proposals
    plane = view.arrangement.spot("plane")
    assert plane.less == f"offer {len(offers) - 1}"
    assert plane.more == ""

    view.turn(plane, plane.less)

    assert view.arrangement.spot("plane").more == f"offer {len(offers)}"
    assert f"Offer {len(offers) - 1}, turn {offers[-2].turn}" in words_on(view)


def test_a_look_at_a_mark_shows_its_offer(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf plane")
    mark = view.arrangement.spot("mark offer 3")

    view.desk.top.looked(mark.looks)
    view.lay()

    assert view.desk.top.offer == 3


def test_what_was_left_names_every_clause_of_the_best_text_for_both(petersburg):
    view = view_at(petersburg, "verdict")
    press(view, "leaf plane")
    found = reckon(petersburg.match)
    differing = [
        issue for issue in petersburg.view.issues if found.end.package[issue.id] != found.best.package[issue.id]
    ]
    assert differing

    press(view, "beside left")

    for issue in differing:
        assert issue.option(found.best.package[issue.id]).title in words_on(view)


def test_a_treaty_refused_at_home_lays_what_holds_beside_history(livadia):
    view = view_at(livadia, "verdict")

    press(view, "leaf history")

    assert livadia.match.state.outcome.treaty is None
    assert "What holds without a treaty" in words_on(view)


def test_a_game_without_a_fate_to_tell_still_has_a_first_page(tmp_path):
    sitting = sitting_at(lambda _: False, tmp_path, "hill", "spring", name="two-villages")

    view = view_at(sitting, "verdict")

    assert ending_line(sitting.match.state) in words_on(view)
    assert "The old bargain" in words_on(view)


def test_a_small_table_is_laid_beside_history_unfolded(tmp_path):
    sitting = sitting_at(lambda _: False, tmp_path, "hill", "spring", name="two-villages")
    view = view_at(sitting, "verdict")

    press(view, "leaf history")

    for article in sitting.match.scenario.history.treaties[0].articles.values():
        assert article.text in words_on(view)


@pytest.mark.parametrize("leaf", LEAVES)
def test_every_leaf_is_within_reach_of_keys_and_mouse_on_a_narrow_page(petersburg, leaf):
    view = view_at(petersburg, "verdict", size=NARROW)

    view.do(view.desk.top.keys()[str(LEAVES.index(leaf) + 1)])

    assert view.desk.top.leaf == leaf
    assert f"leaf {leaf}" in meanings(view)


def test_a_draft_is_laid_beside_history_without_anything_that_rests_on_secrets(tmp_path):
    sitting = sitting_at(in_phase(Phase.TABLE, 2), tmp_path)
    view = view_at(sitting, "verdict", "draft")

    heard = words_on(view)

    assert "Your draft" in heard
    assert "distance" not in heard
    assert [word for word in meanings(view) if word.startswith("leaf")] == [
        "leaf history",
        "leaf map",
        "leaf people",
    ]


@pytest.mark.parametrize("treaty", ["livadia-1879", "st-petersburg-1881"])
def test_before_the_end_not_even_the_order_of_the_treaties_tells_which_is_nearer(tmp_path, treaty):
    sitting = sitting_at(in_phase(Phase.TABLE, 2), tmp_path)
    sitting.set_draft(sitting.match.scenario.history.treaty(treaty).terms)

    heard = words_on(view_at(sitting, "verdict", "draft"))

    assert heard.index("Treaty of Livadia") < heard.index("Treaty of Saint Petersburg")


@pytest.mark.parametrize("leaf", ["story", "ledgers", "plane"])
def test_before_the_end_the_leaves_of_the_end_cannot_be_opened(tmp_path, leaf):
    view = view_at(sitting_at(in_phase(Phase.TABLE, 2), tmp_path), "verdict")

    view.do(f"leaf {leaf}")

    assert view.desk.top.leaf == "history"
    assert view.desk.remark.startswith(f"There is no leaf '{leaf}' here")


def test_a_treaty_of_history_is_laid_beside_the_others(petersburg):
    view = view_at(petersburg, "verdict", "livadia-1879")

    assert "distance 0.00" in words_on(view)


def test_a_treaty_that_history_does_not_know_is_named_with_the_nearest(petersburg):
    with pytest.raises(GameError, match=r"no treaty is called 'livadia'.*'livadia-1879'"):
        view_at(petersburg, "verdict", "livadia")


def test_again_goes_back_to_the_title(petersburg):
    view = view_at(petersburg, "verdict")

    press(view, "again")

    assert view.desk.top.name == "title"
    assert view.desk.sitting is None


def test_what_was_left_tells_the_first_text_that_both_could_have_signed_and_its_clauses(petersburg):
    missed = reckon(petersburg.match).missed
    view = view_at(petersburg, "verdict")
    press(view, "leaf plane")

    press(view, "beside left")

    heard = words_on(view)
    assert missed is not None and f"The first missed deal, in turn {missed.turn}" in heard
    money = petersburg.view.issue("indemnity")
    assert money.options[money.rung[missed.package["indemnity"]]].title in heard

"""The guide: it speaks of what is on the page, is never in the way, and leads from the first page to the last."""

from collections.abc import Iterator

import pygame
import pytest
from attrs import evolve

from game.desktop import guide
from game.desktop.beginning import begin
from game.desktop.screens import SCREENS
from game.desktop.screens.title import GUIDED
from game.desktop.settings import Settings
from game.desktop.shot import view_of
from game.desktop.view import View
from game.desktop.widgets.guidance import LEAVE, Guidance, point_at
from game.desktop.widgets.words import Words
from game.engine.phase import Ending
from game.players import ROSTER
from game.session.options import Options
from tests.desktop.desks import NARROW, WIDE, meanings, press, words_on

MOST = 80


def guided(saves, size=WIDE) -> View:
    """The desk just after `Learn by playing` has been pressed."""
    view = view_of(None, size, Settings())
    view.desk.options = evolve(view.desk.options, saves=saves, roster=ROSTER)
    view.desk.guided = True
    begin(view.desk, Options(**GUIDED, roster=ROSTER, saves=saves))
    view.lay()
    return view


def advice(view):
    return view._advice


def followed(view) -> Iterator[guide.Advice]:
    """Press what the guide points to, over and over, until it has nothing more to say."""
    for _ in range(MOST):
        found = advice(view)
        if found is None:
            return
        yield found
        view.press(view.arrangement.spot(found.spot.name))
        assert view.desk.remark == "", found.step.name
    raise AssertionError("the guide goes round and round")


@pytest.mark.parametrize("size", [WIDE, NARROW, (1920, 1080)])
def test_following_the_guides_own_spots_leads_from_the_first_page_to_the_verdict(tmp_path, size):
    view = guided(tmp_path, size)

    steps = [found.step.name for found in followed(view)]

    assert view.desk.top.name == "verdict"
    assert view.desk.game().match.state.outcome.ending is Ending.RATIFIED
    taught = ("welcome", "card", "lobby", "table", "turn", "propose", "refusal", "cure", "home", "trade", "theirs")
    assert [name for name in taught if name not in steps] == []
    assert [name for name in ("signed", "vote", "farewell") if name not in steps] == []


def test_everything_that_the_guide_can_say_is_about_a_screen_there_is():
    assert {step.screen for step in guide.STEPS} <= set(SCREENS)
    assert len({step.name for step in guide.STEPS}) == len(guide.STEPS)


def test_its_words_stand_below_the_page_and_cover_nothing(tmp_path):
    for size in (WIDE, NARROW):
        view = guided(tmp_path, size)
        for _ in followed(view):
            strip = next(each.box for each in view.arrangement.placed if isinstance(each.widget, Guidance))
            others = [spot for spot in view.arrangement.spots if not spot.meaning.startswith("guide ")]
            clips = zip(view.arrangement.spots, view.arrangement.clips, strict=True)
            seen = [(spot.name, spot.boxes[0].common(clip)) for spot, clip in clips if spot in others]
            below = [name for name, box in seen if not box.empty and box.bottom > strip.y + 1]
            assert below == [], advice(view).step.name


def test_what_it_speaks_of_is_in_sight(tmp_path):
    for size in (WIDE, NARROW):
        view = guided(tmp_path, size)
        for found in followed(view):
            spot = view.arrangement.spot(found.spot.name)
            clip = view.arrangement.clips[view.arrangement.spots.index(spot)]

            assert spot.boxes[0].common(clip).h > 8, (found.step.name, size)


def test_got_it_goes_on_to_the_next_words_and_changes_nothing(tmp_path):
    view = guided(tmp_path)
    for found in followed(view):
        if found.step.name == "table":
            break
    actions = len(view.desk.game().match.actions)

    press(view, f"guide heard {advice(view).key}")

    assert advice(view).step.name == "turn"
    assert len(view.desk.game().match.actions) == actions


def test_anything_else_can_be_pressed_while_it_speaks(tmp_path):
    view = guided(tmp_path)
    for found in followed(view):
        if found.step.name == "table":
            break

    press(view, "draft spring dale")

    assert view.desk.game().draft()["spring"] == "dale"
    assert advice(view).step.name == "table"


def test_who_leaves_the_guide_is_not_spoken_to_again(tmp_path):
    view = guided(tmp_path)

    press(view, "guide leave")

    assert advice(view) is None
    assert not view.desk.guided
    assert LEAVE not in words_on(view)


def test_a_step_is_done_by_doing_it_and_not_by_going_where_it_can_be_done(tmp_path):
    view = guided(tmp_path, NARROW)
    for found in followed(view):
        if found.step.name == "table" and found.spot.meaning == "leaf treaty":
            break

    press(view, "leaf treaty")

    assert advice(view).step.name == "table"
    assert advice(view).spot.meaning == "look spring"


def test_over_a_sheet_of_its_own_choice_the_guide_is_silent(tmp_path):
    view = guided(tmp_path)

    view.do("explain tension")

    assert advice(view) is None


def test_nobody_is_guided_who_has_not_asked_for_it(tmp_path):
    view = guided(tmp_path)
    view.desk.guided = False
    view.lay()

    assert not any(meaning.startswith("guide") for meaning in meanings(view))


def test_the_texts_are_short_enough_for_three_lines_of_a_narrow_page(tmp_path):
    view = guided(tmp_path, NARROW)
    for step in guide.STEPS:
        strip = Guidance(step.text, "guide heard it")

        assert strip.height(NARROW[0], view.lettering) <= 100, step.name


def test_the_line_goes_down_where_nothing_is_written_if_it_can():
    from game.desktop.box import Box
    from game.desktop.canvas import Canvas
    from game.desktop.lettering import Lettering
    from game.desktop.pictures import Pictures
    from game.desktop.theme import PAPER

    surface = pygame.Surface((300, 200))
    surface.fill(PAPER.panel)
    point_at(
        Canvas(surface, Lettering(1.0), PAPER, Pictures()),
        Box(0, 180, 300, 20),
        Box(20, 20, 260, 30),
        [Box(60, 80, 240, 20)],
    )

    row = [surface.get_at((x, 90))[:3] != PAPER.panel for x in range(300)]

    assert any(row[:60]) and not any(row[60:])


def test_a_paragraph_knows_where_its_lines_are_written(tmp_path):
    view = guided(tmp_path)
    placed = next(each for each in view.arrangement.placed if isinstance(each.widget, Words) and each.box.h > 40)

    lines = list(placed.widget.written(placed.box, view.lettering))

    assert sum(each.h for each in lines) == pytest.approx(placed.widget.height(placed.box.w, view.lettering))
    assert all(each.w <= placed.box.w for each in lines)

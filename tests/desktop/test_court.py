"""The court: a vote at home as a scene, and the other side's by its result alone."""

import pygame
import pytest
from attrs import evolve

from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.course import count_as_told, votes
from game.desktop.lettering import Lettering
from game.desktop.pictures import Pictures
from game.desktop.theme import PAPER
from game.desktop.widget import Mood
from game.desktop.widgets.votes import Division, Late, Tally
from game.desktop.widgets.words import words
from game.engine.home import faction_ledger, support
from game.engine.ledger import total
from game.prose.consent import CLOSED, ballots
from game.session.sitting import Entry
from tests.desktop.desks import NARROW, meanings, press, sitting_at, view_at, words_on


@pytest.fixture
def sitting(tmp_path):
    """The end of a game of Hill's: both villages have voted, and nobody has been told."""
    found = sitting_at(lambda sitting: False, tmp_path, seat="hill", start="spring", name="two-villages")
    before = [entry for entry, event in votes(found)]
    count_as_told(found, found.journal[found.journal.index(before[0]) - 1])
    return found


def stage_of(sitting, event):
    return sitting.match.scenario.stage[event.facts["stage"]]


def test_every_faction_of_the_hall_votes_as_its_own_ledger_says(sitting):
    entry, event = next(votes(sitting))
    before = entry.before["hill"]

    said = words_on(view_at(sitting, "court"))

    for faction in sitting.match.scenario.briefs["hill"].factions:
        points = total(faction_ledger(before.home, faction.id, before.pending.package))
        ballot = next(each for each in ballots(before, stage_of(sitting, event)) if each.faction == faction.id)
        assert (ballot.ayes > 0.5) == (points > 0)
        assert faction.title in said
        assert f"{round(100 * ballot.ayes)} in a hundred for it" in said
        assert ballot.why[1:] in said


def test_the_votes_the_broken_vows_and_the_day_add_up_to_the_result(sitting):
    entry, event = next(votes(sitting))
    before, stage = entry.before["hill"], stage_of(sitting, event)

    tally = next(p.widget for p in view_at(sitting, "court").arrangement.placed if isinstance(p.widget, Tally))

    swing = entry.action.swing
    assert sum(tally.brought) == pytest.approx(support(before.home, stage, before.pending.package) / 100, abs=0.01)
    assert tally.support == pytest.approx(sum(tally.brought) + swing, abs=0.01)
    assert tally.threshold == stage.threshold


def test_of_the_other_sides_vote_only_the_result_is_told(sitting):
    first, second = votes(sitting)
    count_as_told(sitting, first[0])

    view = view_at(sitting, "court")

    assert CLOSED in words_on(view)
    assert not [placed for placed in view.arrangement.placed if isinstance(placed.widget, Division)]
    assert f"{second[1].facts['support'] / 100:.0f} % in favour" in words_on(view)


def test_votes_are_told_one_after_the_other(sitting):
    told = [event.facts["stage"] for _, event in votes(sitting)]
    view = view_at(sitting, "court")
    assert len(told) == 2

    press(view, "onwards")

    assert view.desk.top.name == "court"
    assert [event.facts["stage"] for _, event in votes(sitting)] == told[1:]
    assert view.focus == "onwards"


def test_a_refusal_is_told_with_the_vote_that_made_it(sitting):
    entry, event = next(votes(sitting))
    fallen = evolve(event, facts={**event.facts, "support": 3000, "passed": False})
    refused = evolve(event, kind="refused", facts={"seat": "hill", "stage": event.facts["stage"]})
    sitting.journal[sitting.journal.index(entry)] = evolve(entry, events=(fallen, refused))

    said = words_on(view_at(sitting, "court"))

    assert "It falls." in said
    assert f"{sitting.match.scenario.seat['hill'].capital} has refused the text" in said


def test_the_mark_behind_the_halls_text_opens_its_sources(sitting):
    _, event = next(votes(sitting))
    view = view_at(sitting, "court")
    title = " ".join(sitting.view.sources["INVENTED"].title.split())
    assert title not in words_on(view)

    press(view, f"sources stage {event.facts['stage']}")

    assert title in words_on(view)


def test_a_vote_nobody_saw_from_within_is_told_by_its_result(sitting):
    entry, event = next(votes(sitting))
    sitting.journal[sitting.journal.index(entry)] = Entry(entry.action, entry.events, entry.turn)

    view = view_at(sitting, "court", size=NARROW)

    assert f"{event.facts['support'] / 100:.0f} % in favour" in words_on(view)
    assert "onwards" in meanings(view)


def pixel(widget, moved, at):
    """The colour that *widget* has at a point after a share of its movement."""
    surface = pygame.Surface((200, 60))
    surface.fill((255, 255, 255))
    box = Box(0, 0, 200, 60)
    widget.paint(Canvas(surface, Lettering(), PAPER, Pictures()), box, Mood(moved=moved))
    return surface.get_at(at)[:3]


def test_bars_grow_from_nought():
    division = Division(1.0, "first")

    assert pixel(division, 0.2, (120, 30)) != PAPER.seats[0]
    assert pixel(division, 1.0, (120, 30)) == PAPER.seats[0]


def test_the_result_is_seen_only_when_all_are_counted():
    late = Late(words("█" * 20))

    assert pixel(late, 0.9, (20, 14)) == (255, 255, 255)
    assert pixel(late, 1.0, (20, 14)) != (255, 255, 255)
    assert late.spoken() == "█" * 20

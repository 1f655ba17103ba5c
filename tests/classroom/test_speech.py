"""What is said at the table: meant when it goes far, signed when the delegation is for it, refused with reasons."""

import pytest

from game.classroom.seating import signs
from game.classroom.web.forms import action_of, cured
from game.classroom.web.plain import plain
from game.classroom.web.seat_page import seat_page
from game.engine.errors import GameError
from game.engine.phase import Phase
from tests.classroom.test_hall import ROLES, VILLAGES, class_of, to_the_table, who


def speaker(hall):
    """Who speaks now, and the rest of the delegation."""
    seat = hall.matches[0].people()[0]
    side = VILLAGES.seat_ids.index(seat)
    envoy = who(hall, 0, side, "speak")
    return envoy, [each for each in hall.room.at(0, side) if each.id != envoy.id]


def say(hall, envoy, **form):
    action = action_of(hall, envoy, form)
    hall.act(envoy, action, len(hall.matches[0].actions))
    return action


def offered(folder, people: int = 4):
    """A table where one side has laid a draft down and the other is to answer."""
    hall, _ = class_of(folder, people)
    to_the_table(hall)
    envoy, rest = speaker(hall)
    hall.draft(envoy, {"spring": "shared", "wood": "hill"})
    for each in rest:
        hall.vote(each, yes=True)
    say(hall, envoy, do="say", beyond="yes")
    while hall.matches[0].state.phase is not Phase.TABLE:
        to_the_table(hall)
    return hall


def test_going_beyond_the_instructions_must_be_meant(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    to_the_table(hall)
    for _ in range(4):
        envoy, _ = speaker(hall)
        menu = hall.matches[0].view(hall.seat_of(envoy)).menu
        far = {
            issue: next(o for o in each.rung if menu.beyond({issue: o}))
            for issue, each in menu.issues.items()
            if any(menu.beyond({issue: o}) for o in each.rung)
        }
        if far:
            break
        say(hall, envoy, do="hold")
        to_the_table(hall)
    assert far, "no envoy of the villages is bound"
    hall.draft(envoy, {**hall.matches[0].state.status_quo, **far})

    with pytest.raises(GameError, match="tick the box"):
        action_of(hall, envoy, {"do": "say"})

    assert set(action_of(hall, envoy, {"do": "say", "beyond": "yes"}).beyond) >= set(far)
    assert seat_page(hall, envoy).speech.beyond


def test_an_offer_is_signed_once_more_than_half_are_for_it(tmp_path):
    hall = offered(tmp_path)
    envoy, (colleague,) = speaker(hall)
    assert not signs(ROLES, hall.room, envoy)

    with pytest.raises(GameError, match="for signing"):
        say(hall, envoy, do="accept", beyond="yes")
    hall.vote(colleague, yes=True, on="signing")
    say(hall, envoy, do="accept", beyond="yes")

    assert hall.matches[0].state.signed is not None


def test_somebody_alone_signs_alone(tmp_path):
    hall = offered(tmp_path, people=2)
    envoy, _ = speaker(hall)

    say(hall, envoy, do="accept", beyond="yes")

    assert hall.matches[0].state.signed is not None


def test_votes_for_signing_are_void_once_something_else_has_been_said(tmp_path):
    hall = offered(tmp_path)
    envoy, (colleague,) = speaker(hall)
    hall.vote(colleague, yes=True, on="signing")

    say(hall, envoy, do="hold")

    assert not hall.room.tables[0].signing


def test_nobody_votes_for_signing_where_no_offer_waits(tmp_path):
    hall, people = class_of(tmp_path, 4)

    with pytest.raises(GameError, match="no offer of theirs"):
        hall.vote(people[0], yes=True, on="signing")


def test_a_refusal_carries_the_reasons_a_form_gives(tmp_path):
    hall = offered(tmp_path)
    envoy, _ = speaker(hall)
    faction = hall.matches[0].view(hall.seat_of(envoy)).brief.factions[0].id

    said = say(hall, envoy, do="hold", reason1="value:wood", reason2=f"home:spring:{faction}")

    assert [(each.kind.value, each.issue) for each in said.refusal.reasons] == [("value", "wood"), ("home", "spring")]


def test_a_reason_that_means_nothing_is_refused_with_a_sentence(tmp_path):
    hall = offered(tmp_path)
    envoy, _ = speaker(hall)

    with pytest.raises(GameError, match="no kind of reason"):
        action_of(hall, envoy, {"do": "hold", "reason1": "envy:wood"})
    with pytest.raises(GameError, match="there is no issue"):
        say(hall, envoy, do="hold", reason1="value:gold")


def test_a_cure_goes_into_the_draft(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    hall.remove(hall.room.at(0, 1)[0].id)  # a player answers, and says why it refuses
    (envoy,) = hall.room.at(0, 0)
    to_the_table(hall)
    while not seat_page(hall, envoy).curable:
        hall.draft(envoy, {"spring": "hill", "wood": "hill"})
        say(hall, envoy, do="say", beyond="yes")
        to_the_table(hall)
    asked = cured(hall, envoy)

    hall.draft(envoy, asked)

    assert asked != {"spring": "hill", "wood": "hill"}
    assert hall.room.tables[0].drafts[0].clauses == asked


def test_the_talks_are_broken_off_only_by_whoever_means_it(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    to_the_table(hall)
    envoy, _ = speaker(hall)

    with pytest.raises(GameError, match="tick the box"):
        action_of(hall, envoy, {"do": "walk-out"})

    say(hall, envoy, do="walk-out", sure="yes")
    assert hall.matches[0].state.outcome.left_by == hall.seat_of(envoy)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("It passes. `why home` gives the points.", ("It passes.",)),
        ("`brief` gives all.", ()),
        ("They would sign (`cure` does it):", ("They would sign:",)),
        ("Nothing typed here.", ("Nothing typed here.",)),
    ],
)
def test_a_page_does_not_speak_of_words_to_type(line, kept):
    assert plain([line]) == kept

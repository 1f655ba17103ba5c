"""Names fit for a class, and people who are away."""

import pytest

from game.classroom.keys import nickname_of
from game.classroom.presence import LONG, Presence
from game.classroom.seating import agreed
from game.engine import actions as a
from game.engine.errors import GameError
from tests.classroom.test_hall import ROLES, class_of, hall_in, to_the_table
from tests.classroom.test_speech import speaker


@pytest.mark.parametrize("name", ["Dickens", "Analise", "Peacock", "Pakistan 1", "Đặng", "Оля"])
def test_a_name_is_not_taken_for_a_word_it_holds(name):
    assert nickname_of(name) == name


@pytest.mark.parametrize("name", ["Sh1t", "fuuuck", "f-u-c-k", "Dick", "A Nazi", "Wh0re99", "сunt"])
def test_words_that_hurt_are_refused_however_they_are_spelt(name):
    with pytest.raises(GameError, match="would not do"):
        nickname_of(name)


@pytest.mark.parametrize(("one", "other"), [("Ana", "АNА"), ("Ana", "An4"), ("Zoë", "Zoe"), ("Li Wei", "li-wei")])
def test_nobody_takes_a_name_that_looks_like_anothers(tmp_path, one, other):
    hall = hall_in(tmp_path)
    hall.join(one)

    with pytest.raises(GameError, match="called"):
        hall.join(other)


def test_somebody_counts_as_away_only_once_they_could_have_been_heard_of(tmp_path):
    now = [0.0]
    presence = Presence(lambda: now[0])
    hall, (ada, ben) = class_of(tmp_path, 2)
    assert presence.away(hall.room) == frozenset()

    now[0] = LONG
    presence.mark(ada.id)
    now[0] = LONG + 1

    assert presence.away(hall.room) == {ben.id}


def test_whoever_is_away_keeps_nobody_waiting_for_a_vote(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    now = [0.0]
    hall.presence = Presence(lambda: now[0])
    to_the_table(hall)
    envoy, _ = speaker(hall)
    hall.draft(envoy, {"spring": "shared", "wood": "hill"})
    offer = a.Propose(hall.seat_of(envoy), {"spring": "shared", "wood": "hill"})
    with pytest.raises(GameError, match="more than half"):
        hall.act(envoy, offer, len(hall.matches[0].actions))

    now[0] = LONG + 1
    hall.presence.mark(envoy.id)

    hall.act(envoy, offer, len(hall.matches[0].actions))
    assert dict(hall.matches[0].state.text.offers[hall.seat_of(envoy)]) == dict(offer.package)


def test_an_aye_counts_although_its_owner_has_left_since(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    envoy, minister = hall.room.at(0, 0)
    hall.draft(envoy, {"spring": "shared", "wood": "hill"})
    hall.vote(minister, yes=True)

    assert agreed(ROLES, hall.room, envoy, away={minister.id})

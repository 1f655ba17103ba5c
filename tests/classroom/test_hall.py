"""A class without a network: who sits where, what counts only once it is kept, and how a class begins again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.hall import Hall
from game.classroom.keys import nickname_of
from game.classroom.room import Person
from game.classroom.seating import CORE, rights_of
from game.classroom.solver import LARGEST, MOST, place_for, tables_for
from game.classroom.store import SqliteStore
from game.content import ScenarioError, find, load
from game.content.roles import SHIPPED, read_roles
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.phase import Phase
from game.engine.record import state_digest
from game.session.options import Roster

VILLAGES = load("two-villages")
ROLES = read_roles(find("two-villages"))


def hall_in(folder: Path) -> Hall:
    hall = Hall(SqliteStore(folder / "class.sqlite"), VILLAGES, ROLES, Roster()["caretaker"])
    hall.open("spring", "crisis", "1", "key of the teacher")
    return hall


def class_of(folder: Path, count: int) -> tuple[Hall, list[Person]]:
    """A class that has begun, with its people in the order in which they came."""
    hall = hall_in(folder)
    people = [hall.join(f"Student {number}")[0].id for number in range(count)]
    hall.begin()
    return hall, [hall.room.people[each] for each in people]


def who(hall: Hall, table: int, side: int, right: str) -> Person:
    delegation = hall.room.at(table, side)
    return next(each for each in delegation if right in rights_of(ROLES, delegation, each))


def to_the_table(hall: Hall, table: int = 0) -> None:
    """Answer news with the first choice and give no orders, until envoys may speak."""
    while (match := hall.matches[table]).state.phase is not Phase.TABLE:
        seat = match.people()[0]
        person = who(hall, table, VILLAGES.seat_ids.index(seat), "order")
        menu = match.view(seat).menu
        action = a.Choose(seat, menu.card, menu.choices[0].choice.id) if menu.card else a.GiveOrders(seat)
        hall.act(person, action, len(match.actions))


# --- seats


@pytest.mark.parametrize("people", range(2, MOST + 1))
def test_every_class_from_2_to_60_fills_all_core_roles(people, tmp_path):
    sizes = tables_for(people)

    assert sum(each.people for each in sizes) == people
    assert all(1 <= side <= LARGEST for each in sizes for side in (each.first, each.second))
    hall, _ = class_of(tmp_path, people)
    for table in range(len(sizes)):
        for side in (0, 1):
            delegation = hall.room.at(table, side)
            had = frozenset().union(*(rights_of(ROLES, delegation, each) for each in delegation))
            assert had >= {*CORE, "draft", "vote"}
            assert all("vote" in rights_of(ROLES, delegation, each) for each in delegation)  # nobody is idle


@given(st.lists(st.tuples(st.integers(0, LARGEST), st.integers(0, LARGEST)), min_size=1, max_size=10))
def test_a_late_arrival_sits_where_fewest_are(sizes):
    place = place_for(sizes)

    smallest = min(size for sides in sizes for size in sides)
    if smallest == LARGEST:
        assert place is None
    else:
        assert sizes[place[0]][place[1]] == smallest


@pytest.mark.parametrize("people", [1, 61])
def test_a_class_is_neither_one_nor_more_than_sixty(people):
    with pytest.raises(ValueError, match="2 to 60 people"):
        tables_for(people)


def test_when_somebody_leaves_the_others_keep_their_seats_and_share_the_work(tmp_path):
    hall, people = class_of(tmp_path, 4)
    envoy, minister = hall.room.at(0, 0)

    hall.remove(envoy.id)

    assert hall.room.at(0, 0) == (minister,)
    assert rights_of(ROLES, hall.room.at(0, 0), minister) >= {*CORE}
    assert [each.id for each in hall.room.at(0, 1)] == [people[1].id, people[3].id]


def test_an_empty_delegation_is_kept_by_a_player_until_somebody_comes(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    hall.remove(hall.room.at(0, 1)[0].id)
    assert hall.matches[0].players and hall.matches[0].people() == ("hill",)

    late = hall.join("Late")[0]

    assert (late.table, late.side, late.role) == (0, 1, "envoy")
    assert not hall.matches[0].players


# --- rights


def test_what_is_for_the_other_side_or_another_role_is_refused_with_who_may(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    envoy, minister = hall.room.at(0, 0)
    seen = len(hall.matches[0].actions)

    with pytest.raises(GameError, match=f"for {minister.nickname}"):
        hall.act(envoy, a.GiveOrders("hill"), seen)
    with pytest.raises(GameError, match="for the other side"):
        hall.act(minister, a.GiveOrders("dale"), seen)
    with pytest.raises(GameError, match="moved on"):
        hall.act(minister, a.GiveOrders("hill"), seen + 1)


def test_a_draft_is_said_aloud_once_more_than_half_are_for_it(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    to_the_table(hall)
    seat = hall.matches[0].people()[0]
    side = VILLAGES.seat_ids.index(seat)
    envoy, minister = who(hall, 0, side, "speak"), who(hall, 0, side, "order")
    offer = a.Propose(seat, {"spring": "shared", "wood": "hill"})
    seen = len(hall.matches[0].actions)

    with pytest.raises(GameError, match="only your delegation's draft"):
        hall.act(envoy, offer, seen)
    hall.draft(minister, dict(offer.package))
    with pytest.raises(GameError, match="more than half"):
        hall.act(envoy, offer, seen)
    hall.vote(envoy, yes=True)
    hall.act(envoy, offer, seen)

    assert dict(hall.matches[0].state.text.offers[seat]) == dict(offer.package)


def test_a_new_draft_voids_the_votes_on_the_one_before(tmp_path):
    hall, _ = class_of(tmp_path, 4)
    envoy, minister = hall.room.at(0, 0)
    hall.draft(minister, {"spring": "shared", "wood": "hill"})
    hall.vote(envoy, yes=True)

    hall.draft(minister, {"spring": "dale", "wood": "hill"})

    assert hall.room.tables[0].drafts[0].votes == {minister.id}


def test_a_paused_class_reads_and_writes_but_does_not_act(tmp_path):
    hall, people = class_of(tmp_path, 2)
    hall.pause(on=True)

    with pytest.raises(GameError, match="paused"):
        hall.act(people[0], a.GiveOrders("hill"), len(hall.matches[0].actions))
    hall.say(people[0], "We wait.", to_all=True)
    assert hall.room.tables[0].said[-1].text == "We wait."


# --- keys


def test_a_token_opens_one_seat_and_a_code_gives_a_new_token(tmp_path):
    hall = hall_in(tmp_path)
    person, token, code = hall.join("Ada")

    again, fresh = hall.come_back(f" {code[:3].lower()} {code[3:]}")

    assert again.id == person.id and hall.person_of(fresh).id == person.id
    assert hall.person_of(token) is None and hall.person_of("") is None
    with pytest.raises(GameError, match="no student has this code"):
        hall.come_back("AAAAAA")


def test_the_store_holds_no_key_that_opens_anything(tmp_path):
    hall = hall_in(tmp_path)
    _, token, code = hall.join("Ada")

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert b"Ada" in kept
    assert token.encode() not in kept and code.encode() not in kept and b"key of the teacher" not in kept


@pytest.mark.parametrize("typed", ["", "   ", "x" * 25, "<script>", "a\nb\x00", "Teacher", "🙂", "-"])
def test_names_that_would_harm_or_mislead_are_refused(typed):
    with pytest.raises(GameError):
        nickname_of(typed)


@pytest.mark.parametrize("typed", ["Ada", " Ada  L. ", "Zoë", "O'Neil", "李雷", "Иван 2"])
def test_names_of_all_scripts_are_welcome(typed):
    assert nickname_of(typed) == " ".join(typed.split())


# --- the store


def test_a_class_begins_again_where_it_stood(tmp_path):
    hall, people = class_of(tmp_path, 5)
    to_the_table(hall)
    hall.draft(hall.room.at(0, 0)[0], {"spring": "shared", "wood": "hill"})
    hall.say(people[1], "Will you share?", to_all=True)
    hall.store.close()

    again = hall_in(tmp_path)

    assert again.room.people == hall.room.people and again.room.tables == hall.room.tables
    assert [state_digest(each.state) for each in again.matches] == [state_digest(each.state) for each in hall.matches]
    assert again.room.opened["code"] == hall.room.opened["code"]


def test_what_cannot_be_kept_has_not_happened(tmp_path, monkeypatch):
    hall, people = class_of(tmp_path, 2)
    before = state_digest(hall.matches[0].state)

    def full(_):
        raise OSError("the disk is full")

    monkeypatch.setattr(hall, "store", type("Full", (), {"append": staticmethod(full)})())
    with pytest.raises(OSError, match="full"):
        hall.act(people[0], a.GiveOrders("hill"), len(hall.matches[0].actions))

    assert state_digest(hall.matches[0].state) == before


def test_a_rewind_takes_back_and_survives_a_restart(tmp_path):
    hall, people = class_of(tmp_path, 2)
    begun = state_digest(hall.matches[0].state)
    hall.act(people[0], a.GiveOrders("hill"), len(hall.matches[0].actions))

    hall.rewind(0, 1)

    assert state_digest(hall.matches[0].state) == begun
    hall.store.close()
    assert state_digest(hall_in(tmp_path).matches[0].state) == begun


def test_a_skip_lets_a_player_act_once_for_whoever_is_waited_for(tmp_path):
    hall, _ = class_of(tmp_path, 2)
    waiting = hall.matches[0].people()

    hall.skip(0)

    assert waiting == ("hill", "dale") and hall.matches[0].people() == ("dale",)  # both had orders to give


def test_a_purge_leaves_nothing_that_a_search_finds(tmp_path):
    hall, people = class_of(tmp_path, 4)
    hall.say(people[0], "Unmistakable words", to_all=True)
    assert b"Unmistakable" in b"".join(path.read_bytes() for path in tmp_path.iterdir())

    hall.purge()

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Unmistakable" not in kept and b"Student" not in kept
    hall.store.close()


def test_a_roles_file_with_an_unknown_right_is_told_with_its_line(tmp_path):
    (tmp_path / "roles.yaml").write_text(SHIPPED.read_text(encoding="utf-8").replace("[speak,", "[speek,", 1), "utf-8")

    with pytest.raises(ScenarioError, match=r"roles.yaml:6:11: error unknown-right: no right is called 'speek'"):
        read_roles(tmp_path)


def signed_with_voices(tmp_path) -> tuple[Hall, Person]:
    """A class of twelve, six a side, so that each side has a voice of a faction; its table has just signed a text."""
    hall, _ = class_of(tmp_path, 12)
    for person in hall.room.at(1):
        hall.move(person.id, 0, person.side)
    to_the_table(hall)
    offer = {"spring": "dale", "wood": "hill"}
    seat = hall.matches[0].people()[0]
    side = VILLAGES.seat_ids.index(seat)
    for each in hall.room.at(0, side)[:1]:
        hall.draft(each, offer)
    for each in hall.room.at(0, side):
        hall.vote(each, yes=True)
    hall.act(
        who(hall, 0, side, "speak"),
        a.Propose(seat, offer, hall.matches[0].view(seat).menu.beyond(offer)),
        seen_at(hall),
    )
    other = hall.matches[0].people()[0]
    beyond = hall.matches[0].view(other).menu.beyond(offer)
    for each in hall.room.at(0, 1 - side):
        hall.vote(each, yes=True, on="signing")
    hall.act(who(hall, 0, 1 - side, "speak"), a.Accept(other, beyond), seen_at(hall))
    while hall.matches[0].people() and not hall.silent_voices(0):
        hall.skip(0)
    return hall, hall.silent_voices(0)[0]


def seen_at(hall: Hall) -> int:
    return len(hall.matches[0].actions)


@pytest.mark.parametrize(("warmth", "pick"), [(1, max), (-1, min)])
def test_whoever_speaks_for_a_faction_sways_its_vote(tmp_path, warmth, pick):
    hall, voice = signed_with_voices(tmp_path)
    swings = [each.swing for each in hall.matches[0].chances()]
    place = seen_at(hall)

    hall.voice(voice, warmth)

    assert hall.matches[0].actions[place].swing == pick(swings)
    with pytest.raises(GameError, match="no vote at home waits for you"):
        hall.voice(voice, warmth)


def test_nobody_but_a_voice_is_asked_and_the_teacher_may_leave_it_to_chance(tmp_path):
    hall, voice = signed_with_voices(tmp_path)
    envoy = who(hall, 0, voice.side, "speak")

    with pytest.raises(GameError, match="no vote at home waits for you"):
        hall.voice(envoy, 1)
    swings, place = hall.matches[0].chances(), seen_at(hall)
    hall.skip(0)

    assert hall.matches[0].actions[place] in swings

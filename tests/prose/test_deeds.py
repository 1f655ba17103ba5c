"""Actions in sentences: each side reads what it did and what it heard, and nothing else."""

from functools import lru_cache

import pytest

from game.content import find
from game.engine.actions import Armistice, GiveOrders, Order, Report
from game.prose.deeds import Heard, heard_by, heard_by_all, knowers, moved_meters, orders_line
from game.session.chronicle import Moment, chronicle
from game.session.save import load_match


@lru_cache(maxsize=2)
def moments(line: str = "st-petersburg-1881") -> tuple[Moment, ...]:
    """A documented line of the crisis, moment by moment."""
    match, _ = load_match(find("ili-1871") / "lines" / f"{line}.txt")
    return chronicle(match)


def told(moment: Moment, seat: str) -> list[Heard]:
    return list(heard_by(moment.view(seat), moment.action, moment.events, moment.state.scenario))


def first(kind: type, seat: str = "") -> Moment:
    return next(each for each in moments() if isinstance(each.action, kind) and seat in ("", each.action.seat))


def test_sealed_orders_are_read_by_their_giver_alone():
    given = first(GiveOrders, "qing")

    assert next(each.text for each in told(given, "qing") if each.seat).startswith("You order: ")
    assert not any("order: " in each.text for each in told(given, "russia"))


def test_an_order_names_its_faction_or_the_clause_it_stops_at():
    view, scenario = moments()[0].view("qing"), moments()[0].state.scenario
    order = GiveOrders("qing", (Order("lobby", "throne"), Order("stand", issue="tekes", option="china_paid")))
    faction, clause = view.parties["qing.throne"], view.issue("tekes").option("china_paid").title

    line = orders_line(view, order, scenario)

    assert faction.removeprefix("The ") in line
    assert f"no further than “{clause}”" in line


def test_another_seats_orders_are_told_by_its_title():
    view, scenario = moments()[0].view("qing"), moments()[0].state.scenario

    assert orders_line(view, GiveOrders("russia"), scenario) == "The Russian Empire gives no orders this turn."


def test_a_report_of_agents_is_read_by_the_side_that_sent_them():
    found = next(each for each in moments("livadia-1879") if isinstance(each.action, Report))
    reader, other = found.action.reader, found.state.scenario.other(found.action.reader)

    assert [each.seat for each in told(found, reader)] == [reader]
    assert told(found, other) == []


def test_every_event_a_seat_hears_and_nothing_it_does_not():
    for moment in moments():
        for seat in ("qing", "russia"):
            assert {each.seat for each in told(moment, seat)} <= {"", seat}


def all_told(moment: Moment) -> list[Heard]:
    views = [moment.view(seat) for seat in ("qing", "russia")]
    return list(heard_by_all(views, moment.action, moment.events, moment.state.scenario))


def test_at_the_end_what_each_side_alone_knew_stands_beside_what_both_did():
    for moment in moments("livadia-1879"):
        sealed = [event for event in moment.events if event.kind == "ordered" and event.heard_by]
        known = [each.seat for each in (*told(moment, "qing"), *(x for x in told(moment, "russia") if x.seat))]

        # secret orders are told once, with the rest that were handed in
        assert sorted([*(each.seat for each in all_told(moment)), *(event.heard_by for event in sealed)]) == sorted(
            known
        )


def test_at_the_end_the_other_sides_orders_are_told_and_what_it_alone_heard_is_quoted():
    given = all_told(first(GiveOrders, "russia"))
    reported = next(each for each in moments("livadia-1879") if isinstance(each.action, Report))

    assert given[0].text.startswith("The Russian Empire orders: ")
    assert not given[0].quoted
    assert [each.quoted for each in all_told(reported)] == [True]


def test_the_turn_that_begins_is_told_by_its_date():
    turned = next(each for each in moments() if any(event.kind == "turn" for event in each.events))
    title = turned.state.scenario.turns[turned.state.turn - 1].title

    assert f"Turn {turned.state.turn} begins: {title}." in [each.text for each in told(turned, "qing")]


def test_the_answer_to_an_armistice_is_said_in_words():
    view = moments()[0].view("qing")
    scenario = moments()[0].state.scenario

    assert [each.text for each in heard_by(view, Armistice("qing", True), (), scenario)] == [
        "Asked whether to stop, you say yes."
    ]
    assert list(heard_by(view, Armistice("russia", True), (), scenario)) == []


def test_only_meters_that_moved_and_that_the_seat_could_read_are_told():
    for before, after in zip(moments(), moments()[1:], strict=False):
        one, two = before.view("qing"), after.view("qing")
        changed = [name for name in two.meters if one.meters[name] != two.meters[name]]

        assert len(list(moved_meters(one, two))) == len(changed)


@pytest.mark.parametrize(
    ("seats", "sentence"),
    [
        ([], ""),
        ([""], "Both sides knew of this."),
        (["qing"], "This was known to you alone."),
        (["russia"], "This was known to the Russian Empire alone."),
        (["", "qing"], "Both sides knew of part of this; the rest was known to you alone."),
        (["qing", "russia"], "Each side knew its own part of this."),
    ],
)
def test_who_knew_is_said_in_a_sentence(seats, sentence):
    assert knowers([Heard(("x",), seat) for seat in seats], moments()[0].view("qing")) == sentence

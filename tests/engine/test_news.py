"""Cards: which may come, what they do, who answers."""

from attrs import evolve

from game.engine.actions import Choose, Happen
from game.engine.card import Card, Choice
from game.engine.condition import parse_condition
from game.engine.events import heard
from game.engine.legal import QUIET_WEIGHT, legal_actions
from game.engine.news import eligible_cards
from game.engine.phase import Phase
from game.engine.rules import apply, start
from game.engine.view import view_for
from tests.builders import GIFT, STORM, TINY, make_scenario, play

LETTER = Card(
    "letter", "Letter", "For hill's eyes.", seen_by="hill", decides="hill", choices=(Choice("burn", "Burn it"),)
)


def dated(card, first="", last="", **changes):
    return evolve(card, first=first, last=last, **changes)


def test_a_card_comes_only_between_its_dates_when_its_condition_holds_and_once():
    cards = (
        dated(STORM, id="now", first="1800-01", last="1800-01"),
        dated(STORM, id="early", last="1799-12"),
        dated(STORM, id="late", first="1800-02"),
        evolve(STORM, id="tense", when=parse_condition("tension > 35")),
        evolve(STORM, id="again"),
    )
    state = start(make_scenario(cards=cards))

    assert [card.id for card in eligible_cards(state)] == ["now", "again"]
    assert [card.id for card in eligible_cards(play(state, "chance news again"))] == ["now", "tense"]


def test_without_a_card_that_may_come_the_turn_begins_with_orders():
    assert start(make_scenario(cards=(dated(STORM, first="1800-02"),))).phase is Phase.ORDERS


def test_chance_draws_a_card_by_weight_beside_a_quiet_month():
    odds = legal_actions(start(make_scenario(cards=(STORM, GIFT))), "chance").odds

    assert odds == ((Happen("storm"), 30), (Happen("gift"), 10), (Happen(""), QUIET_WEIGHT))


def test_a_certain_card_goes_before_all_others():
    cards = (STORM, evolve(STORM, id="sure", certain=True))

    assert legal_actions(start(make_scenario(cards=cards)), "chance").odds == ((Happen("sure"), 1),)


def test_a_card_that_asks_nobody_takes_effect_and_the_orders_follow():
    state = play(make_scenario(cards=(STORM,)), "chance news storm")

    assert (state.level("tension"), state.happened, state.phase) == (40, {"storm": ""}, Phase.ORDERS)


def test_a_quiet_month_leaves_everything_as_it_was():
    state = play(make_scenario(cards=(STORM,)), "chance quiet")

    assert (state.level("tension"), state.happened, state.phase) == (35, {}, Phase.ORDERS)


def test_a_card_with_choices_waits_for_the_seat_that_decides():
    state = play(make_scenario(cards=(GIFT,)), "chance news gift")

    assert (state.phase, state.card) == (Phase.CARD, "gift")
    assert "Hill to act" in legal_actions(state, "dale").waiting_for
    answered = play(state, "hill choose gift keep")
    assert answered.happened == {"gift": "keep"}
    assert (answered.level("treasury", "hill"), answered.level("treasury", "dale")) == (8, 6)
    assert (answered.phase, answered.card) == (Phase.ORDERS, "")


def test_a_choice_whose_condition_does_not_hold_says_when_it_is_open():
    menu = legal_actions(play(make_scenario(cards=(GIFT,)), "chance news gift"), "hill")

    assert menu.why_not(Choose("hill", "gift", "return")) == "'Send it back' is open only if tension >= 50"
    assert menu.why_not(Choose("hill", "gift", "kep")) == "'Gift' has no choice 'kep' (did you mean 'keep'?)"
    assert menu.why_not(Choose("hill", "gold", "keep")) == "'Gift' waits for your answer, not 'gold'"


def test_a_card_with_no_choice_open_asks_nobody():
    hard = evolve(GIFT, choices=GIFT.choices[1:])

    state = play(make_scenario(cards=(hard,)), "chance news gift")

    assert (state.phase, state.happened) == (Phase.ORDERS, {"gift": ""})


def test_as_many_cards_come_as_the_length_allows():
    cards = (STORM, evolve(STORM, id="flood"), evolve(STORM, id="frost"))

    two = play(make_scenario(cards=cards, lengths=(evolve(TINY.lengths[0], cards=2),)), "chance news storm")

    assert two.phase is Phase.NEWS
    assert play(two, "chance news frost").phase is Phase.ORDERS


def test_a_letter_is_heard_of_and_seen_by_its_reader_alone():
    first = start(make_scenario(cards=(LETTER,)))

    step = apply(first, Happen("letter"))
    told = apply(step.state, Choose("hill", "letter", "burn"))

    assert [event.kind for event in heard(step.events, "hill")] == ["card"]
    assert heard(step.events, "dale") == heard(told.events, "dale") == ()
    assert [news.card.id for news in view_for(told.state, "hill").news] == ["letter"]
    assert view_for(told.state, "dale").news == view_for(told.state, None).news == ()

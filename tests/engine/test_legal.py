"""What is on a menu, at whatever moment a game may be."""

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from game.content import load
from game.engine import actions as a
from game.engine.legal import legal_actions
from game.engine.phase import Phase
from game.engine.rules import start
from game.engine.turn import awaiting
from tests.builders import GIFT, STORM, TINY, make_scenario, no_orders, play, random_states

STATES = random_states(load("two-villages"), TINY, make_scenario(cards=(STORM, GIFT)))
RANDOM = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@RANDOM
@given(STATES)
def test_only_those_who_are_waited_for_have_something_to_do(state):
    for seat in (*state.scenario.seat_ids, a.CHANCE):
        menu = legal_actions(state, seat)

        assert bool(menu.verbs) == (seat in awaiting(state))
        assert bool(menu.waiting_for) != bool(menu.verbs)


@RANDOM
@given(STATES)
def test_talks_can_be_broken_off_wherever_a_seat_speaks_or_orders_and_no_text_is_signed(state):
    for seat in awaiting(state):
        free = state.phase in (Phase.ORDERS, Phase.TABLE) and state.signed is None

        assert (a.WalkOut in legal_actions(state, seat).verbs) == free


@RANDOM
@given(STATES)
def test_a_menu_shows_a_seat_its_own_purse_and_factions_alone(state):
    for seat in state.scenario.seat_ids:
        menu = legal_actions(state, seat)

        assert set(menu.factions) <= {faction.id for faction in state.scenario.briefs[seat].factions}
        assert all(level == state.meters[f"{seat}.{meter}"] for meter, level in menu.purse.items())
        assert menu.odds == ()


@RANDOM
@given(STATES)
def test_each_thing_that_may_happen_is_listed_once(state):
    odds = [action for action, _ in legal_actions(state, a.CHANCE).odds]

    assert len(set(odds)) == len(odds)


def test_an_incident_is_among_the_odds_only_above_sixty_and_by_its_chance():
    end = play(no_orders(TINY), "hill hold", "dale hold")
    tense = evolve(end, meters={**end.meters, "tension": 80})

    calm_odds, tense_odds = (legal_actions(each, a.CHANCE).odds for each in (end, tense))

    assert not any(action.incident for action, _ in calm_odds)
    share = sum(weight for action, weight in tense_odds if action.incident) / sum(weight for _, weight in tense_odds)
    assert abs(share - 0.0875) < 1e-4  # 0.35 x (20/40)^2


def test_the_first_moment_offers_every_order_with_the_reason_why_some_are_closed():
    offers = {offer.kind.id: offer.why_not for offer in legal_actions(start(TINY), "hill").orders}

    assert {kind for kind, why in offers.items() if not why} == set(TINY.order) - {"attack", "ultimatum"}
    assert offers["attack"].startswith("war needs tension 70 or more (now 35), readiness 85 or more (now 50) and 50 in")

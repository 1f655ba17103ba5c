"""How the bargaining players speak: what they want as time goes, whose character speaks, and what they go towards."""

from random import Random

import pytest
from attrs import evolve

from game.engine import actions as a
from game.engine.brief import Character, Envoy
from game.engine.phase import Phase
from game.engine.rules import start, view_for
from game.engine.state import War
from game.engine.treaty import Offer, Ultimatum
from game.players import CARETAKER, ROSTER, STATESMAN
from game.players.appraisal import appraise
from game.players.bargainer import Bargainer, elapsed, stubborn_lately, what_they_asked
from tests.builders import DALE, TINY, no_orders, play, with_brief

WATER_FOR_WOOD = {"water": "dale", "wood": "hill"}
"""60 points to hill and 70 to dale, and each loses an issue that its factions hold dear."""
KEEPS = {"water": "half", "wood": "hill"}
PLAIN = Envoy("abe", "Abe")
STEADY = Character(concession=1.0, reciprocity=1.0, opening=80, margin=10)


def envoys(*those, seat="hill", **changes):
    return with_brief(TINY, seat, envoys=those, **changes)


def appraisal_of(state, seat="hill"):
    return appraise(view_for(state, seat))


def target(scenario, turn, **changes):
    return STATESMAN.target(appraisal_of(evolve(start(scenario), turn=turn, **changes)))


@pytest.mark.parametrize(
    ("traits", "turn", "points"),
    # no treaty is worth 40 - 5 to hill, nine turns of waiting cost 9, and the margin is never given up
    [
        ({"margin": 10}, 1, 80),
        ({"margin": 10}, 5, 26 + 10),
        ({"margin": 0}, 5, 26),
        ({"margin": 25}, 5, 26 + 25),
        ({"margin": 10}, 3, (80 + 36) / 2),  # half the time, and e = 1
        ({"margin": 10, "concession": 2.0}, 3, 80 - (80 - 36) * 0.5**0.5),
        ({"margin": 10, "concession": 0.5}, 3, 80 - (80 - 36) * 0.25),
    ],
)
def test_a_seat_comes_down_from_its_opening_to_a_margin_above_what_waiting_is_worth(traits, turn, points):
    scenario = envoys(PLAIN, character=evolve(STEADY, **traits))

    assert target(scenario, turn) == pytest.approx(points)


def test_an_envoy_bargains_in_character_and_the_next_as_the_seat_does():
    scenario = envoys(Envoy("ann", "Ann", character=evolve(STEADY, opening=50)), PLAIN, character=STEADY)

    assert target(scenario, 1) == 50
    assert target(scenario, 1, envoys={"hill": "abe", "dale": "dale-envoy"}) == 80


def test_an_ultimatum_bites_by_how_far_the_other_sides_word_is_believed():
    scenario = envoys(PLAIN, character=STEADY)

    # 15 in a hundred of the way from 80 to 36, times a credibility of 60 in a hundred
    assert target(scenario, 1, ultimata=(Ultimatum("dale", 3),)) == pytest.approx(80 - 44 * 0.15 * 0.6)
    assert target(scenario, 1, ultimata=(Ultimatum("hill", 3),)) == 80


def test_a_player_may_have_a_curve_of_its_own():
    view = appraisal_of(evolve(start(envoys(PLAIN, character=STEADY)), turn=3))

    assert Bargainer("hasty", "", concession=2.0).target(view) == pytest.approx(80 - 44 * 0.5**0.5)


@pytest.mark.parametrize(("turn", "share"), [(1, 0), (3, 0), (4, 0.5), (5, 1), (6, 1)])
def test_only_turns_with_a_table_count_as_time(turn, share):
    # without the first two turns, tables are the third to the fifth, the last that leaves time for consent
    calendar = tuple(evolve(each, table=place >= 2) for place, each in enumerate(TINY.turns))

    assert elapsed(view_for(evolve(start(evolve(TINY, turns=calendar)), turn=turn), "hill")) == pytest.approx(share)


def test_where_there_is_one_chance_to_speak_all_time_has_passed():
    single = evolve(TINY, turns=TINY.turns[:2])

    assert elapsed(view_for(start(single), "hill")) == 1


def offered_to_dale(player=STATESMAN, seed=1, **traits):
    """What dale, whose envoy must keep the wood, answers to the water for the wood."""
    character = Character(**{"opening": 65.0, **traits})
    bound = Envoy("dan", "Dan", {"wood": "dale"}, character)
    free = envoys(PLAIN)
    scenario = with_brief(free, "dale", envoys=(bound,))
    state = play(no_orders(scenario), "hill propose water=dale wood=hill")
    return state, player.decide(view_for(state, "dale"), Random(seed))


def test_an_envoy_that_oversteps_signs_past_its_mandate_and_says_where():
    state, answer = offered_to_dale(oversteps=1.0)

    assert answer == a.Accept("dale", ("wood",))
    signed = play(state, "dale accept beyond wood").signed
    assert (signed.package, signed.beyond) == (WATER_FOR_WOOD, {"hill": (), "dale": ("wood",)})


def test_an_envoy_that_does_not_overstep_refuses_and_names_its_mandate():
    _, answer = offered_to_dale()

    assert not isinstance(answer, a.Accept)
    assert a.Reason(a.ReasonKind.MANDATE, "wood") in answer.refusal.reasons


def test_nobody_oversteps_for_less_than_is_good_enough():
    _, answer = offered_to_dale(oversteps=1.0, opening=71)  # the text is worth 70

    assert not isinstance(answer, a.Accept)


def test_a_caretaker_never_oversteps():
    assert not any(isinstance(offered_to_dale(CARETAKER, seed, oversteps=1.0)[1], a.Accept) for seed in range(20))


def test_an_envoy_oversteps_as_often_as_its_character_says():
    state, _ = offered_to_dale(oversteps=0.25)
    appraisal = appraisal_of(state, "dale")

    signs = sum(STATESMAN.oversteps(appraisal, WATER_FOR_WOOD, 65, Random(seed)) for seed in range(1000)) / 1000

    assert signs == pytest.approx(0.25, abs=0.055)  # four times sqrt(0.25 x 0.75 / 1000)


def test_an_envoy_that_oversteps_does_not_ask_whether_home_would_have_it():
    lost = with_brief(envoys(PLAIN), "dale", factions=(evolve(DALE.factions[0], favour=-90),))
    rash = with_brief(lost, "dale", character=Character(opening=65, oversteps=1.0))

    for scenario, signs in ((lost, False), (rash, True)):
        state = play(no_orders(scenario), "hill propose water=dale wood=hill")
        assert isinstance(STATESMAN.decide(view_for(state, "dale"), Random(1)), a.Accept) is signs


def answered(own, turn=2, **cure):
    """Hill about to speak, after an offer of its own of which dale has asked for other clauses."""
    state = no_orders(evolve(start(envoys(PLAIN)), turn=turn))
    package = {"water": own[0], "wood": own[1]}
    asks = a.Refusal((a.Reason(a.ReasonKind.TIMING),), cure)
    text = evolve(state.text, offers={"hill": package}, answering="hill", answers={"dale": asks})
    return evolve(state, text=text, offers=(Offer("hill", turn - 1, package),))


def test_what_they_asked_for_is_the_last_offer_with_their_changes():
    state = answered(("hill", "hill"), water="half")

    assert what_they_asked(view_for(state, "hill")) == KEEPS
    assert what_they_asked(view_for(answered(("hill", "hill")), "hill")) is None
    assert what_they_asked(view_for(no_orders(TINY), "hill")) is None


def test_what_they_asked_for_is_offered_as_soon_as_it_will_do():
    appraisal = appraisal_of(answered(("hill", "hill"), water="half"))

    assert STATESMAN.offer(appraisal, 35) == KEEPS  # worth 80, and passed at home
    assert appraisal.best_reply(35) == WATER_FOR_WOOD  # what would have been offered unasked


@pytest.mark.parametrize(("turn", "package"), [(2, WATER_FOR_WOOD), (3, KEEPS), (5, KEEPS)])
def test_later_in_the_day_an_offer_starts_from_what_they_asked_for(turn, package):
    # asked for the wood (20 points) beside half the water; of what is worth 35 and safe at home, the text nearest to
    # that keeps half the water, while dale is thought to like all the water best; the third turn is half of the time
    appraisal = appraisal_of(answered(("half", "hill"), turn, wood="dale"))

    assert STATESMAN.offer(appraisal, 35) == package


def exchanged(*dale: dict) -> tuple[Offer, ...]:
    """Dale's offers, each answered by an offer of Hill's that is always the same."""
    hill = {"water": "hill", "wood": "hill"}
    return tuple(offer for package in dale for offer in (Offer("dale", 1, package), Offer("hill", 1, hill)))


ALL_DALE = {"water": "dale", "wood": "dale"}


def test_who_stands_still_is_not_met_half_way():
    state = answered(("half", "hill"), 4, wood="dale")

    view = view_for(evolve(state, offers=(*exchanged(*[ALL_DALE] * 7), *state.offers)), "hill")

    assert stubborn_lately(view)
    assert STATESMAN.offer(appraise(view), 35) == WATER_FOR_WOOD


@pytest.mark.parametrize(
    ("dale", "stubborn"),
    [
        ([ALL_DALE] * 6, False),
        ([ALL_DALE] * 7, True),
        ([ALL_DALE] * 6 + [KEEPS] * 2, False),  # gave something, and was answered twice since
        ([ALL_DALE] * 7 + [KEEPS], True),  # moved only with its latest offer
    ],
)
def test_stubborn_is_who_was_answered_seven_times_and_gave_nothing_before_the_latest_offer(dale, stubborn):
    state = evolve(no_orders(TINY), offers=exchanged(*dale))

    assert stubborn_lately(view_for(state, "hill")) is stubborn


@pytest.mark.parametrize(("count", "stubborn"), [(6, False), (7, True)])
def test_silence_is_standing_still(count, stubborn):
    state = evolve(no_orders(TINY), offers=tuple(Offer("hill", 1, KEEPS) for _ in range(count)))

    assert stubborn_lately(view_for(state, "hill")) is stubborn


def test_standing_still_stays_the_other_sides_hand():
    still = evolve(STEADY, reciprocity=0.5)

    # half the time is past: half of the way of 44, and half of that again
    found = target(envoys(PLAIN, character=still), 3, offers=exchanged(*[ALL_DALE] * 7))
    assert found == pytest.approx(80 - 44 * 0.25)


def pressed(own, oversteps=1.0, turn=2, said=1, **asked):
    """Hill's appraisal, for an envoy who may overstep, when dale has asked for other clauses than its last offer's."""
    state = answered(own, turn, **asked)
    rash = with_brief(state.scenario, "hill", character=Character(oversteps=oversteps))
    return appraisal_of(evolve(state, scenario=rash, offers=(evolve(state.offers[0], turn=said),)))


def test_an_envoy_that_oversteps_opens_a_turn_with_one_more_clause_instead_of_the_same_words():
    # nothing safe at home gives dale more than all the water; both its asks are worth 60 (the wood) and 0 to hill
    assert STATESMAN.offer(pressed(("dale", "hill"), 0.0, wood="dale"), 0) == WATER_FOR_WOOD
    assert STATESMAN.offer(pressed(("dale", "hill"), 1.0, wood="dale"), 0) == ALL_DALE


def test_he_yields_once_in_a_turn_and_does_not_take_it_back():
    assert STATESMAN.offer(pressed(("dale", "hill"), said=2, wood="dale"), 0) == WATER_FOR_WOOD
    assert STATESMAN.offer(pressed(("dale", "dale"), said=2), 0) == ALL_DALE


def test_he_yields_nothing_that_leaves_less_than_he_wants_and_nothing_when_he_must_obey():
    assert STATESMAN.offer(pressed(("dale", "hill"), wood="dale"), 1) == WATER_FOR_WOOD  # all to dale is worth 0
    assert CARETAKER.offer(pressed(("dale", "hill"), wood="dale"), 0) != ALL_DALE


def test_what_he_asks_in_his_refusal_is_no_more_than_what_he_has_offered():
    appraisal = pressed(("dale", "dale"))

    assert appraisal.cure({"water": "dale", "wood": "dale"}, 0, ALL_DALE) == ALL_DALE  # though home would refuse it


def test_he_signs_his_own_words_when_the_other_side_says_them():
    """Dale, who bargains in character, has offered all that hill then offers; nothing of it would pass at home."""
    timid = Character(opening=65, oversteps=1e-9)  # so rarely by chance that no test sees it
    scenario = with_brief(envoys(PLAIN), "dale", character=timid, factions=(evolve(DALE.factions[0], favour=-90),))
    state = play(no_orders(scenario), "hill propose water=dale wood=hill")
    before = evolve(state.text, offers={**state.text.offers, "dale": WATER_FOR_WOOD})

    assert isinstance(STATESMAN.decide(view_for(evolve(state, text=before), "dale"), Random(1)), a.Accept)
    assert not isinstance(STATESMAN.decide(view_for(state, "dale"), Random(1)), a.Accept)


def test_a_clause_that_the_seat_has_initialled_itself_stays_in_its_own_offers():
    state = answered(("half", "hill"), 2, wood="dale")
    text = evolve(state.text, half={"water": ("hill", "half")})

    free = STATESMAN.offer(appraisal_of(evolve(state, offers=())), 35)
    bound = STATESMAN.offer(appraisal_of(evolve(state, offers=(), text=evolve(text, answers={}))), 35)

    assert free["water"] != "half"
    assert bound == KEEPS


def test_a_player_that_does_not_ponder_demands_what_it_likes_best():
    blunt = Bargainer("blunt", "", ponders=False)

    assert blunt.offer(appraisal_of(answered(("half", "hill"), 4, wood="dale")), 35) == {
        "water": "hill",
        "wood": "hill",
    }


def test_a_spectator_has_nothing_to_appraise():
    with pytest.raises(ValueError, match="spectator"):
        appraise(view_for(start(TINY), None))


@pytest.mark.parametrize("player", [STATESMAN, ROSTER["agreeable"]], ids=lambda player: player.name)
def test_the_sensible_stop_a_war_as_soon_as_they_may(player):
    state = evolve(start(TINY), phase=Phase.ARMISTICE, war=War("hill", ("hill",)))

    assert player.decide(view_for(state, "hill"), Random(1)) == a.Armistice("hill", agreed=True)

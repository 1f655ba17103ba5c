"""The first moment: a start and a length chosen, weights scaled, opening offers laid out."""

import pytest
from attrs import evolve

from game.engine.brief import Link
from game.engine.effect import Effect
from game.engine.errors import GameError
from game.engine.opening import narrowed
from game.engine.rules import start
from game.engine.scenario import Length, Start
from game.engine.treaty import Offer
from tests.builders import TINY, make_scenario, with_brief

TWO = make_scenario(
    starts=(
        *TINY.starts,
        Start(
            "noon",
            "Noon",
            "1800-03",
            envoys={"hill": "abe"},
            offers={"dale": "old-pact"},
            effects=(Effect("tension", 10), Effect("hill.young.favour", 3)),
        ),
    ),
    lengths=(*TINY.lengths, Length("short", "Short", 5, turns=2, sittings=3, cards=2, issues=("wood",))),
)


def test_the_first_start_and_length_are_taken_when_none_is_named():
    state = start(TWO)

    assert (state.scenario.chapter, state.scenario.length, len(state.scenario.turns)) == ("dawn", "whole", 6)


def test_a_start_has_its_own_date_envoys_offers_and_effects():
    state = start(TWO, "noon")

    package = {"water": "half", "wood": "hill"}
    assert [turn.id for turn in state.scenario.turns] == ["1800-03", "1800-04", "1800-05", "1800-06"]
    assert state.envoys == {"hill": "abe", "dale": "dale-envoy"}
    assert (state.text.offers, state.text.answering) == ({"dale": package}, "dale")
    assert state.offers == (Offer("dale", 0, package),)
    assert (state.level("tension"), state.favours["hill.young"]) == (45, -3)


def test_a_length_narrows_turns_and_issues_and_scales_weights_to_a_hundred():
    state = start(TWO, "noon", "short")

    scenario = state.scenario
    assert ([turn.id for turn in scenario.turns], scenario.sittings, scenario.cards_per_turn) == (
        ["1800-03", "1800-04"],
        3,
        2,
    )
    assert list(scenario.issue) == ["wood"]
    assert scenario.briefs["hill"].weights == {"wood": 100}
    assert scenario.briefs["hill"].faction("young").weights == {"wood": 100}
    assert state.text.offers == {"dale": {"wood": "hill"}}
    assert state.status_quo == {"wood": "dale"}


def test_a_link_to_an_issue_that_is_left_out_is_left_out_too():
    linked = with_brief(TWO, "hill", links=(Link({"water": "half", "wood": "hill"}, 4),))

    assert narrowed(linked, "dawn", "short").briefs["hill"].links == ()
    assert len(narrowed(linked, "dawn", "whole").briefs["hill"].links) == 1


def test_a_faction_with_no_weight_on_what_is_left_keeps_none():
    faction = evolve(TINY.briefs["dale"].factions[0], weights={"water": 100})

    brief = narrowed(with_brief(TWO, "dale", factions=(faction,)), "", "short").briefs["dale"]

    assert brief.faction("dale-folk").weights == {}


def some_lengths(*lengths):
    return evolve(TWO, starts=(TWO.starts[0], evolve(TWO.starts[1], lengths=lengths)))


def test_a_start_may_offer_only_some_lengths_and_the_first_of_them_by_default():
    scenario = some_lengths("short")

    assert [each.id for each in scenario.lengths_from(scenario.starts[0])] == ["whole", "short"]
    assert [each.id for each in scenario.lengths_from(scenario.starts[1])] == ["short"]
    assert (narrowed(scenario).length, narrowed(scenario, "noon").length) == ("whole", "short")


def test_lengths_stand_in_the_scenarios_order_whatever_the_start_says():
    scenario = some_lengths("short", "whole")

    assert narrowed(scenario, "noon").length == "whole"


def test_a_length_that_a_start_does_not_offer_is_refused_with_those_it_does():
    with pytest.raises(GameError, match="no length of the start 'noon' is called 'whole'; there are: short"):
        start(some_lengths("short"), "noon", "whole")
    assert start(some_lengths("short"), "dawn", "whole").scenario.length == "whole"


def test_instructions_may_be_others_at_another_start():
    told = with_brief(TWO, "hill", text="Keep the spring.", text_at={"noon": "Half will do."})

    assert narrowed(told, "dawn").briefs["hill"].text == "Keep the spring."
    assert narrowed(told, "noon").briefs["hill"].text == "Half will do."


def test_instructions_may_be_others_in_one_length_of_a_start():
    texts = {"noon": "Half will do.", "noon short": "Settle the wood."}
    told = with_brief(TWO, "hill", text="Keep the spring.", text_at=texts)

    assert narrowed(told, "noon", "short").briefs["hill"].text == "Settle the wood."
    assert narrowed(told, "noon", "whole").briefs["hill"].text == "Half will do."
    assert narrowed(told, "dawn", "short").briefs["hill"].text == "Keep the spring."


def test_a_start_or_length_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(GameError, match=r"no start is called 'non' \(did you mean 'noon'\?\); there are: dawn, noon"):
        start(TWO, "non")
    with pytest.raises(GameError, match="no length is called 'long'; there are: whole, short"):
        start(TWO, "noon", "long")


def test_two_games_of_one_start_and_length_share_their_scenario():
    assert narrowed(TWO, "dawn", "short") is narrowed(TWO, "dawn", "short")
    assert narrowed(TWO, "dawn", "short") is not narrowed(TWO, "dawn", "whole")

"""Advice on orders: figures that the seat may know, and nothing else."""

import pytest
from attrs import evolve

from game.engine.home import inclination, margin
from game.engine.resolve import INCIDENT_FROM
from game.engine.rules import start, view_for
from game.prose.advice import advice
from tests.builders import TINY

STATE = start(TINY)


def view_at(**levels):
    state = evolve(STATE, meters={**STATE.meters, **{name.replace("_", "."): level for name, level in levels.items()}})
    return view_for(state, "hill")


def told(order, draft=TINY.status_quo, **levels):
    return advice(view_at(**levels), TINY.order[order], draft)


def test_winning_a_faction_over_names_the_one_that_withholds_most_votes():
    home = view_at().home
    withheld = {
        each.title: each.influence * (1 - inclination(margin(home, each.id, TINY.status_quo)))
        for each in home.brief.factions
    }
    most = max(withheld, key=withheld.__getitem__)

    assert most.removeprefix("The ") in told("lobby")


@pytest.mark.parametrize(("tension", "now"), [(INCIDENT_FROM, False), (INCIDENT_FROM + 1, True)])
def test_an_order_that_moves_the_tension_says_whether_patrols_may_clash_now(tension, now):
    sentence = told("calm", tension=tension)

    assert f"tension {tension} of" in sentence
    assert ("now." in sentence) == now


def test_the_other_sides_levels_are_told_only_as_they_are_seen():
    kind = evolve(TINY.order["calm"], effects=(evolve(TINY.order["calm"].effects[0], name="other.readiness"),))

    seen = view_at(dale_readiness=53).meters["dale.readiness"]

    assert seen != 53
    assert f"their readiness about {seen}" in advice(view_at(dale_readiness=53), kind, TINY.status_quo)


def test_agents_are_advised_by_what_has_been_heard():
    assert "0 offers" in told("spy")

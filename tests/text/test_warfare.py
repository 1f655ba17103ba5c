"""War in words: what it takes, costs and may bring, told before it comes and while it is fought."""

from io import StringIO

import pytest
from attrs import evolve

from game.content import load
from game.engine.condition import parse_condition
from game.engine.effect import Effect
from game.engine.events import told as event
from game.engine.rules import start, view_for
from game.engine.scenario import WarRules
from game.engine.war import ROUND_TREASURY, ROUNDS, attack_gates, win_chance
from game.prose.comparison import score_lines
from game.prose.effects import effects_in_words
from game.prose.explanation import explain
from game.prose.happenings import event_lines
from game.prose.orderbook import order_lines
from game.session.match import new_match
from game.text.cabinet import show_armistice
from game.text.console import Console
from game.text.sitting import Sitting
from tests.builders import TINY, make_scenario, play, with_brief

RULES = WarRules(win=71, lose=13, cost=36, attacker=4, spoils=TINY.war.spoils)
WARLIKE = make_scenario(war=RULES)
PEACEFUL = make_scenario(war=None)


def flat(lines) -> str:
    return " ".join(" ".join(lines).split())


def ready(scenario=WARLIKE, **levels):
    """A moment at which Hill can go to war: its factions want no text at all."""
    angry = tuple(evolve(each, favour=-60) for each in TINY.briefs["hill"].factions)
    first = start(with_brief(scenario, "hill", factions=angry))
    standing = {"hill.readiness": 100, "dale.readiness": 40, "tension": 80, **levels}
    return evolve(first, meters={**first.meters, **standing})


def after_round(*winners: str, state=None):
    """The moment at which both are asked for an armistice, after rounds that *winners* have won."""
    state = play(state or ready(), "hill orders attack", "dale orders -", f"chance battle {winners[0]}")
    for winner in winners[1:]:
        state = play(state, "hill armistice no", "dale armistice no", f"chance battle {winner}")
    return state


def asked(term: str, scenario=WARLIKE, seat: str = "hill") -> str:
    return flat(explain(view_for(start(scenario), seat), scenario, term))


def test_war_is_explained_with_the_scenarios_own_numbers():
    said = asked("war")

    assert f"tension {RULES.tension} or more" in said
    assert f"readiness {RULES.readiness} or more" in said
    assert f"It has {ROUNDS} rounds at most" in said
    assert f"A round costs each side {RULES.cost // ROUNDS} points and {ROUND_TREASURY} of treasury" in said
    assert f"pays {RULES.attacker} points more in the first" in said
    assert f"with {RULES.win} points for the side that won most rounds and {RULES.lose} for the other" in said


def test_war_is_explained_with_where_each_of_its_gates_stands():
    state = start(WARLIKE)

    said = asked("war")

    assert all(gate.told in said for gate in attack_gates(state, "hill"))


@pytest.mark.parametrize(("readiness", "attacker", "defender"), [("60 against 60", 60, 60), ("90 against 60", 90, 60)])
def test_a_round_of_war_is_explained_with_its_odds(readiness, attacker, defender):
    state = ready(**{"hill.readiness": attacker, "dale.readiness": defender})

    assert f"at {readiness} it wins about {100 * win_chance(state, 'hill'):.0f} times in a hundred" in asked("round")


def test_a_round_is_also_an_exchange_at_the_table():
    assert "each side speaks once in an exchange; a turn has 1 exchange." in asked("round")
    assert "each side speaks once in it" in asked("exchange")


@pytest.mark.parametrize("term", ["clash", "incident"])
def test_a_clash_is_explained_with_what_the_next_one_means(term):
    assert "The second is war" in asked(term)
    assert "A second is a clash again." in asked(term, PEACEFUL)


def test_cabinet_and_envoys_are_explained_with_those_of_this_game():
    ayes = attack_gates(start(WARLIKE), "hill")[2].stands

    assert f"50 in a hundred of your own cabinet (now {ayes} would follow)" in asked("cabinet")
    assert "Ann speaks for Hill." in asked("envoy")


def test_an_armistice_is_explained_with_what_refusing_to_the_end_means_and_what_is_kept():
    said = asked("armistice")

    assert f"After round {ROUNDS} nobody is asked any more: the game ends in war" in said
    assert "When Dale has won more than half of the rounds, without a treaty: Water: Dale." in said


@pytest.mark.parametrize("term", ["war", "armistice"])
def test_where_no_war_is_known_that_is_said(term):
    assert "no" in asked(term, PEACEFUL) and "war" in asked(term, PEACEFUL).lower()
    assert "rounds" not in asked(term, PEACEFUL)


SHOTS = (Effect("incident", 1),)


@pytest.mark.parametrize(
    ("scenario", "incidents", "words"),
    [
        (WARLIKE, 0, "shots are fired: a first clash, which costs each side 2 points"),
        (PEACEFUL, 0, "shots are fired: a first clash, which costs each side 2 points"),
        (WARLIKE, 1, "shots are fired: a second clash means war"),
        (PEACEFUL, 1, "shots are fired: another clash"),
    ],
)
def test_shots_are_told_beforehand_by_what_they_would_be(scenario, incidents, words):
    view = view_for(evolve(start(scenario), incidents=incidents), "hill")

    assert effects_in_words(view, SHOTS, "hill") == words


def test_a_clash_says_that_tension_came_down_and_what_a_second_means():
    view = view_for(start(WARLIKE), "hill")
    sobering, low = event("clash", calmed=25), event("clash", calmed=0)

    assert flat(event_lines(view, sobering, WARLIKE)) == (
        "Patrols have clashed. It cost each side 2 points, and sobered both: tension came down by 25 to 60. "
        "A second clash means war."
    )
    assert "tension" not in flat(event_lines(view, low, WARLIKE))
    assert "means war" not in flat(event_lines(view_for(start(PEACEFUL), "hill"), low, PEACEFUL))


def test_a_round_of_war_names_its_winner_inside_the_sentence():
    ili = load("ili-1871")
    view = new_match(ili, "1880").view("qing")

    assert list(event_lines(view, event("battle", winner="russia"), ili)) == [
        "A round of the war goes to the Russian Empire."
    ]


def screen(state, seat: str, tmp_path) -> str:
    """What *seat* reads when it is asked whether to stop."""
    writer = StringIO()
    match = new_match(state.scenario)
    match.state = state
    show_armistice(
        Sitting(match=match, people=("hill", "dale"), saves=tmp_path, seat=seat, console=Console(StringIO(), writer))
    )
    return " ".join(writer.getvalue().split())


def test_the_question_of_an_armistice_says_who_has_won_what_it_has_cost_and_what_comes_next(tmp_path):
    state = after_round("dale")

    hill, dale = (screen(state, seat, tmp_path) for seat in ("hill", "dale"))

    assert f"Round 1 of {ROUNDS} is over; Dale won it. Rounds won: you 0, Dale 1." in hill
    assert f"Round 1 of {ROUNDS} is over; you won it. Rounds won: you 1, Hill 0." in dale
    third = RULES.cost // ROUNDS
    assert (
        f"So far the war has cost you {third + RULES.attacker} points and {ROUND_TREASURY} of treasury a round." in hill
    )
    assert f"So far the war has cost you {third} points" in dale
    assert f"round 2 costs each side {third} points more" in hill
    assert "It takes both sides" in hill


def test_the_odds_of_the_next_round_are_reckoned_as_far_as_the_others_readiness_is_known(tmp_path):
    state = after_round("hill")
    seen_by_hill = evolve(state, meters={**state.meters, "dale.readiness": 40})
    chance = win_chance(seen_by_hill, "hill")

    assert f"you win it about {100 * chance:.0f} times in a hundred" in screen(state, "hill", tmp_path)
    assert f"you win it about {100 - 100 * chance:.0f} times in a hundred" in screen(state, "dale", tmp_path)


def test_what_would_hold_on_the_ground_is_told_for_the_side_that_leads_and_for_none_when_they_are_even(tmp_path):
    led, even = after_round("dale"), after_round("dale", "hill")

    assert "If both stop: what Dale has won holds on the ground: Water: Dale; tension stands at 50" in screen(
        led, "hill", tmp_path
    )
    assert "what you have won holds on the ground: Water: Dale" in screen(led, "dale", tmp_path)
    assert "nothing changes on the ground" in screen(even, "hill", tmp_path)


def test_before_the_last_round_it_is_told_that_nobody_is_asked_after_it(tmp_path):
    assert "It is the last" not in screen(after_round("dale"), "hill", tmp_path)
    assert f"It is the last: After round {ROUNDS} nobody is asked any more" in screen(
        after_round("dale", "hill"), "hill", tmp_path
    )


def test_on_the_last_turn_it_is_told_that_going_on_ends_the_game_and_stopping_leaves_no_treaty(tmp_path):
    state = after_round("dale", state=evolve(ready(), turn=WARLIKE.deadline))

    said = screen(state, "hill", tmp_path)

    assert "no turn is left to fight in, and the game ends in war" in said
    assert "there is no turn left for a treaty" in said
    assert play(state, "hill armistice no", "dale armistice no").outcome is not None


def test_the_ledger_of_a_war_speaks_in_words():
    over = after_round("hill", "dale", "hill")

    said = flat(score_lines(over, "hill"))

    assert f"what the war left: {RULES.win} for the side that won most rounds, {RULES.lose} for the other" in said
    assert said.count("a round of war") == 1 and f"a round of war ({ROUNDS} times)" in said
    assert "war's end" not in said


@pytest.mark.parametrize("state", [start(WARLIKE), ready(), ready(**{"hill.readiness": 60})])
@pytest.mark.parametrize("first", [True, False])
def test_the_order_to_attack_shows_every_gate_with_where_it_stands_open_or_shut(state, first):
    lines = flat(order_lines(view_for(state, "hill"), first))

    assert all(gate.told in lines for gate in attack_gates(state, "hill"))


def test_a_question_mark_on_the_order_to_attack_shows_every_gate_by_name_and_by_number():
    view = view_for(start(WARLIKE), "hill")
    number = 1 + [offer.kind.id for offer in view.menu.orders].index("attack")

    for term in ("attack", str(number)):
        said = flat(explain(view, WARLIKE, term))
        assert all(gate.told in said for gate in view.gates), term


def test_an_order_whose_last_date_is_past_says_so_when_it_is_asked_about():
    early = evolve(
        TINY.order["calm"], id="early", title="Early", when=parse_condition("date < 1800-01 and tension > 5")
    )
    open_still = evolve(early, id="later", title="Later", when=parse_condition("date < 1800-04"))
    scenario = make_scenario(orders=(early, open_still))
    view = view_for(start(scenario), "hill")

    assert "It could be given only before January 1800." in flat(explain(view, scenario, "early"))
    assert "It can be given only before April 1800." in flat(explain(view, scenario, "later"))
    assert "Early" not in flat(order_lines(view))

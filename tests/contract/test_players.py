"""What every player in the roster keeps: only legal actions, the same game for the same seed, and its claims."""

from random import Random

import pytest
from attrs import evolve, frozen

from game.content import load
from game.engine import actions as a
from game.engine.record import state_digest
from game.engine.rules import apply, legal_actions, start, view_for
from game.engine.turn import awaiting
from game.players import ROSTER, player_named
from game.players.baseline import RandomPlayer
from game.players.player import Player
from game.session.match import Match, new_match
from tests.builders import TINY, wander

VILLAGES, ILI = load("two-villages"), load("ili-1871")
PLAYERS = pytest.mark.parametrize("player", ROSTER.values(), ids=ROSTER)


def played(scenario, player: Player, seed: str, chapter: str = "", length: str = "") -> Match:
    """A whole game of *player* against itself; an illegal action would raise."""
    match = new_match(scenario, chapter, length, dict.fromkeys(scenario.seat_ids, player), seed)
    for _ in match.advance():
        assert len(match.actions) < 3000
    return match


@PLAYERS
def test_a_player_does_only_what_is_allowed_until_the_game_is_over(player):
    for scenario, seeds in ((VILLAGES, "123456"), (TINY, "123456")):
        for seed in seeds:
            assert played(scenario, player, seed).state.outcome is not None


@PLAYERS
def test_the_same_seed_is_the_same_game(player):
    first, second = played(VILLAGES, player, "7"), played(VILLAGES, player, "7")

    assert first.actions == second.actions
    assert state_digest(first.state) == state_digest(second.state)


@pytest.mark.slow
@PLAYERS
def test_a_player_plays_the_whole_crisis_by_the_rules_and_the_same_for_the_same_seed(player):
    for chapter in ("1878", "1880"):
        first, second = (played(ILI, player, "3", chapter, "lesson") for _ in range(2))

        assert first.state.outcome is not None
        assert first.actions == second.actions


@PLAYERS
def test_a_player_answers_whatever_moment_it_is_put_into(player):
    """Moments of random games, where clauses are initialled and envoys overstepped as no sensible player would."""
    for scenario in (VILLAGES, TINY):
        for seed in range(6):
            for state, _ in wander(start(scenario), Random(seed)):
                for seat in awaiting(state):
                    if seat != a.CHANCE:
                        action = player.decide(view_for(state, seat), Random(seed))
                        assert legal_actions(state, seat).why_not(action) == ""


@PLAYERS
def test_a_clause_initialled_before_the_instructions_changed_is_kept_and_confirmed(player):
    """An event may bring an envoy with narrower instructions while the text on the table is half agreed."""
    state = start(VILLAGES)
    state = apply(state, a.GiveOrders("hill")).state
    state = apply(state, a.GiveOrders("dale")).state
    package = {"spring": "shared", "wood": "dale"}
    text = evolve(state.text, offers={"hill": package, "dale": package}, answering="dale", initialled={"wood": "dale"})
    state = evolve(state, text=text)  # Hill's envoy must come home with the wood

    action = player.decide(view_for(state, "hill"), Random(1))

    assert legal_actions(state, "hill").why_not(action) == ""


@PLAYERS
def test_a_player_says_what_it_is(player):
    assert player_named(player.name) is player
    assert len(player.about) > 10


@frozen
class Watched:
    """Chance that remembers whether it was asked."""

    rng: Random
    before: object

    @property
    def asked(self) -> bool:
        return self.rng.getstate() != self.before


def watched(seed: int) -> Watched:
    rng = Random(seed)
    return Watched(rng, rng.getstate())


def draws(player: Player) -> bool:
    """Whether *player* asks chance anywhere in some random games, or answers one moment in two ways."""
    for seed in range(4):
        for state, _ in wander(start(VILLAGES), Random(seed)):
            for seat in (seat for seat in awaiting(state) if seat != a.CHANCE):
                one, other = watched(1), watched(2)
                view = view_for(state, seat)
                if player.decide(view, one.rng) != player.decide(view, other.rng) or one.asked:
                    return True
    return False


@PLAYERS
def test_a_player_that_claims_to_be_deterministic_never_asks_chance(player):
    assert not (player.deterministic and draws(player))


def test_a_false_claim_would_be_found_out():
    assert draws(RandomPlayer())
    assert not draws(AlwaysHolds())


@frozen
class AlwaysHolds:
    """Does nothing that needs a thought."""

    name: str = "always holds"
    about: str = "orders nothing and says nothing"
    deterministic: bool = True

    def decide(self, view, rng):
        if a.Choose in view.menu.verbs:
            return a.Choose(view.seat, view.menu.card, view.menu.choices[0].choice.id)
        return a.GiveOrders(view.seat) if a.GiveOrders in view.menu.verbs else a.Hold(view.seat)


def test_a_deterministic_player_may_sit_at_the_table():
    assert played(VILLAGES, AlwaysHolds(), "1").state.outcome.treaty is None

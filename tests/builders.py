"""Values to test with: a tiny scenario and its parts, games played from lines, and games that wander at random."""

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

from attrs import evolve
from hypothesis import strategies as st

from game.engine.actions import Action
from game.engine.brief import Brief, Envoy, Faction, Link
from game.engine.card import Card, Choice
from game.engine.condition import parse_condition
from game.engine.effect import Effect
from game.engine.history import Article, History, Treaty
from game.engine.issue import Issue, Option, Package
from game.engine.notation import read
from game.engine.rules import apply, legal_actions, start
from game.engine.scenario import (
    Length,
    Meter,
    OrderKind,
    Scenario,
    Seat,
    Shown,
    Stage,
    Start,
    Target,
    Turn,
    Verb,
    WarRules,
)
from game.engine.source import Citation, Confidence
from game.engine.state import State
from game.engine.turn import awaiting

CITE = (Citation("MADE UP", "here", Confidence.A),)


def make_issue(issue_id: str, *options: str, status_quo: str = "", **importance: int) -> Issue:
    """An issue whose ladder is *options*; the first is its status quo unless another is named."""
    ladder = tuple(Option(each, each.title()) for each in options)
    return Issue(issue_id, issue_id.title(), ladder, status_quo or options[0], importance=importance)


def make_brief(seat: str, weights: Mapping, worth: Mapping, **changes) -> Brief:
    """A brief with one faction, which wants what its seat wants, and one envoy without a mandate."""
    faction = Faction(f"{seat}-folk", f"The folk of {seat}", 100, dict(weights))
    plain = {
        "factions": (faction,),
        "envoys": (Envoy(f"{seat}-envoy", f"The envoy of {seat}"),),
        "waiting": 1,
        "drift": 5,
    }
    return Brief(seat, f"For {seat}", weights, worth, **{**plain, **changes})


WATER = make_issue("water", "hill", "half", "dale", hill=4, dale=6)
WOOD = make_issue("wood", "hill", "dale", status_quo="dale", hill=6, dale=4)
HILL = make_brief(
    "hill",
    {"water": 40, "wood": 60},
    {"water": {"hill": 100, "half": 50, "dale": 0}, "wood": {"hill": 100, "dale": 0}},
    factions=(
        Faction("elders", "The elders", 60, {"water": 20, "wood": 80}),
        Faction("young", "The young", 40, {"water": 50, "wood": 50}, favour=-6),
    ),
    envoys=(Envoy("ann", "Ann", {"water": "half"}), Envoy("abe", "Abe")),
)
DALE = make_brief(
    "dale",
    {"water": 70, "wood": 30},
    {"water": {"hill": 0, "half": 60, "dale": 100}, "wood": {"hill": 0, "dale": 100}},
)
METERS = (
    Meter("tension", "Tension", "shared", 0, 100, 35, rest=25),
    Meter("capital", "Capital", "seat", 0, 8, 3, Shown.OWN, income=2),
    Meter("readiness", "Readiness", "seat", 40, 100, 50, Shown.BLURRED),
    Meter("credibility", "Credibility", "seat", 5, 100, 60),
    Meter("treasury", "Treasury", "seat", 0, 20, 6, Shown.OWN),
)
ORDERS = (
    OrderKind("stand", "Stand", "", Verb.STAND, Target.CLAUSE, {"capital": 1}, (Effect("tension", 2),)),
    OrderKind(
        "lobby",
        "Lobby",
        "",
        Verb.EFFECTS,
        Target.FACTION,
        {"capital": 1},
        (Effect("target.favour", 4),),
        shown=Shown.OWN,
    ),
    OrderKind("calm", "Calm", "", cost={"capital": 1}, effects=(Effect("tension", -6),)),
    OrderKind(
        "mobilise", "Mobilise", "", cost={"capital": 2}, effects=(Effect("own.readiness", 10), Effect("tension", 6))
    ),
    OrderKind("ultimatum", "Ultimatum", "", Verb.ULTIMATUM, cost={"capital": 2}, effects=(Effect("tension", 12),)),
    OrderKind("spy", "Spy", "", Verb.INTELLIGENCE, cost={"capital": 1}, shown=Shown.OWN),
    OrderKind("recall", "Recall", "", Verb.RECALL, cost={"capital": 3}, effects=(Effect("tension", 10),)),
    OrderKind("attack", "Attack", "", Verb.ATTACK, when=parse_condition("tension >= 70")),
)
OLD_PACT = Treaty(
    "old-pact",
    "The old pact",
    "1790-05-01",
    "It was kept.",
    {"water": Article("half", "Half and half.", CITE), "wood": Article("hill", "Hill fells.", CITE)},
)
TINY = Scenario(
    id="tiny",
    format=1,
    title="Tiny",
    text="Two villages at their smallest.",
    seats=(Seat("hill", "Hill", "Green"), Seat("dale", "Dale", "Barn")),
    turns=tuple(Turn(f"1800-{month:02}", f"Month {month}", 1) for month in range(1, 7)),
    starts=(Start("dawn", "Dawn", "1800-01"),),
    lengths=(Length("whole", "Whole", 10),),
    issues=(WATER, WOOD),
    meters=METERS,
    orders=ORDERS,
    consent=(Stage("green", "hill", "The green", 1), Stage("barn", "dale", "The barn", 1)),
    briefs={"hill": HILL, "dale": DALE},
    war=WarRules(spoils={"hill": {"wood": "hill"}, "dale": {"water": "dale"}}),
    history=History((OLD_PACT,)),
    digest="0" * 12,
)
"""Two seats, two issues, six packages, six turns; every verb there is, no cards.

Points to hill: water 40, 20, 0 and wood 60, 0; to dale: water 0, 42, 70 and wood 0, 30 (in the order of the ladders).
The status quo is Hill's water and Dale's wood: 40 to hill and 30 to dale, less a drift of 5 each.
"""

STORM = Card("storm", "Storm", "It blows.", effects=(Effect("tension", 5),), weight=30)
GIFT = Card(
    "gift",
    "Gift",
    "A basket stands at the door.",
    decides="hill",
    choices=(
        Choice("keep", "Keep it", (Effect("own.treasury", 2),)),
        Choice("return", "Send it back", (Effect("other.credibility", -4),), when=parse_condition("tension >= 50")),
    ),
)


def make_scenario(**changes) -> Scenario:
    """TINY with some fields replaced."""
    return evolve(TINY, **changes)


def with_brief(scenario: Scenario, seat: str, **changes) -> Scenario:
    """*scenario* with some fields of one seat's brief replaced."""
    brief = evolve(scenario.briefs[seat], **changes)
    return evolve(scenario, briefs={**scenario.briefs, seat: brief})


def play(where: Scenario | State, *lines: str) -> State:
    """The state after *lines* of notation, played from a scenario's first moment or from a state."""
    state = where if isinstance(where, State) else start(where)
    for line in lines:
        state = apply(state, read(line)).state
    return state


def no_orders(where: Scenario | State) -> State:
    """The moment when the table opens, no side having ordered anything."""
    return play(where, "hill orders -", "dale orders -")


def wander(state: State, rng: Random, actions: int = 1000) -> Iterator[tuple[State, Action]]:
    """Random legal actions from *state* on, each with the state it is played in, until the game is over."""
    for _ in range(actions):
        waiting = awaiting(state)
        if not waiting:
            return
        action = legal_actions(state, rng.choice(waiting)).sample(rng)
        yield state, action
        state = apply(state, action).state


def wandered(where: Scenario | State, seed: int, actions: int) -> State:
    """The state after at most so many random legal actions."""
    first = where if isinstance(where, State) else start(where)
    state = first
    for before, action in wander(first, Random(seed), actions):
        state = apply(before, action).state
    return state


def random_states(*scenarios: Scenario, actions: int = 60) -> st.SearchStrategy[State]:
    """Moments of random games of *scenarios*, the first moment and the end included."""
    return st.builds(
        wandered,
        st.sampled_from([start(scenario) for scenario in scenarios]),
        st.integers(0, 2**32),
        st.integers(0, actions),
    )


def every_package(issues: tuple[Issue, ...]) -> list[Package]:
    """All packages of a small table, listed: the slow way that the exact searches are held against."""
    ladders = [[option.id for option in issue.options] for issue in issues]
    return [dict(zip((issue.id for issue in issues), chosen, strict=True)) for chosen in product(*ladders)]


@st.composite
def tables(draw: st.DrawFn, links: bool = True, heaviest: int = 40) -> Scenario:
    """TINY with one to four random issues of two to four options, random whole weights and worths, perhaps links."""
    count = draw(st.integers(1, 4))
    issues = tuple(
        make_issue(f"i{place}", *(f"o{rung}" for rung in range(draw(st.integers(2, 4)))), hill=5, dale=5)
        for place in range(count)
    )
    briefs = {seat: draw(_briefs(seat, issues, links, heaviest)) for seat in ("hill", "dale")}
    return make_scenario(issues=issues, briefs=briefs)


@st.composite
def _briefs(draw: st.DrawFn, seat: str, issues: tuple[Issue, ...], links: bool, heaviest: int) -> Brief:
    weights = {issue.id: draw(st.integers(1, heaviest)) for issue in issues}
    worth = {issue.id: {option.id: draw(st.integers(0, 100)) for option in issue.options} for issue in issues}
    linked: tuple[Link, ...] = ()
    if links and len(issues) > 1 and draw(st.booleans()):
        first, second = draw(st.permutations(issues))[:2]
        clauses = {issue.id: draw(st.sampled_from(issue.options)).id for issue in (first, second)}
        linked = (Link(clauses, draw(st.integers(-8, 8))),)
    return make_brief(seat, weights, worth, links=linked)

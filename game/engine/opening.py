"""How a game begins: the scenario narrowed to one start and one length, and its first state."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from attrs import evolve

from game.engine.brief import Brief, Faction
from game.engine.effects import carry_out
from game.engine.errors import GameError, nearest_word
from game.engine.issue import IssueId, SeatId
from game.engine.phase import Phase
from game.engine.scenario import Length, Scenario, Start
from game.engine.state import State
from game.engine.treaty import Offer, Text

Named = TypeVar("Named", Start, Length)


@lru_cache(maxsize=16)
def narrowed(scenario: Scenario, chapter: str = "", length: str = "") -> Scenario:
    """*scenario* with only the turns and issues of one start and one length; the first of each by default.

    Weights are scaled so that they still add up to 100 over the issues that are left. The same question has the same
    answer, so that whatever is remembered of a scenario serves every game and every replay of it. Raises GameError for
    a name the scenario does not have.
    """
    first = _named(scenario.starts, chapter, "start")
    span = _named(
        scenario.lengths_from(first), length, f"length of the start '{first.id}'" if first.lengths else "length"
    )
    issues = tuple(issue for issue in scenario.issues if not span.issues or issue.id in span.issues)
    ids = {issue.id for issue in issues}
    place = [turn.id for turn in scenario.turns].index(first.turn)
    turns = scenario.turns[place : place + span.turns] if span.turns else scenario.turns[place:]
    return evolve(
        scenario,
        chapter=first.id,
        length=span.id,
        turns=turns,
        issues=issues,
        briefs={seat: _narrowed_brief(brief, ids, first.id, span.id) for seat, brief in scenario.briefs.items()},
        sittings=span.sittings,
        cards_per_turn=span.cards,
    )


def _named(choices: Sequence[Named], name: str, what: str) -> Named:
    if not name:
        return choices[0]
    for choice in choices:
        if choice.id == name:
            return choice
    known = [choice.id for choice in choices]
    raise GameError(f"no {what} is called '{name}'{nearest_word(name, known)}; there are: {', '.join(known)}")


def _narrowed_brief(brief: Brief, issues: set[IssueId], chapter: str, length: str) -> Brief:
    told = (brief.text_at[key] for key in (f"{chapter} {length}", chapter) if key in brief.text_at)
    return evolve(
        brief,
        text=next(told, brief.text),
        weights=_scaled(brief.weights, issues),
        worth={issue: worth for issue, worth in brief.worth.items() if issue in issues},
        links=tuple(link for link in brief.links if set(link.clauses) <= issues),
        factions=tuple(_narrowed_faction(faction, issues) for faction in brief.factions),
    )


def _narrowed_faction(faction: Faction, issues: set[IssueId]) -> Faction:
    return evolve(faction, weights=_scaled(faction.weights, issues))


def _scaled(weights: Mapping[IssueId, float], issues: set[IssueId]) -> dict[IssueId, float]:
    kept = {issue: weight for issue, weight in weights.items() if issue in issues}
    left = sum(kept.values())
    return {issue: weight * 100 / left for issue, weight in kept.items()} if left not in (0, 100) else kept


def first_state(scenario: Scenario) -> State:
    """The first moment of a game of a narrowed scenario."""
    chapter = next(each for each in scenario.starts if each.id == scenario.chapter)
    state = State(
        scenario=scenario,
        turn=1,
        phase=Phase.NEWS,
        meters=_meters(scenario),
        favours={f"{seat}.{each.id}": each.favour for seat in scenario.seat_ids for each in _factions(scenario, seat)},
        status_quo=dict(scenario.status_quo),
        envoys={seat: chapter.envoys.get(seat, scenario.briefs[seat].envoys[0].id) for seat in scenario.seat_ids},
        stale=dict.fromkeys(scenario.seat_ids, 0),
    )
    return carry_out(_with_opening_offers(state, chapter), chapter.effects)


def _factions(scenario: Scenario, seat: SeatId) -> Sequence[Faction]:
    return scenario.briefs[seat].factions


def _meters(scenario: Scenario) -> dict[str, int]:
    levels: dict[str, int] = {}
    for meter in scenario.meters:
        names = [meter.id] if meter.scope == "shared" else [f"{seat}.{meter.id}" for seat in scenario.seat_ids]
        levels.update(dict.fromkeys(names, meter.start))
    return levels


def _with_opening_offers(state: State, chapter: Start) -> State:
    offers = {seat: {**state.status_quo, **_terms(state.scenario, treaty)} for seat, treaty in chapter.offers.items()}
    said = tuple(Offer(seat, 0, package) for seat, package in offers.items())
    return evolve(state, offers=said, text=Text(offers=offers, answering=next(iter(offers), "")))


def _terms(scenario: Scenario, treaty: str) -> Mapping[IssueId, str]:
    terms = scenario.history.treaty(treaty).terms
    return {issue: option for issue, option in terms.items() if issue in scenario.issue}

"""How often a text passes at home: it is signed at the first sitting, and every vote on it is held, come what may."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from attrs import evolve, frozen

from game.engine.actions import CHANCE, Accept, Propose, Sway
from game.engine.errors import GameError, IllegalAction
from game.engine.home import FULL, carries, inclination, margin, support, voters
from game.engine.issue import IssueId, OptionId, Package
from game.engine.phase import Phase
from game.engine.prospect import home_of
from game.engine.rules import legal_actions
from game.engine.state import State
from game.engine.treaty import Vote
from game.engine.turn import awaiting, due_stages, next_turn
from game.session.batches import in_batches
from game.session.match import Match
from game.session.selfplay import Plan, new_game


@frozen
class Hearing:
    """A text to be heard at home, many times. Picklable."""

    plan: Plan
    clauses: tuple[tuple[IssueId, OptionId], ...]


@frozen
class Ballot:
    """One stage's vote on the text."""

    stage: str
    passed: bool
    support: int
    """Hundredths of a per cent, chance included."""
    ayes: Mapping[str, float]
    """The share of each voting faction that said aye, 0 to 1, before chance."""


Ballots = tuple[Ballot, ...]
"""The votes of one run, in the order they were held; those that a war prevented are missing."""


def hear(hearing: Hearing, count: int, workers: int = 0) -> Iterator[Sequence[Ballots]]:
    """The votes of *count* runs in order, batch by batch; the same for a seed, whatever *workers* is."""
    return in_batches(hear_batch, hearing, count, workers)


def hear_batch(hearing: Hearing, numbers: Sequence[int]) -> list[Ballots]:
    """The runs with these numbers."""
    return [_heard(hearing, new_game(hearing.plan, number)) for number in numbers]


def _heard(hearing: Hearing, match: Match) -> Ballots:
    try:
        _play_until(match, Phase.TABLE)
        if match.state.phase is Phase.OVER:
            return ()
        _sign(match, dict(hearing.clauses))
        return _votes(match)
    except GameError as error:
        raise IllegalAction(f"the game of seed '{match.seed}' broke off: {error}") from error


def _play_until(match: Match, phase: Phase) -> None:
    """Let players and chance act until *phase*, or until the game is over."""
    played = match.advance()
    while match.state.phase not in (phase, Phase.OVER):
        next(played)


def _sign(match: Match, package: Package) -> None:
    """Both envoys sign, beyond their instructions where the text asks for it."""
    first = awaiting(match.state)[0]
    match.submit(Propose(first, package, legal_actions(match.state, first).beyond(package)))
    second = awaiting(match.state)[0]
    match.submit(Accept(second, legal_actions(match.state, second).beyond(package)))


def _votes(match: Match) -> Ballots:
    """Hold every vote at its due turn. A refusal is noted, but the text stays pending for the stages after it."""
    ballots: list[Ballot] = []
    signed = match.state.signed
    while len(ballots) < len(match.state.scenario.consent):
        _play_until(match, Phase.CONSENT)
        if match.state.signed is not signed:  # a war has made it void
            break
        ballot = _ballot(match.state, Random(f"{match.seed}/vote/{len(ballots)}"))
        ballots.append(ballot)
        match.state = _after(match.state, ballot)
    return tuple(ballots)


def _ballot(state: State, rng: Random) -> Ballot:
    """The vote that is due, swung by chance with the odds the rules give it."""
    assert state.signed is not None
    stage, package = due_stages(state)[0], state.signed.package
    home = home_of(state, stage.seat)
    drawn = legal_actions(state, CHANCE).sample(rng)
    swing = drawn.swing if isinstance(drawn, Sway) else 0
    supported = max(0, min(FULL, support(home, stage, package) + 100 * swing))
    ayes = {faction: inclination(margin(home, faction, package)) for faction, _ in voters(home, stage)}
    return Ballot(stage.id, carries(stage, supported), supported, ayes)


def _after(state: State, ballot: Ballot) -> State:
    """The moment after a vote, with the text still on its way whatever the vote said."""
    stage = state.scenario.stage[ballot.stage]
    vote = Vote(stage.id, stage.seat, state.turn, ballot.support, ballot.passed)
    state = evolve(state, votes=(*state.votes, vote))
    return state if due_stages(state) else next_turn(state).state

"""What the paper says, in figures that can be added by hand."""

from collections.abc import Iterator

from attrs import frozen

from game.engine.home import Home, rungs_beyond
from game.engine.issue import Issue
from game.engine.prospect import home_of
from game.engine.scenario import Seat, Stage
from game.engine.state import State
from game.engine.utility import faction_table, no_treaty_value, seat_table


@frozen
class Voter:
    """A faction as its ballot has it."""

    title: str
    share: int
    """Per cent of the vote."""
    begins: int
    """Points of good will or ill that it begins its count with."""


@frozen
class Row:
    """One option on a seat's sheet."""

    title: str
    holds: bool
    """Whether it is what holds without a treaty."""
    worth: int
    """Points to the seat."""
    leanings: tuple[int, ...]
    """Points that each voter adds or takes away, beside what holds now, in the order of the voters."""
    beyond: int
    """Rungs beyond the envoy's instructions."""


@frozen
class Ladder:
    issue: Issue
    rows: tuple[Row, ...]


@frozen
class Sheet:
    """The secret sheet of one side."""

    seat: Seat
    brief: tuple[str, ...]
    voters: tuple[Voter, ...]
    ladders: tuple[Ladder, ...]
    stages: tuple[Stage, ...]
    without: int
    """Points that no treaty at all is worth."""
    waiting: float


def sheet_of(state: State, seat: Seat, brief: tuple[str, ...]) -> Sheet:
    """The sheet of *seat* at the first moment of a game."""
    home = home_of(state, seat.id)
    voters = tuple(Voter(each.title, each.influence, round(home.favours[each.id])) for each in home.brief.factions)
    return Sheet(
        seat,
        brief,
        voters,
        tuple(Ladder(issue, tuple(_rows(home, issue))) for issue in state.scenario.issues),
        home.stages,
        round(no_treaty_value(home.brief, home.status_quo)),
        home.brief.waiting,
    )


def _rows(home: Home, issue: Issue) -> Iterator[Row]:
    now, worth = home.status_quo[issue.id], seat_table(home.brief)[issue.id]
    for option in issue.options:
        tables = [faction_table(home.brief, each.id)[issue.id] for each in home.brief.factions]
        leanings = tuple(round(table[option.id] - table[now]) for table in tables)
        limit = home.mandate.get(issue.id)
        beyond = rungs_beyond(issue, home.side, limit, option.id) if limit else 0
        yield Row(option.title, option.id == now, round(worth[option.id]), leanings, beyond)

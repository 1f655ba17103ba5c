"""A table of a class as the debrief reads it: its game, and which student did what."""

from collections.abc import Sequence
from functools import cached_property

from attrs import evolve, frozen

from game.engine.actions import CHANCE
from game.engine.errors import GameError
from game.engine.issue import Package
from game.engine.scenario import Scenario
from game.engine.state import State
from game.session.chronicle import Moment, chronicle
from game.session.match import Match
from game.session.reckoning import Reckoning, reckon


@frozen
class Deed:
    """One action of a game, and the student who did it."""

    table: str
    """The title of the table."""
    number: int
    """Which action of that table's record, from 1."""
    nickname: str
    role: str = ""


@frozen(slots=False, eq=False)
class Table:
    """One game of a class, finished or not."""

    title: str
    match: Match
    deeds: tuple[Deed, ...] = ()
    """Who did what; where it is empty each side counts as one student who bears its name."""

    @property
    def state(self) -> State:
        return self.match.state

    @property
    def scenario(self) -> Scenario:
        """Narrowed to what was played."""
        return self.match.state.scenario

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return chronicle(self.match)

    @cached_property
    def reckoning(self) -> Reckoning:
        return reckon(self.match)

    @property
    def treaty(self) -> Package | None:
        return self.state.outcome.treaty if self.state.outcome else None

    @property
    def text(self) -> tuple[str, Package]:
        """The text that is laid beside history, and what it is."""
        state = self.state
        if self.treaty is not None:
            return "the treaty", self.treaty
        if state.outcome is None and state.signed is not None:
            return "signed, not yet voted on", state.signed.package
        if state.outcome is None and state.text.answering:
            return "on the table, not signed", state.text.offers[state.text.answering]
        return "no treaty: what holds", state.status_quo

    @cached_property
    def doers(self) -> dict[int, Deed]:
        """The deed behind each action of a seat."""
        told = {deed.number: deed for deed in self.deeds}
        return told or {
            moment.number: Deed(self.title, moment.number, self.scenario.seat[moment.action.seat].title)
            for moment in self.moments
            if moment.action is not None and moment.action.seat != CHANCE
        }


def agreeing(tables: Sequence[Table]) -> Scenario:
    """The scenario all *tables* have played; raises GameError when there is none, or a title stands twice."""
    if not tables:
        raise GameError("a debrief needs at least one table")
    titles = [table.title for table in tables]
    if len(set(titles)) < len(titles):
        raise GameError("two tables bear the same title; give each one of its own")
    first = tables[0].match.scenario
    for table in tables[1:]:
        if table.match.scenario.id != first.id:
            raise GameError(f"{table.title} has played '{table.match.scenario.id}', {titles[0]} '{first.id}'")
    return first


def students(tables: Sequence[Table]) -> tuple[tuple[str, str], ...]:
    """Each student once, as table and nickname, in the order in which they first acted."""
    found = ((table.title, deed.nickname) for table in tables for _, deed in sorted(table.doers.items()))
    return tuple(dict.fromkeys(found))


def anonymised(tables: Sequence[Table]) -> tuple[Table, ...]:
    """*tables* with `Student 1`, `Student 2`… instead of nicknames, numbered by table, role and first deed."""
    names = {key: f"Student {place}" for place, key in enumerate(students(tables), 1)}
    return tuple(
        evolve(table, deeds=tuple(evolve(deed, nickname=names[(table.title, deed.nickname)]) for deed in table.deeds))
        for table in tables
    )

"""Match: the one place that remembers. It holds a game, lets its players act, and takes back."""

from collections.abc import Iterator, Mapping
from random import Random

from attrs import define, field

from game.engine.actions import CHANCE, Action
from game.engine.errors import GameError, StaleAction
from game.engine.events import Event
from game.engine.issue import SeatId
from game.engine.phase import Phase
from game.engine.record import Record, replay
from game.engine.rules import apply, legal_actions, start, view_for
from game.engine.scenario import Scenario
from game.engine.state import State, Step
from game.engine.turn import awaiting
from game.engine.view import SeatView
from game.players.player import Player

_SCENERY = {Phase.NEWS: "news", Phase.REPORT: "intelligence", Phase.RESOLVE: "incident", Phase.CONSENT: "vote"}


@define
class Match:
    """A game being played. Seats without a player belong to people."""

    scenario: Scenario
    """The whole scenario, not narrowed."""
    state: State
    players: Mapping[SeatId, Player] = field(factory=dict)
    seed: str = "0"
    actions: list[Action] = field(factory=list)

    def submit(self, action: Action, seen: int | None = None) -> Step:
        """Play *action*; raises IllegalAction, or StaleAction when *seen* actions is not where the game stands."""
        if seen is not None and seen != len(self.actions):
            raise StaleAction("the table has moved on since you looked; look again before you act")
        step = apply(self.state, action)
        self.state = step.state
        self.actions.append(action)
        return step

    def advance(self) -> Iterator[tuple[Action, tuple[Event, ...]]]:
        """Let chance and the players act until a person must, or the game is over."""
        while (actor := self._next_actor()) is not None:
            action = self.draw() if actor == CHANCE else self._decide(actor)
            yield action, self.submit(action).events

    def _next_actor(self) -> SeatId | None:
        waiting = awaiting(self.state)
        return next((seat for seat in waiting if seat == CHANCE or seat in self.players), None)

    def _decide(self, seat: SeatId) -> Action:
        return self.players[seat].decide(view_for(self.state, seat), self._stream(seat))

    def draw(self) -> Action:
        """What chance does now."""
        return legal_actions(self.state, CHANCE).sample(self._stream(_SCENERY.get(self.state.phase, "battle")))

    def _stream(self, name: str) -> Random:
        """A stream of chance of its own for each purpose, turn and occasion, so that a vote never hangs on an offer."""
        state = self.state
        occasion = (state.moves, len(state.votes), len(state.reports), len(state.war.won) if state.war else 0)
        if name in state.scenario.seat:
            occasion = (len(self.actions), 0, 0, 0)
        return Random(f"{self.seed}/{name}/{state.turn}/{occasion}")

    def view(self, seat: SeatId | None) -> SeatView:
        """What *seat* may know now."""
        return view_for(self.state, seat)

    def chances(self) -> tuple[Action, ...]:
        """What chance may do now; nothing when it is not its turn."""
        return tuple(action for action, _ in legal_actions(self.state, CHANCE).odds)

    def people(self) -> tuple[SeatId, ...]:
        """The seats people hold, of those that must act now."""
        return tuple(seat for seat in awaiting(self.state) if seat != CHANCE and seat not in self.players)

    def take_back(self, seat: SeatId) -> int:
        """Go back to before the last action of *seat*; returns how many actions were undone.

        Raises GameError when the seat has not acted yet.
        """
        places = [place for place, action in enumerate(self.actions) if action.seat == seat]
        if not places:
            raise GameError("there is nothing to take back")
        undone = len(self.actions) - places[-1]
        kept = self.actions[: places[-1]]
        self.state = replay(self.scenario, self._record(kept)).state
        self.actions = kept
        return undone

    def record(self) -> Record:
        """The game so far, ready to be written."""
        return self._record(self.actions)

    def _record(self, actions: list[Action]) -> Record:
        held = " ".join(f"{seat}={player.name}" for seat, player in self.players.items())
        notes = (("seed", self.seed), *((("players", held),) if held else ()))
        scenario = self.state.scenario
        return Record(scenario.id, scenario.digest, scenario.chapter, scenario.length, tuple(actions), notes)


def new_match(
    scenario: Scenario,
    chapter: str = "",
    length: str = "",
    players: Mapping[SeatId, Player] | None = None,
    seed: str = "0",
) -> Match:
    """A game at its first moment; raises GameError for a start or length the scenario does not have."""
    return Match(scenario, start(scenario, chapter, length), players or {}, seed)

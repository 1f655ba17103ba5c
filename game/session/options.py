"""What a person asked for when starting a game, and who then holds which seat."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

from game.engine.errors import GameError, nearest_word
from game.session.folders import ENDING

if TYPE_CHECKING:  # a window opens before it needs the engine
    from game.engine.actions import Action
    from game.engine.issue import SeatId
    from game.engine.scenario import Scenario
    from game.engine.view import SeatView
    from game.session.match import Match

BOTH = "both"
"""The seat of two people at one keyboard."""


class Opponent(Protocol):
    """A player this front can set against a person; the roster's players all are."""

    @property
    def name(self) -> str: ...

    @property
    def about(self) -> str: ...

    @property
    def deterministic(self) -> bool: ...

    def decide(self, view: "SeatView", rng: Random) -> "Action": ...


class Roster(Mapping[str, Opponent]):
    """The players there are, by name; they come to the door when somebody looks at the list."""

    def __getitem__(self, name: str) -> Opponent:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[str, Opponent]:
        from game.players import ROSTER

        return ROSTER


@frozen
class Options:
    """How to start. Whatever is empty is asked for, or takes its default where nobody can be asked."""

    scenario: str = ""
    """A name or a folder."""
    seat: str = ""
    """A seat of the scenario, or `both` for two people at one keyboard."""
    against: str = "statesman"
    """Who holds the seats that people do not."""
    start: str = ""
    length: str = ""
    seed: str = ""
    load: str = ""
    """A record to go on with."""
    language: str = ""
    """The language of the scenario's texts; its own when empty."""
    script: str = ""
    """A file of lines to be played, or `-` for the input."""
    saves: Path = Path()
    """The folder that `save NAME` writes into."""
    roster: Mapping[str, Opponent] = field(factory=dict)
    """The players there are, by name."""


def opponent(options: Options) -> Opponent:
    """The player named in *options*; raises GameError with the nearest name."""
    if options.against not in options.roster:
        near = nearest_word(options.against, options.roster)
        raise GameError(f"no player is called '{options.against}'{near}; there are: {', '.join(options.roster)}")
    return options.roster[options.against]


def people_of(options: Options, scenario: "Scenario") -> "tuple[SeatId, ...]":
    """The seats that people hold; raises GameError for a seat that is not known."""
    if options.seat == BOTH:
        return scenario.seat_ids
    if options.seat not in scenario.seat:
        known = [*scenario.seat_ids, BOTH]
        raise GameError(
            f"no seat is called '{options.seat}'{nearest_word(options.seat, known)}; there are: {', '.join(known)}"
        )
    return (options.seat,)


def file_to_load(options: Options) -> Path:
    """The file that `--load` means: a path, or the name of a saved game."""
    saved = options.saves / (options.load + ENDING)
    return saved if saved.is_file() and not Path(options.load).is_file() else Path(options.load)


def held_in(match: "Match", options: Options) -> "tuple[SeatId, ...]":
    """The seats that people hold in a loaded game: those asked for, the others then going to the opponent asked for.

    Without a seat asked for, those that no player of the record holds. Raises GameError.
    """
    if not options.seat:
        return left_over(match)
    people = people_of(options, match.scenario)
    match.players = {seat: opponent(options) for seat in match.scenario.seat_ids if seat not in people}
    return people


def left_over(match: "Match") -> "tuple[SeatId, ...]":
    """The seats of a loaded game that no player holds; raises GameError when there is none."""
    free = tuple(seat for seat in match.scenario.seat_ids if seat not in match.players)
    if not free:
        raise GameError("no seat of this game was held by a person; say which is yours with --seat")
    return free

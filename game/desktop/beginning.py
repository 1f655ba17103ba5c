"""Beginning a game, and going on with a saved one."""

from pathlib import Path
from random import SystemRandom

from game.desktop.desk import Desk
from game.desktop.library import volume
from game.engine.errors import GameError
from game.session.chronicle import branch
from game.session.match import Match, new_match
from game.session.options import Options, left_over, opponent, people_of
from game.session.save import ENDING, Autosave, free_name, load_match, save_match
from game.session.sitting import Sitting

LAST = "last"
"""The name under which every game is kept by itself."""


def begin(desk: Desk, options: Options) -> None:
    """Begin the game that *options* describe; raises GameError or ScenarioError for one that cannot be."""
    scenario = volume(options.scenario)
    people = people_of(options, scenario)
    players = {seat: opponent(options) for seat in scenario.seat_ids if seat not in people}
    seed = options.seed or str(SystemRandom().randrange(1, 1_000_000))
    sit_down(desk, new_match(scenario, options.start, options.length, players, seed), people)


def sit_down(desk: Desk, match: Match, people: tuple[str, ...]) -> None:
    """Put a new game on the desk and go to its first moment."""
    kept = Autosave(desk.options.saves / (LAST + ENDING))
    desk.take_up(Sitting(match, people, desk.options.saves, autosave=kept))
    desk.go_on()


def resume(desk: Desk, path: Path) -> None:
    """Go on with the game saved at *path*; what is odd with it becomes a remark.

    Raises OSError, ScenarioError or GameError when nothing of it can be used.
    """
    match, trouble = load_match(path)
    _continue(desk, match, left_over(match))
    if trouble:
        desk.remark = f"Of this game: {trouble}."


def _continue(desk: Desk, match: Match, people: tuple[str, ...]) -> None:
    """Put a game in the middle on the desk; what has happened in it counts as told."""
    sitting = Sitting(match, people, desk.options.saves, autosave=Autosave(desk.options.saves / (LAST + ENDING)))
    sitting.replace(match)
    sitting.told = dict.fromkeys(people, len(sitting.journal))
    desk.take_up(sitting)
    desk.go_on()


def branch_off(desk: Desk, count: int) -> None:
    """Go on from the first *count* actions of the game on the desk, as a game of its own; the one so far is saved.

    Raises GameError when it cannot be saved.
    """
    sitting = desk.game()
    name = f"{sitting.match.scenario.id}-turn-{sitting.match.state.turn}{ENDING}"
    try:
        kept = save_match(sitting.match, free_name(desk.options.saves / name))
    except OSError as error:
        raise GameError(f"the game so far cannot be saved: {error.strerror or error}") from None
    _continue(desk, branch(sitting.match, count), sitting.people)
    desk.remark = f"This is a new game from here on. The one before is saved as {kept.stem}."


def last_game(desk: Desk) -> Path | None:
    """The game that was kept by itself; None when there is none."""
    path = desk.options.saves / (LAST + ENDING)
    return path if path.is_file() else None


def leave_game(desk: Desk) -> None:
    """Back to the title; the game has been kept."""
    if desk.sitting is None:
        raise GameError("no game is being played")
    desk.sitting = None
    desk.only("title")

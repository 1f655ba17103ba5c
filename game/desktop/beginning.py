"""Beginning a game, and going on with a saved one."""

from pathlib import Path
from random import SystemRandom

from game.desktop.bookmark import put_bookmark, take_bookmark
from game.desktop.desk import Desk
from game.desktop.library import volume
from game.engine.errors import GameError
from game.session.chronicle import branch
from game.session.folders import ENDING, free_name, last_game
from game.session.match import Match, new_match
from game.session.options import Options, held_in, opponent, people_of
from game.session.save import CHANGED, autosave_in, load_match, save_match
from game.session.sitting import Sitting


def begin(desk: Desk, options: Options) -> None:
    """Begin the game that *options* describe; raises GameError or ScenarioError for one that cannot be."""
    scenario = volume(options.scenario, options.language)
    people = people_of(options, scenario)
    players = {seat: opponent(options) for seat in scenario.seat_ids if seat not in people}
    seed = options.seed or str(SystemRandom().randrange(1, 1_000_000))
    sit_down(desk, new_match(scenario, options.start, options.length, players, seed), people)


def sit_down(desk: Desk, match: Match, people: tuple[str, ...]) -> None:
    """Put a new game on the desk and go to its first moment."""
    saves = desk.options.saves
    desk.take_up(Sitting(match, people, saves, autosave=autosave_in(saves)))
    desk.go_on()


def resume(desk: Desk, path: Path, options: Options | None = None) -> None:
    """Go on with the game saved at *path*; what is odd with it becomes a remark.

    *options* say who holds which seat, where the record should not. Raises OSError, ScenarioError or GameError when
    nothing of it can be used.
    """
    match, trouble = load_match(path)
    people = held_in(match, options or Options())
    whole = trouble in ("", CHANGED)
    _take_up(desk, match, people, path if whole else None)
    take_bookmark(desk, path)
    desk.go_on()
    if trouble:
        desk.remark = f"Of this game: {trouble}."


def _take_up(desk: Desk, match: Match, people: tuple[str, ...], going_on: Path | None) -> None:
    """Put a game in the middle on the desk; what has happened in it counts as told."""
    saves = desk.options.saves
    sitting = Sitting(match, people, saves, autosave=autosave_in(saves, going_on))
    sitting.replace(match)
    desk.guided = False
    desk.take_up(sitting)


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
    _take_up(desk, branch(sitting.match, count), sitting.people, last_game(desk.options.saves))
    desk.go_on()
    desk.remark = f"This is a new game from here on. The one before is saved as {kept.stem}."


def kept_game(desk: Desk) -> Path | None:
    """The game that was kept by itself; None when there is none."""
    path = last_game(desk.options.saves)
    return path if path.is_file() else None


def leave_game(desk: Desk) -> None:
    """Back to the title; the game has been kept."""
    if desk.sitting is None:
        raise GameError("no game is being played")
    put_bookmark(desk)
    desk.sitting = None
    desk.only("title")

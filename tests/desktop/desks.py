"""Desks for tests: a game played on to a moment, a view of it, and hands that press meanings."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random

import pygame

from game.content import find, load
from game.desktop.map.view import MapView
from game.desktop.settings import Settings
from game.desktop.shot import view_of
from game.desktop.view import View
from game.desktop.widget import Placed
from game.engine.phase import Phase
from game.engine.scenario import Scenario
from game.players import STATESMAN
from game.session.chronicle import Moment, branch, chronicle
from game.session.match import new_match
from game.session.save import load_match
from game.session.sitting import Sitting

WIDE, NARROW = (1280, 800), (960, 540)


def surface(size: tuple[int, int] = WIDE) -> pygame.Surface:
    return pygame.Surface(size)


@lru_cache(maxsize=4)
def scenario(name: str) -> Scenario:
    return load(name)


def sitting_at(
    until: Callable[[Sitting], bool],
    saves: Path,
    seat: str = "qing",
    start: str = "1880",
    length: str = "crisis",
    name: str = "ili-1871",
    seed: str = "3",
) -> Sitting:
    """A game in which the statesman has played both sides until a moment that *until* recognises, or to its end."""
    found = scenario(name)
    players = {each: STATESMAN for each in found.seat_ids if each != seat}
    sitting = Sitting(new_match(found, start, length, players, seed), (seat,), saves)
    sitting.seat, sitting.told[seat] = seat, 0
    while True:
        sitting.advance()
        if sitting.over or until(sitting):
            return sitting
        sitting.told[seat] = len(sitting.journal)
        sitting.submit(STATESMAN.decide(sitting.view, Random(len(sitting.journal))))


def documented(line: str, saves: Path, seat: str = "qing", until: Callable[[Moment], bool] | None = None) -> Sitting:
    """A documented line of the crisis, held at *seat*, as far as a moment that *until* recognises, or to its end."""
    found = scenario("ili-1871")
    players = {each: STATESMAN for each in found.seat_ids if each != seat}
    match, _ = load_match(find("ili-1871") / "lines" / f"{line}.txt", players, found)
    if until is not None:
        match = branch(match, next(moment.number for moment in chronicle(match) if until(moment)))
    sitting = Sitting(match, (seat,), saves)
    sitting.replace(match)
    sitting.seat = seat
    return sitting


def in_phase(phase: Phase, turn: int = 1) -> Callable[[Sitting], bool]:
    """Whether a sitting has come to *phase*, not before *turn*."""
    return lambda sitting: sitting.match.state.phase is phase and sitting.match.state.turn >= turn


def view_at(
    sitting: Sitting | None, screen: str, topic: str = "", size: tuple[int, int] = WIDE, scale: int = 100
) -> View:
    """A view of *screen* over *sitting*, arranged."""
    view = view_of(sitting, size, Settings(scale=scale))
    view.desk.only(screen, topic)
    view.lay()
    return view


def meanings(view: View) -> list[str]:
    """Everything that can be pressed, in the order of the focus."""
    return [spot.meaning for spot in view.arrangement.spots]


def press(view: View, meaning: str) -> None:
    """Press the spot that means *meaning*; fails when there is none."""
    spot = next((each for each in view.arrangement.spots if each.meaning == meaning), None)
    assert spot is not None, f"nothing here means '{meaning}': {meanings(view)}"
    view.press(spot)


def words_on(view: View) -> str:
    """All words a person hears on the page, spots and texts."""
    spoken = [placed.widget.spoken() for placed in view.arrangement.placed]
    labels = [f"{spot.label} {spot.value} {spot.note} {spot.why_not}" for spot in view.arrangement.spots]
    return " ".join(part for part in (*spoken, *labels) if part.strip())


def the_map(view) -> Placed:
    """The map on a screen, where it was placed."""
    return next(each for each in view.arrangement.placed if isinstance(each.widget, MapView))


def map_spot(view):
    """What those who hear the page hear of the map."""
    return next(spot for spot in view.arrangement.spots if spot.role == "map")

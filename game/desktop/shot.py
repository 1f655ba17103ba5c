"""Pictures of screens without a display: for tests, the README, documentation, and whoever wants to show a moment."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

import pygame
from attrs import frozen

from game.desktop.course import next_screen
from game.desktop.desk import Desk
from game.desktop.screens import SCREENS
from game.desktop.settings import NAMES, SCALES, Settings
from game.desktop.theme import PALETTES
from game.desktop.view import View
from game.engine.errors import GameError, nearest_word
from game.engine.issue import SeatId
from game.engine.phase import Phase
from game.session.chronicle import Moment
from game.session.folders import saves_folder
from game.session.match import Match
from game.session.options import Options
from game.session.posing import Fits, played_out, pose
from game.session.save import load_match
from game.session.selfplay import Plan
from game.session.sitting import Sitting

USUAL = Settings()
PLAN = Plan("ili-1871", "3", "1880", "crisis")
"""The game that is self-played when no record is given."""
WITHOUT_GAME = ("title", "setup")
LEAST, MOST = 320, 7680
"""The sides a picture may have, in pixels."""


@frozen
class Request:
    """What is to be drawn. Raises GameError when made of words that mean nothing."""

    screen: str
    topic: str = ""
    record: str = ""
    """A record's file; empty for a self-played game."""
    seat: SeatId = ""
    """The first seat of the scenario by default."""
    size: tuple[int, int] = (1280, 800)
    scale: int = 100
    palette: str = "paper"
    names: str = "en"

    def __attrs_post_init__(self) -> None:
        _require("screen", self.screen, SCREENS)
        _require("palette", self.palette, PALETTES)
        _require("language of names", self.names, NAMES)
        if not SCALES[0] <= self.scale <= SCALES[-1]:
            raise GameError(f"the scale is {self.scale}; it can be {SCALES[0]} to {SCALES[-1]} per cent")
        if not all(LEAST <= side <= MOST for side in self.size):
            raise GameError(f"a picture's sides are {LEAST} to {MOST} pixels, not {self.size[0]}x{self.size[1]}")

    @property
    def settings(self) -> Settings:
        return Settings(scale=self.scale, palette=self.palette, names=self.names, still=True)


def _require(what: str, word: str, known: Mapping[str, object]) -> None:
    if word not in known:
        raise GameError(f"no {what} is called '{word}'{nearest_word(word, known)}; there are: {', '.join(known)}")


def in_phase(phase: Phase, answered: bool = False) -> Fits:
    """Whether a seat must act in *phase*, or, *answered*, has there been refused with reasons."""

    def fits(moment: Moment, seat: SeatId) -> bool:
        state = moment.state
        if state.phase is not phase or seat not in moment.view(None).waiting:
            return False
        return not answered or state.scenario.other(seat) in state.text.answers

    return fits


def voted(moment: Moment, seat: SeatId) -> bool:
    """Whether a vote of the seat's own has just been held."""
    return any(event.kind == "voted" and event.facts["seat"] == seat for event in moment.events)


def over(moment: Moment, _: SeatId) -> bool:
    return moment.state.phase is Phase.OVER


def begun(moment: Moment, _: SeatId) -> bool:
    return moment.number == 0


AT_THE_TABLE: Sequence[Fits] = (in_phase(Phase.TABLE, answered=True), in_phase(Phase.TABLE))
WISHES: Mapping[str, Sequence[Fits]] = {
    "armistice": (in_phase(Phase.ARMISTICE),),
    "briefing": (begun,),
    "council": (in_phase(Phase.ORDERS),),
    "court": (voted,),
    "dispatches": (in_phase(Phase.CARD), in_phase(Phase.ORDERS)),
    "record": (over, *AT_THE_TABLE),
    "verdict": (over, *AT_THE_TABLE),
}
"""The moments that suit a screen, the best first; every other screen is shown at the table."""
TOPICS: Mapping[str, Callable[[Sitting], str]] = {
    "confirm": lambda sitting: "propose",
    "curtain": lambda sitting: sitting.seat,
    "sources": lambda sitting: f"issue {sitting.view.issues[0].id}",
}
"""What a screen speaks of when nothing is said, where it must speak of something."""


def run(asked: Mapping[str, Any], remarks: TextIO) -> int:
    """`plenipo shot`: the picture that the words of a command ask for; what is odd with its record is remarked."""
    named = {name: asked[name] for name in "screen topic record seat scale palette names".split()}
    view = draw(Request(**named, size=size_in(asked["size"])))
    put_picture(view, Path(asked["out"]))
    for warning in view.desk.sitting.warnings if view.desk.sitting else ():
        remarks.write(f"{warning}\n")
    return 0


def size_in(text: str) -> tuple[int, int]:
    """`1280x800` as two numbers; raises GameError for anything else."""
    width, cross, height = text.partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise GameError(f"'{text}' is no size in pixels: write it like 1280x800")
    return int(width), int(height)


def draw(request: Request) -> View:
    """The view of what was asked for, arranged; raises GameError, ScenarioError, RecordError or OSError."""
    if request.screen in WITHOUT_GAME:
        return laid(request, None)
    if not request.record:
        return laid(request, posed(request, played_out(PLAN)))
    match, trouble = load_match(Path(request.record), {})
    sitting = posed(request, match)
    if trouble:
        sitting.warn(f"Of this record: {trouble}.")
    return laid(request, sitting)


def posed(request: Request, match: Match) -> Sitting:
    """*match* at the moment that suits the screen; raises GameError when it has none."""
    seat = request.seat or match.scenario.seat_ids[0]
    beside = request.screen == "verdict" and request.topic
    sitting = pose(match, seat, AT_THE_TABLE if beside else WISHES.get(request.screen, AT_THE_TABLE), saves_folder())
    if sitting is None:
        raise GameError(f"this game has no moment for the screen '{request.screen}' and the seat '{seat}'")
    return sitting


def laid(request: Request, sitting: Sitting | None) -> View:
    """The screen laid on a desk with *sitting*, a sheet on the page it belongs to."""
    view = view_of(sitting, request.size, request.settings)
    view.desk.options = Options(saves=saves_folder())
    topic = request.topic or (TOPICS[request.screen](sitting) if sitting and request.screen in TOPICS else "")
    screen = view.desk.make(request.screen, topic)
    if screen.sheet and sitting is not None:
        view.desk.only("verdict" if sitting.over else "table")
    view.desk.stack.append(screen)
    view.lay()
    return view


def view_of(sitting: Sitting | None, size: tuple[int, int], settings: Settings = USUAL) -> View:
    """A view of *size* pixels on a desk with *sitting*; nothing is laid on it yet."""
    desk = Desk(SCREENS, settings, sitting=sitting, next_screen=next_screen)
    return View(desk, pygame.Surface(size))


def put_picture(view: View, path: Path) -> None:
    """Draw *view* and write it to *path*, a PNG; raises OSError."""
    view.lay()
    view.draw()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        pygame.image.save(view.surface, str(path))
    except pygame.error as error:
        raise OSError(f"{path}: {error}") from None

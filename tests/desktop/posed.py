"""Every screen at a moment of a documented line, so that neither players nor chance can change what it shows."""

from functools import lru_cache
from pathlib import Path

from attrs import evolve

from game.content import find
from game.desktop.screens import SCREENS
from game.desktop.shot import WITHOUT_GAME, Request, laid, posed
from game.desktop.view import View
from game.session.match import Match
from game.session.save import load_match
from game.session.sitting import Sitting
from tests.desktop.desks import scenario

GAMES = Path(__file__).parent / "games"
LINES = {"court": "livadia-1879", "dispatches": "livadia-1879"}
"""The line a screen is shown from, where that of 1881 has no moment for it."""
RECORDS = {"armistice": "war"}
"""Screens for which no documented line has a moment, and the record in `games/` that has one."""
USUAL = "st-petersburg-1881"

Pose = tuple[str, ...]
"""A screen, and the meanings done on it before it is looked at."""
POSES: tuple[Pose, ...] = (
    *((name,) for name in sorted(SCREENS)),
    *(("briefing", f"leaf {leaf}") for leaf in ("moment", "worth", "home")),
    ("council", "order lobby"),
    ("council", "order calm", "order stand", "aim 1 tekes"),
    *(("verdict", f"leaf {leaf}") for leaf in ("history", "map", "people", "ledgers", "plane")),
    ("verdict", "leaf history", "unfold alike", "unfold tekes"),
    ("verdict", "leaf ledgers", "unfold treaty qing"),
    ("verdict", "leaf plane", "offer 3", "beside left"),
    ("record", "step 30"),
    ("record", "step 12", "look tekes", "branch"),
    ("record", "step 20", "leaf list"),
    ("record", "step 20", "leaf table"),
    ("codex", "kind person", "codex zuo"),
    ("codex", "kind place", "codex kulja"),
    ("codex", "kind treaty", "codex livadia-7"),
    ("codex", "kind event", "codex t-1881-02-24"),
    *(("table", f"explain {topic}") for topic in ("tekes", "tension", "why draft", "why home")),
    *(("table", f"leaf {leaf}") for leaf in ("clause", "answer", "home", "them")),
)


@lru_cache(maxsize=4)
def match_of(screen: str) -> Match:
    if screen in RECORDS:
        return load_match(GAMES / f"{RECORDS[screen]}.txt", {}, scenario("ili-1871"))[0]
    path = find("ili-1871") / "lines" / f"{LINES.get(screen, USUAL)}.txt"
    return load_match(path, {}, scenario("ili-1871"))[0]


@lru_cache(maxsize=32)
def sitting_at(screen: str) -> Sitting:
    return posed(Request(screen), match_of(screen))


def view_in(pose: Pose, size: tuple[int, int], scale: int = 100) -> View:
    """A view of the screen of *pose*, with what is done on it done."""
    screen, *deeds = pose
    request = Request(screen, size=size, scale=scale)
    kept = None if screen in WITHOUT_GAME else sitting_at(screen)
    view = laid(request, kept and evolve(kept, told=dict(kept.told), drafts={}))
    for meaning in deeds:
        view.do(meaning)
        assert not view.desk.remark, f"{meaning}: {view.desk.remark}"
    return view


def name_of(pose: Pose) -> str:
    """A pose as the name of a file."""
    return "-".join(word for part in pose for word in part.split())

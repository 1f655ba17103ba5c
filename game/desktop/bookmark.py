"""A bookmark: what a sitting remembers beside the game, laid beside the kept game when a person leaves it.

The record alone is the game. Without its bookmark a game goes on as well, but a draft that was not yet offered is gone.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.desktop.desk import Desk
from game.session.folders import write_whole

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.session.sitting import Sitting

ENDING = ".mark.json"


def put_bookmark(desk: Desk) -> None:
    """Lay a bookmark into the game on the desk, where it is kept by itself; a disk that takes none is no trouble."""
    sitting = desk.sitting
    if sitting is None or sitting.autosave is None:
        return
    kept = {
        "actions": len(sitting.match.actions),
        "told": sitting.told,
        "drafts": sitting.drafts,
        "guided": desk.guided,
    }
    with suppress(OSError):
        write_whole(_place(sitting.autosave.path), json.dumps(kept, ensure_ascii=False) + "\n")


def take_bookmark(desk: Desk, path: Path) -> None:
    """Open the game on the desk where the bookmark of the record at *path* lies; it is then taken out."""
    place, sitting = _place(path), desk.game()
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    with suppress(OSError):
        place.unlink(missing_ok=True)
    if not isinstance(found, dict) or found.get("actions") != len(sitting.match.actions):
        return
    desk.guided = found.get("guided") is True
    sitting.told = {seat: count for seat, count in _mapping(found, "told").items() if _fits(sitting, seat, count)}
    scenario = sitting.match.state.scenario
    drafts = _mapping(found, "drafts")
    sitting.drafts = {
        seat: draft for seat, draft in drafts.items() if seat in scenario.seat and _whole(scenario, draft)
    }


def _place(record: Path) -> Path:
    return record.with_name(record.stem + ENDING)


def _mapping(found: dict[str, Any], name: str) -> dict[str, Any]:
    part = found.get(name)
    return part if isinstance(part, dict) else {}


def _fits(sitting: "Sitting", seat: str, count: object) -> bool:
    return seat in sitting.people and type(count) is int and 0 <= count <= len(sitting.journal)


def _whole(scenario: "Scenario", draft: object) -> bool:
    """Whether *draft* is a package of this scenario, one option for every issue."""
    if not isinstance(draft, dict) or set(draft) != {issue.id for issue in scenario.issues}:
        return False
    return all(draft[issue.id] in {option.id for option in issue.options} for issue in scenario.issues)

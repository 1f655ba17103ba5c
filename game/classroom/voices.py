"""The vote at home where people speak for its factions: how warmly they take a text stands for chance's swing."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from game.classroom.room import Person, Room
from game.classroom.seating import rights_of
from game.content.roles import Role
from game.engine.actions import Sway
from game.engine.scenario import Scenario
from game.session.match import Match


def voices_at(room: Room, roles: Sequence[Role], scenario: Scenario, match: Match, table: int) -> tuple[Person, ...]:
    """Who speaks for a faction at the vote that is due now; nobody when none is, or chance alone has its say."""
    seat = next((_seat_of(scenario, each) for each in match.chances() if isinstance(each, Sway)), None)
    if seat is None:
        return ()
    delegation = room.at(table, scenario.seat_ids.index(seat))
    return tuple(each for each in delegation if "consent" in rights_of(roles, delegation, each))


def _seat_of(scenario: Scenario, sway: Sway) -> str:
    return next(stage.seat for stage in scenario.consent if stage.id == sway.stage)


def swing_of(match: Match, voices: Mapping[str, int]) -> Sway:
    """The swing of chance's that lies as far between the coldest and the warmest as the voices' mean does."""
    swings = sorted((each for each in match.chances() if isinstance(each, Sway)), key=lambda each: each.swing)
    return swings[round((fmean(voices.values()) + 1) / 2 * (len(swings) - 1))]

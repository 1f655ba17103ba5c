"""A seat's own prospects at home, read from a state."""

from game.engine.home import Home
from game.engine.issue import SeatId
from game.engine.state import State


def home_of(state: State, seat: SeatId) -> Home:
    """All that decides the consent of *seat* at this moment."""
    scenario = state.scenario
    brief = scenario.briefs[seat]
    return Home(
        brief=brief,
        issues=scenario.issues,
        side=scenario.seat_ids.index(seat),
        status_quo=state.status_quo,
        favours={faction.id: state.favours[f"{seat}.{faction.id}"] for faction in brief.factions},
        mandate={
            issue: option
            for issue, option in brief.envoy(state.envoys[seat]).mandate.items()
            if issue in scenario.issue
        },
        stands={stand.issue: stand.option for stand in state.stands if stand.seat == seat},
        stages=tuple(stage for stage in scenario.consent if stage.seat == seat),
    )

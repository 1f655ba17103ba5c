"""A game that plays itself, printed as a spectator may hear it, with its comparison at the end."""

from game.content import load
from game.engine.actions import Hold, Propose
from game.engine.events import heard
from game.session.match import Match, new_match
from game.text.briefing import opening_lines
from game.text.comparison import ending_lines
from game.text.console import Console
from game.text.happenings import event_lines
from game.text.meters import heading, meter_lines
from game.text.options import Options
from game.text.refusals import reason_in_words
from game.text.setup import opponent
from game.text.words import clause, listed, seat_title

DEFAULT = "ili-1871"


def watch_game(options: Options, console: Console) -> None:
    """Play all seats with players and print what happens. Raises GameError, ScenarioError or OSError."""
    scenario = load(options.scenario or DEFAULT)
    players = dict.fromkeys(scenario.seat_ids, opponent(options))
    match = new_match(scenario, options.start, options.length, players, options.seed or "0")
    console.head(match.state.scenario.title)
    console.show(opening_lines(match.state.scenario))
    console.head(heading(match.view(None)))
    console.show(meter_lines(match.view(None)))
    for action, events in match.advance():
        for event in heard(events, None):
            if event.kind == "turn":
                console.head(heading(match.view(None)))
                console.show(meter_lines(match.view(None)))
            elif event.kind != "over":
                console.show(event_lines(match.view(None), event, match.state.scenario))
        if isinstance(action, Propose | Hold):
            _tell_words(match, action, console)
    console.head("The end")
    console.show(ending_lines(match.state))


def _tell_words(match: Match, action: Propose | Hold, console: Console) -> None:
    view = match.view(None)
    if isinstance(action, Propose):
        earlier = [each.package for each in view.offers if each.seat == action.seat][:-1]
        before = earlier[-1] if earlier else view.status_quo
        moved = [clause(view, issue, option) for issue, option in action.package.items() if option != before[issue]]
        console.say(
            f"  {'Now' if earlier else 'It asks for'}: {'; '.join(moved)}." if moved else "  Nothing has moved."
        )
    if action.refusal is not None and action.refusal.reasons:
        title = seat_title(view.seats, action.seat)
        reasons = listed(f"“{reason_in_words(view, each)}”" for each in action.refusal.reasons)
        console.say(f"  Why {title} refuses: {reasons}")

"""A game that plays itself, printed as a spectator may hear it, with its comparison at the end."""

from collections.abc import Iterator

from game.content import load
from game.engine.actions import Hold, Propose
from game.engine.events import heard
from game.engine.view import SeatView
from game.prose.briefing import opening_lines
from game.prose.calendar import closed_table
from game.prose.comparison import ending_lines
from game.prose.happenings import event_lines
from game.prose.meters import common_levels, heading, meter_lines
from game.prose.refusals import reason_in_words
from game.prose.sources import cited
from game.prose.words import clause, listed, seat_title
from game.session.match import Match, new_match
from game.session.options import Options, opponent
from game.text.console import Console
from game.text.pages import Pages
from game.text.reckoned import bargain_lines

DEFAULT = "ili-1871"


def watch_game(options: Options, console: Console) -> None:
    """Play all seats with players and print what happens. Raises GameError, ScenarioError or OSError."""
    scenario = load(options.scenario or DEFAULT)
    players = dict.fromkeys(scenario.seat_ids, opponent(options))
    match = new_match(scenario, options.start, options.length, players, options.seed or "0")
    console.head(match.state.scenario.title)
    console.show(opening_lines(match.state.scenario))
    console.head(heading(match.view(None), closed=closed_table(match.view(None), match.state)))
    console.show(meter_lines(match.view(None)))
    _tell_course(match, console)
    console.head("The end")
    console.show(ending_lines(match.state))
    if match.state.offers:
        console.show(("", *bargain_lines(match)))
    console.show(_news_lines(match.view(None)))


def _tell_course(match: Match, console: Console) -> None:
    """All that a spectator hears, turn by turn; quiet turns in a line."""
    pages, levels = Pages(), common_levels(match.view(None))
    for action, events in match.advance():
        for event in heard(events, None):
            if pages.take(event):
                continue
            lines = list(event_lines(match.view(None), event, match.state.scenario))
            if lines and pages.show(console, match.view(None), match.state):
                console.show(meter_lines(match.view(None), levels))
                levels = common_levels(match.view(None))
            console.show(lines)
        if isinstance(action, Propose | Hold):
            _tell_words(match, action, console)


def _news_lines(view: SeatView) -> Iterator[str]:
    """The sources of the news that came."""
    told = [each.card for each in view.news if each.card.cite]
    if told:
        yield ""
        yield "Sources of the news:"
    yield from (f"  {card.title}: {cited(card.cite)}" for card in told)


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

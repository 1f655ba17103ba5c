"""The kit as one page of HTML with a stylesheet for paper: no script, no outside request, everything escaped."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.classroom.kit.seating import seating
from game.classroom.kit.sheets import sheet_of
from game.classroom.kit.sketch import sketch_of
from game.content.roles import read_roles
from game.engine.card import Card
from game.engine.home import MANDATE_PRICE
from game.engine.scenario import Scenario
from game.engine.source import Source
from game.prose.briefing import briefing_lines, opening_lines
from game.session.match import new_match

ROUNDS = 5
"""Rounds of talk that a script plans; a class that needs fewer has more time to talk about it."""
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def kit(scenario: Scenario, folder: Path, chapter: str, length: str, people: int = 0) -> str:
    """Everything a class needs on paper for one start and length of *scenario*, which lies in *folder*.

    Raises GameError for a start or a length that it does not have, ScenarioError for roles that cannot be read.
    """
    match = new_match(scenario, chapter, length)
    state, played = match.state, match.state.scenario
    sheets = [sheet_of(state, seat, tuple(briefing_lines(match.view(seat.id)))) for seat in played.seats]
    return _TEMPLATES.get_template("kit.html").render(
        scenario=played,
        opening=list(opening_lines(played)),
        sheets=sheets,
        offers=[(played.seat[seat].title, package) for seat, package in state.text.offers.items()],
        roles=[role for role in read_roles(folder) if role.delegate],
        news=list(_news(played))[:ROUNDS],
        rounds=ROUNDS,
        price=round(MANDATE_PRICE),
        tables=seating(people, played.seats) if people else (),
        sources=list(_sources(played)),
        sketch=sketch_of(folder),
        treaties=played.history.treaties,
    )


def _news(scenario: Scenario) -> Iterator[Card]:
    """Cards that everybody hears and that belong to the time that is played, in the order of their dates."""
    first, last = scenario.turns[0].id, scenario.turns[-1].id
    dated = [card for card in scenario.cards if not card.seen_by and (not card.first or first <= card.first <= last)]
    yield from sorted(dated, key=lambda card: (not card.first, card.first, card.when.text != ""))


def _sources(scenario: Scenario) -> Iterator[Source]:
    """The sources that the clause cards cite, each once, by id."""
    lists = [cites for issue in scenario.issues for cites in (issue.cite, *(option.cite for option in issue.options))]
    wanted = {cite.source for cites in lists for cite in cites}
    yield from (source for key, source in sorted(scenario.sources.items()) if key in wanted)

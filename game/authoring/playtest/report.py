"""The report of a playtest as one page of HTML: no script, no outside request, everything escaped."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.authoring.playtest.charts import Bar, Curve, Plane, bar, curve, plane
from game.authoring.playtest.counts import Counts, Opening
from game.authoring.playtest.finding import Finding
from game.authoring.playtest.findings import Places
from game.authoring.playtest.schedule import STYLES
from game.authoring.shares import Mean, Share, mean_of
from game.content.draft import Trail
from game.engine.card import Card
from game.engine.phase import Ending
from game.session.selfplay import opening as opened

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENDINGS = {
    Ending.RATIFIED.value: "a treaty in force",
    Ending.REFUSED_AT_HOME.value: "refused at home",
    Ending.NO_TREATY.value: "no treaty",
    Ending.NO_TABLE.value: "no table",
    Ending.WAR.value: "war",
}


@frozen
class Part:
    """What is told of one start."""

    title: str
    games: int
    endings: tuple[Bar, ...]
    zone: Curve | None
    plane: Plane


@frozen
class Answer:
    """One answer to a card, and the games it was given in beside those of the other answers."""

    title: str
    share: Share
    ratified: Share
    scores: tuple[Mean, ...]


@frozen
class News:
    title: str
    place: str
    came: Share
    decides: str
    answers: tuple[Answer, ...]


@frozen
class Line:
    """One line of the scenario's files, and how often it was used."""

    what: str
    title: str
    place: str
    used: int


def report(counts: Counts, found: Sequence[Finding], places: Places, seconds: float, records: Mapping[int, str]) -> str:
    """The page. *records* are the names of the files that replay a finding's game, beside the report."""
    scenario = counts.scenario
    return _TEMPLATES.get_template("playtest.html").render(
        scenario=scenario,
        counts=counts,
        findings=found,
        records=records,
        seconds=seconds,
        parts=[_part(counts, each) for each in counts.schedule.openings],
        styles=STYLES,
        seats=scenario.seats,
        clauses=[(issue, _issue_bar(counts, issue.id)) for issue in scenario.issues],
        news=[_news(counts, card, places.of(("cards", n, "id"))) for n, card in enumerate(scenario.cards)],
        orders=[(order, [counts.ordered[seat, order.id] for seat in scenario.seat_ids]) for order in scenario.orders],
        lines=list(lines(counts, places)),
        score=counts.score,
    )


def _part(counts: Counts, opening: Opening) -> Part:
    start = next(each for each in counts.scenario.starts if each.id == opening[0])
    turns = opened(counts.schedule.scenario, *opening)[1].scenario.turns
    titles = {number: turn.title for number, turn in enumerate(turns, 1)}
    return Part(
        start.title,
        len(counts.of(opening)),
        bar(counts.endings(opening), ENDINGS),
        curve(counts.zone(opening), titles),
        plane(counts, opening),
    )


def _issue_bar(counts: Counts, issue: str) -> tuple[Bar, ...]:
    titles = {option.id: option.title for option in counts.scenario.issue[issue].options}
    return bar(counts.clause_texts(issue), titles)


def _news(counts: Counts, card: Card, place: object) -> News:
    answers = tuple(_answer(counts, card, choice.id, choice.title) for choice in card.choices)
    seat = counts.scenario.seat[card.decides].title if card.decides else ""
    return News(card.title, _short(place), Share(counts.came[card.id], len(counts.games)), seat, answers)


def _answer(counts: Counts, card: Card, choice: str, title: str) -> Answer:
    answered = [each for each in counts.games if card.id in each.result.happened]
    games = [each for each in answered if each.result.happened[card.id] == choice]
    ratified = sum(each.result.ending == Ending.RATIFIED.value for each in games)
    scores = tuple(mean_of([each.result.scores[seat] for each in games]) for seat in counts.scenario.seat_ids)
    return Answer(title, Share(len(games), len(answered)), Share(ratified, len(games)), scores)


def lines(counts: Counts, places: Places) -> Iterator[Line]:
    """Every line of the scenario that play can reach, with how often it was reached."""

    def line(what: str, title: str, trail: Trail, used: int) -> Line:
        return Line(what, title, _short(places.of(trail)), used)

    scenario = counts.scenario
    for n, issue in enumerate(scenario.issues):
        for m, option in enumerate(issue.options):
            trail: Trail = ("issues", n, "options", m, "id")
            yield line("option", f"{issue.title}: {option.title}", trail, counts.agreed[issue.id, option.id])
    for n, card in enumerate(scenario.cards):
        yield line("card", card.title, ("cards", n, "id"), counts.came[card.id])
        for m, choice in enumerate(card.choices):
            trail = ("cards", n, "choices", m, "id")
            yield line("choice", f"{card.title}: {choice.title}", trail, counts.chosen[card.id, choice.id])
    for n, order in enumerate(scenario.orders):
        used = sum(counts.ordered[seat, order.id] for seat in scenario.seat_ids)
        yield line("order", order.title, ("orders", n, "id"), used)
    for n, fate in enumerate(scenario.fates):
        yield line("fate", fate.title, ("fates", n, "id"), counts.fates[fate.id])
    for seat, brief in scenario.briefs.items():
        for n, envoy in enumerate(brief.envoys):
            trail = ("briefs", seat, "envoys", n, "id")
            yield line("envoy", envoy.name, trail, counts.envoys[seat, envoy.id])


def _short(place: object) -> str:
    """The file's name with its folder and the line."""
    path, line = getattr(place, "path", ""), getattr(place, "line", 0)
    return f"{'/'.join(path.split('/')[-2:])}:{line}"

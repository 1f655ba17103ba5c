"""One step of a record: in words, who knew of it, and the table's ladders as they stood after it."""

from collections.abc import Iterator, Sequence

from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.parts.ladders import ladder
from game.desktop.parts.steps import Step
from game.desktop.theme import LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.clause import ClauseRow, Legend
from game.desktop.widgets.words import FAINT, PLAIN, QUOTED, SMALL, STRONG, Rule, Words, eyebrow, note, words
from game.engine.actions import Hold, Propose, Refusal
from game.engine.issue import Issue
from game.engine.scenario import Scenario
from game.engine.standing import said, standing
from game.engine.view import SeatView
from game.prose.deeds import Heard, knowers, moved_meters
from game.prose.plane import moved_lines
from game.prose.refusals import grounds_by_clause
from game.prose.words import in_text, seat_title, sentence


def step_words(step: Step, before: SeatView, after: SeatView) -> Sequence[Widget]:
    """What happened at *step*, as the seat of both views knew it, and what it moved."""
    scenario = step.moment.state.scenario
    return [
        *(part for heard in step.heard for part in _heard(scenario, after, heard)),
        *_offer(step, before, after),
        *_meters(before, after),
        Rule(),
        note(knowers(step.heard, after)),
    ]


def _heard(scenario: Scenario, view: SeatView, heard: Heard) -> Iterator[Widget]:
    """One thing that was heard; what another seat alone knew stands in its own words."""
    first, *rest = heard.lines
    if heard.quoted and heard.seat != view.seat:
        yield eyebrow(f"{seat_title(view.seats, heard.seat)} alone", "faded")
    yield linked(scenario, first, style=Style(LEAD, "semibold"))
    for line in rest:
        yield linked(scenario, line)
    if heard.about and rest:
        yield Words((Span("Its sources", FAINT, f"sources {heard.about}"),))


def _offer(step: Step, before: SeatView, after: SeatView) -> Iterator[Widget]:
    """Of an offer, or of a turn to speak that passed: the clauses that moved, and why the other's was refused."""
    action = step.moment.action
    if not isinstance(action, Propose | Hold) or step.opens:
        return
    if isinstance(action, Propose):
        earlier = before.text.offers.get(action.seat, before.status_quo)
        yield from (words(line, SMALL) for line in moved_lines(after, earlier, action.package))
    if action.refusal is not None:
        yield from _refusal(after, action.seat, action.refusal)


def _refusal(view: SeatView, seat: str, refusal: Refusal) -> Iterator[Widget]:
    yield words(f"Why the other’s offer was refused by {in_text(seat_title(view.seats, seat))}", STRONG)
    for title, grounds in grounds_by_clause(view, refusal).items():
        text = f"“{sentence('; '.join(grounds))}”"
        yield Words((Span(f"{title}: ", SMALL), Span(text, QUOTED)) if title else (Span(text, QUOTED),))


def _meters(before: SeatView, after: SeatView) -> Iterator[Widget]:
    moved = list(moved_meters(before, after))
    if moved:
        yield words("Moved", STRONG)
        yield from (words(sentence(line), SMALL) for line in moved)


def ladders(view: SeatView, looked: str, tall: float) -> tuple[Widget, list[Widget]]:
    """The table as it stood: what the marks mean, and every clause in a row so *tall*."""
    names = [each.title.removeprefix("The ") for each in view.seats]
    legend = Legend({"now": "as it was", "first": names[0], "second": names[1]})
    return legend, [_ladder(view, issue, number, looked, tall) for number, issue in enumerate(view.issues, 1)]


def _ladder(view: SeatView, issue: Issue, number: int, looked: str, tall: float) -> Widget:
    half = view.text.half.get(issue.id)
    return ClauseRow(
        issue,
        number,
        standing(view.text, issue.id, view.status_quo),
        "" if half is None else "you" if half[0] == view.seat else "they",
        ladder(view, issue, None),
        "",
        positions_then(view, issue),
        issue.id == looked,
        tall,
        fixed=True,
        ladder=150.0,
    )


def positions_then(view: SeatView, issue: Issue) -> str:
    """What each side had on the table for *issue*, in a sentence."""
    parts = [
        f"{in_text(seat.title)}: {issue.option(option).title}"
        for seat in view.seats
        if (option := said(view.text, seat.id, issue.id))
    ]
    return "; ".join([*parts, f"as it was: {issue.option(view.status_quo[issue.id]).title}"])


def course_of(view: SeatView, issue: Issue) -> Iterator[Widget]:
    """How both sides had moved on one clause so far."""
    yield words(issue.title, STRONG)
    last: dict[str, str] = {}
    for offer in view.offers:
        option = offer.package[issue.id]
        if last.get(offer.seat) != option:
            when = f"Turn {offer.turn}" if offer.turn else "Before the first turn"
            who = in_text(seat_title(view.seats, offer.seat))
            yield Words((Span(f"{when}, {who}: ", FAINT), Span(issue.option(option).title, PLAIN)))
        last[offer.seat] = option
    if not last:
        yield note(f"Nothing had been offered; as it was: {issue.option(view.status_quo[issue.id]).title}.")

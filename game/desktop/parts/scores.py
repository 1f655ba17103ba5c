"""What each side took home: a figure for each, and the ledgers behind it."""

from collections.abc import Iterator, Sequence

from game.desktop.frame import hue, seal
from game.desktop.lettering import Span, Style
from game.desktop.theme import GRID, LEAD, NOTE, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.bars import Bar
from game.desktop.widgets.figures import Ledger, LedgerRow
from game.desktop.widgets.layout import Cell, Column, Panel, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import Rule, Words, eyebrow, note, words
from game.engine.issue import SeatId
from game.engine.ledger import Entry, total
from game.engine.score import final_value, score
from game.engine.state import State
from game.engine.utility import utility
from game.engine.view import SeatView
from game.prose.comparison import costs_in_words, part_in_words
from game.prose.words import clause, in_text, listed, seat_title

NO_CONTEST = "The scores compare each side with what its own position allowed. They are no contest between the two."
MOST = 100


def score_figures(view: SeatView, state: State) -> Iterator[Widget]:
    """Each seat's score; pressed, it opens its ledger."""
    for seat in view.seats:
        reached = total(score(state, seat.id))
        figure = Row([Cell(Picture(seal(view, seat.id), (64, 64)), 64), Cell(_figure(view, seat.id, reached))])
        yield Choice(
            figure, f"ledger {seat.id}", seat.title, role="button", pad=1.5 * GRID, colour=hue(view, seat.id),
            note=f"What the score of {in_text(seat.title)} is made of", value=f"{reached:.0f} of {MOST}",
        )  # fmt: skip


def _figure(view: SeatView, seat: SeatId, reached: float) -> Widget:
    number = Span(f"{reached:.0f}", Style(TITLE, "semibold"))
    return Column([
        eyebrow(seat_title(view.seats, seat), hue(view, seat)),
        Words((number, Span(f"  of {MOST}", Style(NOTE, "regular", "faded")))),
        Bar(reached, reached, MOST, hue(view, seat)),
    ], 0)  # fmt: skip


def ledgers_leaf(view: SeatView, state: State, opened: frozenset[str], narrow: bool) -> Sequence[Widget]:
    """Both seats' ledgers, side by side."""
    columns = [_ledgers(view, state, seat.id, f"treaty {seat.id}" in opened) for seat in view.seats]
    both = Column(columns, 2 * GRID) if narrow else Row([Cell(each) for each in columns], 2 * GRID)
    return [both, note(NO_CONTEST)]


def _ledgers(view: SeatView, state: State, seat: SeatId, opened: bool) -> Widget:
    made, ended = score(state, seat), final_value(state, seat)
    head = Row([
        Cell(Picture(seal(view, seat), (48, 48)), 48),
        Cell(Column([
            words(seat_title(view.seats, seat), Style(LEAD, "semibold")),
            note(f"{total(made):.0f} of {MOST}, measured by what its own position allowed"),
        ], 0)),
    ])  # fmt: skip
    parts = [LedgerRow(part_in_words(entry.what), entry.points) for entry in made]
    brief, scenario = state.scenario.briefs[seat], state.scenario
    costs = [LedgerRow(said, points) for said, points in costs_in_words(brief, ended, scenario)]
    rows: list[Widget] = [
        head,
        Rule(hue(view, seat)),
        Ledger(parts, "of 100", signed=False),
        eyebrow("What it ended with, in points of its own"),
        Ledger(costs, "in all"),
    ]
    if state.outcome is not None and state.outcome.treaty is not None:
        rows += _clauses(view, state, seat, opened)
    return Panel(Column(rows, 1.5 * GRID), 2 * GRID, "line", hue(view, seat))


def _clauses(view: SeatView, state: State, seat: SeatId, opened: bool) -> Iterator[Widget]:
    """The treaty as this seat valued it, clause by clause; folded until it is asked for."""
    assert state.outcome is not None and state.outcome.treaty is not None
    text = "The treaty, clause by clause" if not opened else "Fold the clauses away"
    yield Choice(words(text), f"unfold treaty {seat}", text, pad=GRID, role="button")
    if opened:
        entries = sorted(utility(state.scenario.briefs[seat], state.outcome.treaty), key=lambda each: -each.points)
        yield Ledger([LedgerRow(_entry(view, each), each.points) for each in entries], "in all", signed=False)


def _entry(view: SeatView, entry: Entry) -> str:
    if entry.option:
        return clause(view, entry.what, entry.option)
    return f"together: {listed(view.issue(each).title for each in entry.what.split(' + '))}"

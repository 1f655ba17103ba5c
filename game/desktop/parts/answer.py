"""What the other side has said: its last offer by what has moved, why it refuses, and what it would sign."""

from collections.abc import Iterator, Sequence

from game.desktop.desk import Desk
from game.desktop.frame import hue
from game.desktop.lettering import Span, Style
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Column, Panel
from game.desktop.widgets.press import Button, Choice
from game.desktop.widgets.words import PLAIN, QUOTED, STRONG, Words, note, words
from game.engine.actions import Refusal
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.offers import their_last_offers
from game.prose.refusals import grounds_by_clause
from game.prose.words import other_title, sentence


def answer_leaf(desk: Desk, view: SeatView) -> Sequence[Widget]:
    """Their answer to what this person last laid on the table, then their own offer."""
    refusal = desk.game().refusal()
    found: list[Widget] = []
    if refusal is not None:
        found += _refusal(view, refusal)
    found += _offer(view)
    return found


def _refusal(view: SeatView, refusal: Refusal) -> Iterator[Widget]:
    yield words(f"Why {other_title(view)} will not sign your text", STRONG)
    rows: list[Widget] = []
    for title, grounds in grounds_by_clause(view, refusal).items():
        text = f"“{sentence('; '.join(grounds))[:-1]}.”"
        rows.append(
            Words((Span(f"{title}: ", Style(NOTE, "semibold")), Span(text, QUOTED)) if title else (Span(text, QUOTED),))
        )
    yield Panel(Column(rows, GRID / 2), 1.5 * GRID, "", hue(view, view.other))
    if not refusal.cure:
        yield note("No change of clauses would help now; time might.")
        return
    yield words("They would sign today if", STRONG)
    for issue, option in refusal.cure.items():
        found = view.issue(issue)
        yield Choice(
            Words((Span(f"{found.title}: ", Style(NOTE, "semibold")), Span(found.option(option).title, PLAIN))),
            f"draft {issue} {option}", f"{found.title}: {found.option(option).title}",
            note="Put this one clause into your draft", pad=GRID / 2, chosen=False, role="row",
        )  # fmt: skip
    yield Button("Put all of it into my draft", "cure", "gold", "Think of its price before you send it (c)")


def _offer(view: SeatView) -> Iterator[Widget]:
    last, before = their_last_offers(view)
    title = other_title(view)
    if last is None:
        yield note(f"Nothing has been offered yet by {title}.")
        return
    moved = list(_moved(view, view.status_quo if before is None else before, last))
    if not moved:
        yield note(f"In its last offer {title} has not moved.")
        return
    yield words(f"The offer of {title}, beside {'what holds now' if before is None else 'the one before'}", STRONG)
    yield from moved


def _moved(view: SeatView, before: Package, after: Package) -> Iterator[Widget]:
    for issue in view.issues:
        one, two = before[issue.id], after[issue.id]
        if one != two:
            yield Words((
                Span(issue.title, Style(NOTE, "semibold"), f"look {issue.id}"),
                Span(f": {issue.option(one).title} → ", Style(NOTE, "regular", "faded")),
                Span(issue.option(two).title, Style(NOTE)),
            ))  # fmt: skip

"""What is believed of the other side, and why: adjectives, never a number of theirs."""

from collections.abc import Iterator, Sequence

from game.desktop.lettering import Span, Style
from game.desktop.theme import LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.words import PLAIN, Words, note, words
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.prospects import believed, confidence, grounds, heard, liking
from game.prose.words import other_title

MOST = 6


def them_leaf(view: SeatView, draft: Package) -> Sequence[Widget]:
    """The issues that seem to matter to them most, how they would like *draft*, and how far this can be trusted."""
    liked = liking(view, draft)
    return [
        words(f"What we believe of {other_title(view)}", Style(LEAD, "semibold")),
        note(
            f"{confidence(view).capitalize()} confidence: you have heard {heard(view)}. Nobody has seen their orders."
        ),
        words(f"Your draft would be {liked} to them; their consent at home looks {believed(liked)}."),
        *_issues(view),
        *_vows(view),
    ]


def _issues(view: SeatView) -> Iterator[Widget]:
    assert view.belief is not None
    for issue, _ in sorted(view.belief.weights.items(), key=lambda each: -each[1])[:MOST]:
        yield Words((
            Span(view.issue(issue).title, Style(NOTE, "semibold"), f"look {issue}"),
            Span(f" matters to them{grounds(view, issue)}.", Style(NOTE)),
        ))  # fmt: skip


def _vows(view: SeatView) -> Iterator[Widget]:
    for stand in view.stands:
        who = "You have" if stand.seat == view.seat else "They have"
        issue = view.issue(stand.issue)
        text = f"{who} vowed in public to go no further than “{issue.option(stand.option).title}” on "
        yield Words((Span(text, PLAIN), Span(issue.title, PLAIN, f"look {issue.id}"), Span(".", PLAIN)))

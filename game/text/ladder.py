"""The table: every issue as one ladder line with its marks, and the words for the marks below it."""

from collections.abc import Iterator

from game.engine.issue import Issue, Package
from game.engine.standing import said, standing
from game.engine.treaty import Standing
from game.engine.view import SeatView
from game.prose.naming import title_words
from game.prose.words import in_text, seat_title
from game.text.console import columns

MOST_TITLE = 62
LEGEND = (
    "On each ladder a dot is one option. S: as it is now (status quo). Y: your offer. T: their offer. D: your draft. "
    "[ ] in brackets, that is disputed; [i] initialled by both; (y) you have initialled it, (t) they have."
)


def table_lines(view: SeatView, draft: Package) -> Iterator[str]:
    """Every issue of the table."""
    first, second = (in_text(seat_title(view.seats, seat.id)) for seat in view.seats[:2])
    yield f"The table. Each ladder runs from the wish of {first}, left, to that of {second}, right."
    for number, issue in enumerate(view.issues, 1):
        yield from issue_lines(view, issue, draft, number)


def issue_lines(view: SeatView, issue: Issue, draft: Package, number: int) -> Iterator[str]:
    """One issue: its mark and ladder, then what draft and offers say."""
    title = f"{number:3}. {mark(view, issue)} {named(issue)}"
    gap = " " * max(1, _width(view) - columns(title))
    yield f"{title}{gap}{ladder(view, issue, draft)}"
    yield f"         {positions(view, issue, draft)}"


def _width(view: SeatView) -> int:
    """Where the ladders begin: after the longest title, as far as that leaves them room."""
    return min(MOST_TITLE, 10 + max(columns(named(issue)) for issue in view.issues))


def named(issue: Issue) -> str:
    """`The payment (indemnity)`; the title alone when its id is a word of it."""
    return issue.title if issue.id.lower() in title_words(issue.title) else f"{issue.title} ({issue.id})"


def mark(view: SeatView, issue: Issue) -> str:
    """`[ ]`, `[i]`, `(y)`, `(t)`, or blanks for a clause that nobody has touched."""
    state = standing(view.text, issue.id, view.status_quo)
    if state is Standing.INITIALLED:
        return "[i]"
    if issue.id in view.text.half:
        return "(y)" if view.text.half[issue.id][0] == view.seat else "(t)"
    return "[ ]" if state is Standing.BRACKETED else " - "


def ladder(view: SeatView, issue: Issue, draft: Package) -> str:
    """The rungs in a row, each a dot or the letters of what stands on it."""
    marks = {"S": view.status_quo[issue.id], "Y": said(view.text, view.seat or "", issue.id)}
    marks |= {"T": said(view.text, view.other, issue.id), "D": draft[issue.id]}
    rungs = ["".join(letter for letter, option in marks.items() if option == each.id) for each in issue.options]
    return " ".join(rung or "." for rung in rungs)


def positions(view: SeatView, issue: Issue, draft: Package) -> str:
    """Who says what, each option named once."""
    speakers: dict[str, list[str]] = {}
    own, theirs = said(view.text, view.seat or "", issue.id), said(view.text, view.other, issue.id)
    speakers.setdefault(draft[issue.id], []).append("draft")
    if own:
        speakers.setdefault(own, []).append("your offer")
    if theirs:
        speakers.setdefault(theirs, []).append("theirs")
    speakers.setdefault(view.status_quo[issue.id], []).append("now")
    return "; ".join(
        f"{', '.join(names)}: {issue.option(option).title}" for option, names in speakers.items() if option
    )

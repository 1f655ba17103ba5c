"""The table: every issue as one ladder line with its marks, and the words for the marks below it."""

from collections.abc import Iterator, Mapping

from game.engine.issue import Issue, Option, OptionId, Package
from game.engine.standing import said, standing
from game.engine.treaty import Standing
from game.engine.view import SeatView
from game.text.console import columns
from game.text.sources import marked
from game.text.words import in_text, other_title, seat_title, weakest

MOST_TITLE = 56
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
    title = f"{number:3}. {mark(view, issue)} {issue.title}"
    gap = " " * max(1, _width(view) - columns(title))
    yield f"{title}{gap}{ladder(view, issue, draft)}"
    yield f"         {positions(view, issue, draft)}"


def _width(view: SeatView) -> int:
    """Where the ladders begin: after the longest title, as far as that leaves them room."""
    return min(MOST_TITLE, 10 + max(columns(issue.title) for issue in view.issues))


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


def option_lines(view: SeatView, issue: Issue, worth: Mapping[OptionId, float], draft: Package) -> Iterator[str]:
    """The options of one issue, numbered: what each brings you, and how the draft would stand at home with it."""
    for number, option in enumerate(issue.options, 1):
        points = f"{worth[option.id]:.0f} points for you{_at_home(view, {**draft, issue.id: option.id})}"
        yield f"  {number}. {option.title} ({option.id}): {points}.{_remarks(view, issue, option)}"


def _at_home(view: SeatView, package: Package) -> str:
    assert view.home is not None
    return f", at home {weakest(view.home, package)[1] / 100:.0f} %" if view.home.stages else ""


def _remarks(view: SeatView, issue: Issue, option: Option) -> str:
    beyond = view.menu is not None and view.menu.beyond({issue.id: option.id})
    now = " As it is now." if view.status_quo[issue.id] == option.id else ""
    claim = f" {marked(option.claim_only, option.cite)}" if option.claim_only else ""
    return f"{now}{' Beyond your instructions.' if beyond else ''}{claim}"


def changes(view: SeatView, before: Package, after: Package) -> Iterator[str]:
    """What the second of two texts has changed, clause by clause."""
    for issue in view.issues:
        one, two = before[issue.id], after[issue.id]
        if one != two:
            yield f"  {issue.title}: from “{issue.option(one).title}” to “{issue.option(two).title}”."


def their_last_offers(view: SeatView) -> tuple[Package | None, Package | None]:
    """The other side's last offer and the one before it; None where there is none."""
    offers = [each.package for each in view.offers if each.seat == view.other]
    return (offers[-1] if offers else None), (offers[-2] if len(offers) > 1 else None)


def offer_lines(view: SeatView) -> Iterator[str]:
    """The other side's standing offer, by what has changed in it."""
    last, before = their_last_offers(view)
    title = other_title(view)
    if last is None:
        yield f"Nothing has been offered yet by {title}."
        return
    if before is None:
        differs = list(changes(view, view.status_quo, last))
        yield f"The offer of {title}, beside what holds now:" if differs else f"The offer of {title}: all as it is now."
        yield from differs
        return
    moved = list(changes(view, before, last))
    yield f"In the last offer of {title} these clauses have moved:" if moved else f"{title} has not moved."
    yield from moved

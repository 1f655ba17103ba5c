"""One clause: why it matters, and every option with what it brings."""

from collections.abc import Iterator, Sequence

from game.desktop.desk import Desk
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.theme import GRID, LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Row
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import FAINT, STRONG, Words, note, words
from game.engine.issue import Issue, Option, Package
from game.engine.standing import said, standing
from game.engine.treaty import Standing
from game.engine.view import SeatView
from game.prose.offers import at_home
from game.prose.prospects import options_worth
from game.prose.sources import folded

MARKS = Style(NOTE, "semibold", "gold")


def clause_leaf(desk: Desk, view: SeatView, issue: Issue, draft: Package) -> Sequence[Widget]:
    """Everything about *issue* that helps to choose an option."""
    return [
        words(issue.title, Style(LEAD, "semibold")),
        linked(desk.game().match.state.scenario, issue.text, issue.cite, f"sources issue {issue.id}"),
        *(_option(view, issue, option, draft) for option in issue.options),
        *_marking(view, issue),
    ]


def _option(view: SeatView, issue: Issue, option: Option, draft: Package) -> Widget:
    worth = options_worth(view, issue)[option.id]
    menu = view.menu
    beyond = bool(menu and menu.beyond({issue.id: option.id}))
    marks = list(_marks(view, issue, option, beyond))
    first = Row([
        Cell(words(option.title, STRONG)),
        Cell(Words((Span(f"{worth:.0f} points{at_home(view, {**draft, issue.id: option.id})}", FAINT),), 1.0), 190),
    ])  # fmt: skip
    rows: list[Widget] = [first]
    if marks:
        rows.append(words("   ".join(marks), MARKS))
    if option.claim_only:
        rows.append(note(f"Only a claim: {option.claim_only}"))
    fixed = issue.id in view.text.initialled
    return Choice(
        Column(rows, 0),
        f"draft {issue.id} {option.id}",
        option.title,
        chosen=draft[issue.id] == option.id,
        note=f"{option.text} {folded(option.cite)}".strip(),
        why_not="Both sides have initialled this clause: ask to reopen it first." if fixed else "",
        pad=GRID,
        value="; ".join(["in your draft"] * (draft[issue.id] == option.id) + marks),
    )


def _marks(view: SeatView, issue: Issue, option: Option, beyond: bool) -> Iterator[str]:
    if view.status_quo[issue.id] == option.id:
        yield "□ as it is now"
    if said(view.text, view.other, issue.id) == option.id:
        yield "their offer"
    if said(view.text, view.seat or "", issue.id) == option.id:
        yield "your offer"
    if beyond:
        yield "beyond your instructions"


def _marking(view: SeatView, issue: Issue) -> Iterator[Widget]:
    """The ways to mark the clause of their offer: initials, brackets, reopening."""
    menu = view.menu
    if menu is None or not menu.verbs:
        return
    deeds: list[tuple[str, str, str]] = []
    if issue.id in menu.initiable:
        option = issue.option(menu.initiable[issue.id]).title
        deeds.append(
            (f"initial {issue.id}", "Put your initials to it", f"Agree to “{option}”: then both must reopen it")
        )
        if issue.id not in menu.bracketed:
            deeds.append((f"bracket {issue.id}", "Put it in brackets", "Mark what their offer says here as disputed"))
    if standing(view.text, issue.id, view.status_quo) is Standing.INITIALLED and issue.id not in menu.reopened:
        deeds.append((f"reopen {issue.id}", "Ask to reopen it", "Initialled clauses change only when both ask for it"))
    if deeds:
        yield Flow(
            [
                (220.0, Choice(words(text), meaning, text, note=about, pad=GRID, role="button"))
                for meaning, text, about in deeds
            ]
        )

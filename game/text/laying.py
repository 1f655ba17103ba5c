"""The table as it is laid before a person: what differs, what the draft promises, and where the talks stand."""

from game.engine.issue import Issue, Package
from game.engine.view import SeatView
from game.prose.calendar import exchange_line
from game.prose.prospects import assessment
from game.prose.words import counted, in_text, listed
from game.text.ladder import LEGEND, issue_lines, table_lines
from game.text.sitting import Sitting

FULL_TABLE = 6
"""Up to this many issues the whole table is shown each time; with more, only what differs once somebody has spoken."""


def show_table(sitting: Sitting, again: bool = False) -> None:
    """What lies on the table, and what the draft promises; what has not moved is shown again only when asked for."""
    view, draft = sitting.view, sitting.draft()
    laid = _laid(view)
    if len(view.issues) > FULL_TABLE and laid == sitting.laid and not again:
        sitting.console.say(_unmoved(sitting, draft))
    else:
        _show_clauses(sitting, draft)
    sitting.laid = laid
    _show_origin(sitting)
    show_assessment(sitting)
    sitting.console.say(exchange_line(view))
    sitting.console.say("`propose`, `accept`, `hold`, a clause's number to change it, or `?` for all that can be said.")


def _laid(view: SeatView) -> tuple[object, ...]:
    """All that a person sees on the table beside the own draft."""
    text = view.text
    marks = text.initialled, text.half, text.bracketed, text.reopening
    return tuple(map(dict, text.offers.values())), *marks, view.status_quo


def _unmoved(sitting: Sitting, draft: Package) -> str:
    count = len(sitting.view.issues) - len(_alike(sitting, draft))
    if not count:
        return "Nothing has moved: every clause is alike in the offers and your draft (`table` shows all)."
    verb, them = ("differs", "it") if count == 1 else ("differ", "them")
    return f"Nothing has moved: {counted(count, 'clause')} still {verb} (`table` shows {them})."


def _show_clauses(sitting: Sitting, draft: Package) -> None:
    view = sitting.view
    alike = [] if len(view.issues) <= FULL_TABLE or not view.text.offers else _alike(sitting, draft)
    if not alike:
        sitting.console.show(table_lines(view, draft))
    else:
        _show_differences(sitting, alike)
    sitting.console.say(LEGEND if len(view.offers) <= 2 else "S now, Y you, T they, D draft. `? ladder` says more.")


def _alike(sitting: Sitting, draft: Package) -> list[Issue]:
    offers = [*sitting.view.text.offers.values(), draft]
    return [issue for issue in sitting.view.issues if len({offer[issue.id] for offer in offers}) == 1]


def _show_differences(sitting: Sitting, alike: list[Issue]) -> None:
    texts = "both offers" if len(sitting.view.text.offers) > 1 else "the offer"
    if len(alike) == len(sitting.view.issues):
        sitting.console.say(f"Every clause is alike in {texts} and your draft (`table` shows all).")
        return
    sitting.console.say("The clauses that still differ (`table` shows all):")
    for issue in sitting.view.issues:
        if issue not in alike:
            show_clause(sitting, issue)
    sitting.console.say(f"Alike in {texts} and your draft: {listed(in_text(issue.title) for issue in alike)}.")


def _show_origin(sitting: Sitting) -> None:
    """Where a draft comes from that the person has not touched."""
    offers = sitting.view.text.offers
    if sitting.seat not in offers and sitting.seat not in sitting.drafts:
        start = "their text" if sitting.view.other in offers else "what holds now"
        sitting.console.say(f"You have offered nothing yet; your draft is {start}, drawn back to your instructions.")


def show_assessment(sitting: Sitting) -> None:
    """What the draft promises, in a line."""
    sitting.topic = "draft"
    draft, menu = sitting.draft(), sitting.view.menu
    sitting.console.say(f"Your draft: {assessment(sitting.view, draft)}")
    if menu is not None and (exceeded := menu.beyond(draft)):
        titles = listed(in_text(sitting.view.issue(each).title) for each in exceeded)
        sitting.console.say(f"It goes beyond your instructions on {titles}.")


def show_clause(sitting: Sitting, issue: Issue) -> None:
    """One clause with its ladder."""
    number = sitting.view.issues.index(issue) + 1
    sitting.console.show(issue_lines(sitting.view, issue, sitting.draft(), number))

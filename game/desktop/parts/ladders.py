"""The ladder of a clause with all that stands on it."""

from game.desktop.frame import side
from game.desktop.widgets.figures import Rungs
from game.engine.issue import Issue, Package
from game.engine.standing import said
from game.engine.view import SeatView


def ladder(view: SeatView, issue: Issue, draft: Package | None) -> Rungs:
    """The rungs of *issue* with all that stands on them, as the holder of *view* sees them."""
    offers = {side(view, seat): issue.rung[package[issue.id]] for seat, package in view.text.offers.items()}
    home = view.home
    limit = home.mandate.get(issue.id) if home is not None else None
    return Rungs(
        len(issue.options),
        None if draft is None else issue.rung[draft[issue.id]],
        issue.rung[view.status_quo[issue.id]],
        offers,
        None if limit is None else issue.rung[limit],
        home.side if home is not None else 0,
    )


def positions(view: SeatView, issue: Issue, draft: Package) -> str:
    """Who says what, in a sentence."""
    parts = [f"your draft: {issue.option(draft[issue.id]).title}"]
    if theirs := said(view.text, view.other, issue.id):
        parts.append(f"their offer: {issue.option(theirs).title}")
    parts.append(f"now: {issue.option(view.status_quo[issue.id]).title}")
    return "; ".join(parts)

"""Options and offers in words: what each option brings, and what has changed from one text to another."""

from collections.abc import Iterator, Mapping

from game.engine.issue import Issue, Option, OptionId, Package
from game.engine.view import SeatView
from game.prose.sources import marked
from game.prose.words import counted, other_title, sentence, weakest


def option_lines(view: SeatView, issue: Issue, worth: Mapping[OptionId, float], draft: Package) -> Iterator[str]:
    """The options of one issue, numbered: what each brings you, and how the draft would stand at home with it."""
    for number, option in enumerate(issue.options, 1):
        points = f"{counted(worth[option.id], 'point')} for you{at_home(view, {**draft, issue.id: option.id})}"
        yield f"  {number}. {option.title} ({option.id}): {points}.{_remarks(view, issue, option)}"


def at_home(view: SeatView, package: Package) -> str:
    """`, support at home 61 %`: that of *package* in the weakest vote; empty when nobody at home is asked."""
    assert view.home is not None
    return f", support at home {weakest(view.home, package)[1] / 100:.0f} %" if view.home.stages else ""


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
    yield f"In the last offer of {title} these clauses have moved:" if moved else sentence(f"{title} has not moved")
    yield from moved


def has_moved(view: SeatView) -> bool:
    """Whether the other side's last offer says anything else than the one before it."""
    last, before = their_last_offers(view)
    return last is None or before is None or dict(last) != dict(before)


def unmoved_line(view: SeatView) -> str:
    """What is told of an offer of the other side in which nothing has moved."""
    return sentence(f"{other_title(view)} lays its text on the table again and has not moved")

"""A refusal in full sentences, in the refuser's voice, and the cure."""

from collections.abc import Iterator

from game.engine.actions import Reason, ReasonKind, Refusal
from game.engine.view import SeatView
from game.prose.words import clause, other_title, sentence

MOST_CURE = 6
"""Of a change that touches more clauses than this and one, only so many are named."""


def refusal_lines(view: SeatView, refusal: Refusal) -> Iterator[str]:
    """Why the other side says no, and what it would sign."""
    yield f"Why {other_title(view)} will not sign your text:"
    for title, grounds in grounds_by_clause(view, refusal).items():
        yield f"  - “{title}: {'; '.join(grounds)}.”" if title else f"  - “{sentence('; '.join(grounds))}”"
    if refusal.cure:
        yield from _cure_lines(view, refusal)
    else:
        yield "  No change of clauses would help now; time might."


def _cure_lines(view: SeatView, refusal: Refusal) -> Iterator[str]:
    """What the other side asks for, the clauses that weigh most with you first when there are many."""
    cure = list(refusal.cure.items())
    yield "  They would sign if (`cure` puts this into your draft):"
    if len(cure) > MOST_CURE and view.brief is not None:
        weights = view.brief.weights
        cure.sort(key=lambda each: -weights.get(each[0], 0))
    told = cure if len(cure) <= MOST_CURE + 1 else cure[:MOST_CURE]
    for issue, option in told:
        yield f"  - {clause(view, issue, option)}."
    if len(told) < len(cure):
        yield f"  - and {len(cure) - len(told)} clauses more, of less weight for you."


def grounds_by_clause(view: SeatView, refusal: Refusal) -> dict[str, list[str]]:
    """The grounds of a refusal under the titles of their clauses; under no title those about time."""
    grounds: dict[str, list[str]] = {}
    for reason in refusal.reasons:
        title, ground = _about(view, reason), _ground(view, reason)
        told = grounds.setdefault(title if reason.kind is not ReasonKind.TIMING else "", [])
        if ground not in told:
            told.append(ground)
    return grounds


def reason_in_words(view: SeatView, reason: Reason) -> str:
    """One reason in a sentence of its own."""
    title = "" if reason.kind is ReasonKind.TIMING else f"{_about(view, reason)}: "
    return sentence(f"{title}{_ground(view, reason)}")


def _about(view: SeatView, reason: Reason) -> str:
    return view.issue(reason.issue).title if reason.issue else "This text"


def _ground(view: SeatView, reason: Reason) -> str:
    """One reason as its side would say it, without the clause it is about."""
    match reason.kind:
        case ReasonKind.VALUE:
            return "that costs us too much"
        case ReasonKind.HOME:
            return f"{_party(view, reason.faction)} at home would not forgive us"
        case ReasonKind.MANDATE:
            return "my instructions forbid me to go so far"
        case ReasonKind.STAND:
            return "we have vowed in public to go no further"
    return "it is not the time to settle for this"


def _party(view: SeatView, faction: str) -> str:
    """The public title of a faction of either side, as it stands inside a sentence."""
    title = next((title for name, title in view.parties.items() if name.partition(".")[2] == faction), faction)
    return f"the {title[4:]}" if title.startswith("The ") else title

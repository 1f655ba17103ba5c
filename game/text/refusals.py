"""A refusal in full sentences, in the refuser's voice, and the cure."""

from collections.abc import Iterator

from game.engine.actions import Reason, ReasonKind, Refusal
from game.engine.view import SeatView
from game.text.words import clause, other_title


def refusal_lines(view: SeatView, refusal: Refusal) -> Iterator[str]:
    """Why the other side says no, and what it would sign."""
    yield f"Why {other_title(view)} will not sign your text:"
    for reason in refusal.reasons:
        yield f"  - “{reason_in_words(view, reason)}”"
    if refusal.cure:
        yield "  They would sign if (`cure` puts this into your draft):"
        for issue, option in refusal.cure.items():
            yield f"  - {clause(view, issue, option)}."
    else:
        yield "  No change of clauses would help now; time might."


def reason_in_words(view: SeatView, reason: Reason) -> str:
    """One reason as its side would say it."""
    title = view.issue(reason.issue).title if reason.issue else "this text"
    match reason.kind:
        case ReasonKind.VALUE:
            return f"{title}: that costs us too much."
        case ReasonKind.HOME:
            return f"{title}: {_party(view, reason.faction)} at home would not forgive us."
        case ReasonKind.MANDATE:
            return f"{title}: my instructions forbid me to go so far."
        case ReasonKind.STAND:
            return f"{title}: we have vowed in public to go no further."
    return "It is not the time to settle for this."


def _party(view: SeatView, faction: str) -> str:
    """The public title of a faction of either side, as it stands inside a sentence."""
    title = next((title for name, title in view.parties.items() if name.partition(".")[2] == faction), faction)
    return f"the {title[4:]}" if title.startswith("The ") else title

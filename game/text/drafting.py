"""Working on a draft: turning its clauses, starting it from another text, taking over what they ask for."""

from collections.abc import Mapping, Sequence

from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.prose.briefing import best_options
from game.prose.naming import issue_named, option_named
from game.prose.offers import option_lines
from game.prose.prospects import options_worth, value_lines
from game.prose.sources import Passage, marked
from game.text.laying import FULL_TABLE, show_assessment, show_clause
from game.text.pointing import point
from game.text.sitting import Sitting


def pairs_in(words: Sequence[str]) -> list[tuple[str, str]]:
    """The clauses that *words* name, as (issue, option); raises GameError for a word that is none."""
    joined = " ".join(words).replace(" =", "=").replace("= ", "=").replace(",", " ").split()
    pairs = [word.partition("=") for word in joined]
    if bad := next((one + two for one, equals, two in pairs if not (one and equals and two)), ""):
        raise GameError(f"'{bad}' is no clause: write it like ISSUE=OPTION")
    return [(one, two) for one, _, two in pairs]


def set_clauses(sitting: Sitting, pairs: Sequence[tuple[str, str]]) -> None:
    """Turn clauses of the draft, and show them and what it promises now."""
    draft, touched = sitting.draft(), []
    for one, two in pairs:
        issue = issue_named(sitting.view, one)
        draft[issue.id] = option_named(issue, two).id
        touched.append(issue)
    _take(sitting, draft)
    for issue in touched:
        show_clause(sitting, issue)
    show_assessment(sitting)


def _take(sitting: Sitting, draft: Package) -> None:
    """Make *draft* the draft, if it may be proposed at all."""
    menu = sitting.view.menu
    assert menu is not None
    sitting.check(a.Propose(sitting.seat, draft, menu.beyond(draft)))
    sitting.set_draft(draft)


def show_options(sitting: Sitting, issue: Issue) -> None:
    """A clause and all it could say."""
    sitting.console.say(f"{issue.title}. {marked(issue.text, issue.cite)}")
    sitting.console.show(option_lines(sitting.view, issue, options_worth(sitting.view, issue), sitting.draft()))
    options = (Passage(each.title, f"{each.title} {each.claim_only}", each.cite) for each in issue.options)
    point(sitting, (Passage(issue.title, issue.text, issue.cite), *options))


def cure(sitting: Sitting) -> None:
    """Put the change the other side has asked for into the draft."""
    before, cured = sitting.view.text.offers.get(sitting.seat, sitting.draft()), sitting.cured()
    _take(sitting, cured)
    for issue in sitting.view.issues:
        if cured[issue.id] != before[issue.id]:
            show_clause(sitting, issue)
    show_assessment(sitting)


def draft(sitting: Sitting, words: list[str]) -> None:
    """Show the draft, or start it from another text."""
    if words:
        start = _starts(sitting).get(words[0])
        if start is None:
            known = [name for name, text in _starts(sitting).items() if text]
            raise GameError(f"a draft cannot start from '{words[0]}' now; it can from: {', '.join(known)}")
        _take(sitting, {**start, **sitting.view.text.initialled})
    if words and len(sitting.view.issues) > FULL_TABLE:
        sitting.console.say("That is your draft now; `draft` lists its clauses.")
    else:
        sitting.console.show(value_lines(sitting.view, sitting.draft(), "your draft"))
    show_assessment(sitting)


def _starts(sitting: Sitting) -> Mapping[str, Mapping[IssueId, OptionId] | None]:
    view = sitting.view
    offers = view.text.offers
    mine, theirs = offers.get(sitting.seat), offers.get(view.other)
    return {"best": best_options(view), "mine": mine, "theirs": theirs, "now": view.status_quo}


def reset(sitting: Sitting) -> None:
    """Drop what the person has changed."""
    sitting.reset_draft()
    sitting.console.say("Your draft is again what it was before you changed it.")
    show_assessment(sitting)

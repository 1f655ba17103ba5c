"""At the table: the screen of a sitting, and every command that shapes a draft or speaks."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.engine import actions as a
from game.engine.errors import GameError, nearest_word
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.notation import read
from game.prose.briefing import best_options
from game.prose.naming import issue_named, option_named
from game.prose.offers import option_lines
from game.prose.prospects import assessment, mandate_question, offer_assessment, options_worth, value_lines
from game.prose.sources import Passage, marked
from game.prose.words import in_text, listed, other_title
from game.text.anywhere import PLAIN, WORDED
from game.text.ladder import LEGEND, issue_lines, table_lines
from game.text.pointing import point
from game.text.sitting import Sitting

FULL_TABLE = 6
"""Up to this many issues the whole table is shown each time; with more, only what differs once somebody has spoken."""


def show_table(sitting: Sitting) -> None:
    """What lies on the table, and what the draft promises."""
    view, draft = sitting.view, sitting.draft()
    alike = [] if len(view.issues) <= FULL_TABLE or not view.text.offers else _alike(sitting, draft)
    if not alike:
        sitting.console.show(table_lines(view, draft))
    else:
        _show_differences(sitting, draft, alike)
    sitting.console.say(LEGEND if len(view.offers) <= 2 else "S now, Y you, T they, D draft. `? ladder` says more.")
    _show_origin(sitting)
    _show_assessment(sitting)
    sitting.console.say("`propose`, `accept`, `hold`, a clause's number to change it, or `?` for all that can be said.")


def _alike(sitting: Sitting, draft: Package) -> list[Issue]:
    offers = [*sitting.view.text.offers.values(), draft]
    return [issue for issue in sitting.view.issues if len({offer[issue.id] for offer in offers}) == 1]


def _show_differences(sitting: Sitting, draft: Package, alike: list[Issue]) -> None:
    texts = "both offers" if len(sitting.view.text.offers) > 1 else "the offer"
    if len(alike) == len(sitting.view.issues):
        sitting.console.say(f"Every clause is alike in {texts} and your draft (`table` shows all).")
        return
    sitting.console.say("The clauses that still differ (`table` shows all):")
    for number, issue in enumerate(sitting.view.issues, 1):
        if issue not in alike:
            sitting.console.show(issue_lines(sitting.view, issue, draft, number))
    sitting.console.say(f"Alike in {texts} and your draft: {listed(in_text(issue.title) for issue in alike)}.")


def _show_origin(sitting: Sitting) -> None:
    """Where a draft comes from that the person has not touched."""
    offers = sitting.view.text.offers
    if sitting.seat not in offers and sitting.seat not in sitting.drafts:
        start = "their text" if sitting.view.other in offers else "what holds now"
        sitting.console.say(f"You have offered nothing yet; your draft is {start}, drawn back to your instructions.")


def _show_assessment(sitting: Sitting) -> None:
    sitting.topic = "draft"
    draft, menu = sitting.draft(), sitting.view.menu
    sitting.console.say(f"Your draft: {assessment(sitting.view, draft)}")
    if menu is not None and (exceeded := menu.beyond(draft)):
        sitting.console.say(f"It goes beyond your instructions on {_titles(sitting, exceeded)}.")


def speak(sitting: Sitting, line: str) -> None:
    """One line at the table; raises GameError with a sentence when it means nothing or is not open."""
    words = line.split()
    if not words:
        show_table(sitting)
    elif words[0].lower() in VERBS:
        VERBS[words[0].lower()](sitting, words[1:])
    elif words[0].lower() in _ALONE:
        _ALONE[words[0].lower()](sitting)
    elif "=" in line:
        _set_clauses(sitting, _pairs(words))
    else:
        _choose_clause(sitting, words)


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    joined = " ".join(words).replace(" =", "=").replace("= ", "=").replace(",", " ").split()
    pairs = [word.partition("=") for word in joined]
    if bad := next((one + two for one, equals, two in pairs if not (one and equals and two)), ""):
        raise GameError(f"'{bad}' is no clause: write it like ISSUE=OPTION")
    return [(one, two) for one, _, two in pairs]


def _set_clauses(sitting: Sitting, pairs: Sequence[tuple[str, str]]) -> None:
    draft, touched = sitting.draft(), []
    for one, two in pairs:
        issue = issue_named(sitting.view, one)
        draft[issue.id] = option_named(issue, two).id
        touched.append(issue)
    _take(sitting, draft)
    for issue in touched:
        _show_clause(sitting, issue)
    _show_assessment(sitting)


def _take(sitting: Sitting, draft: Package) -> None:
    """Make *draft* the draft, if it may be proposed at all."""
    menu = sitting.view.menu
    assert menu is not None
    sitting.check(a.Propose(sitting.seat, draft, menu.beyond(draft)))
    sitting.set_draft(draft)


def _show_clause(sitting: Sitting, issue: Issue) -> None:
    number = sitting.view.issues.index(issue) + 1
    sitting.console.show(issue_lines(sitting.view, issue, sitting.draft(), number))


def _choose_clause(sitting: Sitting, words: list[str]) -> None:
    known = [*VERBS, *_ALONE, *PLAIN, *WORDED, *(issue.id for issue in sitting.view.issues)]
    try:
        issue = issue_named(sitting.view, words[0])
    except GameError:
        if words[0].isdigit():
            raise
        near = nearest_word(words[0], known)
        raise GameError(f"'{words[0]}' is nothing I understand here{near}; `?` lists what can be said") from None
    if len(words) > 1:
        _set_clauses(sitting, [(issue.id, words[1])])
        return
    sitting.console.say(f"{issue.title}. {marked(issue.text, issue.cite)}")
    sitting.console.show(option_lines(sitting.view, issue, options_worth(sitting.view, issue), sitting.draft()))
    options = (Passage(each.title, f"{each.title} {each.claim_only}", each.cite) for each in issue.options)
    point(sitting, (Passage(issue.title, issue.text, issue.cite), *options))
    if sitting.console.scripted:
        return
    chosen = sitting.console.ask("Which for your draft? Number, or Enter to leave it:")
    if chosen and chosen.split()[0].lower() in (*VERBS, *_ALONE):
        speak(sitting, chosen)
    elif chosen:
        _set_clauses(sitting, [(issue.id, chosen)])


def _propose(sitting: Sitting, words: list[str]) -> None:
    """Lay the draft, with any clauses named in the line, on the table."""
    asked = read(" ".join([sitting.seat, "propose", *_by_id(sitting, words)]))
    menu = sitting.view.menu
    assert isinstance(asked, a.Propose) and menu is not None
    package = {**sitting.draft(), **asked.package}
    exceeded = menu.beyond(package)
    sitting.check(a.Propose(sitting.seat, package, exceeded))
    sitting.set_draft(package)
    sitting.topic = "draft"
    sitting.console.say(assessment(sitting.view, package))
    beyond = _beyond(sitting, package, exceeded, asked.beyond)
    if beyond is None:
        return
    if not beyond and not _sends(sitting):
        sitting.console.say("Kept as your draft.")
        return
    sitting.submit(a.Propose(sitting.seat, package, beyond, asked.refusal))
    sitting.console.say("Your text lies on the table.")


def _by_id(sitting: Sitting, words: Sequence[str]) -> Iterator[str]:
    """The words of a proposal, with its clauses by their ids whatever the person called them."""
    view, end = sitting.view, words.index("because") if "because" in words else len(words)
    kept = words.index("beyond") if "beyond" in words[:end] else end
    for word in words[:kept]:
        one, equals, two = word.rstrip(",").partition("=")
        if not (one and equals and two):
            raise GameError(f"'{word}' is no clause: write it like ISSUE=OPTION, as in `propose 2=3`")
        issue = issue_named(view, one)
        yield f"{issue.id}={option_named(issue, two).id}"
    yield from words[kept : kept + 1]
    for word in words[kept + 1 : end]:
        yield issue_named(view, word.rstrip(",")).id
    yield from words[end:]


def _sends(sitting: Sitting) -> bool:
    return sitting.console.scripted or sitting.console.ask("Send it? Enter for yes, `no` to go on drafting:") in (
        *("", "y", "yes"),
    )


def _beyond(
    sitting: Sitting, package: Package, exceeded: tuple[IssueId, ...], said: tuple[IssueId, ...]
) -> tuple[IssueId, ...] | None:
    """What is confirmed as beyond the mandate: what the line said, else what the person answers; None for no."""
    if not exceeded or said or sitting.console.scripted:
        return said
    sitting.console.show(mandate_question(sitting.view, package, exceeded))
    if sitting.console.agrees(f"Go beyond your instructions on {_titles(sitting, exceeded)}?"):
        return exceeded
    sitting.console.say("Not done. Your draft is as it was.")
    return None


def _titles(sitting: Sitting, issues: Sequence[IssueId]) -> str:
    return listed(in_text(sitting.view.issue(each).title) for each in issues)


def _accept(sitting: Sitting, words: list[str]) -> None:
    """Sign the other side's offer."""
    action = read(" ".join([sitting.seat, "accept", *words]))
    menu = sitting.view.menu
    assert isinstance(action, a.Accept) and menu is not None
    package = menu.offer
    if package is None:
        raise GameError(_nothing_to_sign(sitting))
    sitting.console.say(f"Their offer: {offer_assessment(sitting.view, package)}")
    sitting.topic = "theirs"
    exceeded = menu.beyond(package)
    beyond = _beyond(sitting, package, exceeded, action.beyond)
    if beyond is None or (not beyond and not sitting.console.agrees("Sign their offer as it stands?")):
        sitting.console.say("Not signed." if beyond is not None else "")
        return
    sitting.submit(a.Accept(sitting.seat, beyond))


def _nothing_to_sign(sitting: Sitting) -> str:
    title = other_title(sitting.view)
    if sitting.view.other in sitting.view.text.offers:
        return f"your own text came after theirs, and now {title} must answer it: `hold` waits for that"
    return f"{title} has no offer on the table that you could sign"


def _hold(sitting: Sitting, words: list[str]) -> None:
    sitting.submit(read(" ".join([sitting.seat, "hold", *words])))
    sitting.console.say("You let your turn to speak pass.")


def _issues(sitting: Sitting, words: list[str]) -> tuple[IssueId, ...]:
    return tuple(issue_named(sitting.view, word.rstrip(",")).id for word in words)


def _need_their_offer(sitting: Sitting, verb: str) -> None:
    menu = sitting.view.menu
    if menu is None or menu.offer is None:
        raise GameError(f"`{verb}` marks clauses of an offer that waits for your answer, and none does")


def _initial(sitting: Sitting, words: list[str]) -> None:
    _need_their_offer(sitting, "initial")
    sitting.submit(a.Initial(sitting.seat, _issues(sitting, words)))
    _say_marks(sitting, words)


def _bracket(sitting: Sitting, words: list[str]) -> None:
    _need_their_offer(sitting, "bracket")
    sitting.submit(a.Bracket(sitting.seat, _issues(sitting, words)))
    _say_marks(sitting, words)


def _reopen(sitting: Sitting, words: list[str]) -> None:
    if not words:
        raise GameError("say which clause to reopen, as in `reopen 2`")
    for issue in _issues(sitting, words):
        sitting.submit(a.Reopen(sitting.seat, issue))


def _say_marks(sitting: Sitting, words: list[str]) -> None:
    for word in words:
        _show_clause(sitting, issue_named(sitting.view, word.rstrip(",")))


def walk_out(sitting: Sitting) -> None:
    """Break off the talks, if that is really meant."""
    action = a.WalkOut(sitting.seat)
    if sitting.view.pending is not None:
        raise GameError("a text is signed and on its way to the capitals, so there are no talks left to break off")
    sitting.check(action)
    if sitting.console.agrees("Break off the talks for good? There will be no treaty."):
        sitting.submit(action)
        return
    sitting.console.say("You keep your seat.")


def _walk(sitting: Sitting, words: list[str]) -> None:
    if words != ["out"]:
        raise GameError("`walk out` breaks off the talks for good")
    walk_out(sitting)


def _cure(sitting: Sitting) -> None:
    """Put the change the other side has asked for into the draft."""
    before, cured = sitting.view.text.offers.get(sitting.seat, sitting.draft()), sitting.cured()
    _take(sitting, cured)
    for issue in sitting.view.issues:
        if cured[issue.id] != before[issue.id]:
            _show_clause(sitting, issue)
    _show_assessment(sitting)


def _draft(sitting: Sitting, words: list[str]) -> None:
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
    _show_assessment(sitting)


def _starts(sitting: Sitting) -> Mapping[str, Mapping[IssueId, OptionId] | None]:
    view = sitting.view
    offers = view.text.offers
    mine, theirs = offers.get(sitting.seat), offers.get(view.other)
    return {"best": best_options(view), "mine": mine, "theirs": theirs, "now": view.status_quo}


def _reset(sitting: Sitting) -> None:
    sitting.drafts.pop(sitting.seat, None)
    sitting.console.say("Your draft is again what it was before you changed it.")
    _show_assessment(sitting)


VERBS: Mapping[str, Callable[[Sitting, list[str]], None]] = {
    "propose": _propose,
    "accept": _accept,
    "hold": _hold,
    "initial": _initial,
    "bracket": _bracket,
    "reopen": _reopen,
    "walk": _walk,
    "draft": _draft,
}
_ALONE: Mapping[str, Callable[[Sitting], None]] = {"walk-out": walk_out, "cure": _cure, "reset": _reset}
TABLE_VERBS = (*VERBS, *_ALONE)
"""Every word that can only be said at the table."""

"""At the table: what a line there means, and the words that are spoken to the other side."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.engine import actions as a
from game.engine.errors import GameError, nearest_word
from game.engine.issue import IssueId, Package
from game.engine.notation import read
from game.prose.naming import is_issue, issue_named, option_named
from game.prose.prospects import assessment, mandate_question, offer_assessment
from game.prose.words import in_text, listed, other_title
from game.text.anywhere import PLAIN, WORDED
from game.text.drafting import cure, draft, pairs_in, reset, set_clauses, show_options
from game.text.laying import show_table
from game.text.marking import bracket, initial, reopen
from game.text.sitting import Sitting


def speak(sitting: Sitting, line: str) -> None:
    """One line at the table; raises GameError with a sentence when it means nothing or is not open."""
    words = line.split()
    if not words:
        show_table(sitting, again=True)
    elif words[0].lower() in VERBS:
        VERBS[words[0].lower()](sitting, words[1:])
    elif words[0].lower() in _ALONE:
        _ALONE[words[0].lower()](sitting)
    elif "=" in line:
        set_clauses(sitting, pairs_in(words))
    else:
        _choose_clause(sitting, words)


def _choose_clause(sitting: Sitting, words: list[str]) -> None:
    if not is_issue(sitting.view, words[0]):
        known = [*VERBS, *_ALONE, *PLAIN, *WORDED, *(issue.id for issue in sitting.view.issues)]
        near = nearest_word(words[0], known)
        raise GameError(f"'{words[0]}' is nothing I understand here{near}; `?` lists what can be said")
    issue = issue_named(sitting.view, words[0])
    if len(words) > 1:
        set_clauses(sitting, [(issue.id, words[1])])
        return
    show_options(sitting, issue)
    if sitting.console.scripted:
        return
    chosen = sitting.console.ask("Which for your draft? Number, or Enter to leave it:")
    if chosen and chosen.split()[0].lower() in (*VERBS, *_ALONE):
        speak(sitting, chosen)
    elif chosen:
        set_clauses(sitting, [(issue.id, chosen)])


def _propose(sitting: Sitting, words: list[str]) -> None:
    """Lay the draft, with any clauses named in the line, on the table."""
    asked = read(" ".join([sitting.seat, "propose", *_by_id(sitting, words)]))
    menu = sitting.view.menu
    assert isinstance(asked, a.Propose) and menu is not None
    package = {**sitting.draft(), **asked.package}
    exceeded = menu.beyond(package)
    sitting.check(a.Propose(sitting.seat, package, exceeded))
    sitting.console.say(assessment(sitting.view, package))
    beyond = _beyond(sitting, package, exceeded, asked.beyond)
    if beyond is None:
        sitting.console.say("Not done. Your draft is as it was.")
        return
    action = a.Propose(sitting.seat, package, beyond, asked.refusal)
    sitting.check(action)
    sitting.topic = "draft"
    sitting.set_draft(package)
    if not beyond and not _sends(sitting):
        sitting.console.say("Kept as your draft.")
        return
    sitting.submit(action)
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
    titles = listed(in_text(sitting.view.issue(each).title) for each in exceeded)
    return exceeded if sitting.console.agrees(f"Go beyond your instructions on {titles}?") else None


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
    beyond = _beyond(sitting, package, menu.beyond(package), action.beyond)
    if beyond is None or (not beyond and not sitting.console.agrees("Sign their offer as it stands?")):
        sitting.console.say("Not signed.")
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


VERBS: Mapping[str, Callable[[Sitting, list[str]], None]] = {
    "propose": _propose,
    "accept": _accept,
    "hold": _hold,
    "initial": initial,
    "bracket": bracket,
    "reopen": reopen,
    "walk": _walk,
    "draft": draft,
}
_ALONE: Mapping[str, Callable[[Sitting], None]] = {"walk-out": walk_out, "cure": cure, "reset": reset}
TABLE_VERBS = (*VERBS, *_ALONE)
"""Every word that can only be said at the table."""

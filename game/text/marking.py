"""Marks on the clauses of their offer: initials, brackets, and asking to reopen."""

from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.issue import IssueId
from game.prose.naming import issue_named
from game.prose.prospects import initials_question
from game.text.laying import show_clause
from game.text.sitting import Sitting


def initial(sitting: Sitting, words: list[str]) -> None:
    """Put initials to clauses of their offer; beyond instructions or a vow only after asking in words."""
    _need_their_offer(sitting, "initial")
    action = a.Initial(sitting.seat, _issues(sitting, words))
    sitting.check(action)
    if not _meant(sitting, action):
        sitting.console.say("Not done. You have put your initials to nothing.")
        return
    sitting.submit(action)
    _show_marks(sitting, action.issues)


def _meant(sitting: Sitting, action: a.Initial) -> bool:
    menu = sitting.view.menu
    assert menu is not None
    question = list(initials_question(sitting.view, {issue: menu.initiable[issue] for issue in action.issues}))
    if not question or sitting.console.scripted:
        return True
    sitting.console.show(question)
    return sitting.console.agrees("Put your initials to it all the same?")


def bracket(sitting: Sitting, words: list[str]) -> None:
    """Put clauses of their offer in brackets."""
    _need_their_offer(sitting, "bracket")
    action = a.Bracket(sitting.seat, _issues(sitting, words))
    sitting.submit(action)
    _show_marks(sitting, action.issues)


def reopen(sitting: Sitting, words: list[str]) -> None:
    """Ask to take the initials off clauses."""
    if not words:
        raise GameError("say which clause to reopen, as in `reopen 2`")
    for issue in _issues(sitting, words):
        sitting.submit(a.Reopen(sitting.seat, issue))


def _issues(sitting: Sitting, words: list[str]) -> tuple[IssueId, ...]:
    return tuple(issue_named(sitting.view, word.rstrip(",")).id for word in words)


def _need_their_offer(sitting: Sitting, verb: str) -> None:
    menu = sitting.view.menu
    if menu is None or menu.offer is None:
        raise GameError(f"`{verb}` marks clauses of an offer that waits for your answer, and none does")


def _show_marks(sitting: Sitting, issues: tuple[IssueId, ...]) -> None:
    for issue in issues:
        show_clause(sitting, sitting.view.issue(issue))

"""What a person means by a number, an id or a title."""

from game.engine.errors import GameError, nearest_word
from game.engine.issue import Issue, Option
from game.engine.view import SeatView


def issue_named(view: SeatView, word: str) -> Issue:
    """The issue that *word* is the number, the id or the title of; raises GameError with the nearest."""
    if word.isdigit():
        if not 0 < int(word) <= len(view.issues):
            raise GameError(f"there is no clause {word}; they go from 1 to {len(view.issues)}")
        return view.issues[int(word) - 1]
    found = [each for each in view.issues if word.lower() in (each.id.lower(), each.title.lower())]
    if not found:
        raise GameError(f"there is no issue '{word}'{nearest_word(word, [each.id for each in view.issues])}")
    return found[0]


def option_named(issue: Issue, word: str) -> Option:
    """The option of *issue* that *word* is the number, the id or the title of; raises GameError with the nearest."""
    if word.isdigit() and 0 < int(word) <= len(issue.options):
        return issue.options[int(word) - 1]
    found = [each for each in issue.options if word.lower() in (each.id.lower(), each.title.lower())]
    if not found:
        known = [each.id for each in issue.options]
        near = nearest_word(word, known)
        raise GameError(f"{issue.title} has no option '{word}'{near}; it has: {', '.join(known)}, or 1 to {len(known)}")
    return found[0]

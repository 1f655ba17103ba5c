"""What comes in from outside a class: keys that open seats, and names and notes fit to be shown."""

import re
import secrets
from hashlib import sha256
from unicodedata import normalize

from game.classroom.names import folded, hurts
from game.engine.errors import GameError

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without I, L and O, which a projector turns into figures."""
SIGNS = LETTERS + "23456789"
LONGEST = 24
LONGEST_NOTE = 600
"""Characters of a note or a comment."""
_NAME = re.compile(r"[^\W_](?:[\w .'’-]*[^\W_])?\.?")
UNWELCOME = frozenset("teacher admin chance moderator computer caretaker statesman".split())
"""Names that would pass for somebody with a say in the class."""


def new_token() -> str:
    return secrets.token_urlsafe(32)


def new_code(length: int, signs: str = SIGNS) -> str:
    return "".join(secrets.choice(signs) for _ in range(length))


def digest(key: str) -> str:
    """What is kept of a key: enough to know it again, not enough to use it."""
    return sha256(key.encode()).hexdigest()


def code_of(typed: str) -> str:
    """A code as it was given out, whatever spaces and case somebody typed."""
    return re.sub(r"[\s-]+", "", typed).upper()


def nickname_of(typed: str) -> str:
    """A nickname fit to be shown to a class; raises GameError with what to change."""
    name = " ".join(normalize("NFKC", typed).split())
    if not name:
        raise GameError("type a nickname, the name your class will see")
    if len(name) > LONGEST:
        raise GameError(f"a nickname has at most {LONGEST} letters")
    if not _NAME.fullmatch(name):
        raise GameError("a nickname has letters, figures, spaces, points and hyphens only")
    if hurts(name):
        raise GameError("that nickname would not do in front of a class; choose another")
    if folded(name) in UNWELCOME:
        raise GameError(f"'{name}' would be taken for somebody else; choose another nickname")
    return name


def short(typed: str) -> str:
    """A note as it is kept; raises GameError when there is nothing in it, or too much."""
    kept = " ".join(typed.split())
    if not kept:
        raise GameError("there is nothing to send")
    if len(kept) > LONGEST_NOTE:
        raise GameError(f"a note has at most {LONGEST_NOTE} characters, and this one {len(kept)}")
    return kept

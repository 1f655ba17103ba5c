"""Whether a nickname will do in front of a class: words that hurt, and names that look like another's."""

import re
from unicodedata import normalize

_RUDE = re.compile(
    "asshole|bastard|bitch|bollock|cunt|dildo|faggot|fuck|hitler|nigg|penis|porn|pussy|shit|slut|twat|wank|whore"
)
_RUDE_ALONE = re.compile(
    "anal|anus|arse|arsch|blyat|boobs?|cabron|cocks?|dicks?|fag|fotze|hure|kike|kurva|kurwa|merde|mierda|nazis?|paki|"
    "piss|pizda|puta|putain|rape|retard|salope|spast|suka|tits|vagina|wichser"
)
"""Words that only hurt alone: Dickens, Peacock and Analise are names."""
_FIGURES = str.maketrans("0134578@$!|", "oieastbasil")
_LOOKALIKE = str.maketrans("асеорхуікмтвн", "aceopxyikmtbh")
"""Cyrillic letters that nobody tells from Latin ones."""


def folded(name: str) -> str:
    """What two names that look alike have in common."""
    plain = normalize("NFKD", name.casefold().translate(_LOOKALIKE).translate(_FIGURES))
    return "".join(each for each in plain if each.isalnum())


def hurts(name: str) -> bool:
    """Whether *name* holds a word that has no place in a class, however it is spelt."""
    words = [folded(word) for word in re.split(r"[\W_\d]+", name)]
    whole = folded(name)
    once = re.sub(r"(.)\1+", r"\1", whole)
    spelt = any(_RUDE.search(each) or _RUDE_ALONE.fullmatch(each) for each in (whole, once))
    return spelt or any(_RUDE_ALONE.fullmatch(word) for word in words)

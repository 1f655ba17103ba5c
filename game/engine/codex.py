"""The codex: people, places, terms and treaties, each to be read where its word appears."""

from attrs import frozen

from game.engine.source import Citation

KINDS = ("person", "place", "people", "term", "treaty", "event")


@frozen
class Office:
    """Something a person was, between two dates (YYYY-MM; empty where the sources do not say)."""

    title: str
    first: str = ""
    last: str = ""


@frozen
class CodexEntry:
    """One thing worth explaining."""

    id: str
    kind: str
    """One of KINDS."""
    title: str
    text: str
    names: tuple[str, ...] = ()
    """Other words in the texts that lead here, as they are written there."""
    say: str = ""
    """How to pronounce it, roughly."""
    date: str = ""
    """When an event happened, YYYY, YYYY-MM or YYYY-MM-DD, New Style."""
    born: str = ""
    died: str = ""
    office: tuple[Office, ...] = ()
    part_of: str = ""
    """The treaty that an article belongs to, by its id; articles stand in the order of the files."""
    lat: float | None = None
    lon: float | None = None
    cite: tuple[Citation, ...] = ()

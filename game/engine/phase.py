"""Where in the turn a game stands, and how it ended."""

from enum import StrEnum

from attrs import frozen

from game.engine.issue import Package, SeatId


class Phase(StrEnum):
    """Where in the turn the game stands."""

    NEWS = "news"
    CARD = "card"  # a seat has a card to answer
    ORDERS = "orders"
    REPORT = "report"  # agents come home
    TABLE = "table"
    RESOLVE = "resolve"
    CONSENT = "consent"
    WAR = "war"
    ARMISTICE = "armistice"
    OVER = "over"


class Ending(StrEnum):
    """How it ended."""

    RATIFIED = "ratified"
    REFUSED_AT_HOME = "refused_at_home"  # a text was signed, a capital refused it, and none came after
    NO_TREATY = "no_treaty"
    NO_TABLE = "no_table"  # there never was anything to negotiate over
    WAR = "war"


@frozen
class Outcome:
    """How a game ended and on which text."""

    ending: Ending
    turn: int
    treaty: Package | None = None
    refused_by: SeatId = ""
    """The seat whose capital refused the last signed text."""
    left_by: SeatId = ""
    """The seat that broke off the talks."""

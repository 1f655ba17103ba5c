"""What only one seat knows: its values, its factions, its envoys' mandates, its price of waiting."""

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.issue import IssueId, OptionId, SeatId
from game.engine.source import Citation


@frozen
class Link:
    """Points that come only when two clauses stand together (logrolling; Tollison and Willett)."""

    clauses: Mapping[IssueId, OptionId]
    """Two issues and the option each must have."""
    points: float
    text: str = ""


@frozen
class Faction:
    """A voter at home: how much it weighs, what it wants, how willing it is."""

    id: str
    title: str
    influence: int
    """Its share of the vote; the influences of a seat add up to 100."""
    weights: Mapping[IssueId, float]
    """What each issue is worth to it; adds up to 100, absent issues count 0."""
    worth: Mapping[IssueId, Mapping[OptionId, int]] = field(factory=dict)
    """Its own values, 0 to 100, where they differ from its seat's."""
    favour: int = 0
    """Points of good will (or ill, below 0) towards any text at all: minus the bias b of the vote."""
    people: tuple[str, ...] = ()
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class Character:
    """How an opponent bargains for this seat (`mechanics.md` §3.11; Faratin, Sierra and Jennings 1998)."""

    concession: float = 0.9
    """The exponent e of the concession curve: below 1 yields late, above 1 early."""
    reciprocity: float = 0.65
    """How much of its yielding is left once the other side has stopped moving."""
    opening: float = 88
    """The points it aims for at first."""
    margin: float = 10
    """Points above the value of waiting below which it never goes."""
    oversteps: float = 0.0
    """How likely, at each offer that is good enough for itself, it signs without regard to instructions or home. One
    that may also yields: it opens a turn with one clause more that was asked of it, where others would repeat
    themselves, and signs what it has offered itself."""
    mettle: float = 0.0
    """How likely it shows force in a turn once a good part of the time has passed without a text."""
    tastes: Mapping[str, float] = field(factory=dict)
    """What a unit of a meter is worth to it, in points of liking, when it answers a card or gives orders: a shared
    meter or one of its own by id. Where it has said nothing, the usual tastes of `players/conduct.py` hold. They are
    the government's: an envoy's own character has no say in them."""


@frozen
class Envoy:
    """Who speaks for a seat, and how far the instructions go."""

    id: str
    name: str
    mandate: Mapping[IssueId, OptionId] = field(factory=dict)
    """The furthest option allowed on an issue; an issue that is not named is free."""
    character: Character | None = None
    """How an opponent bargains while this envoy speaks; the seat's own character when not said."""
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen(slots=False, eq=False)
class Brief:
    """One seat's own instructions. Compared by identity: a brief is loaded once and never edited."""

    seat: SeatId
    title: str
    weights: Mapping[IssueId, float]
    """What each issue is worth to the seat; adds up to 100."""
    worth: Mapping[IssueId, Mapping[OptionId, int]]
    """Within an issue: 100 = the best option, 0 = the worst."""
    factions: tuple[Faction, ...]
    envoys: tuple[Envoy, ...]
    waiting: float = 0.7
    """Points that each turn without a treaty costs (h in `mechanics.md` §3.2)."""
    drift: float = 6
    """Points by which no treaty at all is worse than the status quo's clauses sound."""
    links: tuple[Link, ...] = ()
    batna: str = ""
    text: str = ""
    text_at: Mapping[str, str] = field(factory=dict)
    """Other instructions, by `START LENGTH` or by `START`; the narrower one is read."""
    character: Character = Character()
    cite: tuple[Citation, ...] = ()

    def faction(self, faction_id: str) -> Faction:
        """The faction called *faction_id*; raises StopIteration when there is none."""
        return next(each for each in self.factions if each.id == faction_id)

    def envoy(self, envoy_id: str) -> Envoy:
        """The envoy called *envoy_id*; raises StopIteration when there is none."""
        return next(each for each in self.envoys if each.id == envoy_id)

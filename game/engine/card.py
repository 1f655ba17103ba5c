"""News: cards that happen to the table, and the choices a seat has about them."""

from attrs import frozen

from game.engine.condition import ALWAYS, Condition
from game.engine.effect import Effect
from game.engine.issue import SeatId
from game.engine.source import Citation


@frozen
class Choice:
    """One way to answer a card."""

    id: str
    title: str
    effects: tuple[Effect, ...] = ()
    when: Condition = ALWAYS
    text: str = ""
    """What follows, told after the choice."""
    historical: bool = False
    """Whether this is what was done."""


@frozen
class Card:
    """One piece of news. Each card comes at most once in a game."""

    id: str
    title: str
    text: str
    first: str = ""
    """Date (YYYY-MM) of the earliest turn it may come; empty for any."""
    last: str = ""
    """Date (YYYY-MM) of the latest turn it may come; empty for any."""
    when: Condition = ALWAYS
    weight: int = 10
    """How likely it is beside the other cards of the turn; `certain` cards go first."""
    certain: bool = False
    """Comes as soon as date and condition allow, before any card is drawn by weight."""
    decides: SeatId = ""
    """The seat that chooses; empty when nobody is asked."""
    seen_by: SeatId = ""
    """The only seat that hears of it; empty for everybody."""
    choices: tuple[Choice, ...] = ()
    effects: tuple[Effect, ...] = ()
    """What changes at once, whatever is chosen."""
    history: str = ""
    """What happened in fact, told with its source."""
    cite: tuple[Citation, ...] = ()

    def choice(self, choice_id: str) -> Choice:
        """The choice called *choice_id*; raises StopIteration when there is none."""
        return next(each for each in self.choices if each.id == choice_id)

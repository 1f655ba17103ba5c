"""What a card, an order or a start changes: named effects, never code."""

from attrs import frozen

OWN, OTHER, TARGET, ALL = "own", "other", "target", "all"


@frozen
class Effect:
    """One named change. `name` says what moves, `amount` by how much, or `word` to what.

    The names an author may write, with what they move:

    - `tension` or any shared meter; `qing.treasury`, `own.treasury`, `other.treasury`: a meter;
    - `qing.censors.favour`, `qing.all.favour`, `target.favour`: how willing a faction is, in points;
    - `status_quo.tekes: russia`: what holds if no treaty comes;
    - `people.taranchi.emigrated`: heads, in the inhabitants' ledger;
    - `envoy.qing: zeng`: who speaks for a seat from now on;
    - `incident: +1`: shots are fired, and the turn ends with an incident.

    `own` is the seat that chose or ordered, `other` its counterpart, `target` the faction an order names.
    """

    name: str
    amount: int = 0
    word: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

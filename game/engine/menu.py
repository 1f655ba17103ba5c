"""What is open to a seat now, described without listing every package."""

from collections.abc import Iterable, Mapping
from random import Random

from attrs import field, frozen

from game.engine import actions as a
from game.engine.card import Choice
from game.engine.errors import nearest_word
from game.engine.home import rungs_beyond
from game.engine.issue import Issue, IssueId, OptionId, Package, SeatId
from game.engine.scenario import OrderKind, Target, Verb
from game.engine.wording import in_text, listed

MOST_ORDERS = 2
RARE_WALK_OUT = 0.02
"""How often a random player that could break off the talks does, so that random games get somewhere."""


@frozen
class OrderOffer:
    """One kind of order, and why it cannot be given now (empty when it can)."""

    kind: OrderKind
    why_not: str = ""


@frozen
class ChoiceOffer:
    """One choice of the card in hand, and why it cannot be made now (empty when it can)."""

    choice: Choice
    why_not: str = ""


@frozen
class Menu:
    """All that a seat may do at this moment. Empty verbs mean that it is not its turn."""

    seat: SeatId
    verbs: tuple[type, ...] = ()
    waiting_for: str = ""
    """Who must act first, in words, when there are no verbs."""
    issues: Mapping[IssueId, Issue] = field(factory=dict)
    side: int = 0
    mandate: Mapping[IssueId, OptionId] = field(factory=dict)
    offer: Package | None = None
    """The other side's offer that waits for an answer."""
    initialled: Mapping[IssueId, OptionId] = field(factory=dict)
    initiable: Mapping[IssueId, OptionId] = field(factory=dict)
    """The clauses this seat could put its initials to, and as what."""
    bracketed: frozenset[IssueId] = frozenset()
    reopened: frozenset[IssueId] = frozenset()
    """Initialled clauses this seat has already asked to reopen."""
    card: str = ""
    card_title: str = ""
    choices: tuple[ChoiceOffer, ...] = ()
    orders: tuple[OrderOffer, ...] = ()
    factions: Mapping[str, str] = field(factory=dict)
    """The seat's own factions by id, with their titles."""
    purse: Mapping[str, int] = field(factory=dict)
    """The seat's own meters, from which orders are paid."""
    meters: Mapping[str, str] = field(factory=dict)
    """What the meters of the purse are called inside a sentence."""
    stood: frozenset[IssueId] = frozenset()
    """Issues on which the seat has already vowed in public."""
    odds: tuple[tuple[a.Action, int], ...] = ()
    """For chance alone: what may happen, with weights."""

    def beyond(self, package: Package) -> tuple[IssueId, ...]:
        """The issues on which *package* goes beyond the mandate of the seat's envoy."""
        return tuple(
            issue
            for issue, limit in self.mandate.items()
            if issue in package and rungs_beyond(self.issues[issue], self.side, limit, package[issue])
        )

    def why_not(self, action: a.Action) -> str:
        """Why *action* is not open now, as a sentence spoken to its seat; empty when it is."""
        if action.seat != self.seat:
            return f"this is {self.seat}'s menu, not {action.seat}'s"
        if not self.verbs:
            return f"{self._you} cannot act now: {self.waiting_for}"
        if type(action) not in self.verbs:
            open_now = ", ".join(_in_words(verb) for verb in self.verbs)
            return f"{self._you} cannot {_in_words(type(action))} now; open are: {open_now}"
        return self._why_not(action)

    @property
    def _you(self) -> str:
        return a.CHANCE if self.seat == a.CHANCE else "you"

    def _title(self, issue: IssueId) -> str:
        return in_text(self.issues[issue].title)

    def _titles(self, issues: Iterable[IssueId]) -> str:
        return listed(self._title(issue) for issue in issues)

    def _why_not(self, action: a.Action) -> str:
        match action:
            case a.Choose():
                return self._choose(action)
            case a.GiveOrders(_, orders):
                return self._orders(orders)
            case a.Propose():
                return self._propose(action) or self._refusal(action.refusal)
            case a.Hold(_, refusal):
                return self._refusal(refusal)
            case a.Accept():
                return self._accept(action)
            case a.Initial(_, issues):
                return self._initial(issues)
            case a.Bracket(_, issues):
                return self._bracket(issues)
            case a.Reopen(_, issue):
                return self._reopen(issue)
            case a.Happen() | a.Report() | a.Stir() | a.Sway() | a.Battle():
                known = any(action == each for each, _ in self.odds)
                return "" if known else f"chance cannot do that now; {len(self.odds)} other things may happen"
        return ""

    def _choose(self, action: a.Choose) -> str:
        if action.card != self.card:
            return f"'{self.card_title}' waits for your answer, not '{action.card}'"
        for offer in self.choices:
            if offer.choice.id == action.choice:
                return offer.why_not
        known = [offer.choice.id for offer in self.choices]
        return f"'{self.card_title}' has no choice '{action.choice}'{nearest_word(action.choice, known)}"

    def _orders(self, orders: tuple[a.Order, ...]) -> str:
        if len(orders) > MOST_ORDERS:
            return f"you can give {MOST_ORDERS} orders a turn, not {len(orders)}"
        for order in orders:
            if why := self._order(order):
                return why
        if len(set(orders)) < len(orders):
            return "you cannot give the same order twice in a turn"
        stands = [order.issue for order in orders if order.issue]
        if len(set(stands)) < len(stands):
            return f"you cannot take two stands on {self._title(stands[0])}"
        return self.unpaid(orders)

    def _order(self, order: a.Order) -> str:
        offer = next((each for each in self.orders if each.kind.id == order.kind), None)
        if offer is None:
            known = [each.kind.id for each in self.orders]
            return f"there is no order '{order.kind}'{nearest_word(order.kind, known)}; there are: {', '.join(known)}"
        if offer.why_not:
            return offer.why_not
        if why := _stray_aim(offer.kind, order):
            return why
        if offer.kind.target is Target.FACTION and order.faction not in self.factions:
            near = nearest_word(order.faction, self.factions)
            own = ", ".join(in_text(title) for title in self.factions.values())
            return f"'{offer.kind.title}' must name one of your factions: {own}{near}"
        if offer.kind.target is Target.CLAUSE:
            return self._clause_target(offer.kind, order)
        return ""

    def _clause_target(self, kind: OrderKind, order: a.Order) -> str:
        if why := self._clause(order.issue, order.option):
            return why
        if kind.does is Verb.STAND and order.issue in self.stood:
            return f"you have already taken a stand on {self._title(order.issue)}"
        return ""

    def unpaid(self, orders: tuple[a.Order, ...]) -> str:
        """Why *orders*, whatever they are aimed at, cannot be paid together; empty when they can."""
        kinds = {offer.kind.id: offer.kind for offer in self.orders}
        for meter, purse in self.purse.items():
            price = sum(kinds[order.kind].cost.get(meter, 0) for order in orders)
            if price > purse:
                return f"these orders cost {price} of {self.meters[meter]}, and you have {purse}"
        return ""

    def _clause(self, issue: IssueId, option: OptionId) -> str:
        if issue not in self.issues:
            return f"there is no issue '{issue}'{nearest_word(issue, self.issues)}"
        ladder = self.issues[issue].rung
        if option not in ladder:
            near = nearest_word(option, ladder)
            return f"{self._title(issue)} has no option '{option}'{near}; it has: {', '.join(ladder)}"
        return ""

    def _propose(self, action: a.Propose) -> str:
        for issue, option in action.package.items():
            if why := self._clause(issue, option):
                return why
            if self.initialled.get(issue, option) != option:
                held = self.issues[issue].option(self.initialled[issue]).title
                return f"{self._title(issue)} is initialled as “{held}”; both sides must reopen it before it can change"
        missing = [issue for issue in self.issues if issue not in action.package]
        if missing:
            return f"an offer settles every issue; this one leaves out {self._titles(missing)}"
        return self._mandate(action.package, action.beyond)

    def _refusal(self, refusal: a.Refusal | None) -> str:
        if refusal is None:
            return ""
        if not refusal.reasons:
            return "a refusal gives at least one reason"
        for reason in refusal.reasons:
            if reason.issue and reason.issue not in self.issues:
                return f"there is no issue '{reason.issue}'{nearest_word(reason.issue, self.issues)}"
        return next((why for clause in refusal.cure.items() if (why := self._clause(*clause))), "")

    def _accept(self, action: a.Accept) -> str:
        if self.offer is None:
            return "there is no offer of the other side to sign"
        return self._mandate(self.offer, action.beyond)

    def _mandate(self, package: Package, confirmed: Iterable[IssueId]) -> str:
        if unknown := next((issue for issue in confirmed if issue not in self.issues), ""):
            return f"there is no issue '{unknown}'{nearest_word(unknown, self.issues)}"
        exceeded = set(self.beyond(package))
        unsaid = [issue for issue in self.issues if issue in exceeded - set(confirmed)]
        if unsaid:
            names, words = self._titles(unsaid), ", ".join(unsaid)
            return f"your instructions do not go so far on {names}; say 'beyond {words}' to do it all the same"
        if idle := sorted(set(confirmed) - exceeded):
            return f"your text is within your instructions on {self._titles(idle)}, so there is nothing to confirm"
        return ""

    def _initial(self, issues: tuple[IssueId, ...]) -> str:
        for issue in issues:
            if issue not in self.issues:
                return f"there is no issue '{issue}'{nearest_word(issue, self.issues)}"
            if issue in self.initialled:
                return f"{self._title(issue)} is initialled already"
            if issue not in self.initiable:
                return f"you have put your initials to {self._title(issue)}; the other side has not yet"
        return "" if issues else "say which clauses to initial"

    def _bracket(self, issues: tuple[IssueId, ...]) -> str:
        if self.offer is None:
            return "there is no offer of the other side to put brackets into"
        for issue in issues:
            if why := self._clause(issue, self.offer.get(issue, "")):
                return why
            if issue in self.initialled or issue in self.bracketed:
                return f"{self._title(issue)} is {'initialled' if issue in self.initialled else 'in brackets'} already"
        return "" if issues else "say which clauses to put in brackets"

    def _reopen(self, issue: IssueId) -> str:
        if issue not in self.issues:
            return f"there is no issue '{issue}'{nearest_word(issue, self.issues)}"
        if issue not in self.initialled:
            return f"{self._title(issue)} is not initialled, so there is nothing to reopen"
        if issue in self.reopened:
            return f"you have asked to reopen {self._title(issue)}; the other side must agree"
        return ""

    def sample(self, rng: Random) -> a.Action:
        """A legal action drawn at random, any verb alike; for chance, drawn by its odds."""
        if self.odds:
            return rng.choices([each for each, _ in self.odds], [weight for _, weight in self.odds])[0]
        for _ in range(100):
            action = self._draw(rng.choice(self.verbs), rng)
            if action is not None and not self.why_not(action):
                return action
        return self._draw_package(rng) if a.Propose in self.verbs else a.GiveOrders(self.seat)

    def _draw(self, verb: type, rng: Random) -> a.Action | None:
        if verb is a.Choose:
            return a.Choose(self.seat, self.card, rng.choice(self.choices).choice.id)
        if verb is a.GiveOrders and self.orders:
            return a.GiveOrders(self.seat, tuple(self._draw_order(rng) for _ in range(rng.randrange(MOST_ORDERS + 1))))
        if verb is a.Propose:
            return self._draw_package(rng)
        if verb is a.Accept and self.offer is not None:
            return a.Accept(self.seat, self.beyond(self.offer))
        if verb is a.Reopen and self.initialled:
            return a.Reopen(self.seat, rng.choice(list(self.initialled)))
        if verb is a.Armistice:
            return a.Armistice(self.seat, rng.random() < 0.5)
        if verb in (a.Initial, a.Bracket):
            return verb(self.seat, (rng.choice(list(self.issues)),))
        if verb is a.WalkOut and rng.random() > RARE_WALK_OUT:
            return None
        return verb(self.seat) if verb in (a.Hold, a.WalkOut) else None

    def _draw_order(self, rng: Random) -> a.Order:
        kind = rng.choice(self.orders).kind
        if kind.target is Target.FACTION:
            return a.Order(kind.id, faction=rng.choice(list(self.factions)))
        if kind.target is Target.CLAUSE:
            issue = rng.choice(list(self.issues.values()))
            return a.Order(kind.id, issue=issue.id, option=rng.choice(issue.options).id)
        return a.Order(kind.id)

    def _draw_package(self, rng: Random) -> a.Propose:
        package = {
            issue.id: self.initialled.get(issue.id) or rng.choice(issue.options).id for issue in self.issues.values()
        }
        return a.Propose(self.seat, package, self.beyond(package))


def _stray_aim(kind: OrderKind, order: a.Order) -> str:
    """Why *order* aims at something its kind does not take; empty when it does not."""
    if order.faction and kind.target is not Target.FACTION:
        return f"'{kind.title}' is not aimed at a faction, so '{order.faction}' does not belong there"
    if (order.issue or order.option) and kind.target is not Target.CLAUSE:
        return f"'{kind.title}' is not aimed at a clause, so '{order.issue}={order.option}' does not belong there"
    return ""


def _in_words(verb: type) -> str:
    """What a kind of action is called in a sentence: `WalkOut` is `walk out`."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in verb.__name__).strip()

"""The council: where things stand, and the orders of the turn, sealed until both sides have given theirs."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from game.desktop.desk import Desk
from game.desktop.frame import hue, play_page, seal
from game.desktop.parts.meters import common, gauges, own, telling, their_heading, theirs
from game.desktop.parts.orders import Draft, first_aim, kind_of, lacking, looked_at, order_row, slots
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Gap, Give, Grow, Panel, Row, Scroll
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button, Tabs, link
from game.desktop.widgets.words import FAINT, Rule, eyebrow, note
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.menu import MOST_ORDERS, OrderOffer
from game.engine.scenario import TENSION, Target
from game.engine.view import SeatView
from game.prose.calendar import closed_table
from game.prose.conditions import plainly
from game.prose.orderbook import SEALED, past
from game.prose.words import sentence

SEAL = (144.0, 144.0)
TALL = 900.0
"""The height from which all meters have room."""
LEAVES = {"orders": "Orders", "paper": "Your paper", "standing": "Where things stand"}
"""The leaves of a narrow page."""


class CouncilScreen(Screen):
    """Orders are chosen in the list, aimed on the paper, and handed in. In a turn without a table there is less."""

    name = "council"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        menu = desk.game().view.menu
        free = next((each.kind.id for each in menu.orders if not each.why_not), "") if menu else ""
        self.draft = Draft(looked=free)
        self.leaf = "orders"
        self.all_meters = False

    def heading(self) -> str:
        return "Plenipotentiary: the council"

    def _table(self) -> bool:
        """Whether envoys meet this turn, or a text is on its way: else the page is lighter."""
        view = self.desk.game().view
        return view.pending is not None or not closed_table(view, self.desk.game().match.state)

    def page(self, width: float, height: float) -> Widget:
        view = self.desk.game().view
        if is_narrow(width):
            return play_page(self.desk, self._narrow(view), width)
        standing = self._standing(view, height >= TALL)
        left = Panel(Scroll("council standing", Column(standing, 1.5 * GRID), self.desk.offsets))
        listed = Scroll("council orders", Column(self._list(view), 6), self.desk.offsets)
        middle = Panel(Column([eyebrow("Orders of the turn"), Grow(listed)], GRID))
        paper = self._paper(view, Picture(seal(view, view.seat or ""), SEAL) if height >= TALL else Gap(0))
        cells = [Cell(left, 0, 0.26), Cell(middle, 0, 0.42), Cell(paper, 0, 0.32)]
        return play_page(self.desk, Row(cells, 2 * GRID), width)

    def _narrow(self, view: SeatView) -> Widget:
        count = f" ({len(self.draft.orders)})" if self.draft.orders else ""
        titles = {**LEAVES, "paper": f"{LEAVES['paper']}{count}"}
        tabs = Tabs([(f"leaf {key}", text) for key, text in titles.items()], f"leaf {self.leaf}")
        if self.leaf == "paper":
            return Column([tabs, Grow(self._paper(view)), *self._answers(view)], GRID)
        rows = self._list(view) if self.leaf == "orders" else self._standing(view, True)
        gap = 6 if self.leaf == "orders" else 1.5 * GRID
        body = Scroll(f"council {self.leaf}", Column(rows, gap), self.desk.offsets)
        return Column([tabs, Grow(body), *self._answers(view)], GRID)

    def _standing(self, view: SeatView, roomy: bool) -> list[Widget]:
        """The meters in their groups; of many that both sides share, those that have moved, the others on demand."""
        found = [*gauges("Yours", own(self.desk, view))]
        if self._table():
            found += gauges(their_heading(view), theirs(self.desk, view))
        shared = common(self.desk, view, (TENSION,))
        shown = shared if roomy or self.all_meters else telling(shared)
        found += gauges("Shared by both sides", shown)
        if len(shown) < len(shared) or (self.all_meters and not roomy):
            text = "Only what has moved" if self.all_meters else f"All {len(shared)} that both sides share"
            found.append(link(text, "meters", FAINT))
        return found

    def _list(self, view: SeatView) -> list[Widget]:
        """The orders that can be given, then those that cannot now; what is past is left out."""
        assert view.menu is not None
        offers = [each for each in view.menu.orders if not (each.why_not and past(view, each.kind))]
        shut = [each for each in offers if each.why_not] if self._table() else []
        return [self._row(view, each) for each in [*(each for each in offers if not each.why_not), *shut]]

    def _row(self, view: SeatView, offer: OrderOffer) -> Widget:
        kinds = [order.kind for order in self.draft.orders]
        aiming = self.draft.aiming >= 0 and kinds[self.draft.aiming] == offer.kind.id
        why = sentence(plainly(view, self._why_not(view, offer)))
        return order_row(view, offer, offer.kind.id in kinds, aiming, why)

    def _why_not(self, view: SeatView, offer: OrderOffer) -> str:
        """Why an order cannot be added to the paper, as the rules say it."""
        assert view.menu is not None
        if offer.why_not:
            return offer.why_not
        if len(self.draft.orders) >= MOST_ORDERS:
            return f"a government gives at most {MOST_ORDERS} orders a turn; strike one out first"
        return view.menu.unpaid((*self.draft.orders, a.Order(offer.kind.id)))

    def _paper(self, view: SeatView, foot: Widget | None = None) -> Widget:
        """The sheet of orders with what is looked at; with a *foot* to fill what is left, the buttons are on it too."""
        rows: list[Widget] = [eyebrow("Your orders"), note(sentence(SEALED)), Rule("gold")]
        rows += slots(view, self.draft, self.desk.game().draft(), self._table())
        body: list[Widget] = [Give(Scroll("council paper", Column(rows, GRID), self.desk.offsets))]
        if self.draft.aiming < 0 and (looked := self._looked(view)):
            body += [Rule()] if self.draft.orders else []
            body.append(Give(Scroll("council looked", Column(looked, GRID), self.desk.offsets)))
        if foot is not None:
            body += [Grow(foot), *self._answers(view)]
        return Panel(Column(body, GRID), 2 * GRID, "line", hue(view, view.seat or ""))

    def _looked(self, view: SeatView) -> Sequence[Widget]:
        assert view.menu is not None
        offer = next((each for each in view.menu.orders if each.kind.id == self.draft.looked), None)
        return [] if offer is None else looked_at(self.desk, view, offer.kind, self.desk.game().draft(), self._table())

    def _answers(self, view: SeatView) -> list[Widget]:
        orders, main = self.draft.orders, hue(view, view.seat or "")
        bare = next((order for order in orders if lacking(view, order)), None)
        why = f"“{kind_of(view, bare).title}” still has to be aimed at something." if bare else ""
        hand_in = Button("Hand in", "orders", main, "Sealed until the other side has given its own (h)", why)
        none = Button("No orders", "orders none", main, "Let the turn go by without any (h)")
        found: list[tuple[float, Widget]] = [(132.0, hand_in if orders else none)]
        if view.menu is not None and a.WalkOut in view.menu.verbs:
            found.insert(0, (190.0, Button("Break off the talks", "walk", note="For good: there is then no treaty")))
        return [Flow(found, GRID, 1.0)]

    def first(self) -> str:
        """What is aimed; else what was looked at last; in a turn without a table that there is nothing to order."""
        view, draft = self.desk.game().view, self.draft
        if draft.aiming >= 0:
            return first_aim(view, draft)
        return f"order {draft.looked}" if draft.looked and (self._table() or draft.orders) else "orders none"

    def looked(self, what: str) -> None:
        self.draft = evolve(self.draft, looked=what)

    def keys(self) -> Mapping[str, str]:
        hand_in = "orders" if self.draft.orders else "orders none"
        return {"b": "open briefing", "h": hand_in, **{f"{n}": f"leaf {key}" for n, key in enumerate(LEAVES, 1)}}

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "order": lambda words: self._order(words[0]),
            "aim": lambda words: self._aim(int(words[0]), words[1:]),
            "strike": lambda words: self._strike(int(words[0])),
            "orders": lambda words: self._hand_in(words),
            "meters": lambda _: self._toggle_meters(),
            "leaf": lambda words: self._turn_to(words[0]),
            "walk": lambda _: self.desk.open("confirm", "walk"),
        }

    def _order(self, kind: str) -> None:
        """Write an order of *kind* on the paper, or strike it out when it is there."""
        view = self.desk.game().view
        assert view.menu is not None
        offer = next((each for each in view.menu.orders if each.kind.id == kind), None)
        if offer is None:
            raise GameError(f"there is no order '{kind}'")
        orders = self.draft.orders
        if any(order.kind == kind for order in orders):
            self.draft = Draft(tuple(each for each in orders if each.kind != kind), looked=kind)
            return
        if why := self._why_not(view, offer):
            raise GameError(plainly(view, why))
        aiming = len(orders) if offer.kind.target is not Target.NONE else -1
        self.draft = Draft((*orders, a.Order(kind)), aiming, kind)
        if aiming >= 0:
            self.leaf = "paper"

    def _aim(self, number: int, words: Sequence[str]) -> None:
        """`aim N` aims anew, `aim N FACTION` at a faction, `aim N ISSUE OPTION` at a clause and its limit."""
        view, orders = self.desk.game().view, list(self.draft.orders)
        order = a.Order(orders[number].kind)
        if words and kind_of(view, order).target is Target.FACTION:
            order = evolve(order, faction=words[0])
        elif words:
            order = evolve(order, issue=words[0], option=" ".join(words[1:]))
        orders[number] = order
        self.draft = evolve(self.draft, orders=tuple(orders), aiming=number if lacking(view, order) else -1)

    def _strike(self, number: int) -> None:
        kept = tuple(order for place, order in enumerate(self.draft.orders) if place != number)
        self.draft = evolve(self.draft, orders=kept, aiming=-1)

    def _hand_in(self, words: Sequence[str]) -> None:
        """`orders` hands in what is on the paper, `orders none` nothing."""
        sitting = self.desk.game()
        orders = () if list(words) == ["none"] else self.draft.orders
        bare = next((order for order in orders if lacking(sitting.view, order)), None)
        if bare is not None:
            raise GameError(f"“{kind_of(sitting.view, bare).title}” still has to be aimed at something")
        action = a.GiveOrders(sitting.seat, orders)
        sitting.check(action)
        if orders:
            self.desk.sounds.play("seal")
        self.desk.submit(action)

    def _toggle_meters(self) -> None:
        self.all_meters = not self.all_meters

    def _turn_to(self, leaf: str) -> None:
        self.leaf = leaf

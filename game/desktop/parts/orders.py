"""The orders of a turn: the list to choose from, and the paper on which the chosen ones are written and aimed."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.desktop.desk import Desk
from game.desktop.frame import hue
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.parts.meters import ICONS
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.clause import Rung
from game.desktop.widgets.figures import Price
from game.desktop.widgets.layout import Cell, Column, Row
from game.desktop.widgets.press import Choice, Tick, link
from game.desktop.widgets.words import FAINT, STRONG, Words, eyebrow, note, words
from game.engine.actions import Order
from game.engine.brief import Faction
from game.engine.home import inclination, margin
from game.engine.issue import Issue, Option, Package
from game.engine.menu import OrderOffer
from game.engine.scenario import OrderKind, Target
from game.engine.standing import said
from game.engine.view import SeatView
from game.prose.advice import advice
from game.prose.briefing import mood
from game.prose.orderbook import aims, order_changes, price_in_words, time_in_words
from game.prose.prospects import options_worth
from game.prose.words import faction_title, sentence


@frozen
class Draft:
    """The orders as they are being written, and what is looked at meanwhile."""

    orders: tuple[Order, ...] = ()
    aiming: int = -1
    """Which of them is being aimed, counted from 0; -1 for none."""
    looked: str = ""
    """The kind of order that is looked at in the list."""


def kind_of(view: SeatView, order: Order) -> OrderKind:
    """The kind that *order* is of."""
    assert view.menu is not None
    return next(each.kind for each in view.menu.orders if each.kind.id == order.kind)


def lacking(view: SeatView, order: Order) -> bool:
    """Whether *order* still has to be aimed."""
    target = kind_of(view, order).target
    return (target is Target.FACTION and not order.faction) or (target is Target.CLAUSE and not order.option)


def first_aim(view: SeatView, draft: Draft) -> str:
    """The meaning of the first thing that the order being aimed may be aimed at."""
    order = draft.orders[draft.aiming]
    if order.issue:
        return f"aim {draft.aiming} {order.issue} {view.issue(order.issue).options[0].id}"
    words = [word for word, _ in aims(view, kind_of(view, order))]
    return f"aim {draft.aiming} {next((word for word in words if not vowed(view, draft, word)), words[0])}"


def vowed(view: SeatView, draft: Draft, issue: str) -> bool:
    """Whether one has said in public, or is about to say, how far one will go on *issue*."""
    assert view.menu is not None
    return issue in view.menu.stood or any(each.issue == issue for each in draft.orders)


def order_row(view: SeatView, offer: OrderOffer, chosen: bool, aiming: bool, why_not: str) -> Widget:
    """One order that there is: its price, and what it does before it is given; or why it cannot be given now.

    While it is *aiming* it goes by another name, so that the focus leaves it for the aims.
    """
    kind = offer.kind
    shut = bool(why_not) and not chosen
    style = STRONG.but(colour="faded") if shut else STRONG
    title = Row([Cell(words(kind.title, style)), Cell(Price(_cost(view, kind), "faded" if shut else "ink"), 84)])
    changes = sentence(order_changes(view, kind)) or " ".join(kind.text.split())
    told = Column([title, words(why_not if offer.why_not else changes, FAINT)], 0)
    price = price_in_words(view, kind)
    return Choice(
        Row([Cell(Tick(chosen, hue(view, view.seat or "")), 18), Cell(told)], 1.5 * GRID),
        f"order {kind.id}", kind.title, chosen, hue(view, view.seat or ""),
        note=f"It costs {price}" if price else "It costs nothing", why_not=why_not if shut else "", pad=6,
        value=changes, looks=kind.id, key=f"aiming {kind.id}" if aiming else "",
    )  # fmt: skip


def _cost(view: SeatView, kind: OrderKind) -> list[tuple[str, str, int]]:
    titles = {meter.id: meter.title for meter in view.gauges}
    return [
        (f"icon-{meter}.png" if meter in ICONS else "", titles.get(meter, meter), amount)
        for meter, amount in kind.cost.items()
    ]


def slots(view: SeatView, draft: Draft, text: Package, table: bool) -> Iterator[Widget]:
    """The chosen orders on the paper, each with what it is aimed at, or with all it may be aimed at."""
    for number, order in enumerate(draft.orders):
        kind = kind_of(view, order)
        title = words(f"{number + 1}. {kind.title}", STRONG)
        yield Row([Cell(title), Cell(link("strike out", f"strike {number}", FAINT), 84)])
        if draft.aiming == number:
            yield Column(list(_picker(view, draft, number, kind, text, table)), 4)
        elif kind.target is not Target.NONE:
            yield _aimed(view, number, order)


def _aimed(view: SeatView, number: int, order: Order) -> Widget:
    """What an order is aimed at; pressing it lets one aim anew."""
    if order.faction and view.brief is not None:
        text = faction_title(view.brief, order.faction)
    elif order.option:
        issue = view.issue(order.issue)
        text = f"{issue.title}: no further than “{issue.option(order.option).title}”"
    else:
        text = "Aimed at what?"
    return Words((Span(sentence(text)[:-1] if text[-1] != "?" else text, STRONG, f"aim {number}"),))


def _picker(view: SeatView, draft: Draft, number: int, kind: OrderKind, text: Package, table: bool) -> Iterator[Widget]:
    order = draft.orders[number]
    if kind.target is Target.FACTION and view.brief is not None:
        yield eyebrow("Which party?")
        yield from (_faction(view, number, each, order, text, table) for each in view.brief.factions)
    elif order.issue:
        issue = view.issue(order.issue)
        yield Words((Span(issue.title, STRONG, f"aim {number}"),))
        yield eyebrow("No further than")
        yield from (_limit(view, number, issue, option, order) for option in issue.options)
    else:
        yield eyebrow("On which clause?")
        yield from (_clause(view, draft, number, issue, title) for issue, title in aims(view, kind))


def _faction(view: SeatView, number: int, faction: Faction, order: Order, text: Package, table: bool) -> Widget:
    assert view.home is not None
    told = f"It is {mood(view, faction.id)}"
    if table:
        told += f"; {100 * inclination(margin(view.home, faction.id, text)):.0f} in a hundred for your draft"
    head = Row([Cell(words(faction.title, STRONG)), Cell(words(f"{faction.influence} %", Style(NOTE), 1.0), 48)])
    value = f"{faction.influence} % of the votes. {told}"
    return Choice(
        Column([head, note(f"{told}.")], 0), f"aim {number} {faction.id}", faction.title,
        order.faction == faction.id, hue(view, view.seat or ""), pad=6, value=value,
    )  # fmt: skip


def _clause(view: SeatView, draft: Draft, number: int, issue: str, title: str) -> Widget:
    why = "On this you have already said in public how far you will go." if vowed(view, draft, issue) else ""
    style = Style(NOTE, "semibold", "faded" if why else "ink")
    return Choice(words(title, style), f"aim {number} {issue}", title, why_not=why, pad=4, role="row")


def _limit(view: SeatView, number: int, issue: Issue, option: Option, order: Order) -> Widget:
    """One rung of the ladder: how far one would vow to go, with what it is worth."""
    now, chosen = view.status_quo[issue.id] == option.id, order.option == option.id
    rung = Rung(option is issue.options[0], option is issue.options[-1], chosen, now)
    marks = ["as it is now"] * now
    marks += ["their offer"] * (said(view.text, view.other, issue.id) == option.id)
    marks += ["your offer"] * (said(view.text, view.seat or "", issue.id) == option.id)
    worth = f"{options_worth(view, issue)[option.id]:.0f} points"
    told = Column([words(option.title, STRONG), note(", ".join([worth, *marks]))], 0)
    return Choice(
        Row([Cell(rung, 16), Cell(told)], GRID), f"aim {number} {issue.id} {option.id}", option.title, chosen,
        hue(view, view.seat or ""), pad=4, value=", ".join([worth, *marks]), note=" ".join(option.text.split()),
    )  # fmt: skip


def looked_at(desk: Desk, view: SeatView, kind: OrderKind, text: Package, table: bool) -> Sequence[Widget]:
    """What an order is, and what speaks for it now: the figures that it bears on."""
    about = linked(desk.game().match.state.scenario, kind.text, kind.cite, f"sources order {kind.id}")
    found: list[Widget] = [words(kind.title, STRONG), about]
    told = [advice(view, kind, text) if table or kind.target is Target.NONE else "", time_in_words(view, kind)]
    return [*found, *(words(line, Style(NOTE, "italic")) for line in told if line)]

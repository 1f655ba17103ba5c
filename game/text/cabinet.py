"""Away from the table: answering a card, giving orders, saying yes or no to an armistice."""

from game.engine import actions as a
from game.engine.errors import GameError, IllegalAction, nearest_word
from game.engine.menu import MOST_ORDERS
from game.engine.scenario import OrderKind, Target, Verb
from game.prose.calendar import closed_table
from game.prose.naming import faction_named, issue_named, option_named
from game.prose.news import choice_lines
from game.prose.offers import option_lines
from game.prose.orderbook import aims, numbered_order, order_lines
from game.prose.prospects import options_worth
from game.prose.warfare import armistice_lines
from game.text.sitting import Sitting

NONE = ("", "-", "0", "none")
Orders = tuple[a.Order, ...]


def show_card(sitting: Sitting) -> None:
    sitting.console.show(choice_lines(sitting.view))


def answer_card(sitting: Sitting, line: str) -> None:
    """`2`, `share`, or `choose drought share`."""
    menu = sitting.view.menu
    assert menu is not None
    words = line.removeprefix("choose ").split()
    if not words:
        raise GameError(f"the news waits for an answer; type a number from 1 to {len(menu.choices)}")
    ids = [offer.choice.id for offer in menu.choices]
    word = words[-1]
    if word.isdigit() and 0 < int(word) <= len(ids):
        word = ids[int(word) - 1]
    if word not in ids:
        raise GameError(f"'{line}' is no answer here{nearest_word(word, ids)}; they go from 1 to {len(ids)}")
    card = words[0] if len(words) > 1 else menu.card
    sitting.submit(a.Choose(sitting.seat, card, word))


def show_orders(sitting: Sitting) -> None:
    """The orders that may be given; without a table the question alone is enough."""
    if closed_table(sitting.view, sitting.match.state):
        return
    sitting.console.show(order_lines(sitting.view, first=sitting.seat not in sitting.ordered))
    sitting.ordered.add(sitting.seat)


def list_orders(sitting: Sitting) -> None:
    """Every order in full."""
    if sitting.view.menu is None or not sitting.view.menu.orders:
        raise GameError("your government gives its orders after the news and before the envoys meet, not now")
    sitting.console.show(order_lines(sitting.view))


def orders_prompt(sitting: Sitting) -> str:
    """The question for orders, which without a table is all that is shown of them."""
    closed = closed_table(sitting.view, sitting.match.state)
    return "Orders? (`orders` lists them, Enter passes)" if closed else "Orders?"


def give_orders(sitting: Sitting, line: str) -> None:
    """`2 3`, `lobby elders; calm`, `stand spring=shared`, or nothing."""
    line = line.removeprefix("orders").strip() if line.startswith("orders") else line
    if line in NONE:
        sitting.submit(a.GiveOrders(sitting.seat))
        return
    parts = [part.split() for part in line.replace(",", ";").split(";") if part.strip()]
    if len(parts) == 1 and all(word.isdigit() for word in parts[0]):
        parts = [[word] for word in parts[0]]
    if len(parts) > MOST_ORDERS:
        raise GameError(f"a government gives at most {MOST_ORDERS} orders a turn, and this is {len(parts)}")
    kinds = [_kind(sitting, words[0]) for words in parts]
    _check_unaimed(sitting, kinds)
    orders: Orders = ()
    for kind, words in zip(kinds, parts, strict=True):
        orders = (*orders, _order(sitting, kind, words, orders))
        sitting.check(a.GiveOrders(sitting.seat, orders))
    sitting.submit(a.GiveOrders(sitting.seat, orders))


def _kind(sitting: Sitting, word: str) -> OrderKind:
    """The kind of order that *word* means; raises GameError when it is none, or is shut."""
    offer = numbered_order(sitting.view, word)
    if offer is None:
        menu = sitting.view.menu
        known = [each.kind.id for each in menu.orders] if menu else []
        near = nearest_word(word, known)
        raise GameError(f"'{word}' is no order{near}; they go from 1 to {len(known)}, and `orders` lists them")
    if offer.why_not:
        raise IllegalAction(offer.why_not)
    return offer.kind


def _check_unaimed(sitting: Sitting, kinds: list[OrderKind]) -> None:
    """Refuse what is wrong whatever the orders are aimed at, before anything is asked."""
    menu = sitting.view.menu
    assert menu is not None
    if why := menu.unpaid(tuple(a.Order(kind.id) for kind in kinds)):
        raise IllegalAction(why)
    aimless = tuple(a.Order(kind.id) for kind in kinds if kind.target is Target.NONE)
    sitting.check(a.GiveOrders(sitting.seat, aimless))


def _order(sitting: Sitting, kind: OrderKind, words: list[str], given: Orders) -> a.Order:
    if kind.target is Target.NONE:
        return _aimless(kind, words)
    aim = " ".join(words[1:]) or _ask_aim(sitting, kind, given)
    return _aimed(sitting, kind, aim)


def _aimless(kind: OrderKind, words: list[str]) -> a.Order:
    if len(words) > 1:
        raise GameError(f"'{kind.title}' is aimed at nothing, so '{' '.join(words[1:])}' does not fit")
    return a.Order(kind.id)


def _ask_aim(sitting: Sitting, kind: OrderKind, given: Orders) -> str:
    """What the person aims *kind* at, of what is not taken by the orders *given* already or by an earlier vow."""
    if sitting.console.scripted:
        raise GameError(f"'{kind.id}' needs an aim in the same line, like '{_example(sitting, kind)}'")
    choices = aims(sitting.view, kind)
    sitting.console.say(f"{kind.title}: aimed at what?")
    taken = _taken(sitting, kind, given)
    for number, (word, title) in enumerate(choices, 1):
        if word not in taken:
            sitting.console.say(f"  {number}. {title} ({word})")
    aim = sitting.console.ask("Number or name, or Enter to leave it:")
    if not aim:
        raise GameError("left as it was: nothing is ordered yet")
    if kind.target is Target.FACTION or "=" in aim:
        return aim
    issue = issue_named(sitting.view, aim)
    first = a.Order(kind.id, issue=issue.id, option=issue.options[0].id)
    sitting.check(a.GiveOrders(sitting.seat, (*given, first)))
    sitting.console.show(option_lines(sitting.view, issue, options_worth(sitting.view, issue), sitting.draft()))
    if not (limit := sitting.console.ask("No further than which? Number, or Enter to leave it:")):
        raise GameError("left as it was: nothing is ordered yet")
    return f"{issue.id}={option_named(issue, limit).id}"


def _taken(sitting: Sitting, kind: OrderKind, given: Orders) -> set[str]:
    menu = sitting.view.menu
    assert menu is not None
    vowed = menu.stood if kind.does is Verb.STAND else frozenset()
    return {order.faction or order.issue for order in given if order.kind == kind.id} | vowed


def _example(sitting: Sitting, kind: OrderKind) -> str:
    word = aims(sitting.view, kind)[0][0]
    if kind.target is Target.FACTION:
        return f"{kind.id} {word}"
    return f"{kind.id} {word}={sitting.view.issue(word).options[0].id}"


def _aimed(sitting: Sitting, kind: OrderKind, aim: str) -> a.Order:
    if kind.target is Target.FACTION:
        assert sitting.view.brief is not None
        factions = [(each.id, each.title) for each in sitting.view.brief.factions]
        return a.Order(kind.id, faction=faction_named(factions, aim))
    one, *rest = aim.replace("=", " ").split()
    issue = issue_named(sitting.view, one)
    if not rest:
        raise GameError(f"'{kind.title}' needs a clause and a limit, like '{kind.id} {issue.id}={issue.options[0].id}'")
    return a.Order(kind.id, issue=issue.id, option=option_named(issue, " ".join(rest)).id)


def show_armistice(sitting: Sitting) -> None:
    sitting.console.show(armistice_lines(sitting.view))


def answer_armistice(sitting: Sitting, line: str) -> None:
    """`yes` or `no`."""
    word = line.removeprefix("armistice ").strip().lower()
    if word not in ("yes", "no", "y", "n"):
        raise GameError("an armistice is answered with 'yes' or 'no'")
    sitting.submit(a.Armistice(sitting.seat, word.startswith("y")))

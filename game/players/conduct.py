"""What a sensible government orders and answers away from the table: shared by the players that bargain."""

from collections.abc import Callable, Iterator
from random import Random

from game.engine.actions import Armistice, Choose, GiveOrders, Order
from game.engine.card import Choice
from game.engine.effect import ALL, OTHER, OWN, Effect
from game.engine.home import chance_at_home, inclination, margin
from game.engine.issue import Package
from game.engine.menu import MOST_ORDERS, Menu
from game.engine.scenario import CAPITAL, CREDIBILITY, READINESS, TENSION, TREASURY, OrderKind, Target, Verb
from game.engine.view import SeatView

CALM_FROM = 65
OUTARMED = 8
SAFE_CHANCE = 0.85
_TASTE = {TENSION: -0.12, CAPITAL: 1.0, TREASURY: 0.5, READINESS: 0.1, CREDIBILITY: 0.15}
"""How many points of liking a unit of a meter is worth to a government that has said nothing else."""
_RIVAL = 0.1
"""How much a point of good will in the other side's camp is worth."""
BENT = 1.0
"""Points of liking for what was done in fact: it had reasons that no list of effects holds."""
WORTH_A_MINISTRYS_TIME = 1.0
"""Points of liking that an order must bring, its cost taken off, to be given for its own sake."""


def answer_card(view: SeatView, rng: Random) -> Choose:
    """A choice drawn by how well its effects look from this seat: the better, the likelier."""
    menu = _menu(view)
    open_now = [offer.choice for offer in menu.choices if not offer.why_not]
    tastes = [2.0 ** _taste(view, choice) for choice in open_now]
    return Choose(menu.seat, menu.card, rng.choices(open_now, tastes)[0].id)


def _taste(view: SeatView, choice: Choice) -> float:
    taste = sum(_effect_taste(view, effect) for effect in choice.effects) + BENT * choice.historical
    return max(-8.0, min(8.0, taste))


def _effect_taste(view: SeatView, effect: Effect) -> float:
    """What one named effect is worth to this seat, in points of liking."""
    match effect.path:
        case (whose, faction, "favour") if whose in (OWN, view.seat):
            return effect.amount * _share(view, faction)
        case (whose, _, "favour") if whose in (OTHER, view.other):
            return _RIVAL * effect.amount
        case (whose, meter) if whose in (OWN, view.seat):
            return effect.amount * _unit(view, meter, f"{view.seat}.{meter}")
        case (meter,):
            return effect.amount * _unit(view, meter, meter)
    return 0.0


def _unit(view: SeatView, meter: str, name: str) -> float:
    """What one more of a meter is worth: of a purse that is nearly full little, of one nearly empty twice the usual."""
    assert view.brief is not None
    taste = view.brief.character.tastes.get(meter, _TASTE.get(meter, 0.0))
    gauge = next((each for each in view.gauges if each.id == meter), None)
    if gauge is None or gauge.scope == "shared" or name not in view.meters:
        return taste
    return taste * 2 * (gauge.high - view.meters[name]) / max(1, gauge.high - gauge.low)


def _share(view: SeatView, faction: str) -> float:
    assert view.brief is not None
    return 1.0 if faction == ALL else view.brief.faction(faction).influence / 100


def answer_armistice(view: SeatView, rng: Random, mettle: float = 0.0) -> Armistice:
    """A sensible government stops as soon as it may; one of *mettle* that has just won a round may go on."""
    assert view.seat is not None
    elated = view.rounds[-1:] == (view.seat,)
    return Armistice(view.seat, agreed=not (elated and rng.random() < mettle))


def sensible_orders(view: SeatView, aim: Package | None, vows: bool, forceful: bool = False) -> GiveOrders:
    """Calm when tension runs high, arm when outarmed, win opinion at home for *aim*, learn what can be learnt.

    One that *vows* also says in public, once, what its instructions forbid it anyway; a *forceful* one arms first.
    """
    menu = _menu(view)
    chosen: list[Order] = []
    force = (Order(kind.id) for kind in _kinds(menu, _arms)) if forceful else ()
    for order in (*force, *_wishes(view, menu, aim), *(_vow(view, menu) if vows else ())):
        if order not in chosen and not menu.why_not(GiveOrders(menu.seat, (*chosen, order))):
            chosen.append(order)
        if len(chosen) == MOST_ORDERS:
            break
    return GiveOrders(menu.seat, tuple(chosen))


def _wishes(view: SeatView, menu: Menu, aim: Package | None) -> Iterator[Order]:
    if view.meters.get(TENSION, 0) > CALM_FROM:
        yield from (Order(kind.id) for kind in _kinds(menu, _calms))
    if _outarmed(view):
        yield from (Order(kind.id) for kind in _kinds(menu, _arms))
    if aim is not None and view.home is not None and chance_at_home(view.home, aim) < SAFE_CHANCE:
        yield from (Order(kind.id, faction=waverer(view, aim)) for kind in _kinds(menu, _woos))
    yield from _for_its_own_sake(view, menu)
    if len(view.reports) < 2 and view.pending is None and view.turns[view.turn - 1].table:
        yield from (Order(kind.id) for kind in _kinds(menu, lambda kind: kind.does is Verb.INTELLIGENCE))


def _for_its_own_sake(view: SeatView, menu: Menu) -> Iterator[Order]:
    """Orders whose effects are worth more to this government than they cost it, best first."""
    plain = _kinds(menu, lambda kind: kind.does is Verb.EFFECTS and kind.target is Target.NONE)
    gains = {kind.id: _net(view, kind) for kind in plain if not _arms(kind) and not _calms(kind)}
    for kind in sorted(gains, key=lambda kind: -gains[kind]):
        if gains[kind] >= WORTH_A_MINISTRYS_TIME:
            yield Order(kind)


def _net(view: SeatView, kind: OrderKind) -> float:
    cost = sum(price * _unit(view, meter, f"{view.seat}.{meter}") for meter, price in kind.cost.items())
    return sum(_effect_taste(view, effect) for effect in kind.effects) - cost


def _vow(view: SeatView, menu: Menu) -> Iterator[Order]:
    """A stand on the dearest clause that the envoy's instructions bind: it costs nothing that was free."""
    assert view.home is not None and view.brief is not None
    if menu.stood or view.pending is not None or not view.home.mandate or not view.turns[view.turn - 1].table:
        return
    weights = view.brief.weights
    dearest = max(view.home.mandate, key=lambda issue: weights[issue])
    for kind in _kinds(menu, lambda kind: kind.does is Verb.STAND):
        yield Order(kind.id, issue=dearest, option=view.home.mandate[dearest])


def _kinds(menu: Menu, wanted: Callable[[OrderKind], bool]) -> list[OrderKind]:
    return [offer.kind for offer in menu.orders if not offer.why_not and wanted(offer.kind)]


def _moves(kind: OrderKind, name: str) -> int:
    return sum(effect.amount for effect in kind.effects if effect.name == name)


def _calms(kind: OrderKind) -> bool:
    disarms = _moves(kind, f"{OWN}.{READINESS}") < 0
    return kind.does is Verb.EFFECTS and _moves(kind, TENSION) < 0 and not disarms


def _arms(kind: OrderKind) -> bool:
    return kind.does is Verb.EFFECTS and _moves(kind, f"{OWN}.{READINESS}") > 0


def _woos(kind: OrderKind) -> bool:
    return kind.does is Verb.EFFECTS and _moves(kind, "target.favour") > 0


def _outarmed(view: SeatView) -> bool:
    own = view.meters.get(f"{view.seat}.{READINESS}", 0)
    return view.meters.get(f"{view.other}.{READINESS}", 0) > own + OUTARMED + 10


def waverer(view: SeatView, aim: Package) -> str:
    """The faction whose vote on *aim* a point of good will moves most: influence times the slope of its leaning."""
    assert view.home is not None and view.brief is not None
    home = view.home

    def pull(faction: str, influence: int) -> float:
        ayes = inclination(margin(home, faction, aim))
        return influence * ayes * (1 - ayes)

    return max(view.brief.factions, key=lambda each: pull(each.id, each.influence)).id


def _menu(view: SeatView) -> Menu:
    if view.menu is None:
        raise ValueError("a spectator gives no orders")
    return view.menu

"""The strategies of `mechanics.md` §5 as players for tests: sensible ones, and those the rules must discourage."""

from random import Random

from attrs import frozen

from game.engine import actions as a
from game.engine.phase import Phase
from game.engine.scenario import Verb
from game.engine.view import SeatView
from game.players import CONCEDER, STATESMAN
from game.players.bargainer import Bargainer
from game.players.player import Player

STALL = Bargainer("stall", "moves only at the end", concession=0.04, reciprocity=1.0)


@frozen
class Never(Bargainer):
    """Neither signs nor offers anything."""

    name: str = "never"
    about: str = "says nothing and signs nothing"

    def speak(self, appraisal, rng):
        return a.Hold(appraisal.view.seat)


@frozen
class Wait(Bargainer):
    """Says nothing, and signs what the other side has come down to as soon as that is good enough."""

    name: str = "wait"
    about: str = "lets the other side talk to itself"

    def speak(self, appraisal, rng):
        decided = super().speak(appraisal, rng)
        return decided if isinstance(decided, a.Accept) else a.Hold(appraisal.view.seat)


@frozen
class Wall(Bargainer):
    """Offers what it likes best, never moves from it, and signs what the other side has come down to."""

    name: str = "wall"
    about: str = "repeats its first demand"

    def offer(self, appraisal, floor):
        said = appraisal.view.text.offers.get(appraisal.view.seat)
        return said or appraisal.dearest()


@frozen
class Firm(Bargainer):
    """Yields late and takes three stands (`mechanics.md` §5: e 0.45, 3 stands), each a rung below its dearest wish."""

    name: str = "firm"
    about: str = "yields late, and vows thrice"
    concession: float | None = 0.45

    def orders(self, appraisal, rng: Random):
        menu, brief = appraisal.view.menu, appraisal.brief
        dearest = sorted(brief.weights, key=lambda issue: -brief.weights[issue])[:3]
        if not appraisal.view.turns[appraisal.view.turn - 1].table or menu.stood >= set(dearest):
            return super().orders(appraisal, rng)
        stands = [offer.kind.id for offer in menu.orders if offer.kind.does is Verb.STAND]
        wishes = [
            a.Order(kind, issue=issue, option=_second_best(brief.worth[issue]))
            for issue in dearest
            if issue not in menu.stood
            for kind in stands
        ]
        return _as_many_as_can_be(menu, wishes)


def _second_best(worth):
    return sorted(worth, key=lambda option: -worth[option])[1]


@frozen
class Bluff(Bargainer):
    """Takes stands on all its dearest issues, and sends one ultimatum after another."""

    name: str = "bluff"
    about: str = "vows and threatens"
    concession: float | None = 0.3

    def orders(self, appraisal, rng: Random):
        menu, brief = appraisal.view.menu, appraisal.brief
        dearest = sorted(brief.weights, key=lambda issue: -brief.weights[issue])
        wishes = [a.Order(offer.kind.id) for offer in menu.orders if offer.kind.does is Verb.ULTIMATUM]
        stands = [offer.kind.id for offer in menu.orders if offer.kind.does is Verb.STAND]
        for issue in dearest:
            best = max(brief.worth[issue], key=brief.worth[issue].__getitem__)
            wishes += [a.Order(kind, issue=issue, option=best) for kind in stands]
        return _as_many_as_can_be(menu, wishes)


@frozen
class WarRush(Bargainer):
    """Arms every turn, and attacks as soon as the cabinet lets it. Signs nothing."""

    name: str = "war rush"
    about: str = "arms and attacks"

    def orders(self, appraisal, rng: Random):
        menu = appraisal.view.menu
        arms = [
            a.Order(offer.kind.id)
            for offer in menu.orders
            if any(effect.name == "own.readiness" and effect.amount > 0 for effect in offer.kind.effects)
        ]
        attack = [a.Order(offer.kind.id) for offer in menu.orders if offer.kind.does is Verb.ATTACK]
        return _as_many_as_can_be(menu, [*attack, *arms])

    def speak(self, appraisal, rng):
        return a.Hold(appraisal.view.seat)

    def decide(self, view: SeatView, rng: Random):
        if view.phase is Phase.ARMISTICE:
            return a.Armistice(view.seat, agreed=False)
        return super().decide(view, rng)


def _as_many_as_can_be(menu, wishes):
    chosen: list[a.Order] = []
    for order in wishes:
        if not menu.why_not(a.GiveOrders(menu.seat, (*chosen, order))):
            chosen.append(order)
    return a.GiveOrders(menu.seat, tuple(chosen))


STRATEGIES: dict[str, Player] = {
    "sensible": STATESMAN,
    "firm": Firm(),
    "conceder": CONCEDER,
    "stall": STALL,
    "never": Never(),
    "wait": Wait(),
    "wall": Wall(),
    "bluff": Bluff(),
    "war rush": WarRush(),
}
"""The rows and columns of the matrix in `mechanics.md` §5."""

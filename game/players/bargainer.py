"""The shape that the bargaining players share: answer cards and orders sensibly, and speak at the table."""

import itertools
from random import Random

from attrs import frozen

from game.engine import actions as a
from game.engine.concession import GENUINE, public_gain
from game.engine.issue import IssueId, Package
from game.engine.phase import Phase
from game.engine.view import SeatView
from game.players.appraisal import Appraisal, appraise
from game.players.conduct import answer_armistice, answer_card, sensible_orders
from game.players.refusal import refusal

HORIZON = 9
"""Turns of waiting that a seat counts when it asks itself what no treaty would be worth (`mechanics.md` §3.11)."""
HEEDFUL = 0.3
"""The share of the time after which an offer starts from what the other side said it would sign."""
STALLED = 0.3
"""The share of the time after which a government may lose patience."""
PATIENT_OFFERS = 6
ULTIMATUM_BITE = 0.15


@frozen
class Bargainer:
    """Concedes along a curve with time, and answers every offer with a counter-offer and its reasons.

    Target u(t) = d + m + (opening − d − m)(1 − (t/T)^(1/e)), with d the value of waiting nine turns and m the
    margin of the seat's character (`mechanics.md` §3.11, where m is 10; Faratin, Sierra and Jennings 1998).
    """

    name: str
    about: str
    concession: float | None = None
    """The exponent e; None takes the one of the seat's own brief."""
    reciprocity: float | None = None
    """How much of the yielding is left when the other side stands still; None takes the brief's."""
    ponders: bool = True
    """Whether it asks what the other side would like; without, it offers what it likes best itself."""
    obeys: bool = False
    """Whether it keeps to instructions whatever its envoy is like."""
    vows: bool = True
    """Whether it takes a public stand on what its instructions forbid anyway."""
    deterministic: bool = False

    def decide(self, view: SeatView, rng: Random) -> a.Action:
        """The next action for the view's seat."""
        if view.phase is Phase.CARD:
            return answer_card(view, rng)
        appraisal = appraise(view)
        if view.phase is Phase.ARMISTICE:
            return answer_armistice(view, rng, appraisal.character.mettle)
        if view.phase is Phase.ORDERS:
            return self.orders(appraisal, rng)
        return self.speak(appraisal, rng)

    def orders(self, appraisal: Appraisal, rng: Random) -> a.GiveOrders:
        """Orders for the turn: opinion at home is won for the text on its way, or for what is now aimed at."""
        view = appraisal.view
        aim = view.pending.package if view.pending else view.text.offers.get(view.seat or "")
        stalled = view.pending is None and elapsed(view) > STALLED
        forceful = stalled and rng.random() < appraisal.character.mettle
        return sensible_orders(view, aim, self.vows, forceful)

    def target(self, appraisal: Appraisal) -> float:
        """The points this player wants at this moment."""
        view, character = appraisal.view, appraisal.character
        exponent = character.concession if self.concession is None else self.concession
        reciprocity = character.reciprocity if self.reciprocity is None else self.reciprocity
        yielded: float = elapsed(view) ** (1 / exponent)
        if stubborn_lately(view):
            yielded *= reciprocity
        for ultimatum in view.ultimata:
            if ultimatum.seat == view.other:
                yielded += ULTIMATUM_BITE * view.meters.get(f"{view.other}.credibility", 0) / 100
        floor = appraisal.no_treaty() - HORIZON * appraisal.brief.waiting + character.margin
        return floor + (character.opening - floor) * (1 - min(1.0, yielded))

    def speak(self, appraisal: Appraisal, rng: Random) -> a.Action:
        """Sign what is good enough, or one's own words; else initial what both say; else counter, with reasons."""
        view, menu = appraisal.view, appraisal.view.menu
        assert menu is not None
        floor = self.target(appraisal)
        package = self.offer(appraisal, floor)
        if menu.offer is not None and (
            menu.offer == package
            or appraisal.would_sign(menu.offer, floor)
            or self.oversteps(appraisal, menu.offer, floor, rng)
        ):
            return a.Accept(menu.seat, menu.beyond(menu.offer))
        no = refusal(appraisal, menu.offer, floor, package) if menu.offer is not None else None
        if package is None:
            return a.Hold(menu.seat, no)
        if agreed := _to_initial(view, package):
            return a.Initial(menu.seat, agreed)
        return a.Propose(menu.seat, package, menu.beyond(package), no)

    def oversteps(self, appraisal: Appraisal, package: Package, floor: float, rng: Random) -> bool:
        """Whether the envoy signs *package* for its own sake, whatever instructions and home may say.

        He signs what he has offered himself, and anything else as often as his character says.
        """
        likely = 0.0 if self.obeys else appraisal.character.oversteps
        if not likely or appraisal.points(package) < floor:
            return False
        return package == appraisal.view.text.offers.get(appraisal.brief.seat) or rng.random() < likely

    def offer(self, appraisal: Appraisal, floor: float) -> Package | None:
        """What to propose while wanting *floor* points; None when nothing is safe at home."""
        if not self.ponders:
            return appraisal.dearest()
        package = self._towards_them(appraisal, floor) or appraisal.best_reply(floor) or appraisal.dearest()
        own = appraisal.view.text.offers.get(appraisal.brief.seat)
        if own is None or package is None or not self._presses_on(appraisal, own, package, floor):
            return package
        return self._yielded(appraisal, own, floor) if not offers_this_turn(appraisal.view) else own

    def _presses_on(self, appraisal: Appraisal, own: Package, package: Package, floor: float) -> bool:
        """Whether an envoy who may overstep goes on from his last offer, since *package* would give them no more."""
        if self.obeys or not appraisal.character.oversteps or appraisal.points(own) < floor:
            return False
        return appraisal.liking(tuple(own.items())) >= appraisal.liking(tuple(package.items()))

    def _yielded(self, appraisal: Appraisal, own: Package, floor: float) -> Package:
        """The last offer with the one clause they asked for that can best be spared, whatever home may say of it."""
        asked = what_they_asked(appraisal.view) or own
        steps = [{**own, issue: option} for issue, option in asked.items() if own[issue] != option]
        best = max(steps, key=appraisal.points, default=own)
        return best if appraisal.points(best) >= floor else own

    def _towards_them(self, appraisal: Appraisal, floor: float) -> Package | None:
        """What they asked for if it will do; from a third of the time on, the nearest text to it that will."""
        asked = what_they_asked(appraisal.view)
        if asked is None or stubborn_lately(appraisal.view):
            return None
        if appraisal.would_offer(asked, floor):
            return asked
        return appraisal.mended(asked, floor) if elapsed(appraisal.view) > HEEDFUL else None


def what_they_asked(view: SeatView) -> Package | None:
    """This seat's own last offer with the changes the other side said would turn its refusal."""
    assert view.seat is not None
    answer, own = view.text.answers.get(view.other), view.text.offers.get(view.seat)
    if answer is None or own is None or not answer.cure:
        return None
    return {**own, **answer.cure, **view.text.initialled}


def elapsed(view: SeatView) -> float:
    """The share of the time for signing that has passed: 0 at the first chance to speak, 1 at the last."""
    tables = [turn.table for turn in view.turns]
    last = sum(tables[: view.deadline]) - 1 / view.sittings
    passed = sum(tables[: view.turn - 1]) + offers_this_turn(view) / view.sittings
    return min(1.0, passed / last) if last > 0 else 1.0


def offers_this_turn(view: SeatView) -> int:
    """How often this seat has spoken at the table since the turn began."""
    return sum(offer.turn == view.turn and offer.seat == view.seat for offer in view.offers)


def stubborn_lately(view: SeatView) -> bool:
    """Whether this seat has made more than six offers since the other side last gave it anything, silence included.

    The other side's latest offer does not count: who moves only at the last moment has stood still till then.
    """
    theirs = [(place, offer.package) for place, offer in enumerate(view.offers) if offer.seat == view.other]
    gave = [place for (_, one), (place, two) in itertools.pairwise(theirs[:-1]) if _gain(view, one, two) > GENUINE]
    since = gave[-1] if gave else theirs[0][0] if theirs else -1
    return sum(offer.seat == view.seat for offer in view.offers[since + 1 :]) > PATIENT_OFFERS


def _gain(view: SeatView, before: Package, after: Package) -> float:
    """What the other side's step from one offer to the next gives this seat, as everybody can see it."""
    assert view.seat is not None
    side = [each.id for each in view.seats].index(view.seat)
    return public_gain(view.issues, view.seat, side, before, after)


def _to_initial(view: SeatView, package: Package) -> tuple[IssueId, ...]:
    """Clauses the other side has initialled as this seat would have them; in the second half also its own asks."""
    menu = view.menu
    assert menu is not None
    asked = {issue for issue, (seat, _) in view.text.half.items() if seat == view.other}
    same = [issue for issue, option in menu.initiable.items() if package[issue] == option]
    return tuple(issue for issue in same if issue in asked or elapsed(view) > 0.5)

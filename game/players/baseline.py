"""Players that serve as yardsticks and for tests: random, stubborn, agreeable."""

from random import Random

from attrs import frozen

from game.engine import actions as a
from game.engine.phase import Phase
from game.engine.view import SeatView
from game.players.appraisal import appraise
from game.players.conduct import answer_armistice, answer_card


@frozen
class RandomPlayer:
    """Plays any legal action."""

    name: str = "random"
    about: str = "does anything that is allowed, at random"
    deterministic: bool = False

    def decide(self, view: SeatView, rng: Random) -> a.Action:
        """Any legal action, any verb alike."""
        assert view.menu is not None
        return view.menu.sample(rng)


@frozen
class Stubborn:
    """Demands its best text and never moves."""

    name: str = "stubborn"
    about: str = "demands the text it likes best, and never moves from it"
    deterministic: bool = False

    def decide(self, view: SeatView, rng: Random) -> a.Action:
        """Its dearest text once, then nothing but a repetition of it."""
        if view.phase is not Phase.TABLE:
            return _elsewhere(view, rng)
        menu = view.menu
        assert menu is not None
        dearest = appraise(view).dearest()
        if dearest is None or view.text.offers.get(menu.seat) == dearest:
            return a.Hold(menu.seat)
        return a.Propose(menu.seat, dearest, menu.beyond(dearest))


@frozen
class Agreeable:
    """Signs the first text that is no worse than none and that its home would pass."""

    name: str = "agreeable"
    about: str = "signs the first text that beats no treaty and would pass at home; opens modestly"
    deterministic: bool = False

    def decide(self, view: SeatView, rng: Random) -> a.Action:
        """Accept if it may; else propose what the other side should like among what it could accept."""
        if view.phase is not Phase.TABLE:
            return _elsewhere(view, rng)
        appraisal, menu = appraise(view), view.menu
        assert menu is not None
        floor = appraisal.no_treaty()
        if menu.offer is not None and appraisal.would_sign(menu.offer, floor):
            return a.Accept(menu.seat, menu.beyond(menu.offer))
        package = appraisal.best_reply(floor)
        if package is None:
            return a.Hold(menu.seat)
        return a.Propose(menu.seat, package, menu.beyond(package))


def _elsewhere(view: SeatView, rng: Random) -> a.Action:
    """Away from the table: cards by taste, no orders, armistice always."""
    assert view.seat is not None
    if view.phase is Phase.CARD:
        return answer_card(view, rng)
    if view.phase is Phase.ARMISTICE:
        return answer_armistice(view, rng)
    return a.GiveOrders(view.seat)

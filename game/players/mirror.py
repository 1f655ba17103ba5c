"""Answers concession with concession: tit for tat on the value plane."""

from attrs import frozen

from game.engine.issue import Package
from game.players.appraisal import Appraisal
from game.players.bargainer import Bargainer


@frozen
class Mirror(Bargainer):
    """Wants as much less than its opening as the other side has given it since its own first offer.

    Relative tit for tat (Faratin, Sierra and Jennings 1998), never below what waiting is worth.
    """

    name: str = "mirror"
    about: str = "gives as much as it has been given, and no more"

    def target(self, appraisal: Appraisal) -> float:
        """Its opening, less what the other side has given so far in this seat's own points."""
        said: list[Package] = [offer.package for offer in appraisal.view.offers if offer.seat == appraisal.view.other]
        given = appraisal.points(said[-1]) - appraisal.points(said[0]) if said else 0.0
        floor = appraisal.no_treaty() + 1
        return max(floor, appraisal.character.opening - max(0.0, given))

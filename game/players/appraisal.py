"""How good an offer is to the seat that holds a view, and the packages it could answer with, exactly."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import evolve, frozen

from game.engine.best import best_package
from game.engine.brief import Brief, Character
from game.engine.home import Home, home_requirement, home_test, rungs_beyond, stand_price, weakest_margin
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.nearest import nearest_package
from game.engine.scenario import CREDIBILITY
from game.engine.search import Block, Clauses, Requirement, blocks, requirement, table_points
from game.engine.utility import Table, link_points, no_treaty_value, seat_table, sum_points
from game.engine.view import SeatView

SAFE, EVEN, BARE = 300, 0, -500
"""Hundredths of a per cent of support at home, beside the threshold, that a seat wants for a text of its own making,
for one the other side has asked for, and for one it could sign today and still win opinion for."""
RIVAL_STAND = 2.0
"""Points of liking lost for each rung by which an offer asks the other side to break a stand it is believed on."""


CONSTANCY, RETREAT = 0.2, 0.5
"""Points of liking lost for each rung by which an offer departs from the seat's own last one, and more for each rung
by which it takes back what was given: who wavers convinces nobody."""


@frozen(eq=False, slots=False)
class Appraisal:
    """A view, made ready for questions about packages."""

    view: SeatView
    brief: Brief
    home: Home

    @cached_property
    def parts(self) -> tuple[Block, ...]:
        """The packages this seat would name: within the mandate, sober, keeping what is initialled."""
        return blocks(self.view.issues, [self.brief], _speakable(self.view))

    @property
    def character(self) -> Character:
        """How this seat bargains while its present envoy speaks."""
        return self.brief.envoy(self.view.envoy).character or self.brief.character

    @cached_property
    def worths(self) -> Table:
        """What each clause brings this seat, less what breaking its own stand for it would cost; links left out."""
        trust = self.view.meters.get(f"{self.view.seat}.{CREDIBILITY}", 0)
        table = seat_table(self.brief)
        return {
            issue.id: {
                option: table[issue.id][option] - stand_price(self._rungs(self.home.stands, issue, option), trust)
                for option in issue.rung
            }
            for issue in self.view.issues
        }

    def worth(self, clauses: Clauses) -> float:
        """What clauses of one block bring this seat, its links included, after its own stands."""
        return table_points(self.worths, clauses) + link_points(self.brief, dict(clauses))

    @cached_property
    def likings(self) -> Table:
        """What the other side is thought to make of each clause; its believed stands and one's own last word count."""
        belief = self.view.belief
        assert belief is not None
        trust = self.view.meters.get(f"{belief.seat}.{CREDIBILITY}", 0) / 100
        stands = {stand.issue: stand.option for stand in self.view.stands if stand.seat == belief.seat}
        said = self.view.text.offers.get(self.brief.seat, {})

        def liked(issue: Issue, option: OptionId) -> float:
            asked = self._rungs(stands, issue, option, 1 - self.home.side)
            before = said.get(issue.id, option)
            taken_back = rungs_beyond(issue, 1 - self.home.side, before, option)
            wavered = CONSTANCY * issue.steps(option, before) + RETREAT * taken_back
            return belief.table[issue.id][option] - RIVAL_STAND * trust * asked - wavered

        return {issue.id: {option: liked(issue, option) for option in issue.rung} for issue in self.view.issues}

    def liking(self, clauses: Clauses) -> float:
        """What the other side is thought to make of clauses."""
        return table_points(self.likings, clauses)

    def _rungs(
        self, limits: Mapping[IssueId, OptionId], issue: Issue, option: OptionId, side: int | None = None
    ) -> int:
        if issue.id not in limits:
            return 0
        return rungs_beyond(issue, self.home.side if side is None else side, limits[issue.id], option)

    @cached_property
    def at_home(self) -> Requirement:
        """That the votes at home would pass, to be tested with a slack."""
        return home_requirement(self.home, self.parts)

    @cached_property
    def wanted(self) -> Requirement:
        """That a package brings so many points, to be tested with a floor."""
        return requirement(self.parts, [self.worth], [0.0], lambda sums: True)

    def points(self, package: Package) -> float:
        """The points of a whole package to this seat, after its own stands."""
        return sum_points(self.worths, package) + link_points(self.brief, package)

    def no_treaty(self) -> float:
        """What this seat has with no treaty at all, before the cost of time."""
        return no_treaty_value(self.brief, self.view.status_quo)

    def would_sign(self, package: Package, floor: float) -> bool:
        """Whether this seat would put its name to *package* when it wants at least *floor* points."""
        return self.points(package) >= floor and self._is_backed(package)

    def would_offer(self, package: Package, floor: float) -> bool:
        """Whether this seat, wanting *floor* points, would itself propose *package* because the other side asked."""
        return self.would_sign(package, floor) and weakest_margin(self.home, package) >= EVEN

    def best_reply(self, floor: float) -> Package | None:
        """The package the other side is thought to like best among those worth *floor*, mended for home if need be."""
        package = best_package(self.view.issues, self.parts, self.liking, self.worth, floor)
        return package if package is None else self.mended(package, floor)

    def dearest(self) -> Package | None:
        """The package worth most to this seat, mended for home if need be."""
        package = best_package(self.view.issues, self.parts, self.worth, lambda clauses: 0.0, 0.0)
        return package if package is None else self.mended(package, float("-inf"))

    def mended(self, package: Package, floor: float) -> Package | None:
        """The nearest text to *package* that is safe at home and worth *floor*; None when there is none."""
        allowed = all(package[issue] in options for issue, options in _allowed(self.view).items())
        if allowed and self.points(package) >= floor and weakest_margin(self.home, package) >= SAFE:
            return package
        return self._nearest(package, floor, SAFE)

    def cure(self, package: Package, floor: float, counter: Package | None) -> Package | None:
        """The nearest package to *package* that this seat would sign now; None when there is none.

        Clause by clause it lies between *package* and the seat's own *counter*: nobody asks for more than it offers.
        Of an envoy who has offered more than instructions or home allow it is the *counter*, which is all he will sign.
        """
        if counter is None:
            return self._nearest(package, floor, BARE)
        if not self._is_backed(counter):
            return counter
        parts = blocks(self.view.issues, [self.brief], self._between(package, counter))
        wanted = requirement(parts, [self.worth], [0.0], lambda sums: sums[0] >= floor)
        return nearest_package(self.view.issues, parts, package, [wanted, home_requirement(self.home, parts, BARE)])

    def _is_backed(self, package: Package) -> bool:
        """Whether instructions allow *package*, and home would pass it."""
        allowed = all(package[issue] in options for issue, options in _allowed(self.view).items())
        return allowed and weakest_margin(self.home, package) >= BARE

    def _between(self, one: Package, other: Package) -> Mapping[IssueId, Sequence[OptionId]]:
        """For each issue the options from the one text's to the other's that this seat may agree to."""
        allowed = _allowed(self.view)
        between: dict[IssueId, Sequence[OptionId]] = {}
        for issue in self.view.issues:
            low, high = sorted((issue.rung[one[issue.id]], issue.rung[other[issue.id]]))
            between[issue.id] = [option for option, rung in issue.rung.items() if low <= rung <= high]
            between[issue.id] = [option for option in between[issue.id] if option in allowed[issue.id]]
        return between

    def _nearest(self, package: Package, floor: float, slack: int) -> Package | None:
        wanted = evolve(self.wanted, test=lambda sums: sums[0] >= floor)
        at_home = evolve(self.at_home, test=home_test(self.home, slack))
        return nearest_package(self.view.issues, self.parts, package, [wanted, at_home])


def appraise(view: SeatView) -> Appraisal:
    """An appraisal for the seat of *view*; raises ValueError for a spectator's view."""
    if view.brief is None or view.home is None:
        raise ValueError("a spectator has nothing to appraise")
    return Appraisal(view, view.brief, view.home)


def _allowed(view: SeatView) -> Mapping[IssueId, Sequence[OptionId]]:
    """The options this seat may agree to: within the mandate, and as initialled."""
    assert view.home is not None
    home = view.home
    options = {issue.id: _within(issue, home.side, home.mandate.get(issue.id)) for issue in view.issues}
    return {**options, **{issue: [option] for issue, option in view.text.initialled.items()}}


def _within(issue: Issue, side: int, limit: OptionId | None) -> list[OptionId]:
    """The options of *issue* that do not pass *limit*, away from the wish of the seat on *side*."""
    return [option for option in issue.rung if limit is None or not rungs_beyond(issue, side, limit, option)]


def _speakable(view: SeatView) -> Mapping[IssueId, Sequence[OptionId]]:
    """The options this seat would itself name: no mere claims, nothing that takes its initials back, and nobody gives
    more than the other side has asked."""
    assert view.home is not None
    asked, side = view.text.offers.get(view.other, {}), view.home.side
    allowed = _allowed(view)
    spoken: dict[IssueId, Sequence[OptionId]] = {}
    for issue in view.issues:
        enough = _within(issue, side, asked.get(issue.id))
        sober = [option for option in allowed[issue.id] if option in enough and not issue.option(option).claim_only]
        spoken[issue.id] = sober or allowed[issue.id]
        seat, option = view.text.half.get(issue.id, ("", ""))
        if seat == view.seat and option in allowed[issue.id]:
            spoken[issue.id] = [option]
    return spoken

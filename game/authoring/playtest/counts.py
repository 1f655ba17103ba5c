"""What thousands of games add up to: counted once, for the findings and for the report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from game.authoring.playtest.schedule import BEGINNER, BEST
from game.authoring.shares import Mean, Share, mean_of
from game.engine.issue import IssueId, OptionId, Package, SeatId
from game.engine.phase import Ending
from game.engine.scenario import Scenario
from game.session.digest import Clause, Digest, Schedule

Opening = tuple[str, str]


@frozen(slots=False)
class Counts:
    """All games of a playtest."""

    scenario: Scenario
    schedule: Schedule
    games: tuple[Digest, ...]

    @cached_property
    def sensible(self) -> tuple[Digest, ...]:
        """The games in which nobody plays at random."""
        return tuple(each for each in self.games if BEGINNER not in self.schedule.pairing(each.number))

    @cached_property
    def texts(self) -> tuple[Package, ...]:
        """Every text that envoys signed in any game."""
        return tuple(text for each in self.games for text in each.signed)

    @cached_property
    def agreed(self) -> Counter[Clause]:
        """In how many signed texts each clause stands."""
        return Counter(clause for text in self.texts for clause in text.items())

    @cached_property
    def offered(self) -> Counter[Clause]:
        """In how many games each clause stood in an offer."""
        return Counter(clause for each in self.games for clause in each.offered)

    @cached_property
    def came(self) -> Counter[str]:
        """In how many games each card came."""
        return Counter(card for each in self.games for card in each.result.happened)

    @cached_property
    def chosen(self) -> Counter[tuple[str, str]]:
        """How often each card was answered so."""
        return Counter(answer for each in self.games for answer in each.result.happened.items())

    @cached_property
    def weighed(self) -> Counter[tuple[str, str]]:
        """The same without the games of beginners, who answer at random."""
        return Counter(answer for each in self.sensible for answer in each.result.happened.items())

    @cached_property
    def ordered(self) -> Counter[tuple[SeatId, str]]:
        """How often each seat gave each kind of order."""
        total: Counter[tuple[SeatId, str]] = Counter()
        for each in self.games:
            total.update(each.orders)
        return total

    @cached_property
    def fates(self) -> Counter[str]:
        return Counter(each.result.fate for each in self.games)

    @cached_property
    def envoys(self) -> Counter[tuple[SeatId, str]]:
        """In how many games each envoy sat at the table."""
        return Counter(envoy for each in self.games for envoy in each.envoys)

    def of(self, opening: Opening) -> tuple[Digest, ...]:
        """The sensible games from one start."""
        return tuple(each for each in self.sensible if self.schedule.opening(each.number) == opening)

    def endings(self, opening: Opening) -> Mapping[str, Share]:
        """How the sensible games from one start end."""
        games = self.of(opening)
        ended = Counter(each.result.ending for each in games)
        return {ending.value: Share(ended[ending.value], len(games)) for ending in Ending}

    def clause_texts(self, issue: IssueId) -> Mapping[OptionId, Share]:
        """Of the signed texts that speak of *issue*, how many hold each of its options."""
        options = [option.id for option in self.scenario.issue[issue].options]
        total = sum(self.agreed[issue, option] for option in options)
        return {option: Share(self.agreed[issue, option], total) for option in options}

    def score(self, seat: SeatId, games: Sequence[Digest]) -> Mean:
        return mean_of([each.result.scores[seat] for each in games])

    def by_pairing(self, first: str, second: str) -> tuple[Digest, ...]:
        return tuple(each for each in self.games if self.schedule.pairing(each.number) == (first, second))

    @cached_property
    def advantage(self) -> Mean:
        """How many points more the first seat takes home than the second, between the same two players.

        Each game of a style against itself, and each pair of styles in both orders, so that skill cancels out.
        """
        first, second = self.schedule.seats
        return mean_of([each.result.scores[first] - each.result.scores[second] for each in self.sensible])

    @cached_property
    def first_mover(self) -> Mean:
        """How many points more a seat takes home when it made the first offer than when the other side did."""
        gains = []
        for seat in self.schedule.seats:
            own = [each.result.scores[seat] for each in self.sensible if each.opened_by == seat]
            other = [each.result.scores[seat] for each in self.sensible if each.opened_by not in (seat, "")]
            if len(own) > 1 and len(other) > 1:
                gains.append((mean_of(own), mean_of(other)))
        if not gains:
            return Mean(0.0, 0.0, 0)
        value = sum(own.value - other.value for own, other in gains) / len(gains)
        reach = sum(own.reach**2 + other.reach**2 for own, other in gains) ** 0.5 / len(gains)
        return Mean(value, reach, sum(own.runs + other.runs for own, other in gains))

    def skill(self, seat: SeatId) -> tuple[Mean, Mean]:
        """The points of *seat* against the best player: in the hands of the best, and in a beginner's."""
        place = self.schedule.seats.index(seat)
        beginner = (BEGINNER, BEST) if place == 0 else (BEST, BEGINNER)
        return self.score(seat, self.by_pairing(BEST, BEST)), self.score(seat, self.by_pairing(*beginner))

    def zone(self, opening: Opening) -> Mapping[int, Share]:
        """By turn: of the games looked into that still had a table, how many had a text that both could pass."""
        seen: dict[int, list[bool]] = {}
        for each in self.of(opening):
            for turn, there in each.zones:
                seen.setdefault(turn, []).append(there)
        return {turn: Share(sum(found), len(found)) for turn, found in sorted(seen.items())}

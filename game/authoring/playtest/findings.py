"""What an author should hear of a playtest: each finding names its line, its figures and, where it can, a game."""

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from game.authoring.playtest import balance, coverage, dominance
from game.authoring.playtest.counts import Counts
from game.authoring.playtest.finding import Finding, Found
from game.content.draft import Trail
from game.content.problem import Place

Judge = Callable[[Counts], Iterator[Found]]

JUDGES: tuple[Judge, ...] = (
    coverage.options,
    coverage.clauses_that_decide_themselves,
    coverage.cards,
    coverage.choices,
    dominance.costly_choices,
    coverage.orders,
    coverage.fates,
    coverage.envoys,
    balance.endings,
    balance.sides,
    balance.skill,
    balance.one_text,
    balance.zones,
    balance.loops,
)


@frozen
class Places:
    """Where the values of a scenario stand in its files."""

    values: Mapping[Trail, Place]
    folder: str

    def of(self, trail: Trail) -> Place:
        """The place of the value at *trail*, or of the nearest one around it."""
        for length in range(len(trail), 0, -1):
            if (place := self.values.get(trail[:length])) is not None:
                return place
        return Place(f"{self.folder}/scenario.yaml")


def findings(counts: Counts, places: Places) -> tuple[Finding, ...]:
    """Everything worth an author's while, the gravest first: what has no line of its own concerns the whole."""
    found = (each for judge in JUDGES for each in judge(counts))
    told = [Finding(each.code, places.of(each.trail), each.sentence, each.game) for each in found]
    return tuple(sorted(told, key=lambda each: (each.place.line > 0, each.code, str(each.place))))

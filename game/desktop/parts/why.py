"""The ledgers behind the numbers: what a text is worth, what waiting is worth, what was lost, who votes how."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from game.desktop.lettering import Style
from game.desktop.parts.home import CHANCE, faction_points
from game.desktop.parts.them import them_leaf
from game.desktop.theme import BODY
from game.desktop.widget import Widget
from game.desktop.widgets.figures import Chance, Ledger, LedgerRow
from game.desktop.widgets.layout import Column
from game.desktop.widgets.words import note, words
from game.engine.errors import GameError
from game.engine.home import support
from game.engine.issue import Package
from game.engine.scenario import Scenario
from game.engine.utility import utility
from game.engine.view import SeatView
from game.prose.briefing import mood
from game.prose.comparison import costs_in_words
from game.prose.prospects import WAITING_TOTAL, waiting_entries, worth_of
from game.prose.words import percent

Told = tuple[str, Sequence[Widget]]
"""A title, and what stands under it."""
IN_ALL = "in all"
HEAD = Style(BODY, "semibold")


@frozen
class Account:
    """The ledgers that one seat can open about its own *draft* and position."""

    view: SeatView
    draft: Package
    scenario: Scenario

    def ledger(self, name: str) -> Told:
        """The ledger called *name*, a key of LEDGERS or one of the seat's factions; raises GameError for any other."""
        if name in LEDGERS:
            return LEDGERS[name](self)
        factions = self.view.brief.factions if self.view.brief else ()
        faction = next((each for each in factions if each.id == name), None)
        if faction is None:
            raise GameError(f"there is no ledger of '{name}'")
        return faction.title, list(self._faction(faction.id))

    def of_draft(self) -> Told:
        return "What your draft is worth to you", [note("Out of 100 points."), self._worth(self.draft)]

    def of_theirs(self) -> Told:
        title, offer = "What their offer is worth to you", self.view.text.offers.get(self.view.other)
        if offer is None:
            return title, [note("They have made no offer yet.")]
        return title, [note("Out of 100 points."), self._worth(offer)]

    def _worth(self, package: Package) -> Widget:
        assert self.view.brief is not None
        entries = sorted(utility(self.view.brief, package), key=lambda each: -each.points)
        return Ledger([LedgerRow(worth_of(self.view, each), each.points) for each in entries], IN_ALL)

    def of_waiting(self) -> Told:
        assert self.view.brief is not None
        rows = [LedgerRow(reason, points) for reason, points in waiting_entries(self.view)]
        return "What you would have without a treaty", [words(self.view.brief.batna), Ledger(rows, WAITING_TOTAL)]

    def of_costs(self) -> Told:
        title, brief = "Points you have lost by the way", self.view.brief
        if not self.view.costs or brief is None:
            return title, [note("You have lost no points by the way.")]
        costs = [LedgerRow(said, points) for said, points in costs_in_words(brief, self.view.costs, self.scenario)]
        return title, [Ledger(costs, IN_ALL)]

    def of_home(self) -> Told:
        home = self.view.home
        assert home is not None
        rows: list[Widget] = [] if home.stages else [note("Nobody at home is asked.")]
        for stage in home.stages:
            at = support(home, stage, self.draft) / 100
            rows.append(Chance(stage.title, at - CHANCE, at, at + CHANCE, stage.threshold, percent(round(at * 100))))
        for faction in home.brief.factions:
            rows += [words(f"{faction.title}, {faction.influence} % of the votes", HEAD), *self._faction(faction.id)]
        return "How your draft would fare at home", rows

    def _faction(self, faction: str) -> Iterator[Widget]:
        yield Column([note(f"It is {mood(self.view, faction)}."), faction_points(self.view, faction, self.draft)], 4)

    def of_them(self) -> Told:
        title, *rows = them_leaf(self.view, self.draft)
        return title.spoken(), rows


LEDGERS: Mapping[str, Callable[[Account], Told]] = {
    "draft": Account.of_draft,
    "theirs": Account.of_theirs,
    "batna": Account.of_waiting,
    "costs": Account.of_costs,
    "home": Account.of_home,
    "them": Account.of_them,
}
"""What can be asked for with `why`, apart from a faction."""

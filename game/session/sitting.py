"""A sitting: a game on the table, who holds which seat, what each has been told, and each one's draft."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import define, field, frozen

from game.engine.actions import Action, Hold, Propose, Refusal, Sway
from game.engine.errors import GameError, IllegalAction
from game.engine.events import Event
from game.engine.issue import OptionId, Package, SeatId
from game.engine.phase import Phase
from game.engine.view import SeatView
from game.session.match import Match, new_match
from game.session.save import Autosave


@frozen
class Entry:
    """One action with what it announced, and how a vote looked to each person just before it."""

    action: Action
    events: tuple[Event, ...]
    turn: int
    before: Mapping[SeatId, SeatView] = field(factory=dict)


@define
class Sitting:
    """People at one machine: what a front has to remember beside the game itself."""

    match: Match
    people: tuple[SeatId, ...]
    saves: Path
    journal: list[Entry] = field(factory=list)
    told: dict[SeatId, int] = field(factory=dict)
    """How much of the journal each person has heard."""
    drafts: dict[SeatId, dict[str, OptionId]] = field(factory=dict)
    seat: SeatId = ""
    """Whose person sits before the machine; empty when nobody has sat down yet."""
    autosave: Autosave | None = None
    warnings: list[str] = field(factory=list)
    """What the people have to be told about the machine, not about the game."""

    @property
    def view(self) -> SeatView:
        """What the person before the machine may know."""
        return self.match.view(self.seat)

    @property
    def solo(self) -> bool:
        return len(self.people) == 1

    @property
    def over(self) -> bool:
        return self.match.state.phase is Phase.OVER

    def submit(self, action: Action) -> None:
        """Play *action* for the person before the machine; raises IllegalAction."""
        turn = self.match.state.turn
        self.journal.append(Entry(action, self.match.submit(action).events, turn))
        self.keep()

    def check(self, action: Action) -> None:
        """Raise IllegalAction, with the menu's own sentence, when *action* is not open."""
        menu = self.view.menu
        if menu is not None and (why := menu.why_not(action)):
            raise IllegalAction(why)

    def advance(self) -> None:
        """Let chance and the players act until a person must."""
        before, turn = self._ahead(), self.match.state.turn
        for action, events in self.match.advance():
            views = before if isinstance(action, Sway) else {}
            self.journal.append(Entry(action, events, turn, views))
            before, turn = self._ahead(), self.match.state.turn
        self.keep()

    def _ahead(self) -> Mapping[SeatId, SeatView]:
        if self.match.state.phase is not Phase.CONSENT:
            return {}
        return {seat: self.match.view(seat) for seat in self.people}

    def keep(self) -> None:
        """Write the game down where it is kept by itself; warns once when that fails."""
        if self.autosave is None:
            return
        try:
            self.autosave.keep(self.match)
        except OSError as error:
            self.autosave = None
            self.warn(f"This game cannot be kept by itself: {error.strerror or error}.")

    def warn(self, sentence: str) -> None:
        """Keep a sentence about the machine for the people; a front that speaks at once says it."""
        self.warnings.append(sentence)

    def draft(self) -> dict[str, OptionId]:
        """The draft of the person before the machine.

        At first it is its own offer; else the other's, or what holds now, drawn back to its instructions.
        """
        view = self.view
        if base := self.drafts.get(self.seat) or view.text.offers.get(self.seat):
            return {**base, **view.text.initialled}
        return {**self._within(view.text.offers.get(view.other) or view.status_quo), **view.text.initialled}

    def _within(self, package: Package) -> dict[str, OptionId]:
        menu = self.view.menu
        exceeded = menu.beyond(package) if menu else ()
        return {**package, **{issue: menu.mandate[issue] for issue in exceeded if menu}}

    def set_draft(self, package: Package) -> None:
        """Make *package* the draft."""
        self.drafts[self.seat] = dict(package)

    def refusal(self) -> Refusal | None:
        """Why the other side turned down what this person last laid on the table; None when it has not."""
        for entry in reversed(self.journal):
            if not isinstance(entry.action, Propose | Hold):
                continue
            if entry.action.seat == self.seat:
                return None
            if entry.action.refusal is not None:
                return entry.action.refusal
        return None

    def cured(self) -> dict[str, OptionId]:
        """This person's last offer, changed as the other side has asked; raises GameError when it has not asked."""
        refusal = self.refusal()
        if refusal is None:
            raise GameError("they have refused nothing of yours since you last spoke, so there is nothing to cure")
        if not refusal.cure:
            raise GameError("they have named no change that would turn their refusal")
        return {**self.view.text.offers.get(self.seat, self.draft()), **refusal.cure}

    def untold(self) -> Iterator[Entry]:
        """What has happened since the person before the machine was last told, which is then counted as told."""
        start = min(self.told.get(self.seat, 0), len(self.journal))
        self.told[self.seat] = len(self.journal)
        yield from self.journal[start:]

    def take_back(self) -> int:
        """Undo the person's last action and what followed it; returns how many actions that were.

        Raises GameError for two people at one machine, or when there is nothing to undo.
        """
        if not self.solo:
            raise GameError("with two at one keyboard nothing is taken back: the other may have seen it")
        count = self.match.take_back(self.seat)
        self.rewind()
        self.keep()
        return count

    def rewind(self) -> None:
        """Forget what a take-back undid."""
        self.journal = self.journal[: len(self.match.actions)]
        self.told = {seat: min(count, len(self.journal)) for seat, count in self.told.items()}
        self.drafts.clear()

    def replace(self, match: Match) -> None:
        """Go on with another *match*, replayed so that its journal is known; nobody has been told anything new."""
        scenario = match.state.scenario
        fresh = new_match(match.scenario, scenario.chapter, scenario.length, match.players, match.seed)
        self.match, self.journal, self.drafts = fresh, [], {}
        for action in match.actions:
            turn = fresh.state.turn
            self.journal.append(Entry(action, fresh.submit(action).events, turn))
        self.keep()
        self.told = dict.fromkeys(self.people, len(self.journal))

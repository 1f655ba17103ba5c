"""A sitting: a game on the table, who holds which seat, what each has been told, and each one's draft."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import define, field, frozen

from game.engine.actions import Action, Hold, Propose, Refusal, Sway
from game.engine.errors import GameError, IllegalAction
from game.engine.events import Event
from game.engine.issue import OptionId, Package, SeatId
from game.engine.phase import Phase
from game.engine.state import State
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
    moved: Mapping[str, int] = field(factory=dict)
    """By how much it moved each meter, as `tension` or `qing.capital`: not all of it is every seat's to read."""

    def repeats(self, event: Event, seat: SeatId) -> bool:
        """Whether *event* tells *seat*, when the other side signs, how far it has gone: it heard so when it offered."""
        return event.kind == "beyond_mandate" and self.action.seat != seat


def moved(before: State, after: State) -> Mapping[str, int]:
    """The meters that stand differently in two states, and by how much."""
    return {name: level - before.meters[name] for name, level in after.meters.items() if level != before.meters[name]}


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
    replaced: dict[SeatId, list[dict[str, OptionId] | None]] = field(factory=dict)
    """The drafts that each person's changes have replaced since its last action; None for one that was untouched."""
    drafted: dict[int, dict[SeatId, dict[str, OptionId]]] = field(factory=dict)
    """The drafts as they were when a person acted, by how long the journal then was."""
    seat: SeatId = ""
    """Whose person sits before the machine; empty when nobody has sat down yet."""
    autosave: Autosave | None = None
    unkept: bool = False
    """Whether the last action could not be written down."""
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
        before, length = self.match.state, len(self.journal)
        events = self.match.submit(action).events
        self.drafted[length] = dict(self.drafts)
        self.replaced.pop(self.seat, None)
        self.journal.append(Entry(action, events, before.turn, moved=moved(before, self.match.state)))
        self.keep()

    def check(self, action: Action) -> None:
        """Raise IllegalAction, with the menu's own sentence, when *action* is not open."""
        menu = self.view.menu
        if menu is not None and (why := menu.why_not(action)):
            raise IllegalAction(why)

    def advance(self) -> None:
        """Let chance and the players act until a person must."""
        ahead, before = self._ahead(), self.match.state
        for action, events in self.match.advance():
            views = ahead if isinstance(action, Sway) else {}
            self.journal.append(Entry(action, events, before.turn, views, moved(before, self.match.state)))
            ahead, before = self._ahead(), self.match.state
        self.keep()

    def _ahead(self) -> Mapping[SeatId, SeatView]:
        if self.match.state.phase is not Phase.CONSENT:
            return {}
        return {seat: self.match.view(seat) for seat in self.people}

    def keep(self) -> None:
        """Write the game down where it is kept by itself; warns when that fails, and when it can be done again."""
        if self.autosave is None:
            return
        try:
            self.autosave.keep(self.match)
        except OSError as error:
            if not self.unkept:
                self.warn(f"This game cannot be kept by itself: {error.strerror or error}.")
            self.unkept = True
            return
        if self.unkept:
            self.warn("This game is kept by itself again, every action of it.")
        self.unkept = False

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
        """Make *package* the draft; `take_back` can restore the one before."""
        if dict(package) == self.draft():
            self._lay(dict(package))  # from now on it is this person's own, whatever the other side offers
        else:
            self._replace(dict(package))

    def reset_draft(self) -> None:
        """Make the draft again what it was before this person changed it."""
        if self.seat in self.drafts:
            self._replace(None)

    def _replace(self, draft: dict[str, OptionId] | None) -> None:
        self.replaced.setdefault(self.seat, []).append(self.drafts.get(self.seat))
        self._lay(draft)

    def _lay(self, draft: dict[str, OptionId] | None) -> None:
        if draft is None:
            self.drafts.pop(self.seat, None)
        else:
            self.drafts[self.seat] = draft

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
        """Undo the person's last change of the draft; when there was none since it acted, undo that action.

        Returns how many actions were undone with what followed: 0 when it was the draft. Raises GameError for an
        action of two people at one machine, or when there is nothing to undo.
        """
        if changes := self.replaced.get(self.seat):
            self._lay(changes.pop())
            return 0
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
        self.drafts = dict(self.drafted.get(len(self.journal), {}))
        self.drafted = {length: drafts for length, drafts in self.drafted.items() if length < len(self.journal)}
        self.replaced.clear()

    def replace(self, match: Match) -> None:
        """Go on with another *match*, replayed so that its journal is known; nobody has been told anything new."""
        scenario = match.state.scenario
        fresh = new_match(match.scenario, scenario.chapter, scenario.length, match.players, match.seed)
        self.match, self.journal, self.drafts = fresh, [], {}
        self.drafted, self.replaced = {}, {}
        for action in match.actions:
            before, events = fresh.state, fresh.submit(action).events
            self.journal.append(Entry(action, events, before.turn, moved=moved(before, fresh.state)))
        self.keep()
        self.told = dict.fromkeys(self.people, len(self.journal))

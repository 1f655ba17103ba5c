"""The court: one vote at home as a scene, faction by faction, until the sum has or has not reached its threshold."""

from collections.abc import Iterator, Mapping

from game.desktop.course import UNTOLD, count_as_told, votes
from game.desktop.desk import Desk
from game.desktop.frame import hue, play_page, seal
from game.desktop.lettering import Style
from game.desktop.linked import linked
from game.desktop.parts.people import medallion
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID, HEAD, LEAD, NOTE, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Give, Middle, Panel, Row, Scroll
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Button
from game.desktop.widgets.votes import Division, Late, Tally
from game.desktop.widgets.words import PLAIN, QUOTED, STRONG, Rule, eyebrow, heading, note, words
from game.engine.events import Event, heard
from game.engine.scenario import Stage
from game.engine.view import SeatView
from game.prose.consent import CLOSED, Ballot, ballots, day_in_words
from game.prose.happenings import event_lines, verdict
from game.prose.words import sentence
from game.session.sitting import Entry

WIDE = 1240.0
"""A hall is no wider than this, however wide the window."""


class CourtScreen(Screen):
    """Shows the first vote that has not been told: one's own hall from within, the other side's from the street."""

    name = "court"
    motion = 0.6

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        desk.sounds.play("bell")

    def heading(self) -> str:
        return "Plenipotentiary: the court"

    def page(self, width: float, height: float) -> Widget:
        view = self.desk.game().view
        found = next(votes(self.desk.game()), None)
        if found is None:
            nothing = Panel(words("Every vote has been told."), 3 * GRID)
            return play_page(self.desk, Middle(Column([nothing, self._onwards_button(view)], 2 * GRID), 560), width)
        scene = Column(list(self._scene(view, *found, is_narrow(width))), 1.5 * GRID)
        rows = [Give(Scroll("court", scene, self.desk.offsets)), Rule(space=0), *self._sum(view, *found)]
        return play_page(self.desk, Middle(Panel(Column(rows, 1.5 * GRID), 2 * GRID, "gold"), WIDE, 0.3), width)

    def _onwards_button(self, view: SeatView) -> Widget:
        return Button("Go on", "onwards", hue(view, view.seat or ""), "To the next vote, or back to the game")

    def _inside(self, view: SeatView, entry: Entry, event: Event) -> SeatView | None:
        """One's own view of the hall before the vote; None when its doors are closed."""
        before = entry.before.get(view.seat or "")
        return (
            before if before is not None and before.pending is not None and event.facts["seat"] == view.seat else None
        )

    def _scene(self, view: SeatView, entry: Entry, event: Event, narrow: bool) -> Iterator[Widget]:
        stage, before = _stage(view, event), self._inside(view, entry, event)
        yield self._hall(view, stage, entry.turn, narrow)
        yield Rule(hue(view, stage.seat), 0, 2)
        if before is not None:
            found = ballots(before, stage)
            largest = max(each.share for each in found)
            yield from (self._ballot(before, each, largest, narrow) for each in found)
        elif stage.seat != view.seat:
            yield words(CLOSED, QUOTED.but(size=LEAD))

    def _sum(self, view: SeatView, entry: Entry, event: Event) -> Iterator[Widget]:
        """The votes added up, the result, and the way on."""
        stage, before = _stage(view, event), self._inside(view, entry, event)
        support = int(event.facts["support"]) / 100
        brought = [100 * each.share * each.ayes for each in ballots(before, stage)] if before else [support]
        yield Tally(brought, support, stage.threshold, hue(view, stage.seat))
        told: list[Widget] = [Late(heading(verdict(event), HEAD, hue(view, stage.seat)))]
        if before is not None:
            told.append(Late(note(day_in_words(before, stage, event))))
        told += [Late(words(text, Style(LEAD, "semibold"))) for text in self._besides(view, entry, event)]
        yield Row([Cell(Column(told, 4)), Cell(Middle(self._onwards_button(view), 180, 1.0), 180)], 2 * GRID)

    def _besides(self, view: SeatView, entry: Entry, event: Event) -> Iterator[str]:
        """What the vote has brought about at once, such as that a capital has refused the text."""
        scenario = self.desk.game().match.state.scenario
        for each in heard(entry.events, view.seat):
            if each is not event and each.kind not in UNTOLD:
                yield " ".join(event_lines(view, each, scenario))

    def _hall(self, view: SeatView, stage: Stage, turn: int, narrow: bool) -> Widget:
        """Where it is, and what is done there."""
        capital = next(each.capital for each in view.seats if each.id == stage.seat)
        scenario, size = self.desk.game().match.state.scenario, 56 if narrow else 80
        told: list[Widget] = [
            eyebrow(f"{capital} · {view.turns[turn - 1].title}"),
            heading(stage.title, LEAD if narrow else TITLE),
            linked(scenario, stage.text, stage.cite, f"sources stage {stage.id}", Style(NOTE) if narrow else PLAIN),
        ]
        return Row([Cell(Picture(seal(view, stage.seat), (size, size), at=0.0), size), Cell(Column(told, 4))], 2 * GRID)

    def _ballot(self, view: SeatView, ballot: Ballot, largest: float, narrow: bool) -> Widget:
        """One faction: who it is, how it divides, and why."""
        assert view.brief is not None
        faction, seat = view.brief.faction(ballot.faction), view.seat or ""
        scenario = self.desk.game().match.state.scenario
        name = faction.people[0] if faction.people else faction.title
        face = medallion(view, scenario, seat, name, 48)
        votes_ = note(f"{100 * ballot.share:.0f} % of the votes, {ballot.mood}")
        who = Column([words(faction.title, STRONG), votes_], 0)
        bar = Division(ballot.ayes, hue(view, seat), ballot.share / largest)
        why = words(sentence(ballot.why), Style(NOTE, "italic"))
        if narrow:
            return Row([Cell(face, 48), Cell(Column([Row([Cell(who), Cell(bar)]), why], 0))], 1.5 * GRID)
        return Row([Cell(face, 48), Cell(who, 0, 1.0), Cell(bar, 0, 1.1), Cell(why, 0, 1.3)], 2 * GRID)

    def first(self) -> str:
        return "onwards"

    def keys(self) -> Mapping[str, str]:
        return {"b": "open briefing"}

    def deeds(self) -> Mapping[str, Deed]:
        return {"onwards": lambda _: self._onwards()}

    def _onwards(self) -> None:
        """This vote is told; the next one, or the game, follows."""
        sitting = self.desk.game()
        found = next(votes(sitting), None)
        if found is not None:
            count_as_told(sitting, found[0])
        self.desk.forward()


def _stage(view: SeatView, event: Event) -> Stage:
    return next(each for each in view.stages if each.id == event.facts["stage"])

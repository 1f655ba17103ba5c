"""A new game: which crisis, from when, how much of it, whose seat, against whom."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from game.desktop.beginning import begin
from game.desktop.desk import Desk
from game.desktop.library import volume, volumes
from game.desktop.screen import Deed, Screen, is_narrow
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Centred, Column, Grow, Pad, Row, Scroll
from game.desktop.widgets.press import Button, Choice
from game.desktop.widgets.words import FAINT, STRONG, Rule, eyebrow, note, title, words
from game.engine.scenario import Scenario
from game.prose.words import sentence
from game.session.options import BOTH, Options

Answer = tuple[str, str, str]
"""The word of a choice, its title, and a sentence about it."""


class SetupScreen(Screen):
    """Every question on one page, each answered already."""

    name = "setup"

    def __init__(self, desk: Desk, topic: str = "") -> None:
        super().__init__(desk)
        self._take(evolve(desk.options, scenario=topic or volumes()[0].name, load=""))

    def page(self, width: float, height: float) -> Widget:
        scenario = self.scenario
        left = Column([self._asked("The crisis", "scenario", self._scenarios(), 1), *self._moment(scenario)], 2 * GRID)
        right = Column([*self._sides(scenario)], 2 * GRID)
        both: Widget = Row([Cell(left), Cell(right)], 4 * GRID)
        if is_narrow(width):
            both = Column([left, right], 2 * GRID)
        foot = Row([Cell(note(self._told(scenario))), Cell(Button("Back", "back"), 120), Cell(self._begin(), 220)])
        body = Column(
            [title("A new game"), Rule("gold"), Grow(Scroll("setup", both, self.desk.offsets)), foot], 1.5 * GRID
        )
        return Centred(Pad(body, 3 * GRID, 3 * GRID), 1240)

    def _begin(self) -> Button:
        return Button("Begin", "begin", "first", note="The game is kept by itself after every action")

    def first(self) -> str:
        return "begin"

    def _told(self, scenario: Scenario) -> str:
        length = next(each for each in scenario.lengths if each.id == self.options.length)
        return f"{scenario.title}: about {length.minutes} minutes."

    def _scenarios(self) -> list[Answer]:
        return [(each.name, each.title, "") for each in volumes()]

    def _moment(self, scenario: Scenario) -> list[Widget]:
        start = next(each for each in scenario.starts if each.id == self.options.start)
        starts = [(each.id, each.title, "") for each in sorted(scenario.starts, key=lambda each: each.turn)]
        lengths = [(each.id, each.title, f"about {each.minutes} minutes") for each in scenario.lengths_from(start)]
        return [
            self._asked("It begins with", "start", starts, 1),
            words(start.text, FAINT),
            self._asked("How much of it", "length", lengths, 1),
        ]

    def _sides(self, scenario: Scenario) -> list[Widget]:
        seats = [(each.id, each.title, each.text) for each in scenario.seats]
        seats.append((BOTH, "Both, by two people at this machine", "A curtain is drawn between your turns."))
        players = [
            (each.name, each.name.capitalize(), sentence(each.about)) for each in self.desk.options.roster.values()
        ]
        found = [self._asked("Your seat", "seat", seats, 1)]
        if self.options.seat != BOTH:
            found.append(self._asked("Opposite you", "against", players, 1))
        return found

    def _asked(self, question: str, verb: str, answers: Sequence[Answer], columns: int) -> Widget:
        chosen = getattr(self.options, verb)
        rows = [self._answer(verb, answer, answer[0] == chosen) for answer in answers]
        return Column([eyebrow(question), *rows], GRID / 2)

    def _answer(self, verb: str, answer: Answer, chosen: bool) -> Widget:
        word, text, about = answer
        rows: list[Widget] = [words(text, STRONG)]
        if about and (chosen or verb == "length"):
            rows.append(words(about, FAINT))
        return Choice(Column(rows, 0), f"{verb} {word}", text, chosen=chosen, note=" ".join(about.split()), pad=GRID)

    def deeds(self) -> Mapping[str, Deed]:
        return {
            **{verb: self._chosen(verb) for verb in ("scenario", "start", "length", "seat", "against")},
            "begin": lambda _: self._go(),
        }

    def _chosen(self, verb: str) -> Deed:
        def choose(words: Sequence[str]) -> None:
            self._take(evolve(self.options, **{verb: words[0]}))  # type: ignore[arg-type]

        return choose

    def _take(self, options: Options) -> None:
        """Ask on about *options*; raises ScenarioError for a scenario that cannot be played, and then all stays."""
        scenario = volume(options.scenario, options.language)
        self.scenario, self.options = scenario, completed(options, scenario)

    def _go(self) -> None:
        self.desk.guided = False
        begin(self.desk, self.options)


def completed(options: Options, scenario: Scenario) -> Options:
    """*options* with what is there in the place of every answer that is not: the latest start, the first seat."""
    starts = {each.id: each for each in scenario.starts}
    start = starts.get(options.start, max(scenario.starts, key=lambda each: each.turn))
    lengths = [each.id for each in scenario.lengths_from(start)]
    length = options.length if options.length in lengths else lengths[0]
    seat = options.seat if options.seat in (*scenario.seat_ids, BOTH) else scenario.seat_ids[0]
    return evolve(options, start=start.id, length=length, seat=seat)

"""Where a text comes from: its sources one by one, each with how far it carries the statement."""

from collections.abc import Iterator, Mapping

from game.desktop.desk import Desk
from game.desktop.linked import linked
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Screen
from game.desktop.theme import GRID
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Row
from game.desktop.widgets.words import FAINT, STRONG, Rule, eyebrow, note, words
from game.engine.source import Citation, Source
from game.prose.passages import passage
from game.prose.sources import CONFIDENCE
from game.prose.words import sentence


class SourcesScreen(Screen):
    """Opened by the mark behind a text; its topic is the text's name, such as `article livadia-1879 tekes`."""

    name = "sources"
    sheet = True

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        self.scenario = desk.game().match.scenario
        self.passage = passage(self.scenario, topic)

    def page(self, width: float, height: float) -> Widget:
        rows: list[Widget] = []
        if self.passage.text:
            rows += [linked(self.scenario, self.passage.text), Rule()]
        rows += [_cited(cite, self.scenario.sources) for cite in self.passage.cites]
        if not self.passage.cites:
            rows.append(note("No source is given."))
        rows += [Rule(), eyebrow("How far a source carries"), *_confidences()]
        return sheet(self.passage.title, rows, self.desk, height)

    def first(self) -> str:
        return "back"


def _cited(cite: Citation, sources: Mapping[str, Source]) -> Widget:
    """One source: its letter, its title, the place in it, and what is known about it."""
    source = sources.get(cite.source)
    title = " ".join(source.title.split()) if source else cite.source
    rows: list[Widget] = [words(f"{cite.source}: {title}", STRONG)]
    if cite.place:
        rows.append(words(sentence(cite.place)))
    if source and source.note:
        rows.append(words(source.note, FAINT))
    return Row([Cell(words(cite.confidence.value, STRONG), 20), Cell(Column(rows, 2))], GRID)


def _confidences() -> Iterator[Widget]:
    for line in CONFIDENCE.values():
        letter, _, meaning = line.partition(": ")
        yield Row([Cell(words(letter, FAINT), 20), Cell(words(sentence(meaning), FAINT))], GRID)

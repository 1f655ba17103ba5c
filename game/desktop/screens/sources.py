"""Where a text comes from: its sources one by one, each with how far it carries the statement."""

from game.desktop.desk import Desk
from game.desktop.library import at_hand, view_at_hand
from game.desktop.linked import linked
from game.desktop.parts.cited import cited_rows
from game.desktop.parts.sheet import sheet
from game.desktop.screen import Screen
from game.desktop.widget import Widget
from game.desktop.widgets.words import eyebrow, note
from game.prose.passages import passage_for


class SourcesScreen(Screen):
    """Opened by the mark behind a text; its topic is the text's name, such as `article livadia-1879 tekes`."""

    name = "sources"
    sheet = True

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        self.scenario = at_hand(desk)
        self.passage = passage_for(view_at_hand(desk), self.scenario, topic)

    def page(self, width: float, height: float) -> Widget:
        rows: list[Widget] = [linked(self.scenario, self.passage.text)] if self.passage.text else []
        rows.append(eyebrow("Where it comes from"))
        rows += cited_rows(self.passage.cites, self.scenario.sources)
        if not self.passage.cites:
            rows.append(note("No source is given."))
        return sheet(self.passage.title, rows, self.desk, height)

    def first(self) -> str:
        return "back"

"""What a word or a number means: from the game's own words, from the table, from the codex, or as a ledger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.lettering import Style
from game.desktop.library import at_hand, view_at_hand
from game.desktop.linked import linked
from game.desktop.parts.cited import NAME
from game.desktop.parts.entry import beside
from game.desktop.parts.sheet import sheet
from game.desktop.parts.why import Account, Told
from game.desktop.screen import Screen
from game.desktop.theme import LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Column
from game.desktop.widgets.press import link
from game.desktop.widgets.words import SMALL, STRONG, Rule, Table, eyebrow, words
from game.engine.errors import GameError
from game.engine.scenario import Scenario
from game.engine.view import SeatView
from game.prose.codex import plain
from game.prose.commands import without_commands
from game.prose.explanation import Meaning, meanings, topics
from game.prose.glossary import GLOSSARY
from game.prose.passages import passage_for
from game.prose.sources import Passage

HEAD = Style(LEAD, "semibold")
KEYS: Mapping[str, str] = {
    "Tab, arrows": "go from one thing to the next",
    "Enter": "press it",
    "Left, right": "turn a clause along its ladder, change a value",
    "Escape": "back",
    "F1": "explain what has the focus, or else this page",
    "Ctrl+F": "open the codex",
    "Ctrl+S, Ctrl+Z": "save; take back your last action",
    "Ctrl and + or −": "everything larger or smaller",
    "F11, F12": "fill the screen; keep a picture of it",
}
BESIDES = ("armistice", "cabinet", "clash", "envoy", "exchange", "war")
"""Words of the game that are explained with the numbers of the crisis at hand."""
ABOUT = ("look", "draft", "leaf", "faction", "choose", "order", "aim", "read", "unfold", "codex", "ledger")
"""Verbs of meanings that are about what follows them."""
ITSELF: Mapping[str, str] = {
    **{
        verb: verb
        for verb in ("propose", "accept", "hold", "cure", "initial", "bracket", "reopen", "orders", "armistice")
    },
    "walk": "walk out",
}
"""Verbs that are terms of the game, whatever follows them."""


def subjects(meaning: str) -> Iterator[str]:
    """The terms that the meaning of a spot may be about, such as `draft tekes qing`, the likeliest first."""
    verb, *rest = meaning.split() or [""]
    if verb in ITSELF:
        yield ITSELF[verb]
    elif verb in ABOUT:
        if len(rest) == 2:
            yield "=".join(rest)
        yield " ".join(rest)
        yield from rest


class ExplainScreen(Screen):
    """Its topic is a term, `why` and the name of a ledger, or `of` and the meaning of a spot.

    Where that is about nothing that can be explained, the screen below is.
    """

    name = "explain"
    sheet = True

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        below = desk.stack[-1] if desk.stack else None
        scenario = desk.sitting.match.state.scenario if desk.sitting else at_hand(desk)
        view = view_at_hand(desk)
        verb, _, what = topic.partition(" ")
        if verb == "why" and view is not None:
            self.title, self.rows = Account(view, desk.game().draft(), scenario).ledger(what)
        elif found := meaning_of(view, scenario, topic):
            self.title, self.rows = explained(view, scenario, topic, found)
        elif isinstance(below, ExplainScreen):
            raise GameError("this sheet is the explanation; Escape puts it away")
        else:
            self.title, self.rows = "Help", list(_help(below.help() if below else "", BESIDES if view else ()))

    def page(self, width: float, height: float) -> Widget:
        return sheet(self.title, self.rows, self.desk, height)

    def first(self) -> str:
        return "back"


def meaning_of(view: SeatView | None, scenario: Scenario, topic: str) -> list[Meaning]:
    """What *topic* means; nothing when it means nothing."""
    verb, _, meaning = topic.partition(" ")
    if verb != "of":
        return meanings(view, scenario, topic) if topic else []
    known = topics(view, scenario)
    return next((known[plain(term)] for term in subjects(meaning) if plain(term) in known), [])


def explained(view: SeatView | None, scenario: Scenario, topic: str, found: Sequence[Meaning]) -> Told:
    """All that *topic* means, one thing after the other."""
    titles = [_title(view, scenario, topic, meaning[0]) for meaning in found]
    rows: list[Widget] = []
    for place, (title, meaning) in enumerate(zip(titles, found, strict=True)):
        rows += [Rule(), words(title, HEAD)] if place else []
        rows += _meaning(scenario, meaning)
    return titles[0], rows


def _title(view: SeatView | None, scenario: Scenario, topic: str, passage: Passage) -> str:
    """The passage's title; else that of the text it is taken from; else the word that was asked for."""
    title = without_commands(passage.title).rstrip(":")
    if not title:
        title = passage_for(view, scenario, passage.about).title if passage.about else topic
    return title[:1].upper() + title[1:]


def _meaning(scenario: Scenario, meaning: Meaning) -> Iterator[Widget]:
    for place, passage in enumerate(meaning):
        parts: list[Widget] = [words(without_commands(passage.title), STRONG)] if place and passage.title else []
        if text := without_commands(" ".join(passage.text.split())):
            parts.append(linked(scenario, text, passage.cites, f"sources {passage.about}"))
        if parts:
            yield Column(parts, 0)
    entry = next((each.about for each in meaning if each.about.startswith("codex ")), "")
    if entry:
        yield link("Read it in the codex", entry)


def _help(about: str, besides: Iterable[str]) -> Iterator[Widget]:
    """What the screen below is for, the keys, and every word of the game."""
    if about:
        yield words(about)
    yield eyebrow("Keys")
    yield Table([[words(key, NAME), words(what, SMALL)] for key, what in KEYS.items()], (168, 0), 2)
    yield eyebrow("Words of the game")
    yield beside([(name, f"explain {name}") for name in sorted({*GLOSSARY, *besides}) if len(name) > 1])

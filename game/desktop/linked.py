"""Texts with the codex's words in them made links, and their sources folded into a mark that opens them."""

from collections.abc import Iterable, Iterator

from game.desktop.lettering import Span, Style
from game.desktop.theme import NOTE
from game.desktop.widgets.words import PLAIN, Words
from game.engine.scenario import Scenario
from game.engine.source import Citation
from game.prose.codex import word_places
from game.prose.sources import folded


def linked(
    scenario: Scenario,
    text: str,
    cites: Iterable[Citation] = (),
    about: str = "",
    style: Style = PLAIN,
    here: str = "",
) -> Words:
    """*text* with its codex words as links `codex ID`, and the mark of its sources as the link *about*.

    *here* is the entry that the text itself is of: it is no link to itself.
    """
    spans = list(_spans(scenario, " ".join(text.split()), style, here))
    if mark := folded(cites):
        spans += [Span(" ", style), Span(mark, Style(NOTE, "regular", "faded"), about)]
    return Words(tuple(spans))


def _spans(scenario: Scenario, text: str, style: Style, here: str) -> Iterator[Span]:
    end = 0
    for place, word, entry in word_places(scenario, text):
        if place > end:
            yield Span(text[end:place], style)
        yield Span(word, style, f"codex {entry.id}" if entry.id != here else "")
        end = place + len(word)
    if end < len(text):
        yield Span(text[end:], style)

"""Citations in full: each source with the places in it, how far they carry, and what was seen of it."""

from collections.abc import Iterable, Iterator, Mapping

from game.desktop.lettering import Span, Style
from game.desktop.theme import NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Column
from game.desktop.widgets.words import FAINT, SMALL, Words, note, words
from game.engine.source import Citation, Source
from game.prose.sources import CONFIDENCE
from game.prose.words import sentence

NAME = Style(NOTE, "semibold")
LETTER = Style(NOTE, "semibold", "gold")


def cited_rows(cites: Iterable[Citation], sources: Mapping[str, Source], seen: bool = True) -> Iterator[Widget]:
    """One row a source, in the order of *cites*; with what was *seen* of it."""
    by_source: dict[str, list[Citation]] = {}
    for each in cites:
        by_source.setdefault(each.source, []).append(each)
    for name, places in by_source.items():
        source = sources.get(name, Source(name, name))
        rows: list[Widget] = [words(source.title, NAME), *map(_place, places)]
        if seen and source.note:
            rows.append(note(source.note))
        yield Column(rows, 0)


def _place(cite: Citation) -> Words:
    """Where in its source, and how sure that makes it."""
    letter, _, meaning = CONFIDENCE[cite.confidence].partition(": ")
    where = f"{sentence(cite.place)[:-1]}: " if cite.place else ""
    return Words((Span(where, SMALL), Span(letter, LETTER), Span(f", {meaning}", FAINT)))

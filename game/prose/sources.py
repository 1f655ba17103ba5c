"""Citations as a player reads them: where a statement comes from, and whether it is disputed."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from game.engine.source import Citation, Confidence, Source
from game.prose.words import sentence

CONFIDENCE = {
    Confidence.A: "A: the document itself, or several sources that agree",
    Confidence.B: "B: one good source",
    Confidence.C: "C: disputed, inferred or approximate",
}


@frozen
class Passage:
    """A text that was shown with a short mark, and the citations folded into that mark."""

    title: str
    text: str
    cites: tuple[Citation, ...] = ()
    about: str = ""
    """What it is called by, such as `issue tekes` (see `passages.py`); empty where nothing asks for it again."""


def passage_line(passage: Passage) -> str:
    """Title, text and sources on one line."""
    return with_sources(" ".join(part for part in (sentence(passage.title), passage.text) if part), passage.cites)


def passage_lines_of(passages: Iterable[Passage]) -> Iterator[str]:
    """What belongs together, each passage on a line, those after the first set in."""
    for place, passage in enumerate(passages):
        yield f"{'  ' if place else ''}{passage_line(passage)}"


def cited(cites: Iterable[Citation]) -> str:
    """`[STP-EN art. VII, A; DOSSIER §3, C: disputed]`; empty when nothing is cited."""
    marks = "; ".join(_mark(each) for each in cites)
    return f"[{marks}]" if marks else ""


def with_sources(text: str, cites: Iterable[Citation]) -> str:
    """*text* followed by its sources."""
    return " ".join(part for part in (" ".join(text.split()), cited(cites)) if part)


def marked(text: str, cites: Iterable[Citation]) -> str:
    """*text* followed by its sources folded to one mark, that of the least certain."""
    return " ".join(part for part in (" ".join(text.split()), folded(cites)) if part)


def folded(cites: Iterable[Citation]) -> str:
    """`[A]`, `[B]`, `[disputed in part]` or `[disputed]`; empty when nothing is cited."""
    found = list(cites)
    if not found:
        return ""
    if not any(each.disputed for each in found):
        return f"[{max(each.confidence.value for each in found)}]"
    return "[disputed]" if all(each.disputed for each in found) else "[disputed in part]"


def _mark(cite: Citation) -> str:
    confidence = "C: disputed" if cite.disputed else cite.confidence.value
    return f"{' '.join(part for part in (cite.source, cite.place.rstrip(' ,')) if part)}, {confidence}"


def passage_lines(passages: Iterable[Passage], sources: Mapping[str, Source]) -> Iterator[str]:
    """The citations of each of *passages* in full, with the titles of the sources they name."""
    cites: list[Citation] = []
    for passage in passages:
        yield f"{passage.title}:"
        yield from (f"  - {_mark(each)}." for each in passage.cites)
        cites += passage.cites
    yield "Where:"
    yield from bibliography(sources, cites)


def bibliography(sources: Mapping[str, Source], cites: Iterable[Citation]) -> Iterator[str]:
    """What the short names in *cites* stand for, in the order of the scenario's list, and what A, B and C mean."""
    used = {each.source for each in cites}
    for source in sources.values():
        if source.id in used:
            yield f"  {source.id}: {' '.join(source.title.split())}."
    yield f"  Confidence {'; '.join(CONFIDENCE.values())}."

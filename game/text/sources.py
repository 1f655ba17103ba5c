"""Citations as a player reads them: where a statement comes from, and whether it is disputed."""

from collections.abc import Iterable, Iterator, Mapping

from game.engine.source import Citation, Confidence, Source

CONFIDENCE = {
    Confidence.A: "A: the document itself, or several sources that agree",
    Confidence.B: "B: one good source",
    Confidence.C: "C: disputed, inferred or approximate",
}


def cited(cites: Iterable[Citation]) -> str:
    """`[STP-EN art. VII, A; DOSSIER §3, C: disputed]`; empty when nothing is cited."""
    marks = "; ".join(_mark(each) for each in cites)
    return f"[{marks}]" if marks else ""


def with_sources(text: str, cites: Iterable[Citation]) -> str:
    """*text* followed by its sources."""
    return " ".join(part for part in (" ".join(text.split()), cited(cites)) if part)


def _mark(cite: Citation) -> str:
    confidence = "C: disputed" if cite.disputed else cite.confidence.value
    return f"{' '.join(part for part in (cite.source, cite.place) if part)}, {confidence}"


def bibliography(sources: Mapping[str, Source], cites: Iterable[Citation]) -> Iterator[str]:
    """What the short names in *cites* stand for, in the order of the scenario's list, and what A, B and C mean."""
    used = {each.source for each in cites}
    for source in sources.values():
        if source.id in used:
            yield f"  {source.id}: {' '.join(source.title.split())}."
    yield f"  Confidence {'; '.join(CONFIDENCE.values())}."

"""Where a fact comes from: the bibliography's entries and the citations that point to them."""

from enum import StrEnum

from attrs import frozen


class Confidence(StrEnum):
    """How far a source carries a statement, as in the research files' marks."""

    A = "A"  # the treaty's own text, or several independent sources agree
    B = "B"  # one good source
    C = "C"  # disputed, inferred or approximate: players are told so


@frozen
class Source:
    """One entry of `sources.yaml`."""

    id: str
    title: str
    note: str = ""


@frozen
class Citation:
    """One pointer to a source: `QSG23 GX5/11 A` is id, place inside it, and confidence."""

    source: str
    place: str
    confidence: Confidence

    @property
    def disputed(self) -> bool:
        return self.confidence is Confidence.C

    def __str__(self) -> str:
        return " ".join(part for part in (self.source, self.place, self.confidence) if part)

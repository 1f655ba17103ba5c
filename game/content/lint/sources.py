"""A check of the list of sources: it holds what the scenario rests on, and nothing more."""

from collections.abc import Iterator

from game.content.draft import Draft, Finding
from game.content.problem import Severity
from game.engine.source import Citation


def sources_are_used(draft: Draft) -> Iterator[Finding]:
    if draft.broken:
        return  # what could not be read may cite them
    cited = {each.source for _, each in draft.everything if isinstance(each, Citation)} | draft.mapped
    for place, source in enumerate(draft.sources):
        if source.id not in cited:
            message = f"nothing cites '{source.id}': cite it where it is used, or take it off the list"
            yield Finding(("sources", place, "id"), "unused-source", message, severity=Severity.WARNING)

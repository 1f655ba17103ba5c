"""Pointing beyond what was shown: its sources in full, and the codex words that it used."""

from collections.abc import Iterable, Iterator

from game.engine.errors import GameError
from game.prose.briefing import first_sentences
from game.prose.codex import words_in
from game.prose.sources import Passage, passage_lines
from game.text.sitting import Sitting

MOST_WORDS = 6


def point(sitting: Sitting, passages: Iterable[Passage]) -> None:
    """Keep *passages* as the last thing shown, and name the codex words in them that are new to this person."""
    found = tuple(passages)
    if not found:
        return
    sitting.passages = found
    scenario, known = sitting.match.state.scenario, sitting.named
    text = " ".join(passage.text for passage in found)
    words = [
        (word, entry)
        for word, entry in words_in(scenario, text)
        if not known & {("", entry.id), _mine(sitting, entry.id)}
    ]
    told = words[:MOST_WORDS]
    if told:
        known.update(_mine(sitting, entry.id) for _, entry in told)
        sitting.console.say(f"Codex: {', '.join(word for word, _ in told)}.")


def _mine(sitting: Sitting, entry: str) -> tuple[str, str]:
    return sitting.seat, entry


def sources(sitting: Sitting) -> None:
    """Where the last thing shown comes from."""
    sitting.console.show(passage_lines(_shown(sitting), sitting.match.state.scenario.sources))


def more(sitting: Sitting) -> None:
    """All that stands behind the last thing shown: its codex words in a sentence each, and its sources."""
    text = " ".join(passage.text for passage in _shown(sitting))
    sitting.console.show(_in_short(sitting, text))
    sources(sitting)


def _in_short(sitting: Sitting, text: str) -> Iterator[str]:
    for _, entry in words_in(sitting.match.state.scenario, text):
        yield f"  {entry.title}: {first_sentences(entry.text, 1)}"


def _shown(sitting: Sitting) -> tuple[Passage, ...]:
    if not sitting.passages:
        raise GameError("nothing with sources has been shown yet")
    return sitting.passages

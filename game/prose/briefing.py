"""The briefing: who you are, who listens at home, how far you may go, and what happens if nothing is signed."""

import re
from collections.abc import Callable, Iterable, Iterator

from game.engine.brief import Brief, Faction
from game.engine.issue import Issue, Option
from game.engine.scenario import Scenario
from game.engine.source import Citation
from game.engine.utility import reservation_value, seat_table
from game.engine.view import SeatView
from game.prose.sources import Passage, marked
from game.prose.words import in_text, listed

MOST_TOLD = 5
"""Limits of an envoy that the short briefing names, and weights that the full one does."""
WEIGHTIEST = 3
OPENING_SENTENCES = 2


def opening_lines(scenario: Scenario) -> Iterator[str]:
    """The crisis, and the moment from which it is played."""
    chapter = next(each for each in scenario.starts if each.id == scenario.chapter)
    yield marked(scenario.text, scenario.cite)
    yield ""
    yield f"{chapter.title}. {marked(chapter.text, chapter.cite)}"


def opening_passages(scenario: Scenario) -> Iterator[Passage]:
    """The texts that `opening_lines` shows."""
    chapter = next(each for each in scenario.starts if each.id == scenario.chapter)
    yield Passage(scenario.title, scenario.text, scenario.cite)
    yield Passage(chapter.title, chapter.text, chapter.cite)


def first_sentences(text: str, most: int) -> str:
    """The first *most* sentences of *text*. The stop of an initial, as in N. K. Giers, ends none."""
    return " ".join(_SENTENCE_END.split(" ".join(text.split()))[:most])


_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.) (?=[A-Z“\"'])")


def short_briefing_lines(view: SeatView) -> Iterator[str]:
    """What a person needs before the first decision: the situation, the envoy's limits, what weighs, who votes."""
    brief = view.brief
    assert brief is not None
    yield f"{brief.title}. {marked(first_sentences(brief.text, OPENING_SENTENCES), brief.cite)}"
    limits = _limits(view, brief)
    yield f"Your envoy is {brief.envoy(view.envoy).name}. {FREE if not limits else BOUND}"
    yield from limits[:MOST_TOLD]
    if len(limits) > MOST_TOLD:
        yield f"  - and {len(limits) - MOST_TOLD} more."
    yield f"What weighs most for you: {listed(_priorities(view, brief)[:WEIGHTIEST])}."
    voters = listed(f"{in_text(each.title)} ({each.influence} %)" for each in brief.factions)
    yield f"At home vote {voters}. `brief` gives your instructions in full."


def short_briefing_passages(view: SeatView) -> Iterator[Passage]:
    """The texts that the short briefing shows."""
    assert view.brief is not None
    yield Passage(view.brief.title, first_sentences(view.brief.text, OPENING_SENTENCES), view.brief.cite)


def briefing_passages(view: SeatView) -> Iterator[Passage]:
    """The texts that the briefing shows."""
    brief = view.brief
    assert brief is not None
    envoy = brief.envoy(view.envoy)
    yield Passage(brief.title, brief.text, brief.cite)
    yield Passage(envoy.name, envoy.text, envoy.cite)
    for faction in brief.factions:
        yield Passage(faction.title, faction.text, faction.cite)


def briefing_lines(view: SeatView) -> Iterator[str]:
    """A seat's own instructions, mandate, alternative and factions, in full."""
    brief = view.brief
    assert brief is not None
    yield f"{brief.title}."
    yield marked(brief.text, brief.cite)
    yield ""
    yield from _mandate(view, brief)
    yield f"Without a treaty: {' '.join(brief.batna.split())} That is worth {_fallback(view)} points of 100 to you."
    yield f"Each turn without a treaty costs {brief.waiting} points."
    yield f"What weighs most for you: {listed(_priorities(view, brief))}."
    yield ""
    yield "Who votes at home:"
    for faction in brief.factions:
        yield f"  - {faction_in_words(view, faction)}"


def _voter(faction: Faction) -> str:
    people = f" ({listed(faction.people)})" if faction.people else ""
    return f"{faction.title}{people}, {faction.influence} % of the votes"


def _mandate(view: SeatView, brief: Brief) -> Iterator[str]:
    envoy, limits = brief.envoy(view.envoy), _limits(view, brief)
    yield f"Your envoy is {envoy.name}. {marked(envoy.text, envoy.cite)}"
    yield BOUND if limits else FREE
    yield from limits


FREE = "Your instructions leave you free on every clause."
BEYOND = "you can go beyond them, at a price at home"
BOUND = f"Your instructions ({BEYOND}):"


def _limits(view: SeatView, brief: Brief) -> list[str]:
    return [f"  - {issue.title}: no further than “{option.title}”." for issue, option in limits(view, brief)]


def limits(view: SeatView, brief: Brief) -> list[tuple[Issue, Option]]:
    """The issues of this table on which the envoy's instructions end somewhere, and the furthest option of each."""
    mandate = brief.envoy(view.envoy).mandate
    return [(issue, issue.option(mandate[issue.id])) for issue in view.issues if issue.id in mandate]


def _fallback(view: SeatView) -> str:
    assert view.brief is not None
    return f"{reservation_value(view.brief, view.status_quo, view.turns_left):.0f}"


def _priorities(view: SeatView, brief: Brief) -> list[str]:
    return [f"{issue.title} ({weight:.0f} of 100)" for issue, weight in priorities(view, brief)[:MOST_TOLD]]


def priorities(view: SeatView, brief: Brief) -> list[tuple[Issue, float]]:
    """The issues with what each weighs, of 100, the heaviest first."""
    heaviest = sorted(brief.weights.items(), key=lambda each: -each[1])
    return [(view.issue(issue), weight) for issue, weight in heaviest if weight]


Citing = Callable[[str, Iterable[Citation]], str]


def faction_in_words(view: SeatView, faction: Faction, citing: Citing = marked) -> str:
    """A faction as people: its share of the votes, its mood, what it wants most."""
    text = citing(faction.text, faction.cite)
    told = f"{_voter(faction)}, {mood(view, faction.id)}. {text}"
    return " ".join(part for part in (told, own_cares(view, faction)) if part)


def own_cares(view: SeatView, faction: Faction) -> str:
    """On which issues a faction lays more weight than its seat, the most partial first; empty when on none."""
    assert view.brief is not None
    weights = view.brief.weights
    excess = {issue: weight - weights.get(issue, 0) for issue, weight in faction.weights.items()}
    partial = sorted((issue for issue, over in excess.items() if over > 0), key=lambda issue: -excess[issue])
    named = listed(in_text(view.issue(issue).title) for issue in partial[:2])
    return f"It cares more than you do about {named}." if named else ""


def mood(view: SeatView, faction: str) -> str:
    """How willing a faction is before it has read anything."""
    favour = view.favours.get(f"{view.seat}.{faction}", 0)
    if favour > 2:
        return f"well disposed ({favour:+d})"
    return f"ill disposed ({favour:+d})" if favour < -2 else f"open to reason ({favour:+d})"


def mood_lines(view: SeatView) -> Iterator[str]:
    """How willing each faction at home is before it has read anything."""
    assert view.brief is not None
    yield "At home, towards any text at all:"
    for faction in view.brief.factions:
        yield f"  - {in_text(faction.title)}, {faction.influence} % of the votes: {mood(view, faction.id)}."


def best_options(view: SeatView) -> dict[str, str]:
    """Every clause as this seat likes it best."""
    assert view.brief is not None
    table = seat_table(view.brief)
    return {issue.id: max(issue.options, key=lambda each: table[issue.id][each.id]).id for issue in view.issues}

"""The briefing: who you are, who listens at home, how far you may go, and what happens if nothing is signed."""

from collections.abc import Iterator

from game.engine.brief import Brief, Faction
from game.engine.scenario import Scenario
from game.engine.utility import reservation_value, seat_table
from game.engine.view import SeatView
from game.text.sources import with_sources
from game.text.words import in_text, listed, option_title

MOST_TOLD = 5


def opening_lines(scenario: Scenario) -> Iterator[str]:
    """The crisis, and the moment from which it is played."""
    chapter = next(each for each in scenario.starts if each.id == scenario.chapter)
    yield with_sources(scenario.text, scenario.cite)
    yield ""
    yield f"{chapter.title}. {with_sources(chapter.text, chapter.cite)}"


def briefing_lines(view: SeatView, full: bool = True) -> Iterator[str]:
    """A seat's own instructions, mandate, alternative and factions; without the portraits when not *full*."""
    brief = view.brief
    assert brief is not None
    yield f"{brief.title}."
    yield with_sources(brief.text, brief.cite)
    yield ""
    yield from _mandate(view, brief, full)
    yield f"Without a treaty: {' '.join(brief.batna.split())} That is worth {_fallback(view)} points of 100 to you."
    yield f"Each turn without a treaty costs {brief.waiting} points."
    yield f"What weighs most for you: {listed(_priorities(view, brief))}."
    yield ""
    yield "Who votes at home:" if full else "Who votes at home (`brief` says more of them):"
    for faction in brief.factions:
        yield f"  - {faction_in_words(view, faction) if full else _faction_in_short(view, faction)}"


def _faction_in_short(view: SeatView, faction: Faction) -> str:
    return f"{_voter(faction)}, {mood(view, faction.id)}."


def _voter(faction: Faction) -> str:
    people = f" ({listed(faction.people)})" if faction.people else ""
    return f"{faction.title}{people}, {faction.influence} % of the votes"


def _mandate(view: SeatView, brief: Brief, full: bool) -> Iterator[str]:
    envoy = brief.envoy(view.envoy)
    yield f"Your envoy is {envoy.name}.{f' {with_sources(envoy.text, envoy.cite)}' if full else ''}"
    issues = {issue.id: issue for issue in view.issues}
    limits = [
        f"{issues[issue].title}: at most “{option_title(issues, issue, option)}”"
        for issue, option in envoy.mandate.items()
        if issue in issues
    ]
    if not limits:
        yield "Your instructions leave you free on every clause."
        return
    yield "Your instructions (you can go beyond them, at a price at home):"
    for limit in limits:
        yield f"  - {limit}."


def _fallback(view: SeatView) -> str:
    assert view.brief is not None
    return f"{reservation_value(view.brief, view.status_quo, view.turns_left):.0f}"


def _priorities(view: SeatView, brief: Brief) -> list[str]:
    heaviest = sorted(brief.weights.items(), key=lambda each: -each[1])[:MOST_TOLD]
    return [f"{view.issue(issue).title} ({weight:.0f} of 100)" for issue, weight in heaviest]


def faction_in_words(view: SeatView, faction: Faction) -> str:
    """A faction as people: its share of the votes, its mood, what it wants most."""
    wants = f" It cares more than you do about {_own_cares(view, faction)}." if _own_cares(view, faction) else ""
    text = with_sources(faction.text, faction.cite)
    return f"{_voter(faction)}, {mood(view, faction.id)}. {text}{wants}"


def _own_cares(view: SeatView, faction: Faction) -> str:
    """The issues that a faction weighs more than its seat does, the most partial first."""
    assert view.brief is not None
    weights = view.brief.weights
    excess = {issue: weight - weights.get(issue, 0) for issue, weight in faction.weights.items()}
    partial = sorted((issue for issue, over in excess.items() if over > 0), key=lambda issue: -excess[issue])
    return listed(in_text(view.issue(issue).title) for issue in partial[:2])


def mood(view: SeatView, faction: str) -> str:
    """How willing a faction is before it has read anything."""
    favour = view.favours.get(f"{view.seat}.{faction}", 0)
    if favour > 2:
        return f"well disposed ({favour:+d})"
    return f"ill disposed ({favour:+d})" if favour < -2 else f"open to reason ({favour:+d})"


def best_options(view: SeatView) -> dict[str, str]:
    """Every clause as this seat likes it best."""
    assert view.brief is not None
    table = seat_table(view.brief)
    return {issue.id: max(issue.options, key=lambda each: table[issue.id][each.id]).id for issue in view.issues}

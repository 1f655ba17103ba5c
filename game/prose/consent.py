"""The vote at home as a scene: a stage, its factions one by one from the seat's own ledger, the result."""

from collections.abc import Iterator

from attrs import frozen

from game.engine.events import Event
from game.engine.home import faction_ledger, inclination, margin, support, voters
from game.engine.scenario import Scenario, Stage
from game.engine.view import SeatView
from game.prose.happenings import event_lines
from game.prose.sources import marked
from game.prose.words import dearest, exact, faction_title, in_text, spoken


def vote_lines(before: SeatView, after: SeatView, event: Event, scenario: Scenario) -> Iterator[str]:
    """One stage of consent as the seat of *before* lives through it; the other side's only by its result."""
    stage = next(each for each in before.stages if each.id == event.facts["stage"])
    yield f"{stage.title}. {marked(stage.text, stage.cite)}"
    if stage.seat == before.seat and before.home is not None and before.pending is not None:
        yield from _factions(before, stage)
    else:
        yield f"  {CLOSED}"
    yield from (f"  {line}" for line in event_lines(after, event, scenario))


CLOSED = "The doors are closed; only the result is told."
"""What can be said of the other side's vote."""


@frozen
class Ballot:
    """How one faction votes at a stage, as its own seat may know."""

    faction: str
    title: str
    share: float
    """Its share of the vote, 0 to 1."""
    ayes: float
    """The share of it that is for the text, 0 to 1."""
    mood: str
    """`for it`, `divided` or `against it`."""
    why: str
    """What it likes and what it holds against the text, in words; empty when nothing moves it."""


def ballots(view: SeatView, stage: Stage) -> list[Ballot]:
    """The factions that vote at *stage* on the text that is on its way home, in the order of the brief."""
    assert view.home is not None and view.pending is not None
    found = []
    for faction, share in voters(view.home, stage):
        ayes = inclination(margin(view.home, faction, view.pending.package))
        mood = "for it" if ayes >= 0.6 else "against it" if ayes < 0.4 else "divided"
        title = faction_title(view.home.brief, faction)
        found.append(Ballot(faction, title, share, ayes, mood, _why(view, faction)))
    return found


def day_in_words(view: SeatView, stage: Stage, event: Event) -> str:
    """What opinion said before the vote, and what moved it: vows broken in public, and chance on the day."""
    assert view.home is not None and view.pending is not None
    ayes = sum(100 * each.share * each.ayes for each in ballots(view, stage))
    stood = support(view.home, stage, view.pending.package) / 100
    parts = [f"All votes together: {ayes:.1f} %"]
    parts += [f"vows broken in public took {ayes - stood:.1f}"] if ayes - stood >= 0.05 else []
    swing = exact(int(event.facts["support"]) / 100 - stood)
    return f"{'; '.join([*parts, f'the day itself moved it by {swing}'])}."


def _factions(view: SeatView, stage: Stage) -> Iterator[str]:
    for each in ballots(view, stage):
        why = f"; {each.why}" if each.why else ""
        votes = f"{in_text(each.title)}, {100 * each.share:.0f} % of the votes"
        yield f"  - {votes}: {each.mood}, {100 * each.ayes:.0f} in a hundred ayes{why}."


def _why(view: SeatView, faction: str) -> str:
    assert view.home is not None and view.pending is not None
    entries = faction_ledger(view.home, faction, view.pending.package)
    gains = sorted((each for each in entries if each.points > 0), key=lambda each: -each.points)[:1]
    parts = [_liked(view, each.what) for each in gains]
    parts += [_disliked(view, each.what) for each in dearest(entries, 1)]
    return ", but ".join(parts)


def _liked(view: SeatView, what: str) -> str:
    return "they were well disposed before they had read it" if what == "favour" else f"they like {_name(view, what)}"


def _disliked(view: SeatView, what: str) -> str:
    if what == "favour":
        return "they were ill disposed before they had read it"
    return f"they hold {_name(view, what)} against it"


def _name(view: SeatView, what: str) -> str:
    titles = {each.id: in_text(each.title) for each in view.issues}
    rule, _, issue = what.partition(" ")
    if rule == "mandate":
        return f"that the envoy went beyond the instructions on {titles.get(issue, issue)}"
    return titles.get(what, spoken(what))

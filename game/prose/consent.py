"""The vote at home as a scene: a stage, its factions one by one from the seat's own ledger, the result."""

from collections.abc import Iterator

from game.engine.events import Event
from game.engine.home import faction_ledger, inclination, margin, voters
from game.engine.scenario import Scenario, Stage
from game.engine.view import SeatView
from game.prose.happenings import event_lines
from game.prose.sources import marked
from game.prose.words import dearest, faction_title, in_text, spoken


def vote_lines(before: SeatView, after: SeatView, event: Event, scenario: Scenario) -> Iterator[str]:
    """One stage of consent as the seat of *before* lives through it; the other side's only by its result."""
    stage = next(each for each in before.stages if each.id == event.facts["stage"])
    yield f"{stage.title}. {marked(stage.text, stage.cite)}"
    if stage.seat == before.seat and before.home is not None and before.pending is not None:
        yield from _factions(before, stage)
    else:
        yield "  The doors are closed; only the result is told."
    yield from (f"  {line}" for line in event_lines(after, event, scenario))


def _factions(view: SeatView, stage: Stage) -> Iterator[str]:
    assert view.home is not None and view.pending is not None
    package = view.pending.package
    for faction, share in voters(view.home, stage):
        lean = 100 * inclination(margin(view.home, faction, package))
        title = faction_title(view.home.brief, faction)
        mood = "for it" if lean >= 60 else "against it" if lean < 40 else "divided"
        ayes = f"{mood}, {lean:.0f} in a hundred ayes"
        yield f"  - {in_text(title)}, {100 * share:.0f} % of the votes: {ayes}{_why(view, faction)}."


def _why(view: SeatView, faction: str) -> str:
    assert view.home is not None and view.pending is not None
    entries = faction_ledger(view.home, faction, view.pending.package)
    gains = sorted((each for each in entries if each.points > 0), key=lambda each: -each.points)[:1]
    parts = [_liked(view, each.what) for each in gains]
    parts += [_disliked(view, each.what) for each in dearest(entries, 1)]
    return f"; {', but '.join(parts)}" if parts else ""


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

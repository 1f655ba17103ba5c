"""Events in sentences, as one seat hears them."""

from collections.abc import Callable, Iterator, Mapping

from game.engine.events import Event
from game.engine.issue import IssueId, SeatId
from game.engine.resolve import CLASH_POINTS, INCIDENT_FROM
from game.engine.scenario import Scenario
from game.engine.view import News, SeatView
from game.prose.news import aftermath, card_lines
from game.prose.sources import Passage
from game.prose.words import (
    counted,
    faction_title,
    in_text,
    listed,
    other_title,
    seat_title,
    sentence,
    spoken,
    who,
    whose,
)


def event_lines(view: SeatView, event: Event, scenario: Scenario) -> Iterator[str]:
    """What *event* is to the seat of *view*; nothing for what it need not be told. Of *scenario* it takes titles."""
    kind = event.kind
    if kind in _CARDS:
        yield from _CARDS[kind](view, event)
    elif kind == "ordered":
        yield _ordered(view, event, scenario.order[_fact(event, "order")].title)
    elif kind in _SENTENCES:
        text = _SENTENCES[kind](view, event)
        if text:
            yield text[0].upper() + text[1:]


def _fact(event: Event, name: str) -> str:
    return str(event.facts.get(name, ""))


def _does(view: SeatView, event: Event, you: str, they: str) -> str:
    seat = _fact(event, "seat")
    return f"{who(view, seat)} {you if seat == view.seat else they}."


def _card(view: SeatView, event: Event) -> Iterator[str]:
    if found := _news(view, event):
        yield from card_lines(view, found.card)


def _chosen(view: SeatView, event: Event) -> Iterator[str]:
    found = _news(view, event)
    if found is None:
        return
    title = found.card.choice(_fact(event, "choice")).title
    yield sentence(f"{who(view, _fact(event, 'seat'))} chose: “{title}”.")
    yield from aftermath(found.card, _fact(event, "choice"))


def _news(view: SeatView, event: Event) -> News | None:
    return next((each for each in view.news if each.card.id == _fact(event, "card")), None)


def event_passages(view: SeatView, event: Event) -> Iterator[Passage]:
    """The texts with sources that the lines of *event* show."""
    news = _news(view, event)
    if event.kind == "voted":
        stage = next(each for each in view.stages if each.id == _fact(event, "stage"))
        yield Passage(stage.title, stage.text, stage.cite)
    elif news and event.kind == "card":
        yield Passage(f"News, {news.card.title}", news.card.text, news.card.cite)
    elif news and event.kind == "chosen" and news.card.history:
        yield Passage(f"What happened in fact, {news.card.title}", news.card.history, news.card.cite)


_CARDS: Mapping[str, Callable[[SeatView, Event], Iterator[str]]] = {"card": _card, "chosen": _chosen}


def _ordered(view: SeatView, event: Event, title: str) -> str:
    owner = _owner(view, event)
    return f"{owner[0].upper()}{owner[1:]} order is carried out: {title}{_aim(view, _fact(event, 'aim'))}."


def _owner(view: SeatView, event: Event) -> str:
    return whose(view, _fact(event, "seat"))


def _aim(view: SeatView, aim: str) -> str:
    if not aim:
        return ""
    if "=" in aim:
        issue, option = aim.split("=")
        return f": no further than “{view.issue(issue).option(option).title}” on {in_text(view.issue(issue).title)}"
    return f": {faction_title(view.brief, aim)}" if view.brief else f": {spoken(aim)}"


def _issues(view: SeatView, event: Event) -> str:
    ids = [each for each in _fact(event, "issues").split(", ") if each]
    return listed(in_text(view.issue(each).title) for each in ids)


def _issue(view: SeatView, issue: IssueId) -> str:
    return view.issue(issue).title


def _beyond(view: SeatView, event: Event) -> str:
    return f"you have gone beyond your instructions on {_issues(view, event)}. It is entered in the log."


def _voted(view: SeatView, event: Event) -> str:
    stage = next(each for each in view.stages if each.id == _fact(event, "stage"))
    supported = int(event.facts["support"])
    return (
        f"{stage.title} ({seat_title(view.seats, stage.seat)}): {supported / 100:.0f} % in favour; "
        f"it takes {stage.threshold} %. {verdict(event)}"
    )


def verdict(event: Event) -> str:
    """How a vote has ended."""
    return "It passes." if event.facts["passed"] else "It falls."


def _refused(view: SeatView, event: Event) -> str:
    capital = next(each.capital for each in view.seats if each.id == _fact(event, "seat"))
    return f"{capital} has refused the text. It binds nobody, and another envoy may be sent."


def _war(view: SeatView, seat: SeatId) -> str:
    return f"a round of the war goes to {in_text(seat_title(view.seats, seat))}."


def _clash(view: SeatView, event: Event) -> str:
    fell = int(event.facts.get("calmed", 0))
    sobered = f", and sobered both: tension came down by {fell} to {INCIDENT_FROM}" if fell else ""
    warning = " A second clash means war." if view.war is not None else ""
    return f"patrols have clashed. It cost each side {counted(CLASH_POINTS, 'point')}{sobered}.{warning}"


_SENTENCES: Mapping[str, Callable[[SeatView, Event], str]] = {
    "quiet": lambda v, e: f"{v.turns[int(e.facts['turn']) - 1].title} passed quietly.",
    "reported": lambda v, e: (
        f"your agents report: {_issue(v, _fact(e, 'issue'))} is what {other_title(v)} values "
        "most. Three such reports in four are right."
    ),
    "offered": lambda v, e: _does(v, e, "have laid a text on the table", "has laid a text on the table"),
    "held": lambda v, e: _does(v, e, "let your turn to speak pass", "lets the turn to speak pass"),
    "beyond_mandate": _beyond,
    "initials": lambda v, e: f"{_did(v, e, 'put your initials to', 'puts initials to')} {_issues(v, e)}.",
    "initialled": lambda v, e: f"both sides have now initialled {_issues(v, e)}.",
    "bracketed": lambda v, e: f"{_did(v, e, 'put in brackets', 'puts in brackets')} {_issues(v, e)}.",
    "reopening": lambda v, e: f"{_did(v, e, 'ask to reopen', 'asks to reopen')} {_issue(v, _fact(e, 'issue'))}.",
    "reopened": lambda v, e: f"{_issue(v, _fact(e, 'issue'))} is open again.",
    "signed": lambda v, e: _does(
        v, e, "sign. The text goes to both capitals", "signs your text. It goes to both capitals"
    ),
    "voted": _voted,
    "refused": _refused,
    "walked_out": lambda v, e: _does(v, e, "break off the talks", "breaks off the talks"),
    "clash": _clash,
    "war_by_accident": lambda v, e: "patrols have clashed a second time: it is war, which nobody ordered.",
    "bluff_called": lambda v, e: f"{_owner(v, e)} ultimatum has run out, and nothing followed. It is noticed.",
    "battle": lambda v, e: _war(v, _fact(e, "winner")),
    "war_goes_on": lambda v, e: "the war goes on.",
    "armistice": lambda v, e: "an armistice: the table opens again.",
}


def _did(view: SeatView, event: Event, you: str, they: str) -> str:
    seat = _fact(event, "seat")
    return f"{who(view, seat)} {you if seat == view.seat else they}"

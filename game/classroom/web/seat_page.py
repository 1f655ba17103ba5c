"""What a student's page shows: everything the delegation may know, and the forms for what this person may do now."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from game.classroom.hall import Hall
from game.classroom.pace import left_in_words, until
from game.classroom.room import Draft, Person
from game.classroom.seating import agreed, rights_of
from game.classroom.standing import waiting
from game.classroom.web.handed import handed_over
from game.classroom.web.plain import plain
from game.classroom.web.speech import Speech, speech
from game.content.roles import Role
from game.engine.actions import Hold, Propose, Refusal
from game.engine.issue import Issue
from game.engine.phase import Phase
from game.engine.scenario import Target
from game.engine.view import SeatView
from game.prose.briefing import briefing_lines
from game.prose.comparison import ending_parts
from game.prose.conditions import plainly
from game.prose.deeds import heard_by
from game.prose.meters import deadline, meter_lines
from game.prose.news import choice_changes
from game.prose.orderbook import aims, order_in_words
from game.prose.prospects import assessment, home_lines
from game.prose.refusals import refusal_lines
from game.prose.words import sentence
from game.session.match import Match

RECENT = 14
"""Things that happened last, as many as are shown; the rest stands in the debrief."""


@frozen
class Rung:
    """One option of a clause, and whose it is."""

    id: str
    title: str
    text: str
    marks: tuple[str, ...]


@frozen
class Clause:
    issue: Issue
    rungs: tuple[Rung, ...]
    drafted: str
    initialled: bool


@frozen
class Choice:
    """Something that can be chosen in a form: its value, its words, and why not (empty when it can)."""

    value: str
    title: str
    about: str = ""
    why_not: str = ""


@frozen
class Remark:
    by: str
    text: str
    mine: bool
    to_all: bool


@frozen
class Talk:
    """The delegation's draft, who is for it, and what was written."""

    draft: Draft
    author: str
    votes: tuple[str, ...]
    voted: bool
    """Whether this person is for it."""
    agreed: bool
    colleagues: tuple[str, ...]
    remarks: tuple[Remark, ...]


@frozen
class Seat:
    """Everything on the page."""

    person: Person
    base: str
    """Where the page's forms go."""
    clock: tuple[int, str]
    """When the clock of this step runs out, and how long that is in words; 0 when none runs."""
    role: Role | None
    view: SeatView
    rights: frozenset[str]
    heading: str
    waiting: str
    """Whom the table waits for; empty when for nobody."""
    mine: bool
    """Whether that is this person."""
    nudged: bool
    handed: tuple[str, ...]
    """What was done for the delegation while none of it acted."""
    news: tuple[str, ...]
    refusal: tuple[str, ...]
    clauses: tuple[Clause, ...]
    choices: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    told: Mapping[str, tuple[str, ...]]
    """Paragraphs of prose: `gauges`, `brief`, `worth`, `home`, `ended`."""
    talk: Talk
    speech: Speech | None
    """What the envoy may say, and the delegation vote on; None while the table is not theirs."""
    curable: bool
    """Whether the other side has named a change that would turn its refusal."""
    seen: int
    mark: int


def seat_page(hall: Hall, person: Person) -> Seat:
    """The page of *person*, who sits at a table."""
    match, desk = hall.matches[person.table], hall.room.tables[person.table]
    view = match.view(hall.seat_of(person))
    talk = _talk(hall, person)
    mine = _mine(hall, person)
    clauses = talk.draft.clauses or _standing(view)
    return Seat(
        person=person,
        base="/seat" if person.id else f"/teacher/seat/{person.table}/{person.side}",
        clock=_clock(hall, person),
        role=next((each for each in hall.roles if each.id == person.role), None),
        view=view,
        rights=_rights(hall, person),
        heading=f"Turn {view.turn} of {len(view.turns)}: {view.turns[view.turn - 1].title}. {deadline(view)}",
        waiting=", ".join(each.nickname for each in waiting(hall, person.table)),
        mine=mine,
        nudged=mine and bool(desk.nudged) and desk.nudged == len(desk.actions),
        handed=handed_over(hall, person, view),
        news=tuple(_news(hall, person, view)),
        refusal=tuple(_refusal(hall, person, view)),
        clauses=tuple(_clause(view, issue, clauses) for issue in view.issues),
        choices=tuple(_choices(view)),
        orders=tuple(_orders(view)),
        told=_told(match, view, clauses),
        talk=talk,
        speech=speech(hall, person, view),
        curable=_curable(hall, person, view),
        seen=len(match.actions),
        mark=hall.mark_of(person.table),
    )


def _clock(hall: Hall, person: Person) -> tuple[int, str]:
    end = until(hall.room, hall.room.tables[person.table])
    return end, left_in_words(end, hall.now())


def _mine(hall: Hall, person: Person) -> bool:
    """Whether the table waits for *person*, or for the side that the teacher leads."""
    if not person.id:
        return hall.seat_of(person) in hall.matches[person.table].people()
    return any(each.id == person.id for each in waiting(hall, person.table))


def _rights(hall: Hall, person: Person) -> frozenset[str]:
    """What *person* may do; the teacher, who has no seat of their own, may act for a side but not vote in it."""
    if not person.id:
        return frozenset({"speak", "order", "draft"})
    return rights_of(hall.roles, _delegation(hall, person), person)


def _delegation(hall: Hall, person: Person) -> tuple[Person, ...]:
    return hall.room.at(person.table, person.side) if person.side >= 0 else ()


def _told(match: Match, view: SeatView, clauses: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    told = {"gauges": plain(meter_lines(view)), "brief": (), "worth": (), "home": (), "ended": ()}
    if view.brief:
        told |= {"brief": plain(briefing_lines(view)), "worth": plain([assessment(view, clauses)])}
        told["home"] = plain(home_lines(view, clauses))
    if view.outcome:
        told["ended"] = plain(line for part in ending_parts(match.state) for line in part)
    return told


def _talk(hall: Hall, person: Person) -> Talk:
    draft = hall.room.tables[person.table].drafts[person.side] if person.side >= 0 else Draft()
    names = {each.id: each.nickname for each in hall.room.people.values()}
    return Talk(
        draft,
        names.get(draft.person, "your teacher"),
        tuple(names[each] for each in sorted(draft.votes) if each in names),
        person.id in draft.votes,
        _agreed(hall, person, draft),
        tuple(_colleague(hall, each) for each in _delegation(hall, person) if each.id != person.id),
        tuple(_remarks(hall, person, names)),
    )


def _agreed(hall: Hall, person: Person, draft: Draft) -> bool:
    if not person.id:
        return bool(draft.clauses)
    return person.side >= 0 and agreed(hall.roles, hall.room, person, hall.presence.away(hall.room))


def _standing(view: SeatView) -> Mapping[str, str]:
    """What a delegation begins its draft from: its own last offer, else what lies there, else what holds."""
    offers = view.text.offers
    return dict(offers.get(view.seat or "", next(iter(offers.values()), view.status_quo)))


def _clause(view: SeatView, issue: Issue, drafted: Mapping[str, str]) -> Clause:
    rungs = tuple(
        Rung(option.id, option.title, option.text, tuple(_marks(view, issue.id, option.id))) for option in issue.options
    )
    return Clause(issue, rungs, drafted[issue.id], issue.id in view.text.initialled)


def _marks(view: SeatView, issue: str, option: str) -> Iterator[str]:
    if view.status_quo.get(issue) == option:
        yield "holds now"
    for seat, offer in view.text.offers.items():
        if offer.get(issue) == option:
            yield "you offered" if seat == view.seat else "they offered" if view.seat else f"{seat} offered"


def _choices(view: SeatView) -> Iterator[Choice]:
    for offer in view.menu.choices if view.menu else ():
        why = sentence(plainly(view, offer.why_not)) if offer.why_not else ""
        yield Choice(offer.choice.id, offer.choice.title, sentence(choice_changes(view, offer.choice)), why)


def _orders(view: SeatView) -> Iterator[Choice]:
    for offer in view.menu.orders if view.menu else ():
        if offer.why_not:
            continue
        words = order_in_words(view, offer.kind)
        if offer.kind.target is Target.NONE:
            yield Choice(offer.kind.id, words)
        elif offer.kind.target is Target.FACTION:
            yield from (Choice(f"{offer.kind.id} {word}", f"{words} {title}") for word, title in aims(view, offer.kind))
        else:
            for issue in view.issues:
                for option in issue.options:
                    value, title = f"{offer.kind.id} {issue.id}={option.id}", f"{issue.title}: {option.title}"
                    yield Choice(value, f"{offer.kind.title}: {title}")


def _news(hall: Hall, person: Person, view: SeatView) -> Iterator[str]:
    scenario = hall.matches[person.table].state.scenario
    told: list[str] = []
    for action, events in reversed(hall.journals[person.table]):
        heard = [line for each in heard_by(view, action, events, scenario) for line in each.lines]
        told += heard
        if len(told) >= RECENT:
            break
    yield from told[:RECENT]


def _refusal(hall: Hall, person: Person, view: SeatView) -> Iterator[str]:
    """Why the other side would not sign, when it has said so in its last word."""
    if found := _refused(hall, person, view):
        yield from plain(refusal_lines(view, found))


def _curable(hall: Hall, person: Person, view: SeatView) -> bool:
    found = _refused(hall, person, view)
    return bool(found and found.cure)


def _refused(hall: Hall, person: Person, view: SeatView) -> Refusal | None:
    for action, _ in reversed(hall.journals[person.table]):
        if isinstance(action, Propose | Hold) and action.refusal and action.seat != view.seat:
            return action.refusal if view.seat and view.phase is Phase.TABLE else None
    return None


def _colleague(hall: Hall, person: Person) -> str:
    title = next((role.title for role in hall.roles if role.id == person.role), "")
    gone = ", away" if person.id in hall.presence.away(hall.room) else ""
    return f"{person.nickname} ({title.lower()}{gone})"


def _remarks(hall: Hall, person: Person, names: Mapping[str, str]) -> Iterator[Remark]:
    for said in reversed(hall.room.tables[person.table].said):
        if said.side in (-1, person.side):
            by = names.get(said.person, "") if said.person else "Your teacher"
            yield Remark(by, said.text, said.person == person.id, said.side == -1)

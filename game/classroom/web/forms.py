"""What a form says, as an action of the game."""

from collections.abc import Mapping

from game.classroom.hall import Hall
from game.classroom.room import Person
from game.engine import actions as a
from game.engine.errors import GameError
from game.engine.issue import Package
from game.engine.menu import Menu
from game.engine.notation import read

Form = Mapping[str, str]


def action_of(hall: Hall, person: Person, form: Form) -> a.Action:
    """The action that *form* means for *person*; raises GameError when it means none."""
    seat = hall.seat_of(person)
    menu = hall.matches[person.table].view(seat).menu
    if seat is None or menu is None:
        raise GameError("you sit in no delegation, so you can read and write notes, not act")
    match form.get("do", ""):
        case "choose":
            return a.Choose(seat, form.get("card", ""), form.get("choice", ""))
        case "orders":
            given = [form[name] for name in ("first", "second") if form.get(name)]
            return read(f"{seat} orders {'; '.join(given) or '-'}")
        case "say":
            clauses = hall.room.tables[person.table].drafts[person.side].clauses
            if not clauses:
                raise GameError("your delegation has no draft yet")
            return a.Propose(seat, dict(clauses), _meant(menu, clauses, form), _refusal(seat, form))
        case "accept":
            return a.Accept(seat, _meant(menu, menu.offer or {}, form))
        case "hold":
            return a.Hold(seat, _refusal(seat, form))
        case "walk-out":
            if form.get("sure") != "yes":
                raise GameError("tick the box that says you mean to break off the talks for good")
            return a.WalkOut(seat)
        case "armistice":
            return a.Armistice(seat, form.get("answer") == "yes")
        case "initial" | "bracket" | "reopen" as verb:
            return _marked(verb, seat, menu, form)
    raise GameError("this form says nothing that can be done at the table")


def _meant(menu: Menu, package: Package, form: Form) -> tuple[str, ...]:
    """The clauses of *package* beyond the instructions, if the form says that this is meant."""
    exceeded = menu.beyond(package)
    if exceeded and form.get("beyond") != "yes":
        raise GameError("this goes beyond your instructions; tick the box that says you mean it, or change the draft")
    return exceeded


def _refusal(seat: str, form: Form) -> a.Refusal | None:
    """The reasons a form gives for saying no; None when it gives none."""
    reasons = list(dict.fromkeys(form[name] for name in ("reason1", "reason2") if form.get(name)))
    held = read(f"{seat} hold because {' '.join(reasons)}") if reasons else a.Hold(seat)
    return held.refusal if isinstance(held, a.Hold) else None


def _marked(verb: str, seat: str, menu: Menu, form: Form) -> a.Action:
    issue = form.get("issue", "")
    if issue not in menu.issues:
        raise GameError("say which clause")
    if verb == "initial":
        return a.Initial(seat, (issue,))
    return a.Bracket(seat, (issue,)) if verb == "bracket" else a.Reopen(seat, issue)


def cured(hall: Hall, person: Person) -> dict[str, str]:
    """A delegation's last offer, changed as the other side has asked; raises GameError when it has not."""
    seat = hall.seat_of(person)
    for action, _ in reversed(hall.journals[person.table] if person.table >= 0 else ()):
        if isinstance(action, a.Propose | a.Hold) and action.seat != seat and action.refusal and seat:
            offers = hall.matches[person.table].state.text.offers
            return {**offers.get(seat, {}), **action.refusal.cure}
    raise GameError("they have named no change that would turn a refusal")


def clauses_of(form: Form) -> dict[str, str]:
    """The clauses of a draft: fields called `clause.ISSUE`."""
    return {name.removeprefix("clause."): value for name, value in form.items() if name.startswith("clause.")}


def number_of(form: Form, name: str, least: int = 0) -> int:
    """A whole number from a form, at least *least*; raises GameError when there is none."""
    text = form.get(name, "")
    if not text.lstrip("-").isdecimal() or len(text) > 6 or int(text) < least:
        raise GameError(f"'{name}' is no number that means something here")
    return int(text)

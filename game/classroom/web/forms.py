"""What a form says, as an action of the game."""

from collections.abc import Mapping

from game.classroom.hall import Hall
from game.classroom.room import Person
from game.engine import actions as a
from game.engine.errors import GameError
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
            return a.Propose(seat, dict(clauses), menu.beyond(clauses))
        case "accept":
            return a.Accept(seat, menu.beyond(menu.offer) if menu.offer else ())
        case "hold":
            return a.Hold(seat)
        case "armistice":
            return a.Armistice(seat, form.get("answer") == "yes")
        case "initial" | "bracket" | "reopen" as verb:
            return _marked(verb, seat, menu, form)
    raise GameError("this form says nothing that can be done at the table")


def _marked(verb: str, seat: str, menu: Menu, form: Form) -> a.Action:
    issue = form.get("issue", "")
    if issue not in menu.issues:
        raise GameError("say which clause")
    if verb == "initial":
        return a.Initial(seat, (issue,))
    return a.Bracket(seat, (issue,)) if verb == "bracket" else a.Reopen(seat, issue)


def clauses_of(form: Form) -> dict[str, str]:
    """The clauses of a draft: fields called `clause.ISSUE`."""
    return {name.removeprefix("clause."): value for name, value in form.items() if name.startswith("clause.")}


def number_of(form: Form, name: str, least: int = 0) -> int:
    """A whole number from a form, at least *least*; raises GameError when there is none."""
    text = form.get(name, "")
    if not text.lstrip("-").isdecimal() or len(text) > 6 or int(text) < least:
        raise GameError(f"'{name}' is no number that means something here")
    return int(text)

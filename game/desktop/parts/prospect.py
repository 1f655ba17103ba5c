"""The bar below the treaty: what the draft is worth, how it would fare, and what can be said now."""

from attrs import evolve

from game.desktop.frame import hue
from game.desktop.lettering import Span, Style
from game.desktop.theme import BODY, GRID, LEAD, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Middle, Panel, Row
from game.desktop.widgets.press import Button
from game.desktop.widgets.words import Words
from game.engine import actions as a
from game.engine.home import chance_at_home
from game.engine.issue import Package
from game.engine.utility import reservation_value, value
from game.engine.view import SeatView
from game.prose.prospects import confidence, reading
from game.prose.words import likelihood, percent, signed, weakest


def prospect_bar(view: SeatView, draft: Package, narrow: bool = False) -> Widget:
    """Three answers and the verbs: for you, at home, to them; then propose, sign, let it pass."""
    figures = [Cell(_for_you(view, draft)), Cell(_at_home(view, draft)), Cell(_to_them(view, draft), 0, 1.5)]
    if narrow:
        short = Row([Cell(_shortened(each.part), 0, each.share) for each in figures], GRID)
        return Panel(Column([short, Flow(_verbs(view), GRID, 1.0)], GRID / 2), GRID, "line", hue(view, view.seat or ""))
    row = Row([*figures, Cell(Middle(Flow(_verbs(view), GRID, 1.0), 460), 460)], 2 * GRID)
    return Panel(row, 1.5 * GRID, "line", hue(view, view.seat or ""))


def _said(eyebrow: str, figure: str, about: str, meaning: str) -> Widget:
    head = Words((Span(eyebrow, Style(NOTE, "semibold", "gold")),))
    main = Words((Span(figure, Style(LEAD, "semibold"), meaning),))
    return Column([head, main, Words((Span(about, Style(NOTE, "regular", "faded")),))], 0)


def _shortened(part: Widget) -> Widget:
    """The first two lines of an answer, the second no larger than the text."""
    assert isinstance(part, Column)
    head, main = part.rows[:2]
    assert isinstance(main, Words)
    spans = tuple(evolve(span, style=Style(BODY, "semibold")) for span in main.spans)
    return Column([head, Words(spans)], 0)


def _for_you(view: SeatView, draft: Package) -> Widget:
    assert view.brief is not None
    worth = value(view.brief, draft)
    theirs = view.text.offers.get(view.other)
    spare = worth - reservation_value(view.brief, view.status_quo, view.turns_left)
    about = f"{signed(spare)} against no treaty"
    if theirs is not None:
        about = f"{signed(worth - value(view.brief, theirs))} against their offer"
    return _said("FOR YOU", f"{worth:.0f} points", about, "explain why draft")


def _at_home(view: SeatView, draft: Package) -> Widget:
    assert view.home is not None
    stage, found = weakest(view.home, draft)
    about = "nobody is asked" if stage is None else f"{percent(found)} in the weakest vote"
    return _said("AT HOME", likelihood(chance_at_home(view.home, draft)), about, "leaf home")


def _to_them(view: SeatView, draft: Package) -> Widget:
    return _said("TO THEM, WE THINK", reading(view, draft), f"{confidence(view)} confidence", "leaf them")


def _verbs(view: SeatView) -> list[tuple[float, Widget]]:
    menu = view.menu
    assert menu is not None
    sign = "" if menu.offer is not None else "They have no offer on the table that waits for your answer."
    found = [
        Button("Lay it on the table", "propose", hue(view, view.seat or ""), "Your draft becomes your offer (p)"),
        Button("Sign theirs", "accept", note="Their offer as it stands; it then goes home (a)", why_not=sign),
        Button(
            "Wait",
            "hold",
            note="Let your turn to speak pass; time goes by (h)",
            why_not=menu.why_not(a.Hold(menu.seat)),
        ),
    ]
    widths = {"propose": 190.0, "accept": 130.0, "hold": 90.0}
    return [(widths[each.meaning], each) for each in found]

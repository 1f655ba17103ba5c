"""News as it comes to the desk: a telegram or a memorial, and a proclamation for what changes the whole game."""

from collections.abc import Iterable, Iterator, Sequence

from game.desktop.desk import Desk
from game.desktop.frame import hue, seal, side
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.parts.cited import cited_rows
from game.desktop.parts.gazette import Paper
from game.desktop.theme import GRID, HEAD, LEAD, NOTE, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Flow, Panel, Row
from game.desktop.widgets.pictures import Border, Dotted, Picture
from game.desktop.widgets.press import link
from game.desktop.widgets.words import FAINT, PLAIN, STRONG, Words, eyebrow, heading, note, words
from game.engine.card import Card, Choice
from game.engine.effect import Effect
from game.engine.events import Event
from game.engine.issue import SeatId
from game.engine.scenario import READINESS
from game.engine.view import News, SeatView
from game.prose.briefing import first_sentences
from game.prose.effects import effects_in_words
from game.prose.happenings import event_lines
from game.prose.prospects import offer_assessment
from game.prose.sources import folded
from game.prose.words import sentence, who

SHORT = 2
"""Sentences of a dispatch that are shown before it is read in full."""
READ_ON = "Read on: the whole text, what happened in fact, the sources"
TELEGRAPH = "1850"
"""The year from which news came by wire."""
PATTERNS = ("pattern-fret.png", "pattern-guilloche.png")
LABEL = Style(NOTE, "semibold", "gold")


def is_memorial(card: Card, seat: SeatId) -> bool:
    """Whether *card* is a paper of one's own court: *seat* alone hears of it, or decides it, and not on troops."""
    if card.seen_by == seat:
        return True
    marching = sum(_moves_troops(choice.effects) for choice in card.choices)
    military = _moves_troops(card.effects) or 2 * marching >= max(1, len(card.choices))
    return card.decides == seat and not military


def _moves_troops(effects: Iterable[Effect]) -> bool:
    return any(effect.path[-1] in (READINESS, "incident") for effect in effects)


def dispatch(
    desk: Desk, view: SeatView, paper: Paper, opened: bool, waits: bool = False, style: Style = PLAIN
) -> Widget:
    """*paper* as a sheet: the beginning of its text, or when it is *opened* or *waits* for an answer the whole."""
    assert paper.news is not None
    card = paper.news.card
    kind = kind_of(view, card, paper.turn)
    ornament = _pattern(side(view, view.seat or "")) if kind == "Memorial" else Dotted()
    rows: list[Widget] = [_head(view, card, paper.turn, kind), ornament]
    rows += _text(desk, view, paper.news, opened, waits, style)
    return Panel(Column(rows, GRID), 2 * GRID, "line", hue(view, card.decides) if card.decides else "")


def in_brief(desk: Desk, view: SeatView, paper: Paper, opened: bool) -> Widget:
    """*paper* without a sheet of its own, for a column of several: what it is about, and what was chosen."""
    assert paper.news is not None
    news, card = paper.news, paper.news.card
    name = icon(kind_of(view, card, paper.turn))
    title = link(card.title, f"read {card.id}", STRONG)
    rows: list[Widget] = [Row([Cell(Picture(name, (20, 20), tint="gold"), 20), Cell(title)], GRID)]
    if opened:
        rows += _text(desk, view, news, opened, waits=False)
    else:
        rows += [_beginning(card, 1), *_chosen(view, news)]
    return Column(rows, GRID / 2)


def kind_of(view: SeatView, card: Card, turn: int) -> str:
    """What a card is called by the way it came."""
    if is_memorial(card, view.seat or ""):
        return "Memorial"
    return "Telegram" if view.turns[turn - 1].id >= TELEGRAPH else "Letter"


def icon(kind: str) -> str:
    """The picture of a way by which news comes."""
    return "icon-telegram.png" if kind == "Telegram" else "icon-memorial.png"


def _head(view: SeatView, card: Card, turn: int, kind: str) -> Widget:
    date = eyebrow(f"{kind} · {view.turns[turn - 1].title}")
    label = Row([Cell(Picture(icon(kind), (22, 22), tint="gold"), 22), Cell(date)], GRID)
    cells = [Cell(Column([label, heading(card.title, HEAD)], GRID / 2))]
    if card.decides:
        cells.append(Cell(Picture(seal(view, card.decides), (56, 56)), 56))
    return Row(cells)


def _text(desk: Desk, view: SeatView, news: News, opened: bool, waits: bool, style: Style = PLAIN) -> Iterator[Widget]:
    card = news.card
    if opened or waits:
        yield linked(desk.game().match.state.scenario, card.text, card.cite, f"sources card {card.id}", style)
    else:
        yield _beginning(card, SHORT, style)
    if at_once := effects_in_words(view, card.effects, card.decides):
        yield Words((Span("At once  ", LABEL), Span(sentence(at_once), style)))
    if not waits:
        yield from _outcome(desk, view, news, opened, style)
    if opened:
        yield Column([eyebrow("Where this comes from"), *cited_rows(card.cite, view.sources, seen=False)], 4)
    if not waits or opened:
        yield link("Fold it up" if opened else READ_ON, f"read {card.id}", FAINT)


def _beginning(card: Card, sentences: int, style: Style = PLAIN) -> Widget:
    mark = Span(folded(card.cite), FAINT, f"sources card {card.id}")
    return Words((Span(f"{first_sentences(card.text, sentences)} ", style), mark))


def _outcome(desk: Desk, view: SeatView, news: News, opened: bool, style: Style) -> Iterator[Widget]:
    """What was chosen and what followed; then what was done in fact, which is told of one's own choice at once."""
    card = news.card
    yield from _chosen(view, news, style)
    choice = _choice(news)
    if choice is not None and choice.text:
        yield words(choice.text, style.but(face="italic"))
    if card.history and (opened or card.decides == view.seat):
        yield eyebrow("What happened in fact")
        yield linked(desk.game().match.state.scenario, card.history, card.cite, f"read {card.id}", style)


def _choice(news: News) -> Choice | None:
    return next((each for each in news.card.choices if each.id == news.choice), None)


def _chosen(view: SeatView, news: News, style: Style = PLAIN) -> Iterator[Widget]:
    if (choice := _choice(news)) is not None:
        chose = sentence(f"{who(view, news.card.decides)} chose: “{choice.title}”.")
        yield words(chose, style.but(face="semibold", colour=hue(view, news.card.decides)))


BOTH = ("signed", "clash", "war_by_accident", "armistice")
"""Proclamations that bear the seals of both sides."""


def proclamation(desk: Desk, view: SeatView, paper: Paper) -> Widget:
    """An event that changes the game, as it is posted on walls: its first sentence large, the rest below."""
    event = paper.event
    assert event is not None
    text = " ".join(event_lines(view, event, desk.game().match.state.scenario))
    first = first_sentences(text, 1)
    rows: list[Widget] = [
        _pattern(0),
        Flow([(96.0, Picture(seal(view, each), (96, 96))) for each in _sealed_by(view, event)], 3 * GRID, 0.5),
        eyebrow(view.turns[paper.turn - 1].title, at=0.5),
        heading(first, TITLE, at=0.5),
    ]
    if rest := text[len(first) :].strip():
        rows.append(words(rest, Style(LEAD), 0.5))
    if event.kind == "signed" and view.pending is not None:
        rows.append(note(offer_assessment(view, view.pending.package), 0.5))
    return Panel(Column([*rows, _pattern(1)], 1.5 * GRID), 2 * GRID, "gold")


def _pattern(place: int) -> Widget:
    return Border(PATTERNS[place], ("first", "second")[place], 12)


def _sealed_by(view: SeatView, event: Event) -> Sequence[SeatId]:
    seats = [each.id for each in view.seats]
    if event.kind in BOTH:
        return seats
    named = str(event.facts.get("seat") or event.facts.get("winner") or "")
    return [named] if named in seats else seats

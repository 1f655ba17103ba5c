"""What has happened, sorted for the page: turn by turn the lines of a gazette, and what is a paper of its own."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from game.desktop.course import UNTOLD, before_the_vote
from game.desktop.lettering import Style
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Row
from game.desktop.widgets.words import STRONG, Rule, words
from game.engine.actions import Stir
from game.engine.events import Event
from game.engine.view import News, SeatView
from game.prose.calendar import quiet_line
from game.prose.happenings import event_lines
from game.session.sitting import Entry, Sitting

PROCLAIMED = ("signed", "refused", "clash", "war_by_accident", "battle", "armistice", "walked_out")
"""Events that deserve a proclamation."""


@frozen
class Paper:
    """A piece of news, or an event that is proclaimed, with its turn."""

    turn: int
    news: News | None = None
    event: Event | None = None


Item = str | Paper
"""What stands in the gazette: a line, or a paper told in brief."""


@frozen
class Stretch:
    """A turn with what belongs under its heading; several turns without one when all were quiet."""

    heading: str
    items: tuple[Item, ...]


def chronicle(sitting: Sitting) -> list[Stretch]:
    """Everything that the dispatches tell, in order; the card that waits for an answer is last, told before or not."""
    view, found, quiet = sitting.view, list[Stretch](), list[int]()
    untold = [(entry, event) for entry, event in before_the_vote(sitting) if not entry.repeats(event, sitting.seat)]
    if _began_quietly(sitting, untold):
        quiet.append(1)
    for turn, event in _dated(untold):
        if event.kind == "quiet":
            quiet.append(turn)
        elif items := tuple(_items(sitting, view, found, turn, event)):
            _pass_quietly(view, found, quiet)
            _add(view, found, turn, items)
    _pass_quietly(view, found, quiet)
    waiting = view.menu.card if view.menu else ""
    if waiting and not _told(found, waiting):
        _add(view, found, view.turn, (Paper(view.turn, _news(view, waiting)),))
    return found


def papers(stretches: Sequence[Stretch]) -> list[Paper]:
    """The papers among what is told."""
    return [item for stretch in stretches for item in stretch.items if isinstance(item, Paper)]


def _began_quietly(sitting: Sitting, untold: Sequence[tuple[Entry, Event]]) -> bool:
    """Whether the first turn passed before anything could be announced, and this person has not heard it."""
    return bool(untold) and untold[0][0] is sitting.journal[0] and isinstance(untold[0][0].action, Stir)


def _dated(untold: Sequence[tuple[Entry, Event]]) -> Iterator[tuple[int, Event]]:
    """Each event with its turn: an entry may turn the page, and go on after it."""
    last: Entry | None = None
    turn = 0
    for entry, event in untold:
        turn = turn if entry is last else entry.turn
        last = entry
        if event.kind in ("turn", "quiet"):
            turn = int(event.facts["turn"])
        yield turn, event


def _items(sitting: Sitting, view: SeatView, found: list[Stretch], turn: int, event: Event) -> Iterator[Item]:
    """What *event* is to be told as. A card and the choice about it are one paper."""
    if event.kind in UNTOLD:
        return
    if event.kind in PROCLAIMED:
        yield Paper(turn, event=event)
    elif event.kind in ("card", "chosen"):
        card = str(event.facts["card"])
        news = _news(view, card)
        if news is not None and not _told(found, card):
            yield Paper(turn, news)
    else:
        yield from event_lines(view, event, sitting.match.state.scenario)


def _news(view: SeatView, card: str) -> News | None:
    return next((each for each in view.news if each.card.id == card), None)


def _told(found: Sequence[Stretch], card: str) -> bool:
    return any(paper.news is not None and paper.news.card.id == card for paper in papers(found))


def _pass_quietly(view: SeatView, found: list[Stretch], quiet: list[int]) -> None:
    """Tell the turns that passed quietly before something else is told."""
    if quiet:
        found.append(Stretch("", (quiet_line([view.turns[turn - 1] for turn in quiet]),)))
        quiet.clear()


def _add(view: SeatView, found: list[Stretch], turn: int, items: tuple[Item, ...]) -> None:
    heading = view.turns[turn - 1].title
    if found and found[-1].heading == heading:
        items = (*found.pop().items, *items)
    found.append(Stretch(heading, items))


def gazette(
    stretches: Sequence[Stretch], brief: Callable[[Paper], Widget], apart: Sequence[Paper], now: str = ""
) -> list[Widget]:
    """What is told, under the headings of the turns; papers in *brief*, but for those that stand *apart*.

    The turn called *now* needs no heading when it is alone: the masthead names it.
    """
    rows: list[Widget] = []
    alone = len(stretches) == 1
    for stretch in stretches:
        items = [item for item in stretch.items if not any(item is each for each in apart)]
        if items:
            rows += [Rule(space=2)] if rows else []
            rows += (
                [words(stretch.heading, STRONG)] if stretch.heading and not (alone and stretch.heading == now) else []
            )
            rows += [_line(item, bool(stretch.heading)) if isinstance(item, str) else brief(item) for item in items]
    return rows


def _line(text: str, marked: bool) -> Widget:
    if not marked:
        return words(text, Style(NOTE, "italic", "faded"))
    return Row([Cell(words("–", Style(NOTE, "semibold", "gold")), 12), Cell(words(text, Style(NOTE)))], GRID)

"""An entry of the codex as a page: what it is, how to say it, when, as what and where; its text and its sources."""

from collections.abc import Iterator, Sequence

from game.content.assets import assets_folder
from game.desktop.desk import Desk
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.parts.cited import cited_rows
from game.desktop.parts.placemap import place_map
from game.desktop.theme import BODY, GRID, LEAD, NOTE, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.index import Index, IndexRow
from game.desktop.widgets.layout import Cell, Column, Flow, Gap, Pad, Panel, Row
from game.desktop.widgets.pictures import Picture
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import FAINT, QUOTED, SMALL, STRONG, Rule, Words, eyebrow, heading, note, words
from game.engine.codex import CodexEntry, Office
from game.engine.scenario import Scenario
from game.prose.codex import dates_in_words, position_in_words, years_in_office
from game.prose.dates import date_in_words
from game.prose.index import EVENT, article_title, articles_of, named_in, searched, whole_of
from game.prose.words import sentence

MEASURE = 760.0
"""The width of a column of text in the letters of an entry: about 75 of them."""
ASIDE = 216.0
MEDALLION = 168.0
NEAR = 3
"""So many events before and after one are shown beside it."""
FACE, FRAME = 104.0, 144.0
"""A medallion in the gallery, and the frame around it."""
ROOM = 700.0
"""With less width than this, everything stands in one column."""


def entry_page(desk: Desk, scenario: Scenario, entry: CodexEntry, width: float) -> Widget:
    """*entry* for a page of *width*; an article is read within its treaty, and marked there."""
    whole = whole_of(scenario, entry) or entry
    main = [
        *_head(whole),
        *_text(scenario, whole),
        *_map(desk, scenario, whole),
        *_articles(scenario, whole, entry),
        *_neighbours(scenario, whole),
        *_foot(scenario, whole),
    ]
    aside = list(_aside(whole))
    if not aside:
        return Row([Cell(Column(main, 1.5 * GRID), min(width, MEASURE))])
    if width < ROOM:
        return Column([*main[:1], *aside, *main[1:]], 1.5 * GRID)
    wide = min(MEASURE, width - ASIDE - 4 * GRID)
    return Row([Cell(Column(main, 1.5 * GRID), wide), Cell(Column(aside, 1.5 * GRID), ASIDE)], 4 * GRID)


def _head(entry: CodexEntry) -> Iterator[Widget]:
    said = [words(f"Say: {entry.say}", QUOTED)] if entry.say else []
    told = [dates_in_words(entry).removesuffix("."), position_in_words(entry).removesuffix(".")]
    yield Column([eyebrow(entry.kind), heading(entry.title, TITLE), *said, *(note(each) for each in told if each)], 4)


def _text(scenario: Scenario, entry: CodexEntry) -> Iterator[Widget]:
    yield Rule("gold")
    yield linked(scenario, entry.text, entry.cite, f"sources codex {entry.id}", Style(LEAD), entry.id)


def _map(desk: Desk, scenario: Scenario, entry: CodexEntry) -> Iterator[Widget]:
    if (found := place_map(desk, scenario, entry)) is not None:
        yield found


def medallion(entry: CodexEntry) -> str:
    """The picture of a person's medallion; empty for whoever has none."""
    picture = f"people/{entry.id}.png"
    return picture if (assets_folder() / "art" / picture).is_file() else ""


def gallery(entries: Sequence[CodexEntry]) -> Widget:
    """The medallions of people, each to be opened."""
    return Flow([(FRAME, _framed(each)) for each in entries if medallion(each)], 1.5 * GRID, 0.5)


def _framed(entry: CodexEntry) -> Widget:
    face = Picture(medallion(entry), (FACE, FACE))
    name = words(entry.names[0] if entry.names else entry.title, Style(NOTE), 0.5)
    return Choice(Column([face, name], GRID / 2), f"codex {entry.id}", entry.title, pad=GRID, key=f"face {entry.id}")


def _aside(entry: CodexEntry) -> Iterator[Widget]:
    """What is seen at a glance rather than read: the medallion, the offices."""
    if picture := medallion(entry):
        yield Picture(picture, (MEDALLION, MEDALLION), f"Medallion of {entry.title}")
    if entry.office:
        yield Column([eyebrow("Offices"), *map(_office, entry.office)], GRID / 2)


def _office(office: Office) -> Widget:
    when = years_in_office(office)
    return Column([words(office.title, SMALL), *([note(sentence(when)[:-1])] if when else [])], 0)


def _articles(scenario: Scenario, treaty: CodexEntry, marked: CodexEntry) -> Iterator[Widget]:
    for article in articles_of(scenario, treaty):
        text = linked(scenario, article.text, article.cite, f"sources codex {article.id}", Style(LEAD))
        part = Column([words(article_title(article), STRONG), text], 0)
        yield Panel(part, GRID, "gold", "gold") if article == marked else Pad(part, GRID, 0)


def _neighbours(scenario: Scenario, entry: CodexEntry) -> Iterator[Widget]:
    """What happened just before and after an event."""
    if entry.kind != EVENT:
        return
    line = searched(scenario, kind=EVENT)
    place = line.index(entry)
    yield eyebrow("Before and after")
    yield Index(time_rows(line[max(0, place - NEAR) : place + NEAR + 1], "near"), f"near {entry.id}", True)


def time_rows(events: Sequence[CodexEntry], key: str) -> list[IndexRow]:
    """*events* as rows along a line of time, each remembered by *key* and its id."""
    rows, last = [], ""
    for each in events:
        year, day = each.date[:4], date_in_words(each.date)
        aside = day.removesuffix(year).strip()
        rows.append(
            IndexRow(f"codex {each.id}", each.title, aside, year if year != last else "", 0, f"{key} {each.id}")
        )
        last = year
    return rows


def _foot(scenario: Scenario, entry: CodexEntry) -> Iterator[Widget]:
    yield Gap(0)
    yield eyebrow("Where this comes from")
    yield from cited_rows(entry.cite, scenario.sources, seen=False)
    if naming := named_in(scenario, entry):
        yield Gap(0)
        yield eyebrow("Named in")
        yield beside([(each.title, f"codex {each.id}") for each in naming], NOTE)


def beside(links: Sequence[tuple[str, str]], size: int = BODY) -> Words:
    """Titles, each a link with its meaning, one after the other."""
    spans = [span for text, meaning in links for span in (Span(text, Style(size), meaning), Span(" · ", FAINT))]
    return Words(tuple(spans[:-1]))

"""The parts of a briefing: the moment, the instructions, what is at stake, and those who vote at home."""

from collections.abc import Sequence

from game.desktop.desk import Desk
from game.desktop.frame import hue
from game.desktop.lettering import Span, Style
from game.desktop.linked import linked
from game.desktop.parts.people import medallion, medallions
from game.desktop.theme import GRID, HEAD, LEAD, NOTE, TITLE
from game.desktop.widget import Widget
from game.desktop.widgets.figures import Gauge, Ledger, LedgerRow
from game.desktop.widgets.layout import Cell, Column, Panel, Row
from game.desktop.widgets.words import FAINT, PLAIN, STRONG, Rule, Table, Words, eyebrow, heading, note, words
from game.engine.brief import Brief, Faction
from game.engine.source import Citation
from game.engine.utility import utility
from game.engine.view import SeatView
from game.prose.briefing import BEYOND, FREE, OPENING_SENTENCES, first_sentences, limits, mood, own_cares, priorities
from game.prose.prospects import WAITING_TOTAL, waiting_entries, worth_of
from game.prose.sources import folded
from game.prose.words import in_text, sentence

FACE = 64.0
SMALL_FACE = 44.0


def moment(desk: Desk, view: SeatView, style: Style) -> Sequence[Widget]:
    """The crisis, the moment from which it is played, and whom one speaks for."""
    assert view.brief is not None
    scenario = desk.game().match.state.scenario
    start = next(each for each in scenario.starts if each.id == scenario.chapter)
    return [
        heading(scenario.title, TITLE),
        _passage(desk, scenario.text, scenario.cite, "scenario", style),
        Rule("gold", 0),
        heading(start.title, HEAD),
        _passage(desk, start.text, start.cite, f"start {start.id}", style),
        Rule("gold", 0),
        heading(view.brief.title, LEAD, hue(view, view.seat or "")),
        Words((
            Span(f"{first_sentences(view.brief.text, OPENING_SENTENCES)} ", style),
            Span(folded(view.brief.cite), FAINT, "sources brief"),
            Span(" ", style),
            Span("In full", style, "leaf instructions"),
        )),
    ]  # fmt: skip


def _passage(desk: Desk, text: str, cites: Sequence[Citation], about: str, style: Style = PLAIN) -> Words:
    """A text whose mark opens the sources of what is called *about*."""
    return linked(desk.game().match.state.scenario, text, cites, f"sources {about}", style)


def envoy(desk: Desk, view: SeatView, whole: bool) -> Sequence[Widget]:
    """Who speaks for this seat, and on how many clauses the instructions end somewhere; the *whole* text or its start.

    Of a text that has more to say, a link leads to the rest.
    """
    brief = view.brief
    assert brief is not None
    scenario, found, bound = desk.game().match.state.scenario, brief.envoy(view.envoy), len(limits(view, brief))
    face = medallion(view, scenario, view.seat or "", found.name, FACE)
    limit = f"Instructions on {bound} clause{'' if bound == 1 else 's'}: {BEYOND}." if bound else FREE
    head = Column([eyebrow("Your envoy"), heading(found.name, LEAD), note(limit)], 0)
    text = found.text if whole else first_sentences(found.text, 1)
    told = _passage(desk, text, found.cite, f"envoy {found.id}", Style(NOTE))
    if len(text.split()) < len(found.text.split()):
        told = Words((*told.spans, Span(" ", Style(NOTE)), Span("In full", Style(NOTE), "read envoy")))
    return [Row([Cell(face, FACE), Cell(head)]), told]


def mandate(view: SeatView, brief: Brief) -> Sequence[Widget]:
    """How far the instructions go, clause by clause."""
    found = limits(view, brief)
    if not found:
        return [words(FREE, STRONG)]
    rows = [
        (Words((Span(issue.title, Style(NOTE, "semibold"), f"explain {issue.id}"),)), words(option.title, Style(NOTE)))
        for issue, option in found
    ]
    return [eyebrow("No further than"), note(sentence(BEYOND)), Table(rows, (0, 0), 6, True)]


def instructions(desk: Desk, view: SeatView, style: Style) -> Sequence[Widget]:
    """The instructions in full."""
    brief = view.brief
    assert brief is not None
    return [heading(brief.title, HEAD), _passage(desk, brief.text, brief.cite, "brief", style)]


def weightiest(view: SeatView, brief: Brief, most: int) -> Sequence[Widget]:
    """What weighs most, as bars."""
    return [eyebrow("What weighs most, of 100 points"), *_bars(view, brief)[:most]]


def weights(view: SeatView, brief: Brief) -> Sequence[Widget]:
    """What every clause can bring, in two columns of bars."""
    bars = _bars(view, brief)
    half = (len(bars) + 1) // 2
    columns = Row([Cell(Column(bars[:half])), Cell(Column(bars[half:]))], 3 * GRID)
    return [eyebrow("What each clause can bring, of 100 points"), columns]


def _bars(view: SeatView, brief: Brief) -> list[Widget]:
    found = priorities(view, brief)
    heaviest = round(max((weight for _, weight in found), default=1))
    return [Gauge(issue.title, round(weight), 0, heaviest, meaning=f"explain {issue.id}") for issue, weight in found]


def alone(view: SeatView, brief: Brief, style: Style) -> Sequence[Widget]:
    """What is left without a treaty, as a ledger."""
    rows = [LedgerRow(f"{text[0].upper()}{text[1:]}", points) for text, points in waiting_entries(view)]
    now = sorted(utility(brief, view.status_quo), key=lambda entry: -entry.points)
    held = [LedgerRow(worth_of(view, entry), entry.points) for entry in now]
    return [
        heading("Without a treaty", HEAD),
        words(brief.batna, style),
        Ledger(rows, f"{WAITING_TOTAL[0].upper()}{WAITING_TOTAL[1:]}"),
        Rule("gold", 0),
        eyebrow("What holds now"),
        Ledger(held, "In all"),
    ]


def consent(view: SeatView) -> Widget:
    """Which votes at home a signed text must pass, and when."""
    own = [stage for stage in view.stages if stage.seat == view.seat]
    told = "; ".join(f"{in_text(stage.title)} takes {stage.threshold} %, {_when(stage.after)}" for stage in own)
    head = Span("A signed text goes home: ", STRONG)
    return Words((head, Span(f"{told}. "), Span("What that means", PLAIN, "explain consent")))


def _when(turns: int) -> str:
    return f"{turns} turn{'' if turns == 1 else 's'} after the signature"


def voter(desk: Desk, view: SeatView, faction: Faction, style: Style) -> Widget:
    """A faction as people: their medallions, its share of the votes, its mood, what it wants."""
    scenario = desk.game().match.state.scenario
    faces = medallions(view, scenario, view.seat or "", faction.people, SMALL_FACE)
    share = f"{faction.influence} % of the votes; {mood(view, faction.id)}"
    head = Column([heading(faction.title, LEAD), words(share, Style(NOTE, "semibold", "faded"))], 0)
    rows: list[Widget] = [Row([Cell(head, 0, 1.2), Cell(faces)], GRID)]
    rows.append(_passage(desk, faction.text, faction.cite, f"faction {faction.id}", style))
    if cares := own_cares(view, faction):
        rows.append(words(cares, Style(NOTE, "italic")))
    return Panel(Column(rows, GRID / 2), 1.5 * GRID)

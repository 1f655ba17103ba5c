"""How a text would fare at home: each vote as a band, each faction with its ledger."""

from collections.abc import Iterator, Sequence

from game.desktop.lettering import Style
from game.desktop.theme import LEAD
from game.desktop.widget import Widget
from game.desktop.widgets.figures import Chance, Ledger, LedgerRow
from game.desktop.widgets.layout import Column, Gap
from game.desktop.widgets.press import Choice
from game.desktop.widgets.words import STRONG, note, words
from game.engine.home import chance_at_home, faction_ledger, inclination, margin, support
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.briefing import mood
from game.prose.prospects import reason_of
from game.prose.words import likelihood, percent

CHANCE = 5.0
"""Per cent of support that chance may still move on the day (`engine/home.py`)."""


def home_leaf(view: SeatView, draft: Package, opened: str = "") -> Sequence[Widget]:
    """The votes on *draft*, and for each faction what it holds for and against it; *opened* is read in full."""
    home = view.home
    assert home is not None
    if not home.stages:
        return [note("Nobody at home is asked.")]
    found: list[Widget] = [
        words(f"At home this draft is {likelihood(chance_at_home(home, draft))}", Style(LEAD, "semibold"))
    ]
    for stage in home.stages:
        at = support(home, stage, draft) / 100
        found.append(Chance(stage.title, at - CHANCE, at, at + CHANCE, stage.threshold, percent(round(at * 100))))
    return [*found, Gap(4), *_factions(view, draft, opened)]


def _factions(view: SeatView, draft: Package, opened: str) -> Iterator[Widget]:
    home = view.home
    assert home is not None
    for faction in home.brief.factions:
        ayes = 100 * inclination(margin(home, faction.id, draft))
        share = Chance(
            f"{faction.title}, {faction.influence} %", ayes, ayes, ayes, 50, f"{ayes:.0f} in a hundred for it"
        )
        rows: list[Widget] = [share]
        if faction.id == opened:
            rows += [note(f"It is {mood(view, faction.id)}."), faction_points(view, faction.id, draft)]
        yield Choice(
            Column(rows, 6), f"faction {faction.id}", faction.title, chosen=faction.id == opened, pad=8,
            note="Opens its ledger: every clause with the points it brings or takes", value=f"{ayes:.0f} in a hundred",
        )  # fmt: skip


def faction_points(view: SeatView, faction: str, draft: Package) -> Widget:
    """A faction's ledger: dearest gain first, dearest loss last."""
    assert view.home is not None
    entries = sorted(faction_ledger(view.home, faction, draft), key=lambda entry: -entry.points)
    rows = [LedgerRow(reason_of(view, entry), entry.points) for entry in entries]
    return Ledger(rows, "in all; at 0 half of it is for the text") if rows else words("It does not care.", STRONG)

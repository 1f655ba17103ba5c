"""What a map shows, in words: for its captions, and for those who hear it."""

from collections.abc import Iterable, Mapping

from game.engine.issue import Issue, OptionId
from game.engine.view import SeatView
from game.prose.words import in_text, sentence

NOW, DRAFT, OFFER = "as it is now", "your draft", "their offer"
SIGNED, TREATY = "the signed text", "the treaty"
HATCHES = ("slanting lines", "level lines")
"""The hatchings of the first and of the second seat's land."""


def holder_words(view: SeatView, holder: str) -> str:
    """Who has a piece of land: `the Qing Empire's`, or `divided`."""
    titles = {each.id: each.title for each in view.seats}
    return f"{in_text(titles[holder])}'s" if holder in titles else "divided"


def hatch_words(view: SeatView, holder: str) -> str:
    """The hatching of a holder's land."""
    seats = [each.id for each in view.seats]
    return HATCHES[seats.index(holder)] if holder in seats else "dots"


def text_name(view: SeatView) -> str:
    """What the text is called that counts now: a draft while there is a table, later what came of it."""
    if view.outcome is not None:
        return TREATY if view.outcome.treaty is not None else NOW
    if view.pending is not None:
        return SIGNED
    return DRAFT if view.turns[view.turn - 1].table else NOW


def positions(view: SeatView, issue: Issue, option: OptionId) -> Mapping[str, OptionId]:
    """The options of *issue* that matter now, by what each is called: that of the text, their offer, what holds."""
    name = text_name(view)
    found = {name: option}
    if name == DRAFT and view.other in view.text.offers:
        found[OFFER] = view.text.offers[view.other][issue.id]
    return {NOW: view.status_quo[issue.id]} | found if name == NOW else {**found, NOW: view.status_quo[issue.id]}


def grouped(found: Mapping[str, OptionId]) -> Mapping[OptionId, list[str]]:
    """For each option what it is now: `your draft` and `as it is now` may be the same."""
    options: dict[OptionId, list[str]] = {}
    for said, option in found.items():
        options.setdefault(option, []).append(said)
    return options


def position_line(view: SeatView, issue: Issue, said: str, option: OptionId, holder: str, shows: str) -> str:
    """`Your draft: All to China; the Qing Empire's, in slanting lines. The basin of …`."""
    land = f"; {holder_words(view, holder)}, in {hatch_words(view, holder)}" if holder else ""
    return " ".join(part for part in (f"{sentence(said)[:-1]}: {issue.option(option).title}{land}.", shows) if part)


def map_words(title: str, lines: Iterable[str]) -> str:
    """All that a map shows, in one paragraph."""
    return " ".join((f"Map: {title}.", *lines))


def package_line(view: SeatView, issue: Issue, option: OptionId, holder: str) -> str:
    """One clause on the map of a whole text."""
    land = f", {holder_words(view, holder)}" if holder else ""
    return f"{issue.title}: {issue.option(option).title}{land}."


def holder_titles(view: SeatView) -> Mapping[int, str]:
    """Whose land each hatching is: the first seat's, the second's, and -1 for divided land."""
    return {**{side: seat.title.removeprefix("The ") for side, seat in enumerate(view.seats)}, -1: "divided"}


def distance_words(units: float, unit: str) -> str:
    """`420 km`, to two figures."""
    if units < 1:
        return f"under 1 {unit}"
    step = 10 ** max(0, len(str(int(units))) - 2)
    return f"{round(units / step) * step:,} {unit}"


def also_words(names: Mapping[str, str], also: str, modern: str) -> str:
    """A place's names: `Kulja, 寧遠, Кульджа; also Ningyuan; now Yining`."""
    parts = [", ".join(dict.fromkeys(names.values()))]
    parts += [f"also {also}"] if also else []
    parts += [f"now {modern}"] if modern else []
    return "; ".join(parts)


def column_words(names: Mapping[str, str], note: str) -> str:
    return f"{names['en']}: {note}"

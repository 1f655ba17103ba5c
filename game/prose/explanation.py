"""`? TERM`: what anything on the screen means."""

import re
from collections.abc import Iterable, Iterator

from game.engine.errors import nearest_word
from game.engine.issue import Issue
from game.engine.phase import Phase
from game.engine.scenario import Meter, OrderKind, Scenario
from game.engine.view import SeatView
from game.prose.briefing import faction_in_words
from game.prose.codex import entry_passages, entry_words, plain
from game.prose.glossary import ALIASES, GLOSSARY
from game.prose.meters import gauge, rules_of
from game.prose.naming import ARTICLES, unique_words
from game.prose.orderbook import order_in_words, time_in_words
from game.prose.sources import Passage, passage_lines_of
from game.prose.warfare import war_topics
from game.prose.words import counted, in_text

Meaning = tuple[Passage, ...]
"""One thing, in as many passages as it takes; the title stands in the first."""
Topics = dict[str, list[Meaning]]
Named = tuple[tuple[str, ...], Meaning]
"""The words that lead to a meaning, and the meaning."""


def explain(view: SeatView, scenario: Scenario, term: str) -> Iterator[str]:
    """Everything *term* can mean here; one sentence with the nearest word when it means nothing.

    Of *scenario* only what is public is read.
    """
    known = topics(view, scenario)
    found = _found(known, term)
    if found:
        for meaning in found:
            yield from passage_lines_of(meaning)
        return
    if _NUMBER.fullmatch(term.strip()):
        yield from _number(view, term)
        return
    yield f"'{term}' is nothing I can explain{nearest_word(plain(term), known)}; `?` alone lists what can be said."


def meanings(view: SeatView | None, scenario: Scenario, term: str) -> list[Meaning]:
    """Each thing that *term* means here; nothing when it means nothing.

    Without a *view*, when no game is played, only the codex and the game's own words are known.
    """
    return _found(topics(view, scenario), term)


def terms(view: SeatView | None, scenario: Scenario) -> list[str]:
    """Every word that `?` answers."""
    return sorted(topics(view, scenario))


def _found(known: Topics, term: str) -> list[Meaning]:
    """What *term* means, whole; else bare of brackets and quotation marks; else each letter of a ladder's mark."""
    bare = plain(term.strip().strip("[]()“”\"'.,:;"))
    if found := known.get(plain(term)) or known.get(bare):
        return found
    if _MARKS.fullmatch(term.strip()):
        return [meaning for letter in term.strip() for meaning in known[letter.lower()]]
    return _begun(known, bare)


_NUMBER = re.compile(r"[+±-]? ?\d+(?:\.\d+)? ?%?")
_MARKS = re.compile(r"[SYTD]{2,4}")


def _number(view: SeatView, term: str) -> Iterator[str]:
    """What the number counts in the list at hand, and the meters that stand at it; else where its meaning is found."""
    digits = term.strip(" +±%")
    yield from passage_lines_of(_numbered(view, term.strip()))
    for meter in view.gauges:
        for name in (meter.id, f"{view.seat}.{meter.id}"):
            if str(view.meters.get(name)) == digits:
                yield from passage_lines_of(_meter(view, meter))
    yield (
        "A number is explained with its word: `? tension` or `? points`. `why` adds up the points of your draft, "
        "`why home` the votes, `? %` the per cents."
    )


def _numbered(view: SeatView, digits: str) -> Meaning:
    """The order, or at the table the clause, that a bare number stands for; nothing when it stands for none."""
    if view.menu is None or not digits.isdigit():
        return ()
    place = int(digits) - 1
    if 0 <= place < len(view.menu.orders):
        return (_order(view, view.menu.orders[place].kind),)
    if view.phase is Phase.TABLE and 0 <= place < len(view.issues):
        return tuple(_issue(view, view.issues[place]))
    return ()


def _begun(known: Topics, start: str) -> list[Meaning]:
    names = [name for name in known if len(start) > 2 and name.startswith(start)]
    return known[names[0]] if names else []


def topics(view: SeatView | None, scenario: Scenario) -> Topics:
    """Everything that can be explained, by every word that leads to it."""
    found: Topics = {}
    for names, meaning in _all(view, scenario):
        for name in dict.fromkeys(word for each in names if each for word in _asked(plain(each))):
            if meaning not in found.setdefault(name, []):
                found[name].append(meaning)
    issues = {each.id: each.title for each in view.issues} if view else {}
    for word, issue in unique_words(issues).items():
        found.setdefault(word, found[plain(issue)])
    return found


def _asked(name: str) -> Iterator[str]:
    """A name as it is asked for: whole, and without its article."""
    yield name
    first, _, rest = name.partition(" ")
    if rest and first in ARTICLES:
        yield rest


def _all(view: SeatView | None, scenario: Scenario) -> Iterator[Named]:
    if view is not None:
        yield from _of_the_table(view, scenario)
    for entry in scenario.codex:
        yield entry_words(entry), tuple(entry_passages(entry))
    if view is not None:
        yield from _people_and_papers(view)
        yield from ((names, _told(lines)) for names, lines in war_topics(view).items())
        yield ("exchange", "exchanges"), _exchange(view)
        yield ("envoy", "envoys"), tuple(_envoys(view))
    for name, text in GLOSSARY.items():
        yield (name, *(alias for alias, whole in ALIASES.items() if whole == name)), (Passage(name, text),)


def _of_the_table(view: SeatView, scenario: Scenario) -> Iterator[Named]:
    for issue in view.issues:
        yield (issue.id, issue.title), tuple(_issue(view, issue))
        for option in issue.options:
            text, about = f"{option.text} {option.claim_only}", f"option {issue.id} {option.id}"
            names = (option.id, option.title, f"{issue.id}={option.id}")
            yield names, (Passage(f"{issue.title}: {option.title}", text, option.cite, about),)
    for meter in view.gauges:
        yield (meter.id, meter.title), _meter(view, meter)
        for band in meter.bands:
            yield (band.title,), (Passage("", _bands(meter)),)
    if view.brief is not None:
        for faction in view.brief.factions:
            text, about = faction_in_words(view, faction, lambda text, cites: text), f"faction {faction.id}"
            yield (faction.id, faction.title, *faction.people), (Passage("", text, faction.cite, about),)
    for order in scenario.orders:
        yield (order.id, order.title), (_order(view, order),)


def _people_and_papers(view: SeatView) -> Iterator[Named]:
    for seat in view.seats:
        title = f"{seat.title}, whose capital is {seat.capital}"
        yield (seat.id, seat.title, seat.capital), (Passage(title, seat.text, seat.cite, f"seat {seat.id}"),)
        speaker = view.speakers[seat.id]
        yield (speaker,), (Passage("", f"{speaker} is the envoy of {seat.title}."),)
    for stage in view.stages:
        text = f"{stage.text} It takes {stage.threshold} %."
        yield (stage.id, stage.title), (Passage(stage.title, text, stage.cite, f"stage {stage.id}"),)
    for news in view.news:
        card = news.card
        yield (card.id, card.title), (Passage(card.title, card.text, card.cite, f"card {card.id}"),)
    for source in view.sources.values():
        yield (source.id,), (Passage(f"{source.id}:", f"{' '.join(source.title.split())}. {source.note}"),)


def _order(view: SeatView, kind: OrderKind) -> Passage:
    told = order_in_words(view, kind).removeprefix(f"{kind.title}: ")
    text = " ".join(part for part in (told, time_in_words(view, kind), kind.text) if part)
    return Passage(f"{kind.title}:", text, kind.cite, f"order {kind.id}")


def _told(lines: Iterable[str]) -> Meaning:
    """Lines of which the first begins with its title: `Clash. Above a tension of 60…`."""
    first, *rest = lines
    title, _, text = first.partition(". ")
    return Passage(title, text), *(Passage("", line.strip()) for line in rest)


def _exchange(view: SeatView) -> Meaning:
    text = (
        f"In each turn in which envoys meet there {'is' if view.sittings == 1 else 'are'} "
        f"{counted(view.sittings, 'exchange')}, and each side speaks once in it: it proposes, holds or signs."
    )
    return (Passage("exchange", text),)


def _envoys(view: SeatView) -> Iterator[Passage]:
    text = (
        "Who speaks for a side at the table, as far as the instructions go. When a government disavows its envoy, or "
        "its capital refuses the text, the next one takes over, if there is another."
    )
    yield Passage("envoy", text)
    for seat in view.seats:
        yield Passage("", f"{view.speakers[seat.id]} speaks for {in_text(seat.title)}.")


def _issue(view: SeatView, issue: Issue) -> Iterator[Passage]:
    yield Passage(issue.title, issue.text, issue.cite, f"issue {issue.id}")
    if issue.map_note:
        yield Passage("", f"On the map: {issue.map_note}")
    for number, option in enumerate(issue.options, 1):
        now = ", as it is now" if view.status_quo[issue.id] == option.id else ""
        title = f"{number}. {option.title}{now} (`{issue.id}={option.id}`)"
        yield Passage(title, option.text, option.cite, f"option {issue.id} {option.id}")


def _meter(view: SeatView, meter: Meter) -> Meaning:
    own = f"{view.seat}.{meter.id}"
    level = view.meters.get(meter.id if meter.scope == "shared" else own)
    told = [Passage(meter.title, meter.text)]
    if level is not None:
        told.append(Passage("", f"It stands at {gauge(meter, level)}; it can be {meter.low} to {meter.high}."))
    told += [Passage("", rule) for rule in rules_of(view, meter)]
    if meter.bands:
        told.append(Passage("", _bands(meter)))
    return tuple(told)


def _bands(meter: Meter) -> str:
    parts, low = [], meter.low
    for band in meter.bands:
        parts.append(f"{band.title} from {low} to {min(meter.high, band.below - 1)}")
        low = band.below
    return f"{meter.title}: {', '.join(parts)}."

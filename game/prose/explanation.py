"""`? TERM`: what anything on the screen means."""

import re
from collections.abc import Iterator

from game.engine.errors import nearest_word
from game.engine.issue import Issue
from game.engine.phase import Phase
from game.engine.scenario import Meter, OrderKind, Scenario
from game.engine.view import SeatView
from game.prose.briefing import faction_in_words
from game.prose.codex import entry_lines, entry_words, plain
from game.prose.glossary import ALIASES, GLOSSARY
from game.prose.meters import gauge, rules_of
from game.prose.naming import ARTICLES, unique_words
from game.prose.orderbook import order_in_words, time_in_words
from game.prose.sources import with_sources
from game.prose.warfare import war_topics
from game.prose.words import counted, in_text, sentence


def explain(view: SeatView, scenario: Scenario, term: str) -> Iterator[str]:
    """Everything *term* can mean here; one sentence with the nearest word when it means nothing.

    Of *scenario* only what is public is read.
    """
    topics = _topics(view, scenario)
    found = _found(topics, term)
    if found:
        for lines in found:
            yield from lines
        return
    if _NUMBER.fullmatch(term.strip()):
        yield from _number(view, term)
        return
    yield f"'{term}' is nothing I can explain{nearest_word(plain(term), topics)}; `?` alone lists what can be said."


def terms(view: SeatView, scenario: Scenario) -> list[str]:
    """Every word that `?` answers."""
    return sorted(_topics(view, scenario))


Topics = dict[str, list[list[str]]]


def _found(topics: Topics, term: str) -> list[list[str]]:
    """What *term* means, whole; else bare of brackets and quotation marks; else each letter of a ladder's mark."""
    bare = plain(term.strip().strip("[]()“”\"'.,:;"))
    if found := topics.get(plain(term)) or topics.get(bare):
        return found
    if _MARKS.fullmatch(term.strip()):
        return [lines for letter in term.strip() for lines in topics[letter.lower()]]
    return _begun(topics, bare)


_NUMBER = re.compile(r"[+±-]? ?\d+(?:\.\d+)? ?%?")
_MARKS = re.compile(r"[SYTD]{2,4}")


def _number(view: SeatView, term: str) -> Iterator[str]:
    """What the number counts in the list at hand, and the meters that stand at it; else where its meaning is found."""
    digits = term.strip(" +±%")
    yield from _numbered(view, term.strip())
    for meter in view.gauges:
        for name in (meter.id, f"{view.seat}.{meter.id}"):
            if str(view.meters.get(name)) == digits:
                yield from _meter(view, meter)
    yield (
        "A number is explained with its word: `? tension` or `? points`. `why` adds up the points of your draft, "
        "`why home` the votes, `? %` the per cents."
    )


def _numbered(view: SeatView, digits: str) -> Iterator[str]:
    """The order, or at the table the clause, that a bare number stands for."""
    if view.menu is None or not digits.isdigit():
        return
    place = int(digits) - 1
    if 0 <= place < len(view.menu.orders):
        yield _order(view, view.menu.orders[place].kind)
    elif view.phase is Phase.TABLE and 0 <= place < len(view.issues):
        yield from _issue(view, view.issues[place])


def _begun(topics: Topics, start: str) -> list[list[str]]:
    names = [name for name in topics if len(start) > 2 and name.startswith(start)]
    return [lines for name in names[:1] for lines in topics[name]]


def _topics(view: SeatView, scenario: Scenario) -> Topics:
    topics: Topics = {}
    for names, lines in _all(view, scenario):
        for name in dict.fromkeys(word for each in names if each for word in _asked(plain(each))):
            if lines not in topics.setdefault(name, []):
                topics[name].append(lines)
    for word, issue in unique_words({each.id: each.title for each in view.issues}).items():
        topics.setdefault(word, topics[plain(issue)])
    return topics


def _asked(name: str) -> Iterator[str]:
    """A name as it is asked for: whole, and without its article."""
    yield name
    first, _, rest = name.partition(" ")
    if rest and first in ARTICLES:
        yield rest


def _all(view: SeatView, scenario: Scenario) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for issue in view.issues:
        yield (issue.id, issue.title), list(_issue(view, issue))
        for option in issue.options:
            text = with_sources(f"{issue.title}: {option.title}. {option.text} {option.claim_only}", option.cite)
            yield (option.id, option.title, f"{issue.id}={option.id}"), [text]
    for meter in view.gauges:
        yield (meter.id, meter.title), list(_meter(view, meter))
        for band in meter.bands:
            yield (band.title,), [_bands(meter)]
    if view.brief is not None:
        for faction in view.brief.factions:
            yield (faction.id, faction.title, *faction.people), [faction_in_words(view, faction, with_sources)]
    for order in scenario.orders:
        yield (order.id, order.title), [_order(view, order)]
    for entry in scenario.codex:
        yield entry_words(entry), list(entry_lines(entry))
    yield from _people_and_papers(view)
    yield from war_topics(view).items()
    yield ("exchange", "exchanges"), list(_exchange(view))
    yield ("envoy", "envoys"), list(_envoys(view))
    for name, text in GLOSSARY.items():
        yield (name, *(alias for alias, whole in ALIASES.items() if whole == name)), [f"{sentence(name)} {text}"]


def _people_and_papers(view: SeatView) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for seat in view.seats:
        text = with_sources(f"{seat.title}, whose capital is {seat.capital}. {seat.text}", seat.cite)
        yield (seat.id, seat.title, seat.capital), [text]
        yield (view.speakers[seat.id],), [f"{view.speakers[seat.id]} is the envoy of {seat.title}."]
    for stage in view.stages:
        text = with_sources(f"{stage.title}. {stage.text} It takes {stage.threshold} %.", stage.cite)
        yield (stage.id, stage.title), [text]
    for news in view.news:
        card = news.card
        yield (card.id, card.title), [f"{sentence(card.title)} {with_sources(card.text, card.cite)}"]
    for source in view.sources.values():
        yield (source.id,), [f"{source.id}: {' '.join(source.title.split())}. {' '.join(source.note.split())}"]


def _order(view: SeatView, kind: OrderKind) -> str:
    words = (order_in_words(view, kind), time_in_words(view, kind), kind.text)
    return with_sources(" ".join(part for part in words if part), kind.cite)


def _exchange(view: SeatView) -> Iterator[str]:
    yield (
        f"Exchange. In each turn in which envoys meet there {'is' if view.sittings == 1 else 'are'} "
        f"{counted(view.sittings, 'exchange')}, and each side speaks once in it: it proposes, holds or signs."
    )


def _envoys(view: SeatView) -> Iterator[str]:
    yield (
        "Envoy. Who speaks for a side at the table, as far as the instructions go. When a government disavows its "
        "envoy, or its capital refuses the text, the next one takes over, if there is another."
    )
    for seat in view.seats:
        yield f"  {view.speakers[seat.id]} speaks for {in_text(seat.title)}."


def _issue(view: SeatView, issue: Issue) -> Iterator[str]:
    yield with_sources(f"{issue.title}. {issue.text}", issue.cite)
    if issue.map_note:
        yield f"  On the map: {' '.join(issue.map_note.split())}"
    for number, option in enumerate(issue.options, 1):
        now = " (as it is now)" if view.status_quo[issue.id] == option.id else ""
        name = f"{option.title}{now}, written {issue.id}={option.id}."
        yield f"  {number}. {name} {with_sources(option.text, option.cite)}"


def _meter(view: SeatView, meter: Meter) -> Iterator[str]:
    own = f"{view.seat}.{meter.id}"
    level = view.meters.get(meter.id if meter.scope == "shared" else own)
    yield f"{meter.title}. {' '.join(meter.text.split())}"
    if level is not None:
        yield f"  It stands at {gauge(meter, level)}; it can be {meter.low} to {meter.high}."
    yield from (f"  {rule}" for rule in rules_of(view, meter))
    if meter.bands:
        yield f"  {_bands(meter)}"


def _bands(meter: Meter) -> str:
    parts, low = [], meter.low
    for band in meter.bands:
        parts.append(f"{band.title} from {low} to {min(meter.high, band.below - 1)}")
        low = band.below
    return f"{meter.title}: {', '.join(parts)}."

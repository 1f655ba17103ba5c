"""Checks of what is named elsewhere: every id that is used is declared."""

from collections.abc import Iterable, Iterator, Mapping

from game.content.draft import Draft, Finding, Known, Trail, refer, walk
from game.content.problem import nearest
from game.engine.brief import Character
from game.engine.codex import KINDS
from game.engine.people import Consequence
from game.engine.phase import Ending
from game.engine.scenario import Length, OrderKind, Stage, Start
from game.engine.source import Citation


def seats(draft: Draft) -> Known:
    return draft.ids(draft.scenario.seats, "seats")


def issues(draft: Draft) -> Known:
    return draft.ids(draft.scenario.issues, "issues")


def options(draft: Draft, issue: str) -> Known:
    """The ladder of *issue*; None when there is no such issue, which is told elsewhere."""
    for place, each in enumerate(draft.scenario.issues):
        if each.id == issue:
            return draft.ids(each.options, "issues", place, "options")
    return None


def voters(draft: Draft, seat: str) -> Known:
    brief = draft.scenario.briefs.get(seat)
    return None if brief is None else draft.ids(brief.factions, "briefs", seat, "factions")


def envoys(draft: Draft, seat: str) -> Known:
    brief = draft.scenario.briefs.get(seat)
    return None if brief is None else draft.ids(brief.envoys, "briefs", seat, "envoys")


def clause(draft: Draft, trail: Trail, issue: str, option: str, on_option: Trail = ()) -> Iterator[Finding]:
    """Findings when *issue* or its *option* does not exist; *trail* leads to the key that names the issue."""
    yield from refer(trail, issue, issues(draft), "issue", on_key=True)
    yield from refer(on_option or trail, option, options(draft, issue), "option")


def table_references(draft: Draft) -> Iterator[Finding]:
    """Starts, lengths, orders and stages of consent name only what there is."""
    for trail, each in draft.everything:
        if isinstance(each, Start):
            yield from _start(draft, trail, each)
        elif isinstance(each, Length):
            for place, issue in enumerate(each.issues):
                yield from refer((*trail, "issues", place), issue, issues(draft), "issue")
        elif isinstance(each, OrderKind):
            yield from _order(draft, trail, each)
        elif isinstance(each, Stage):
            yield from refer((*trail, "seat"), each.seat, seats(draft), "seat")
            for place, faction in enumerate(each.factions):
                yield from refer((*trail, "factions", place), faction, voters(draft, each.seat), "faction")


def _start(draft: Draft, trail: Trail, start: Start) -> Iterator[Finding]:
    treaties = draft.ids(draft.scenario.history.treaties, "history", "treaties")
    yield from refer((*trail, "turn"), start.turn, draft.ids(draft.scenario.turns, "turns"), "turn")
    for seat, envoy in start.envoys.items():
        yield from refer((*trail, "envoys", seat), seat, seats(draft), "seat", on_key=True)
        yield from refer((*trail, "envoys", seat), envoy, envoys(draft, seat), "envoy")
    lengths = draft.ids(draft.scenario.lengths, "lengths")
    for place, length in enumerate(start.lengths):
        yield from refer((*trail, "lengths", place), length, lengths, "length")
    for seat, treaty in start.offers.items():
        yield from refer((*trail, "offers", seat), seat, seats(draft), "seat", on_key=True)
        yield from refer((*trail, "offers", seat), treaty, treaties, "treaty")


def _order(draft: Draft, trail: Trail, order: OrderKind) -> Iterator[Finding]:
    meters = draft.ids(draft.scenario.meters, "meters")
    own = None if meters is None else frozenset(each.id for each in draft.scenario.meters if each.scope == "seat")
    for meter in order.cost:
        yield from refer((*trail, "cost", meter), meter, own, "meter", on_key=True)
    for place, seat in enumerate(order.seats):
        yield from refer((*trail, "seats", place), seat, seats(draft), "seat")


def issue_references(draft: Draft) -> Iterator[Finding]:
    for place, issue in enumerate(draft.scenario.issues):
        for seat in issue.importance:
            yield from refer(("issues", place, "importance", seat), seat, seats(draft), "seat", on_key=True)
        known = options(draft, issue.id)
        if known is not None and issue.status_quo not in known:
            yield from _renamed(
                refer(("issues", place, "status_quo"), issue.status_quo, known, "option"), "status-quo-not-an-option"
            )


def _renamed(findings: Iterable[Finding], code: str) -> Iterator[Finding]:
    for each in findings:
        yield Finding(each.trail, code, each.message, each.suggestion)


def brief_references(draft: Draft) -> Iterator[Finding]:
    """A seat's file names only seats, issues and options that there are."""
    for seat, brief in draft.scenario.briefs.items():
        trail: Trail = ("briefs", seat)
        yield from refer((*trail, "seat"), brief.seat, seats(draft), "seat")
        yield from _times(draft, (*trail, "text_at"), brief.text_at)
        yield from _issue_keys(draft, (*trail, "weights"), brief.weights)
        yield from _worth(draft, (*trail, "worth"), brief.worth)
        for place, faction in enumerate(brief.factions):
            yield from _issue_keys(draft, (*trail, "factions", place, "weights"), faction.weights)
            yield from _worth(draft, (*trail, "factions", place, "worth"), faction.worth)
        for place, envoy in enumerate(brief.envoys):
            yield from _clauses(draft, (*trail, "envoys", place, "mandate"), envoy.mandate)
        for place, link in enumerate(brief.links):
            yield from _clauses(draft, (*trail, "links", place, "clauses"), link.clauses)
            if len(link.clauses) != 2:
                message = f"a link ties two clauses together, this one has {len(link.clauses)}"
                yield Finding((*trail, "links", place, "clauses"), "link-not-two", message)


def _times(draft: Draft, trail: Trail, texts: Iterable[str]) -> Iterator[Finding]:
    """Findings about keys that should read START or START LENGTH, the length being one that the start offers."""
    starts, known = (draft.ids(getattr(draft.scenario, name), name) for name in ("starts", "lengths"))
    lengths = {each.id: [length.id for length in draft.scenario.lengths_from(each)] for each in draft.scenario.starts}
    for key in texts:
        start, _, length = key.partition(" ")
        yield from refer((*trail, key), start, starts, "start", on_key=True)
        if length and known is not None and length not in lengths.get(start, (length,)):
            message = f"the start '{start}' has no length '{length}'"
            yield Finding((*trail, key), "unknown-length", message, nearest(length, lengths[start]), on_key=True)


def _issue_keys(draft: Draft, trail: Trail, weights: Mapping[str, float]) -> Iterator[Finding]:
    for issue in weights:
        yield from refer((*trail, issue), issue, issues(draft), "issue", on_key=True)


def _worth(draft: Draft, trail: Trail, worth: Mapping[str, Mapping[str, int]]) -> Iterator[Finding]:
    yield from _issue_keys(draft, trail, dict.fromkeys(worth, 0))
    for issue, values in worth.items():
        for option in values:
            yield from refer((*trail, issue, option), option, options(draft, issue), "option", on_key=True)


def _clauses(draft: Draft, trail: Trail, clauses: Mapping[str, str]) -> Iterator[Finding]:
    for issue, option in clauses.items():
        yield from clause(draft, (*trail, issue), issue, option)


def character_references(draft: Draft) -> Iterator[Finding]:
    """Tastes are for meters, or for incidents."""
    meters = draft.ids(draft.scenario.meters, "meters")
    for trail, each in draft.everything:
        if isinstance(each, Character) and meters is not None:
            for name in each.tastes:
                yield from refer((*trail, "tastes", name), name, meters | {"incident"}, "meter", on_key=True)


def codex_references(draft: Draft) -> Iterator[Finding]:
    """Every entry is of a kind; an article belongs to a treaty, which itself belongs to none."""
    entries = draft.scenario.codex
    treaties = draft.ids([each for each in entries if each.kind == "treaty" and not each.part_of], "codex")
    for place, entry in enumerate(entries):
        yield from refer(("codex", place, "kind"), entry.kind, frozenset(KINDS), "kind")
        if entry.part_of:
            yield from refer(("codex", place, "part_of"), entry.part_of, treaties, "treaty")


def promise_references(draft: Draft) -> Iterator[Finding]:
    """Promises are about games that can be played."""
    starts = draft.ids(draft.scenario.starts, "starts")
    lengths = draft.ids(draft.scenario.lengths, "lengths")
    for place, promise in enumerate(draft.scenario.promises):
        if promise.start:
            yield from refer(("promises", place, "start"), promise.start, starts, "start")
        if promise.length:
            yield from refer(("promises", place, "length"), promise.length, lengths, "length")


def card_references(draft: Draft) -> Iterator[Finding]:
    for place, card in enumerate(draft.scenario.cards):
        for name in ("decides", "seen_by"):
            if seat := getattr(card, name):
                yield from refer(("cards", place, name), seat, seats(draft), "seat")


def history_references(draft: Draft) -> Iterator[Finding]:
    """Articles name issues and options; a line of play names a record that is in the folder."""
    history = draft.scenario.history
    for place, treaty in enumerate(history.treaties):
        for issue, article in treaty.articles.items():
            trail: Trail = ("history", "treaties", place, "articles", issue)
            yield from clause(draft, trail, issue, article.option, (*trail, "option"))
    records = frozenset(name for name in draft.files if not name.endswith(".yaml"))
    endings = frozenset(each.value for each in Ending)
    for place, line in enumerate(history.lines):
        yield from refer(("history", "lines", place, "ending"), line.ending, endings, "ending")
        yield from refer(("history", "lines", place, "record"), line.record, records, "record")


def people_references(draft: Draft) -> Iterator[Finding]:
    people = draft.scenario.people
    groups = draft.ids(people.groups, "people", "groups")
    columns = None if draft.doubtful(("people", "columns")) else frozenset(people.columns)
    for trail, each in walk(people, ("people",)):
        if not isinstance(each, Consequence):
            continue
        yield from refer((*trail, "group"), each.group, groups, "group")
        yield from refer((*trail, "column"), each.column, columns, "column")
        for issue, chosen in each.clauses.items():
            yield from refer((*trail, "clauses", issue), issue, issues(draft), "issue", on_key=True)
            for place, option in enumerate(chosen):
                yield from refer((*trail, "clauses", issue, place), option, options(draft, issue), "option")


def war_references(draft: Draft) -> Iterator[Finding]:
    if draft.scenario.war is None:
        return
    for seat, spoils in draft.scenario.war.spoils.items():
        yield from refer(("war", "spoils", seat), seat, seats(draft), "seat", on_key=True)
        yield from _clauses(draft, ("war", "spoils", seat), spoils)


def cited_sources(draft: Draft) -> Iterator[Finding]:
    known = draft.ids(draft.sources, "sources")
    for trail, each in draft.everything:
        if isinstance(each, Citation):
            yield from refer(trail, each.source, known, "source")

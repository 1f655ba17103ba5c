"""What is said about a table, each sentence with the moment that proves it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.classroom.debrief.findings import Killing, killings
from game.classroom.debrief.tables import Table
from game.engine.ledger import Entry
from game.prose.comparison import durability_line, ending_line
from game.prose.offers import changes
from game.prose.plane import left_line, missed_line
from game.prose.words import exact, in_text, listed, spoken


@frozen
class Statement:
    """A sentence, and where it is proved."""

    text: str
    table: int = 0
    """Which table, from 1; 0 when no single moment proves it."""
    moment: int = -1
    turn: int = 0
    more: tuple[str, ...] = ()
    """What belongs to it, line by line."""


def ended(place: int, table: Table) -> Statement:
    """How a table ended, or where it stopped."""
    last = table.moments[-1]
    if table.state.outcome is None:
        when = table.scenario.turns[table.state.turn - 1].title
        return Statement(f"Not finished: it stops in {when}.", place, last.number, last.turn)
    return Statement(ending_line(table.state), place, last.number, last.turn)


def statements(place: int, table: Table) -> Iterator[Statement]:
    """What there is to say of a table beyond its end, in the order of play."""
    missed, seats = table.reckoning.missed, table.scenario.seats
    if missed is not None:
        text = missed_line(seats, missed.seat, missed.turn, missed.points, missed.cured)
        moved = changes(table.moments[-1].view(None), table.scenario.status_quo, missed.package)
        yield Statement(text, place, missed.moment, missed.turn, tuple(line.strip() for line in moved))
    else:
        yield Statement("No text that both could have signed, at home as well, was left unsigned.")
    for killing in killings(table):
        yield Statement(killing_line(table, killing), place, killing.moment, killing.turn, _why(table, killing))
    yield Statement(left_line(table.reckoning.left, table.treaty is not None), place, table.moments[-1].number)
    if table.treaty is not None:
        yield Statement(durability_line(table.state, table.treaty), place, table.moments[-1].number)


def killing_line(table: Table, killing: Killing) -> str:
    """Which vote a text lost, and by whom."""
    stage, seat = table.scenario.stage[killing.stage], table.scenario.seat[killing.seat]
    swing = f"chance moved it by {killing.swing:+d}" if killing.swing else "chance did not move it"
    luck = " Without that swing it would have passed." if killing.by_chance else ""
    return (
        f"{stage.title}, {seat.capital}: {killing.supported / 100:.0f} % in favour where it took "
        f"{stage.threshold} % ({swing}). {faction_title(table, killing)} weighed most against it: "
        f"{killing.against} of 100 votes.{luck}"
    )


def faction_title(table: Table, killing: Killing) -> str:
    """The faction that killed a text."""
    return table.scenario.briefs[killing.seat].faction(killing.faction).title


def _why(table: Table, killing: Killing) -> tuple[str, ...]:
    """The clauses or rules that counted most against the text with that faction."""
    return tuple(f"{entry_in_words(table, each)}: {exact(each.points)} points with it" for each in killing.dearest)


def entry_in_words(table: Table, entry: Entry) -> str:
    """What an entry of a faction's ledger is about."""
    rule, _, issue = entry.what.partition(" ")
    if entry.what in table.scenario.issue:
        found = table.scenario.issue[entry.what]
        return f"{found.title}, “{found.option(entry.option).title}”"
    if rule == "mandate" and issue in table.scenario.issue:
        return f"going beyond the instructions on {in_text(table.scenario.issue[issue].title)}"
    return {"favour": "its ill will towards any text"}.get(entry.what, spoken(entry.what))


def questions(tables: Sequence[Table]) -> Iterator[Statement]:
    """What to ask the class, each question made of what happened at its own tables."""
    yield from _parted(tables)
    for place, table in enumerate(tables, 1):
        yield from _of_refusal(place, table)
        yield from _of_missed(place, table)
        yield from _of_gain_left(place, table)
    yield from _of_all(tables)


def _parted(tables: Sequence[Table]) -> Iterator[Statement]:
    """On the clause on which the treaties of the tables lie furthest apart."""
    with_treaty = [(place, table, table.treaty) for place, table in enumerate(tables, 1) if table.treaty is not None]
    spread: list[tuple[float, str]] = []
    for issue in tables[0].scenario.issues:
        rungs = [issue.rung[text[issue.id]] for _, _, text in with_treaty if issue.id in text]
        if len(rungs) > 1 and max(rungs) > min(rungs):
            spread.append(((max(rungs) - min(rungs)) / (len(issue.options) - 1), issue.id))
    if not spread:
        return
    issue = tables[0].scenario.issue[max(spread)[1]]
    told = [f"“{issue.option(text[issue.id]).title}” at {table.title}" for _, table, text in with_treaty]
    yield Statement(
        f"{issue.title}: the treaties part most here ({listed(told)}). What had each side been told, offered or "
        "threatened with before it came to that, and which of it decided?"
    )


def _of_refusal(place: int, table: Table) -> Iterator[Statement]:
    for killing in killings(table):
        faction, worst = faction_title(table, killing), [entry_in_words(table, each) for each in killing.dearest]
        grounds = f" What it minded most: {listed(worst)}." if worst else ""
        yield Statement(
            f"{table.title}: {in_text(faction)} brought a signed text down.{grounds} Could the envoy have known, and "
            "what would have had to be bought or left out to win it over?",
            place,
            killing.moment,
            killing.turn,
        )


def _of_missed(place: int, table: Table) -> Iterator[Statement]:
    missed = table.reckoning.missed
    if missed is None or table.state.outcome is None:
        return
    later = "It was signed on other terms later" if table.treaty is not None else "Nothing was ratified in the end"
    yield Statement(
        f"{table.title}: a text that both could have signed was there in turn {missed.turn or 1}. {later}. What did "
        "each side believe about the other at that moment, and what would it have cost to find out?",
        place,
        missed.moment,
        missed.turn,
    )


def _of_gain_left(place: int, table: Table) -> Iterator[Statement]:
    if table.reckoning.left < 1 or table.state.outcome is None:
        return
    view = table.moments[-1].view(None)
    moved = [
        line.strip().rstrip(".") for line in changes(view, table.reckoning.end.package, table.reckoning.best.package)
    ]
    text = (
        f"{table.title}: {table.reckoning.left:.0f} points for each side were left on the table. The text with them "
        f"differs in {len(moved)} clauses. Who would have had to give first, and why did nobody?"
    )
    yield Statement(text, place, table.moments[-1].number, 0, tuple(moved[:6]))


def _of_all(tables: Sequence[Table]) -> Iterator[Statement]:
    ratified = sum(table.treaty is not None for table in tables)
    if 0 < ratified < len(tables):
        yield Statement(
            f"{ratified} of {len(tables)} tables have a treaty. Name the first moment at which a table with one and a "
            "table without one went different ways; was it a person, an instruction or chance?"
        )
    for place, table in enumerate(tables, 1):
        if table.state.incidents:
            moment = next(m for m in table.moments if m.state.incidents)
            text = f"{table.title}: shots were fired. Who wanted that, who gained by it, and who paid?"
            yield Statement(text, place, moment.number, moment.turn)
    if groups := tables[0].scenario.people.groups:
        yield Statement(
            f"Who at your table spoke for {listed(in_text(each.title) for each in groups)}? Which clause would they "
            "have wanted first, and which side could have afforded it?"
        )
    yield Statement("Which sentence on this page is unfair to your table, and which moment of the record shows it?")

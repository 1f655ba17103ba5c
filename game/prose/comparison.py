"""The end of a game: the text beside history clause by clause, the scores as ledgers, the people of the land."""

from collections.abc import Iterable, Iterator, Mapping

from game.engine.brief import Brief
from game.engine.epilogue import epilogue
from game.engine.inhabitants import Row, inhabitants_ledger
from game.engine.issue import Issue, Package
from game.engine.ledger import Entry, total
from game.engine.phase import Ending
from game.engine.scenario import Scenario
from game.engine.score import durability, final_value, score
from game.engine.source import Citation
from game.engine.state import State
from game.engine.verdict import ClauseCompared, Comparison, compare
from game.prose.dates import date_in_words
from game.prose.sources import bibliography, with_sources
from game.prose.words import exact, in_text, listed, sentence, spoken

_DURABILITY = {
    "firm": "firm: it would pass again at home if opinion soured by 6 points",
    "fragile": "fragile: it would pass again if opinion soured by 3 points, not by 6",
    "likely to be torn up": "likely to be torn up: if opinion soured by 3 points, a capital would refuse it",
}
_PARTS = {
    "interest": "interest, 50 at most: from mere waiting up to the best text the other side could bear",
    "home": "home, 20 at most: the support for it in your weakest vote",
    "no clash": "no clash, 8",
    "no war": "no war, 12",
    "craft": "craft, 10 at most: how little joint gain was left on the table",
}
NEWS_DID_IT = "Brought about by news of the game."


def ending_line(state: State) -> str:
    """How it ended, in a sentence that takes nobody's side."""
    assert state.outcome is not None
    outcome = state.outcome
    titles = {seat.id: in_text(seat.title) for seat in state.scenario.seats}
    date = state.scenario.turns[outcome.turn - 1].title
    if outcome.ending is Ending.RATIFIED:
        return f"The treaty is ratified by both capitals, {date}."
    if outcome.ending is Ending.WAR:
        return f"The game ends in war, {date}."
    if outcome.left_by:
        return f"The talks were broken off by {titles[outcome.left_by]}, {date}. There is no treaty."
    if outcome.ending is Ending.REFUSED_AT_HOME:
        capital = state.scenario.seat[outcome.refused_by].capital if outcome.refused_by else "a capital"
        return f"A text was signed and {capital} refused it; no other came after. There is no treaty."
    if outcome.ending is Ending.NO_TABLE:
        return f"There never was a table, and so there is no treaty, {date}."
    return f"No text was signed in time. There is no treaty, and what held goes on holding, {date}."


def durability_line(state: State, treaty: Package) -> str:
    """Whether *treaty* would last, and by what measure."""
    return f"How durable is it? {_DURABILITY[durability(state, treaty)].capitalize()}."


def ending_lines(state: State) -> Iterator[str]:
    """Everything that is told after the last action of a game, in one piece."""
    for number, part in enumerate(ending_parts(state)):
        if number:
            yield ""
        yield from part


def ending_parts(state: State) -> list[list[str]]:
    """The same part by part: the end and the scores in short, the epilogue, history, the people, the ledgers."""
    assert state.outcome is not None
    treaty = state.outcome.treaty
    package = treaty or state.status_quo
    name = "your treaty" if treaty else "what holds without a treaty"
    parts = [
        result_lines(state),
        epilogue_lines(state),
        comparison_lines(state.scenario, package, name, _epilogue_cites(state)),
        inhabitants_lines(state, package),
        _ledger_lines(state),
    ]
    return [lines for part in parts if (lines := list(part))]


def result_lines(state: State) -> Iterator[str]:
    """How it ended, how long a treaty would last, and each side's score in a line."""
    assert state.outcome is not None
    treaty = state.outcome.treaty
    yield ending_line(state)
    if treaty is not None:
        yield durability_line(state, treaty)
    for seat in state.scenario.seat_ids:
        yield _score_line(state, seat)
    yield "The scores compare each side with what its own position allowed. They are no contest between the two."


def _ledger_lines(state: State) -> Iterator[str]:
    for seat in state.scenario.seat_ids:
        yield from score_lines(state, seat)


def epilogue_lines(state: State) -> Iterator[str]:
    """What became of it, as the scenario tells this ending: the next years, and where the game left the record."""
    told = epilogue(state)
    if told is None:
        return
    yield sentence(told.fate.title)
    yield with_sources(told.fate.text, told.fate.cite)
    for each in told.years:
        yield f"  - {with_sources(each.text, each.cite)}"
    if told.fate.left_record:
        yield " ".join(told.fate.left_record.split())


def _epilogue_cites(state: State) -> tuple[Citation, ...]:
    told = epilogue(state)
    return sum((each.cite for each in told.years), told.fate.cite) if told else ()


def comparison_lines(scenario: Scenario, package: Package, name: str, also: tuple[Citation, ...] = ()) -> Iterator[str]:
    """*package* beside every treaty of history: clauses that differ in full, those alike in a line for each treaty.

    The sources are listed with those cited *also* before it.
    """
    compared = compare(scenario, package)
    if not compared:
        yield "History left no text to lay beside it."
        return
    yield f"Beside history ({name}):"
    for each in compared:
        yield from _treaty_lines(scenario, each)
    yield "  Distance 0 means every clause alike, 1 every clause at the far end."
    for issue in scenario.issues:
        yield from _issue_lines(issue, package, compared, name)
    yield ""
    yield "Sources:"
    yield from bibliography(scenario.sources, (*also, *_cites(compared)))


def _treaty_lines(scenario: Scenario, compared: Comparison) -> Iterator[str]:
    """A treaty, its fate, and the clauses in which it is alike."""
    treaty = compared.treaty
    yield (
        f"  {treaty.title}, signed {date_in_words(treaty.signed)}: distance {compared.distance:.2f}, {compared.label}."
    )
    yield f"    {with_sources(treaty.fate, treaty.cite)}"
    spoken_of = {clause.issue for clause in compared.clauses}
    alike = [scenario.issue[clause.issue] for clause in compared.clauses if not clause.rungs]
    silent = [issue for issue in scenario.issues if issue.id not in spoken_of]
    if alike and len(alike) == len(scenario.issues):
        yield "    Every clause is alike."
    elif alike:
        yield f"    Alike: {_titles(alike)}."
    if silent:
        yield f"    It says nothing on {_titles(silent)}."


def _titles(issues: Iterable[Issue]) -> str:
    return listed(in_text(issue.title) for issue in issues)


def _cites(compared: tuple[Comparison, ...]) -> Iterator[Citation]:
    """What the lines about *compared* cite: each treaty, and its articles that differ."""
    for each in compared:
        yield from each.treaty.cite
        for clause in each.clauses:
            yield from clause.sources if clause.rungs else ()


def _issue_lines(issue: Issue, package: Package, compared: tuple[Comparison, ...], name: str) -> Iterator[str]:
    """One issue beside the treaties that settle it otherwise; nothing when none does."""
    beside = [(each.treaty, clause) for each in compared for clause in each.clauses]
    differing = [(treaty, clause) for treaty, clause in beside if clause.issue == issue.id and clause.rungs]
    if not differing:
        return
    yield ""
    yield f"{issue.title}. In {name}: {issue.option(package[issue.id]).title}."
    for treaty, clause in differing:
        theirs = issue.option(clause.theirs).title
        yield f"  {treaty.title}: {theirs} ({difference_in_words(issue, clause)})."
        yield f"    {with_sources(clause.article.text, clause.article.cite)}"


def difference_in_words(issue: Issue, clause: ClauseCompared) -> str:
    """How a clause differs from history's, where history's own words stand beside it."""
    nearer = clause.difference.replace(f"than “{issue.option(clause.theirs).title}”", "than that")
    return f"here {nearer}" if clause.rungs else "the same"


def inhabitants_lines(state: State, package: Package) -> Iterator[str]:
    """What became of the people who live there: ranges with their sources, and never points."""
    people = state.scenario.people
    found = inhabitants_ledger(people, package, state.heads)
    if not people.groups:
        return
    yield "The people who live there (ranges, because the sources differ; no side gets points for them):"
    titles = {group.id: group.title for group in people.groups}
    for row in found:
        yield f"  - {_row(row, titles, people.columns)}"
    for group in people.groups:
        if all(row.group != group.id for row in found):
            yield f"  - {group.title}: nothing in this text touches them."


def _row(row: Row, titles: Mapping[str, str], columns: Mapping[str, str]) -> str:
    return f"{befallen_line(row, titles, columns)} {with_sources(why_in_words(row), row.cite)}"


def befallen_line(row: Row, titles: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """Whom it befalls, how many of them, and what."""
    heads = heads_in_words(row.low, row.high)
    return f"{titles.get(row.group, row.group)}: {heads} {befalls_in_words(row, columns)}."


def heads_in_words(low: int, high: int) -> str:
    """So many people, as a range where the sources differ."""
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def befalls_in_words(row: Row, columns: Mapping[str, str]) -> str:
    """What befalls the people of *row*."""
    return columns.get(row.column, spoken(row.column))


def why_in_words(row: Row) -> str:
    """Why it befalls them."""
    return NEWS_DID_IT if row.why == "news" else row.why


def score_lines(state: State, seat: str) -> Iterator[str]:
    """A seat's score as a ledger, with the points it ended with behind it."""
    yield _score_line(state, seat)
    for entry in score(state, seat):
        yield f"  {exact(entry.points):>7}  {part_in_words(entry.what)}"
    ended = final_value(state, seat)
    yield f"  What it ended with, {total(ended):.1f} points of its own, was made of:"
    for said, points in costs_in_words(state.scenario.briefs[seat], ended, state.scenario):
        yield f"    {exact(points):>7}  {said}"


def part_in_words(what: str) -> str:
    """One part of a score, and how much it can bring."""
    return _PARTS.get(what, what)


def _score_line(state: State, seat: str) -> str:
    points = total(score(state, seat))
    return f"{state.scenario.seat[seat].title}, measured by what its own position allowed: {points:.0f} of 100."


def costs_in_words(brief: Brief, ledger: Iterable[Entry], scenario: Scenario) -> Iterator[tuple[str, float]]:
    """The lines of a ledger of costs with their points; what came several times is one line that says how often."""
    points: dict[str, list[float]] = {}
    for entry in ledger:
        points.setdefault(entry.what, []).append(entry.points)
    for what, each in points.items():
        times = f" ({len(each)} times)" if len(each) > 1 else ""
        yield f"{cost_in_words(brief, what, scenario)}{times}", sum(each)


def cost_in_words(brief: Brief, what: str, scenario: Scenario) -> str:
    """A rule's name in a ledger as words."""
    rule, _, issue = what.partition(" ")
    if rule == "stand" and issue in scenario.issue:
        return f"a public vow broken on {scenario.issue[issue].title}"
    return {
        "time": f"time, {brief.waiting} a turn",
        "treaty": "the treaty, clause by clause",
        "no treaty": "what holds without a treaty",
        "bluff called": "an ultimatum that ran out",
        "clash": "a clash of patrols",
        "refused at home": "a signed text refused at home",
        "war": "a round of war",
        "war's end": _end_of_war(scenario),
    }.get(what, what)


def _end_of_war(scenario: Scenario) -> str:
    rules = scenario.war
    if rules is None:
        return "what the war left"
    return f"what the war left: {rules.win} for the side that won most rounds, {rules.lose} for the other"


def standing_text_lines(state: State) -> Iterator[str]:
    """The comparison of what lies on the table, for a game that stops before its end."""
    signed = state.signed.package if state.signed else None
    package = signed or (state.text.offers.get(state.text.answering) if state.text.answering else None)
    if package is None:
        yield "No text lies on the table, so there is nothing to lay beside history."
        return
    yield from comparison_lines(state.scenario, package, "the signed text" if signed else "the text on the table")

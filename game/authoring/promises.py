"""`plenipo check --tests`: prove what an author promises, by many seeded games, with intervals."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.authoring.shares import Share
from game.engine.errors import GameError, nearest_word
from game.engine.phase import Ending
from game.engine.promise import Promise
from game.engine.scenario import Scenario
from game.session.ratifying import Ballots, Hearing, hear
from game.session.selfplay import Plan, Result, opening, play
from game.session.terms import on_table, read_terms

MEASURES = {
    "ending": "ending NAME: games that end so",
    "fate": "fate NAME: games whose fate is told so",
    "clause": "clause ISSUE OPTION: ratified treaties with this clause",
    "card": "card NAME: games in which it came",
    "choice": "choice CARD CHOICE: games in which the card came and was answered so, of those in which it came",
    "passes": "passes SEAT TREATY: runs in which this text passes all votes of the seat",
}


@frozen
class Proof:
    """What the games said of one promise."""

    promise: Promise
    hits: int
    runs: int

    @property
    def share(self) -> float:
        """Per cent."""
        return Share(self.hits, self.runs).per_cent

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share in per cent."""
        return Share(self.hits, self.runs).interval

    @property
    def kept(self) -> bool:
        """Whether the games leave the promise possible: its bounds and the interval meet."""
        low, high = self.interval
        least, most = self.promise.at_least, self.promise.at_most
        return (least is None or high >= least) and (most is None or low <= most)

    def __str__(self) -> str:
        low, high = self.interval
        bounds = [f"at least {self.promise.at_least:g}"] if self.promise.at_least is not None else []
        bounds += [f"at most {self.promise.at_most:g}"] if self.promise.at_most is not None else []
        verdict = "kept" if self.kept else "BROKEN"
        figure = f"{self.share:.1f} % ({low:.1f}–{high:.1f}) of {self.runs}, {' and '.join(bounds)}"
        return f"{verdict}: {self.promise.id}: {figure}: {self.promise.text}"


def prove(scenario: Scenario, name: str, workers: int = 0) -> tuple[Proof, ...]:
    """Every promise of *scenario*, which is loaded from *name*, put to the test.

    Promises about the same games share them. Raises GameError for a measure that means nothing.
    """
    games: dict[tuple[str, str, str, int], Sequence[Result]] = {}
    proofs = []
    for promise in scenario.promises:
        kind, words = _measure(scenario, promise.measure)
        if kind == "passes":
            proofs.append(_passes(scenario, name, promise, words, workers))
            continue
        key = (promise.start, promise.length, promise.seed, promise.games)
        if key not in games:
            plan = Plan(name, promise.seed, promise.start, promise.length)
            games[key] = [result for batch in play(plan, promise.games, workers) for result in batch]
        proofs.append(_counted(promise, kind, words, games[key]))
    return tuple(proofs)


def _measure(scenario: Scenario, measure: str) -> tuple[str, Sequence[str]]:
    """The kind of *measure* and the names after it, which must be of this scenario: a misspelt one is never counted."""
    kind, *words = measure.split() or [""]
    if kind not in MEASURES or len(words) != MEASURES[kind].partition(":")[0].count(" "):
        known = "; ".join(MEASURES.values())
        near = "" if kind in MEASURES else nearest_word(kind, MEASURES)
        raise GameError(f"'{measure}' measures nothing{near}; there are: {known}")
    for what, word, known_words in _named(scenario, kind, words):
        if word not in known_words:
            near = nearest_word(word, known_words)
            raise GameError(f"'{measure}' measures nothing: no {what} is called '{word}'{near}")
    return kind, words


def _named(scenario: Scenario, kind: str, words: Sequence[str]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """What each name of a measure means, the name, and those there are; a treaty is looked up when it is heard."""
    match kind:
        case "ending":
            yield "ending", words[0], tuple(Ending)
        case "fate":
            yield "fate", words[0], [each.id for each in scenario.fates]
        case "clause":
            yield "issue", words[0], tuple(scenario.issue)
            yield "option", words[1], tuple(scenario.issue[words[0]].rung)
        case "card" | "choice":
            yield "card", words[0], tuple(scenario.card)
            if kind == "choice":
                yield "choice", words[1], [each.id for each in scenario.card[words[0]].choices]
        case _:
            yield "seat", words[0], scenario.seat_ids


def _counted(promise: Promise, kind: str, words: Sequence[str], results: Sequence[Result]) -> Proof:
    match kind:
        case "ending":
            hits = [each.ending == words[0] for each in results]
        case "fate":
            hits = [each.fate == words[0] for each in results]
        case "clause":
            hits = [each.treaty.get(words[0]) == words[1] for each in results if each.treaty is not None]
        case "card":
            hits = [words[0] in each.happened for each in results]
        case _:
            hits = [each.happened[words[0]] == words[1] for each in results if words[0] in each.happened]
    return Proof(promise, sum(hits), len(hits))


def _passes(scenario: Scenario, name: str, promise: Promise, words: Sequence[str], workers: int) -> Proof:
    seat, treaty = words
    stages = {stage.id for stage in scenario.consent if stage.seat == seat}
    plan = Plan(name, promise.seed, promise.start, promise.length)
    terms = on_table(read_terms(scenario, treaty), opening(name, promise.start, promise.length)[1].scenario)
    hearing = Hearing(plan, tuple(terms.package.items()))
    runs: list[Ballots] = [ballots for batch in hear(hearing, promise.games, workers) for ballots in batch]
    passed = [{vote.stage for vote in ballots if vote.passed} >= stages for ballots in runs]
    return Proof(promise, sum(passed), len(runs))

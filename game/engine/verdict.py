"""A text laid beside the treaties history signed, clause by clause (`mechanics.md` §3.10)."""

from attrs import frozen

from game.engine.history import Article, Treaty
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.scenario import Scenario
from game.engine.source import Citation

CLOSE, ROAD = 0.15, 0.35


@frozen
class ClauseCompared:
    """One issue: your option, history's, and the difference."""

    issue: IssueId
    yours: OptionId
    theirs: OptionId
    rungs: int
    """How far your option lies from theirs, towards the second seat's wish when above 0."""
    difference: str
    article: Article

    @property
    def sources(self) -> tuple[Citation, ...]:
        return self.article.cite


@frozen
class Comparison:
    """A text beside one reference treaty."""

    treaty: Treaty
    distance: float
    """0 when every clause the treaty speaks of is the same; 1 when each lies at the far end of its ladder."""
    direction: float
    """The same with signs: above 0 the text lies towards the second seat's wish."""
    label: str
    clauses: tuple[ClauseCompared, ...]


def compare(scenario: Scenario, package: Package) -> tuple[Comparison, ...]:
    """*package* beside every reference treaty, on the issues both speak of, nearest treaty first."""
    compared = [_beside(scenario, package, treaty) for treaty in scenario.history.treaties]
    return tuple(sorted(compared, key=lambda each: each.distance))


def _beside(scenario: Scenario, package: Package, treaty: Treaty) -> Comparison:
    shared = [issue for issue in scenario.issues if issue.id in treaty.articles and issue.id in package]
    clauses = tuple(_clause(scenario, issue, package[issue.id], treaty) for issue in shared)
    weights = {issue.id: _weight(scenario, issue.id) for issue in shared}
    whole = sum(weights.values()) or 1
    steps = {each.issue: each.rungs / (len(scenario.issue[each.issue].options) - 1) for each in clauses}
    distance = sum(weights[issue] * abs(step) for issue, step in steps.items()) / whole
    direction = sum(weights[issue] * step for issue, step in steps.items()) / whole
    return Comparison(treaty, round(distance, 4), round(direction, 4), _label(distance), clauses)


def _weight(scenario: Scenario, issue: IssueId) -> float:
    """The mean of both seats' weights; never 0, so that distance 0 means that every clause is equal."""
    briefs = scenario.briefs.values()
    return max(1.0, sum(brief.weights.get(issue, 0) for brief in briefs) / len(scenario.briefs))


def _label(distance: float) -> str:
    if distance < CLOSE:
        return "close to history"
    return "different road" if distance < ROAD else "another world"


def _clause(scenario: Scenario, issue: Issue, yours: OptionId, treaty: Treaty) -> ClauseCompared:
    article = treaty.articles[issue.id]
    rungs = issue.rung[yours] - issue.rung[article.option]
    return ClauseCompared(issue.id, yours, article.option, rungs, _difference(scenario, issue, rungs, article), article)


def _difference(scenario: Scenario, issue: Issue, rungs: int, article: Article) -> str:
    if not rungs:
        return "the same"
    wish = scenario.seats[rungs > 0].title
    wish = f"the {wish[4:]}" if wish.startswith("The ") else wish
    theirs = issue.option(article.option).title
    count = f"{abs(rungs)} rung{'s' if abs(rungs) > 1 else ''}"
    return f"{count} nearer to the wish of {wish} than “{theirs}”"

"""Judges of what was used: lines of the scenario that no game reached, and those that every game reached."""

from collections.abc import Iterator

from game.authoring.playtest.counts import Counts
from game.authoring.playtest.finding import ENOUGH, Found
from game.authoring.shares import Share
from game.engine.card import Card
from game.engine.scenario import OrderKind

NEARLY_ALL = 95
"""Per cent that the whole interval must lie above: something that is all but certain is no question."""


def options(counts: Counts) -> Iterator[Found]:
    """Options that stand in no signed text although enough were signed."""
    for place, issue in enumerate(counts.scenario.issues):
        texts = sum(counts.agreed[issue.id, option.id] for option in issue.options)
        for rung, option in enumerate(issue.options):
            if texts < ENOUGH or counts.agreed[issue.id, option.id] or option.claim_only:
                continue
            offered = counts.offered[issue.id, option.id]
            said = f"offered in {offered} games and never agreed" if offered else "never even offered"
            sentence = f"'{option.title}' ({issue.title}) was {said}, in {texts} signed texts"
            yield Found("option-never-agreed", ("issues", place, "options", rung, "id"), sentence)


def clauses_that_decide_themselves(counts: Counts) -> Iterator[Found]:
    """Issues on which almost every text says the same."""
    for place, issue in enumerate(counts.scenario.issues):
        for option, share in counts.clause_texts(issue.id).items():
            if share.runs >= ENOUGH and share.interval[0] > NEARLY_ALL:
                sentence = f"{issue.title}: {share} of {share.runs} signed texts say '{option}'; it decides itself"
                yield Found("clause-decided", ("issues", place, "id"), sentence)


def cards(counts: Counts) -> Iterator[Found]:
    for place, card in enumerate(counts.scenario.cards):
        if not counts.came[card.id]:
            sentence = f"'{card.title}' came in none of {len(counts.games)} games"
            yield Found("card-never-came", ("cards", place, "id"), sentence)
        elif opening := "" if card.certain else _always(counts, card):
            sentence = f"'{card.title}' came in every game from {opening}: it is news to nobody who plays twice"
            yield Found("card-always-came", ("cards", place, "id"), sentence)


def _always(counts: Counts, card: Card) -> str:
    """The start from which *card* comes in all but no game; empty when there is none."""
    for chapter, length in counts.schedule.openings:
        games = counts.of((chapter, length))
        share = Share(sum(card.id in each.result.happened for each in games), len(games))
        if share.runs >= ENOUGH and share.interval[0] > NEARLY_ALL:
            return chapter
    return ""


def choices(counts: Counts) -> Iterator[Found]:
    """Answers that nobody gives, and answers that everybody gives, among players who weigh them."""
    for place, card in enumerate(counts.scenario.cards):
        answers = sum(counts.weighed[card.id, choice.id] for choice in card.choices)
        for number, choice in enumerate(card.choices if answers >= ENOUGH else ()):
            share = Share(counts.weighed[card.id, choice.id], answers)
            trail = ("cards", place, "choices", number, "id")
            if not share.hits:
                sentence = f"'{choice.title}' was never chosen, in {answers} answers to '{card.title}'"
                yield Found("choice-never-chosen", trail, sentence)
            elif share.interval[0] > NEARLY_ALL:
                sentence = f"'{choice.title}' was chosen in {share} of {answers} answers to '{card.title}'"
                yield Found("choice-always-chosen", trail, sentence)


def orders(counts: Counts) -> Iterator[Found]:
    for place, order in enumerate(counts.scenario.orders):
        for seat in order.seats or counts.scenario.seat_ids:
            given = counts.ordered[seat, order.id]
            total = sum(counts.ordered[seat, each.id] for each in counts.scenario.orders)
            if total < ENOUGH:
                continue
            title = counts.scenario.seat[seat].title
            if not given:
                sentence = f"'{order.title}' was never given by {title}, in {total} orders"
                yield Found("order-never-given", ("orders", place, "id"), sentence)
            elif len(_open_to(counts, seat)) > 1 and Share(given, total).interval[0] > NEARLY_ALL:
                sentence = f"{title} gives nothing but '{order.title}': {Share(given, total)} of {total} orders"
                yield Found("order-for-everything", ("orders", place, "id"), sentence)


def _open_to(counts: Counts, seat: str) -> list[OrderKind]:
    return [each for each in counts.scenario.orders if not each.seats or seat in each.seats]


def fates(counts: Counts) -> Iterator[Found]:
    for place, fate in enumerate(counts.scenario.fates):
        if len(counts.games) >= ENOUGH and not counts.fates[fate.id]:
            sentence = f"the fate '{fate.title}' was told after none of {len(counts.games)} games"
            yield Found("fate-never-told", ("fates", place, "id"), sentence)


def envoys(counts: Counts) -> Iterator[Found]:
    for seat, brief in counts.scenario.briefs.items():
        for place, envoy in enumerate(brief.envoys):
            if len(counts.games) >= ENOUGH and not counts.envoys[seat, envoy.id]:
                sentence = f"{envoy.name} never sat at the table, in {len(counts.games)} games"
                yield Found("envoy-never-spoke", ("briefs", seat, "envoys", place, "id"), sentence)

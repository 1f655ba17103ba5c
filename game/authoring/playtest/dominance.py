"""The judge of what answers lead to: those after which a seat takes home so much less that nobody should give them."""

from collections.abc import Iterator, Mapping
from statistics import fmean

from game.authoring.playtest.counts import Counts
from game.authoring.playtest.finding import ENOUGH, Found
from game.authoring.shares import Mean, mean_of
from game.engine.card import Card, Choice
from game.engine.issue import SeatId
from game.session.digest import Digest

COSTLY = 10
"""Points between two answers above which the worse is a trap: about what one dear clause is worth."""


def costly_choices(counts: Counts) -> Iterator[Found]:
    """Answers that leave the seat that gives them clearly worse off than another answer to the same card.

    Games are compared with others of the same start and the same players, so that skill and length do not count.
    Who plays at random counts as well: what they answer owes nothing to how the game stands.
    """
    gains = {seat: _gains(counts, seat) for seat in counts.schedule.seats}
    for place, card in enumerate(counts.scenario.cards):
        if len(card.choices) < 2 or card.decides not in gains:
            continue
        worth = {choice.id: _worth(counts, card, choice, gains[card.decides]) for choice in card.choices}
        best = max(card.choices, key=lambda choice: _surely(worth[choice.id]))
        for number, choice in enumerate(card.choices):
            less = _between(worth[best.id], worth[choice.id])
            if less.runs >= ENOUGH and less.low > COSTLY:
                title = counts.scenario.seat[card.decides].title
                sentence = f"'{choice.title}' leaves {title} {less} points below '{best.title}' ('{card.title}')"
                yield Found("choice-costs", ("cards", place, "choices", number, "id"), sentence)


def _gains(counts: Counts, seat: SeatId) -> Mapping[int, float]:
    """For each game, how much more the seat took home than is usual from that start between those players."""
    alike: dict[object, list[Digest]] = {}
    for game in counts.games:
        key = (counts.schedule.opening(game.number), counts.schedule.pairing(game.number))
        alike.setdefault(key, []).append(game)
    gains: dict[int, float] = {}
    for games in alike.values():
        usual = fmean(each.result.scores[seat] for each in games)
        gains.update({each.number: each.result.scores[seat] - usual for each in games})
    return gains


def _worth(counts: Counts, card: Card, choice: Choice, gains: Mapping[int, float]) -> Mean:
    return mean_of([gains[each.number] for each in counts.games if each.result.happened.get(card.id) == choice.id])


def _surely(worth: Mean) -> float:
    return worth.low if worth.runs >= ENOUGH else float("-inf")


def _between(better: Mean, worse: Mean) -> Mean:
    """The difference of two means of different games, and how many games the smaller of them rests on."""
    reach: float = (better.reach**2 + worse.reach**2) ** 0.5
    return Mean(better.value - worse.value, reach, min(better.runs, worse.runs))

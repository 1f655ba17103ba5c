"""Judges of the whole: how games end, whom they favour, whether skill tells, and where they come to a stop."""

from collections import Counter
from collections.abc import Iterator

from game.authoring.playtest.counts import Counts, Opening
from game.authoring.playtest.finding import ENOUGH, Found
from game.authoring.shares import Mean, Share
from game.content.draft import Trail
from game.engine.phase import Ending
from game.session.digest import Digest

FOREGONE = 95
"""Per cent of games above which an ending is no question any more."""
RARELY = 10
"""Per cent of games below which a treaty is out of reach of players who want one."""
LOPSIDED = 15
"""Points between the sides: more than what a skilled hand is worth in most scenarios."""
FIRST = 8
"""Points that making the first offer may be worth before it is a rule that players should know."""
SAME_TEXT = 60
"""Per cent of treaties that are one and the same text, above which the table offers no choice."""
OFTEN = 20
"""Per cent of games that come to a stop, above which a player will meet it."""
STANDSTILL = 3
"""Turns in a row with the same two offers on the table, after which a player asks what the turn was for."""
LEFT = 2
"""Turns with a table that must be left when the last text goes, for it to be a dead end and not the end."""


def endings(counts: Counts) -> Iterator[Found]:
    for opening in counts.schedule.openings:
        for ending, share in counts.endings(opening).items():
            if share.runs >= ENOUGH and share.interval[0] > FOREGONE:
                sentence = f"from {opening[0]} {share} of {share.runs} games end as {ending}"
                yield Found("foregone-ending", _start(counts, opening), sentence)
        ratified = counts.endings(opening)[Ending.RATIFIED.value]
        if ratified.runs >= ENOUGH and ratified.interval[1] < RARELY:
            sentence = f"from {opening[0]} only {ratified} of {ratified.runs} games end with a treaty in force"
            yield Found("treaty-out-of-reach", _start(counts, opening), sentence)


def sides(counts: Counts) -> Iterator[Found]:
    first, second = (counts.scenario.seat[seat].title for seat in counts.schedule.seats)
    if _beyond(counts.advantage, LOPSIDED):
        ahead, behind = (first, second) if counts.advantage.value > 0 else (second, first)
        points = _size(counts.advantage)
        yield Found("lopsided", (), f"{ahead} takes home {points} points more than {behind}, the players being equal")
    if _beyond(counts.first_mover, FIRST):
        better = "more" if counts.first_mover.value > 0 else "less"
        sentence = f"whoever makes the first offer takes home {_size(counts.first_mover)} points {better}"
        yield Found("first-offer-decides", (), sentence)


def _beyond(mean: Mean, bound: float) -> bool:
    return mean.runs >= ENOUGH and (mean.low > bound or mean.high < -bound)


def _size(mean: Mean) -> str:
    return f"{abs(mean.value):.0f} ± {mean.reach:.0f}"


def skill(counts: Counts) -> Iterator[Found]:
    """Seats that a beginner plays as well as the best player does."""
    for seat in counts.schedule.seats:
        best, beginner = counts.skill(seat)
        if min(best.runs, beginner.runs) >= ENOUGH and best.value <= beginner.high:
            sentence = (
                f"{counts.scenario.seat[seat].title}: a good player takes home {best} points, one who does whatever "
                f"is legal {beginner}: skill does not tell"
            )
            yield Found("skill-does-not-tell", (), sentence)


def one_text(counts: Counts) -> Iterator[Found]:
    for opening in counts.schedule.openings:
        texts = [
            tuple(sorted(each.result.treaty.items())) for each in counts.of(opening) if each.result.treaty is not None
        ]
        (text, times), *_ = [*Counter(texts).most_common(1), ((), 0)]
        share = Share(times, len(texts))
        if share.runs >= ENOUGH and share.interval[0] > SAME_TEXT:
            game = next(each.number for each in counts.of(opening) if each.result.treaty == dict(text))
            sentence = f"from {opening[0]} {share} of {share.runs} treaties are one and the same text"
            yield Found("one-text", _start(counts, opening), sentence, game)


def zones(counts: Counts) -> Iterator[Found]:
    """Starts without a text for both, and games that lose the last one while there is still time to talk."""
    for opening in counts.schedule.openings:
        looked = [each for each in counts.of(opening) if each.zones]
        lost = [each for each in looked if _dead_end(each)]
        share = Share(len(lost), len(looked))
        if share.runs >= ENOUGH and share.interval[0] > OFTEN:
            sentence = (
                f"from {opening[0]} in {share} of {share.runs} games no text can please both sides and both capitals "
                f"any more with {LEFT} or more turns of talk left"
            )
            yield Found("dead-end", _start(counts, opening), sentence, lost[0].number)


def _dead_end(game: Digest) -> bool:
    return len(game.zones) >= LEFT and not any(there for _, there in game.zones[-LEFT:])


def loops(counts: Counts) -> Iterator[Found]:
    for opening in counts.schedule.openings:
        games = counts.of(opening)
        stuck = [each for each in games if each.stuck >= STANDSTILL]
        share = Share(len(stuck), len(games))
        if share.runs >= ENOUGH and share.interval[0] > OFTEN:
            sentence = (
                f"from {opening[0]} in {share} of {share.runs} games the same two offers lie on the table for "
                f"{STANDSTILL} turns or more"
            )
            yield Found("going-in-circles", _start(counts, opening), sentence, stuck[0].number)


def _start(counts: Counts, opening: Opening) -> Trail:
    place = next(n for n, each in enumerate(counts.scenario.starts) if each.id == opening[0])
    return ("starts", place, "id")

"""War in words: what it takes, what a round costs and may bring, and what an armistice leaves."""

from collections.abc import Iterator, Mapping

from game.engine.ledger import total
from game.engine.resolve import CLASH_POINTS, INCIDENT_FROM
from game.engine.scenario import READINESS, TENSION, TREASURY, WarRules
from game.engine.score import NO_CLASH, NO_WAR
from game.engine.view import SeatView
from game.engine.war import AFTER_ARMISTICE, DEFENDER_EDGE, ROUND_TREASURY, ROUNDS, win_odds
from game.prose.meters import in_sentence
from game.prose.words import clause, counted, in_text, listed, other_title, seat_title

EXAMPLES = ((60, 60), (90, 60))
"""Levels of readiness, attacker's and defender's, for which the odds of a round are named."""


def war_topics(view: SeatView) -> Mapping[tuple[str, ...], list[str]]:
    """The words about war that `?` explains, with the numbers of this crisis."""
    return {
        ("clash", "incident", "patrols"): list(clash_lines(view)),
        ("war",): list(war_lines(view)),
        ("round", "round of war"): list(round_lines(view)),
        ("cabinet",): list(cabinet_lines(view)),
        ("armistice",): list(peace_lines(view)),
    }


def clash_lines(view: SeatView) -> Iterator[str]:
    """What a clash is, how it comes, and what a second one is."""
    second = "The second is war, which nobody has ordered." if view.war else "A second is a clash again."
    yield (
        f"Clash. Above a tension of {INCIDENT_FROM} patrols may clash by themselves, the likelier the higher it is; "
        f"some news has shots in it too. The first clash costs each side {counted(CLASH_POINTS, 'point')} and "
        f"{NO_CLASH} of its score, and brings tension down to {INCIDENT_FROM}. {second}"
    )
    yield f"  Clashes so far: {view.incidents}."


def war_lines(view: SeatView) -> Iterator[str]:
    """What a war takes and costs, and where each of its gates stands for this seat."""
    rules = view.war
    if rules is None:
        yield "War. This crisis knows none."
        return
    yield (
        f"War. A government orders it, which takes {_title(view, TENSION)} {rules.tension} or more, its own "
        f"{_title(view, READINESS)} {rules.readiness} or more and half of its cabinet; or a second clash brings it."
    )
    if view.gates:
        yield f"  For you it takes {listed(gate.told for gate in view.gates)}."
    yield f"  {_fighting(view, rules)}"
    yield f"  {_last(rules)} Any war costs both sides {NO_WAR} of their score."
    yield "  `? round` gives the odds, `? cabinet` who must agree, `? armistice` what is kept."


def _title(view: SeatView, name: str) -> str:
    meter = next((each for each in view.gauges if each.id == name), None)
    return in_sentence(meter) if meter else name


def _fighting(view: SeatView, rules: WarRules) -> str:
    dearer = f"{counted(rules.attacker, 'point')} more in the first"
    extra = f"; the side that attacked, or stood readier when a clash began it, pays {dearer}" if rules.attacker else ""
    return (
        f"It has {ROUNDS} rounds at most, a turn each, without news, orders or talks. A round costs each side "
        f"{_round_price(rules)} and {ROUND_TREASURY} of {_title(view, TREASURY)}{extra}. After each round but the last "
        "both are asked for an armistice."
    )


def _round_price(rules: WarRules) -> str:
    return counted(rules.cost / ROUNDS, "point")


def _last(rules: WarRules) -> str:
    return f"After round {ROUNDS} nobody is asked any more: the game ends in war, {_by_rounds(rules)}, less all costs."


def _by_rounds(rules: WarRules) -> str:
    return f"with {counted(rules.win, 'point')} for the side that won most rounds and {rules.lose} for the other"


def round_lines(view: SeatView) -> Iterator[str]:
    """What a round of war is; in peace it is only an exchange at the table."""
    yield f"Round. At the table each side speaks once in an exchange; a turn has {counted(view.sittings, 'exchange')}."
    if view.war is None:
        return
    odds = (f"at {one} against {two} it wins {_in_a_hundred(win_odds(one, two))}" for one, two in EXAMPLES)
    yield f"  {_fighting(view, view.war)}"
    yield (
        f"  Who wins a round is chance, by both sides' {_title(view, READINESS)}: the defender's counts "
        f"{DEFENDER_EDGE} times. For the side that attacked, {' and '.join(odds)}."
    )


def _in_a_hundred(chance: float) -> str:
    return f"about {100 * chance:.0f} times in a hundred"


def cabinet_lines(view: SeatView) -> Iterator[str]:
    """Who decides on war at home, and how it leans now."""
    yield (
        "Cabinet. Before an attack your own factions are asked, each with its share of the votes. They set what a war "
        "may bring, by both sides' readiness as far as they know it, against what you have without a treaty; ill will "
        "towards any text pulls them to war."
    )
    gate = next((each for each in view.gates if each.what == "cabinet"), None)
    if gate is not None:
        yield f"  It takes {gate.told}."


def peace_lines(view: SeatView) -> Iterator[str]:
    """What an armistice is and leaves."""
    rules = view.war
    if rules is None:
        yield "Armistice. This crisis knows no war, and so no armistice."
        return
    yield (
        "Armistice. After a round of war each side says in secret whether it would stop, and it takes both. "
        f"{_left_by_peace()} {_last(rules)}"
    )
    for seat in view.seats:
        if gains := _spoils(view, rules, seat.id):
            yield f"  When {in_text(seat.title)} has won more than half of the rounds, without a treaty: {gains}."


def _left_by_peace() -> str:
    return (
        f"The table opens again next turn, tension stands at {AFTER_ARMISTICE}, and what a side has won by more than "
        "half of the rounds holds on the ground until a treaty says otherwise."
    )


def _spoils(view: SeatView, rules: WarRules, seat: str) -> str:
    known = {issue.id for issue in view.issues}
    return "; ".join(clause(view, *each) for each in rules.spoils.get(seat, {}).items() if each[0] in known)


def armistice_lines(view: SeatView) -> Iterator[str]:
    """The moment after a round of war: how it stands, what it has cost, what each answer may bring."""
    assert view.rounds
    number = len(view.rounds)
    winner = "you" if view.rounds[-1] == view.seat else other_title(view)
    yield f"Round {number} of {ROUNDS} is over; {winner} won it. {_tally(view)}"
    yield spent_so_far(view)
    yield f"If both stop: {if_both_stop(view)}"
    yield f"If not: {if_not(view)}"
    yield f"{QUESTION} {SECRET}"


QUESTION = "Would you stop?"
SECRET = "It takes both sides, and neither hears the other's answer before it has given its own."


def round_in_words(view: SeatView, number: int) -> str:
    """Who has won the round of a *number*, counted from 1, or that it has not been fought."""
    if number > len(view.rounds):
        return f"Round {number} has not been fought."
    winner = view.rounds[number - 1]
    return f"Round {number}: {'you have' if winner == view.seat else f'{other_title(view)} has'} won it."


def spent_so_far(view: SeatView) -> str:
    """What the war has cost this seat."""
    spent = counted(-total(entry for entry in view.costs if entry.what == "war"), "point")
    return f"So far the war has cost you {spent} and {ROUND_TREASURY} of {_title(view, TREASURY)} a round."


def _tally(view: SeatView) -> str:
    own = view.rounds.count(view.seat or "")
    return f"Rounds won: you {own}, {other_title(view)} {len(view.rounds) - own}."


def if_both_stop(view: SeatView) -> str:
    """What an armistice would leave now."""
    rules = view.war
    assert rules is not None
    leader = next((seat.id for seat in view.seats if view.rounds.count(seat.id) * 2 > len(view.rounds)), "")
    held = f"what {_winner(view, leader)} holds on the ground: {_spoils(view, rules, leader)}"
    ground = held if leader and _spoils(view, rules, leader) else "nothing changes on the ground"
    onward = "there is no turn left for a treaty" if _ends(view) else "the table opens again next turn"
    return f"{ground}; tension stands at {AFTER_ARMISTICE}; {onward}."


def _winner(view: SeatView, leader: str) -> str:
    return "you have won" if leader == view.seat else f"{in_text(seat_title(view.seats, leader))} has won"


def if_not(view: SeatView) -> str:
    """What follows when either side would go on."""
    rules, number = view.war, len(view.rounds)
    assert rules is not None
    if _ends(view):
        return f"no turn is left to fight in, and the game ends in war, {_by_rounds(rules)}."
    coming = (
        f"round {number + 1} costs each side {_round_price(rules)} more; you win it {_in_a_hundred(_own_odds(view))}, "
        f"as far as their {_title(view, READINESS)} is known"
    )
    return f"{coming}. It is the last: {_last(rules)}" if number + 1 == ROUNDS else f"{coming}."


def _own_odds(view: SeatView) -> float:
    usual = next((each.start for each in view.gauges if each.id == READINESS), 0)
    own, theirs = (view.meters.get(f"{seat}.{READINESS}", usual) for seat in (view.seat, view.other))
    return win_odds(own, theirs) if view.attacker == view.seat else 1 - win_odds(theirs, own)


def _ends(view: SeatView) -> bool:
    """Whether the game ends with this turn, because no text could be signed in time after it."""
    return view.turn >= view.deadline

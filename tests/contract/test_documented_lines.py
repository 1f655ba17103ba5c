"""The two documented courses of the Ili crisis, replayed: the rules lead where history went, by history's steps."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from game.content import load
from game.engine import actions as a
from game.engine.phase import Ending
from game.engine.record import ReadRecord, read_record, replay
from game.engine.rules import apply, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.treaty import Vote

ILI = Path(__file__).resolve().parents[2] / "scenarios" / "ili-1871"
LIVADIA, PETERSBURG = "livadia-1879", "st-petersburg-1881"
BOTH = pytest.mark.parametrize("line", [LIVADIA, PETERSBURG])

# Days of the research file (§1, §3.2); a day that is not known is left out.
DATED = {
    LIVADIA: {
        "envoy-route": "1878-11",  # under way from October to 31 December
        "raids": "1878-12-09",
        "conference-1879": "1879-03-16",
        "afghan-war": "1879-03-16",
        "kaufman-sixty": "1879-06-30",
        "yamen-warning": "1879-07",  # the summer
        "lomakin-defeat": "1879-09",
        "chonghou-fate": "1880-03-03",
    },
    PETERSBURG: {
        "zeng-arrives": "1880-07-30",
        "talks-to-peking": "1880-08-25",
        "butzow-on-the-road": "1880-09",
        "telegraph": "1880-09-18",
        "tekes-price": "1880-11",
        "salt-tax": "1880-11",
        "gok-tepe": "1881-01-24",
        "tsar-killed": "1881-03-13",
        "cian-dies": "1881-04-08",
    },
}
# These two need the signature or the refusal, which close the turn of their own date: they are told one turn later.
TOLD_A_TURN_LATER = {"chonghou-leaves": "1879-10-11", "zeng-instructions": "1880-02-12"}
LARGEST_SWING = 500
"""Hundredths of a per cent: votes swing by five per cent or less as a rule (`mechanics.md` §3.7)."""
CITED = re.compile(r"\b([A-Z][A-Z0-9]+(?:-[A-Z]+)?)\b[^.]*?\b[ABC]\b")


@frozen
class Move:
    """One action of a line, with the moment before it and the moment after."""

    before: State
    action: a.Action
    after: State

    @property
    def turn(self) -> str:
        return self.before.scenario.turns[self.before.turn - 1].id


@cache
def ili() -> Scenario:
    return load(ILI)


@cache
def text(line: str) -> str:
    return (ILI / "lines" / f"{line}.txt").read_text(encoding="utf-8")


@cache
def written(line: str) -> ReadRecord:
    return read_record(text(line))


@cache
def moves(line: str) -> tuple[Move, ...]:
    return tuple(_moves(line))


def _moves(line: str) -> Iterator[Move]:
    record = written(line).record
    state = start(ili(), record.chapter, record.length)
    for action in record.actions:
        after = apply(state, action).state
        yield Move(state, action, after)
        state = after


def signature(line: str) -> Move:
    (signed,) = [move for move in moves(line) if isinstance(move.action, a.Accept)]
    return signed


def votes(line: str) -> dict[str, Vote]:
    return {vote.stage: vote for vote in moves(line)[-1].after.votes}


def turn_of(day: str) -> str:
    return max(turn.id for turn in ili().turns if turn.id <= day[:7])


def turns_of_cards(line: str) -> dict[str, str]:
    return {move.action.card: move.turn for move in moves(line) if isinstance(move.action, a.Happen)}


@BOTH
def test_a_documented_line_replays_to_the_ending_the_scenario_announces(line):
    announced = next(each for each in ili().history.lines if each.id == line)

    played = replay(ili(), written(line).record)

    assert (written(line).trouble, played.trouble) == ("", "")
    assert played.state.outcome is not None
    assert played.state.outcome.ending == announced.ending
    assert announced.record == f"lines/{line}.txt"


@BOTH
def test_the_signed_terms_are_those_of_the_treaty(line):
    treaty = next(each for each in ili().history.treaties if each.id == line)

    package = signature(line).after.signed.package

    assert package == {issue: article.option for issue, article in treaty.articles.items()}
    assert set(package) == {issue.id for issue in ili().issues}


@BOTH
def test_the_signature_falls_in_the_turn_of_its_date(line):
    treaty = next(each for each in ili().history.treaties if each.id == line)

    assert signature(line).turn == turn_of(treaty.signed)


def test_the_signatures_fall_in_the_autumn_of_1879_and_the_first_weeks_of_1881():
    assert [signature(line).turn for line in (LIVADIA, PETERSBURG)] == ["1879-09", "1881-01"]


def test_chonghou_signs_livadia_past_his_instructions_on_the_tekes_and_the_hankou_road():
    signed = signature(LIVADIA)

    assert signed.action == a.Accept("qing", ("tekes", "overland"))
    assert signed.before.envoys["qing"] == "chonghou"


def test_zeng_signs_within_his_instructions():
    signed = signature(PETERSBURG)

    assert signed.action == a.Accept("qing")
    assert signed.before.envoys["qing"] == "zeng"


def test_peking_refuses_livadia_in_the_first_weeks_of_1880_after_petersburg_has_agreed():
    outcome = moves(LIVADIA)[-1].after.outcome
    polled = {move.action.stage: move.turn for move in moves(LIVADIA) if isinstance(move.action, a.Sway)}

    assert {stage: vote.passed for stage, vote in votes(LIVADIA).items()} == {
        "special_conference": True,
        "emperor": True,
        "deliberation": False,
    }
    assert polled["deliberation"] == "1880-01"
    assert (outcome.refused_by, outcome.left_by) == ("qing", "qing")


def test_saint_petersburg_is_ratified_by_both_before_the_exchange_of_august_1881():
    last = moves(PETERSBURG)[-1]

    assert last.after.outcome.ending is Ending.RATIFIED
    assert len(votes(PETERSBURG)) == len(ili().consent)
    assert last.turn <= turn_of("1881-08-19")


@BOTH
def test_the_votes_would_come_out_the_same_at_any_common_turn_of_chance(line):
    margins = {stage: vote.support - 100 * ili().stage[stage].threshold for stage, vote in votes(line).items()}

    assert [move.action.swing for move in moves(line) if isinstance(move.action, a.Sway)] == [0] * len(margins)
    assert {stage: margin for stage, margin in margins.items() if abs(margin) <= LARGEST_SWING} == {}


@BOTH
def test_chance_stirs_the_tension_little_and_brings_no_clash(line):
    stirs = [move.action for move in moves(line) if isinstance(move.action, a.Stir)]

    assert max(abs(stir.swing) for stir in stirs) <= 1
    assert not any(stir.incident for stir in stirs)


@BOTH
def test_every_card_is_answered_as_it_was_in_history(line):
    answers = {move.action.card: move.action.choice for move in moves(line) if isinstance(move.action, a.Choose)}
    documented = {card: choice.id for card in answers for choice in ili().card[card].choices if choice.historical}

    assert {card: answers[card] for card in documented} == documented
    assert len(documented) >= 7


@BOTH
def test_dated_news_comes_in_the_turn_of_its_date(line):
    came = turns_of_cards(line)

    assert {card: came.get(card) for card in DATED[line]} == {card: turn_of(day) for card, day in DATED[line].items()}


def test_what_waits_for_the_signature_or_the_refusal_comes_one_turn_after_its_date():
    came, order = turns_of_cards(LIVADIA), [turn.id for turn in ili().turns]

    late = {card: order.index(came[card]) - order.index(turn_of(day)) for card, day in TOLD_A_TURN_LATER.items()}

    assert late == {"chonghou-leaves": 1, "zeng-instructions": 1}


def test_the_bargaining_of_1880_follows_its_documented_sequence():
    offers = [(move.turn, move.action) for move in moves(PETERSBURG) if isinstance(move.action, a.Propose)]
    steps = [
        ("1880-07", "russia", {"tekes": "russia", "overland": "hankou"}),  # 4 August: the treaty exists
        ("1880-07", "qing", {"tekes": "china", "overland": "jiayuguan", "consulates": "jiayuguan"}),  # 23 August
        ("1880-09", "qing", {"strip": "line_1864"}),  # September: only lesser clauses yield
        ("1880-09", "russia", {"elsewhere": "hunchun"}),  # October: land in place of the Tekes
        ("1880-09", "qing", {"strip": "khorgos", "elsewhere": "none", "tekes": "china"}),  # no land but the strip
        ("1880-11", "russia", {"indemnity": "twelve", "elsewhere": "none"}),  # December: money in place of land
        ("1880-11", "qing", {"indemnity": "five"}),  # nothing for the armaments
        ("1880-11", "russia", {"indemnity": "nine", "tekes": "china_paid"}),  # 27 December: the counter-draft
    ]

    seen = [
        (turn, offer.seat, {issue: offer.package[issue] for issue in clauses})
        for (turn, offer), (_, _, clauses) in zip(offers, steps, strict=True)
    ]

    assert seen == steps


@BOTH
def test_every_offer_stands_under_a_source_or_is_called_supposed(line):
    comment, above, bare = "", "", []
    for number, words in enumerate(text(line).split("\n"), 1):
        if words.startswith("# "):
            comment = comment + words[1:] if above.startswith("# ") else words[1:]
        elif " propose " in words and not ("upposed" in comment or _cites(comment)):
            bare.append(number)
        above = words

    assert bare == []


def _cites(comment: str) -> bool:
    return any(match[1] in ili().sources for match in CITED.finditer(comment))

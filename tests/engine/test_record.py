"""Records: there and back, cut off, edited, from elsewhere; and a digest that is the same on every system."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.content import load
from game.engine.errors import RecordError
from game.engine.record import Record, mark_after, read_record, replay, state_digest, write_record
from game.engine.rules import start
from tests.builders import TINY, no_orders, play, wander, wandered

VILLAGES = load("two-villages")
ROOT = Path(__file__).resolve().parents[2]


def recorded(scenario, seed, actions=400) -> Record:
    state = start(scenario)
    played = tuple(action for _, action in wander(state, Random(seed), actions))
    return Record(scenario.id, scenario.digest, state.scenario.chapter, state.scenario.length, played, (("seed", "7"),))


RECORD = recorded(VILLAGES, 3)
TEXT = write_record(RECORD)
HEAD = TEXT[: TEXT.index("---\n") + 4]
BY_HAND = "plenipotentiary record 1\nscenario tiny\nstart dawn\nlength whole\n---\n"


def sound_prefix(read) -> bool:
    """Whether what was read are the first actions of RECORD, under the same header."""
    kept = read.record.actions
    return evolve(read.record, actions=()) == evolve(RECORD, actions=()) and kept == RECORD.actions[: len(kept)]


def test_a_record_written_and_read_is_the_same():
    assert len(RECORD.actions) > 10
    assert read_record(TEXT).record == RECORD
    assert read_record(TEXT).trouble == ""


@given(st.integers(0, 2**32))
def test_every_game_is_recorded_and_replayed_to_the_same_digest(seed):
    record = recorded(TINY, seed)

    again = read_record(write_record(record)).record

    assert again == record
    replayed = replay(TINY, again)
    assert (replayed.trouble, replayed.played) == ("", len(record.actions))
    assert state_digest(replayed.state) == state_digest(wandered(TINY, seed, 400))


def test_a_record_cut_off_anywhere_keeps_its_sound_part_or_says_why_it_cannot_be_used():
    for length in range(len(TEXT)):
        cut = TEXT[:length]
        if length < len(HEAD) - 1:
            with pytest.raises(RecordError) as caught:
                read_record(cut)
            assert len(str(caught.value)) > 20
            continue

        read = read_record(cut)

        assert sound_prefix(read)
        whole = cut[len(HEAD) :].count("\n")
        assert len(read.record.actions) in (whole, whole + 1)  # a last line may be whole but for its end
        assert read.trouble or cut.endswith("\n") or len(read.record.actions) == whole + 1 or cut == HEAD[:-1]


def test_one_sentence_says_where_a_record_is_cut_off_and_what_is_kept():
    lines = TEXT.splitlines()
    read = read_record("\n".join(lines[:9]) + "\n" + lines[9][:4])

    assert read.trouble.startswith("line 10")
    assert read.trouble.endswith(f"the {len(read.record.actions)} actions before it are kept")


def trouble_of(text: str) -> str:
    """What is wrong with *text*, by whichever way it is said."""
    try:
        read = read_record(text)
        assert read.trouble or read.record == RECORD
        return read.trouble
    except RecordError as error:
        return str(error)


@pytest.mark.parametrize("other", ["x", "1", " ", "#", "\n", "²", "é"])
def test_one_changed_character_anywhere_is_noticed_and_the_actions_before_it_are_kept(other):
    for place in range(len(TEXT) - 1):
        if TEXT[place] == other:
            continue
        edited = TEXT[:place] + other + TEXT[place + 1 :]

        trouble = trouble_of(edited)

        assert trouble, f"{TEXT[max(0, place - 20) : place]!r} then {other!r} for {TEXT[place]!r}"
        assert "\n" not in trouble


def test_a_line_changed_in_the_middle_keeps_what_lies_before():
    lines = TEXT.splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if " orders " in line and number > 8)
    lines[place] = lines[place].replace(" orders ", " orders calm; ", 1)

    read = read_record("".join(lines))

    assert f"line {place + 1} was changed after it was written" in read.trouble
    assert len(read.record.actions) == place - HEAD.count("\n")
    assert sound_prefix(read)


def test_a_swapped_and_a_missing_line_are_noticed():
    lines = TEXT.splitlines(keepends=True)
    first = HEAD.count("\n")

    assert "was changed" in trouble_of("".join([*lines[:first], lines[first + 1], lines[first], *lines[first + 2 :]]))
    assert "was changed" in trouble_of("".join([*lines[: first + 2], *lines[first + 3 :]]))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "this is no record"),
        ("hello\n", "this is no record"),
        ("plenipotentiary record 2\n---\n", "has format 2, and this program reads formats up to 1"),
        ("plenipotentiary record two\n---\n", "format is 'two', which is no number"),
        ("plenipotentiary record 0\n---\n", "format is '0'"),
        ("plenipotentiary record ²\n---\n", "which is no number"),
        ("plenipotentiary record 1\nscenario x\n", "cut off inside its header"),
        ("plenipotentiary record 1\nscenario x y\n---\n", "does not say its start and length"),
    ],
)
def test_a_header_that_cannot_be_used_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(RecordError, match=sentence):
        read_record(text)


def test_a_line_written_by_hand_needs_no_marks_and_may_hold_remarks():
    text = BY_HAND + "# first\n\nhill orders -\ndale orders -\n"

    read = read_record(text)

    assert (read.trouble, len(read.record.actions), read.record.digest) == ("", 2, "")
    assert state_digest(replay(TINY, read.record).state) == state_digest(no_orders(TINY))


def test_a_line_that_is_no_action_stops_the_reading():
    text = BY_HAND + "hill orders -\ndale ordrs -\n"

    read = read_record(text)

    assert "line 7: 'ordrs' is no verb (did you mean 'orders'?)" in read.trouble
    assert len(read.record.actions) == 1


def test_a_record_of_another_scenario_start_or_length_is_refused():
    record = recorded(TINY, 1)

    with pytest.raises(RecordError, match="is of 'tiny', not of 'two-villages'"):
        replay(VILLAGES, record)
    with pytest.raises(RecordError, match="does not fit the scenario: no start is called 'dusk'"):
        replay(TINY, evolve(record, chapter="dusk"))
    with pytest.raises(RecordError, match="no length is called 'week'"):
        replay(TINY, evolve(record, length="week"))


def test_a_record_that_no_longer_fits_is_played_as_far_as_it_goes():
    lines = ("hill orders -", "dale orders -")
    text = BY_HAND.replace("scenario tiny", "scenario tiny old") + "\n".join([*lines, "dale hold"]) + "\n"
    record = read_record(text).record

    replayed = replay(TINY, record)

    assert replayed.played == 2
    assert state_digest(replayed.state) == state_digest(play(TINY, *lines))
    assert "action 3 (dale hold) no longer fits: you cannot act now: it is for Hill to act" in replayed.trouble
    assert replayed.trouble.endswith("the scenario has changed since (was old, is 000000000000)")
    assert "has changed" not in replay(TINY, evolve(record, digest="")).trouble


def test_a_mark_hangs_on_everything_before_it():
    assert mark_after("x", "a") != mark_after("x", "b")
    assert mark_after("x", "a") == mark_after("x", "a")


def test_a_digest_changes_with_every_part_of_a_state():
    state = start(TINY)

    others = [
        evolve(state, turn=2),
        evolve(state, meters={**state.meters, "tension": 36}),
        evolve(state, favours={**state.favours, "hill.young": 0}),
        evolve(state, stale={"hill": 1, "dale": 0}),
        evolve(state, text=evolve(state.text, bracketed=frozenset({"wood"}))),
    ]

    assert len({state_digest(each) for each in (state, *others)}) == 6


def test_a_digest_does_not_hang_on_the_order_in_which_things_were_said():
    first = play(TINY, "hill orders -", "dale orders calm")
    second = play(TINY, "dale orders calm", "hill orders -")

    assert state_digest(first) == state_digest(second)


PROGRAM = """
from random import Random
from game.content import load
from game.engine.legal import legal_actions
from game.engine.record import state_digest
from game.engine.rules import apply, start
from game.engine.turn import awaiting
from game.players import STATESMAN
from game.engine.view import view_for

for name in ("two-villages", "ili-1871"):
    state, rng = start(load(name)), Random(5)
    for _ in range(120):
        if not awaiting(state):
            break
        state = apply(state, legal_actions(state, awaiting(state)[0]).sample(rng)).state
    print(state_digest(state))
state, rng = start(load("two-villages")), Random(6)
while awaiting(state):
    seat = awaiting(state)[0]
    if seat == "chance":
        action = legal_actions(state, seat).sample(rng)
    else:
        action = STATESMAN.decide(view_for(state, seat), rng)
    state = apply(state, action).state
print(state_digest(state))
"""


def test_the_same_actions_have_the_same_digest_whatever_the_seed_of_hashing():
    outputs = {run_with(hash_seed) for hash_seed in ("0", "1", "4711")}

    assert len(outputs) == 1
    assert len(outputs.pop().split()) == 3


def run_with(hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout

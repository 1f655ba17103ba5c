"""Figures, printed and never asserted: `python3 run.py test -m bench -s -n 0 tests/bench`.

Each figure is a median of several runs, with a plain loop of Python timed beside it in the same run, so that
figures from different machines and days can be compared as ratios.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles

import pytest
from attrs import evolve

from game import load
from game.engine.frontier import frontier
from game.engine.issue import Issue
from game.engine.phase import Phase
from game.engine.rules import apply, legal_actions, start, view_for
from game.engine.scenario import Scenario
from game.engine.turn import awaiting
from game.players import STATESMAN
from game.session.match import new_match
from game.session.selfplay import Plan, new_game

pytestmark = pytest.mark.bench
ROOT = Path(__file__).resolve().parents[2]
LOOP = 1_000_000


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def typical(work: Callable[[], object], runs: int = 5) -> float:
    return median(seconds(work) for _ in range(runs))


def plain_loop() -> float:
    """Seconds for a million additions: the yardstick beside every figure."""
    return typical(lambda: sum(range(LOOP)))


def report(what: str, figure: float, unit: str) -> None:
    print(f"\n{what}: {figure:.4g} {unit} (a million additions beside it: {plain_loop() * 1000:.1f} ms)")


def doubled(scenario: Scenario, times: int) -> Scenario:
    """*scenario* with each issue of its narrowed table there *times* times, weights shared out."""
    copies = [f"_{number}" for number in range(times)]
    briefs = {
        seat: evolve(
            brief,
            links=(),
            weights={f"{issue}{copy}": weight / times for issue, weight in brief.weights.items() for copy in copies},
            worth={f"{issue}{copy}": worth for issue, worth in brief.worth.items() for copy in copies},
        )
        for seat, brief in scenario.briefs.items()
    }
    issues: list[Issue] = [evolve(issue, id=f"{issue.id}{copy}") for issue in scenario.issues for copy in copies]
    return evolve(scenario, briefs=briefs, issues=tuple(issues))


def test_random_actions_a_second():
    scenario = load("ili-1871")

    def play() -> int:
        rng, count, state = Random(1), 0, start(scenario, "1880", "crisis")
        while awaiting(state):
            seat = awaiting(state)[0]
            state = apply(state, legal_actions(state, seat).sample(rng)).state
            count += 1
        return count

    count = play()
    report("random actions", count / typical(play), "actions/s")


def test_self_played_games_a_second():
    for chapter, length in (("1880", "lesson"), ("1880", "crisis"), ("1871", "campaign")):
        plan, numbers = Plan("ili-1871", "bench", chapter, length), iter(range(1000))

        def play(plan: Plan = plan, numbers=numbers) -> None:
            for _ in new_game(plan, next(numbers)).advance():
                pass

        play()  # the scenario is loaded and its tables made once for all games
        report(f"self-played games, {chapter} {length}", 1 / typical(play, runs=15), "games/s")


def test_the_frontier_of_the_whole_table_and_of_twice_as_many_issues():
    whole = start(load("ili-1871"), "1880", "crisis").scenario

    for times in (1, 2):
        table = doubled(whole, times)
        taken = typical(lambda table=table: frontier.__wrapped__(table), runs=3)
        print(f"\n{len(table.issues)} issues: {len(frontier(table))} undominated packages", end="")
        report("frontier", taken * 1000, "ms")


def test_an_opponents_answer():
    scenario = load("ili-1871")
    taken: list[float] = []
    for seed in range(6):
        match = new_match(scenario, "1880", "crisis", dict.fromkeys(["qing", "russia"], STATESMAN), seed=str(seed))
        decide(match, taken)
    cuts = quantiles(taken, n=20)

    report(f"an answer at the full table, p50 of {len(taken)}", median(taken) * 1000, "ms")
    report("an answer at the full table, p95", cuts[18] * 1000, "ms")


def decide(match, taken: list[float]) -> None:
    """Play *match* out, timing every answer given at the table."""
    for _ in match.advance():
        if match.state.phase is Phase.TABLE:
            view = view_for(match.state, awaiting(match.state)[0])
            taken.append(seconds(lambda view=view: STATESMAN.decide(view, Random(0))))


def test_how_fast_the_command_starts():
    for arguments in (["--help"], ["check", "ili-1871"]):
        taken = typical(lambda arguments=arguments: command(arguments))
        bare = typical(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
        report(f"plenipo {' '.join(arguments)} (bare Python beside it {bare:.3f} s)", taken, "s")


def command(arguments: Sequence[str]) -> None:
    subprocess.run([sys.executable, "-m", "game", *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)

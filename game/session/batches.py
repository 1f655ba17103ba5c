"""Many games on all cores: numbered runs in batches, the same results in the same order on any number of workers."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from math import ceil
from multiprocessing import get_context
from typing import TypeVar

Plan = TypeVar("Plan")
Result = TypeVar("Result")

LARGEST_BATCH = 5
"""Small, because whoever interrupts waits for the batch in hand; sending one costs about a millisecond."""
BATCHES_PER_WORKER = 4
"""So that no worker waits long for the last one, and progress is seen."""
WORTH_SHARING = 8
"""Runs from which starting worker processes pays."""


def in_batches(
    work: Callable[[Plan, range], Sequence[Result]],
    plan: Plan,
    count: int,
    workers: int = 0,
    cluster: Executor | None = None,
) -> Iterator[Sequence[Result]]:
    """The results of runs 0 to *count* − 1 of *plan*, in order, batch by batch; *workers* 0 takes all cores.

    With *cluster* its machines do the work, and must have the same program and the same scenario under the same name.
    *work*, *plan* and results must be picklable: workers are fresh processes, alike on every system.
    Raises ChildProcessError when a worker is killed.
    """
    workers = workers or (cores() if count >= WORTH_SHARING else 1)
    size = max(1, min(LARGEST_BATCH, ceil(count / (workers * BATCHES_PER_WORKER))))
    batches = [range(first, min(first + size, count)) for first in range(0, count, size)]
    if cluster is not None:
        yield from map_batches(cluster, work, plan, batches)
        return
    if workers == 1 or len(batches) < 2:
        for batch in batches:
            yield work(plan, batch)
        return
    pool = ProcessPoolExecutor(min(workers, len(batches)), get_context("spawn"), _end_quietly)
    try:
        yield from map_batches(pool, work, plan, batches)
    except BrokenProcessPool:
        raise ChildProcessError("a worker process ended before its runs were done") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def map_batches(
    executor: Executor, work: Callable[[Plan, range], Sequence[Result]], plan: Plan, batches: Sequence[range]
) -> Iterator[Sequence[Result]]:
    """*work* done on every batch by any *executor*: of this machine, or of a cluster."""
    return executor.map(work, [plan] * len(batches), batches)  # a cluster asks how many there are


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _end_quietly() -> None:
    """An interrupt from the keyboard reaches the workers too; only the parent has something to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

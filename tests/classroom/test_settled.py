"""Answers wait for the disk, all of them for the same write, and the class does not."""

import asyncio
import threading

import pytest
from attrs import define, field

from game.classroom.web.settled import Settled


@define(eq=False)
class Disk:
    """A store of which only the disk matters: it turns when it is let, and counts its turns."""

    turns: int = 0
    free: threading.Event = field(factory=threading.Event)
    broken: bool = False

    def settle(self) -> None:
        assert self.free.wait(5)
        if self.broken:
            raise OSError("no space left on the disk")
        self.turns += 1


@define(eq=False)
class Class:
    """A hall of which only its last line and its disk matter."""

    store: Disk = field(factory=Disk)
    mark: int = 0


async def answering(scope, _, send):
    """Keeps one line, then answers."""
    scope["hall"].mark += 1
    await send({"type": "http.response.start"})


def asked(layer, hall, said):
    async def send(message):
        said.append(message["type"])

    return asyncio.ensure_future(layer({"hall": hall}, None, send))


async def _let_all_wait(tasks):
    for _ in range(50):
        await asyncio.sleep(0.002)
    assert not any(task.done() for task in tasks)


def test_nothing_is_said_before_its_line_is_on_the_disk_and_two_writes_serve_twenty_answers():
    async def played():
        hall, said = Class(), []
        layer = Settled(answering, hall)
        tasks = [asked(layer, hall, said) for _ in range(20)]
        await _let_all_wait(tasks)
        assert said == []
        hall.store.free.set()
        await asyncio.gather(*tasks)
        return hall, said

    hall, said = asyncio.run(played())

    assert said == ["http.response.start"] * 20
    assert hall.store.turns <= 2  # the one under way when the last came, and one for those that came meanwhile


def test_a_page_that_tells_of_nothing_new_does_not_wait():
    async def played():
        hall, said = Class(), []

        async def page(_, __, send):
            await send({"type": "http.response.start"})

        await asked(Settled(page, hall), hall, said)
        return said

    assert asyncio.run(played()) == ["http.response.start"]


def test_a_disk_that_fails_is_no_acknowledgement_and_is_asked_again():
    async def played():
        hall, said = Class(), []
        hall.store.free.set()
        hall.store.broken = True
        layer = Settled(answering, hall)
        with pytest.raises(OSError, match="no space left"):
            await asked(layer, hall, said)
        assert said == []
        hall.store.broken = False
        await asked(layer, hall, said)
        return said

    assert asyncio.run(played()) == ["http.response.start"]

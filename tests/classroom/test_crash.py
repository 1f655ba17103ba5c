"""A class whose server is killed in the middle: what was acknowledged is there, and everybody comes back."""

import re
import threading
import time
from http.client import HTTPException
from random import Random

import pytest

from game.content import load
from game.engine.notation import read
from game.engine.record import state_digest
from game.session.match import new_match
from tests.classroom.served import Client, end, joined, start, teacher
from tests.classroom.test_hall import hall_in

KILLS = 50


@pytest.mark.slow
def test_fifty_kills_under_load_lose_nothing_that_was_acknowledged(tmp_path):
    """Six students write numbered notes and act as fast as they can; the server dies at random moments."""
    rng, folder = Random(7), tmp_path / "class"
    found = start(folder)
    people = [joined(found, f"Student {number}") for number in range(6)]
    assert teacher(found).post("/teacher/begin")[0] == 303
    acknowledged: list[str] = []

    for kill in range(KILLS):
        for client, _ in people:
            client.port = found.port
        stop = threading.Event()
        told = [(client, f"{kill}-{n}", stop, acknowledged) for n, (client, _) in enumerate(people)]
        busy = [threading.Thread(target=_write, args=each) for each in told]
        for each in busy:
            each.start()
        time.sleep(rng.uniform(0.05, 0.4))
        end(found)
        stop.set()
        for each in busy:
            each.join()
        found = start(folder)

    fresh = Client(found.port)
    assert fresh.post("/return", personal=people[0][1])[0] == 303
    assert "Student 0" in fresh.get("/seat")[1]
    for number, (client, _) in enumerate(people[1:], 1):
        client.port = found.port
        assert f"Student {number}" in client.get("/seat")[1]
    end(found)
    _nothing_is_lost(folder, acknowledged)


def _write(client: Client, name: str, stop: threading.Event, acknowledged: list[str]) -> None:
    number = 0
    while not stop.is_set():
        number += 1
        try:
            status, _ = client.post("/seat/say", text=f"note {name}-{number}.", to="all")
            if status == 303:
                acknowledged.append(f"note {name}-{number}.")
            _act(client)
        except (OSError, HTTPException):  # an answer that was cut in the middle is no acknowledgement
            return


def _act(client: Client) -> None:
    page = client.get("/seat")[1]
    if (seen := re.search(r'name="seen" value="(\d+)"', page)) is None:
        return
    if card := re.search(r'name="card" value="([\w-]+)"', page):
        choice = re.search(r'name="choice" value="([\w-]+)"', page)[1]
        client.post("/seat/act", do="choose", card=card[1], choice=choice, seen=seen[1])
    elif "Give the orders" in page:
        client.post("/seat/act", do="orders", seen=seen[1])
    else:
        client.post("/seat/act", do="hold", seen=seen[1])


def _nothing_is_lost(folder, acknowledged: list[str]) -> None:
    """Every note that was acknowledged is kept, and each table is what its kept lines replay to."""
    hall = hall_in(folder)
    kept = "\n".join(line.body for line in hall.store.since(0))
    lost = [note for note in acknowledged if note not in kept]
    assert len(acknowledged) > 5 * KILLS and lost == []
    for table, desk in enumerate(hall.room.tables):
        match = new_match(load("two-villages"), "spring", "crisis", {}, f"1/{table}")
        for line, _ in desk.actions:
            match.submit(read(line))
        assert state_digest(match.state) == state_digest(hall.matches[table].state)
    hall.store.close()

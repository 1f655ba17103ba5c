"""`plenipo host`: serve a class from this machine, and say where it is and who can reach it."""

import asyncio
import json
import socket
from pathlib import Path
from typing import TextIO

import uvicorn
from attrs import frozen

from game.classroom.hall import Hall
from game.classroom.keys import new_code
from game.classroom.kit.sketch import sketch_of
from game.classroom.store import SqliteStore
from game.classroom.web.app import Classroom
from game.classroom.web.patience import Patient
from game.content import find, load
from game.content.roles import read_roles
from game.engine.errors import GameError
from game.session.options import Roster

KEEPER = "caretaker"
"""Who keeps a seat while nobody sits in it: it stays within the mandate and vows nothing."""
MOST_CLIENTS = 1500
"""Connections at once: sixty people with three devices each, and a flood beside them."""
KEY = 12


@frozen
class Asked:
    """What the command line asks for."""

    scenario: str
    file: Path
    """Where the class is kept; one that is there already goes on."""
    start: str = ""
    length: str = ""
    seed: str = "1"
    port: int = 8000
    network: bool = False
    """Whether other machines may come in."""


def run(asked: Asked, out: TextIO) -> int:
    """Serve until Ctrl+C; returns the exit code. Raises GameError, ScenarioError or OSError when it cannot begin."""
    hall, key, found = opened(asked)
    listening = _listen(asked)
    address = f"http://{reached_at() if asked.network else '127.0.0.1'}:{listening.getsockname()[1]}"
    application = Classroom(hall, address, sketch_of(find(asked.scenario))).application()
    out.writelines(f"{line}\n" for line in _said(asked, hall, address, key, found))
    out.flush()
    settings = uvicorn.Config(
        application,
        http=Patient,
        log_level="warning",
        server_header=False,
        date_header=False,
        limit_concurrency=MOST_CLIENTS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=16 * 1024,
        ws="none",
        lifespan="off",
    )
    try:
        asyncio.run(uvicorn.Server(settings).serve(sockets=[listening]))
    except KeyboardInterrupt:
        pass
    finally:
        hall.store.close()
    return 0


def opened(asked: Asked) -> tuple[Hall, str, bool]:
    """The hall, the teacher's key for today, and whether a class was found that goes on."""
    folder = find(asked.scenario)
    scenario = load(folder)
    start, length = _moment(asked, folder)
    there = asked.file.is_file()
    store = SqliteStore(asked.file)
    kept: dict[str, str] = next((json.loads(each.body) for each in store.since(0) if each.kind == "opened"), {})
    if kept.get("scenario", scenario.id) != scenario.id:
        store.close()
        raise GameError(f"{asked.file} keeps a class of '{kept['scenario']}'; name another file with --file")
    hall, key = Hall(store, scenario, read_roles(folder), Roster()[KEEPER]), new_code(KEY)
    hall.open(start, length, asked.seed, key)
    store.settle()
    return hall, key, there and bool(hall.room.people)


def _moment(asked: Asked, folder: Path) -> tuple[str, str]:
    """The start and the length: a lesson where the scenario has one and nothing else is asked for."""
    scenario = load(folder)
    start = asked.start or scenario.starts[0].id
    chosen = next((each for each in scenario.starts if each.id == start), None)
    if chosen is None:
        raise GameError(f"no start is called '{start}'; there are: {', '.join(each.id for each in scenario.starts)}")
    lengths = [each.id for each in scenario.lengths_from(chosen)]
    length = asked.length or ("lesson" if "lesson" in lengths else lengths[0])
    if length not in lengths:
        raise GameError(f"no length of '{start}' is called '{length}'; there are: {', '.join(lengths)}")
    return start, length


def _listen(asked: Asked) -> socket.socket:
    """The open door; raises GameError when somebody else stands in it."""
    family = socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(("0.0.0.0" if asked.network else "127.0.0.1", asked.port))
    except OSError as error:
        door.close()
        raise GameError(
            f"port {asked.port} cannot be used here ({error.strerror}); try --port {asked.port + 1}"
        ) from None
    return door


def reached_at() -> str:
    """This machine's address in its network, as far as the system tells; nothing is sent."""
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        probe.connect(("192.0.2.1", 9))  # an address for documentation: it only makes the system choose a way out
        return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()
    finally:
        probe.close()


def _said(asked: Asked, hall: Hall, address: str, key: str, found: bool) -> list[str]:
    going_on = "The class that was kept goes on; everybody comes back with the personal code." if found else ""
    reach = (
        "Other machines in your network can come in. If a phone cannot: it must be in the same network and not on\n"
        "mobile data; guest networks often keep devices apart; and a firewall on this machine may ask you first."
        if asked.network
        else "Only this machine can come in. For phones and other laptops start again with --network."
    )
    return [
        *([going_on, ""] if going_on else []),
        f"Students open  {address}   and type the code  {hall.room.opened['code']}",
        f"Your desk      {address}/teacher   key  {key}",
        f"The class is kept in {asked.file}; destroy it from your desk when the lesson is over.",
        reach,
        "Ctrl+C stops. The same command goes on with the same class.",
    ]

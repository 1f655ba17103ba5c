"""How a class answers under load: `python -m tests.bench.class_load [--people 60] [--minutes 5] [--clients 500]`.

Sixty students act once a second while a teacher looks, then as many idle clients as asked for listen as well. An update
is timed from when a note is sent until another student's open line has told of it. A plain loop is timed beside it.
"""

import argparse
import asyncio
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from attrs import define, field

from tests.bench.test_bench import plain_loop
from tests.classroom.served import Served, end, joined, start, teacher


@define
class Times:
    """Seconds that things took."""

    posts: list[float] = field(factory=list)
    updates: list[float] = field(factory=list)
    refused: int = 0


async def sent(found: Served, method: str, path: str, cookie: str, form: dict[str, str] | None = None) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", found.port)
    body = urlencode(form or {}).encode()
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{found.port}\r\nCookie: {cookie}\r\nConnection: close\r\n"
    if method == "POST":
        head += f"Origin: {found.address}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        head += f"Content-Length: {len(body)}\r\n"
    writer.write(head.encode() + b"\r\n" + body)
    answer = await reader.read()
    writer.close()
    return answer


async def listening(found: Served, cookie: str, heard: "asyncio.Queue[float] | None", until: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", found.port)
    writer.write(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{found.port}\r\nCookie: {cookie}\r\n\r\n".encode())
    while time.monotonic() < until:
        try:
            line = await asyncio.wait_for(reader.readline(), 1)
        except TimeoutError:
            continue
        if not line:
            break
        if heard is not None and line.startswith(b"data:"):
            heard.put_nowait(time.monotonic())
    writer.close()


async def student(found: Served, cookie: str, number: int, times: Times, until: float) -> None:
    await asyncio.sleep(number / 60)
    while time.monotonic() < until:
        begun = time.monotonic()
        answer = await sent(found, "POST", "/seat/say", cookie, {"text": f"note {begun}", "to": "all"})
        times.posts.append(time.monotonic() - begun)
        times.refused += b" 303 " not in answer[:20]
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - begun)))


async def timed(found: Served, pair: tuple[str, str], times: Times, until: float) -> None:
    """Two students of a table nobody else writes at: what one sends, the other's line tells."""
    heard: asyncio.Queue[float] = asyncio.Queue()
    line = asyncio.create_task(listening(found, pair[1], heard, until))
    await asyncio.sleep(1)
    while time.monotonic() < until - 1:
        while not heard.empty():
            heard.get_nowait()
        begun = time.monotonic()
        await sent(found, "POST", "/seat/say", pair[0], {"text": f"timed {begun}", "to": "all"})
        times.updates.append(await asyncio.wait_for(heard.get(), 5) - begun)
        await asyncio.sleep(0.5)
    await line


async def looking(found: Served, cookie: str, until: float) -> None:
    while time.monotonic() < until:
        await sent(found, "GET", "/teacher", cookie)
        await asyncio.sleep(1)


async def loaded(found: Served, cookies: list[str], desk: str, seconds: float, idle: int) -> Times:
    times, until = Times(), time.monotonic() + seconds
    table = re.search(r"table (\d+)", (await sent(found, "GET", "/seat", cookies[0])).decode("utf-8", "replace"))
    others = [each for each in cookies[1:] if table]
    mates = [each for each in others if f"table {table[1]}<".encode() in await sent(found, "GET", "/seat", each)]
    busy = [each for each in others if each not in mates]
    work = [student(found, cookie, number, times, until) for number, cookie in enumerate(busy)]
    work += [listening(found, cookies[number % len(cookies)], None, until) for number in range(len(busy) + idle)]
    await asyncio.gather(*work, timed(found, (cookies[0], mates[0]), times, until), looking(found, desk, until))
    return times


def memory(found: Served) -> float:
    """Megabytes the server holds now."""
    status = Path(f"/proc/{found.process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def tell(what: str, times: Times, found: Served) -> None:
    cut = quantiles(times.updates, n=100)
    posts = quantiles(times.posts, n=100)
    print(
        f"{what}: an update after {median(times.updates) * 1000:.0f} ms, p99 {cut[98] * 1000:.0f} ms "
        f"({len(times.updates)} timed); a form answered after {median(times.posts) * 1000:.0f} ms, p99 "
        f"{posts[98] * 1000:.0f} ms ({len(times.posts)} sent, {times.refused} refused); server {memory(found):.0f} MB; "
        f"a million additions beside it {plain_loop() * 1000:.1f} ms",
        flush=True,
    )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--people", type=int, default=60)
    asked.add_argument("--minutes", type=float, default=5.0)
    asked.add_argument("--clients", type=int, default=500)
    given = asked.parse_args()
    found = start(Path(tempfile.mkdtemp()), "ili-1871", "--start", "1880")
    try:
        people = []
        for number in range(given.people):
            people.append(joined(found, f"Student {number}")[0])
            time.sleep(0.1)  # one address may send ten forms a second, and here everybody has the same
        desk = teacher(found)
        desk.post("/teacher/begin")
        cookies = [f"seat={each.cookies['seat']}" for each in people]
        key = f"desk={desk.cookies['desk']}"
        seconds = given.minutes * 60
        tell(f"{given.people} students and a teacher", asyncio.run(loaded(found, cookies, key, seconds, 0)), found)
        idle = max(0, given.clients - given.people)
        tell(f"and {given.clients} clients", asyncio.run(loaded(found, cookies, key, min(seconds, 60), idle)), found)
    finally:
        end(found)


if __name__ == "__main__":
    sys.exit(main())

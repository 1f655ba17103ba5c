"""Lines on which nobody finishes asking are hung up on; those on which somebody listens are not."""

import asyncio
import socket
from contextlib import asynccontextmanager

import uvicorn

from game.classroom.web.patience import Patient

LIMIT = 0.2


class Hasty(Patient):
    patience = LIMIT


async def page(scope, receive, send):
    """Answers at once; the long page takes five times the patience, and one page never has heard enough."""
    while (await receive())["type"] == "http.request" and scope["path"] == "/never":
        pass
    await asyncio.sleep(5 * LIMIT if scope["path"] == "/long" else 0)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@asynccontextmanager
async def serving():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings = uvicorn.Config(page, http=Hasty, log_level="error", lifespan="off", ws="none", timeout_keep_alive=1)
        server = uvicorn.Server(settings)
        running = asyncio.create_task(server.serve(sockets=[door]))
        while not server.started:
            await asyncio.sleep(0.01)
        yield door.getsockname()[1]
        server.should_exit = True
        await running


async def answer(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """All that comes back until the line is closed, or b'open' when it is left open for fifteen times the patience."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await asyncio.sleep(pause)
    try:
        return await asyncio.wait_for(reader.read(), 15 * LIMIT)
    except TimeoutError:
        return b"open"
    except ConnectionError:
        return b""
    finally:
        writer.close()


def asked(*calls):
    async def played():
        async with serving() as port:
            return await asyncio.gather(*(answer(port, *pieces, pause=pause) for pieces, pause in calls))

    return asyncio.run(played())


def test_silence_half_a_request_and_one_that_drips_are_hung_up_on():
    head = b"GET / HTTP/1.1\r\nHost: x\r\n"
    body = b"POST /never HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nhalf"

    answers = asked(([], 0), ([head], 0), ([head, *[b"x: y\r\n"] * 8], LIMIT / 2), ([body], 0))

    assert all(b" 200 " not in each and each != b"open" for each in answers), answers


def test_a_whole_request_is_answered_however_long_that_takes():
    request = b"GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    (told,) = asked(([request], 0))

    assert b" 200 " in told and told.endswith(b"ok")


def test_a_line_that_goes_on_asking_is_kept():
    again, last = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    (told,) = asked(([*[again] * 9, last], 0.8 * LIMIT))

    assert told.count(b" 200 ") == 10

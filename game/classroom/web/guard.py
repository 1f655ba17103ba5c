"""What every request goes through: size, rate, origin, and the headers that keep a page to itself."""

import logging
import time
from collections.abc import Callable, MutableMapping
from ipaddress import ip_address
from socket import gethostname

from attrs import define, field
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
LARGEST = 64 * 1024
"""Bytes of a request's body: a draft of twenty clauses has three thousand."""
BURST, PER_SECOND = 60, 10
"""Posts that one client may send at once, and then each second."""
TRIES, PER_MINUTE = 30, 10
"""Wrong tries at codes and keys: of nine hundred million codes a guesser sees fifteen thousand in a day."""
GUESSED = ("/join", "/return", "/teacher/key")
CLIENTS = 4096
"""Addresses that are remembered; the longest silent go first."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@define
class Bucket:
    """How much one client may still do."""

    left: float
    since: float


@define
class Rate:
    """So many at once, and so many a second after that, for each client."""

    burst: float
    a_second: float
    clock: Callable[[], float] = time.monotonic
    buckets: MutableMapping[str, Bucket] = field(factory=dict)

    def allows(self, client: str, cost: int = 1) -> bool:
        """Whether *client* may do one thing more, which then costs so much of what it may do."""
        now = self.clock()
        bucket = self.buckets.pop(client, None) or Bucket(self.burst, now)
        bucket.left = min(self.burst, bucket.left + (now - bucket.since) * self.a_second)
        bucket.since = now
        self.buckets[client] = bucket
        if len(self.buckets) > CLIENTS:
            self.buckets.pop(next(iter(self.buckets)))
        if bucket.left < 1:
            return False
        bucket.left -= cost
        return True


class TooLarge(Exception):
    """A body that goes on beyond what anybody has to say; `too_large` answers it."""


async def too_large(_: Request, __: Exception) -> Response:
    return _said(413, "That is longer than anything the class needs.")


async def unwritten(_: Request, error: Exception) -> Response:
    """What is told when the class's machine cannot keep what was sent; its terminal gets the cause."""
    _LOG.error("%s", error)
    return _said(
        507,
        "The class's laptop could not write that down, so it does not count, and nothing else is lost. "
        "Tell your teacher that its disk may be full; then go back one page and send it again.",
    )


@define
class Guard:
    """The outermost layer of the application."""

    app: ASGIApp
    known: Callable[[str], str] = lambda cookie: ""
    """Whose seat a request's cookies open; empty for a stranger, who is told apart by address."""
    posts: Rate = field(factory=lambda: Rate(BURST, PER_SECOND))
    tries: Rate = field(factory=lambda: Rate(TRIES, PER_MINUTE / 60))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if refusal := self._refused(scope):
            await refusal(scope, receive, _with_headers(send))
            return
        counted = self._counting(scope, send) if scope["path"] in GUESSED else send
        await self.app(scope, _bounded(receive), _with_headers(counted))

    def _counting(self, scope: Scope, send: Send) -> Send:
        """A wrong try costs one of those that an address has; a right one is free, for a class may share an address."""

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                self.tries.allows(_address(scope))
            await send(message)

        return counting

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if not _is_ours(headers.get("host", "")):
            return _said(421, "This class is reached by its machine's own address, not by another name.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _said(405, "Pages are read and forms are sent here, nothing else.")
        if scope["method"] != "POST":
            return None
        if not _same_origin(headers):
            return _said(403, "This form was sent from another page than ours. Open the class's own address.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return _said(413, "That is longer than anything the class needs.")
        address = _address(scope)
        fast = not self.posts.allows(self.known(headers.get("cookie", "")) or address)
        if fast or (scope["path"] in GUESSED and not self.tries.allows(address, cost=0)):
            return _said(429, "Too much at once. Wait a few seconds and try again.")
        return None


def _address(scope: Scope) -> str:
    return str(scope["client"][0]) if scope.get("client") else ""


def _is_ours(host: str) -> bool:
    """Whether a Host is a number, this machine's name, or one of the local network.

    Any other name is a stranger's that was made to lead here, so that the stranger's page passes for ours (DNS
    rebinding).
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        own = gethostname().casefold()
        return name.casefold() in ("localhost", own) or name.casefold().endswith((".local", f".{own}"))
    return True


def _same_origin(headers: MutableMapping[str, str]) -> bool:
    """Whether a form comes from a page of ours, by its Origin, or its Referer where a browser sends no Origin."""
    sent = headers.get("origin") or headers.get("referer", "")
    host = headers.get("host", "")
    return bool(host) and sent.split("/")[2:3] == [host] and sent.startswith(("http://", "https://"))


def _bounded(receive: Receive) -> Receive:
    total = 0

    async def bounded() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > LARGEST:
            raise TooLarge
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            told = {name for name, _ in message.get("headers", [])}
            extra = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in told]
            message = {**message, "headers": [*message.get("headers", []), *extra]}
        await send(message)

    return sending


def _said(status: int, sentence: str) -> PlainTextResponse:
    return PlainTextResponse(sentence + "\n", status)

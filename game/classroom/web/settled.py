"""Nobody is told of a line before it is on the disk; one write-through serves all who wait for it."""

import asyncio

from attrs import define
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.classroom.hall import Hall


@define(eq=False)
class Settled:
    """A layer that holds back every answer until the lines it may tell of are safe.

    The class goes on meanwhile: a disk takes milliseconds, now and then half a second, and it is asked beside the
    event loop, once for all that was kept since it was last asked (a group commit).
    """

    app: ASGIApp
    hall: Hall
    done: int = 0
    """The last line that is known to be on the disk."""
    writing: "asyncio.Task[None] | None" = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            await self._until(self.hall.mark)
            await send(message)

        await self.app(scope, receive, sending)

    async def _until(self, mark: int) -> None:
        while self.done < mark:
            if self.writing is None or self.writing.done():
                self.writing = asyncio.create_task(self._write_through())
            await asyncio.shield(self.writing)

    async def _write_through(self) -> None:
        mark = self.hall.mark
        await asyncio.to_thread(self.hall.store.settle)
        self.done = mark

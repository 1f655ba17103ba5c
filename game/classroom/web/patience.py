"""Hang up on whoever opens a line and does not finish asking: such lines, left open, would keep a class out."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds in which a request must arrive whole: a draft on a poor line takes one or two."""


class Patient(H11Protocol):
    """The server's own way of speaking HTTP, which by itself waits for ever for a request that never ends.

    What counts is that the request is whole, not that something still comes: a byte every few seconds is no request.
    """

    patience = PATIENCE
    _overdue = False
    _look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._look = self.loop.call_later(self.patience, self._look_again)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._overdue = self._overdue and not self._whole()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _whole(self) -> bool:
        return self.conn.their_state not in (h11.IDLE, h11.SEND_BODY)

    def _look_again(self) -> None:
        if self._overdue:
            self.transport.close()
            return
        self._overdue = not self._whole()
        self._look = self.loop.call_later(self.patience, self._look_again)

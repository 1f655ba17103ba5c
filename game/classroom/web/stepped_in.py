"""A side that the teacher has stepped in for, on the page that its people see."""

from typing import TYPE_CHECKING

from attrs import frozen
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.classroom.room import Person
from game.classroom.web.forms import Form
from game.engine.errors import GameError
from game.prose.words import sentence

if TYPE_CHECKING:
    from game.classroom.web.app import Classroom


@frozen
class SteppedIn:
    """The pages of the sides that a teacher leads."""

    pages: "Classroom"

    def routes(self) -> list[Route]:
        return [
            Route("/teacher/seat/{table:int}/{side:int}", self.seat),
            Route("/teacher/seat/{table:int}/{side:int}/{what}", self.pages.posted(self.acted), methods=["POST"]),
        ]

    def _led(self, request: Request) -> Person | None:
        """The teacher in the seat that is asked for; None where they have not stepped in."""
        table, side = request.path_params["table"], request.path_params["side"]
        tables = self.pages.hall.room.tables
        if not self.pages.teaches(request) or table >= len(tables) or side not in tables[table].led:
            return None
        return Person("", "Your teacher", "", "", table, side)

    async def seat(self, request: Request) -> Response:
        person = self._led(request)
        return self.pages.seat_of(person) if person else RedirectResponse("/teacher", 303)

    async def acted(self, request: Request, form: Form) -> Response:
        person = self._led(request)
        if person is None:
            return RedirectResponse("/teacher", 303)
        try:
            self.pages.do(person, request.path_params["what"], form)
        except GameError as error:
            return self.pages.seat_of(person, sentence(str(error)), 409)
        return RedirectResponse(f"/teacher/seat/{person.table}/{person.side}", 303)

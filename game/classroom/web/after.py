"""What is left of a class: the debrief, each student's own log, and the page that says what is kept."""

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from attrs import frozen
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from game.classroom.debrief import debrief, deeds_csv, essay
from game.classroom.standing import tables_of

if TYPE_CHECKING:
    from game.classroom.web.app import Classroom

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def policy_for(page: str) -> str:
    """The debrief is one file and brings its own styles: those, by their fingerprints, and nothing else."""
    found = (hashlib.sha256(text.encode()).digest() for text in _STYLE.findall(page))
    styles = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in found)
    return f"default-src 'none'; style-src {styles or repr('none')}; base-uri 'none'; form-action 'none'"


@frozen
class AfterClass:
    """The addresses of what is left of a class."""

    pages: "Classroom"

    def routes(self) -> list[Route]:
        return [
            Route("/teacher/debrief", self.of_the_teacher),
            Route("/teacher/deeds.csv", self.deeds),
            Route("/debrief", self.of_the_students),
            Route("/log", self.own_log),
            Route("/kept", self.kept),
        ]

    async def of_the_teacher(self, request: Request) -> Response:
        """The debrief as it would stand if the class ended now."""
        if not self.pages.teaches(request):
            return self.pages.page("key.html", 403, said="Your key is needed for that.")
        if not self.pages.hall.matches:
            return self.pages.desk("There is nothing to tell yet: the class has not begun.", 409)
        return self._debrief("anonymous" in request.query_params)

    async def of_the_students(self, request: Request) -> Response:
        """The debrief without nicknames, once the class has ended."""
        hall = self.pages.hall
        if self.pages.person(request) is None or not hall.room.ended or not hall.matches:
            return RedirectResponse("/", 303)
        return self._debrief(anonymous=True)

    def _debrief(self, anonymous: bool) -> Response:
        page = debrief(tables_of(self.pages.hall), anonymous=anonymous)
        return HTMLResponse(page, headers={"content-security-policy": policy_for(page)})

    async def deeds(self, request: Request) -> Response:
        if not self.pages.teaches(request):
            return PlainTextResponse("Your key is needed for that.\n", 403)
        named = {"content-disposition": 'attachment; filename="deeds.csv"'}
        return PlainTextResponse(deeds_csv(tables_of(self.pages.hall)), media_type="text/csv", headers=named)

    async def own_log(self, request: Request) -> Response:
        """What a student did, as the draft of an essay; the teacher may have anybody's at any time."""
        hall, teaches = self.pages.hall, self.pages.teaches(request)
        asked = hall.room.people.get(request.query_params.get("person", "")) if teaches else None
        person = asked or self.pages.person(request)
        if person is None or person.table < 0 or not (hall.room.ended or teaches):
            return RedirectResponse("/", 303)
        named = {"content-disposition": 'attachment; filename="my-part.md"'}
        text = essay(tables_of(hall)[person.table], person.nickname)
        return PlainTextResponse(text, media_type="text/markdown", headers=named)

    async def kept(self, _: Request) -> Response:
        """What is kept of whom, where, until when."""
        return self.pages.page("kept.html")

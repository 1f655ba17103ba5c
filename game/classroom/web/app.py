"""The application: which address shows what, and who may see it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import segno
from attrs import define, field
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from game.classroom.hall import Hall
from game.classroom.keys import code_of
from game.classroom.kit.sketch import Sketch
from game.classroom.room import Person
from game.classroom.standing import standing
from game.classroom.store import Unwritten
from game.classroom.web.after import AfterClass
from game.classroom.web.forms import Form, action_of, clauses_of, cured, number_of
from game.classroom.web.guard import Guard, TooLarge, too_large, unwritten
from game.classroom.web.seat_page import seat_page
from game.classroom.web.settled import Settled
from game.classroom.web.stepped_in import SteppedIn
from game.content.assets import assets_folder
from game.engine.errors import GameError
from game.prose.words import sentence

HERE = Path(__file__).parent
SEAT, DESK = "seat", "desk"
"""The cookies of a student and of the teacher."""
BREATH = 15
"""Seconds after which an open line says that it is still there."""
Handler = Callable[[Request, Form], Awaitable[Response]]


@define(eq=False)
class Classroom:
    """The pages of one hall."""

    hall: Hall
    address: str
    """Where students go, as it is written on the wall."""
    sketch: Sketch | None = None
    """The scenario's map, where it has one."""
    bells: set[asyncio.Event] = field(factory=set)
    """One for each open line, rung when a line has been kept."""
    templates: Environment = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.hall.kept = self._ring
        loader = FileSystemLoader(HERE / "templates")
        self.templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        self.templates.lstrip_blocks = True

    def application(self) -> Guard:
        """What a server runs."""
        routes = [
            Route("/", self.front),
            Route("/join", self.posted(self.join), methods=["POST"]),
            Route("/return", self.posted(self.come_back), methods=["POST"]),
            Route("/seat", self.seat),
            Route("/seat/{what}", self.posted(self.acted), methods=["POST"]),
            Route("/map", self.map),
            Route("/events", self.events),
            Route("/screen", self.screen),
            Route("/teacher", self.teacher),
            Route("/teacher/key", self.posted(self.unlock), methods=["POST"]),
            *AfterClass(self).routes(),
            *SteppedIn(self).routes(),
            Route("/teacher/{what}", self.posted(self.taught), methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Mount("/fonts", StaticFiles(directory=assets_folder() / "fonts")),
        ]
        pages = Starlette(routes=routes, exception_handlers={TooLarge: too_large, Unwritten: unwritten})
        return Guard(Settled(pages, self.hall), self._whose)

    # --- students

    async def front(self, request: Request) -> Response:
        """The door: a code and a nickname, or a personal code to come back."""
        if self.person(request):
            return RedirectResponse("/seat", 303)
        return self.page("door.html", said="", code=request.query_params.get("code", "")[:8])

    async def join(self, request: Request, form: Form) -> Response:
        if code_of(form.get("code", "")) != self.hall.room.opened.get("code"):
            return self.page("door.html", 400, said="The class has another code; look at the wall again.", code="")
        try:
            _, token, code = self.hall.join(form.get("nickname", ""))
        except GameError as error:
            return self.page("door.html", 400, said=sentence(str(error)), code=form.get("code", "")[:8])
        return _with_cookie(self.page("welcome.html", code=code), SEAT, token, request)

    async def come_back(self, request: Request, form: Form) -> Response:
        try:
            _, token = self.hall.come_back(form.get("personal", "")[:40])
        except GameError as error:
            return self.page("door.html", 400, said=sentence(str(error)), code="")
        return _with_cookie(RedirectResponse("/seat", 303), SEAT, token, request)

    async def seat(self, request: Request) -> Response:
        person = self.person(request)
        if person is None:
            return RedirectResponse("/", 303)
        return self.seat_of(person)

    def seat_of(self, person: Person, said: str = "", status: int = 200) -> Response:
        if person.table < 0:
            here = [each.nickname for each in self.hall.room.people.values() if each.here]
            return self.page("waiting.html", status, person=person, here=here, said=said, mark=self.hall.mark_of(-1))
        seat = seat_page(self.hall, person)
        return self.page("seat.html", status, seat=seat, room=self.hall.room, said=said, mark=seat.mark)

    async def map(self, request: Request) -> Response:
        """The map on paper's terms: everybody who has come in may see it."""
        if self.person(request) is None and not self.teaches(request):
            return RedirectResponse("/", 303)
        return self.page("map.html", sketch=self.sketch)

    async def acted(self, request: Request, form: Form) -> Response:
        person = self.person(request)
        if person is None:
            return RedirectResponse("/", 303)
        try:
            self.do(person, request.path_params["what"], form)
        except GameError as error:
            return self.seat_of(person, sentence(str(error)), 409)
        return RedirectResponse("/seat", 303)

    def do(self, person: Person, what: str, form: Form) -> None:
        """One thing that somebody does at a seat; raises GameError."""
        match what:
            case "act":
                if person.table < 0:
                    raise GameError("the class has not begun")
                self.hall.act(person, action_of(self.hall, person, form), number_of(form, "seen"))
            case "draft":
                self.hall.draft(person, cured(self.hall, person) if form.get("cure") else clauses_of(form))
            case "vote":
                self.hall.vote(person, form.get("yes") == "yes", form.get("on", "draft"))
            case "voice":
                self.hall.voice(person, number_of(form, "warmth", -1))
            case "say":
                self.hall.say(person, form.get("text", ""), form.get("to") == "all")
            case _:
                raise GameError("there is no such form")

    # --- the teacher

    async def unlock(self, request: Request, form: Form) -> Response:
        if not self.hall.is_teacher(form.get("key", "")):
            return self.page("key.html", 403, said="This is not the teacher's key; it stands in the terminal.")
        return _with_cookie(RedirectResponse("/teacher", 303), DESK, form["key"], request)

    async def teacher(self, request: Request) -> Response:
        """The desk; whoever brings no key is asked for it."""
        if not self.hall.room.opened:
            return self.page("purged.html")
        if not self.teaches(request):
            return self.page("key.html", said="")
        return self.desk()

    def desk(self, said: str = "", status: int = 200) -> Response:
        hall = self.hall
        tables = [standing(hall, table) for table in range(len(hall.matches))]
        unseated = [each for each in hall.room.people.values() if each.here and each.table < 0]
        told = {"room": hall.room, "tables": tables, "unseated": unseated, "address": self.address, "said": said}
        return self.page("desk.html", status, mark=hall.mark, **told)

    async def taught(self, request: Request, form: Form) -> Response:
        if not self.teaches(request):
            return self.page("key.html", 403, said="Your key is needed for that.")
        try:
            self._teach(request.path_params["what"], form)
        except GameError as error:
            return self.desk(sentence(str(error)), 409)
        return RedirectResponse("/teacher", 303)

    def _teach(self, what: str, form: Form) -> None:
        hall = self.hall
        plain: Mapping[str, Callable[[], None]] = {
            "begin": hall.begin,
            "pause": lambda: hall.pause(on=True),
            "resume": lambda: hall.pause(on=False),
            "clock": lambda: hall.set_clock(number_of(form, "minutes")),
            "nudge": lambda: hall.nudge(number_of(form, "table")),
            "skip": lambda: hall.skip(number_of(form, "table")),
            "rewind": lambda: _rewind(hall, form),
            "lead": lambda: hall.lead(number_of(form, "table"), number_of(form, "side"), form.get("on") == "yes"),
            "dispatch": lambda: hall.dispatch(form.get("text", ""), _table(form)),
            "remove": lambda: hall.remove(form.get("person", "")),
            "move": lambda: hall.move(form.get("person", ""), *_place(form)),
            "end": hall.end,
            "purge": lambda: _purge(hall, form),
        }
        if what not in plain:
            raise GameError("there is no such form")
        plain[what]()

    async def screen(self, request: Request) -> Response:
        """What a projector may show: the code, the tables, and no secret."""
        if not self.teaches(request):
            return self.page("key.html", said="")
        hall = self.hall
        tables = [standing(hall, table) for table in range(len(hall.matches))]
        code = hall.room.opened.get("code", "")
        picture = segno.make(f"{self.address}/?code={code}").svg_inline(border=2, dark="#231c14", omitsize=True)
        told = {"code": code, "picture": picture, "address": self.address, "tables": tables, "room": hall.room}
        return self.page("screen.html", mark=hall.mark, **told)

    # --- what pages listen to

    async def events(self, request: Request) -> Response:
        """A line that says so whenever the page that listens has grown old."""
        person = self.person(request)
        if person is None and not self.teaches(request):
            return PlainTextResponse("Nobody is known by this cookie.\n", 403)
        return StreamingResponse(self._news(person), media_type="text/event-stream")

    async def _news(self, person: Person | None) -> AsyncIterator[str]:
        told, bell = -1, asyncio.Event()
        self.bells.add(bell)
        try:
            while True:
                if person is not None:
                    self.hall.presence.mark(person.id)
                mark = self._mark(person)
                yield f"data: {mark}\n\n" if mark != told else ": still here\n\n"
                told = mark
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._rung(bell, person, told), BREATH)
        finally:
            self.bells.discard(bell)

    async def _rung(self, bell: asyncio.Event, person: Person | None, told: int) -> None:
        """Wait until the page of *person* is old; most of what happens is at other tables."""
        while self._mark(person) == told:
            bell.clear()
            await bell.wait()

    def _ring(self) -> None:
        for bell in self.bells:
            bell.set()

    def _mark(self, person: Person | None) -> int:
        if person is None:
            return self.hall.mark
        known = self.hall.room.people.get(person.id)
        return self.hall.mark_of(known.table) if known else -2

    # --- within

    def posted(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        """A handler of a form's fields, of which the last of each name counts."""

        async def handle(request: Request) -> Response:
            fields = await request.form(max_fields=100, max_files=0)
            return await handler(request, {name: value for name, value in fields.items() if isinstance(value, str)})

        return handle

    def person(self, request: Request) -> Person | None:
        """The student whose browser asks, who is thereby here."""
        person = self.hall.person_of(request.cookies.get(SEAT, ""))
        if person is not None:
            self.hall.presence.mark(person.id)
        return person

    def teaches(self, request: Request) -> bool:
        return self.hall.is_teacher(request.cookies.get(DESK, ""))

    def _whose(self, cookies: str) -> str:
        """Whose cookies these are, so that nobody pays for a stranger's haste at the same address."""
        parts = (part.strip().partition("=") for part in cookies.split(";"))
        found = {name: value for name, _, value in parts}
        if self.hall.is_teacher(found.get(DESK, "")):
            return DESK
        person = self.hall.person_of(found.get(SEAT, ""))
        return person.id if person else ""

    def page(self, name: str, status: int = 200, **told: Any) -> HTMLResponse:
        return HTMLResponse(self.templates.get_template(name).render(scenario=self.hall.scenario, **told), status)


def _with_cookie(response: Response, name: str, key: str, request: Request) -> Response:
    secure = request.url.scheme == "https"
    response.set_cookie(name, key, max_age=7 * 24 * 3600, httponly=True, samesite="strict", secure=secure)
    return response


def _table(form: Form) -> int | None:
    return number_of(form, "table") if form.get("table") else None


def _rewind(hall: Hall, form: Form) -> None:
    if form.get("minutes"):
        hall.rewind(number_of(form, "table"), minutes=number_of(form, "minutes", 1))
    else:
        hall.rewind(number_of(form, "table"), number_of(form, "actions", 1))


def _place(form: Form) -> tuple[int, int]:
    table, _, side = form.get("place", "").partition(".")
    return number_of({"table": table}, "table"), number_of({"side": side}, "side")


def _purge(hall: Hall, form: Form) -> None:
    if form.get("sure", "").strip().casefold() != "purge":
        raise GameError("type 'purge' beside the button: nothing of this class can be brought back after it")
    hall.purge()

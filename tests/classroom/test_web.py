"""A class over the network, as friends and strangers meet it: what is shown, to whom, and what is refused."""

import http.client
import re
import socket

import pytest

from tests.classroom.served import Client, Served, joined, served, teacher

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def lesson(tmp_path_factory) -> Served:
    """A class of four that has begun."""
    with served(tmp_path_factory.mktemp("class")) as found:
        found.students = [joined(found, name)[0] for name in ("Ada", "Ben", "Cleo", "Dan")]
        found.desk = teacher(found)
        assert found.desk.post("/teacher/begin")[0] == 303
        yield found


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def waited_for(lesson: Served) -> tuple[Client, str]:
    """A student for whom the table waits, with the page."""
    pages = [(each, each.get("/seat")[1]) for each in lesson.students]
    return next((client, page) for client, page in pages if "It is for you to act" in page)


def asked_on(page: str) -> dict[str, str]:
    """What a student's page asks for, answered with the first choice, no orders or silence."""
    if card := re.search(r'name="card" value="([\w-]+)"', page):
        return {"do": "choose", "card": card[1], "choice": re.search(r'name="choice" value="([\w-]+)"', page)[1]}
    return {"do": "orders" if "Give the orders" in page else "hold"}


def test_each_student_sees_the_own_brief_and_not_the_other_sides(lesson):
    first, second = (each.get("/seat")[1] for each in lesson.students[:2])

    assert "Bring us firewood" in first and "Bring us firewood" not in second
    assert "mill" in second and "<strong>Hill</strong>" in first and "<strong>Dale</strong>" in second


def test_a_stranger_sees_the_door_and_nothing_else(lesson):
    stranger = Client(lesson.port)

    assert stranger.get("/seat")[0] == 303
    assert "Open the desk" in stranger.get("/teacher")[1] and "Ada" not in stranger.get("/teacher")[1]
    assert "Open the desk" in stranger.get("/screen")[1]
    assert stranger.get("/events")[0] == 403 and stranger.get("/teacher/debrief")[0] == 403
    assert stranger.get("/teacher/deeds.csv")[0] == 403
    assert "Come in" in stranger.get("/")[1]


@pytest.mark.parametrize("what", ["begin", "pause", "end", "purge", "skip", "rewind", "remove", "dispatch", "clock"])
def test_a_student_cannot_teach(lesson, what):
    assert lesson.students[0].post(f"/teacher/{what}", table="0", sure="purge", person="p2")[0] == 403


def test_a_student_cannot_act_for_another_seat_by_any_field(lesson):
    ours = lesson.students[0]
    page = ours.get("/seat")[1]
    theirs = "dale"
    for form in (
        {"do": "choose", "card": "drought", "choice": "share", "seat": theirs},
        {"do": "orders", "first": "calm", "seat": theirs, "person": "p2", "side": "1", "table": "0"},
        {"do": "orders", "first": f"calm\n{theirs} orders calm"},
        {"do": "orders", "first": f"calm; {theirs} orders calm"},
    ):
        status, answer = ours.post("/seat/act", seen=seen(page) if 'name="seen"' in page else "0", **form)
        assert status in (303, 409)
        assert "Traceback" not in answer
    other = lesson.students[1].get("/seat")[1]
    assert "You ordered" not in other and "Dale" in other


def test_forged_replayed_and_foreign_tokens_open_nothing(lesson):
    good = lesson.students[0].cookies["seat"]
    for token in ("", "x", good[:-1], good + "A", good.lower(), "p1", "../../etc/passwd", "%00", "' OR 1=1 --"):
        assert Client(lesson.port, {"seat": token}).get("/seat")[0] == 303
        assert "Open the desk" in Client(lesson.port, {"desk": token}).get("/teacher")[1]
    assert Client(lesson.port, {"seat": lesson.desk.cookies["desk"], "desk": good}).get("/seat")[0] == 303


def test_an_old_token_is_dead_once_the_student_has_come_back(lesson):
    client, code = joined(lesson, "Eve")
    before = dict(client.cookies)

    fresh = Client(lesson.port)
    assert fresh.post("/return", personal=f" {code.lower()} ")[0] == 303

    assert "Eve" in fresh.get("/seat")[1]
    assert Client(lesson.port, before).get("/seat")[0] == 303


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1", "http://127.0.0.1:1"])
def test_a_form_from_another_page_is_refused(lesson, origin):
    status, answer = lesson.students[0].post("/seat/say", {"Origin": origin}, text="hello", to="all")

    assert status == 403 and "another page" in answer


def test_what_students_write_is_shown_as_they_wrote_it_and_never_run(lesson):
    lesson.students[0].post("/seat/say", text=SCRIPT, to="all")

    for page in (lesson.students[1].get("/seat")[1], lesson.desk.get("/teacher")[1]):
        assert SCRIPT not in page and "&lt;script&gt;" in page


def test_a_comment_stays_within_the_delegation_and_the_teachers_eyes(lesson):
    lesson.students[0].post("/seat/say", text="our floor is low", to="own")

    assert "our floor is low" in lesson.students[2].get("/seat")[1]  # the same side
    assert "our floor is low" not in lesson.students[1].get("/seat")[1]
    assert "our floor is low" in lesson.desk.get("/teacher")[1]


def test_the_wall_shows_the_code_and_no_secret(lesson):
    page = lesson.desk.get("/screen")[1]

    assert lesson.code in page and "<svg" in page
    assert lesson.key not in page and "our floor is low" not in page and "Bring us firewood" not in page
    assert lesson.desk.cookies["desk"] not in page


def test_every_page_forbids_what_it_does_not_need(lesson):
    for path in ("/", "/teacher", "/static/class.js", "/nowhere"):
        line = http.client.HTTPConnection("127.0.0.1", lesson.port, timeout=10)
        line.request("GET", path)
        headers = {name.lower(): value for name, value in line.getresponse().getheaders()}
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["content-security-policy"] and headers["x-content-type-options"] == "nosniff"
        line.close()


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/%00", "/..;/"],
)
def test_paths_lead_nowhere_else(lesson, path):
    status, answer = lesson.students[0].send("GET", path)

    assert status in (400, 404) and "import" not in answer


def test_giant_and_malformed_bodies_are_refused_and_the_class_goes_on(lesson):
    ours = lesson.students[0]
    own = {"Origin": lesson.address, "Content-Type": "application/x-www-form-urlencoded"}

    many = "&".join(f"a{number}=1" for number in range(3000)).encode()
    for path, body, kind, answers in (
        ("/seat/say", b"text=" + b"x" * 70_000, "application/x-www-form-urlencoded", {413}),
        ("/seat/say", b"text=" + b"x" * 601, "application/x-www-form-urlencoded", {409}),
        ("/seat/act", b"\xff\xfe%%%==&&&", "application/x-www-form-urlencoded", {400, 409}),
        ("/seat/act", b"{", "application/json", {400, 409}),
        ("/seat/act", b"--x\r\n", "multipart/form-data; boundary=x", {400, 409}),
        ("/seat/draft", many, "application/x-www-form-urlencoded", {400, 409}),
    ):
        status, answer = ours.send("POST", path, body, {**own, "Content-Type": kind})
        assert status in answers and "Traceback" not in answer, (path, kind)
    assert ours.send("PUT", "/seat/act", b"", own)[0] == 405
    assert ours.get("/seat")[0] == 200


def test_a_body_without_end_is_cut_off(lesson):
    with socket.create_connection(("127.0.0.1", lesson.port), timeout=10) as line:
        head = f"POST /seat/say HTTP/1.1\r\nHost: 127.0.0.1:{lesson.port}\r\nOrigin: {lesson.address}\r\n"
        line.sendall(
            f"{head}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        )
        try:
            for _ in range(100):
                line.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
            answer = line.recv(200)
        except OSError:
            answer = b""
    assert answer == b"" or b" 413 " in answer.split(b"\r\n")[0]
    assert lesson.students[0].get("/seat")[0] == 200


def test_guessing_codes_is_slowed_down(lesson):
    stranger = Client(lesson.port)

    answers = [stranger.post("/return", personal=f"AAAA{n:02}")[0] for n in range(60)]

    assert 429 in answers and set(answers) <= {400, 429}
    assert lesson.students[0].get("/seat")[0] == 200


def test_signing_what_has_been_withdrawn_is_refused_by_what_was_seen(lesson):
    client, page = waited_for(lesson)
    old = seen(page)
    assert lesson.desk.post("/teacher/skip", table="0")[0] == 303

    status, answer = client.post("/seat/act", **asked_on(page), seen=old)

    assert status == 409 and "The table has moved on since your page was made" in answer


def test_a_slow_reader_holds_up_nobody(lesson):
    lines = []
    for _ in range(30):
        line = socket.create_connection(("127.0.0.1", lesson.port), timeout=10)
        line.sendall(b"GET /seat HTTP/1.1\r\nHost: x\r\n")
        lines.append(line)  # the request never ends

    assert lesson.students[1].get("/seat")[0] == 200
    for line in lines:
        line.close()


def test_a_flood_is_slowed_whatever_cookies_it_makes_up(tmp_path):
    with served(tmp_path) as found:
        answers = [
            Client(found.port, {"seat": f"made up {n}"}).post("/seat/say", text="x", to="all")[0] for n in range(120)
        ]

        assert answers[0] == 303 and 429 in answers  # a stranger is shown the door, until there are too many


def test_a_class_behind_one_address_comes_in_without_waiting(tmp_path):
    with served(tmp_path) as found:
        for number in range(40):
            joined(found, f"Student {number}")

        assert "Student 39" in teacher(found).get("/teacher")[1]


def test_who_has_come_in_sees_the_map_and_nobody_else(lesson):
    assert "The spring" in lesson.students[0].get("/map")[1] and "<svg" in lesson.students[0].get("/map")[1]
    assert Client(lesson.port).get("/map")[0] == 303


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *((each, 421) for each in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "")),
        *((each, 200) for each in ("localhost", "[::1]:8000", "laptop.local:8000")),
    ],
)
def test_a_name_that_a_stranger_makes_lead_here_is_not_ours(lesson, host, status):
    assert Client(lesson.port).send("GET", "/", headers={"Host": host})[0] == status

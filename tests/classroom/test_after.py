"""What is left of a class, and who may read it."""

import pytest

from tests.classroom.served import Client, joined, served, teacher


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    """A class of two that has begun, each having given no orders."""
    with served(tmp_path_factory.mktemp("after")) as found:
        found.students = [joined(found, name)[0] for name in ("Zebulon", "Quirina")]
        found.desk = teacher(found)
        found.desk.post("/teacher/begin")
        for place, each in enumerate(found.students):
            assert each.post("/seat/act", do="orders", seen=str(place))[0] == 303
        yield found


def test_who_may_read_what_before_and_after_the_end(lesson):
    zebulon, stranger = lesson.students[0], Client(lesson.port)
    for path in ("/debrief", "/log", "/log?person=p2"):
        assert zebulon.get(path)[0] == 303 and stranger.get(path)[0] == 303
    assert "# Quirina" in lesson.desk.get("/log?person=p2")[1]

    lesson.desk.post("/teacher/end")

    status, page = zebulon.get("/debrief")
    assert status == 200 and "Student 1" in page and "Zebulon" not in page and "Quirina" not in page
    assert zebulon.get("/log")[1].startswith("# Zebulon")
    assert zebulon.get("/log?person=p2")[1].startswith("# Zebulon")  # not another's
    assert stranger.get("/debrief")[0] == 303 and stranger.get("/log?person=p1")[0] == 303
    assert "Zebulon" in lesson.desk.get("/teacher/debrief")[1]
    assert "/debrief" in zebulon.get("/seat")[1]


def test_everybody_may_read_what_is_kept(lesson):
    status, page = Client(lesson.port).get("/kept")

    assert status == 200 and "Nothing is sent anywhere else" in page
    assert 'href="/kept"' in Client(lesson.port).get("/")[1]


def test_the_debriefs_own_styles_are_let_in_by_their_fingerprints_alone(lesson):
    import http.client

    line = http.client.HTTPConnection("127.0.0.1", lesson.port, timeout=20)
    line.request("GET", "/teacher/debrief", headers={"Cookie": f"desk={lesson.desk.cookies['desk']}"})
    answer = line.getresponse()
    answer.read()
    line.close()

    policy = answer.headers["content-security-policy"]
    assert "style-src 'sha256-" in policy and "unsafe" not in policy and "script-src" not in policy

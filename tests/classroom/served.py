"""A class served by a process of its own, as a teacher starts it."""

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from attrs import define, field


@define
class Served:
    """A running class: where it is, its code and the teacher's key."""

    process: subprocess.Popen
    port: int
    code: str
    key: str
    students: list["Client"] = field(factory=list)
    desk: "Client | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@define
class Client:
    """A browser without a screen: it keeps cookies and sends forms as a page of ours does."""

    port: int
    cookies: dict[str, str] = field(factory=dict)

    def get(self, path: str) -> tuple[int, str]:
        return self.send("GET", path)

    def post(self, path: str, headers: Mapping[str, str] | None = None, **form: str) -> tuple[int, str]:
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, urlencode(form), {**own, **(headers or {})})

    def send(self, method: str, path: str, body: str | bytes = "", headers: Mapping[str, str] | None = None):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            line.request(method, path, body, {**({"Cookie": cookie} if cookie else {}), **(headers or {})})
            answer = line.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            text = answer.read().decode("utf-8", "replace")
        return answer.status, text


@contextmanager
def served(folder: Path, scenario: str = "two-villages", *more: str) -> Iterator[Served]:
    """A class of *scenario* kept in *folder*; the process is killed at the end."""
    found = start(folder, scenario, *more)
    try:
        yield found
    finally:
        end(found)


def end(found: Served) -> None:
    """Kill it, as a crash or an empty battery would."""
    found.process.kill()
    found.process.communicate()


def start(folder: Path, scenario: str = "two-villages", *more: str) -> Served:
    """Start it and wait until it answers."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "game",
        "host",
        scenario,
        "--port",
        "0",
        "--file",
        str(folder / "class.sqlite"),
        *more,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    said = ""
    while "Ctrl+C" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)", said)[1])
    code, key = re.search(r"type the code\s+(\w+)", said)[1], re.search(r"key\s+(\w+)", said)[1]
    _answers(port)
    return Served(process, port, code, key)


def _answers(port: int) -> None:
    for _ in range(200):
        try:
            if Client(port).get("/")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the class does not answer")


def joined(found: Served, nickname: str) -> tuple[Client, str]:
    """A student who has come in, with the personal code."""
    client = Client(found.port)
    status, page = client.post("/join", code=found.code, nickname=nickname)
    assert status == 200, page
    return client, re.search(r'<p class="code">(\w+)</p>', page)[1]


def teacher(found: Served) -> Client:
    client = Client(found.port)
    client.post("/teacher/key", key=found.key)
    assert "desk" in client.cookies
    return client

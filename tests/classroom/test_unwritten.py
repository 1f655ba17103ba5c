"""A class whose machine cannot write: who sent something is told, nothing else is lost, and it goes on afterwards."""

import sqlite3
from contextlib import closing

from tests.classroom.served import Client, joined, served


def test_what_cannot_be_written_is_refused_in_plain_words_and_can_be_sent_again(tmp_path):
    with served(tmp_path) as lesson:
        joined(lesson, "Ada")
        newcomer = Client(lesson.port)

        with closing(sqlite3.connect(tmp_path / "class.sqlite", isolation_level=None)) as another:
            another.execute("BEGIN IMMEDIATE")  # another program holds the file
            status, told = newcomer.post("/join", code=lesson.code, nickname="Ben")
            another.execute("ROLLBACK")

        assert status == 507 and "could not write that down" in told and "send it again" in told
        assert not newcomer.cookies
        ben, _ = joined(lesson, "Ben")
        assert "<p>Ada, Ben</p>" in ben.get("/seat")[1]


def test_the_terminal_is_told_why(tmp_path):
    with served(tmp_path) as lesson:
        with closing(sqlite3.connect(tmp_path / "class.sqlite", isolation_level=None)) as another:
            another.execute("BEGIN IMMEDIATE")
            Client(lesson.port).post("/join", code=lesson.code, nickname="Ada")
            another.execute("ROLLBACK")
        lesson.process.kill()

        said = lesson.process.stdout.read()

    assert "the class cannot be written down: database is locked" in said

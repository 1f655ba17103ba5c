"""A display of the test's own, and programs shown on it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = "needs Xvfb: apt-get install xvfb"
PATIENCE = 120.0


@contextmanager
def display() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The name of a new display, and the process that is it; skips the test where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        pytest.skip(NEEDED)
    reader, writer = os.pipe()
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), *screen], pass_fds=[writer], **quiet)
    os.close(writer)
    try:
        yield f":{os.read(reader, 16).decode().strip()}", server
    finally:
        os.close(reader)
        server.kill()
        server.wait()


@contextmanager
def shown(where: str, home: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A Python program on the display *where*, with its saves in *home*; it is ended when the block is."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "WAYLAND_"))}
    program = subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT, env={**kept, "DISPLAY": where, "PLENIPO_HOME": str(home)},
    )  # fmt: skip
    watch = threading.Timer(PATIENCE, program.kill)
    watch.start()
    try:
        yield program
    finally:
        watch.cancel()
        program.kill()
        program.communicate()

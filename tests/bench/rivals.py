"""How fast the window opens, and what it costs to leave it open, beside other turn-based games in the same run.

`python3 run.py test --collect-only -q` makes the environment; then `.venv/bin/python -m tests.bench.rivals [RUNS]`.
Needs Linux and Xvfb; of the rivals it takes those that are installed (Debian: wesnoth-1.16-core, openttd with
openttd-opengfx, freeciv-client-sdl). Each program is started once unmeasured, so that nobody pays for a first start.

A title counts as there from the first moment after which the picture never again differs from the last one in more than
a tenth of its pixels: titles with something moving on them count too.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
SCREEN = (1280, 800)
PAUSE = 0.05
"""Seconds between two looks at the screen."""
CALM, PATIENCE, IDLE = 4.0, 40.0, 10.0
"""Seconds without a change after which a title is taken as there; the longest wait; how long it is then left alone."""
GRAIN = 11
"""Every so manieth pixel of every seventh row is looked at."""
ALIKE = 0.9
BARE = """
import pygame

pygame.display.set_mode((1280, 800)).fill((90, 60, 30))
pygame.display.flip()
while True:
    pygame.event.wait()
"""


@frozen
class Program:
    """A game and how its window is opened."""

    name: str
    command: tuple[str, ...]
    humble: bool = False
    """Whether it will not be started by root, and is started by nobody then."""
    menu: tuple[int, int, int, int] = (0, 0, *SCREEN)
    """The part of the screen that its title's menu takes, left, top, right, bottom, where behind it a game goes on."""

    def is_there(self) -> bool:
        return shutil.which(self.command[0]) is not None


PROGRAMS = (
    Program("Plenipotentiary", (sys.executable, "-m", "game", "play")),
    Program("a bare pygame window", (sys.executable, "-c", BARE)),
    Program("OpenTTD", ("/usr/games/openttd", "-s", "null", "-m", "null", "-r", "1280x800"), menu=(440, 180, 840, 420)),
    Program("Freeciv (SDL)", ("/usr/games/freeciv-sdl2",), humble=True),
    Program("Wesnoth", ("/usr/games/wesnoth-1.16", "--nosound", "--resolution", "1280x800")),
)


@frozen
class Figures:
    """What one start has shown."""

    title: float
    """Seconds until the title was there."""
    idle: float
    """Share of a core that it then takes, in per cent."""
    memory: float
    """Megabytes of its own, and its part of what it shares."""


@contextmanager
def screen(folder: Path) -> Iterator[tuple[str, Path]]:
    """A display, and the file that holds its pixels."""
    reader, writer = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"],
        pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    try:
        yield f":{os.read(reader, 16).decode().strip()}", folder / "Xvfb_screen0"
    finally:
        os.close(reader)
        server.kill()
        server.wait()


@contextmanager
def running(program: Program, where: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on a display, with a home of its own; it is ended with all that it started."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "WAYLAND_", "XDG_"))}
    variables = {**kept, "DISPLAY": where, "HOME": str(home), "PLENIPO_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    process = subprocess.Popen(
        program.command, cwd=ROOT, env=variables, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        user="nobody" if program.humble and os.geteuid() == 0 else None,
    )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def looks(pixels: Path, begun: float, menu: tuple[int, int, int, int]) -> list[tuple[float, bytes]]:
    """What was seen when, until the picture has been calm for long enough."""
    seen: list[tuple[float, bytes]] = []
    changed = begun
    while (now := time.monotonic()) - begun < PATIENCE and (now - changed < CALM or len(set(map(hash, seen))) < 2):
        picture = part_of(pixels.read_bytes()[-4 * SCREEN[0] * SCREEN[1] :], menu)
        if seen and alike(seen[-1][1], picture) < ALIKE:
            changed = now
        seen.append((now - begun, picture))
        time.sleep(max(0.0, PAUSE - (time.monotonic() - now)))
    return seen


def part_of(frame: bytes, menu: tuple[int, int, int, int]) -> bytes:
    """One sign for each of some thousands of pixels within *menu*."""
    left, top, right, bottom = menu
    return b"".join(
        frame[4 * (y * SCREEN[0] + left) : 4 * (y * SCREEN[0] + right) : 4 * GRAIN] for y in range(top, bottom, 7)
    )


def alike(one: bytes, other: bytes) -> float:
    """The share of pixels that are the same."""
    return sum(map(int.__eq__, one, other)) / max(1, len(one))


def title_of(seen: list[tuple[float, bytes]]) -> float:
    """When the picture had become, for good, much like the last one."""
    when, last = seen[-1]
    for moment, picture in reversed(seen):
        if alike(picture, last) < ALIKE:
            return when
        when = moment
    return when


def processes(leader: int) -> list[Path]:
    """All of a session, by their folders in /proc."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            found.append(place)
    return found


def ticks(leader: int) -> int:
    """Processor time of a session so far, in the system's ticks."""
    fields = [(place / "stat").read_text().rpartition(")")[2].split() for place in processes(leader)]
    return sum(int(each[11]) + int(each[12]) for each in fields)


def memory(leader: int) -> float:
    found = 0
    for place in processes(leader):
        lines = (place / "smaps_rollup").read_text().splitlines()
        found += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return found / 1024


def measured(program: Program, home: Path) -> Figures | None:
    """One start; None when the program ended by itself."""
    with TemporaryDirectory() as folder, screen(Path(folder)) as (where, pixels):
        begun = time.monotonic()
        with running(program, where, home) as process:
            title = title_of(looks(pixels, begun, program.menu))
            if process.poll() is not None:
                return None
            before = ticks(process.pid)
            time.sleep(IDLE)
            idle = (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK") / IDLE * 100
            return Figures(title, idle, memory(process.pid))


def main(runs: int) -> None:
    there = [program for program in PROGRAMS if program.is_there()]
    for program in PROGRAMS:
        if program not in there:
            print(f"{program.name}: not installed, left out")
    found: dict[str, list[Figures]] = {program.name: [] for program in there}
    with TemporaryDirectory() as home:
        Path(home).chmod(0o777)
        for number in range(runs + 1):
            for program in there:
                figures = measured(program, Path(home))
                if number and figures is not None:
                    found[program.name].append(figures)
    ours = median(each.title for each in found[PROGRAMS[0].name])
    print(f"medians of {runs}; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'':24}{'title':>9}{'to ours':>9}{'idle CPU':>10}{'memory':>10}")
    for name, all_of in found.items():
        if not all_of:
            print(f"{name:24}  ended by itself")
            continue
        title, idle = median(each.title for each in all_of), median(each.idle for each in all_of)
        held = median(each.memory for each in all_of)
        when = f"{title:7.2f} s{title / ours:8.2f}x" if title < PATIENCE - CALM else "  never at rest   "
        print(f"{name:24}{when}{idle:8.1f} %{held:7.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

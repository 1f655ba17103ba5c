#!/usr/bin/env python3
"""From a checkout: `python3 run.py` plays, `python3 run.py test` tests, any other arguments go to `plenipo`.

Standard library only. The first start makes .venv here and fills it with the locked versions; later starts go straight
on. Nothing outside the checkout is changed. Older Pythons must be able to read this file, to be told that they are old.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
PLAY, DEV = "play", "dev"  # requirements/dev.txt holds everything that requirements/play.txt holds


def main(arguments):
    """Prepare the environment, then become the game or the tests; their exit code is ours."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(too_old())
    testing = arguments[:1] == ["test"]
    python = prepare(DEV if testing else PLAY)
    if testing:
        os.chdir(str(ROOT))
        hand_over([python, "-P", "-m", "pytest", *arguments[1:]])
    hand_over([python, "-P", "-m", "game", *(arguments or ["play"])])


def too_old():
    """What to tell somebody whose Python cannot run the game."""
    wanted = ".".join(str(part) for part in OLDEST_PYTHON)
    found = ".".join(str(part) for part in sys.version_info[:2])
    return "Plenipotentiary needs Python {} or newer, and this is Python {}.".format(wanted, found)


def prepare(name):
    """The path of a Python that has the locked versions of *name* and can `import game`."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and is_filled(name):
        return str(python)
    tell("Preparing .venv (once, about half a minute) ...")
    try:
        if not python.exists():  # also when the Python it was made from is gone
            make_environment()
        fill(str(python), name)
        link_checkout(str(python))
        STAMP.write_text(stamp_of(name), encoding="ascii")
    except OSError as error:
        sys.exit("Could not prepare {}: {}.".format(ENVIRONMENT, error.strerror or error))
    return str(python)


def make_environment():
    """A fresh .venv, without pip: several systems ship a Python that cannot put it there."""
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(str(ENVIRONMENT))


def is_filled(name):
    """Whether the locked versions of *name* were installed, and are still the locked ones."""
    if not STAMP.exists():
        return False
    return STAMP.read_text(encoding="ascii") in (stamp_of(name), stamp_of(DEV))


def lock_of(name):
    """The file with the exact versions and hashes of *name*."""
    return ROOT / "requirements" / (name + ".txt")


def stamp_of(name):
    """What the stamp says when the present lock of *name* is installed."""
    return "{} {}\n".format(name, hashlib.sha256(lock_of(name).read_bytes()).hexdigest())


def fill(python, name):
    """Install the locked versions of *name* by the first installer that can; exit with a sentence if none can."""
    failures = []
    for title, install in installers(python):
        done = run([*install, "--quiet", "--require-hashes", "-r", str(lock_of(name))])
        if done.returncode == 0:
            return
        failures.append("{} said: {}".format(title, last_line(done.stdout)))
    if failures:
        sys.exit("The packages could not be installed (is there a network?); " + "; ".join(dict.fromkeys(failures)))
    sys.exit(
        "To install its packages Plenipotentiary needs pip or uv, and this Python has neither: "
        "install one (on Debian or Ubuntu: apt install python3-pip), then start again."
    )


def installers(python):
    """Each way to install into *python* that this machine has: its title and the start of its command, best first."""
    uv = shutil.which("uv")
    if uv:
        yield "uv", [uv, "pip", "install", "--python", python]
    hosts = [sys.executable, getattr(sys, "_base_executable", sys.executable)]
    for host in dict.fromkeys(hosts):  # inside another environment the second is the Python it was made from
        if succeeds([host, "-m", "pip", "--version"]):
            yield "pip", [host, "-m", "pip", "--python", python, "--disable-pip-version-check", "install"]
    if succeeds([python, "-m", "ensurepip"]):
        yield "pip", [python, "-m", "pip", "--disable-pip-version-check", "install"]


def link_checkout(python):
    """Let *python* import `game` from this checkout.

    The line is relative and so plain ASCII whatever the folder is called, and it still holds when the checkout moves.
    """
    asked = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    packages = Path(asked.stdout.strip())
    (packages / "plenipotentiary.pth").write_text(os.path.relpath(str(ROOT), str(packages)) + "\n", encoding="ascii")


def succeeds(command):
    """Whether *command* exists and ends well."""
    try:
        return run(command).returncode == 0
    except OSError:
        return False


def run(command):
    """Run *command* to its end and keep what it says, so that our own output stays the game's alone."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)


def last_line(text):
    """The last line of *text* that is not empty: where installers put their reason."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing"


def tell(sentence):
    """Say it on stderr: what the game prints may be read by a program."""
    print(sentence, file=sys.stderr, flush=True)


def hand_over(command):
    """Become *command*; where a process cannot be replaced, wait for it and leave with its exit code."""
    if os.name != "nt":
        os.execv(command[0], command)
    started = subprocess.Popen(command)
    while True:
        try:
            sys.exit(started.wait())
        except KeyboardInterrupt:
            continue  # Ctrl-C reaches the game as well, and what it means is the game's to decide


if __name__ == "__main__":
    main(sys.argv[1:])

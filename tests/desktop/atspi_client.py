"""A screen reader in small, for the system's own Python: starts a program, reads it through AT-SPI, and works it.

`python3 atspi_client.py COMMAND…`, inside a session bus and a display. Prints what it found as one JSON object.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PATIENCE = 40.0


def announce_a_screen_reader() -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, 10_000, None
        )  # fmt: skip


def nodes(root):
    """*root* and all below it, in order."""
    found = [root]
    for child in root:
        if child is not None:
            found += nodes(child)
    return found


def awaited(what):
    """What *what* finds, as soon as it finds something."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            found = what()
        except (GLib.Error, LookupError, AttributeError, NotImplementedError):  # a node may go while it is read
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit("the program did not come to it in time")


def main(command):
    announce_a_screen_reader()
    import pyatspi

    def frame():
        for program in pyatspi.Registry.getDesktop(0):
            for window in program or ():
                if window is not None and window.getRoleName() == "frame" and window.childCount:
                    return window
        return None

    def named(name, role):
        return next((each for each in nodes(frame()) if each.name == name and each.getRoleName() == role), None)

    def focused():
        states = pyatspi.STATE_FOCUSED
        return next((each.name for each in nodes(frame()) if each.getState().contains(states)), "")

    program = subprocess.Popen(command)
    try:
        window = awaited(frame)
        awaited(lambda: named("Lay it on the table", "push button"))
        read = {"title": window.name, "nodes": [(each.getRoleName(), each.name) for each in nodes(window)]}
        button = named("Lay it on the table", "push button")
        button.queryComponent().grabFocus()
        read["focused"] = awaited(lambda: focused() == button.name and focused())
        awaited(lambda: named("At home", "page tab")).queryAction().doAction(0)
        read["leaf"] = awaited(lambda: [n.name for n in nodes(frame()) if n.name.startswith("At home this draft is ")])[
            0
        ]
        awaited(lambda: named("Lay it on the table", "push button")).queryAction().doAction(0)
        read["dialog"] = awaited(lambda: [n.getRoleName() for n in nodes(frame()) if n.getRoleName() == "dialog"])[0]
        print(json.dumps(read))
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main(sys.argv[1:])

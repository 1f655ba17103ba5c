"""The system's screen reader: the page as a tree of AccessKit's, where the extra `accessibility` is installed.

Tried with AT-SPI on Linux. For Windows and macOS it follows AccessKit's own example: there the window must be made
hidden, and be shown when its ear is open.
"""

import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

import pygame
from attrs import define, field

from game.desktop.box import Box
from game.desktop.ears import ASKED, TEXT, Frame, Moment, Part

PACKAGE = "accesskit"
TITLE = "Plenipotentiary"
WINDOW, PAGE, REMARK, FIRST = 1, 2, 3, 10
"""The numbers of the nodes that are always there, and of the first part."""
ROLES: Mapping[str, str] = {
    TEXT: "LABEL",
    "button": "BUTTON",
    "link": "LINK",
    "choice": "RADIO_BUTTON",
    "tab": "TAB",
    "switch": "SWITCH",
    "stepper": "SPIN_BUTTON",
    "field": "TEXT_INPUT",
    "map": "IMAGE",
}
"""AccessKit's role for each of ours; a button for those not named."""
DEEDS: Mapping[str, str] = {
    "CLICK": "press",
    "FOCUS": "focus",
    "DECREMENT": "less",
    "INCREMENT": "more",
    "SET_VALUE": "type",
    "REPLACE_SELECTED_TEXT": "type",
}
"""What each of AccessKit's actions asks for."""


def there_is_access() -> bool:
    """Whether AccessKit is installed."""
    return find_spec(PACKAGE) is not None


@define(eq=False)
class Access:
    """An ear that keeps the tree. Its adapter calls it on a thread of its own, and there it only posts an event."""

    kit: Any
    """The package."""
    scale: Callable[[], float]
    """How many pixels a logical unit has."""
    adapter: Any = None
    active: bool = False
    """Whether a screen reader listens."""
    numbers: dict[str, int] = field(factory=dict)
    """The node of each part, by its name, or by its text."""
    names: dict[int, str] = field(factory=dict)
    sent: dict[int, tuple[object, ...]] = field(factory=dict)
    """What each node was when it was sent last; only those that differ are sent again."""

    def listens(self) -> bool:
        return self.active

    def hear(self, moment: Moment) -> str:
        """Send what has changed, if somebody listens; of what another person saw not even the numbers stay."""
        if moment.forget:
            self.numbers.clear()
            self.names.clear()
            self.sent.clear()
        update = self.update(moment)
        _raise(self.adapter.update_if_active(lambda: update))
        return ""

    def framed(self, frame: Frame) -> None:
        """Windows finds out by itself what has the keyboard, and only Unix must be told where the window stands."""
        for name in ("update_window_focus_state", "update_view_focus_state"):
            if hasattr(self.adapter, name):
                _raise(getattr(self.adapter, name)(frame.has_keyboard))
        if hasattr(self.adapter, "set_root_window_bounds"):
            bounds = self.kit.Rect(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)
            self.adapter.set_root_window_bounds(bounds, bounds)

    def activate(self) -> None:
        """A screen reader asks for the tree: it gets it with the next moment, from the thread that knows the page."""
        _ask("open", ear=self)

    def deactivate(self) -> None:
        _ask("shut", ear=self)

    def act(self, request: Any) -> None:
        """Something was asked for on the other side."""
        action, data = request.action, request.data
        deed = next((deed for name, deed in DEEDS.items() if action == getattr(self.kit.Action, name)), "")
        text = data[1] if data is not None and isinstance(data[1], str) else ""
        if deed:
            _ask(deed, name=self.names.get(request.target, ""), text=text)

    def opened(self, is_open: bool) -> None:
        """A screen reader has begun to listen, or has stopped; then it is told everything anew."""
        self.active = is_open
        self.sent.clear()

    def close(self) -> None:
        """The tree goes with the adapter."""
        self.active, self.adapter = False, None

    def update(self, moment: Moment) -> Any:
        """What must be sent for *moment*: all nodes at first, later those that have changed."""
        numbers = self._number(moment)
        focus = next((number for number, part in numbers.items() if part.name == moment.focus and part.name), WINDOW)
        update = self.kit.TreeUpdate(focus)
        if not self.sent:
            tree = self.kit.Tree(WINDOW)
            tree.toolkit_name = TITLE
            update.tree = tree
        fixed = {
            WINDOW: ("WINDOW", moment.title, (PAGE, REMARK)),
            PAGE: ("DIALOG" if moment.sheet else "GROUP", "", tuple(numbers)),
            REMARK: ("STATUS", moment.remark, ()),
        }
        known: dict[int, tuple[object, ...]] = {**fixed, **{number: (part,) for number, part in numbers.items()}}
        changed = [number for number, what in known.items() if self.sent.get(number) != what]
        made = [
            (number, self._node(numbers[number]) if number in numbers else self._fixed(number, *fixed[number]))
            for number in changed
        ]
        update.nodes = made
        self.sent = known
        return update

    def _number(self, moment: Moment) -> dict[int, Part]:
        """Every part by its node: the same name, or the same text, has the same one as long as the window is open."""
        found: dict[int, Part] = {}
        for part in moment.parts:
            key, again = f"{part.role} {part.name or part.label}", 1
            while (number := self.numbers.setdefault(f"{key} {again}", FIRST + len(self.numbers))) in found:
                again += 1
            found[number] = part
            self.names[number] = part.name
        return found

    def _fixed(self, number: int, role: str, label: str, children: tuple[int, ...]) -> Any:
        node = self.kit.Node(getattr(self.kit.Role, role))
        node.set_children(list(children))
        if label:
            node.set_label(label)
        if number == REMARK:
            node.set_live(self.kit.Live.POLITE)
        if role == "DIALOG":
            node.set_modal()
        return node

    def _node(self, part: Part) -> Any:
        """A part as a node. A text's words are its value, as AccessKit has it."""
        kit = self.kit
        role = "SPIN_BUTTON" if part.less or part.more else ROLES.get(part.role, "BUTTON")
        node = kit.Node(getattr(kit.Role, role))
        node.set_bounds(self._bounds(part.box))
        if part.role == TEXT:
            node.set_value(part.label)
            return node
        node.set_label(part.label)
        if about := ". ".join(each for each in (part.why_not, part.about, part.note) if each):
            node.set_description(about)
        self._set_state(node, part)
        node.add_action(kit.Action.FOCUS)
        for wanted, action in ((part.pressed, "CLICK"), (part.less, "DECREMENT"), (part.more, "INCREMENT")):
            if wanted:
                node.add_action(getattr(kit.Action, action))
        return node

    def _set_state(self, node: Any, part: Part) -> None:
        if part.role == "switch":
            node.set_toggled(self.kit.Toggled.TRUE if part.value == "on" else self.kit.Toggled.FALSE)
        elif part.role in ("choice", "tab"):
            node.set_selected(part.value.startswith(("chosen", "open")))
            node.set_toggled(self.kit.Toggled.TRUE if part.value.startswith("chosen") else self.kit.Toggled.FALSE)
        if part.value:
            node.set_value(part.value)
        if part.role == "field":
            node.add_action(self.kit.Action.SET_VALUE)
        if part.why_not:
            node.set_disabled()

    def _bounds(self, box: Box) -> Any:
        scale = self.scale()
        return self.kit.Rect(box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)


def open_access(scale: Callable[[], float]) -> Access:
    """An ear for the system's screen reader; the window must be there."""
    import accesskit

    access = Access(accesskit, scale)
    handlers = (access.activate, access.act)
    if sys.platform == "darwin":
        accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        access.adapter = accesskit.macos.SubclassingAdapter.for_window(_handle(), *handlers)
    elif sys.platform == "win32":
        access.adapter = accesskit.windows.SubclassingAdapter(_handle(), *handlers)
    else:
        access.adapter = accesskit.unix.Adapter(*handlers, access.deactivate)
    return access


def _handle() -> Any:
    return pygame.display.get_wm_info()["window"]


def _raise(events: Any) -> None:
    """On Windows and macOS a change is told by events that we must send off ourselves."""
    if events is not None:
        events.raise_events()


def _ask(deed: str, **particulars: Any) -> None:
    pygame.event.post(pygame.event.Event(ASKED, deed=deed, **particulars))

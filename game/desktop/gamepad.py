"""The gamepad: what its cross, its left stick and its buttons stand for on a keyboard."""

from collections.abc import Mapping

import pygame
from attrs import define, field

BUTTONS: Mapping[int, str] = {0: "return", 1: "escape", 3: "f1", 4: "back tab", 5: "tab", 7: "escape"}
"""The key that each button stands for."""
CROSS: Mapping[tuple[int, int], str] = {(0, 1): "up", (0, -1): "down", (-1, 0): "left", (1, 0): "right"}
STICK = (("left", "right"), ("up", "down"))
"""For the axes 0 and 1, the keys of their two ends."""
PUSHED, RELEASED = 0.6, 0.3
"""How far a stick is pushed when it counts, and when it may count again."""


@define
class Gamepad:
    """Remembers what is plugged in, and which way the stick is held."""

    plugged: dict[int, pygame.joystick.JoystickType] = field(factory=dict)
    """Each by its instance; a gamepad that nobody holds on to is silent."""
    held: dict[int, str] = field(factory=dict)
    """For each axis the key it stands for now."""

    def key(self, event: pygame.event.Event) -> str:
        """The key that *event* stands for; empty for none. `back tab` is a tab backwards."""
        match event.type:
            case pygame.JOYDEVICEADDED:
                joystick = pygame.joystick.Joystick(event.device_index)
                self.plugged[joystick.get_instance_id()] = joystick
            case pygame.JOYDEVICEREMOVED:
                self.plugged.pop(event.instance_id, None)
            case pygame.JOYHATMOTION:
                across, up = event.value
                return CROSS.get((across, 0 if across else up), "")
            case pygame.JOYBUTTONDOWN:
                return BUTTONS.get(event.button, "")
            case pygame.JOYAXISMOTION if event.axis in (0, 1):
                return self._pushed(event.axis, event.value)
        return ""

    def _pushed(self, axis: int, value: float) -> str:
        """A stick counts once each time it is pushed."""
        if abs(value) < RELEASED:
            self.held.pop(axis, None)
        if abs(value) < PUSHED:
            return ""
        name = STICK[axis][value > 0]
        before, self.held[axis] = self.held.get(axis), name
        return "" if before == name else name

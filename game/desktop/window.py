"""The system's window: events in, pixels out. It waits for events, and draws only what has changed."""

import time
from collections.abc import Callable
from contextlib import suppress

import pygame
from attrs import define, evolve, field

from game.desktop import ears, focus
from game.desktop.display import open_display
from game.desktop.ears import Frame
from game.desktop.gamepad import Gamepad
from game.desktop.keys import DIRECTIONS, EVERYWHERE, ON_MAPS, WITH_CONTROL, key_name
from game.desktop.view import View
from game.desktop.widget import Placed, Spot
from game.desktop.widgets.layout import Scroll

WORK = pygame.event.custom_type()
"""An event with `work`: something another thread wants done in the window's own."""
Work = Callable[[], str]
"""It returns a sentence for whoever sits before the window."""
FRAME = 1 / 60
AWAKE, NAP, DOZE = 2.0, 0.008, 0.03
"""Seconds after the last event in which the next is looked for every 8 ms; after that every 30 ms, which a hand that
comes back does not feel. pygame's own wait looks every millisecond for as long as the window is open."""
TREMBLE = 6
"""Pixels that a hand may move between taking hold and letting go, and still press."""


@define(eq=False)
class Window:
    """Runs a view in a window."""

    view: View
    dirty: bool = True
    held: Placed | None = None
    """What the mouse holds and moves, such as the map."""
    pulled: float = 0.0
    """How far the mouse has gone since it took hold: a little tremble is still a press."""
    stirred: float = 0.0
    """When something last happened."""
    opened: float = 0.0
    """When the present screen opened, for what moves on it."""
    full: bool = False
    """Whether the window fills the screen."""
    after: Callable[[], None] = lambda: None
    """What is done once, when the first page can be seen."""
    gamepad: Gamepad = field(factory=Gamepad)
    _screen: object = None
    _arranged: object = None

    def run(self) -> None:
        """Until the window is closed."""
        pygame.key.set_repeat()  # none: where a page is slow to come, a held Enter would press what stands on the next
        pygame.joystick.init()
        self.full = self.view.desk.settings.full_screen
        self.view.lay()
        self.framed()
        self.show()
        self.after()
        while not self.view.desk.done:
            if self.dirty:
                self.show()
            for event in self._events():
                self.take(event)

    def _events(self) -> list[pygame.event.Event]:
        """What has happened: waits for it, unless something moves."""
        if self.moving():
            time.sleep(FRAME)
            self.dirty = True
            return pygame.event.get()
        while not (found := pygame.event.get()):
            quiet = time.monotonic() - self.stirred > AWAKE
            time.sleep(DOZE if quiet else NAP)
        self.stirred = time.monotonic()
        return found

    def moving(self) -> bool:
        """Whether something on the screen moves by itself, and how far it has come."""
        top = self.view.desk.top
        if top is not self._screen:
            self._screen, self.opened = top, time.monotonic()
        lasts = 0.0 if self.view.desk.settings.still else top.motion
        passed = time.monotonic() - self.opened
        moving = passed < lasts
        if (self.view.moved < 1) and not moving:
            self.dirty = True
        self.view.moved = passed / lasts if moving else 1.0
        return moving

    def show(self) -> None:
        """Draw everything and put it on the display."""
        if self.full != self.view.desk.settings.full_screen:
            self.fill_screen()
        self.moving()
        self._point_anew()
        self.view.tell()
        self.view.draw()
        self.dirty = False
        title = self.view.desk.top.heading()
        if pygame.display.get_caption()[0] != title:
            pygame.display.set_caption(title)
        pygame.display.flip()

    def take(self, event: pygame.event.Event) -> None:
        """One event."""
        match event.type:
            case pygame.QUIT:
                self.view.desk.leave()
            case pygame.VIDEORESIZE:
                self.resized(event.w, event.h)
            case pygame.WINDOWEXPOSED:
                self.dirty = True
            case pygame.WINDOWFOCUSGAINED | pygame.WINDOWFOCUSLOST | pygame.WINDOWMOVED:
                self.framed()
            case pygame.MOUSEMOTION:
                self.pointed(event.pos, event.rel)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.grasped(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self.released(event.pos)
            case pygame.MOUSEWHEEL:
                self.wheeled(pygame.mouse.get_pos(), event.precise_y)
            case pygame.KEYDOWN:
                self.keyed(event)
            case pygame.TEXTINPUT:
                self.typed(event.text)
            case ears.ASKED:
                self.asked(event)
            case _ if event.type == WORK:
                self.worked(event.work)
            case _:
                self.played(event)

    def worked(self, work: Work) -> None:
        """Do what another thread has asked for, then show where the game now stands, with what was said."""
        said = work()
        desk = self.view.desk
        desk.put_away()
        desk.go_on()
        desk.remark = said
        self.changed()

    def resized(self, width: int, height: int) -> None:
        self.view.surface = pygame.display.get_surface() or self.view.surface
        if not self.full:  # kept when the window is closed: the edge sends one of these for each pixel it is drawn
            self.view.desk.settings = evolve(self.view.desk.settings, width=width, height=height)
        self.changed()
        self.framed()

    def framed(self) -> None:
        """Tell the ears where the window stands, and whether it has the keyboard."""
        self.dirty = True
        frame = Frame(*pygame.display.get_window_position(), *self.view.surface.get_size(), pygame.key.get_focused())
        for ear in self.view.ears:
            ear.framed(frame)

    def changed(self) -> None:
        """Arrange anew and draw at the next chance."""
        self.view.lay()
        self.dirty = True

    def point(self, position: tuple[int, int]) -> tuple[float, float]:
        return position[0] / self.view.scale, position[1] / self.view.scale

    def pointed(self, position: tuple[int, int], by: tuple[int, int]) -> None:
        """The mouse has moved: what it holds moves with it, else what lies under it shows that it can be pressed."""
        if self.held is not None:
            self._pulled(self.held, by)
            return
        spot = self.view.arrangement.at(*self.point(position))
        self.dirty = self.dirty or self.view.ringed
        self.view.ringed = False
        if self._hover(spot) and spot is not None and spot.looks:
            self.view.desk.top.looked(spot.looks)
            self.view.lay()

    def _hover(self, spot: Spot | None) -> bool:
        """Show that the mouse is on *spot*; returns whether it was not there before."""
        name = spot.name if spot else ""
        if name == self.view.hover:
            return False
        self.view.hover, self.dirty = name, True
        with suppress(pygame.error):  # a display without such cursors is as good to play on
            pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if spot and spot.meaning else pygame.SYSTEM_CURSOR_ARROW)
        return True

    def _point_anew(self) -> None:
        """A page has changed under a mouse that has not moved: what it is on now, if the mouse is what is used."""
        if self.view.arrangement is self._arranged:
            return
        self._arranged = self.view.arrangement
        used = not self.view.ringed and pygame.mouse.get_focused()
        self._hover(self.view.arrangement.at(*self.point(pygame.mouse.get_pos())) if used else None)

    def _pulled(self, held: Placed, by: tuple[int, int]) -> None:
        """Move what is held; from then on the mouse presses nothing."""
        self.pulled += abs(by[0]) + abs(by[1])
        if self.view.pressed and self.pulled < TREMBLE:
            return
        self.view.pressed = ""
        if held.widget.dragged(held.box, by[0] / self.view.scale, by[1] / self.view.scale):
            pygame.display.update(self.view.draw_part(held))

    def grasped(self, position: tuple[int, int]) -> None:
        """What is under the mouse may be pressed, and what can be moved there is held."""
        spot = self.view.arrangement.at(*self.point(position))
        if spot is not None:
            self.view.pressed, self.view.focus = spot.name, spot.name
        under = self.view.arrangement.under(*self.point(position))
        self.held, self.pulled = next((each for each in under if each.widget.dragged(each.box, 0.0, 0.0)), None), 0.0

    def released(self, position: tuple[int, int]) -> None:
        """A press counts where it was begun."""
        spot = self.view.arrangement.at(*self.point(position))
        if self.held is not None and not self.view.pressed:
            self.changed()
        self.held = None
        if spot is not None and spot.name == self.view.pressed:
            self.view.press(spot)
        self.view.pressed, self.dirty = "", True

    def wheeled(self, position: tuple[int, int], steps: float) -> None:
        """The innermost part under the mouse that can be scrolled or zoomed."""
        x, y = self.point(position)
        for each in self.view.arrangement.under(x, y):
            if each.widget.wheeled(each.box, (x, y), steps, self.view.lettering):
                self.changed()
                return

    def keyed(self, event: pygame.event.Event) -> None:
        """A key: first what the focus makes of it, then the screen's keys, then those that mean the same everywhere."""
        name, spot = key_name(event.key, event.scancode), self.view.arrangement.spot(self.view.focus)
        control = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
        self.dirty = True
        if spot is not None and spot.role == "field" and self._edited(spot, name):
            return
        if control and name in WITH_CONTROL:
            self.view.do(WITH_CONTROL[name])
        elif spot is not None and spot.role == "map" and name in ON_MAPS:
            self.view.ringed = True
            self.view.do(f"map {ON_MAPS[name]}")
        elif name in ("tab", *DIRECTIONS):
            self.moved(spot, name, bool(event.mod & pygame.KMOD_SHIFT))
        elif name in ("return", "space") and spot is not None and not event.mod & pygame.KMOD_ALT:
            self.view.ringed = True
            self.view.press(spot)
        elif name == "f11" or (name == "return" and event.mod & pygame.KMOD_ALT):
            self.view.desk.set(full_screen=not self.full)
        elif name in EVERYWHERE:
            self.view.do(EVERYWHERE[name])
        elif not control and name in self.view.desk.top.keys() and (spot is None or spot.role != "field"):  # noqa: SIM118
            self.view.do(self.view.desk.top.keys()[name])
        elif name in ("page up", "page down", "home", "end"):
            self.paged(name)

    def _edited(self, spot: Spot, name: str) -> bool:
        if name == "space":
            return True  # it comes as text besides
        if name != "backspace":
            return False
        self.view.desk.top.typed(spot.name, spot.value[:-1])
        self.view.lay()
        return True

    def typed(self, text: str) -> None:
        spot = self.view.arrangement.spot(self.view.focus)
        if spot is not None and spot.role == "field":
            self.view.desk.top.typed(spot.name, spot.value + text)
            self.changed()

    def moved(self, spot: Spot | None, name: str, backwards: bool) -> None:
        """The focus moves; at a stepper the left and right keys turn it instead."""
        view = self.view
        view.hover = ""
        if name == "tab":
            view.focus_on(focus.beside(view.arrangement, view.focus, -1 if backwards else 1))
            self._look()
            return
        if spot is not None and name in ("left", "right") and (spot.less or spot.more):
            view.ringed = True
            view.turn(spot, spot.less if name == "left" else spot.more)
            return
        view.focus_on(focus.towards(view.arrangement, view.focus, *DIRECTIONS[name]))
        self._look()

    def _look(self) -> None:
        """What has the focus is looked at, as under the mouse."""
        spot = self.view.arrangement.spot(self.view.focus)
        if spot is not None and spot.looks:
            self.view.desk.top.looked(spot.looks)
            self.view.lay()

    def paged(self, name: str) -> None:
        """Scroll the tallest part that scrolls by most of a page, or to an end."""
        steps = {"page up": 8.0, "page down": -8.0, "home": 1e6, "end": -1e6}[name]
        scrolls = (each for each in self.view.arrangement.placed if isinstance(each.widget, Scroll))
        for each in sorted(scrolls, key=lambda each: -each.box.h):
            if each.widget.wheeled(each.box, each.box.centre, steps, self.view.lettering):
                self.changed()
                return

    def played(self, event: pygame.event.Event) -> None:
        """The gamepad: what its cross, its stick and its buttons stand for on a keyboard."""
        name = self.gamepad.key(event)
        if not name:
            return
        self.dirty = True
        spot = self.view.arrangement.spot(self.view.focus)
        if name in DIRECTIONS or name.endswith("tab"):
            self.moved(spot, name.removeprefix("back "), name.startswith("back"))
        elif name in EVERYWHERE:
            self.view.do(EVERYWHERE[name])
        elif spot is not None:
            self.view.ringed = True
            self.view.press(spot)

    def asked(self, event: pygame.event.Event) -> None:
        """What an ear asks for: the same as a hand could do."""
        self.dirty = True
        if event.deed in ("open", "shut"):
            event.ear.opened(event.deed == "open")
            return
        view, spot = self.view, self.view.arrangement.spot(event.name)
        if spot is None:
            return
        view.focus_on(spot.name)
        self._look()
        match event.deed:
            case "press":
                view.press(spot)
            case "less" | "more":
                view.turn(spot, spot.less if event.deed == "less" else spot.more)
            case "type" if spot.role == "field":
                view.desk.top.typed(spot.name, event.text)
                self.changed()

    def fill_screen(self) -> None:
        """Fill the screen or stand in a window again, as the settings say."""
        settings = self.view.desk.settings
        self.full = settings.full_screen
        self.view.surface = open_display(settings.width, settings.height, self.full)
        self.changed()

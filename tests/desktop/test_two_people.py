"""Two people at one machine: nothing that one has seen, done or looked at is shown, said or heard before the other."""

from collections.abc import Iterator

import pygame
import pytest
from attrs import evolve, field, frozen

from game.content import load
from game.desktop.beginning import sit_down
from game.desktop.course import next_screen
from game.desktop.desk import Desk
from game.desktop.map.view import MapView
from game.desktop.screens import SCREENS
from game.desktop.settings import Settings
from game.desktop.sounds import Sounds
from game.desktop.speech import SpokenLog
from game.desktop.view import View
from game.engine import actions as a
from game.session.match import new_match
from game.session.options import Options
from tests.desktop.desks import WIDE, meanings, press
from tests.desktop.windows import strike, window_on

CURTAINS = 12
"""So many changes of seat are played: the cards, orders and table of some turns, and no vote yet."""
SEATS = ("hill", "dale")


class Recorder(Sounds):
    """Plays nothing, and remembers what it should have played."""

    def __init__(self):
        super().__init__(effects=True, music=True)
        self.played = []

    def play(self, name):
        self.played.append(name)

    def score(self, piece):
        self.played.append(f"music {piece}")


@frozen
class Shown:
    """All that reaches a person at a moment."""

    who: str
    screen: str
    pixels: bytes = field(repr=False)
    """All but the maps: SDL blends their half-transparent pieces a little differently at every address in memory."""
    maps: tuple[object, ...]
    """What each map shows, and where its camera stands."""
    title: str
    spots: tuple[object, ...] = field(repr=False)
    foot: tuple[str, str]
    sounds: tuple[str, ...]
    spoken: bytes
    cursor: object


def with_secrets(scenario, seat):
    """The same scenario with everything changed that only *seat* may know, and no action shut or opened by it."""
    brief = scenario.briefs[seat]
    issues = list(brief.weights)
    turned = dict(zip(issues, reversed(brief.weights.values()), strict=True))
    factions = tuple(evolve(each, favour=each.favour + 9, text="A secret.", people=()) for each in brief.factions)
    changed = evolve(brief, title="A secret", weights=turned, factions=factions, text="A secret.", waiting=3, drift=1)
    return evolve(scenario, briefs={**scenario.briefs, seat: changed})


def quiet(view):
    """An action that is open to every seat at every moment."""
    menu, seat = view.menu, view.seat
    if a.Choose in menu.verbs:
        return a.Choose(seat, menu.card, next(each.choice.id for each in menu.choices if not each.why_not))
    if a.GiveOrders in menu.verbs:
        return a.GiveOrders(seat, ())
    package = {**view.status_quo, **menu.initialled}
    return a.Propose(seat, package, menu.beyond(package)) if view.turn % 2 else a.Hold(seat)


def look_around(window):
    """What somebody may leave behind: a moved focus, scrolled parts, opened leaves, a draft, a remark, the mouse."""
    for key in (pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_END):
        strike(window, key)
    place = (window.view.surface.get_width() // 2, window.view.surface.get_height() // 2)
    window.take(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0)))
    for meaning in ("leaf home", "leaf them", "leaf treaty", "draft spring dale", "nonsense"):
        if meaning in meanings(window.view) or meaning == "nonsense":
            window.view.do(meaning)
    window.show()


def pixels_but(view, boxes):
    """The pixels of a page, black in *boxes*."""
    page = view.surface.copy()
    for box in boxes:
        page.fill((0, 0, 0), pygame.Rect(box.x, box.y, box.w, box.h))
    return pygame.image.tobytes(page, "RGB")


def what_shows(drawn):
    camera = drawn.camera
    return drawn.page.id, drawn.lit, drawn.told, drawn.year, camera.x, camera.y, camera.wide, camera.tall


class Play:
    """A game of two people in a window, told to a spoken log as well."""

    def __init__(self, scenario, folder, monkeypatch, actions=(), curious=""):
        self.cursor = pygame.SYSTEM_CURSOR_ARROW
        monkeypatch.setenv("PLENIPO_HOME", str(folder))
        monkeypatch.setattr(pygame.mouse, "set_cursor", self._put_cursor)
        monkeypatch.setattr(pygame.mouse, "get_focused", lambda: True)
        self.sounds, self.curious, self.actions = Recorder(), curious, list(actions)
        options = Options(saves=folder / "saves")
        desk = Desk(SCREENS, Settings(spoken=True), None, options, self.sounds, next_screen=next_screen)
        self.view = View(desk, pygame.Surface(WIDE))
        self.log = SpokenLog(folder / "spoken.txt", lambda: True)
        self.view.ears.append(self.log)
        sit_down(desk, new_match(scenario, seed="5"), SEATS)
        self.window = window_on(self.view)

    def _put_cursor(self, cursor):
        self.cursor = cursor

    def shown(self):
        view = self.view
        maps = [each for each in view.arrangement.placed if isinstance(each.widget, MapView)]
        return Shown(
            view.desk.game().seat,
            view.desk.top.name,
            pixels_but(view, [each.box for each in maps]),
            tuple(what_shows(each.widget) for each in maps),
            pygame.display.get_caption()[0],
            view.arrangement.spots,
            view.footnote(),
            tuple(self.sounds.played),
            self.log.path.read_bytes(),
            self.cursor,
        )

    def moments(self) -> Iterator[Shown]:
        """Every page at which the machine changes hands, and every page of either seat before it acts."""
        curtains, desk = 0, self.view.desk
        while curtains < CURTAINS:
            self.sounds.played.clear()
            self.window.show()
            yield self.shown()
            if desk.top.name == "curtain":
                curtains += 1
                press(self.view, "seated")
                continue
            if desk.game().seat == self.curious:
                look_around(self.window)
            if "onwards" in meanings(self.view):
                press(self.view, "onwards")
                continue
            self.act()

    def act(self):
        desk = self.view.desk
        played = len(desk.game().match.actions)
        known = next((each for number, each in self.actions if number == played), None)
        desk.remark = ""
        desk.submit(known or quiet(desk.game().view))
        self.window.changed()

    def played(self):
        return list(enumerate(self.view.desk.game().match.actions))


@pytest.fixture
def scenario():
    return load("two-villages")


@pytest.fixture
def play_of(tmp_path, monkeypatch):
    """Makes games, each with a folder of its own."""
    made = []

    def make(*arguments, **named):
        made.append(Play(arguments[0], tmp_path / str(len(made)), monkeypatch, *arguments[1:], **named))
        return made[-1]

    yield make
    for play in made:
        play.log.close()


def parts(moments, owner):
    """The curtains and the pages of the other seat."""
    return [each for each in moments if each.who != owner]


def assert_alike(one, other):
    assert len(one) == len(other)
    for before, after in zip(one, other, strict=True):
        for name in ("who", "screen", "title", "foot", "sounds", "cursor", "spoken", "spots", "maps", "pixels"):
            assert getattr(before, name) == getattr(after, name), f"{name} of {before.screen} for {before.who or 'all'}"


@pytest.mark.parametrize("owner", SEATS)
def test_a_secret_of_one_moves_nothing_at_the_curtain_or_before_the_other(scenario, owner, play_of):
    first = play_of(scenario)
    one = list(first.moments())
    second = play_of(with_secrets(scenario, owner), first.played())
    other = list(second.moments())

    assert [each for _, each in first.played()] == [each for _, each in second.played()]
    assert {each.screen for each in parts(one, owner)} >= {"curtain", "briefing", "dispatches", "council", "table"}
    assert_alike(parts(one, owner), parts(other, owner))


@pytest.mark.parametrize("owner", SEATS)
def test_the_owner_does_see_the_secret(scenario, owner, play_of):
    first = play_of(scenario)
    one = [each for each in first.moments() if each.who == owner]
    second = play_of(with_secrets(scenario, owner), first.played())
    other = [each for each in second.moments() if each.who == owner]

    assert [each.pixels for each in one] != [each.pixels for each in other]
    assert [each.spoken for each in one] != [each.spoken for each in other]


@pytest.mark.parametrize("owner", SEATS)
def test_what_one_has_looked_at_is_not_left_lying_before_the_other(scenario, owner, play_of):
    first = play_of(scenario)
    one = list(first.moments())
    second = play_of(scenario, first.played(), curious=owner)
    other = list(second.moments())

    assert_alike(parts(one, owner), parts(other, owner))


def test_behind_the_curtain_nothing_can_be_opened(scenario, play_of):
    play = play_of(scenario)
    assert play.view.desk.top.name == "curtain"

    for meaning in ("open saves", "open menu", "back", "screenshot", "codex ili", "explain why draft", "undo", "sign"):
        play.view.do(meaning)
        assert [screen.name for screen in play.view.desk.stack] == ["curtain"]
        assert play.view.desk.remark == "The curtain is drawn: whoever speaks next must sit down first."


def test_nothing_is_taken_back_with_two_people(scenario, play_of):
    play = play_of(scenario)
    press(play.view, "seated")
    play.act()
    while play.view.desk.top.name == "curtain":
        press(play.view, "seated")
    played = play.played()

    strike(play.window, pygame.K_z, pygame.KMOD_LCTRL, pygame.KSCAN_Z)

    assert play.view.desk.remark.startswith("With two at one keyboard nothing is taken back")
    assert play.played() == played


def test_a_saved_game_of_two_has_no_picture(scenario, play_of, tmp_path):
    play = play_of(scenario)
    press(play.view, "seated")
    play.view.do("open saves")

    press(play.view, "save")

    assert "Saved as" in play.view.desk.remark
    assert list(tmp_path.rglob("*.png")) == []

"""What is lit on a map: the land, places and ways of a clause as drafted, as offered and as it is now."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from game.content.atlas import Atlas, Column, Light, Line, Parts
from game.desktop.map.atlas import Maps, Page
from game.engine.history import Treaty
from game.engine.issue import IssueId, OptionId, Package
from game.engine.source import Citation
from game.engine.view import SeatView
from game.prose.mapping import NOW, OFFER, grouped, map_words, package_line, position_line, positions, text_name
from game.prose.words import listed

DIVIDED = -1
"""The side of land that neither seat has alone."""


@frozen
class Patch:
    """The land of an option, on the side that has it, and as what it stands there."""

    issue: IssueId
    option: OptionId
    side: int
    strength: str
    """`draft`, `offer`, `now`, `rest` for other clauses of the same text, or `bound`: an offer that leaves the land
    to the same side as the draft, so that only its bounds are news."""


@frozen
class Mark:
    """A place or a way that is lit, and by what: `draft`, `first`, `second`, `now`, or `about` for the whole issue."""

    what: str
    """A place's number, a line's id, or the issue and option of a light with shapes of its own."""
    by: tuple[str, ...]


@frozen
class Lit:
    """All that is lit. It is small, so that prints can be remembered by it."""

    patches: tuple[Patch, ...] = ()
    places: tuple[Mark, ...] = ()
    lines: tuple[Mark, ...] = ()
    ways: tuple[Mark, ...] = ()
    columns: tuple[Mark, ...] = ()
    roads: tuple[str, ...] = ()
    """Roads that are shown without being lit."""
    frontiers: tuple[str, ...] = ()
    """Lines of treaties."""

    def besides(self, frontiers: tuple[str, ...], roads: tuple[str, ...], columns: tuple[Mark, ...]) -> "Lit":
        """The same with lines, roads and columns that are shown whatever is looked at."""
        return evolve(self, frontiers=frontiers, roads=roads, columns=columns)


@frozen
class Told:
    """What a map says beside what it shows."""

    caption: str = ""
    cites: tuple[Citation, ...] = ()
    spoken: str = ""


def side_of(view: SeatView, holder: str) -> int:
    seats = [each.id for each in view.seats]
    return seats.index(holder) if holder in seats else DIVIDED


def lit_clause(maps: Maps, view: SeatView, draft: Package, looked: IssueId) -> Lit:
    """What the clause *looked* lights, with the other land of *draft* behind it."""
    atlas, issue = maps.atlas, view.issue(looked)
    places: dict[str, list[str]] = {}
    lines: dict[str, list[str]] = {}
    ways: dict[str, list[str]] = {}
    for mark, light in _lights(atlas, view, looked, positions(view, issue, draft[looked])):
        for number in light.places:
            places.setdefault(str(number), []).append(mark)
        for line in light.lines:
            lines.setdefault(line, []).append(mark)
        if light.parts:
            ways.setdefault(f"{light.issue} {light.option}", []).append(mark)
    return Lit(tuple(_patches(atlas, view, draft, looked)), _marks(places), _marks(lines), _marks(ways))


def _marks(found: Mapping[str, list[str]]) -> tuple[Mark, ...]:
    return tuple(Mark(what, tuple(dict.fromkeys(by))) for what, by in found.items())


def _lights(
    atlas: Atlas, view: SeatView, looked: IssueId, options: Mapping[str, OptionId]
) -> Iterator[tuple[str, Light]]:
    """Each light that counts now, with the mark of the position that lights it."""
    offer = "second" if side_of(view, view.other) else "first"
    for light in atlas.lit_by(looked, ""):
        yield "about", light
    text = text_name(view)
    for said, option in options.items():
        mark = "draft" if said == text else "now" if said == NOW else offer
        yield from ((mark, light) for light in atlas.lit_by(looked, option) if light.option)


def _patches(atlas: Atlas, view: SeatView, draft: Package, looked: IssueId) -> Iterator[Patch]:
    """The land of the other clauses, then what holds now, their offer, and the draft of the one looked at."""
    for issue in atlas.territorial:
        if issue != looked and issue in draft:
            yield from _patch(atlas, view, issue, draft[issue], "rest")
    if looked not in draft:
        return
    options = positions(view, view.issue(looked), draft[looked])
    yield from _patch(atlas, view, looked, options[NOW], "now")
    mine = list(_patch(atlas, view, looked, draft[looked], "draft"))
    yield from mine
    if OFFER in options and options[OFFER] != draft[looked]:
        for theirs in _patch(atlas, view, looked, options[OFFER], "offer"):
            agreed = any(each.side == theirs.side for each in mine)
            yield evolve(theirs, strength="bound") if agreed else theirs


def _patch(atlas: Atlas, view: SeatView, issue: IssueId, option: OptionId, strength: str) -> Iterator[Patch]:
    zone = atlas.zone(issue, option)
    if zone is not None:
        yield Patch(issue, option, side_of(view, zone.holder), strength)


def lit_package(maps: Maps, view: SeatView, package: Package) -> Lit:
    """Who has which land under a whole text: the widest land first, so that narrower clauses lie on it."""
    known = {each.id for each in view.issues}
    found = [
        patch
        for issue in maps.atlas.territorial
        if issue in package and issue in known
        for patch in _patch(maps.atlas, view, issue, package[issue], "draft")
    ]
    return Lit(tuple(sorted(found, key=lambda each: -_size(maps, each))))


def _size(maps: Maps, patch: Patch) -> float:
    zone = maps.atlas.zone(patch.issue, patch.option)
    box = maps.pages[0].around([zone.parts]) if zone else None
    return box.w * box.h if box else 0.0


def told_clause(maps: Maps, view: SeatView, draft: Package, looked: IssueId, title: str) -> Told:
    """The caption of a clause's map with its sources, and what is said of it to those who hear the page."""
    issue = view.issue(looked)
    lines, captions, cites = [], [], []
    for option, said in grouped(positions(view, issue, draft[looked])).items():
        zone = maps.atlas.zone(looked, option)
        lights = [each for each in maps.atlas.lit_by(looked, option) if each.option]
        shows = zone.shows if zone else " ".join(each.says for each in lights)
        lines.append(position_line(view, issue, listed(said), option, zone.holder if zone else "", shows))
        if text_name(view) in said:
            captions.append(shows)
            cites += [*(zone.cite if zone else ()), *(cite for each in lights for cite in each.cite)]
    about = maps.atlas.lit_by(looked, "")
    cites += [cite for each in about for cite in each.cite]
    spoken = map_words(f"{title}. {issue.title}", [*(each.says for each in about), *lines])
    caption = " ".join([*(each.says for each in about), *captions])
    if not caption:
        return Told(" ".join(issue.map_note.split()), issue.cite, spoken)
    return Told(caption, tuple(dict.fromkeys(cites)), spoken)


def told_package(maps: Maps, view: SeatView, package: Package, title: str) -> Told:
    """What the map of a whole text shows."""
    known = {each.id for each in view.issues}
    zones = {
        issue: maps.atlas.zone(issue, package[issue])
        for issue in maps.atlas.territorial
        if issue in package and issue in known
    }
    lines = [
        package_line(view, view.issue(issue), package[issue], zone.holder if zone else "")
        for issue, zone in zones.items()
    ]
    cites = tuple(dict.fromkeys(cite for zone in zones.values() if zone for cite in zone.cite))
    return Told("", cites, map_words(title, lines))


def shapes_of(maps: Maps, lit: Lit) -> Iterator[Parts]:
    """The shapes of what is lit, without the land of other clauses."""
    for patch in lit.patches:
        zone = maps.atlas.zone(patch.issue, patch.option)
        if zone is not None and patch.strength != "rest":
            yield zone.parts
    yield from (maps.atlas.place(int(mark.what)).parts for mark in lit.places)
    yield from (maps.atlas.line(mark.what).parts for mark in lit.lines)
    yield from (light.parts for mark in lit.ways for light in ways_of(maps.atlas, mark))


def ways_of(atlas: Atlas, mark: Mark) -> list[Light]:
    """The lights with shapes of their own that a mark means."""
    issue, _, option = mark.what.partition(" ")
    return [each for each in atlas.lights if (each.issue, each.option) == (issue, option) and each.parts]


def page_for(maps: Maps, issue: IssueId) -> Page:
    """The chart on which all that an issue can light lies, whatever option is chosen."""
    zones = [each.parts for each in maps.atlas.zones if each.issue == issue]
    if zones:
        return maps.page_of(zones)
    lights = [each for each in maps.atlas.lights if each.issue == issue]
    shapes = [each.parts for each in lights]
    shapes += [maps.atlas.place(number).parts for each in lights for number in each.places]
    shapes += [maps.atlas.line(line).parts for each in lights for line in each.lines]
    return maps.page_of(each for each in shapes if each)


def frontiers(maps: Maps, view: SeatView, history: Iterable[Treaty]) -> list[Line]:
    """The treaty lines that may be shown: a line that history has still to draw would tell the player the answer."""
    first = view.turns[0].id if view.turns else ""
    hidden = {each.id for each in history if each.signed[: len(first)] >= first and view.outcome is None}
    drawn = (each for each in maps.atlas.lines if each.kind != "route")
    return [each for each in drawn if each.treaty not in hidden]


def marching(atlas: Atlas, view: SeatView) -> list[Column]:
    """The columns and posts that are known now, by the date, the public meters, and the choices that were told."""
    date = view.turns[view.turn - 1].id if view.turns else ""
    told = {f"{each.card.id}.{each.choice}" for each in view.news}
    return [each for each in atlas.columns if _marches(each, view, date, told)]


def _marches(column: Column, view: SeatView, date: str, told: set[str]) -> bool:
    if not (column.since <= date and (not column.until or date <= column.until)):
        return False
    if (column.chapters or column.cards) and view.chapter not in column.chapters and not told & set(column.cards):
        return False
    return all(low <= view.meters.get(meter, low - 1) <= high for meter, (low, high) in column.meters.items())

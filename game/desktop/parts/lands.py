"""The land under a text and under every treaty of history: a map of each, and its clauses below."""

from collections.abc import Iterator, Mapping, Sequence

from game.desktop.desk import Desk
from game.desktop.lettering import Span, Style
from game.desktop.map.atlas import maps_of
from game.desktop.parts.map import map_panel
from game.desktop.theme import GRID, NOTE
from game.desktop.widget import Widget
from game.desktop.widgets.layout import Cell, Column, Row
from game.desktop.widgets.words import FAINT, SMALL, Words
from game.engine.history import Treaty
from game.engine.issue import Issue, Package
from game.engine.source import Citation
from game.prose.sources import folded
from game.session.reckoning import whole_terms


def lands_leaf(desk: Desk, title: str, package: Package) -> Sequence[Widget]:
    """*package*, which is called *title*, beside history's texts on the ground."""
    scenario = desk.game().match.state.scenario
    treaties = {each.title: each for each in scenario.history.treaties if each.title != title}
    others = {name: whole_terms(scenario, treaty) for name, treaty in treaties.items()}
    maps, issues = map_panel(desk, package, compare=others, title=title), _territorial(desk)
    if not issues:
        return [maps]
    texts: Mapping[str, Package] = {title: package, **others}
    clauses = [Column(list(_clauses(issues, text, treaties.get(name))), GRID / 2) for name, text in texts.items()]
    return [maps, Row([Cell(each) for each in clauses], 2 * GRID)]


def _territorial(desk: Desk) -> Sequence[Issue]:
    view = desk.game().view
    maps = maps_of(view.scenario)
    return [issue for issue in view.issues if maps is not None and issue.id in maps.atlas.territorial]


def _clauses(issues: Sequence[Issue], text: Package, treaty: Treaty | None) -> Iterator[Widget]:
    """What a text says of each land, with the mark of the article, or of the option where it is no treaty."""
    for issue in issues:
        option = issue.option(text[issue.id])
        article = treaty.articles.get(issue.id) if treaty else None
        if treaty is not None and article is not None:
            mark = _mark(article.cite, f"sources article {treaty.id} {issue.id}")
        else:
            mark = _mark(option.cite, f"sources option {issue.id} {option.id}")
        yield Words((Span(f"{issue.title}: ", Style(NOTE, "semibold")), Span(f"{option.title} ", SMALL), mark))


def _mark(cites: Sequence[Citation], about: str) -> Span:
    return Span(folded(cites), FAINT, about if cites else "")

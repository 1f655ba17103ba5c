"""How numbers, names and likelihoods are put."""

from collections.abc import Iterable, Mapping, Sequence

from game.engine.brief import Brief
from game.engine.home import FULL, Home, chance_at_home, support
from game.engine.issue import Issue, IssueId, OptionId, Package, SeatId
from game.engine.ledger import Entry, Ledger, total
from game.engine.scenario import Seat, Stage
from game.engine.view import SeatView
from game.engine.wording import in_text as in_text
from game.engine.wording import listed as listed

LIKELY, EVEN, DOUBTFUL = 0.7, 0.35, 0.02
"""Chances from which a text is called likely, even and doubtful to pass at home; below them it is hopeless."""


def signed(points: float) -> str:
    """+6, -3 or 0."""
    return f"{points:+.0f}" if round(points) else "0"


def exact(points: float) -> str:
    """+6.5, as it stands in a ledger."""
    return f"{points:+.1f}"


def counted(number: float, word: str) -> str:
    """`1 point`, `2 points`: a whole number with its word."""
    whole = round(number)
    return f"{whole} {word}{'' if abs(whole) == 1 else 's'}"


def sentence(text: str) -> str:
    """*text* with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?:…" else ".")


def spoken(word: str) -> str:
    """An id as words: `war_ministry` as `war ministry`."""
    return word.replace("_", " ")


def seat_title(seats: Sequence[Seat], seat: SeatId) -> str:
    """The title of a seat, or its id when there is none such."""
    return next((each.title for each in seats if each.id == seat), seat)


def who(view: SeatView, seat: SeatId) -> str:
    """`You`, or the other seat's title."""
    return "You" if seat == view.seat else in_text(seat_title(view.seats, seat))


def whose(view: SeatView, seat: SeatId) -> str:
    """`your`, or the other seat's title with an apostrophe."""
    return "your" if seat == view.seat else f"{in_text(seat_title(view.seats, seat))}'s"


def other_title(view: SeatView) -> str:
    """The counterpart's title as it stands inside a sentence."""
    return in_text(seat_title(view.seats, view.other))


def faction_title(brief: Brief, faction: str) -> str:
    """The title of one of a seat's own factions."""
    return next((in_text(each.title) for each in brief.factions if each.id == faction), spoken(faction))


def option_title(issues: Mapping[IssueId, Issue], issue: IssueId, option: OptionId) -> str:
    """The title of an option."""
    return issues[issue].option(option).title


def by_id(view: SeatView) -> Mapping[IssueId, Issue]:
    """The issues on the table by their ids."""
    return {issue.id: issue for issue in view.issues}


def clause(view: SeatView, issue: IssueId, option: OptionId) -> str:
    """`The spring: Day and night`."""
    found = view.issue(issue)
    return f"{found.title}: {found.option(option).title}"


def likelihood(chance: float) -> str:
    """A chance as an adjective."""
    if chance >= LIKELY:
        return "likely"
    if chance >= EVEN:
        return "even"
    return "doubtful" if chance >= DOUBTFUL else "hopeless"


def percent(support_: int) -> str:
    """Hundredths of a per cent with what chance may still change: `61 % ± 5`."""
    return f"{support_ / 100:.0f} % ± 5"


def weakest(home: Home, package: Package) -> tuple[Stage | None, int]:
    """The stage that would fall furthest short of its threshold, and the support there."""
    stages = [(support(home, stage, package), stage) for stage in home.stages]
    if not stages:
        return None, FULL
    found, stage = min(stages, key=lambda each: each[0] - each[1].threshold * 100)
    return stage, found


def home_in_short(home: Home, package: Package) -> str:
    """`likely; 61 % ± 5 in the weakest vote, which takes 50`: how likely all votes pass, and the support in one."""
    stage, found = weakest(home, package)
    if stage is None:
        return "nobody is asked"
    where = "the weakest vote" if len(home.stages) > 1 else "the vote"
    return f"{likelihood(chance_at_home(home, package))}; {percent(found)} in {where}, which takes {stage.threshold}"


def rows(entries: Ledger, names: Mapping[str, str]) -> Iterable[str]:
    """A ledger as lines, one an entry, and the sum."""
    for entry in entries:
        yield f"  {exact(entry.points):>7}  {names.get(entry.what, spoken(entry.what))}"
    yield f"  {exact(total(entries)):>7}  in all"


def dearest(entries: Iterable[Entry], most: int = 2) -> list[Entry]:
    """The entries with the most points against, worst first."""
    return sorted((each for each in entries if each.points < 0), key=lambda each: each.points)[:most]

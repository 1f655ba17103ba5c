"""What a draft promises: for you, at home, and, as far as can be guessed, for the other side."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from game.engine.home import (
    MANDATE_PRICE,
    STAND_PRICE,
    Home,
    beyond,
    chance_at_home,
    faction_ledger,
    inclination,
    margin,
    stand_price,
    support,
    voters,
)
from game.engine.issue import Issue, IssueId, OptionId, Package
from game.engine.ledger import Entry, total
from game.engine.scenario import CREDIBILITY, Stage
from game.engine.table import BROKEN_STAND_CREDIBILITY
from game.engine.utility import reservation_value, seat_table, utility, value
from game.engine.view import SeatView
from game.engine.wording import in_sentence
from game.prose.words import (
    clause,
    counted,
    dearest,
    exact,
    faction_title,
    home_in_short,
    in_text,
    likelihood,
    listed,
    other_title,
    percent,
    signed,
    spoken,
)

SLIGHT, CLEAR = 1.0, 6.0
"""Supposed points from which an offer looks a little better, and clearly better, to the other side."""
FEW_OFFERS, MANY_OFFERS = 2, 5
WARM, COOL = 55.0, 40.0


def assessment(view: SeatView, draft: Package) -> str:
    """The one line before an offer goes out: for you, at home, and our reading of the other side."""
    assert view.brief is not None and view.home is not None
    return f"{_for_you(view, draft)}. At home: {home_in_short(view.home, draft)}. {_reading(view, draft)}."


def offer_assessment(view: SeatView, package: Package) -> str:
    """The same for the other side's offer, before it is signed."""
    assert view.home is not None
    return f"{_against_no_treaty(view, package)}. At home: {home_in_short(view.home, package)}."


def _for_you(view: SeatView, draft: Package) -> str:
    assert view.brief is not None
    worth = value(view.brief, draft)
    theirs = view.text.offers.get(view.other)
    if theirs is not None:
        gain = signed(worth - value(view.brief, theirs))
        return f"For you {gain} against their last offer ({counted(worth, 'point')})"
    return _against_no_treaty(view, draft)


def _against_no_treaty(view: SeatView, package: Package) -> str:
    assert view.brief is not None
    worth = value(view.brief, package)
    spare = worth - reservation_value(view.brief, view.status_quo, view.turns_left)
    return f"For you {counted(worth, 'point')}, {signed(spare)} against no treaty"


def _reading(view: SeatView, draft: Package) -> str:
    return f"Our reading of them: {reading(view, draft)} ({confidence(view)} confidence)"


def reading(view: SeatView, draft: Package) -> str:
    """What the other side is thought to make of *draft*, beside this seat's last offer when there was one."""
    assert view.belief is not None
    if draft == view.text.offers.get(view.other):
        return "their own text"
    before = view.text.offers.get(view.seat or "")
    if before is None:
        return f"{liking(view, draft)} to them"
    gain = view.belief.points(draft) - view.belief.points(before)
    if abs(gain) < SLIGHT:
        return "the same to them as your last"
    better = "better" if gain > 0 else "worse"
    return f"{'clearly' if abs(gain) >= CLEAR else 'a little'} {better} for them than your last"


def liking(view: SeatView, package: Package) -> str:
    """How the other side is thought to like a text, as an adjective."""
    assert view.belief is not None
    points = view.belief.points(package)
    if points >= WARM:
        return "welcome"
    return "middling" if points >= COOL else "unwelcome"


def confidence(view: SeatView) -> str:
    """How far our reading of the other side can be trusted: it grows with what they have said."""
    known = sum(each.seat == view.other for each in view.offers) + 2 * len(view.reports)
    return "low" if known < FEW_OFFERS else "fair" if known < MANY_OFFERS else "good"


def home_lines(view: SeatView, draft: Package) -> Iterator[str]:
    """The chance of a text at home: each vote, and the factions and clauses that decide it."""
    assert view.home is not None
    home = view.home
    if not home.stages:
        yield "Nobody at home is asked."
        return
    yield f"At home this text is {likelihood(chance_at_home(home, draft))}."
    for stage in home.stages:
        yield _stage_line(home, stage, draft)
    for faction in home.brief.factions:
        yield _faction_line(view, home, faction.id, draft)
    if exceeded := beyond(home, home.mandate, draft):
        names = listed(in_text(view.issue(issue).title) for issue in exceeded)
        yield f"  It goes beyond your instructions on {names}."
    yield "`why home` gives the points behind this, faction by faction."


def _stage_line(home: Home, stage: Stage, draft: Package) -> str:
    at_stage = support(home, stage, draft)
    return f"  {stage.title}: {percent(at_stage)} in favour; it takes {stage.threshold} %."


def _faction_line(view: SeatView, home: Home, faction: str, draft: Package) -> str:
    leaning = inclination(margin(home, faction, draft))
    against = dearest(faction_ledger(home, faction, draft), 1)
    reason = f"; most against it: {_what(view, against[0].what)}" if against else ""
    return f"  - {faction_title(home.brief, faction)}: {100 * leaning:.0f} in a hundred for it{reason}."


def _what(view: SeatView, what: str) -> str:
    rule, _, issue = what.partition(" ")
    if rule == "mandate":
        return f"instructions exceeded on {in_text(view.issue(issue).title)}"
    return {each.id: each.title for each in view.issues}.get(what, _RULES.get(what, spoken(what)))


_RULES = {"favour": "ill will towards any text"}


def faction_ledger_lines(view: SeatView, faction: str, draft: Package) -> Iterator[str]:
    """Why one faction is for or against a text."""
    assert view.home is not None
    entries = faction_ledger(view.home, faction, draft)
    lean = margin(view.home, faction, draft)
    yield f"{faction_title(view.home.brief, faction)} (half for it at 0):"
    for entry in entries:
        yield f"  {exact(entry.points):>7}  {reason_of(view, entry)}"
    yield f"  {exact(total(entries)):>7}  in all: {100 * inclination(lean):.0f} in a hundred for it"


def reason_of(view: SeatView, entry: Entry) -> str:
    """What one entry of a faction's ledger is about."""
    words = _what(view, entry.what) if entry.what != "favour" else "good will or ill will towards any text"
    return f"{words}: {view.issue(entry.what).option(entry.option).title}" if entry.option else words


def home_ledger_lines(view: SeatView, draft: Package) -> Iterator[str]:
    """The votes at home with every faction's points."""
    assert view.home is not None
    for stage in view.home.stages:
        shares = voters(view.home, stage)
        names = listed(f"{faction_title(view.home.brief, each)} {100 * share:.0f} %" for each, share in shares)
        yield f"{_stage_line(view.home, stage, draft).strip()} Votes: {names}."
    for faction in view.home.brief.factions:
        yield from faction_ledger_lines(view, faction.id, draft)


def value_lines(view: SeatView, package: Package, name: str) -> Iterator[str]:
    """What a text is worth to this seat, clause by clause."""
    assert view.brief is not None
    yield f"What {name} is worth to you, out of 100:"
    for entry in sorted(utility(view.brief, package), key=lambda each: -each.points):
        yield f"  {exact(entry.points):>7}  {worth_of(view, entry)}"
    yield f"  {exact(value(view.brief, package)):>7}  in all"


def worth_of(view: SeatView, entry: Entry) -> str:
    """What one entry of the seat's own ledger is about."""
    return clause(view, entry.what, entry.option) if entry.option else f"together: {_linked(view, entry.what)}"


def _linked(view: SeatView, what: str) -> str:
    return listed(view.issue(each).title for each in what.split(" + "))


def waiting_lines(view: SeatView) -> Iterator[str]:
    """What is left without a treaty: the points below which no text is better than none."""
    assert view.brief is not None
    yield "What you would have without a treaty:"
    for words, points in waiting_entries(view):
        yield f"  {exact(points):>7}  {words}"
    yield f"  {exact(reservation_value(view.brief, view.status_quo, view.turns_left)):>7}  {WAITING_TOTAL}"


WAITING_TOTAL = "in all: below this, no treaty is better"


def waiting_entries(view: SeatView) -> list[tuple[str, float]]:
    """The reservation value, reason by reason, with its points."""
    assert view.brief is not None
    brief, left = view.brief, view.turns_left
    return [
        ("what holds now, clause by clause", value(brief, view.status_quo)),
        ("it is worth less than it sounds: nothing secures it", -brief.drift),
        (f"{counted(left, 'turn')} of waiting, {brief.waiting} each", -brief.waiting * left),
    ]


def belief_lines(view: SeatView, draft: Package | None) -> Iterator[str]:
    """What this seat believes of the other, and why; how it would like *draft*, when there is one to speak of.

    No number of theirs: only adjectives.
    """
    assert view.belief is not None
    title = other_title(view)
    yield f"What we believe of {title} ({confidence(view)} confidence). Nobody has seen their instructions."
    for issue, _ in sorted(view.belief.weights.items(), key=lambda each: -each[1])[:5]:
        yield f"  - {view.issue(issue).title} matters to them{grounds(view, issue)}."
    if draft is not None:
        liked = liking(view, draft)
        yield f"  Your draft would be {liked} to them; their consent at home looks {believed(liked)}."
    yield f"  {confidence(view).capitalize()} confidence, because you have heard {heard(view)}."


def believed(liked: str) -> str:
    """The chance at the other side's home that goes with how it is thought to like a text."""
    return {"welcome": "likely", "middling": "even", "unwelcome": "doubtful"}[liked]


def heard(view: SeatView) -> str:
    """How much of the other side has been heard."""
    offers = sum(each.seat == view.other for each in view.offers)
    parts = [f"{offers} offer{'' if offers == 1 else 's'}"]
    if view.reports:
        parts.append(f"{len(view.reports)} report{'' if len(view.reports) == 1 else 's'} of your agents")
    return listed(parts)


_GROUNDS = {
    "vowed": "they have vowed it in public",
    "reported": "your agents say so",
    "asked": "their last refusal asks for it",
}


def grounds(view: SeatView, issue: IssueId) -> str:
    """Why *issue* is thought to matter to the other side, to follow `matters to them`."""
    assert view.belief is not None
    told = [
        f"they have kept it unmoved {_times(int(word.split()[1]))}" if word.startswith("held") else _GROUNDS[word]
        for word in view.belief.grounds.get(issue, ())
    ]
    return f": {listed(told)}" if told else ", as everybody supposes"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def mandate_question(view: SeatView, package: Package, issues: tuple[IssueId, ...]) -> Iterator[str]:
    """What going beyond the instructions means: the clauses, and the price at home."""
    assert view.home is not None and view.menu is not None
    for issue in issues:
        yield f"Your instructions on {_stop(view, issue, 'stop', view.menu.mandate[issue], package)}"
    rungs = sum(beyond(view.home, view.home.mandate, package).values())
    within = home_in_short(evolve(view.home, mandate={}), package)
    yield (
        f"The price: every faction at home takes off {MANDATE_PRICE * rungs} points. "
        f"At home without that: {within}. With it: {home_in_short(view.home, package)}."
    )


def initials_question(view: SeatView, clauses: Package) -> Iterator[str]:
    """What initials to *clauses* beyond one's instructions or vows mean, and their price; nothing when none is."""
    assert view.home is not None
    over, broken = beyond(view.home, view.home.mandate, clauses), beyond(view.home, view.home.stands, clauses)
    for issue in over:
        yield f"Your instructions on {_stop(view, issue, 'stop', view.home.mandate[issue], clauses)}"
    for issue in broken:
        yield f"Your public vow on {_stop(view, issue, 'stops', view.home.stands[issue], clauses)}"
    if over:
        lost = counted(MANDATE_PRICE * sum(over.values()), "point")
        yield f"The price of that once it is signed: every faction at home takes off {lost}."
    if broken:
        yield f"The price of a broken vow once it is signed: {_vows_price(view, broken)}."
    if over or broken:
        yield "When both sides have put their initials to a clause, it changes again only if both ask to reopen it."


def _stop(view: SeatView, issue: IssueId, stops: str, limit: OptionId, package: Package) -> str:
    found = view.issue(issue)
    last, asked = found.option(limit).title, found.option(package[issue]).title
    return f"{in_text(found.title)} {stops} at “{last}”; this says “{asked}”."


def _vows_price(view: SeatView, broken: Mapping[IssueId, int]) -> str:
    credibility = view.meters.get(f"{view.seat}.{CREDIBILITY}", 0)
    points, rungs = sum(stand_price(each, credibility) for each in broken.values()), sum(broken.values())
    word = next((in_sentence(each) for each in view.gauges if each.id == CREDIBILITY), CREDIBILITY)
    lost = f"{points:.1f} points, {BROKEN_STAND_CREDIBILITY * rungs} of {word}"
    return f"{lost} and {STAND_PRICE * rungs / 100:.0f} % of the votes at home"


def options_worth(view: SeatView, issue: Issue) -> dict[OptionId, float]:
    """The points each option of *issue* brings this seat by itself, links left out."""
    assert view.brief is not None
    return dict(seat_table(view.brief)[issue.id])

"""What can be said at any moment: explanations, ledgers, the log, saving, taking back, leaving."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from game.engine.errors import GameError, nearest_word
from game.engine.events import heard
from game.engine.issue import Package
from game.engine.scenario import Meter
from game.prose.briefing import briefing_lines, briefing_passages, mood_lines
from game.prose.calendar import closed_table
from game.prose.codex import codex_lines
from game.prose.comparison import costs_in_words
from game.prose.explanation import explain
from game.prose.happenings import event_lines
from game.prose.meters import heading, meter_lines
from game.prose.movements import Movement, movement_lines
from game.prose.naming import called
from game.prose.offers import changes, offer_lines
from game.prose.prospects import (
    belief_lines,
    faction_ledger_lines,
    home_ledger_lines,
    home_lines,
    value_lines,
    waiting_lines,
)
from game.prose.refusals import refusal_lines
from game.prose.words import exact
from game.session.folders import ENDING
from game.session.save import load_match, save_match
from game.text.cabinet import list_orders
from game.text.ladder import LEGEND, table_lines
from game.text.pointing import more, point, sources
from game.text.sitting import Leaving, Sitting

Command = Callable[[Sitting, str], None]

HELP: Mapping[str, str] = {
    "? TERM": "explains a word, a title or an id: `? stand`, `? tension`, `? support`",
    "why": "the points behind the last number; also `why home`, `why theirs`, `why batna`, `why costs`, `why FACTION`, "
    "and what moved a meter: `why tension`",
    "home": "how your draft would fare at home, and because of whom",
    "them": "what you believe of the other side, and why",
    "table": "every clause again; `offer` what they say, `refusal` why they refused",
    "meters": "where everything stands; `brief` your instructions; `log` what has happened",
    "sources": "the sources of what was shown last, in full; `more` explains its codex words too",
    "codex": "people, places, terms, treaties; `codex people` lists them, `codex WORD` opens one",
    "undo": "takes back the last change of your draft; else, when you play alone, your last action",
    "save NAME": "keeps the game; `load NAME` goes on with one; `quit` leaves",
}


def help_(sitting: Sitting) -> None:
    sitting.console.say("You can say, at any time:")
    for words, text in HELP.items():
        sitting.console.say(f"  {words}: {text}.")
    for line in _HELP_HERE.get(sitting.view.phase.value, ()):
        sitting.console.say(f"  {line}")


_HELP_HERE = {
    "card": ("Now: the number of your answer.",),
    "orders": (
        "Now: the numbers of up to two orders, or Enter for none (`orders` lists them); `walk out` ends the talks.",
    ),
    "armistice": ("Now: `yes` or `no` to an armistice; `? armistice` and `? round` say what hangs on it.",),
    "table": (
        "Now, for your draft: a clause's number shows its options, `2 3` chooses one, and so does ISSUE=OPTION.",
        "`draft best`, `draft theirs`, `draft mine`, `draft now` start from another text; `reset` drops your changes; "
        "`cure` takes over what they ask for.",
        "`propose` lays the draft on the table; `accept` signs their offer; `hold` lets your turn pass.",
        "`initial 2` and `bracket 2` mark clauses of their offer; `reopen 2` asks to reopen one.",
        "`walk out` breaks off the talks for good.",
        "Whole lines of notation work everywhere: propose ISSUE=OPTION beyond ISSUE.",
    ),
}


def explain_(sitting: Sitting, rest: str) -> None:
    if not rest:
        help_(sitting)
        return
    sitting.console.show(explain(sitting.view, sitting.match.state.scenario, rest))


def why(sitting: Sitting, rest: str) -> None:
    """The ledger behind a number."""
    topic = rest.lower() or sitting.topic
    word = topic.split()[-1]
    factions = {faction.id: faction.title for faction in sitting.view.brief.factions} if sitting.view.brief else {}
    meters = {meter.id: meter for meter in sitting.view.gauges}
    found = called(factions, topic)
    gauged = called({name: meter.title for name, meter in meters.items()}, topic)
    if word in _LEDGERS:
        sitting.console.show(_LEDGERS[word](sitting))
    elif len(gauged) == 1 and topic not in factions:
        sitting.console.show(_movements(sitting, meters[gauged[0]]))
    elif len(found) == 1:
        sitting.console.show(_on_text(sitting, lambda text: faction_ledger_lines(sitting.view, found[0], text)))
    else:
        raise GameError(f"there is no ledger of '{word}'{nearest_word(word, [*_LEDGERS, *factions, *meters])}")


def _on_text(sitting: Sitting, lines: Callable[[Package], Iterator[str]]) -> Iterator[str]:
    """*lines* about the text that counts now: the signed one, else the draft; a sentence while there can be none."""
    package = _text(sitting)
    return iter([_no_text(sitting)]) if package is None else lines(package)


def _text(sitting: Sitting) -> Package | None:
    if sitting.view.pending is not None:
        return sitting.view.pending.package
    closed = closed_table(sitting.view, sitting.match.state)
    return None if closed and not sitting.view.text.offers else sitting.draft()


def _no_text(sitting: Sitting) -> str:
    closed = closed_table(sitting.view, sitting.match.state)
    return f"Nothing is on the table, and so there is no text to speak of. {closed}"


def _movements(sitting: Sitting, meter: Meter) -> Iterator[str]:
    """What has moved a meter since the last turn began."""
    view = sitting.view
    name = meter.id if meter.scope == "shared" else f"{sitting.seat}.{meter.id}"
    moved = [
        Movement(entry.turn, entry.action, heard(entry.events, sitting.seat), entry.moved[name])
        for entry in sitting.journal
        if name in entry.moved and entry.turn >= view.turn - 1
    ]
    return movement_lines(view, sitting.match.state.scenario, meter, moved)


def _theirs(sitting: Sitting) -> Iterator[str]:
    theirs = sitting.view.text.offers.get(sitting.view.other)
    return value_lines(sitting.view, theirs, "their offer") if theirs else iter(["They have made no offer yet."])


def _costs(sitting: Sitting) -> Iterator[str]:
    costs, brief = sitting.view.costs, sitting.view.brief
    assert brief is not None
    yield "Points you have lost by the way:" if costs else "You have lost no points by the way."
    for said, points in costs_in_words(brief, costs, sitting.match.state.scenario):
        yield f"  {exact(points):>7}  {said}"


def _value(sitting: Sitting) -> Iterator[str]:
    name = "the signed text" if sitting.view.pending else "your draft"
    return _on_text(sitting, lambda text: value_lines(sitting.view, text, name))


def _draft(sitting: Sitting) -> Package | None:
    """The draft, where there is a table for it."""
    return None if sitting.view.pending else _text(sitting)


def _waiting(sitting: Sitting) -> Iterator[str]:
    return waiting_lines(sitting.view)


_LEDGERS: Mapping[str, Callable[[Sitting], Iterator[str]]] = {
    "draft": _value,
    "value": _value,
    "home": lambda sitting: _on_text(sitting, lambda text: home_ledger_lines(sitting.view, text)),
    "them": lambda sitting: belief_lines(sitting.view, _draft(sitting)),
    "theirs": _theirs,
    "offer": _theirs,
    "accept": _theirs,
    "batna": _waiting,
    "target": _waiting,
    "treaty": _waiting,
    "waiting": _waiting,
    "costs": _costs,
}


def home(sitting: Sitting) -> None:
    sitting.topic = "home"
    sitting.console.show(_on_text(sitting, lambda text: home_lines(sitting.view, text)))
    if _text(sitting) is None:
        sitting.console.show(mood_lines(sitting.view))


def them(sitting: Sitting) -> None:
    sitting.topic = "them"
    if _text(sitting) is None:
        sitting.console.say(_no_text(sitting))
    sitting.console.show(belief_lines(sitting.view, _draft(sitting)))


def table(sitting: Sitting) -> None:
    sitting.console.show(table_lines(sitting.view, sitting.draft()))
    sitting.console.say(LEGEND)


def offer(sitting: Sitting) -> None:
    sitting.console.show(offer_lines(sitting.view))


def refusal(sitting: Sitting) -> None:
    """The last refusal once more."""
    found = sitting.refusal()
    if found is None:
        raise GameError("they have refused nothing of yours since you last spoke")
    sitting.console.show(refusal_lines(sitting.view, found))


def meters(sitting: Sitting) -> None:
    sitting.console.say(heading(sitting.view, closed=closed_table(sitting.view, sitting.match.state)))
    sitting.console.show(meter_lines(sitting.view))


def brief(sitting: Sitting) -> None:
    sitting.console.show(briefing_lines(sitting.view))
    point(sitting, briefing_passages(sitting.view))


def codex(sitting: Sitting, rest: str) -> None:
    sitting.console.show(codex_lines(sitting.match.state.scenario, rest))


def log(sitting: Sitting) -> None:
    """All this seat has heard, turn by turn."""
    view, turn = sitting.view, 0
    for entry in sitting.journal:
        for event in entry.events:
            if event.heard_by not in ("", sitting.seat) or entry.repeats(event, sitting.seat):
                continue
            lines = list(event_lines(view, event, sitting.match.state.scenario))[:1]
            if lines and entry.turn != turn:
                turn = entry.turn
                sitting.console.say(f"Turn {turn}, {view.turns[turn - 1].title}:")
            sitting.console.show(f"  - {line.strip()}" for line in lines)
    if not turn:
        sitting.console.say("Nothing has happened yet.")


def undo(sitting: Sitting) -> None:
    view, before = sitting.view, sitting.draft()
    count = sitting.take_back()
    if count:
        sitting.console.say(f"Taken back: your last action and what followed it ({count} in all).")
        return
    sitting.console.say("Taken back: the last change of your draft.")
    sitting.console.show(changes(view, before, sitting.draft()))


def save(sitting: Sitting, rest: str) -> None:
    """Write the game to a name of the player's."""
    name = rest or f"{sitting.match.scenario.id}-turn-{sitting.match.state.turn}"
    written = save_match(sitting.match, place(sitting.saves, name))
    sitting.console.say(f"Saved as {written.stem}. `load {written.stem}` goes on from here.")


def load(sitting: Sitting, rest: str) -> None:
    """Go on with a saved game of the same people."""
    if not rest:
        raise GameError("say which game to load, as in `load NAME`")
    path = place(sitting.saves, rest)
    if not path.exists():
        known = [each.stem for each in sitting.saves.glob(f"*{ENDING}")]
        raise GameError(f"no game is saved as '{rest}'{nearest_word(rest, known)}")
    match, trouble = load_match(path, sitting.match.players, None)
    if match.scenario.id != sitting.match.scenario.id:
        raise GameError(f"that game is of '{match.scenario.id}'; leave this one first, and start with --load")
    sitting.replace(match)
    sitting.console.say(f"Loaded {path.stem}.{f' But {trouble}.' if trouble else ''}")


def place(saves: Path, name: str) -> Path:
    """The file of the save called *name*; a name with a folder in it is a path of its own."""
    path = Path(name)
    if path.name != name:
        return path
    return saves / (name if path.suffix else name + ENDING)


def leave(sitting: Sitting) -> None:
    if sitting.console.agrees("Leave the game?"):
        raise Leaving


WORDED: Mapping[str, Command] = {
    "?": explain_,
    "help": explain_,
    "why": why,
    "codex": codex,
    "save": save,
    "load": load,
}
"""Commands that read the rest of their line."""

PLAIN: Mapping[str, Callable[[Sitting], None]] = {
    "home": home,
    "them": them,
    "table": table,
    "offer": offer,
    "refusal": refusal,
    "meters": meters,
    "brief": brief,
    "orders": list_orders,
    "sources": sources,
    "more": more,
    "log": log,
    "undo": undo,
    "quit": leave,
    "exit": leave,
}
"""Commands that are whole by themselves."""


def command(sitting: Sitting, word: str, rest: str) -> bool:
    """Carry out the command called *word*; returns whether there is one."""
    if word == "orders" and rest:
        return False  # the notation of orders begins with the word that lists them
    if word in WORDED:
        WORDED[word](sitting, rest)
    elif word in PLAIN:
        PLAIN[word](sitting)
    return word in WORDED or word in PLAIN

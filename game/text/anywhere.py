"""What can be said at any moment: explanations, ledgers, the log, saving, taking back, leaving."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from game.engine.errors import GameError, nearest_word
from game.prose.briefing import briefing_lines, briefing_passages
from game.prose.calendar import closed_table
from game.prose.codex import codex_lines
from game.prose.explanation import explain
from game.prose.happenings import event_lines
from game.prose.meters import heading, meter_lines
from game.prose.offers import offer_lines
from game.prose.prospects import (
    belief_lines,
    faction_ledger_lines,
    home_ledger_lines,
    home_lines,
    value_lines,
    waiting_lines,
)
from game.prose.refusals import refusal_lines
from game.prose.words import exact, spoken
from game.session.save import ENDING, load_match, save_match
from game.text.cabinet import list_orders
from game.text.ladder import LEGEND, table_lines
from game.text.pointing import more, point, sources
from game.text.sitting import Leaving, Sitting

Command = Callable[[Sitting, str], None]

HELP: Mapping[str, str] = {
    "? TERM": "explains a word, a title or an id: `? stand`, `? tension`, `? support`",
    "why": "the points behind the last number; also `why home`, `why theirs`, `why batna`, `why costs`, `why FACTION`",
    "home": "how your draft would fare at home, and because of whom",
    "them": "what you believe of the other side, and why",
    "table": "every clause again; `offer` what they say, `refusal` why they refused",
    "meters": "where everything stands; `brief` your instructions; `log` what has happened",
    "sources": "the sources of what was shown last, in full; `more` explains its codex words too",
    "codex": "people, places, terms, treaties; `codex people` lists them, `codex WORD` opens one",
    "undo": "takes your last action back, when you play alone",
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
    "armistice": ("Now: `yes` or `no` to an armistice.",),
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
    view, draft = sitting.view, sitting.draft()
    words = rest.lower().split()
    topic = words[-1] if words else sitting.topic
    theirs = view.text.offers.get(view.other)
    factions = [faction.id for faction in view.brief.factions] if view.brief else []
    if topic in factions:
        sitting.console.show(faction_ledger_lines(view, topic, draft))
    elif topic in ("theirs", "offer", "accept"):
        lines = value_lines(view, theirs, "their offer") if theirs else iter(["They have made no offer yet."])
        sitting.console.show(lines)
    elif topic in _LEDGERS:
        sitting.console.show(_LEDGERS[topic](sitting))
    else:
        raise GameError(f"there is no ledger of '{topic}'{nearest_word(topic, [*_LEDGERS, *factions])}")


def _costs(sitting: Sitting) -> Iterator[str]:
    costs = sitting.view.costs
    yield "Points you have lost by the way:" if costs else "You have lost no points by the way."
    for entry in costs:
        yield f"  {exact(entry.points):>7}  {spoken(entry.what)}"


def _waiting(sitting: Sitting) -> Iterator[str]:
    return waiting_lines(sitting.view)


_LEDGERS: Mapping[str, Callable[[Sitting], Iterator[str]]] = {
    "draft": lambda sitting: value_lines(sitting.view, sitting.draft(), "your draft"),
    "value": lambda sitting: value_lines(sitting.view, sitting.draft(), "your draft"),
    "home": lambda sitting: home_ledger_lines(sitting.view, sitting.draft()),
    "them": lambda sitting: belief_lines(sitting.view, sitting.draft()),
    "batna": _waiting,
    "target": _waiting,
    "treaty": _waiting,
    "waiting": _waiting,
    "costs": _costs,
}


def home(sitting: Sitting) -> None:
    sitting.topic = "home"
    sitting.console.show(home_lines(sitting.view, sitting.draft()))


def them(sitting: Sitting) -> None:
    sitting.topic = "them"
    sitting.console.show(belief_lines(sitting.view, sitting.draft()))


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
            if event.heard_by not in ("", sitting.seat):
                continue
            lines = list(event_lines(view, event, sitting.match.state.scenario))[:1]
            if lines and entry.turn != turn:
                turn = entry.turn
                sitting.console.say(f"Turn {turn}, {view.turns[turn - 1].title}:")
            sitting.console.show(f"  - {line.strip()}" for line in lines)
    if not turn:
        sitting.console.say("Nothing has happened yet.")


def undo(sitting: Sitting) -> None:
    count = sitting.take_back()
    sitting.console.say(f"Taken back: your last action and what followed it ({count} in all).")


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

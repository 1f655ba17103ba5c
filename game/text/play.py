"""The loop of a sitting: let the game move, seat the person it waits for, show the moment, read a line."""

from collections.abc import Callable, Mapping

from game.engine.errors import GameError
from game.engine.issue import SeatId
from game.engine.phase import Phase
from game.prose.briefing import opening_lines, opening_passages, short_briefing_lines, short_briefing_passages
from game.prose.comparison import ending_parts, standing_text_lines
from game.prose.conditions import plainly
from game.prose.words import seat_title, sentence
from game.text.anywhere import command
from game.text.bargaining import TABLE_VERBS, speak, walk_out
from game.text.cabinet import (
    answer_armistice,
    answer_card,
    give_orders,
    orders_prompt,
    show_armistice,
    show_card,
    show_orders,
)
from game.text.console import InputEnded
from game.text.laying import show_table
from game.text.pointing import point
from game.text.reckoned import bargain_lines
from game.text.sitting import Leaving, Sitting
from game.text.telling import catch_up, last_votes, step

Show = Callable[[Sitting], None]
Answer = Callable[[Sitting, str], None]

MOMENTS: Mapping[Phase, tuple[str, Show, Answer]] = {
    Phase.CARD: ("Your answer?", show_card, answer_card),
    Phase.ORDERS: ("Orders?", show_orders, give_orders),
    Phase.TABLE: ("What do you say?", show_table, speak),
    Phase.ARMISTICE: ("Yes or no?", show_armistice, answer_armistice),
}
"""For each phase in which a person acts: the question, what is shown first, and what reads the line."""


def play(sitting: Sitting) -> int:
    """Play to the end, or to the end of the input. Returns the exit code."""
    try:
        _open(sitting)
        go_on(sitting)
    except (InputEnded, Leaving) as ended:
        stop(sitting, ended)
    return 0


def go_on(sitting: Sitting) -> None:
    """Play from where the game stands to its end; raises InputEnded or Leaving before that."""
    shown = -1
    while not sitting.over:
        shown = _once(sitting, shown)
    _close(sitting)


def _open(sitting: Sitting) -> None:
    scenario = sitting.match.state.scenario
    sitting.console.head(scenario.title)
    sitting.console.show(opening_lines(scenario))
    point(sitting, opening_passages(scenario))


def _once(sitting: Sitting, shown: int) -> int:
    """One line of one person; returns for how many actions the moment has been shown."""
    sitting.advance()
    if sitting.over:
        return shown
    arrived = _sit_down(sitting, sitting.match.people()[0])
    phase = sitting.match.state.phase
    prompt, show, answer = MOMENTS[phase]
    if arrived or shown != len(sitting.journal):
        catch_up(sitting, arrived)
        _guide(sitting, phase)
        sitting.console.say()
        show(sitting)
    shown, moment = len(sitting.journal), _moment(sitting)
    if not _obey(sitting, sitting.console.ask(_question(sitting, prompt)), answer):
        return -1
    if _moment(sitting) != moment or len(sitting.journal) == shown:
        return shown
    catch_up(sitting)  # initials, brackets: the same moment goes on
    return len(sitting.journal)


def _question(sitting: Sitting, prompt: str) -> str:
    return orders_prompt(sitting) if sitting.match.state.phase is Phase.ORDERS else prompt


def _moment(sitting: Sitting) -> tuple[object, ...]:
    state = sitting.match.state
    return state.turn, state.phase, state.moves, sitting.match.people()


def _guide(sitting: Sitting, phase: Phase) -> None:
    if phase is Phase.TABLE and sitting.view.menu is not None and sitting.view.menu.offer is not None:
        step(sitting, "counter")
    elif phase in (Phase.CARD, Phase.ORDERS, Phase.TABLE):
        step(sitting, phase.value)


def _sit_down(sitting: Sitting, seat: SeatId) -> bool:
    """Let the person who holds *seat* take the keyboard; returns whether that is somebody else than before."""
    if seat == sitting.seat:
        return False
    first = seat not in sitting.told
    if not sitting.solo:
        draw_curtain(sitting, seat)
    sitting.seat, sitting.laid = seat, ()
    if first:
        sitting.console.head(f"Your seat: {seat_title(sitting.view.seats, seat)}")
        step(sitting, "welcome")
        sitting.console.show(short_briefing_lines(sitting.view))
        point(sitting, short_briefing_passages(sitting.view))
    return True


def draw_curtain(sitting: Sitting, seat: SeatId) -> None:
    """Hide what the last person saw, and wait until *seat* is at the keyboard."""
    title = seat_title(sitting.match.view(None).seats, seat)
    sitting.console.clear()
    if sitting.console.scripted:
        sitting.console.say(f"At the keyboard: {title}.")
        return
    while sitting.console.ask(f"Hand the keyboard to {title}; press Enter."):
        sitting.console.say("That line is not taken: nobody has sat down yet.")
    sitting.console.clear()


def _obey(sitting: Sitting, line: str, answer: Answer) -> bool:
    """Do what *line* says; returns False when the moment should be shown anew."""
    line = _without_seat(sitting, line)
    word, _, rest = line.partition(" ")
    if line.startswith("?"):
        word, rest = "?", line[1:]
    before = (len(sitting.journal), sitting.match)
    try:
        if command(sitting, word.lower(), rest.strip()):
            return (len(sitting.journal), sitting.match) == before
        _act(sitting, line, answer)
    except GameError as error:
        sitting.console.say(sentence(plainly(sitting.view, str(error))))
    except OSError as error:
        sitting.console.say(sentence(f"that cannot be done: {error.strerror or error}"))
    return True


def _act(sitting: Sitting, line: str, answer: Answer) -> None:
    """What *line* means in this phase; raises GameError when it means nothing in it."""
    phase, verb = sitting.match.state.phase, line.partition(" ")[0].lower()
    if line in ("walk out", "walk-out") and phase in (Phase.ORDERS, Phase.TABLE):
        walk_out(sitting)
    elif phase is not Phase.TABLE and verb in TABLE_VERBS:
        raise GameError(f"`{verb}` belongs to the table, and now {_WAITING[phase]}")
    elif phase in (Phase.TABLE, Phase.CARD) and verb in {each.id for each in sitting.match.state.scenario.orders}:
        raise GameError(f"`{verb}` is an order of your government; those are given each turn before the envoys meet")
    elif verb in sitting.match.state.scenario.seat and verb != sitting.seat:
        raise GameError(f"you speak for '{sitting.seat}', not for '{verb}'")
    else:
        answer(sitting, line)


_WAITING: Mapping[Phase, str] = {
    Phase.CARD: "the news waits for your answer",
    Phase.ORDERS: "your government waits for its orders",
    Phase.ARMISTICE: "the question is whether to stop the war",
}


def _without_seat(sitting: Sitting, line: str) -> str:
    """A line of notation without the seat it begins with; notation for another seat is left as it is."""
    word, _, rest = line.partition(" ")
    return rest.strip() if word == sitting.seat and rest else line


def _close(sitting: Sitting) -> None:
    if sitting.solo:
        sitting.seat = sitting.people[0]
        catch_up(sitting)
    else:
        sitting.console.clear()
        sitting.console.show(last_votes(sitting))
    step(sitting, "end")
    sitting.console.head("The end")
    parts = [*ending_parts(sitting.match.state), list(bargain_lines(sitting.match))]
    for number, part in enumerate(filter(None, parts)):
        if number:
            sitting.console.say()
            sitting.console.pause()
        sitting.console.show(part)


def stop(sitting: Sitting, ended: InputEnded | Leaving) -> None:
    """Say why the game stops before its end, and how it stands."""
    why = "You leave the table" if isinstance(ended, Leaving) else "The input ends here"
    state = sitting.match.state
    kept = f" The game is kept as {sitting.autosave.path.stem}." if sitting.autosave and not sitting.unkept else ""
    sitting.console.say(f"{why}, in turn {state.turn} of {len(state.scenario.turns)}.{kept}")
    sitting.console.show(standing_text_lines(state))

"""A student's own log, as the draft of an essay about it."""

from collections.abc import Iterator

from game.classroom.debrief.statements import ended, statements
from game.classroom.debrief.tables import Table
from game.classroom.debrief.told import told

_MARKED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})


def essay(table: Table, nickname: str) -> str:
    """The log of *nickname* at *table* in Markdown: what was done turn by turn, and what there is to explain."""
    own = {number: deed for number, deed in table.doers.items() if deed.nickname == nickname}
    roles = ", ".join(dict.fromkeys(deed.role for deed in own.values() if deed.role))
    head = [f"# {_plain(nickname)}: my part in “{_plain(table.scenario.title)}”", ""]
    head += [_plain(f"{table.title}{f', as {roles}' if roles else ''}. {ended(1, table).text}"), ""]
    return "\n".join([*head, *_log(table, set(own)), *_to_explain(table)]) + "\n"


def _log(table: Table, own: set[int]) -> Iterator[str]:
    yield "## What I did"
    turn = 0
    for each in told(table):
        if each.number not in own:
            continue
        if each.turn != turn:
            turn = each.turn
            yield from ("", f"### Turn {turn}, {table.scenario.turns[turn - 1].title}", "")
        yield f"- {_plain(' '.join(each.lines))} (action {each.number})"
        yield "  *Why I did it:* …"
    if not turn:
        yield from ("", "Nothing of this table's record is yours.")


def _to_explain(table: Table) -> Iterator[str]:
    yield from ("", "## What came of it", "")
    for each in statements(1, table):
        at = f" (action {each.moment})" if each.moment >= 0 else ""
        yield f"- {_plain(each.text)}{at}"
    yield from ("", "## My judgement", "")
    yield "What I wanted, what I got, what I would do otherwise, and which source of the time bears me out: …"


def _plain(text: str) -> str:
    """*text* as Markdown that says just that."""
    return " ".join(text.split()).translate(_MARKED)

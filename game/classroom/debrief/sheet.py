"""The actions of students as a table for a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from game.classroom.debrief.tables import Table
from game.classroom.debrief.told import told
from game.engine.actions import CHANCE

COLUMNS = ("table", "action", "turn", "date", "side", "student", "role", "kind", "what was done")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def deeds_csv(tables: Sequence[Table]) -> str:
    """Every action of a side at *tables*, one a row, with the student who did it."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for table in tables:
        writer.writerows([_harmless(cell) for cell in row] for row in _rows(table))
    return out.getvalue()


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    lines = {each.number: each.lines for each in told(table)}
    for moment in table.moments[1:]:
        action, deed = moment.action, table.doers.get(moment.number)
        if action is None or action.seat == CHANCE:
            continue
        yield (
            *(table.title, str(moment.number), str(moment.turn), table.scenario.turns[moment.turn - 1].title),
            *(table.scenario.seat[action.seat].title, deed.nickname if deed else "", deed.role if deed else ""),
            *(type(action).__name__, " ".join(lines.get(moment.number, ()))),
        )


def _harmless(cell: str) -> str:
    """*cell* so that no spreadsheet takes what a student typed for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

"""The state of each clause of the text on the table: open, bracketed or initialled."""

from game.engine.issue import IssueId, OptionId, Package, SeatId
from game.engine.treaty import Standing, Text


def standing(text: Text, issue: IssueId, status_quo: Package) -> Standing:
    """Whether a clause is initialled by both, proposed and disputed, or open."""
    if issue in text.initialled:
        return Standing.INITIALLED
    proposed = any(package[issue] != status_quo[issue] for package in text.offers.values())
    return Standing.BRACKETED if proposed or issue in text.bracketed else Standing.OPEN


def said(text: Text, seat: SeatId, issue: IssueId) -> OptionId:
    """What *seat*'s standing offer says on *issue*; empty when it has made none."""
    return text.offers.get(seat, {}).get(issue, "")

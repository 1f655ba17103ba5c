"""Checks that what may happen can happen: cards, choices and orders whose time or condition never comes.

Only plain chains of comparisons joined by `and` are judged; a condition with `or`, or with `not` before a bracket,
is believed. So a finding is certain, while silence proves nothing.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from game.content.calendar import is_month, moments
from game.content.draft import Draft, Finding
from game.engine.card import Card
from game.engine.condition import Condition, date_number
from game.engine.scenario import Scenario

_PART = re.compile(r"([\w.-]+)\s*(<=|>=|==|!=|<|>)\s*([\w.-]+)")
_NUMBER = re.compile(r"-?\d+|\d{4}-\d{2}")
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_NEVER_ABOVE = 10**9


@frozen
class Demand:
    """One comparison that must hold: a name, a sign, a number."""

    name: str
    sign: str
    number: int

    def meets(self, value: int) -> bool:
        tests = {"<": value < self.number, "<=": value <= self.number, "==": value == self.number}
        tests |= {">": value > self.number, ">=": value >= self.number, "!=": value != self.number}
        return tests[self.sign]


def demands(condition: Condition) -> tuple[Demand, ...]:
    """What must hold for *condition* to hold, as far as it is a plain chain; `happened.x` demands 1, `not` 0."""
    text = condition.text
    if re.search(r"\bor\b|\bnot\s*(\(|not\b)", text) or re.search(r"\bnot\s+[\w.-]+\s*[<>=!]", text):
        return ()
    parts = (part.strip(" ()\t\n") for part in re.split(r"(?<![\w.-])and(?![\w.-])", text))
    return tuple(each for part in parts if (each := _demand(part)) is not None)


def _demand(part: str) -> Demand | None:
    match = _PART.fullmatch(part)
    if match is None:
        name = part.removeprefix("not ").strip()
        return Demand(name, "==" if name != part else "!=", 0) if re.fullmatch(r"[A-Za-z_][\w.-]*", name) else None
    left, sign, right = match.groups()
    if _NUMBER.fullmatch(right) and not _NUMBER.fullmatch(left):
        return Demand(left, sign, date_number(right) if is_month(right) else int(right))
    if _NUMBER.fullmatch(left) and not _NUMBER.fullmatch(right):
        return Demand(right, _TURNED[sign], date_number(left) if is_month(left) else int(left))
    return None


def possible_conditions(draft: Draft) -> Iterator[Finding]:
    """Conditions of cards, choices and orders do not contradict themselves or a meter's bounds."""
    spans = _spans(draft.scenario)
    places = [(("cards", place, "when"), card.when) for place, card in enumerate(draft.scenario.cards)]
    places += [(("orders", place, "when"), order.when) for place, order in enumerate(draft.scenario.orders)]
    found = [
        (("cards", i, "choices", j, "when"), choice.when)
        for i, card in enumerate(draft.scenario.cards)
        for j, choice in enumerate(card.choices)
    ]
    for trail, condition in (*places, *found):
        if name := _contradiction(demands(condition), spans):
            message = f"this can never hold: no value of '{name}' meets it"
            yield Finding(trail, "never-holds", message)


def _spans(scenario: Scenario) -> Mapping[str, tuple[int, int]]:
    spans = {"signed": (0, 1), "refused": (0, _NEVER_ABOVE), "incidents": (0, _NEVER_ABOVE)}
    for meter in scenario.meters:
        for name in (meter.id, *(f"{seat}.{meter.id}" for seat in scenario.seat_ids)):
            spans[name] = (meter.low, meter.high)
    return spans


def _contradiction(wanted: tuple[Demand, ...], spans: Mapping[str, tuple[int, int]]) -> str:
    """The first name that no whole number can satisfy; empty when all can be satisfied."""
    for name in dict.fromkeys(each.name for each in wanted):
        if name in ("date", "turn"):
            continue  # judged together, on the calendar
        mine = [each for each in wanted if each.name == name]
        whole = (0, 1) if name.partition(".")[0] in ("happened", "chose", "offered") else (-_NEVER_ABOVE, _NEVER_ABOVE)
        low, high = spans.get(name, whole)
        edges = {low, high, *(each.number + step for each in mine for step in (-1, 0, 1))}
        if not any(low <= value <= high and all(each.meets(value) for each in mine) for value in edges):
            return name
    return ""


def cards_can_come(draft: Draft) -> Iterator[Finding]:
    """Every card has a turn on which its dates allow it and the cards it waits for can have come."""
    scenario = draft.scenario
    if None in (draft.ids(scenario.turns, "turns"), draft.ids(scenario.starts, "starts")) or not moments(scenario):
        return
    windows = {card.id: _window(card, scenario) for card in scenario.cards}
    reached = _reached(scenario, windows)
    for place, card in enumerate(scenario.cards):
        if not windows[card.id]:
            yield Finding(("cards", place), "never-happens", _why_no_turn(card))
        elif not reached[card.id]:
            wanted = ", ".join(f"'{each}'" for each in sorted(_awaited(card)))
            message = f"it can never come: it waits for {wanted}, which cannot come before"
            yield Finding(("cards", place, "when"), "never-happens", message)


def _window(card: Card, scenario: Scenario) -> frozenset[tuple[int, int]]:
    """The (start, turn) pairs that the card's own dates and condition allow."""
    timed = [each for each in demands(card.when) if each.name in ("date", "turn")]
    return frozenset(
        (start, turn)
        for start, turn, date in moments(scenario)
        if (not card.first or card.first <= date)
        and (not card.last or date <= card.last)
        and all(each.meets(turn if each.name == "turn" else date_number(date)) for each in timed)
    )


def _awaited(card: Card) -> frozenset[str]:
    """The cards that must have come before this one."""
    wanted = (each for each in demands(card.when) if not each.meets(0))
    return frozenset(each.name.split(".")[1] for each in wanted if each.name.startswith(("happened.", "chose.")))


def _reached(scenario: Scenario, windows: Mapping[str, frozenset[tuple[int, int]]]) -> Mapping[str, Mapping[int, int]]:
    """For each card the earliest turn it can come on, by start: grows until nothing changes."""
    earliest: dict[str, dict[int, int]] = {card.id: {} for card in scenario.cards}
    changed = True
    while changed:
        changed = False
        for card in scenario.cards:
            awaited = [earliest[each] for each in _awaited(card) if each in earliest]
            found = _earliest(windows[card.id], awaited)
            changed = changed or found != earliest[card.id]
            earliest[card.id] = found
    return earliest


def _earliest(window: frozenset[tuple[int, int]], awaited: list[dict[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start, turn in sorted(window, reverse=True):
        if all(start in each and each[start] <= turn for each in awaited):
            found[start] = turn
    return found


def _why_no_turn(card: Card) -> str:
    if card.first and card.last and card.last < card.first:
        return f"it can never come: its last date, {card.last}, is before its first, {card.first}"
    return "it can never come: no turn's date lies within its dates and its condition"

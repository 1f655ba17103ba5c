"""One-line conditions: names, numbers, comparisons, `and or not ( )`. No calls, no loops.

date >= 1880-03 and (qing.readiness < 40 or not happened.gordon)
"""

import operator
import re
from collections.abc import Callable, Iterator

from attrs import define, field, frozen

Lookup = Callable[[str], int]
Test = Callable[[Lookup], int]

MAX_DEPTH = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d{2})|(?P<number>-?\d+)|(?P<word>[A-Za-z_][\w.-]*)|(?P<sign><=|>=|==|!=|<|>|\(|\)))"
)
_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_KEYWORDS = {"and", "or", "not"}


class ConditionError(ValueError):
    """A condition that cannot be read; `column` counts from 1 inside its text."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


@frozen
class Condition:
    """A condition ready to be tested. Equal when the texts are equal."""

    text: str
    names: tuple[tuple[str, int], ...] = field(default=(), eq=False)
    """Every name it reads, with the column where it stands."""
    _test: Test = field(default=lambda lookup: 1, eq=False, repr=False)

    def holds(self, lookup: Lookup) -> bool:
        """Whether it is true when *lookup* gives each name's value (0 or 1 for facts)."""
        return bool(self._test(lookup))

    def __reduce__(self) -> tuple[Callable[[str], "Condition"], tuple[str]]:
        return parse_condition, (self.text,)


def date_number(date: str) -> int:
    """A date YYYY-MM as the number conditions compare: 188003."""
    return int(date.replace("-", ""))


def parse_condition(text: str) -> Condition:
    """Read *text*; an empty one always holds. Raises ConditionError with the column of the fault."""
    if not text.strip():
        return ALWAYS
    reader = _Reader(tuple(_tokens(text)), len(text) + 1)
    test = reader.either()
    if reader.place < len(reader.tokens):
        _, word, column = reader.tokens[reader.place]
        raise ConditionError(f"'{word}' was not expected here", column)
    return Condition(text.strip(), tuple(reader.names), test)


ALWAYS = Condition("")


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            column = place + len(text[place:]) - len(text[place:].lstrip()) + 1
            raise ConditionError(f"'{text[column - 1]}' means nothing in a condition", column)
        yield match.lastgroup, match[match.lastgroup], match.start(match.lastgroup) + 1
        place = match.end()


@define
class _Reader:
    """Walks the tokens once, by recursive descent."""

    tokens: tuple[tuple[str, str, int], ...]
    end: int
    place: int = 0
    depth: int = 0
    names: list[tuple[str, int]] = field(factory=list)

    def peek(self) -> str:
        return self.tokens[self.place][1] if self.place < len(self.tokens) else ""

    def take(self) -> tuple[str, str, int]:
        if self.place >= len(self.tokens):
            raise ConditionError("the condition stops too early", self.end)
        self.place += 1
        return self.tokens[self.place - 1]

    def either(self) -> Test:
        test = self.both()
        while self.peek() == "or":
            self.take()
            test = _or(test, self.both())
        return test

    def both(self) -> Test:
        test = self.negation()
        while self.peek() == "and":
            self.take()
            test = _and(test, self.negation())
        return test

    def negation(self) -> Test:
        if self.peek() not in ("not", "("):
            return self.comparison()
        _, word, column = self.take()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ConditionError(f"more than {MAX_DEPTH} brackets or 'not' inside one another", column)
        inner = self.negation() if word == "not" else self.bracket()
        self.depth -= 1
        return _not(inner) if word == "not" else inner

    def bracket(self) -> Test:
        test = self.either()
        if self.peek() != ")":
            column = self.tokens[self.place][2] if self.place < len(self.tokens) else self.end
            raise ConditionError("a ')' is missing", column)
        self.take()
        return test

    def comparison(self) -> Test:
        left = self.value()
        if self.peek() not in _COMPARISONS:
            return left
        compare = _COMPARISONS[self.take()[1]]
        return _compare(compare, left, self.value())

    def value(self) -> Test:
        kind, word, column = self.take()
        if kind == "sign" or word in _KEYWORDS:
            raise ConditionError(f"a name or a number is needed here, not '{word}'", column)
        if kind == "word":
            self.names.append((word, column))
            return lambda lookup: lookup(word)
        number = date_number(word) if kind == "date" else int(word)
        return lambda lookup: number


def _or(left: Test, right: Test) -> Test:
    return lambda lookup: left(lookup) or right(lookup)


def _and(left: Test, right: Test) -> Test:
    return lambda lookup: left(lookup) and right(lookup)


def _not(inner: Test) -> Test:
    return lambda lookup: not inner(lookup)


def _compare(compare: Callable[[int, int], bool], left: Test, right: Test) -> Test:
    return lambda lookup: compare(left(lookup), right(lookup))

"""Conditions against a second reading of them: Python's own, of an equivalent expression."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.condition import MAX_DEPTH, ConditionError, parse_condition

VALUES = {"turn": 3, "tension": -4, "signed": 1, "hill.capital": 0, "happened.old-bargain": 1, "date": 188003}
NUMBERS = st.integers(-9, 9).map(lambda number: (str(number), str(number)))
DATES = st.sampled_from([("1880-03", "188003"), ("1879-12", "187912"), ("1881-01", "188101")])
NAMES = st.sampled_from([(name, f"V[{name!r}]") for name in VALUES])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[str, str]:
    ours, python = draw(st.one_of(NUMBERS, NAMES, DATES))
    sign = draw(SIGNS)
    right, other = draw(st.one_of(NUMBERS, NAMES, DATES))
    return f"{ours} {sign} {right}", f"({python} {sign} {other})"


def grown(parts: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    """Conditions made of conditions, beside Python's way to write them."""
    joined = st.builds(
        lambda one, word, other: (f"{one[0]} {word} {other[0]}", f"{one[1]} {word} {other[1]}"),
        parts,
        st.sampled_from(["and", "or"]),
        parts,
    )
    bracketed = parts.map(lambda each: (f"({each[0]})", f"({each[1]})"))
    negated = parts.map(lambda each: (f"not ({each[0]})", f"not ({each[1]})"))
    bare = parts.map(lambda each: (f"not {each[0]}", f"not {each[1]}"))
    return st.one_of(joined, bracketed, negated, bare)


CONDITIONS = st.recursive(st.one_of(comparisons(), NAMES), grown, max_leaves=8)


@given(CONDITIONS)
def test_a_condition_holds_exactly_when_python_says_so(pair):
    ours, python = pair

    condition = parse_condition(ours)

    assert condition.holds(VALUES.__getitem__) == bool(eval(python, {"V": VALUES}))


@given(CONDITIONS)
def test_the_names_of_a_condition_stand_where_it_says(pair):
    condition = parse_condition(pair[0])

    assert all(pair[0][column - 1 :].startswith(name) for name, column in condition.names)


@given(CONDITIONS)
def test_a_condition_survives_a_journey_to_another_process(pair):
    condition = parse_condition(pair[0])

    returned = pickle.loads(pickle.dumps(condition))

    assert returned == condition
    assert returned.holds(VALUES.__getitem__) == condition.holds(VALUES.__getitem__)


@given(st.text(alphabet="()<>=! anotr1-.t%'", max_size=30))
def test_any_text_is_a_condition_or_is_faulted_inside_itself(text):
    assert 1 <= column_of_fault(text) <= len(text) + 1


def column_of_fault(text: str) -> int:
    """Where the text is faulted; 1 when it is a condition, which is tested once."""
    try:
        parse_condition(text).holds(lambda name: 0)
    except ConditionError as error:
        return error.column
    return 1


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("turn >", 7),
        ("turn > and", 8),
        ("(turn > 1", 10),
        ("turn > 1)", 9),
        ("turn = 1", 6),
        ("not", 4),
        ("turn 3", 6),
        ("turn > 3 tension", 10),
        ("__import__('os')", 12),
        ("1 < turn < 3", 10),
    ],
)
def test_a_condition_that_cannot_be_read_names_the_column(text, column):
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)

    assert caught.value.column == column


@pytest.mark.parametrize("sign", ["(", "not "])
def test_depth_is_bounded(sign):
    with pytest.raises(ConditionError, match=str(MAX_DEPTH)):
        parse_condition(sign * 5000 + "turn")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_empty_condition_always_holds(text):
    assert parse_condition(text).holds(lambda name: 0)

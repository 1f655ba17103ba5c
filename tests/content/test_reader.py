"""The reader: places kept, scalars left as text, and nothing built from what a scenario must not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.reader import MAX_CHARACTERS, MAX_DEPTH, Fields, Items, Node, Text, read


def values(node: Node) -> object:
    """The tree without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [values(each) for each in node.items]
    return {each.key.value: values(each.value) for each in node.entries}


def problem_of(text: str) -> tuple[str, int, int]:
    _, problems = read(text, "a.yaml")
    assert len(problems) == 1, problems
    return problems[0].code, problems[0].line, problems[0].column


def test_every_scalar_stays_the_text_that_was_written():
    node, problems = read("{a: no, b: 1879-10, c: 0x10, d: '7', e: ~, f: 1_000, g: }", "a.yaml")

    assert problems == ()
    assert node is not None
    assert values(node) == {"a": "no", "b": "1879-10", "c": "0x10", "d": "7", "e": "~", "f": "1_000", "g": ""}


def test_keys_and_values_know_their_line_and_column():
    node, _ = read("one: 1\ntwo:\n  - {three: 'x y'}\n", "a.yaml")

    assert isinstance(node, Fields)
    two = node.entries[1]
    assert (two.key.place.line, two.key.place.column) == (2, 1)
    assert isinstance(two.value, Items)
    inner = two.value.items[0]
    assert isinstance(inner, Fields)
    three = inner.entries[0].value
    assert isinstance(three, Text)
    assert (three.place.line, three.place.column) == (3, 13)
    assert three.inside(3).column == 16  # after the quotation mark: x is the 14th character, y the 16th


def test_a_key_written_twice_is_told_with_both_lines_and_the_first_is_kept():
    node, problems = read("a: 1\nb: 2\na: 3\n", "a.yaml")

    assert node is not None
    assert values(node) == {"a": "1", "b": "2"}
    assert [str(each) for each in problems] == [
        "a.yaml:3:1: error duplicate-key: 'a' is written twice, on lines 1 and 3"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1]\nb: *x\n", ("alias", 1, 4)),
        ("a: *x\n", ("alias", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", ("tag", 1, 4)),
        ("a: !x 1\n", ("tag", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("two-documents", 2, 1)),
        ("? [a]\n: 1\n", ("key-not-text", 1, 3)),
        ("", ("empty-file", 1, 1)),
        ("# nothing but a remark\n", ("empty-file", 2, 1)),
        ("a: one: two\n", ("not-yaml", 1, 7)),
        ("{a:}", ("not-yaml", 1, 3)),
        ("a:\n\t- 1\n", ("not-yaml", 2, 1)),
        ("a: [1, 2\nb: 3\n", ("not-yaml", 2, 2)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text, expected):
    assert problem_of(text) == expected


def test_many_laughs_are_not_unfolded():
    lines = ["a0: &a0 [ha, ha]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]

    assert problem_of("\n".join(lines)) == ("alias", 1, 5)


@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 50_000])
def test_brackets_inside_brackets_stop_at_a_depth(levels):
    assert problem_of("[" * levels)[0] == "too-deep"


def test_brackets_up_to_the_depth_are_read():
    node, problems = read("[" * MAX_DEPTH + "]" * MAX_DEPTH, "a.yaml")

    assert node is not None and problems == ()


def test_a_file_without_end_is_not_read():
    assert problem_of("a: " + "b" * MAX_CHARACTERS) == ("file-too-large", 0, 0)


def test_signs_that_no_text_holds_are_refused():
    assert problem_of("a: b\x07c\n")[0] == "not-yaml"


@given(st.text(max_size=80))
def test_any_text_gives_a_tree_or_a_problem_and_never_a_crash(text):
    node, problems = read(text, "a.yaml")

    assert (node is not None) or len(problems) >= 1


@given(st.text(alphabet="[]{}:,-&*!|>'\"\n ab?#%@`\t", max_size=40))
def test_any_mixture_of_signs_gives_a_tree_or_a_problem_and_never_a_crash(text):
    node, problems = read(text, "a.yaml")

    assert (node is not None) or len(problems) >= 1

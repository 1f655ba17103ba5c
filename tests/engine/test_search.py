"""The parts a table falls into, and putting packages together from them."""

from game.engine.brief import Link
from game.engine.search import blocks, package_of, requirement, seat_points, table_points
from game.engine.utility import seat_table
from tests.builders import HILL, TINY, make_brief, make_issue

ISSUES = tuple(make_issue(name, "x", "y") for name in "abcd")


def brief(*links: Link):
    return make_brief("hill", dict.fromkeys("abcd", 25), {name: {"x": 100, "y": 0} for name in "abcd"}, links=links)


def test_without_links_every_issue_is_a_block_of_its_own():
    parts = blocks(ISSUES, [brief()])

    assert parts == tuple((((name, "x"),), ((name, "y"),)) for name in "abcd")


def test_issues_linked_by_either_seat_make_one_block_of_all_their_combinations():
    parts = blocks(ISSUES, [brief(Link({"a": "x", "c": "y"}, 3)), brief(Link({"c": "x", "d": "x"}, 2))])

    sizes = sorted(len(block) for block in parts)
    assert sizes == [2, 8]  # b alone; a, c and d together: 2 x 2 x 2
    assert {issue for issue, _ in max(parts, key=len)[0]} == {"a", "c", "d"}


def test_allowed_options_narrow_a_block():
    parts = blocks(ISSUES[:2], [brief()], {"a": ["y"]})

    assert parts == ((((("a", "y")),),), ((("b", "x"),), (("b", "y"),)))


def test_the_points_of_an_alternative_count_its_links():
    linked = brief(Link({"a": "x", "b": "x"}, 7))

    assert seat_points(linked, (("a", "x"), ("b", "x"))) == 25 + 25 + 7
    assert seat_points(linked, (("a", "x"), ("b", "y"))) == 25
    assert table_points(seat_table(linked), (("a", "x"), ("b", "x"))) == 50


def test_a_package_of_chosen_alternatives_has_the_order_of_the_table():
    parts = blocks(ISSUES, [brief(Link({"a": "x", "d": "x"}, 1))])

    package = package_of(parts, [0] * len(parts), ISSUES)

    assert list(package.items()) == [("a", "x"), ("b", "x"), ("c", "x"), ("d", "x")]


def test_a_requirement_holds_each_sums_part_of_each_alternative():
    parts = blocks(TINY.issues, [HILL])

    wanted = requirement(parts, [lambda clauses: seat_points(HILL, clauses)], [3.0], lambda sums: sums[0] >= 50)

    assert wanted.vectors == (((40, 20, 0), (60, 0)),)
    assert wanted.start == (3.0,)
    assert wanted.test([50.0]) and not wanted.test([49.9])

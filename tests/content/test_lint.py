"""Every check of sense: a scenario that trips it at its place, and one that comes near."""

import pytest

HILL, DALE, EVENTS, CODEX = "seats/hill.yaml", "seats/dale.yaml", "events/months.yaml", "codex/people.yaml"
DRY = "Dale's well shows its bottom."
SPRING_HILL, SPRING_DALE = "spring: {hill: 100, shared: 50, dale: 0}", "spring: {hill: 0, shared: 60, dale: 100}"
SOURCES, MADE_UP = "sources.yaml", "  - id: INVENTED\n"
MAP = '{"type": "FeatureCollection", "features": [{"properties": {"cite": ["CHART sheet 1 A"]}}]}'
AVOID = "avoid: [{word: rivals, because: they are neighbours, instead: neighbours}]\nstarts:\n"
PERSON = """codex:
  - id: maud
    kind: person
    title: Old Maud
    text: An elder.
    born: 1731-05
    died: 1801-03-04
    office: [{title: Elder, first: 1790-01, last: 1801-03}]
    cite: ["INVENTED throughout A"]
"""
# What stays of the card: "A woman of Dale stands at Hill's fence with two pails."
REST = 11

TRIPS = [
    # code, file, what is replaced, by what (¶ marks the place of the problem)
    ("dies-before-birth", CODEX, "died: 1801-03-04\n    office: [{title: Elder, first: 1790-01, last: 1801-03}]",
     "died: ¶1730"),
    ("office-out-of-order", CODEX, "last: 1801-03}", "last: ¶1789}"),
    ("office-outside-life", CODEX, "first: 1790-01", "first: ¶1731-04"),
    ("office-outside-life", CODEX, "last: 1801-03}", "last: ¶1801-04}"),
    ("against-ladder", HILL, SPRING_HILL, "spring: {hill: 50, shared: ¶100, dale: 0}"),
    ("against-ladder", DALE, SPRING_DALE, "spring: {hill: 0, shared: ¶100, dale: 60}"),
    ("unused-source", SOURCES, MADE_UP, f"  - id: ¶BOOK\n    title: A book\n{MADE_UP}"),
    ("no-glyph", EVENTS, DRY, "¶\U00013000 is dry."),
    ("no-glyph", HILL, "people: [Long Tom]", "people: [Long Tom, ¶Tom \u0b95]"),
    ("avoided-word", EVENTS, DRY, "¶The RIVALS' well shows its bottom."),
    ("text-too-long", EVENTS, DRY, "¶" + "dry " * (101 - REST)),
]  # fmt: skip

NEAR = [
    (CODEX, "died: 1801-03-04", "died: 1801-03"),
    (CODEX, "first: 1790-01", "first: 1731"),
    (CODEX, "last: 1801-03}", "last: 1790}"),
    (HILL, SPRING_HILL, "spring: {hill: 100, shared: 1, dale: 0}"),
    (DALE, SPRING_DALE, "spring: {hill: 0, shared: 1, dale: 100}"),
    (SOURCES, MADE_UP, f"  - id: CHART\n    title: A chart\n{MADE_UP}"),  # only a map cites it
    (EVENTS, DRY, "Rivalry, an arrival."),
    (EVENTS, DRY, "伊犁, Кульджа, Ürümqi."),
    (EVENTS, DRY, "dry " * (100 - REST)),
]


@pytest.mark.parametrize(("code", "name", "old", "new"), TRIPS)
def test_what_makes_no_sense_is_told_once_at_its_place(village, code, name, old, new):
    spoilt = village.file(CODEX, PERSON).edit("scenario.yaml", "starts:\n", AVOID).edit(name, old, new)

    # the rung that one seat has against the ladder leaves a neighbour that nobody wants
    problems = [each for each in spoilt.problems() if each.code != "nobody-wants"]

    assert [each.code for each in problems] == [code]
    assert spoilt.spot(problems[0]) == spoilt.marked


@pytest.mark.parametrize(("name", "old", "new"), NEAR)
def test_what_only_comes_near_nonsense_is_let_pass(village, name, old, new):
    listed = village.edit("scenario.yaml", "starts:\n", AVOID).file(CODEX, PERSON)
    mapped = listed.file("map/places.geojson", MAP)

    assert mapped.edit(name, old, new).problems() == ()


START = "  - id: spring\n    title: Before the grass grows"
MARKED = "  - ¶id: spring\n    title: Before the grass grows"


def told(spoilt) -> tuple[str, tuple[str, int, int], str]:
    """The one problem of a scenario spoilt elsewhere than at its start, where it is told."""
    (problem,) = spoilt.edit("scenario.yaml", START, MARKED).problems()
    return problem.code, spoilt.spot(problem), problem.message


def test_a_start_with_nothing_to_agree_on_is_told(village):
    # Hill, which has the spring, now cares for little else: whatever Dale gives cannot pay for a share of it
    spoilt = village.edit(HILL, "weights: {spring: 35, wood: 65}", "weights: {spring: 95, wood: 5}")

    code, spot, message = told(spoilt)

    assert (code, spot) == ("no-zone", spoilt.edit("scenario.yaml", START, MARKED).marked)
    assert message == "every text that betters the state of things for one seat makes it worse for the other"


def test_a_start_at_which_no_better_text_would_pass_is_told(village):
    # the shepherds become everybody, and too sullen for any paper: 60 points below, and no text brings them 60
    spoilt = village.edit(HILL, "influence: 60", "influence: 0").edit(HILL, "influence: 40", "influence: 100")

    code, _, message = told(spoilt.edit(HILL, "favour: -6", "favour: -60"))

    assert code == "no-zone"
    assert "would pass in both capitals" in message


def test_instructions_that_leave_no_option_are_told_at_the_start(village):
    spoilt = village.edit(HILL, "mandate: {wood: hill}", "mandate: {wood: hill, spring: hill}")

    code, spot, message = told(spoilt)

    assert (code, spot) == ("instructions-cross", spoilt.edit("scenario.yaml", START, MARKED).marked)
    assert message.startswith("no option of 'spring' keeps within the instructions of both envoys")


def test_instructions_that_meet_in_one_option_are_let_pass(village):
    assert village.edit(HILL, "mandate: {wood: hill}", "mandate: {wood: hill, spring: shared}").problems() == ()


FLAT = "spring: {hill: 100, shared: 0, dale: 0}"


def test_an_option_that_nobody_could_want_is_told(village):
    # to Hill and its factions a share is as bad as nothing, so Dale may as well have the whole spring
    spoilt = village.edit(HILL, SPRING_HILL, FLAT).edit("issues.yaml", "- id: shared", "- id: ¶shared")

    (problem,) = spoilt.problems()

    assert (problem.code, spoilt.spot(problem)) == ("nobody-wants", spoilt.marked)


def test_an_option_that_one_faction_wants_is_let_pass(village):
    wanted = "weights: {spring: 45, wood: 55}\n    worth: {spring: {hill: 100, shared: 1, dale: 0}}"

    assert village.edit(HILL, SPRING_HILL, FLAT).edit(HILL, "weights: {spring: 45, wood: 55}", wanted).problems() == ()


def test_an_option_that_is_said_to_be_only_a_claim_is_let_pass(village):
    claimed = "- id: shared\n        claim_only: It is said at every fair."

    assert village.edit(HILL, SPRING_HILL, FLAT).edit("issues.yaml", "- id: shared", claimed).problems() == ()

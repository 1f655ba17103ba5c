"""Checks of fates, years, codex, promises, and of what the decade added elsewhere: what trips each, and what passes."""

import pytest

from game.content import load

SCENARIO, HILL, EVENTS = "scenario.yaml", "seats/hill.yaml", "events/months.yaml"
FATES, YEARS, CODEX, TESTS = "fates.yaml", "years.yaml", "codex/words.yaml", "tests.yaml"
CITE = "cite: [INVENTED throughout A]"
CALM = "when: tension < 60"
FATE = "fates:\n  - {id: end, title: T, text: X, when: turn >= 1, " + CITE + "}\n"
LAST = f"  - {{id: last, title: T, text: X, when: turn >= 1, {CITE}}}\n"
ENTRY = "  - {id: maud, kind: person, title: M, text: X, " + CITE + "}\n"
DEAL = "  - {id: deal, kind: treaty, title: D, text: X, " + CITE + "}\n"
ARTICLE = "  - {id: deal-1, kind: treaty, title: E, part_of: deal, text: X, " + CITE + "}\n"
INNER = ARTICLE.replace("deal-1", "deal-2").replace("of: deal", "of: ¶deal-1")
PROMISE = "  - {id: end, text: X, measure: ending war, at_most: 9}\n"
MANY = (
    *("ended.ratified", "ended.refused_at_home", "ended.no_treaty", "ended.no_table", "ended.war"),
    *("treaty.spring.shared", "near.old-bargain < 15", "durability.firm", "durability.fragile", "durability.torn"),
    *("wars > 0", "happened.drought", "chose.drought.share", "hill.treasury > 3", "date > 1800-02", "refused > 0"),
)


def fate(condition="turn >= 1", extra="", cite=CITE):
    return f"fates:\n  - {{id: end, title: T, text: X, when: {condition}, {extra}{cite}}}\n"


def year(condition, cite=CITE):
    return f"years:\n  - {{text: X, when: {condition}, {cite}}}\n"


def words(*entries):
    return "codex:\n" + "".join(entries)


TRIPS = [
    # code, file, what is replaced (nothing: all of it), by what (¶ marks the place of the problem), the word suggested
    ("unknown-name", FATES, "", fate("not ¶ended.ratifed"), "ended.ratified"),
    ("unknown-name", FATES, "", fate("¶treaty.wood.hil"), "treaty.wood.hill"),
    ("unknown-name", FATES, "", fate("wars > 0 or ¶durability.torm"), "durability.torn"),
    ("unknown-name", FATES, "", fate(extra="years: [{text: Y, when: ¶near.old-bargin < 9, " + CITE + "}], "),
     "near.old-bargain"),
    ("unknown-name", YEARS, "", year("¶happened.draught"), "happened.drought"),
    ("unknown-name", SCENARIO, "seats:\n", "table_when: ¶tensoin >= 3\nseats:\n", "tension"),
    ("bad-condition", FATES, "", fate("turn >= ¶and"), ""),
    ("fact-without-source", FATES, "", "fates:\n  - ¶{id: end, title: T, text: X, when: turn >= 1}\n", ""),
    ("fact-without-source", FATES, "", fate(extra="years: [¶{text: Y}], "), ""),
    ("fact-without-source", YEARS, "", "years:\n  - ¶{text: X, when: ended.war}\n", ""),
    ("fact-without-source", CODEX, "", words("  - ¶{id: maud, kind: person, title: M, text: X}\n"), ""),
    ("unknown-source", FATES, "", fate(cite="cite: [¶INVENTD throughout A]"), "INVENTED"),
    ("unknown-source", CODEX, "", words(ENTRY.replace("[INV", "[¶XINV")), "INVENTED"),
    ("duplicate-id", CODEX, "", words(ENTRY, ENTRY.replace("id: maud", "id: ¶maud")), ""),
    ("duplicate-id", FATES, "", FATE + LAST.replace("id: last", "id: ¶end"), ""),
    ("duplicate-id", TESTS, "", "promises:\n" + PROMISE + PROMISE.replace("id: end", "id: ¶end"), ""),
    ("bad-id", CODEX, "", words(ENTRY.replace("id: maud", "id: ¶Old Maud")), "old-maud"),
    ("unknown-key", FATES, "", fate(extra="¶yeers: [], "), "years"),
    ("unknown-key", YEARS, "", "years:\n  - {¶note: T, text: X, " + CITE + "}\n", ""),
    ("unknown-key", CODEX, "", words(ENTRY.replace("title: M", "title: M, ¶pronounce: mawd")), ""),
    ("unknown-key", CODEX, "", words(ENTRY.replace("title: M", "title: M, office: [{title: E, ¶form: 1790}]")), ""),
    ("unknown-key", TESTS, "", "promises:\n" + PROMISE.replace("at_most", "¶atmost"), "at_most"),
    ("unknown-key", FATES, "", "¶ends: []\nfates: []\n", ""),
    ("unknown-kind", CODEX, "", words(ENTRY.replace("kind: person", "kind: ¶persom")), "person"),
    ("wrong-type", CODEX, "", words(ENTRY.replace("title: M", "title: M, lat: ¶north")), ""),
    ("wrong-type", TESTS, "", "promises:\n" + PROMISE.replace("at_most: 9", "at_most: ¶few"), ""),
    ("missing-field", FATES, "", "fates:\n  - ¶{id: end, title: T, " + CITE + "}\n", ""),
    ("out-of-range", TESTS, "", "promises:\n" + PROMISE.replace("at_most: 9", "at_most: ¶109"), ""),
    ("out-of-range", TESTS, "", "promises:\n" + PROMISE.replace("at_most", "games: ¶0, at_most"), ""),
    ("unknown-treaty", CODEX, "", words(DEAL, ARTICLE.replace("part_of: deal", "part_of: ¶dael")), "deal"),
    ("unknown-treaty", CODEX, "", words(ENTRY, ARTICLE.replace("part_of: deal", "part_of: ¶maud")), ""),
    ("unknown-treaty", CODEX, "", words(DEAL, ARTICLE, INNER), "deal"),
    ("unknown-start", TESTS, "", "promises:\n" + PROMISE.replace("at_most", "start: ¶sprin, at_most"), "spring"),
    ("unknown-length", TESTS, "", "promises:\n" + PROMISE.replace("at_most", "length: ¶crises, at_most"), "crisis"),
    ("unknown-length", SCENARIO, "turn: 1800-01\n", "turn: 1800-01\n    lengths: [¶crises]\n", "crisis"),
    ("unknown-meter", HILL, "opening: 88", "opening: 88, tastes: {¶tensoin: 1}", "tension"),
    ("out-of-range", HILL, "opening: 88", "opening: 88, oversteps: ¶1.5", ""),
    ("out-of-range", HILL, "opening: 88", "opening: 88, mettle: ¶-0.1", ""),
    ("out-of-range", HILL, "opening: 88", "opening: 88, margin: ¶101", ""),
    ("out-of-range", HILL, "mandate: {wood: hill}", "mandate: {wood: hill}\n    character: {oversteps: ¶2}", ""),
    ("wrong-type", SCENARIO, "March 1800, months: 1}", "March 1800, months: 1, table: ¶never}", ""),
]  # fmt: skip

NEAR = [
    (FATES, "", "fates: []\n"),
    (FATES, "", FATE + LAST),
    (FATES, "", fate(extra="left_record: Here., years: [{text: Y, when: ended.war, " + CITE + "}], ")),
    *((FATES, "", fate(condition)) for condition in MANY),
    (YEARS, "", year("durability.firm and treaty.wood.dale")),
    (CODEX, "", words(ENTRY, ENTRY.replace("id: maud", "id: maude"))),
    (CODEX, "", words(ARTICLE, DEAL)),
    (
        CODEX,
        "",
        words(ENTRY.replace("title: M", "title: M, lat: 43.9, lon: -81, office: [{title: E, first: 1790-01}]")),
    ),
    (
        TESTS,
        "",
        "promises:\n" + PROMISE.replace("at_most: 9", "at_least: 0.5, start: spring, length: crisis, games: 9"),
    ),
    (SCENARIO, "turn: 1800-01\n", "turn: 1800-01\n    lengths: [crisis]\n"),
    (SCENARIO, "seats:\n", "table_when: tension >= 3 or happened.drought\nseats:\n"),
    (SCENARIO, "March 1800, months: 1}", "March 1800, months: 1, table: false}"),
    (HILL, "opening: 88", "opening: 88, oversteps: 1, mettle: 0, margin: 25, tastes: {tension: -0.5, incident: 2}"),
    (HILL, "mandate: {wood: hill}", "mandate: {wood: hill}\n    character: {opening: 70, oversteps: 0.5}"),
    (EVENTS, "effects: {tension: +3}", "effects: {incident: +1}"),
]


@pytest.mark.parametrize(("code", "name", "old", "new", "suggestion"), TRIPS)
def test_a_fault_is_told_once_at_its_place(village, code, name, old, new, suggestion):
    spoilt = village.edit(name, old, new) if old else village.file(name, new)

    problems = spoilt.problems()

    assert [(each.code, each.suggestion) for each in problems] == [(code, suggestion)]
    assert spoilt.spot(problems[0]) == spoilt.marked


@pytest.mark.parametrize(("name", "old", "new"), NEAR)
def test_what_only_comes_near_a_fault_is_let_pass(village, name, old, new):
    assert (village.edit(name, old, new) if old else village.file(name, new)).problems() == ()


@pytest.mark.parametrize("name", ["ended.war", "treaty.wood.hill", "near.old-bargain", "durability.firm", "wars"])
def test_only_the_end_knows_how_it_ended(village, name):
    spoilt = village.edit(EVENTS, CALM, f"when: ¶{name} == 1")

    problems = spoilt.problems()

    assert [(each.code, each.message) for each in problems] == [("unknown-name", f"a condition knows no '{name}'")]
    assert spoilt.spot(problems[0]) == spoilt.marked


def test_codex_entries_of_several_files_are_one_codex(village):
    again = village.file(CODEX, words(ENTRY)).file("codex/zz.yaml", words(ENTRY.replace("id: maud", "id: ¶maud")))

    problems = again.problems()

    assert [(each.code, again.spot(each)) for each in problems] == [("duplicate-id", again.marked)]


def test_what_the_new_files_say_arrives_as_it_was_written(village):
    full = village.file(FATES, FATE).file(YEARS, year("wars > 0")).file(TESTS, "promises:\n" + PROMISE)
    scenario = load(full.file(CODEX, words(ENTRY.replace("title: M", "title: M, names: [Maud], lat: 43.9"))).write())

    assert [(each.id, each.when.text) for each in scenario.fates] == [("end", "turn >= 1")]
    assert [(each.text, each.when.text) for each in scenario.years] == [("X", "wars > 0")]
    assert [(each.id, each.names, each.lat, each.lon) for each in scenario.codex] == [("maud", ("Maud",), 43.9, None)]
    assert [(each.measure, each.at_least, each.at_most, each.games) for each in scenario.promises] == [
        ("ending war", None, 9, 200)
    ]

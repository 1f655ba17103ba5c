"""Every check of meaning: a scenario that trips it, at its place and with the right word, and ones that come near."""

import pytest

from game.content import Severity

SCENARIO, ISSUES, HILL, DALE = "scenario.yaml", "issues.yaml", "seats/hill.yaml", "seats/dale.yaml"
EVENTS, PEOPLE, HISTORY, SOURCES = "events/months.yaml", "people.yaml", "history.yaml", "sources.yaml"
CITE = 'cite: ["INVENTED throughout A"]'
CALM = "when: tension < 60"
FENCE = "when: chose.drought.refuse and tension >= 30"
DROUGHT = "effects: {tension: +3}"
WATER = "spring: {hill: 100, shared: 50, dale: 0}"
FILED = "lines/told.txt"
HERD = "id: stray-herd\n    title: Goats in the wood"
LINES = "lines:\n  - {id: a, title: T, record: told.txt, ending: ¶ratifed, cite: [INVENTED throughout A]}\n"
LENGTHS = "lengths:\n  - {id: crisis, title: The whole question, minutes: 10, sittings: 1, cards: 1}"

TRIPS = [
    # code, file, what is replaced, by what (¶ marks the place of the problem), the word suggested
    ("unknown-format", SCENARIO, "format: 1", "format: ¶2", ""),
    ("duplicate-id", EVENTS, "id: stray-herd", "id: ¶drought", ""),
    ("duplicate-id", SOURCES, "sources:\n  - id: INV", "sources:\n  - {id: INVENTED, title: T}\n  - id: ¶INV", ""),
    ("bad-id", EVENTS, "id: stray-herd", "id: ¶Stray Herd", "stray-herd"),
    ("bad-id", SCENARIO, "meters:\n",
     "meters:\n  - {id: ¶turn, title: T, scope: shared, low: 0, high: 9, start: 1}\n", ""),
    ("empty-list", SCENARIO, LENGTHS, "lengths: ¶[]", ""),
    ("unknown-turn", SCENARIO, "turn: 1800-01", "turn: ¶1800-07", "1800-06"),
    ("unknown-seat", SCENARIO, "envoys: {hill: ann,", "envoys: {¶hil: ann,", "hill"),
    ("unknown-envoy", SCENARIO, "envoys: {hill: ann,", "envoys: {hill: ¶anne,", "ann"),
    ("unknown-treaty", SCENARIO, "old-bargain", "¶old-bargin", "old-bargain"),
    ("unknown-issue", SCENARIO, "sittings: 1,", "sittings: 1, issues: [spring, ¶woods],", "wood"),
    ("unknown-faction", SCENARIO, "threshold: 50\n", "threshold: 50\n    factions: [¶elder]\n", "elders"),
    ("unknown-seat", SCENARIO, "seat: dale", "seat: ¶dales", "dale"),
    ("unknown-seat", SCENARIO, "does: intelligence", "does: intelligence\n    seats: [¶dole]", "dale"),
    ("unknown-meter", SCENARIO, "cost: {capital: 1}", "cost: {¶capitol: 1}", "capital"),
    ("unknown-seat", ISSUES, "importance: {hill: 5", "importance: {¶hil: 5", "hill"),
    ("status-quo-not-an-option", ISSUES, "status_quo: hill", "status_quo: ¶hil", "hill"),
    ("unknown-option", HILL, "wood: {hill: 100,", "wood: {¶mill: 3, hill: 100,", "hill"),
    ("unknown-issue", HILL, "mandate: {wood: hill}", "mandate: {¶wod: hill}", "wood"),
    ("unknown-option", HILL, "mandate: {wood: hill}", "mandate: {wood: ¶shared}", ""),
    ("unknown-option", HILL, "drift: 5",
     "drift: 5\nlinks: [{clauses: {spring: ¶shard, wood: hill}, points: 4}]", "shared"),
    ("unknown-start", HILL, "drift: 5", "drift: 5\ntext_at: {¶sprung: Hurry.}", "spring"),
    ("unknown-start", HILL, "drift: 5", "drift: 5\ntext_at: {¶sprung crisis: Hurry.}", "spring"),
    ("unknown-length", HILL, "drift: 5", "drift: 5\ntext_at: {¶spring crises: Hurry.}", "crisis"),
    ("link-not-two", HILL, "drift: 5", "drift: 5\nlinks: [{clauses: ¶{wood: hill}, points: 4}]", ""),
    ("unknown-seat", EVENTS, "decides: dale", "decides: ¶dole", "dale"),
    ("unknown-option", HISTORY, "option: shared", "option: ¶shares", "shared"),
    ("unknown-issue", HISTORY, "wood:\n", "¶woods:\n", "wood"),
    ("unknown-group", PEOPLE, "group: herders", "group: ¶herder", "herders"),
    ("unknown-column", PEOPLE, "column: settled", "column: ¶setled", "settled"),
    ("unknown-option", PEOPLE, "{wood: [dale]}", "{wood: [¶dole]}", "dale"),
    ("unknown-option", SCENARIO, "consent:\n", "war: {spoils: {hill: {wood: ¶mill}}}\nconsent:\n", "hill"),
    ("unknown-source", HILL, CITE, 'cite: [¶"INVENT throughout A"]', "INVENTED"),
    ("out-of-range", HILL, "favour: -6", "favour: ¶-600", ""),
    ("out-of-range", ISSUES, "dale: 8}", "dale: ¶11}", ""),
    ("out-of-range", SCENARIO, "start: 35", "start: ¶350", ""),
    ("out-of-range", PEOPLE, "high: 80", "high: ¶180", ""),
    ("high-below-low", PEOPLE, "high: 60", "high: ¶30", ""),
    ("bad-scope", SCENARIO, "orders:\n",
     "  - {id: snow, title: S, scope: ¶sky, low: 0, high: 9, start: 1}\norders:\n", ""),
    ("bands-uncovered", SCENARIO, "- {title: calm, below: 35}", "¶- {title: calm, below: 65}", ""),
    ("weights-not-100", HILL, "weights: {spring: 35, wood: 65}", "weights: ¶{spring: 35, wood: 62}", ""),
    ("weights-not-100", HILL, "weights: {spring: 30, wood: 70}", "weights: ¶{spring: 30, wood: 71}", ""),
    ("weights-not-100", HILL, "- id: elders\n    title: The elders\n    influence: 60",
     "¶- id: elders\n    title: The elders\n    influence: 61", ""),
    ("option-no-value", HILL, WATER, "spring: ¶{hill: 100, dale: 0}", ""),
    ("worth-not-full", HILL, WATER, "spring: ¶{hill: 90, shared: 50, dale: 0}", ""),
    ("bad-date", HISTORY, "signed: 1790-05-01", "signed: ¶1790-05", ""),
    ("bad-date", EVENTS, "last: 1800-05", "last: ¶1800-5", ""),
    ("turns-out-of-order", SCENARIO, "- {id: 1800-01,",
     "- {id: 1800-07, title: July, months: 1}\n  - {id: ¶1800-01,", ""),
    ("calendar-gap", SCENARIO, "February 1800, months: 1}\n  - {id: ", "February 1800, months: 2}\n  - {id: ¶", ""),
    ("too-late-to-sign", SCENARIO, "minutes: 10,", "minutes: 10, turns: ¶1,", ""),
    ("unknown-name", EVENTS, CALM, "when: not (¶tensoin < 60)", "tension"),
    ("unknown-name", EVENTS, CALM, 'when: "turn > 1 or ¶hill.treasure < 6"', "hill.treasury"),
    ("unknown-name", EVENTS, FENCE, "when: ¶chose.drought.refused", "chose.drought.refuse"),
    ("unknown-name", EVENTS, FENCE, "when: ¶happened.draught", "happened.drought"),
    ("unknown-name", EVENTS, CALM, "when: ¶refused.hil < 1", "refused.hill"),
    ("unknown-name", EVENTS, CALM, "when: not ¶signed.wood.mill", "signed.wood.hill"),
    ("unknown-name", EVENTS, DROUGHT, "effects: {¶tention: +3}", "tension"),
    ("unknown-name", EVENTS, DROUGHT, "effects: {¶people.herders.settle: +3}", "people.herders.settled"),
    ("effect-needs-number", EVENTS, DROUGHT, "effects: {tension: ¶much}", ""),
    ("unknown-option", EVENTS, DROUGHT, "effects: {status_quo.wood: ¶hull}", "hill"),
    ("unknown-issue", EVENTS, DROUGHT, "effects: {¶status_quo.wod: hill}", "wood"),
    ("unknown-envoy", EVENTS, DROUGHT, "effects: {envoy.hill: ¶an}", "ann"),
    ("order-target", SCENARIO, "target: clause", "target: ¶faction", ""),
    ("nobody-decides", EVENTS, "decides: dale\n    choices:\n      -", "choices:\n      ¶-", ""),
    ("nothing-to-decide", EVENTS, "certain: true", "certain: true\n    decides: ¶hill", ""),
    ("unseen-choice", EVENTS, "decides: dale", "decides: dale\n    seen_by: ¶hill", ""),
    ("never-holds", EVENTS, CALM, "when: ¶tension < 50 and tension > 50", ""),
    ("never-holds", EVENTS, CALM, "when: ¶hill.readiness < 40", ""),
    ("never-holds", EVENTS, CALM, "when: ¶happened.drought and not happened.drought", ""),
    ("never-holds", SCENARIO, "when: turn >= 2", "when: ¶100 < tension", ""),
    ("never-holds", EVENTS, "historical: true", "historical: true\n        when: ¶incidents < 0", ""),
    ("never-happens", EVENTS, CALM, "when: ¶happened.fair", ""),
    ("never-happens", EVENTS, HERD, HERD + "\n    last: 1800-02\n    when: ¶happened.fair", ""),
    ("never-happens", EVENTS, "- id: stray-herd", "- ¶last: 1799-12\n    id: stray-herd", ""),
    ("never-happens", EVENTS, "- id: stray-herd", "- ¶when: date >= 1800-05 and turn < 5\n    id: stray-herd", ""),
    ("unknown-name", EVENTS, FENCE, "when: ¶offered.wood.hil", "offered.wood.hill"),
    ("unknown-ending", HISTORY, "treaties:\n", LINES.replace("told.txt", FILED) + "treaties:\n", "ratified"),
    ("unknown-record", HISTORY, "treaties:\n", LINES.replace("¶ratifed", "war").replace("told",
     "¶tale") + "treaties:\n", ""),
]  # fmt: skip


NEAR = [
    # file, what is replaced, by what: still fine
    (EVENTS, CALM, "when: tension <= 0 or tension > 100"),
    (EVENTS, CALM, "when: tension > 99"),
    (EVENTS, CALM, "when: hill.capital > dale.capital and 2 > 1"),
    (EVENTS, DROUGHT, "effects:"),
    (HILL, "mandate: {wood: hill}", "mandate:"),
    (HILL, "people: [Long Tom]", "people:"),
    (EVENTS, CALM, "when: 40 >= hill.readiness and dale.woodcutters.favour < -20"),
    (EVENTS, CALM, "when: date >= 1800-04 and turn > 3"),
    (EVENTS, CALM, "when: happened.drought and not chose.drought.share"),
    (EVENTS, CALM, "when: (signed or refused > 0) and incidents == 0"),
    (EVENTS, CALM, "when: offered.wood.hill and not (turn > 20)"),
    (EVENTS, CALM, "when: refused.dale >= 2 and not signed.wood.hill"),
    (HILL, "drift: 5", "drift: 5\ntext_at: {spring: Hurry., spring crisis: Haste makes waste.}"),
    (EVENTS, "first: 1800-03\n    last: 1800-04", "first: 1700-01\n    last: 1900-12"),
    (EVENTS, HERD, HERD + "\n    last: 1800-03\n    when: happened.fair"),
    (EVENTS, DROUGHT, "effects: {status_quo.spring: shared, envoy.dale: ben, people.herders.emigrated: 5}"),
    (EVENTS, DROUGHT, "effects: {hill.treasury: -2, dale.all.favour: 1, hill.elders.favour: -1}"),
    (EVENTS, "decides: dale", "decides: dale\n    seen_by: dale"),
    (EVENTS, "historical: true", "historical: true\n        when: tension < 90"),
    (SCENARIO, "seat: hill\n", "seat: hill\n    factions: [elders]\n"),
    (SCENARIO, "minutes: 10,", "minutes: 10, turns: 2, issues: [wood, spring],"),
    (SCENARIO, "turn: 1800-01", "turn: 1800-03"),
    (SCENARIO, "start: 35", "start: 100"),
    (SCENARIO, "does: intelligence", "does: intelligence\n    seats: [dale]"),
    (SCENARIO, "effects: {tension: -6}", "effects: {other.treasury: +1, own.all.favour: -1}"),
    (SCENARIO, "consent:\n", "war: {spoils: {hill: {wood: hill}}}\nconsent:\n"),
    (HILL, "drift: 5", "drift: 5\nlinks: [{clauses: {spring: shared, wood: hill}, points: 4}]"),
    (HILL, "weights: {spring: 35, wood: 65}", "weights: {spring: 35.5, wood: 64.5}"),
    (HILL, "weights: {spring: 30, wood: 70}", "weights: {wood: 100}"),
    (HILL, "mandate: {wood: hill}", "mandate: {}"),
    (ISSUES, "dale: 8}", "dale: 10}"),
    (PEOPLE, "high: 60", "high: 40"),
    (HISTORY,
     "      wood:\n        option: hill\n        text: Hill was to fell and graze in the wood.\n        " + CITE, ""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "old", "new", "suggestion"), TRIPS)
def test_a_fault_of_meaning_is_told_once_at_its_place(village, code, name, old, new, suggestion):
    spoilt = village.file(FILED, "").edit(name, old, new)

    problems = spoilt.problems()

    assert [(each.code, each.suggestion) for each in problems] == [(code, suggestion)]
    assert spoilt.spot(problems[0]) == spoilt.marked


@pytest.mark.parametrize(("name", "old", "new"), NEAR)
def test_what_only_comes_near_a_fault_is_let_pass(village, name, old, new):
    assert village.edit(name, old, new).problems() == ()


def test_the_two_villages_have_no_problem(village):
    assert village.problems() == ()


def test_a_third_seat_is_refused(village):
    spoilt = village.edit(SCENARIO, "seats:\n", "seats:\n  - {id: moor, title: Moor, capital: The moor}\n")
    spoilt = spoilt.file("seats/moor.yaml", village.texts[HILL].replace("seat: hill", "seat: moor"))

    assert [each.code for each in spoilt.problems()] == ["not-two-seats"]


def test_a_seat_without_a_file_is_told(village):
    fewer = village.without(DALE)

    told = [each for each in fewer.problems() if each.code == "missing-brief"]

    assert [fewer.spot(each) for each in told] == [(SCENARIO, 15, 9)]
    assert "write seats/dale.yaml" in told[0].message


def test_a_seat_with_two_files_is_told(village):
    spoilt = village.file("seats/second.yaml", village.texts[HILL])

    assert [(each.code, spoilt.spot(each)) for each in spoilt.problems()] == [
        ("duplicate-id", ("seats/second.yaml", 1, 1)),
    ]


def test_war_without_the_meters_it_reads_is_told(village):
    spoilt = village.edit(SCENARIO, "- id: readiness", "- id: guard").edit(SCENARIO, "own.readiness", "own.guard")

    problems = spoilt.edit(SCENARIO, "consent:\n", "war: ¶{}\nconsent:\n").problems()

    assert [(each.code, each.message) for each in problems] == [("unknown-meter", "war needs the meter 'readiness'")]


def test_a_meter_that_rules_read_must_belong_to_whom_they_expect(village):
    extra = "  - {id: capital, title: C, scope: ¶shared, low: 0, high: 8, start: 3}\n"
    spoilt = village.edit(SCENARIO, "meters:\n", "meters:\n" + extra)

    problems = [each for each in spoilt.problems() if each.code == "bad-scope"]

    assert [spoilt.spot(each) for each in problems] == [spoilt.marked]


def test_an_effect_may_say_target_only_where_an_order_has_one(village):
    spoilt = village.edit(SCENARIO, "    target: faction\n", "")

    messages = [(each.code, each.message) for each in spoilt.problems()]

    assert messages == [("unknown-name", "an effect knows no 'target.favour' here")]


def test_an_effect_may_say_own_only_where_a_seat_acts(village):
    spoilt = village.edit(EVENTS, DROUGHT, "effects: {own.treasury: +3}")

    messages = [(each.code, each.message) for each in spoilt.problems()]

    assert messages == [("unknown-name", "an effect knows no 'own.treasury' here")]


def test_cards_that_wait_for_each_other_never_come(village):
    spoilt = village.edit(EVENTS, CALM, "when: happened.stray-herd")
    spoilt = spoilt.edit(EVENTS, HERD, HERD + "\n    when: happened.fair")

    told = {(each.code, each.message.partition(":")[2]) for each in spoilt.problems()}

    assert told == {
        ("never-happens", " it waits for 'fair', which cannot come before"),
        ("never-happens", " it waits for 'stray-herd', which cannot come before"),
    }


def test_a_card_whose_last_date_precedes_its_first_is_told_so(village):
    spoilt = village.edit(EVENTS, "last: 1800-04", "last: 1800-02")

    messages = [each.message for each in spoilt.problems()]

    assert messages == ["it can never come: its last date, 1800-02, is before its first, 1800-03"]


def test_a_seat_without_envoys_is_told(village):
    text = village.texts[DALE]
    start, end = text.index("envoys:"), text.index("character:")
    spoilt = village.file(DALE, text[:start] + "envoys: ¶[]\n" + text[end:])
    spoilt = spoilt.edit(SCENARIO, "envoys: {hill: ann, dale: ben}", "envoys: {hill: ann}")

    problems = spoilt.problems()

    assert [(each.code, spoilt.spot(each)) for each in problems] == [("empty-list", spoilt.marked)]


def test_a_ladder_of_one_option_is_told(village):
    text = village.texts[ISSUES]
    start, end = text.rindex("      - id: hill"), text.rindex("      - id: dale")
    spoilt = village.file(ISSUES, text[:start] + "      ¶" + text[end:].lstrip())

    problems = [each for each in spoilt.problems() if each.code == "ladder-length"]

    assert [spoilt.spot(each) for each in problems] == [spoilt.marked]
    assert problems[0].message == "an issue has 2 to 7 options, this one has 1"


def test_a_turn_without_a_month_is_told(village):
    spoilt = village.edit(SCENARIO, "{id: 1800-06,", "{id: ¶june,")

    problems = spoilt.problems()

    assert [(each.code, spoilt.spot(each)) for each in problems] == [("bad-date", spoilt.marked)]


def test_a_start_too_late_for_consent_is_told(village):
    spoilt = village.edit(SCENARIO, "turn: 1800-01", "turn: ¶1800-06")

    told = [each for each in spoilt.problems() if each.code == "too-late-to-sign"]

    assert [spoilt.spot(each) for each in told] == [spoilt.marked]


CITED = [(name, place) for name, times in {
    SCENARIO: 6, ISSUES: 7, HILL: 4, DALE: 4, EVENTS: 4, HISTORY: 3, PEOPLE: 3,
}.items() for place in range(times)]  # fmt: skip


@pytest.mark.parametrize(("name", "place"), CITED)
def test_each_fact_of_the_two_villages_needs_its_source(village, name, place):
    parts = village.texts[name].split(CITE)
    bare = CITE.join(parts[: place + 1]) + CITE.join(parts[place + 1 :])

    problems = village.file(name, bare).problems()

    assert len(parts) == sum(1 for each, _ in CITED if each == name) + 1
    assert [each.code for each in problems] == ["fact-without-source"]


def test_news_with_neither_history_nor_source_is_only_warned_of(village):
    text = village.texts[EVENTS]
    history = "    history: In the story of the two villages the fair was held as in every year.\n    " + CITE

    problems = village.edit(EVENTS, history, "").problems()

    assert history in text
    assert [(each.code, each.severity) for each in problems] == [("news-without-source", Severity.WARNING)]

"""Faults of form: told all at once, each at its place, with the nearest right word."""

import pytest

SCENARIO, ISSUES, HILL, EVENTS = "scenario.yaml", "issues.yaml", "seats/hill.yaml", "events/months.yaml"
CITE = 'cite: ["INVENTED throughout A"]'

TRIPS = [
    # code, file, what is replaced, by what (¶ marks the place of the problem), the sentence, the word suggested
    ("unknown-key", ISSUES, "title: The wood", "¶titel: The wood\n    title: T",
     "an issue has no field 'titel'", "title"),
    ("unknown-key", SCENARIO, "title: January 1800,", "title: January, ¶of 1800,",
     "a turn has no field 'of 1800'; in { } a comma ends a text, unless the text stands in quotes", ""),
    ("missing-field", ISSUES, "- id: wood\n    title: The wood", "- ¶id: wood", "an issue needs a field 'title'", ""),
    ("wrong-type", HILL, "influence: 60", "influence: ¶sixty", "expected a whole number, found 'sixty'", ""),
    ("wrong-type", HILL, "influence: 60", "influence: ¶60.5", "expected a whole number, found '60.5'", ""),
    ("wrong-type", HILL, "waiting: 0.7", "waiting: ¶often", "expected a number, found 'often'", ""),
    ("wrong-type", EVENTS, "historical: true", "historical: ¶so", "expected 'true' or 'false', found 'so'", ""),
    ("wrong-type", SCENARIO, "shown: blurred", "shown: ¶blured",
     "expected 'public', 'own' or 'blurred', found 'blured'", "blurred"),
    ("wrong-type", ISSUES, "title: The spring", "title: ¶[the, spring]", "expected text, found a list", ""),
    ("wrong-type", SCENARIO, "cost: {capital: 1}", "cost: ¶low", "expected 'name: value' pairs, found 'low'", ""),
    ("wrong-type", SCENARIO, "offers: {hill: old-bargain}", "offers: ¶[old-bargain]",
     "expected 'name: value' pairs, found a list", ""),
    ("wrong-type", EVENTS, "effects: {tension: +3}", "effects: {tension: ¶[3]}",
     "expected a number or a word, found a list", ""),
    ("wrong-type", EVENTS, "effects: {tension: +3}", "effects: ¶[tension]",
     "expected effects, 'name: value' each, found a list", ""),
    ("wrong-type", HILL, CITE, "cite: [¶INVENTED A]",
     "expected SOURCE PLACE CONFIDENCE, the last being A, B or C, found 'INVENTED A'", ""),
    ("wrong-type", HILL, CITE, "cite: ¶INVENTED throughout A", "expected a list, found 'INVENTED throughout A'", ""),
    ("wrong-type", HILL, "envoys:\n  - id: ann", "envoys:\n  - ¶ben\n  - id: ann",
     "expected an envoy with its fields, found 'ben'", ""),
    ("bad-condition", EVENTS, "when: tension < 60", "when: tension < ¶and",
     "a name or a number is needed here, not 'and'", ""),
    ("bad-condition", EVENTS, "when: tension < 60", "when: 'tension ¶% 60'", "'%' means nothing in a condition", ""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "old", "new", "sentence", "suggestion"), TRIPS)
def test_a_fault_of_form_is_told_once_at_its_place(village, code, name, old, new, sentence, suggestion):
    spoilt = village.edit(name, old, new)

    problems = spoilt.problems()

    assert [(each.code, each.message, each.suggestion) for each in problems] == [(code, sentence, suggestion)]
    assert spoilt.spot(problems[0]) == spoilt.marked


def test_all_faults_of_all_files_are_told_at_once(village):
    spoilt = village.edit(ISSUES, "title: The wood", "titel: The wood")
    spoilt = spoilt.edit(HILL, "influence: 60", "influence: sixty").edit(EVENTS, "decides: dale", "decides: dole")

    found = {(spoilt.spot(each)[0], each.code) for each in spoilt.problems()}

    assert found == {
        (ISSUES, "unknown-key"),
        (ISSUES, "missing-field"),
        (HILL, "wrong-type"),
        (EVENTS, "unknown-seat"),
    }


def test_a_lost_id_is_not_blamed_on_those_who_use_it(village):
    spoilt = village.edit(ISSUES, "- id: wood", "- idd: wood")

    codes = {each.code for each in spoilt.problems()}

    assert codes == {"unknown-key", "missing-field"}


def test_an_item_that_ran_into_the_one_before_is_not_missed_elsewhere(village):
    spoilt = village.edit(ISSUES, "  - id: wood\n    title: The wood", "    title: The wood")

    codes = {each.code for each in spoilt.problems()}

    assert codes == {"duplicate-key"}


def test_an_unreadable_file_is_not_blamed_on_those_who_refer_to_it(village):
    spoilt = village.file("sources.yaml", "sources: ¶}")

    problems = spoilt.problems()

    assert [each.code for each in problems] == ["not-yaml"]
    assert spoilt.spot(problems[0]) == spoilt.marked


def test_words_that_yaml_takes_for_truth_or_dates_stay_words(village):
    fine = village.edit(SCENARIO, "title: January 1800", "title: no").edit(HILL, "title: The elders", "title: 1800-01")

    assert fine.problems() == ()


def test_an_option_that_looks_like_a_number_can_be_the_status_quo_of_an_effect(village):
    fine = village.edit(ISSUES, "- id: shared", "- id: 50").edit("history.yaml", "option: shared", "option: 50")
    fine = fine.edit(HILL, "shared: 50", "50: 50").edit("people.yaml", "[shared, dale]", "[50, dale]")
    fine = fine.edit("seats/dale.yaml", "shared: 60", "50: 60").edit("seats/dale.yaml", "{shared: 30}", "{50: 30}")
    fine = fine.edit("seats/dale.yaml", "{spring: shared}", "{spring: 50}")

    fine = fine.edit(EVENTS, "effects: {tension: +3}", "effects: {status_quo.spring: 50}")

    assert fine.problems() == ()


def test_a_condition_over_two_lines_is_faulted_at_its_beginning(village):
    spoilt = village.edit(EVENTS, "when: tension < 60", "when: ¶tension < 60\n      and maybe > 3")

    problems = spoilt.problems()

    assert [each.code for each in problems] == ["unknown-name"]
    assert spoilt.spot(problems[0]) == spoilt.marked


def test_a_condition_without_end_is_refused(village):
    long = " or ".join(["tension < 60"] * 100)

    problems = village.edit(EVENTS, "when: tension < 60", f"when: {long}").problems()

    assert [(each.code, each.message) for each in problems] == [
        ("bad-condition", "a condition has at most 500 characters"),
    ]

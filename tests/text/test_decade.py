"""Years without a table: quiet turns, short cards, sources on request, the codex, and how the end is told."""

from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve

from game.content import load
from game.engine.card import Card, Choice
from game.engine.codex import CodexEntry, Office
from game.engine.condition import parse_condition
from game.engine.effect import Effect
from game.engine.fate import Aftermath, Fate
from game.engine.scenario import Band, Meter, Scenario
from game.engine.source import Citation, Confidence, Source
from game.players import ROSTER
from game.prose.codex import codex_lines, words_in
from game.prose.conditions import plainly
from game.prose.explanation import explain
from game.prose.sources import folded, marked
from game.session.match import new_match
from game.text.console import Console
from game.text.play import play
from game.text.sitting import Sitting
from tests.builders import METERS, TINY, make_scenario

A, B, C = (
    Citation("ANNALS", place, Confidence(letter)) for place, letter in zip(("p. 1", "p. 2", "p. 3"), "ABC", strict=True)
)
SOURCES = {"ANNALS": Source("ANNALS", "The annals of both villages")}
FLOOD = Card(
    "flood",
    "The flood",
    "The Weir broke by night, and Old Tom rang the bell.",
    first="1800-03",
    last="1800-03",
    certain=True,
    decides="hill",
    choices=(Choice("dig", "Dig"), Choice("wait", "Wait", (Effect("tension", 3),), parse_condition("turn >= 9"))),
    history="Hill dug for a week.",
    cite=(A, B),
)
CODEX = (
    CodexEntry("weir", "place", "The Weir", "A dam of oak.", ("Weir",), "weer", lat=43.92, lon=-81.3, cite=(B,)),
    CodexEntry(
        "tom",
        "person",
        "Thomas Ringer",
        "He rang the bell. Nobody paid him.",
        ("Old Tom", "Tom"),
        born="1731-05",
        died="1801-03-13",
        office=(Office("Bell-ringer", "1760-01"),),
    ),
    CodexEntry("hill-folk", "people", "Hill folk", "They live on the hill."),
)


def tiny(quiet: int = 0, **changes) -> Scenario:
    """The tiny scenario with its first *quiet* turns without a table."""
    turns = tuple(evolve(turn, table=place >= quiet) for place, turn in enumerate(TINY.turns))
    return make_scenario(turns=turns, **{"sources": SOURCES, **changes})


def told(scenario: Scenario, tmp_path: Path, *lines: str, seat: str = "hill") -> str:
    """Everything the person in *seat* is told who types *lines* against a player that agrees to much."""
    writer = StringIO()
    players = {each: ROSTER["agreeable"] for each in scenario.seat_ids if each != seat}
    console = Console(StringIO("".join(f"{line}\n" for line in lines)), writer)
    play(Sitting(match=new_match(scenario, players=players, seed="5"), people=(seat,), saves=tmp_path, console=console))
    return writer.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("quiet", "line"),
    [
        (1, "Month 1 passed quietly."),
        (2, "Month 1 and Month 2 passed quietly."),
        (4, "4 turns passed quietly, from Month 1 to Month 4."),
    ],
)
def test_quiet_turns_pass_in_one_line_before_the_first_turn_with_a_table(quiet, line, tmp_path):
    text = told(tiny(quiet), tmp_path)

    assert text.count("quietly") == 1
    assert line in flat(text)
    assert text.index("quietly") < text.index(f"Turn {quiet + 1} of 6")
    assert text.count("Orders?") == 1


def test_a_turn_without_a_table_says_so_and_asks_for_orders_in_one_line(tmp_path):
    text = told(tiny(4, cards=(FLOOD,)), tmp_path, "1")

    assert "Turn 3 of 6: Month 3. No table yet: not before May 1800." in text
    assert text.split("The input ends")[0].rstrip().endswith("Orders? (`orders` lists them, Enter passes)")
    assert "Orders: up to 2" not in text


def test_orders_lists_them_and_enter_passes_to_the_table(tmp_path):
    text = told(tiny(4, cards=(FLOOD,)), tmp_path, "1", "orders", "")

    assert "Orders: up to 2" in text.partition("passes) orders")[2]
    assert "Month 4 passed quietly." in text
    assert "Turn 5 of 6" in text


def test_an_order_whose_time_is_over_is_listed_no_more(tmp_path):
    early = [
        evolve(TINY.orders[2], id=f"by-{date}", title=f"By {date}", when=parse_condition(f"date < {date}"))
        for date in ("1800-01", "1800-02")
    ]
    later = evolve(TINY.orders[2], id="later", title="Later", when=parse_condition("date >= 1800-03"))

    text = told(tiny(orders=(*TINY.orders, *early, later)), tmp_path)

    assert "By 1800-01" not in text
    assert "By 1800-02" in text
    assert "'Later' is open only if it is March 1800 or later." in flat(text)


def test_nothing_is_ordered_when_the_question_for_an_aim_is_left_empty(tmp_path):
    text = told(TINY, tmp_path, "lobby", "", "log")

    assert "Left as it was: nothing is ordered yet." in text
    assert "Nothing has happened yet." in text


def test_a_table_that_waits_for_a_condition_names_it_in_words(tmp_path):
    rumour = Card("rumour", "A rumour", "It is said that the weir leaks.", certain=True)

    text = told(tiny(table_when=parse_condition("tension >= 90"), cards=(rumour,)), tmp_path)

    assert "No table yet: not until tension is 90 or more." in text


MANY = tuple(
    Meter(
        name.lower(), name, "shared", 0, 10, 5, bands=(Band("low", 5), Band("middle", 11)), text=f"How far {name} is."
    )
    for name in ("Wind", "Rain", "Frost", "Sun")
)


def test_of_many_shared_meters_only_those_that_moved_are_shown_and_meters_shows_all(tmp_path):
    storm = evolve(FLOOD, decides="", choices=(), effects=(Effect("wind", -2),))
    text = flat(told(tiny(cards=(storm,), meters=(*METERS, *MANY)), tmp_path, "", "hold", "", "hold", "meters"))

    first, third = text.partition("Turn 3 of 6")[0], text.partition("Turn 3 of 6")[2]
    assert "Frost 5 of 10 (middle)" in first
    assert "Wind 3 of 10 (low, was 5)" in third
    assert "Frost" not in third.partition("meters Turn 3")[0]
    assert "Frost 5 of 10 (middle)" in third.partition("meters Turn 3")[2]


def test_a_card_is_shown_with_a_mark_and_its_sources_are_listed_on_request(tmp_path):
    text = told(tiny(4, cards=(FLOOD,)), tmp_path, "sources")

    card, listed = text.split("? sources\n")
    assert "rang the bell. [B]" in flat(card)
    assert "ANNALS" not in card
    assert "Hill dug for a week" not in card
    assert "- ANNALS p. 1, A." in listed
    assert "ANNALS: The annals of both villages." in listed


def test_what_happened_in_fact_follows_the_choice_with_its_mark(tmp_path):
    assert "What happened in fact: Hill dug for a week. [B]" in told(tiny(4, cards=(FLOOD,)), tmp_path, "1")


@pytest.mark.parametrize(
    ("cites", "mark"),
    [((), ""), ((A,), "[A]"), ((A, B), "[B]"), ((C,), "[disputed]"), ((A, C), "[disputed in part]")],
)
def test_a_mark_is_that_of_the_least_certain_source(cites, mark):
    assert folded(cites) == mark
    assert marked("Rain.", cites) == f"Rain. {mark}".strip()


def test_codex_words_of_a_card_are_named_once_as_they_are_written(tmp_path):
    text = told(tiny(4, cards=(FLOOD,), codex=CODEX), tmp_path, "more")

    assert text.count("Codex:") == 1
    assert "Codex: The Weir, Old Tom." in text
    assert "Thomas Ringer: He rang the bell.\n" in text.partition("more")[2]


def test_at_most_six_words_are_named_at_once(tmp_path):
    many = tuple(CodexEntry(f"w{n}", "term", f"Word{n}", "A word.") for n in range(9))
    card = evolve(FLOOD, text=" ".join(entry.title for entry in many))

    text = told(tiny(4, cards=(card,), codex=many), tmp_path)

    assert "Codex: Word0, Word1, Word2, Word3, Word4, Word5." in text


def test_a_word_inside_another_word_is_no_codex_word():
    found = words_in(tiny(codex=CODEX), "Tomorrow the Weirs; old tom slept, and Tom woke Tom.")

    assert [(word, entry.id) for word, entry in found] == [("Tom", "tom")]


CODEX_ANSWERS = [
    ("", "The codex: 1 people, 1 places, 1 peoples."),
    ("people", "People: Thomas Ringer."),
    ("peoples", "Peoples: Hill folk."),
    ("Old Tom", "Thomas Ringer. Born May 1731, died 13 March 1801. Bell-ringer (from January 1760)."),
    ("weir", "The Weir. Say: weer. A dam of oak. [ANNALS p. 2, B] It lies at 43.9 degrees north, 81.3 degrees west."),
    ("thom", "Thomas Ringer."),
    ("old ton", "did you mean 'old tom'"),
]


@pytest.mark.parametrize(("asked", "answer"), CODEX_ANSWERS)
def test_the_codex_lists_its_kinds_and_opens_its_entries(asked, answer):
    assert answer in flat(" ".join(codex_lines(tiny(codex=CODEX), asked)))


def test_a_question_mark_looks_into_the_codex_too(tmp_path):
    scenario = tiny(codex=CODEX)
    view = new_match(scenario).view("hill")

    assert "He rang the bell." in " ".join(explain(view, scenario, "Old Tom"))
    assert "did you mean 'old tom'" in " ".join(explain(view, scenario, "old ton"))
    assert "A dam of oak." in flat(told(scenario, tmp_path, "codex Weir"))


def test_without_a_codex_the_command_says_so():
    assert list(codex_lines(TINY, "")) == ["This scenario has no codex."]


CONDITIONS = [
    ("turn >= 2", "it is turn 2 or later"),
    ("date < 1878-11", "it is before November 1878"),
    ("tension >= 70", "tension is 70 or more"),
    ("hill.treasury < 3 and not signed", "your treasury is less than 3 and no text is signed"),
    ("dale.readiness > 40 or turn == 6", "Dale's readiness is more than 40, or it is turn 6"),
    ("refused >= 1", "there are 1 or more texts refused at home"),
    ("hill.elders.favour <= 0", "the good will of the elders is 0 or less"),
    ("(tension >= 70)", "(tension >= 70)"),
    ("happened.flood", "happened.flood"),
]


@pytest.mark.parametrize(("condition", "words"), CONDITIONS)
def test_a_refusal_puts_simple_conditions_into_words_and_leaves_the_others(condition, words):
    view = new_match(TINY).view("hill")

    assert plainly(view, f"'War' is open only if {condition}") == f"'War' is open only if {words}"


def test_choices_that_are_not_open_come_last_together_and_say_why_in_words(tmp_path):
    wait = next(choice for choice in FLOOD.choices if choice.id == "wait")
    barred = (wait, evolve(wait, id="rest", title="Rest"), *(each for each in FLOOD.choices if each is not wait))

    text = flat(told(tiny(4, cards=(evolve(FLOOD, choices=barred),)), tmp_path))

    assert "1, 2. Not now: “Wait” and “Rest” are open only if it is turn 9 or later." in text
    assert text.index("3. ") < text.index("1, 2. Not now")


FATES = (
    Fate("gone", "Gone", "Not told.", parse_condition("ended.ratified")),
    Fate(
        "apart",
        "The villages apart",
        "Nobody came to the green.",
        years=(
            Aftermath("The mill would stand still.", cite=(C,)),
            Aftermath("Not told either.", parse_condition("ended.war")),
        ),
        left_record="Here the road left the record.",
        cite=(A,),
    ),
)


def test_an_end_without_a_table_is_told_before_the_comparison_with_full_sources(tmp_path):
    never = tiny(table_when=parse_condition("tension >= 99"), fates=FATES)

    end = flat(told(never, tmp_path, *[""] * 6).partition("The end")[2])

    parts = [
        "There never was a table",
        "The villages apart. Nobody came to the green. [ANNALS p. 1, A]",
        "The mill would stand still. [ANNALS p. 3, C: disputed]",
        "Here the road left the record.",
        "Beside history (what holds without a treaty)",
        "ANNALS: The annals of both villages.",
    ]
    places = [end.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "told" not in end.replace("The annals", "").lower().partition("beside history")[0]


def test_before_the_first_decision_the_briefing_is_short_and_brief_gives_it_all(tmp_path):
    scenario = load("ili-1871")
    brief = scenario.briefs["qing"]

    text = told(scenario, tmp_path, "brief", seat="qing")

    first, _, full = text.partition("brief\n")
    short = first.partition("Your seat:")[2].partition("Turn 1 of")[0]
    assert len(short.split()) < 200
    assert short.count("  - ") <= 6
    assert "Without a treaty" not in short
    assert flat(brief.text) in flat(full)
    assert all(faction.title in flat(full) for faction in brief.factions)

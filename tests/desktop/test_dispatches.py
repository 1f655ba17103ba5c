"""The dispatches: news to answer, what follows from an answer, and what has happened meanwhile."""

import pytest

from game.desktop.course import count_as_told
from game.desktop.parts.gazette import Paper, chronicle, papers
from game.engine.events import Event
from game.engine.phase import Phase
from game.prose.calendar import quiet_line
from game.prose.effects import effects_in_words
from game.session.sitting import Entry
from tests.desktop.desks import NARROW, in_phase, meanings, press, sitting_at, view_at, words_on

DECADE = {"start": "1871", "length": "campaign"}


def plain(text):
    return " ".join(text.split())


@pytest.fixture
def sitting(tmp_path):
    """1875: the other side has answered a card of its own, and a card of ours waits."""
    found = sitting_at(in_phase(Phase.CARD, 9), tmp_path, **DECADE)
    assert {event.kind for entry in found.journal[found.told["qing"] :] for event in entry.events} >= {"chosen", "card"}
    return found


@pytest.fixture
def card(sitting):
    return sitting.match.scenario.card[sitting.view.menu.card]


def test_every_answer_says_beforehand_what_it_changes(sitting, card):
    view = view_at(sitting, "dispatches")

    for choice in card.choices:
        spot = next(each for each in view.arrangement.spots if each.meaning == f"choose {card.id} {choice.id}")
        changes = effects_in_words(sitting.view, choice.effects, "qing")
        assert changes[1:] in spot.value


def test_the_first_open_answer_has_the_focus(sitting, card):
    view = view_at(sitting, "dispatches")

    assert view.focus.startswith(f"choose {card.id} ")
    assert "onwards" not in meanings(view)


def test_what_was_done_in_fact_is_not_told_before_the_answer(sitting, card):
    view = view_at(sitting, "dispatches")
    assert plain(card.history) not in words_on(view)

    press(view, f"choose {card.id} {card.choices[1].id}")

    assert plain(card.history) in words_on(view)


def test_an_answer_is_followed_on_the_same_screen_and_then_left_with_one_press(sitting, card):
    view = view_at(sitting, "dispatches")
    choice = card.choices[1]

    press(view, f"choose {card.id} {choice.id}")

    assert view.desk.top.name == "dispatches"
    assert choice.title in words_on(view) and plain(choice.text) in words_on(view)
    assert view.focus == "onwards"
    press(view, "onwards")
    assert sitting.match.state.happened[card.id] == choice.id
    assert sitting.told["qing"] == len(sitting.journal)


def test_a_card_that_comes_after_an_answer_waits_for_its_own_page(tmp_path):
    sitting = sitting_at(lambda s: s.match.state.phase is Phase.CARD and s.match.state.turn == 8, tmp_path, **DECADE)
    view = view_at(sitting, "dispatches")
    first = sitting.view.menu.card
    press(view, next(each for each in meanings(view) if each.startswith(f"choose {first}")))
    second = sitting.view.menu.card
    assert second and second != first
    assert not [each for each in meanings(view) if each.startswith("choose")]

    press(view, "onwards")

    assert view.desk.top.name == "dispatches"
    assert [each for each in meanings(view) if each.startswith(f"choose {second}")]


def test_what_the_other_side_chose_is_told_by_its_title(sitting):
    view = view_at(sitting, "dispatches")
    untold = [event for entry in sitting.journal[sitting.told["qing"] :] for event in entry.events]
    chosen = next(event for event in untold if event.kind == "chosen")
    other = sitting.match.scenario.card[chosen.facts["card"]]

    assert other.choice(chosen.facts["choice"]).title in words_on(view)


def test_reading_on_opens_the_whole_text_and_its_sources_in_place(sitting):
    view = view_at(sitting, "dispatches")
    other = next(each.news.card for each in papers(chronicle(sitting)) if each.news.choice)
    source = sitting.view.sources[other.cite[0].source]
    assert plain(other.history) not in words_on(view)

    press(view, f"read {other.id}")

    assert plain(other.history) in words_on(view)
    assert plain(source.title) in words_on(view)
    press(view, f"read {other.id}")
    assert plain(other.history) not in words_on(view)


def test_a_card_waits_even_for_somebody_who_has_been_told_all(sitting, card):
    count_as_told(sitting)

    view = view_at(sitting, "dispatches")

    assert [each for each in meanings(view) if each.startswith(f"choose {card.id}")]


def test_taking_an_answer_back_asks_again(sitting, card):
    view = view_at(sitting, "dispatches")
    press(view, f"choose {card.id} {card.choices[0].id}")

    press(view, "undo")

    assert sitting.match.state.happened[card.id] == ""
    assert [each for each in meanings(view) if each.startswith(f"choose {card.id}")]


def test_an_answer_that_is_not_open_says_why(tmp_path):
    def shut(sitting):
        return sitting.match.state.phase is Phase.CARD and any(each.why_not for each in sitting.view.menu.choices)

    sitting = sitting_at(shut, tmp_path, seat="russia")
    offer = next(each for each in sitting.view.menu.choices if each.why_not)
    view = view_at(sitting, "dispatches")
    spot = next(each for each in view.arrangement.spots if each.meaning.endswith(f" {offer.choice.id}"))

    view.press(spot)

    assert spot.why_not and view.desk.remark == spot.why_not
    assert sitting.match.state.phase is Phase.CARD


def test_turns_that_passed_quietly_are_one_line(sitting):
    count_as_told(sitting)
    passed = [Event(kind, {"turn": turn}) for turn in (6, 7, 8) for kind in ("turn", "quiet")]
    sitting.journal.append(Entry(sitting.journal[-1].action, tuple(passed), 5))

    text = words_on(view_at(sitting, "dispatches"))

    assert text.count("passed quietly") == 1
    assert quiet_line(sitting.view.turns[5:8]) in text


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("clash", {}, "Patrols have clashed."),
        ("refused", {"seat": "russia", "stage": "emperor"}, "Saint Petersburg has refused the text."),
        ("battle", {"winner": "russia"}, "A round of the war goes to the Russian Empire."),
        ("walked_out", {"seat": "russia"}, "The Russian Empire breaks off the talks."),
    ],
)
def test_what_changes_the_game_is_proclaimed_in_large_letters(sitting, kind, facts, said):
    count_as_told(sitting)
    sitting.journal.append(Entry(sitting.journal[-1].action, (Event(kind, facts),), sitting.match.state.turn))

    view = view_at(sitting, "dispatches")

    large = [placed.widget for placed in view.arrangement.placed if placed.widget.spoken() == said]
    assert large and large[0].spans[0].style.size > 30


def test_news_of_one_seat_alone_is_on_nobody_elses_page(tmp_path):
    def happened(sitting):
        return any(sitting.match.scenario.card[card].seen_by == "russia" for card in sitting.match.state.happened)

    sitting = sitting_at(happened, tmp_path, **DECADE)
    sitting.told["qing"] = 0
    cards = sitting.match.scenario.card
    secret = [cards[card] for card in sitting.match.state.happened if cards[card].seen_by == "russia"]
    assert secret

    told = papers(chronicle(sitting))

    assert told and not {paper.news.card.id for paper in told if paper.news} & {card.id for card in secret}


def test_everything_is_told_in_the_order_in_which_it_happened(tmp_path):
    sitting = sitting_at(in_phase(Phase.ORDERS, 12), tmp_path, **DECADE)
    sitting.told["qing"] = 0

    turns = [item.turn for stretch in chronicle(sitting) for item in stretch.items if isinstance(item, Paper)]

    assert len(turns) > 10
    assert turns == sorted(turns)


def test_a_narrow_page_means_the_same(sitting):
    wide, narrow = view_at(sitting, "dispatches"), view_at(sitting, "dispatches", size=NARROW)

    assert set(meanings(narrow)) == set(meanings(wide))

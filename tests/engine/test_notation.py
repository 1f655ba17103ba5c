"""Notation: every action there and back, every malformed line refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import actions as a
from game.engine.errors import NotationError
from game.engine.notation import read, write

RESERVED = {"beyond", "because", "cure", "incident", "chance"}
IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,11}", fullmatch=True).filter(lambda word: word not in RESERVED)
SOME = st.lists(IDS, min_size=1, max_size=4, unique=True).map(tuple)
ANY = st.lists(IDS, max_size=3, unique=True).map(tuple)
PACKAGES = st.dictionaries(IDS, IDS, min_size=1, max_size=5)
REASONS = st.one_of(
    st.builds(a.Reason, st.just(a.ReasonKind.TIMING)),
    st.builds(a.Reason, st.sampled_from(["value", "mandate", "stand"]).map(a.ReasonKind), IDS),
    st.builds(a.Reason, st.just(a.ReasonKind.HOME), IDS, IDS),
)
REFUSALS = st.none() | st.builds(
    a.Refusal, st.lists(REASONS, min_size=1, max_size=4).map(tuple), st.dictionaries(IDS, IDS, max_size=3)
)
ORDERS = st.one_of(
    st.builds(a.Order, IDS),
    st.builds(a.Order, IDS, faction=IDS),
    st.builds(a.Order, IDS, issue=IDS, option=IDS),
)
ACTIONS = st.one_of(
    st.builds(a.Happen, IDS | st.just("")),
    st.builds(a.Report, IDS, IDS),
    st.builds(a.Stir, st.integers(-20, 20), st.booleans()),
    st.builds(a.Sway, IDS, st.integers(-20, 20)),
    st.builds(a.Battle, IDS),
    st.builds(a.Choose, IDS, IDS, IDS),
    st.builds(a.GiveOrders, IDS, st.lists(ORDERS, max_size=3).map(tuple)),
    st.builds(a.Propose, IDS, PACKAGES, ANY, REFUSALS),
    st.builds(a.Accept, IDS, ANY),
    st.builds(a.Hold, IDS, REFUSALS),
    st.builds(a.Initial, IDS, SOME),
    st.builds(a.Bracket, IDS, SOME),
    st.builds(a.Reopen, IDS, IDS),
    st.builds(a.WalkOut, IDS),
    st.builds(a.Armistice, IDS, st.booleans()),
)
VOCABULARY = (
    "qing chance propose accept hold initial bracket reopen choose orders armistice yes stir sway news report "
    "a=b a beyond because cure value:a timing +1 ; - = : , #"
)


@given(ACTIONS)
def test_an_action_written_and_read_is_the_same_action(action):
    line = write(action)

    assert read(line) == action
    assert "\n" not in line


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("chance quiet", a.Happen()),
        ("chance stir +2 incident", a.Stir(2, True)),
        ("  qing   hold  ", a.Hold("qing")),
        ("qing initial core, amnesty", a.Initial("qing", ("core", "amnesty"))),
        ("russia orders -", a.GiveOrders("russia")),
        ("russia orders", a.GiveOrders("russia")),
        ("qing orders mobilise;lobby coast", a.GiveOrders("qing", (a.Order("mobilise"), a.Order("lobby", "coast")))),
        (
            "russia propose tekes=pass beyond tekes because value:tekes home:land:merchants timing cure strip=token",
            a.Propose(
                "russia",
                {"tekes": "pass"},
                ("tekes",),
                a.Refusal(
                    (
                        a.Reason(a.ReasonKind.VALUE, "tekes"),
                        a.Reason(a.ReasonKind.HOME, "land", "merchants"),
                        a.Reason(a.ReasonKind.TIMING),
                    ),
                    {"strip": "token"},
                ),
            ),
        ),
    ],
)
def test_a_line_is_read_as_the_rules_of_notation_say(line, action):
    assert read(line) == action


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "needs a seat and a verb"),
        ("qing", "needs a seat and a verb"),
        ("qing propos a=b", "did you mean 'propose'?"),
        ("chance accept", "'accept' is no verb"),
        ("qing sway vote +1", "'sway' is no verb"),
        ("qing propose tekes", "'tekes' is no clause"),
        ("qing propose tekes=", "'tekes=' is no clause"),
        ("qing propose tekes=a tekes=b", "'tekes' is settled twice, as 'a' and as 'b'"),
        ("qing propose tekes=a because valu:tekes", "did you mean 'value'?"),
        ("qing propose tekes=a because value:tekes cure strip", "'strip' is no clause"),
        ("qing hold because value:a:b:c", "names too much"),
        ("qing hold because", ""),
        ("qing hold junk", ""),
        ("qing hold cure a=b", ""),
        ("qing accept tekes=a", "takes the offer as it stands"),
        ("qing accept because value", ""),
        ("qing choose card", "is not complete: write it like 'qing choose CARD CHOICE'"),
        ("qing choose card one two", ""),
        ("qing reopen", "is not complete"),
        ("qing reopen wood spring", ""),
        ("qing walk-out slowly", ""),
        ("qing orders lobby a b", "names too much"),
        ("qing orders lobby;", "is not complete"),
        ("qing orders stand a=b=c", "is not complete"),
        ("qing orders wood=hill", "is a clause"),
        ("qing armistice perhaps", "'yes' or 'no'"),
        ("chance stir", "is not complete"),
        ("chance stir much", "is not complete"),
        ("chance stir +2 incidemt", ""),
        ("chance sway vote", "is not complete"),
        ("chance report qing", "is not complete"),
        ("chance battle", "is not complete"),
        ("chance news", "is not complete"),
        ("chance news one two", ""),
        ("chance quiet night", ""),
    ],
)
def test_a_line_that_is_no_action_is_refused_with_a_sentence(line, sentence):
    with pytest.raises(NotationError) as caught:
        read(line)

    assert sentence in str(caught.value)
    assert len(str(caught.value)) > 10


@given(st.text(max_size=60) | st.lists(st.sampled_from(VOCABULARY.split()), max_size=9).map(" ".join))
def test_any_text_is_an_action_that_can_be_written_again_or_is_refused(line):
    action = action_of(line)

    assert action is None or read(write(action)) == action


@given(ACTIONS, st.integers(0, 10))
def test_a_line_with_a_word_too_many_is_never_read_as_the_same_action(action, place):
    words = write(action).split()
    words.insert(max(2, place % (len(words) + 1)), "zzz")

    assert action_of(" ".join(words)) != action


def action_of(line: str) -> a.Action | None:
    try:
        return read(line)
    except NotationError:
        return None

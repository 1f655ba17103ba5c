"""The terms of a treaty, wherever they are written."""

import json

import pytest

from game.content import load
from game.engine.errors import GameError
from game.session.save import save_match
from game.session.terms import completed, read_terms

VILLAGES = load("two-villages")
OLD_BARGAIN = {"spring": "shared", "wood": "hill"}
"""As history.yaml has it."""


def written(tmp_path, text: str) -> str:
    path = tmp_path / "terms.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_treaty_of_history_is_found_by_its_name():
    assert read_terms(VILLAGES, "old-bargain").package == OLD_BARGAIN


@pytest.mark.parametrize(
    "text",
    ["spring=shared wood=hill", "# by day and night\nspring=shared  # half\n\nwood=hill\n", json.dumps(OLD_BARGAIN)],
)
def test_a_file_holds_clauses_or_json(tmp_path, text):
    terms = read_terms(VILLAGES, written(tmp_path, text))

    assert terms.package == OLD_BARGAIN
    assert terms.left_out == ()


def test_a_recorded_game_stands_for_the_last_text_signed_in_it(match, path):
    for _ in match.advance():
        pass
    save_match(match, path)

    assert read_terms(VILLAGES, str(path)).package == match.state.outcome.treaty


def test_a_game_without_a_signature_has_no_terms(match, path):
    match.actions = match.actions[:3]
    save_match(match, path)

    with pytest.raises(GameError, match="no text was signed"):
        read_terms(VILLAGES, str(path))


def test_what_is_not_said_stays_as_it_is():
    terms = completed(VILLAGES, {"wood": "hill"})

    assert terms.package == {"spring": VILLAGES.issue["spring"].status_quo, "wood": "hill"}
    assert terms.left_out == ("spring",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sprin=shared", r"no issue 'sprin' \(did you mean 'spring'\?\)"),
        ("spring=shred", r"spring has no option 'shred' \(did you mean 'shared'\?\)"),
        ("spring shared", r"terms\.txt: 'spring' is no clause"),
        ("wood=hill wood=dale", r"terms\.txt: 'wood' is settled twice"),
        ('{"wood": "hill"', r"terms\.txt:1:16: this is no JSON"),
        ('{"wood": 3}', r"terms\.txt: each issue must name one option"),
    ],
)
def test_a_mistake_is_named_with_the_nearest_right_word(tmp_path, text, sentence):
    with pytest.raises(GameError, match=sentence):
        read_terms(VILLAGES, written(tmp_path, text))


def test_a_name_that_is_neither_treaty_nor_file_is_named_with_the_nearest_treaty():
    with pytest.raises(GameError, match=r"'old-bargian' \(did you mean 'old-bargain'\?\), and no file either"):
        read_terms(VILLAGES, "old-bargian")

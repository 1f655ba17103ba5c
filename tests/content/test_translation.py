"""Translations: what is to be translated, how a catalogue stays in step, and what a player then reads."""

import io
import re

import polib
import pytest

from game.authoring.translating import extract, status
from game.content import ScenarioError, load
from game.content.folder import read_folder
from game.content.translation import phrases
from game.engine.errors import GameError
from game.session.match import new_match

ISSUES = "issues.yaml"


def filled(folder, language: str = "de", **texts: str) -> None:
    """The catalogue of *language* with some contexts translated; a double underscore stands for a point."""
    extract(str(folder), language, io.StringIO())
    path = folder / "i18n" / f"{language}.po"
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgctxt.replace(".", "__"), entry.msgstr)
    catalogue.save(str(path))


def counted(folder) -> tuple[int, ...]:
    """Translated, missing, stale and no longer used."""
    out = io.StringIO()
    status(str(folder), out)
    return tuple(map(int, re.findall(r" (\d+) ", out.getvalue())))


def test_every_text_has_one_context_and_the_place_where_it_stands(village):
    found = list(phrases(read_folder(village.write())))

    assert len({each.context for each in found}) == len(found) > 100
    spring = next(each for each in found if each.context == "issues.spring.options.shared.title")
    line = village.texts[ISSUES].splitlines()[spring.place.line - 1]
    assert line.strip() == "title: Day and night" and spring.text == "Day and night"
    assert not any("INVENTED" in each.text or each.context.endswith((".id", ".first")) for each in found)


def test_a_translated_scenario_plays_the_same_and_reads_otherwise(village):
    folder = village.write()
    told = {"cards__drought__text": "Der Brunnen ist leer."}
    filled(folder, issues__spring__title="Die Quelle", seats__hill__title="Berg", **told)

    german = load(folder, "de")

    assert (german.issue["spring"].title, german.seat["hill"].title) == ("Die Quelle", "Berg")
    assert german.card["drought"].text == "Der Brunnen ist leer."
    assert german.issue["wood"].title == "The wood"  # not translated yet
    assert german.digest == load(folder).digest
    assert new_match(german).state.meters == new_match(load(folder)).state.meters


def test_a_catalogue_keeps_what_is_translated_and_marks_what_has_changed(village):
    filled(village.write(), issues__spring__title="Die Quelle", issues__wood__title="Der Wald")
    missing = counted(village.folder)[1]
    changed = village.edit(ISSUES, "title: The spring", "title: The well").write()
    extract(str(changed), "de", io.StringIO())

    assert counted(changed) == (1, missing, 1, 0)
    entry = polib.pofile(str(changed / "i18n" / "de.po")).find("issues.spring.title", by="msgctxt")
    assert (entry.msgid, entry.msgstr, entry.previous_msgid) == ("The well", "Die Quelle", "The spring")
    assert load(changed, "de").issue["spring"].title == "The well"  # not shown before somebody has looked it over


def test_what_is_no_longer_there_is_kept_aside_and_counted(village):
    filled(village.write(), cards__fair__title="Der Markt")
    without = village.edit("events/months.yaml", "id: fair", "id: market").write()

    extract(str(without), "de", io.StringIO())

    assert counted(without)[3] == 1
    assert '#~ msgstr "Der Markt"' in (without / "i18n" / "de.po").read_text(encoding="utf-8")


def test_writing_a_catalogue_twice_changes_nothing(village):
    folder = village.write()
    filled(folder, issues__spring__title="Die Quelle")
    extract(str(folder), "de", io.StringIO())  # as it wraps lines itself
    before = (folder / "i18n" / "de.po").read_bytes()

    extract(str(folder), "de", io.StringIO())

    assert (folder / "i18n" / "de.po").read_bytes() == before


def test_a_language_that_is_not_there_is_told_with_those_that_are(village):
    folder = village.write()
    filled(folder, "fr")

    with pytest.raises(ScenarioError, match="not translated into 'de'; there are: fr"):
        load(folder, "de")
    with pytest.raises(GameError, match=r"'\.\./x' is no language"):
        extract(str(folder), "../x", io.StringIO())


def test_a_broken_catalogue_is_told_in_a_sentence(village):
    folder = village.write()
    (folder / "i18n").mkdir()
    (folder / "i18n" / "de.po").write_text("nothing of the kind\n", encoding="utf-8")

    with pytest.raises(ScenarioError, match="this is no catalogue of translations"):
        load(folder, "de")
    with pytest.raises(GameError, match="is no catalogue of translations"):
        status(str(folder), io.StringIO())

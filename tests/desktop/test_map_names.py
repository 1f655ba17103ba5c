"""Names on the map: none covers another, and each is in the language that was chosen."""

from itertools import combinations

import pytest

from game.desktop.lettering import Lettering
from game.desktop.map.atlas import maps_of
from game.desktop.map.names import Scribe
from game.desktop.map.tints import tints_of
from game.desktop.theme import PALETTES


@pytest.fixture(scope="module")
def maps():
    return maps_of("ili-1871")


@pytest.mark.parametrize("language", ["en", "zh", "ru"])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0, 4.0])
def test_no_name_covers_another_and_every_one_has_its_letters(maps, language, scale):
    page, lettering = maps.pages[0], Lettering(1.0)
    scribe = Scribe(page, scale, lettering, tints_of(PALETTES["paper"]), language)

    labels = scribe.labels(maps.atlas.places, 1880)
    names = {
        label.what: label
        for label in labels
        if label.what and label.rect.center != _sign(labels, label.what).rect.center
    }

    assert len(names) > 5
    for one, other in combinations(names.values(), 2):
        assert not one.rect.colliderect(other.rect)


def _sign(labels, number):
    return next(label for label in labels if label.what == number)


def test_names_are_written_in_the_language_that_was_chosen_and_in_english_where_it_has_none(maps):
    scribe = Scribe(maps.pages[0], 1.0, Lettering(1.0), tints_of(PALETTES["paper"]), "zh")

    assert scribe.named(maps.atlas.place(1).names) == "寧遠"
    assert scribe.named(maps.atlas.place(21).names) == "Khan Tengri"

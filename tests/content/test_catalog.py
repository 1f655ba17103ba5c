"""Where scenarios are found."""

import shutil

import pytest

from game.content import ScenarioError
from game.content.catalog import find, names, shelves


def test_the_shipped_scenarios_are_found_by_name():
    assert "two-villages" in names()
    assert (find("two-villages") / "scenario.yaml").is_file()


def test_the_first_shelf_goes_before_the_others(tmp_path):
    for shelf in ("one", "two"):
        (tmp_path / shelf / "lake").mkdir(parents=True)
        (tmp_path / shelf / "lake" / "scenario.yaml").touch()
    (tmp_path / "two" / "not-one").mkdir()
    (tmp_path / "two" / "hill" / "scenario.yaml").mkdir(parents=True)
    on = (tmp_path / "one", tmp_path / "two", tmp_path / "none")

    assert "lake" in names(on)
    assert "not-one" not in names(on)
    assert find("lake", on) == tmp_path / "one" / "lake"


def test_the_checkout_goes_before_the_installation_and_the_users_own():
    assert [path.parts[-2:] for path in shelves()][1] == ("_data", "scenarios")
    assert len(shelves()) == 3


def test_a_path_is_found_by_its_folder_or_its_first_file(tmp_path):
    (tmp_path / "scenario.yaml").touch()

    assert find(tmp_path, ()) == tmp_path
    assert find(str(tmp_path), ()) == tmp_path
    assert find(tmp_path / "scenario.yaml", ()) == tmp_path


def test_a_name_nobody_has_is_refused_with_the_nearest_one():
    with pytest.raises(ScenarioError) as caught:
        find("two-vilages")

    assert str(caught.value) == (
        "two-vilages: error unknown-scenario: no scenario is called 'two-vilages', and no folder either"
        " (did you mean 'two-villages'?)"
    )


def test_a_package_offers_scenarios_by_an_entry_point_and_is_not_run(tmp_path, monkeypatch):
    shutil.copytree(find("two-villages"), tmp_path / "plenipo_more" / "third-village")
    (tmp_path / "plenipo_more" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    metadata = tmp_path / "plenipo_more-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: plenipo-more\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[plenipo.scenarios]\nmore = plenipo_more\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert find("third-village") == tmp_path / "plenipo_more" / "third-village"

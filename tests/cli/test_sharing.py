"""The commands `pack` and `install` as an author and a stranger call them."""

import pytest

from game.content import catalog


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "own_shelf", lambda: tmp_path / "shelf")
    return tmp_path / "shelf"


def test_a_new_scenario_is_packed_installed_and_known_by_name(plenipo, tmp_path):
    plenipo(f"new harbour --into {tmp_path}")
    packed = plenipo(f"pack {tmp_path}/harbour --out {tmp_path}/harbour.plenipo")
    installed = plenipo(f"install {tmp_path.as_uri()}/harbour.plenipo")

    assert (packed.code, installed.code) == (0, 0)
    assert "plenipo play harbour" in installed.out
    assert "harbour: The Harbour Question" in plenipo("scenarios").out


def test_nothing_is_fetched_from_elsewhere(plenipo):
    said = plenipo("install https://example.org/a.plenipo")

    assert said.code == 2
    assert "is not on this machine: download it first" in said.err


def test_a_file_that_is_no_parcel_is_told_in_a_sentence(plenipo, tmp_path):
    (tmp_path / "a.plenipo").write_text("no", encoding="utf-8")

    said = plenipo(f"install {tmp_path}/a.plenipo")

    assert said.code == 1
    assert "it is no scenario's parcel, or is damaged" in said.err

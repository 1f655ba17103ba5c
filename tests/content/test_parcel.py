"""Scenarios as one file: the same bytes every time, and a stranger's that can do no harm."""

import stat
import zipfile
from pathlib import Path

import pytest

from game.content import ScenarioError, load, parcel
from game.content.parcel import install, pack
from tests.content.conftest import VILLAGES


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    return pack(VILLAGES, tmp_path / "villages.plenipo")


def spoilt(packed: Path, name: str, text: str = "x", mode: int = 0) -> Path:
    """The parcel with one more file of that name."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return packed


def refused(packed: Path, said: str) -> None:
    shelf = packed.parent / "shelf"
    with pytest.raises(ScenarioError, match=said):
        install(packed, shelf)
    assert list(shelf.iterdir()) == []


def test_packing_twice_gives_the_same_bytes_and_unpacking_the_same_scenario(packed, tmp_path):
    again = pack(VILLAGES, tmp_path / "again.plenipo")
    folder = install(packed, tmp_path / "shelf")

    assert again.read_bytes() == packed.read_bytes()
    assert folder == tmp_path / "shelf" / "two-villages"
    assert load(folder).digest == load(VILLAGES).digest


@pytest.mark.parametrize(
    "name",
    [
        *("../out.yaml", "events/../../out.yaml", "/etc/out.yaml", "C:/out.yaml", "..\\out.yaml", "\\\\host\\out.yaml"),
        *("run.py", "run.sh", ".hidden.yaml", "a/b/c/d.yaml", "nul.yaml", "events/", "events/.yaml"),
        *("a" * 200 + ".yaml", "scenario.yaml:stream.txt"),
    ],
)
def test_a_name_that_could_leave_the_folder_or_be_run_is_refused(packed, name):
    refused(spoilt(packed, name), "may not hold a file called")


def test_a_link_is_refused(packed):
    refused(spoilt(packed, "events/link.yaml", "/etc/passwd", stat.S_IFLNK | 0o777), "is a link")


def test_a_bomb_is_refused_before_it_is_unpacked(packed):
    refused(spoilt(packed, "events/bomb.yaml", "a" * (parcel.MAX_FILE + 1)), "too large")


def test_too_many_files_are_refused(packed, monkeypatch):
    monkeypatch.setattr(parcel, "MAX_FILES", 3)

    refused(packed, "more than 3 files")


def test_a_name_that_differs_only_in_case_is_refused(packed):
    refused(spoilt(packed, "Issues.yaml"), "twice")


def test_what_is_no_parcel_or_cut_off_is_refused(packed):
    packed.write_bytes(packed.read_bytes()[:-30])

    refused(packed, "damaged")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x, x]\nb: [*a, *a]\n", "alias"),
        ("a: " + "[" * 5000 + "]" * 5000, "too-deep"),
        ("a: !!python/object:os.system x\n", "tag"),
        ("cards: [{id: a, title: b, text: c, weight: " + "9" * 5000 + "}]\n", "wrong-type"),
    ],
)
def test_yaml_that_would_exhaust_or_run_something_is_refused(packed, text, code):
    refused(spoilt(packed, "events/bad.yaml", text), code)


def test_a_scenario_that_is_installed_already_is_kept(packed, tmp_path):
    folder = install(packed, tmp_path / "shelf")

    with pytest.raises(ScenarioError, match="installed already"):
        install(packed, tmp_path / "shelf")

    assert load(folder).id == "two-villages"


def test_a_file_that_is_also_a_folder_is_refused(packed):
    refused(spoilt(packed, "issues.yaml/more.yaml"), "damaged")


def test_a_parcel_larger_than_all_it_may_hold_is_not_opened(packed, monkeypatch):
    monkeypatch.setattr(parcel, "MAX_WHOLE", 1000)

    refused(packed, "too large")

"""Every screen at three sizes, drawn and proofread: nothing cut off, nothing squeezed, nothing written over."""

from pathlib import Path

import pytest

from game.desktop.proof import faults
from game.desktop.shot import put_picture
from tests.desktop.posed import POSES, name_of, view_in

PICTURES = Path(__file__).parent / "pictures"
SIZES = {"1280x800": ((1280, 800), 100), "1920x1080": ((1920, 1080), 100), "960x540": ((1920, 1080), 200)}
"""The last is a large screen at the size of 200 %, where a page stands in one column."""


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pose", POSES, ids=name_of)
def test_no_text_is_cut_off_or_written_over(pose, size, pytestconfig):
    view = view_in(pose, *SIZES[size])
    if pytestconfig.getoption("--pictures"):
        put_picture(view, PICTURES / f"{name_of(pose)}-{size}.png")

    assert faults(view.arrangement, view.size, view.lettering) == []

"""No text makes the loader crash: whatever stands in a file, the answer is a scenario or problems with places."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import Problem, examine
from game.content.atlas_check import examine_maps
from tests.content.conftest import VILLAGES

TEXTS = {path.relative_to(VILLAGES).as_posix(): path.read_bytes() for path in sorted(VILLAGES.rglob("*.yaml"))}
BITS = (
    b"",
    b"[",
    b"{",
    b"'",
    b'"',
    b"- ",
    b": ",
    b"&a ",
    b"*a",
    b"!!x ",
    b"\x00",
    b"\xff",
    b"9" * 400,
    b"-1",
    b"? ",
    b"|\n",
)


@st.composite
def spoilt_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the two villages' files with stretches cut out and something else put in."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name]
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 40)))
        text = text[:begin] + draw(st.sampled_from(BITS) | st.binary(max_size=8)) + text[end:]
    return name, text


@settings(max_examples=25)
@given(spoilt_files())
def test_a_spoilt_file_gives_a_scenario_or_problems_but_never_an_exception(tmp_path_factory, spoilt):
    folder: Path = tmp_path_factory.mktemp("spoilt")
    for name, text in (TEXTS | dict([spoilt])).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)

    scenario, problems = examine(folder)

    assert scenario is not None or problems
    assert all(isinstance(each, Problem) and each.code for each in problems)


@pytest.mark.parametrize("name", ["issues.yaml", "map/region.geojson"])
def test_a_file_larger_than_the_memory_is_refused_before_it_is_read(village, name):
    folder = village.file(name, "").write()
    with (folder / name).open("r+b") as hole:
        hole.truncate(1 << 33)  # eight gigabytes of nothing: sparse, it takes no room on the disk

    scenario, problems = examine(folder)
    found = (*problems, *(examine_maps(folder, scenario) if scenario else ()))

    assert ("file-too-large", name) in {(each.code, village.spot(each)[0]) for each in found}

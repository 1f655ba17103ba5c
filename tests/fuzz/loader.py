"""Feeds the loader what libFuzzer thinks of, guided by which lines of ours it reaches: `python -m tests.fuzz.loader`.

    python -m tests.fuzz.loader --corpus FOLDER [-max_total_time=SECONDS]

An input is one file of the two villages: its first byte says which, the rest is what stands in it. A crash, more than
5 seconds or more than 500 MB end the run, with the input kept in the folder. Needs the group `fuzz`.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game.content", "game.engine", "yaml"]):
    import game.content.checks
    import game.content.folder  # noqa: F401 - else the loader imports them when it is called, unseen
    from game.authoring.allowing import allow
    from game.content import Problem, examine
    from game.content.atlas_check import examine_maps

VILLAGES = Path(__file__).resolve().parents[2] / "scenarios" / "two-villages"
KINDS = (".yaml", ".geojson")
NAMES = sorted(
    path.relative_to(VILLAGES).as_posix() for path in VILLAGES.rglob("*") if path.suffix in KINDS and path.is_file()
)
LIMITS = ("-timeout=5", "-rss_limit_mb=500", "-max_len=20000", "-len_control=0", "-print_final_stats=1")


def main(arguments: list[str]) -> None:
    corpus = Path(arguments[arguments.index("--corpus") + 1])
    corpus.mkdir(parents=True, exist_ok=True)
    for place, name in enumerate(NAMES):
        (corpus / f"seed-{place}").write_bytes(bytes([place]) + (VILLAGES / name).read_bytes())
    options = [each for each in arguments if each.startswith("-") and not each.startswith("--")]
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            _put(Path(folder), name, (VILLAGES / name).read_bytes())
        atheris.Setup([sys.argv[0], *LIMITS, *options, str(corpus)], lambda found: feed(Path(folder), found))
        atheris.Fuzz()


def feed(folder: Path, found: bytes) -> None:
    """Load the two villages with one file replaced; whatever stands in it, only problems may come of it."""
    name = NAMES[found[0] % len(NAMES)] if found else NAMES[0]
    _put(folder, name, found[1:])
    try:
        scenario, problems = examine(folder)
        told = allow(folder, (*problems, *(examine_maps(folder, scenario) if scenario else ())))
        assert scenario is not None or told
        assert all(isinstance(each, Problem) and each.code for each in told)
    finally:
        _put(folder, name, (VILLAGES / name).read_bytes())


def _put(folder: Path, name: str, text: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text)


if __name__ == "__main__":
    main(sys.argv[1:])

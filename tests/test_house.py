"""The way from a checkout to a running game: the locks, and `run.py` itself."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """The version that requirements/*name*.txt gives each package."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~ ]", line)[0].lower() for line in requirements}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with our run.py and our locks, and a game that prints its arguments and ends with 7."""
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "__init__.py").touch()
    (tmp_path / "game" / "__main__.py").write_text("import sys\nprint(sys.argv[1:])\nsys.exit(7)\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run_py(checkout: Path) -> ModuleType:
    """The run.py of the small checkout, imported."""
    spec = spec_from_file_location("run_py", checkout / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "run.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=checkout.parent)


def test_each_lock_holds_all_that_the_project_declares():
    groups = PROJECT["dependency-groups"]
    play = names(PROJECT["project"]["dependencies"])
    dev = names([*groups["test"], *(line for line in groups["dev"] if isinstance(line, str))])

    assert play <= locked("play").keys()
    assert play | dev <= locked("dev").keys()


def test_the_lock_for_working_on_the_game_holds_the_lock_for_playing():
    assert locked("play").items() <= locked("dev").items()


@pytest.mark.parametrize("name", ["play", "dev"])
def test_a_lock_has_a_hash_for_every_package_and_names_no_host(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\w)", text.strip())

    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in text


def test_a_wheel_carries_the_assets_to_where_they_are_looked_for_but_not_the_reliefs():
    carried = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    pictures = {f"assets/map/{path.name}" for path in (ROOT / "assets" / "map").glob("*.jpg")}

    assert {source for source in carried if not (ROOT / source).exists()} == set()
    assert {source for source, target in carried.items() if target != f"game/_data/{source}"} == set()
    assert {source for source in carried if source.startswith("assets/map")} == pictures | {
        "assets/map/projection.json"
    }
    assert {"assets/art", "assets/fonts", "assets/sound"} <= carried.keys()


def test_run_py_stays_one_short_file():
    assert len((ROOT / "run.py").read_text(encoding="utf-8").splitlines()) <= 200


def test_an_old_python_is_told_which_one_is_wanted(run_py, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9\."):
        run_py.main([])


def test_a_machine_with_neither_pip_nor_uv_is_told_so(run_py, monkeypatch):
    monkeypatch.setattr(run_py, "installers", lambda python: iter(()))

    with pytest.raises(SystemExit, match="needs pip or uv, and this Python has neither"):
        run_py.fill("python", "play")


def test_when_every_installer_fails_each_ones_last_word_is_passed_on(run_py, monkeypatch):
    def failing(word: str) -> list[str]:
        return [sys.executable, "-c", f"import sys; print({word!r}); sys.exit(1)"]

    monkeypatch.setattr(run_py, "installers", lambda python: iter([("uv", failing("no")), ("pip", failing("never"))]))

    with pytest.raises(SystemExit, match=r"uv said: no; pip said: never"):
        run_py.fill("python", "play")


def test_an_environment_is_filled_again_when_its_lock_changes(run_py, checkout):
    run_py.ENVIRONMENT.mkdir()
    run_py.STAMP.write_text(run_py.stamp_of("play"), encoding="ascii")
    before = run_py.is_filled("play")

    with (checkout / "requirements" / "play.txt").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")

    assert before
    assert not run_py.is_filled("play")


def test_an_environment_for_working_on_the_game_is_good_for_playing_but_not_the_reverse(run_py):
    run_py.ENVIRONMENT.mkdir()
    run_py.STAMP.write_text(run_py.stamp_of("dev"), encoding="ascii")
    playing_in_dev = run_py.is_filled("play")
    run_py.STAMP.write_text(run_py.stamp_of("play"), encoding="ascii")

    assert playing_in_dev
    assert not run_py.is_filled("dev")


@pytest.mark.slow
def test_a_bare_checkout_plays_and_passes_arguments_and_exit_code_on(checkout):
    first = start(checkout, "compare", "two words")
    second = start(checkout)

    assert (first.returncode, first.stdout) == (7, "['compare', 'two words']\n")
    assert "Preparing .venv" in first.stderr
    assert (second.returncode, second.stdout, second.stderr) == (7, "['play']\n", "")


@pytest.mark.slow
def test_a_bare_checkout_runs_its_tests_wherever_it_is_started_from(checkout):
    (checkout / "test_one.py").write_text("def test_one():\n    import game, hypothesis\n", encoding="utf-8")

    ended = start(checkout, "test", "test_one.py")

    assert ended.returncode == 0
    assert "1 passed" in ended.stdout.splitlines()[-1]

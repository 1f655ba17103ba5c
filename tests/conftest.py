"""What holds for every test."""

import pytest
from hypothesis import settings

# No test asserts a time, and a busy machine would make this one.
settings.register_profile("house", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-meanings", action="store_true", help="write tests/desktop/meanings/ anew")
    parser.addoption("--pictures", action="store_true", help="keep pictures of the screens in tests/desktop/pictures/")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Share the run among the cores, where xdist is installed and the caller has not said `-n`, `--pdb` or the like."""
    if not config.pluginmanager.hasplugin("xdist") or hasattr(config, "workerinput"):
        return
    wants_terminal = config.option.usepdb or config.option.capture == "no" or config.option.collectonly
    if config.option.numprocesses is None and not config.option.tx and not wants_terminal:
        config.option.numprocesses = "auto"

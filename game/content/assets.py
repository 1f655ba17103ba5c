"""Where the pictures, fonts and sounds lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets_folder() -> Path:
    """The folder of the assets: beside the package in a checkout, inside it where it was installed."""
    checkout = _PACKAGE.parent / "assets"
    return checkout if checkout.is_dir() else _PACKAGE / "_data" / "assets"

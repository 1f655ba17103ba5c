"""Where the pictures, fonts and sounds lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets_folder(package: Path = _PACKAGE) -> Path:
    """The folder of the assets: beside the package in a checkout, inside it where it was installed.

    A folder called assets beside an installation may be another package's, so the checkout's is known by our map.
    """
    checkout = package.parent / "assets"
    return checkout if (checkout / "map" / "projection.json").is_file() else package / "_data" / "assets"

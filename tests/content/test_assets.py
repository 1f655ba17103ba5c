"""Where fonts and map pictures are found."""

from game.content.assets import assets_folder


def test_the_checkouts_own_fonts_and_pictures_are_found():
    folder = assets_folder()

    assert (folder / "fonts" / "PlenipoSerif-Regular.ttf").is_file()
    assert (folder / "map" / "ili-base.jpg").is_file()


def test_the_checkout_goes_before_the_installation(tmp_path):
    for folder in (tmp_path / "assets", tmp_path / "game" / "_data" / "assets"):
        (folder / "map").mkdir(parents=True)
        (folder / "map" / "projection.json").touch()

    assert assets_folder(tmp_path / "game") == tmp_path / "assets"


def test_beside_an_installation_another_packages_assets_are_not_taken_for_ours(tmp_path):
    (tmp_path / "assets" / "map").mkdir(parents=True)

    assert assets_folder(tmp_path / "game") == tmp_path / "game" / "_data" / "assets"

"""Where fonts and map pictures are found."""

import pytest

from game.content.assets import NEEDED, assets_folder, is_whole, unsound


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


@pytest.mark.parametrize("kind", NEEDED)
def test_every_file_that_is_needed_is_there_and_whole(kind):
    assert list(unsound(kind)) == []


@pytest.mark.parametrize(("kind", "ending"), [("fonts", ".ttf"), ("pictures", ""), ("sounds", ".ogg")])
def test_every_file_that_is_there_is_known(kind, ending):
    folder, names = NEEDED[kind]

    there = {path.name for path in (assets_folder() / folder).iterdir() if path.is_file()}

    assert {name for name in there if name.endswith(ending)} == set(names.split())


@pytest.mark.parametrize("kind", NEEDED)
def test_files_that_are_missing_or_cut_short_are_found(kind, tmp_path):
    folder, names = NEEDED[kind]
    first, *others = names.split()
    (tmp_path / folder).mkdir()
    for name in others:
        found = (assets_folder() / folder / name).read_bytes()
        (tmp_path / folder / name).write_bytes(found[: len(found) // 2])

    wrong = dict(unsound(kind, tmp_path))

    assert wrong == {first: "missing", **dict.fromkeys(others, "damaged")}


def test_a_picture_without_a_name_is_no_picture_and_no_fault():
    assert not is_whole(assets_folder() / "art" / "")

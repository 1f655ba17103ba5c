"""`plenipo shot`: a picture of any screen, or one sentence that says why there is none."""

import pygame
import pytest

from game.content import find

LINE = find("ili-1871") / "lines" / "st-petersburg-1881.txt"


@pytest.mark.parametrize("screen", ["verdict", "record", "table"])
def test_a_screen_of_a_recorded_game_becomes_a_picture_of_the_size_asked_for(plenipo, tmp_path, screen):
    out = tmp_path / "shots" / f"{screen}.png"

    said = plenipo(f"shot {screen} --record {LINE} --size 960x540 --seat russia --out {out}")

    assert (said.code, said.out, said.err) == (0, "", "")
    assert pygame.image.load(out).get_size() == (960, 540)


def test_without_a_record_a_game_is_played_by_itself_the_same_way_each_time(plenipo, tmp_path):
    one, two = tmp_path / "one.png", tmp_path / "two.png"

    plenipo(f"shot table --size 640x480 --out {one}")
    plenipo(f"shot table --size 640x480 --out {two}")

    assert one.read_bytes() == two.read_bytes()


def test_a_palette_and_a_scale_change_the_picture(plenipo, tmp_path):
    plain, dark, large = (tmp_path / f"{name}.png" for name in ("plain", "dark", "large"))

    for out, words in ((plain, ""), (dark, "--palette dusk"), (large, "--scale 150")):
        plenipo(f"shot setup --size 800x600 --out {out} {words}")

    assert len({each.read_bytes() for each in (plain, dark, large)}) == 3


def test_what_a_record_has_lost_is_told_beside_the_picture(plenipo, tmp_path):
    cut = tmp_path / "cut.txt"
    cut.write_text(LINE.read_text(encoding="utf-8") + "qing prop", encoding="utf-8")

    said = plenipo(f"shot record --record {cut} --size 640x480 --out {tmp_path / 'cut.png'}")

    assert said.code == 0
    assert said.err.startswith("Of this record: line ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("tabel", "no screen is called 'tabel' (did you mean 'table'?)"),
        ("table --size 12", "'12' is no size in pixels: write it like 1280x800"),
        ("table --size 12x9", "a picture's sides are 320 to 7680 pixels, not 12x9"),
        ("table --scale 900", "the scale is 900; it can be 75 to 250 per cent"),
        ("table --palette papr", "no palette is called 'papr' (did you mean 'paper'?)"),
        ("table --names fr", "no language of names is called 'fr'"),
        ("table --record nowhere.txt", "nowhere.txt: No such file or directory"),
        (f"table --record {LINE} --seat qin", "no seat is called 'qin' (did you mean 'qing'?)"),
        (f"verdict --record {LINE} --topic livadia", "no treaty is called 'livadia'"),
        ("table --outt x.png", "'plenipo shot' does not take '--outt' (did you mean '--out'?)"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(plenipo, tmp_path, words, sentence):
    said = plenipo(f"shot {words} --out {tmp_path / 'x.png'}")

    assert said.code == 2
    assert said.err.startswith(f"plenipo: {sentence}")
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "x.png").exists()


def test_a_picture_without_a_place_is_asked_for_it(plenipo):
    said = plenipo("shot table")

    assert said.code == 2
    assert said.err.startswith("plenipo: the following arguments are required: --out")


def test_a_game_that_never_comes_to_such_a_moment_is_named(plenipo, tmp_path):
    young = tmp_path / "young.txt"
    young.write_text("plenipotentiary record 1\nscenario ili-1871\nstart 1880\nlength crisis\n---\n", encoding="utf-8")

    said = plenipo(f"shot table --record {young} --out {tmp_path / 'x.png'}")

    assert said.code == 2
    assert said.err.startswith("plenipo: this game has no moment for the screen 'table' and the seat 'qing'")

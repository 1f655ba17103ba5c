"""The command `new` as an author calls it."""


def test_new_asks_nothing_without_a_terminal_and_what_it_writes_checks_clean(plenipo, tmp_path):
    said = plenipo(f"new harbour --into {tmp_path} --first Genoa --begins 1400-01")
    checked = plenipo(f"check {tmp_path}/harbour")

    assert said.code == 0
    assert f"plenipo check {tmp_path}/harbour" in said.out
    assert (tmp_path / "harbour" / "seats" / "genoa.yaml").is_file()
    assert checked.code == 0
    assert checked.out.startswith("all good: 6 files")

"""Games on disk: nothing is lost, whatever has happened to a file."""

import errno
import os
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from game.content import load
from game.engine.errors import GameError, RecordError
from game.engine.record import state_digest, write_record
from game.players import FIRM, STATESMAN
from game.session.folders import last_game, own_folder, saves_folder
from game.session.match import new_match
from game.session.save import EARLIER_KEPT, Autosave, autosave_in, load_match, save_match, save_path, saved_games


def rest_of(match):
    """The actions that *match* goes on with, to its end."""
    return [action for action, _ in match.advance()]


def test_a_saved_game_goes_on_as_if_it_had_never_been_saved(match, path):
    save_match(match, path)

    loaded, trouble = load_match(path)

    assert trouble == ""
    assert loaded.actions == match.actions
    assert rest_of(loaded) == rest_of(match)
    assert state_digest(loaded.state) == state_digest(match.state)


def test_players_given_take_the_place_of_those_the_record_names(match, path):
    save_match(match, path)

    loaded, _ = load_match(path, {"dale": FIRM})

    assert loaded.players == {"dale": FIRM}


def test_a_game_is_written_over_by_its_later_self(match, path):
    save_match(match, path)
    next(match.advance())

    target = save_match(match, path)

    assert target == path
    assert len(load_match(path)[0].actions) == len(match.actions)


def test_a_write_that_fails_leaves_the_old_game_and_no_litter(match, path, monkeypatch):
    save_match(match, path)
    before = path.read_text(encoding="utf-8")
    next(match.advance())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_match(match, path)

    assert path.read_text(encoding="utf-8") == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_record_cut_off_keeps_the_actions_before_the_cut(match, path):
    text = write_record(match.record())
    lines = text.splitlines()
    head = lines.index("---") + 1
    path.parent.mkdir()
    path.write_text("\n".join([*lines[: head + 7], lines[head + 7][:9]]), encoding="utf-8")

    loaded, trouble = load_match(path)

    assert loaded.actions == match.actions[:7]
    assert trouble == f"line {head + 8} is cut off; the 7 actions before it are kept"


def test_a_record_edited_keeps_the_actions_before_the_edit(match, path):
    lines = write_record(match.record()).splitlines()
    head = lines.index("---") + 1
    words, mark, said = lines[head + 4].partition("  #")
    lines[head + 4] = f"{words} {mark}{said}"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    loaded, trouble = load_match(path)

    assert loaded.actions == match.actions[:4]
    assert trouble == f"line {head + 5} was changed after it was written; the 4 actions before it are kept"


def test_a_damaged_file_is_never_written_over(match, path):
    save_match(match, path)
    damaged = path.read_text(encoding="utf-8")[:-10]
    path.write_text(damaged, encoding="utf-8")

    target = save_match(match, path)

    assert target == path.with_name("game-2.txt")
    assert path.read_text(encoding="utf-8") == damaged
    assert load_match(target)[0].actions == match.actions


@pytest.mark.parametrize("content", [b"Dear Ann,\n", b"\xff\xfe\x00", b"plenipotentiary record 99\n---\n", b""])
def test_a_file_that_this_program_cannot_read_is_never_written_over(match, path, content):
    path.parent.mkdir()
    path.write_bytes(content)

    target = save_match(match, path)

    assert target != path
    assert path.read_bytes() == content


def test_a_record_of_a_newer_format_is_refused_in_a_sentence(match, path):
    path.parent.mkdir()
    path.write_text(write_record(match.record()).replace("record 1", "record 2", 1), encoding="utf-8")

    with pytest.raises(RecordError, match="has format 2, and this program reads formats up to 1"):
        load_match(path)


def test_a_record_of_another_scenario_is_refused_in_a_sentence(match, path):
    save_match(match, path)
    other = evolve(load("two-villages"), id="three-villages")

    with pytest.raises(RecordError, match="this record is of 'two-villages', not of 'three-villages'"):
        load_match(path, scenario=other)


def test_a_record_that_is_no_text_is_refused_in_a_sentence(path):
    path.parent.mkdir()
    path.write_bytes(b"plenipotentiary record 1\n\xff\n")

    with pytest.raises(RecordError, match="not UTF-8 text"):
        load_match(path)


def test_a_scenario_that_has_changed_is_mentioned_while_the_game_still_replays(match, path):
    save_match(match, path)
    changed = evolve(load("two-villages"), digest="0" * 16)

    loaded, trouble = load_match(path, scenario=changed)

    assert loaded.actions == match.actions
    assert trouble == "the scenario has changed since; it still replays"


def test_a_game_that_no_longer_fits_its_scenario_is_kept_as_far_as_it_does(match, path):
    save_match(match, path)
    first_offer = next(place for place, each in enumerate(match.actions) if type(each).__name__ == "Propose")
    scenario = load("two-villages")
    fewer = evolve(scenario, issues=scenario.issues[:1], digest="0" * 16)

    loaded, trouble = load_match(path, scenario=fewer)

    assert len(loaded.actions) <= first_offer
    assert "no longer fits" in trouble
    assert "the scenario has changed since" in trouble


def test_a_player_that_is_no_longer_known_is_named(match, path):
    path.parent.mkdir()
    path.write_text(write_record(match.record()).replace("dale=statesman", "dale=statesmen", 1), encoding="utf-8")

    with pytest.raises(GameError, match="no player is called 'statesmen'"):
        load_match(path)


def test_an_autosave_appends_what_was_played_and_ends_as_a_whole_record(path):
    match = new_match(load("two-villages"), players={"hill": STATESMAN, "dale": STATESMAN}, seed="3")
    autosave = Autosave(path)
    autosave.keep(match)
    written = [path.read_text(encoding="utf-8")]

    for _ in match.advance():
        autosave.keep(match)
        written.append(path.read_text(encoding="utf-8"))

    assert all(later.startswith(earlier) for earlier, later in pairwise(written))
    assert written[-1] == write_record(match.record())


def test_an_autosave_after_a_take_back_holds_the_shorter_game(match, path):
    autosave = Autosave(path)
    autosave.keep(match)

    match.take_back("hill")
    autosave.keep(match)
    next(match.advance())
    autosave.keep(match)

    assert path.read_text(encoding="utf-8") == write_record(match.record())


def test_an_autosave_over_a_damaged_file_goes_beside_it(match, path):
    path.parent.mkdir()
    path.write_text("half a reco", encoding="utf-8")
    autosave = Autosave(path)

    autosave.keep(match)

    assert path.read_text(encoding="utf-8") == "half a reco"
    assert autosave.path == path.with_name("game-2.txt")
    assert load_match(autosave.path)[0].actions == match.actions


def test_saves_are_listed_latest_first_and_a_damaged_one_says_so(match, path):
    old, new = path.with_name("old.txt"), path.with_name("new.txt")
    save_match(match, old)
    save_match(match, new)
    letter = path.with_name("letter.txt")
    letter.write_text("Dear Ann,\n", encoding="utf-8")
    for age, each in enumerate((new, old, letter)):
        os.utime(each, (1000 - age, 1000 - age))

    listed = saved_games(path.parent)

    assert [each.path.name for each in listed] == ["new.txt", "old.txt", "letter.txt"]
    assert listed[0].record is not None
    assert len(listed[0].record.actions) == len(match.actions)
    assert listed[2].record is None
    assert listed[2].trouble.startswith("this is no record")


def test_a_folder_without_saves_lists_none(tmp_path):
    assert saved_games(tmp_path / "nowhere") == ()


def test_the_users_folder_can_be_set(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))

    assert own_folder() == tmp_path
    assert save_path("evening") == saves_folder() / "evening.txt"
    assert save_path("evening.rec") == saves_folder() / "evening.rec"
    assert save_path("here/evening.txt") == Path("here/evening.txt")


def test_a_game_that_was_kept_gets_another_name_before_a_new_one_is(match, tmp_path):
    first = autosave_in(tmp_path)
    first.keep(match)
    played = list(match.actions)

    autosave_in(tmp_path).keep(new_match(match.scenario, seed="another"))

    assert load_match(tmp_path / "earlier.txt")[0].actions == played
    assert load_match(last_game(tmp_path))[0].seed == "another"


def test_only_so_many_earlier_games_stay_and_the_oldest_goes(match, tmp_path):
    for seed in range(EARLIER_KEPT + 3):
        autosave_in(tmp_path).keep(new_match(match.scenario, seed=str(seed)))

    seeds = {saved.path.stem: dict(saved.record.notes)["seed"] for saved in saved_games(tmp_path)}

    assert seeds["last"] == str(EARLIER_KEPT + 2)
    assert seeds["earlier"] == str(EARLIER_KEPT + 1)
    assert set(seeds.values()) == {str(seed) for seed in range(2, EARLIER_KEPT + 3)}


def test_the_game_that_goes_on_keeps_its_name(match, tmp_path):
    autosave_in(tmp_path).keep(match)

    going_on = autosave_in(tmp_path, going_on=last_game(tmp_path))
    going_on.keep(match)

    assert [saved.path.stem for saved in saved_games(tmp_path)] == ["last"]


def test_half_a_line_that_a_full_disk_leaves_is_taken_away_and_the_next_time_does_it_all(match, path, monkeypatch):
    autosave = Autosave(path)
    autosave.keep(match)
    before = path.read_bytes()
    sound = os.fsync

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    next(match.advance())
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        autosave.keep(match)
    assert path.read_bytes() == before

    monkeypatch.setattr(os, "fsync", sound)
    next(match.advance())
    autosave.keep(match)

    assert path.read_text(encoding="utf-8") == write_record(match.record())


def test_a_kept_game_that_somebody_has_deleted_is_written_whole_again(match, path):
    autosave = Autosave(path)
    autosave.keep(match)
    path.unlink()
    next(match.advance())

    autosave.keep(match)

    assert path.read_text(encoding="utf-8") == write_record(match.record())


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has a file that is there and cannot be read even by root"
)
def test_a_file_that_cannot_be_read_is_listed_with_the_reason(tmp_path):
    (tmp_path / "broken.txt").symlink_to("/proc/self/mem")

    (saved,) = saved_games(tmp_path)

    assert saved.record is None
    assert saved.trouble == f"it cannot be read: {os.strerror(errno.EIO)}"

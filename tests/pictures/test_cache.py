"""What the cache keeps; times of use are set by hand."""

import os

import pytest

from app.pictures.cache import HEAD, PictureCache

KB = 1024


def key(number):
    return "avatar", number


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pictures"


def files(folder):
    return sorted(folder.iterdir())


def test_a_picture_is_found_by_what_it_shows_also_by_the_next_program(folder):
    PictureCache(folder, 50 * KB).keep(key(1), b"face")
    assert PictureCache(folder, 50 * KB).find(key(1)) == b"face"
    assert PictureCache(folder, 50 * KB).find(("gift", 1)) is None


def test_those_used_longest_ago_go_first(folder):
    cache = PictureCache(folder, 3 * (KB + HEAD))
    for number in range(3):
        cache.keep(key(number), bytes(KB))
    cache.find(key(0))
    cache.keep(key(3), bytes(KB))
    assert [cache.find(key(number)) is not None for number in range(4)] == [True, False, True, True]


def test_the_order_of_use_outlives_the_program(folder):
    cache = PictureCache(folder, 10 * KB)
    for number in range(3):
        cache.keep(key(number), bytes(KB))
        newest = max(files(folder), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, ns=(1_000 + number, 1_000 + number))
    assert cache.find(key(0))
    other = PictureCache(folder, 2 * (KB + HEAD))
    other.shrink()
    assert [other.find(key(number)) is not None for number in range(3)] == [True, False, True]


@pytest.mark.parametrize("damage", [b"", b"SSP1", b"x" * 200, None])
def test_a_damaged_file_is_a_miss_and_goes(folder, damage):
    cache = PictureCache(folder, 50 * KB)
    cache.keep(key(1), b"face" * 20)
    (file,) = files(folder)
    file.write_bytes(file.read_bytes()[:-1] + b"X" if damage is None else damage)
    assert cache.find(key(1)) is None
    assert files(folder) == []


def test_a_removed_file_is_a_miss_and_takes_no_room(folder):
    cache = PictureCache(folder, 2 * (KB + HEAD))
    cache.keep(key(1), bytes(KB))
    files(folder)[0].unlink()
    assert cache.find(key(1)) is None
    cache.keep(key(2), bytes(KB))
    cache.keep(key(3), bytes(KB))
    assert cache.find(key(2)) is not None


def test_drafts_that_a_crash_has_left_are_removed(folder):
    folder.mkdir()
    (folder / ".draft-abc").write_bytes(b"half")
    PictureCache(folder, KB).keep(key(1), b"face")
    assert [file.name.startswith(".") for file in files(folder)] == [False]


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    cache = PictureCache(tmp_path / "file" / "pictures", KB)
    cache.keep(key(1), b"face")
    assert cache.find(key(1)) is None


def test_what_is_larger_than_all_the_room_is_not_kept(folder):
    cache = PictureCache(folder, 10)
    cache.keep(key(1), b"face")
    assert not folder.exists()

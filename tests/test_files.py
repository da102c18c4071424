from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from planforge import outputs, replacing
from planforge.errors import UserError
from planforge.files import read_file, write_atomically


def refusal(path: str | Path, data: bytes | None = None) -> str:
    with pytest.raises(UserError) as caught:
        read_file(path) if data is None else write_atomically(path, data)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_file_is_read_and_written(tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    write_atomically(path, b"one")
    write_atomically(str(path), b"two")
    assert read_file(path) == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["计划.yaml"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 83 + ".yaml")
    write_atomically(path, b"plan")
    assert read_file(path) == b"plan"


def test_standard_input_is_a_file_called_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"abc")))
    assert read_file("-") == b"abc"


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a") == f"there is no file {tmp_path / 'a'}"
    assert refusal(tmp_path / "a" / "b") == f"there is no folder {tmp_path / 'a'}"
    assert refusal(tmp_path) == f"{tmp_path} is a folder, not a file"
    assert "cannot be used" in refusal("a\0b")
    (tmp_path / "file").write_bytes(b"")
    assert "cannot be used" in refusal(tmp_path / "file" / "x")


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a" / "b", b"") == f"there is no folder {tmp_path / 'a'}"
    assert refusal(tmp_path, b"") == f"{tmp_path} is a folder, not a file"


def test_a_file_that_may_not_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "denied")

    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "open", deny)
    assert refusal(path) == f"{path} may not be opened"
    monkeypatch.undo()
    monkeypatch.setattr(Path, "replace", deny)
    assert refusal(path, b"new") == f"{path} may not be opened"
    assert path.read_bytes() == b"old"


def test_a_folder_that_takes_no_new_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(replacing, "_opened", deny)
    assert refusal(tmp_path / "a.docx", b"new") == (
        f"nothing may be written into the folder {tmp_path}"
    )


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_what_the_system_says_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refusal(tmp_path / "a").endswith("cannot be used: its links lead in a circle")
    assert refusal(tmp_path / ("长" * 300)).endswith("cannot be used: the name is too long")


def test_a_file_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(UserError, match="larger than 4e-06 MB"):
        read_file(path, 4)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refusal(path, b"new") == f"{path} cannot be used: the disk is full"
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_only_what_replaces_a_file_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[bytes] = []
    path = tmp_path / "a"
    monkeypatch.setattr(os, "fsync", lambda _handle: waited.append(path.read_bytes()))
    write_atomically(path, b"new")
    assert waited == []
    write_atomically(path, b"newer")
    assert waited == [b"new"]
    assert path.read_bytes() == b"newer"


def test_what_was_there_reaches_the_disk_before_something_else_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[list[str]] = []
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fsync(_handle: int) -> None:
        waited.append(sorted(one.read_text("utf-8") for one in tmp_path.iterdir()))

    monkeypatch.setattr(os, "fsync", fsync)
    outputs.replace(str(path), b"new", backup=True)
    assert waited == [["old", "old"], ["new", "old", "old"]]


@pytest.mark.skipif(os.name == "nt", reason="a device of POSIX")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically("/dev/null", b"x")
    assert not Path("/dev/null").is_file()

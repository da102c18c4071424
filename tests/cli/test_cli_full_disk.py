"""Disks that are really full or read-only: files as they were, one line says why, no litter."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

KILOBYTES = 64
IN_PLACE = ("convert", "{}", "--to", "tw", "--in-place", "--no-backup")


class Writing(NamedTuple):
    """A command with ``{}`` for the plan, what it writes, and whether that is there before."""

    words: tuple[str, ...]
    written: str
    there: bool = True

    def prepare(self, plan: Path, folder: Path) -> tuple[Path, Path]:
        """The plan in that folder, and the file that the command will write."""
        path, target = put(plan, folder), folder / self.written
        if self.there and target != path:
            target.write_bytes(b"old")
        assert target.exists() == self.there
        return path, target


WRITING = [
    Writing(("render", "{}", "-f", "docx", "--force"), "plan.docx"),
    Writing(("render", "{}", "-f", "docx"), "plan.docx", there=False),
    Writing(IN_PLACE, "plan.yaml"),
    Writing(("convert", "{}", "--to", "hk", "--in-place"), "plan.yaml.bak", there=False),
    Writing(("lint", "{}", "--fix"), "plan.yaml"),
    Writing(("roll", "{}", "--to", "2028", "--force"), "plan-2028.yaml"),
    Writing(("roll", "{}", "--to", "2028"), "plan-2028.yaml", there=False),
    Writing(("done", "{}", "职工之家"), "plan.yaml"),
]


@pytest.fixture
def small_disk(work: Path) -> Iterator[Path]:
    """A folder on a disk of its own that holds 64 kB."""
    folder = work / "小盘"
    folder.mkdir()
    if (mount := shutil.which("mount")) is None or sys.platform != "linux":
        pytest.skip("there is no mount of Linux")
    words = ("-t", "tmpfs", "-o", f"size={KILOBYTES}k", "tmpfs", str(folder))
    done = subprocess.run([mount, *words], check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"nothing may be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607  as above


def put(plan: Path, folder: Path) -> Path:
    """The plan in a folder, with something for `lint` to mend."""
    text = plan.read_text(encoding="utf-8").replace("办好职工之家", "办好职工之家,每月一次")
    path = folder / plan.name
    path.write_text(text, encoding="utf-8")
    return path


def fill(folder: Path) -> None:
    """Leave not one byte."""
    with (folder / "filler").open("wb", buffering=0) as stream:
        stream.write(b"\0" * KILOBYTES * 1024)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            stream.write(b"\0")


def content(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "filler"}


def called(call: Call, words: tuple[str, ...], *paths: Path, more: tuple[str, ...] = ()) -> Any:
    """Exit code and lines on standard error; the paths stand for ``{}``."""
    name, _place, *options = words
    code, _out, err = call(name, *map(str, paths), *options, *more, "--lang", "en")
    return code, err.splitlines()


@pytest.mark.parametrize("one", WRITING, ids=lambda one: " ".join(one.words))
def test_a_full_disk_leaves_every_file_as_it_was_and_one_line(
    plan: Path, small_disk: Path, call: Call, one: Writing
) -> None:
    path, target = one.prepare(plan, small_disk)
    fill(small_disk)
    before = content(small_disk)
    code, said = called(call, one.words, path)
    assert code == 2
    assert [line for line in said if line.startswith("error:")] == [
        f"error: {target} cannot be used: the disk is full"
    ]
    assert content(small_disk) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "words",
    [("render", "{}", "-f", "md"), IN_PLACE, ("lint", "{}", "--fix")],
    ids=lambda words: words[0],
)
def test_files_on_another_disk_go_on(
    plan: Path, small_disk: Path, call: Call, words: tuple[str, ...], jobs: str
) -> None:
    full, good = put(plan, small_disk), put(plan, plan.parent)
    fill(small_disk)
    before = content(small_disk)
    code, said = called(call, words, full, good, more=("--jobs", jobs))
    command = words[0]
    assert code == (2 if command == "lint" else 1)
    (line,) = (line for line in said if line.startswith("error:"))
    assert line.endswith("the disk is full")
    assert content(small_disk) == before
    made = good.with_suffix(".md") if command == "render" else good
    new = {"render": "# ", "convert": "工會", "lint": "职工之家，每月一次"}[command]
    assert new in made.read_text("utf-8")


@pytest.mark.parametrize("one", WRITING, ids=lambda one: " ".join(one.words))
def test_a_disk_that_is_read_only_is_one_line(
    plan: Path, small_disk: Path, call: Call, one: Writing
) -> None:
    path, target = one.prepare(plan, small_disk)
    before = content(small_disk)
    remount = ("mount", "-o", "remount,ro", str(small_disk))
    subprocess.run(remount, check=True)
    code, said = called(call, one.words, path)
    assert code == 2
    assert [line for line in said if line.startswith("error:")] == [
        f"error: {target} cannot be used: the disk is read-only"
    ]
    assert content(small_disk) == before


@pytest.fixture
def as_anybody() -> list[str]:
    """Words before a command, so that permissions count for it."""
    if os.name == "nt" or os.geteuid():
        return []
    if (program := shutil.which("setpriv")) is None:
        pytest.skip("root may do everything, and there is no setpriv")
    return [program, "--bounding-set", "-dac_override,-dac_read_search"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are different there")
@pytest.mark.parametrize("one", WRITING, ids=lambda one: " ".join(one.words))
def test_a_folder_in_which_nothing_may_be_written_is_one_line(
    plan: Path, as_anybody: list[str], one: Writing
) -> None:
    folder = plan.parent / "只读"
    folder.mkdir()
    path, target = one.prepare(plan, folder)
    before = content(folder)
    folder.chmod(0o555)
    try:
        done = outside(as_anybody, plan.parent, *one.words, path=f"只读/{path.name}")
    finally:
        folder.chmod(0o755)
    assert done.returncode == 2
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("error:"))
    assert line in {
        "error: nothing may be written into the folder 只读",
        f"error: 只读/{target.name} may not be opened",
    }
    assert content(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are different there")
@pytest.mark.parametrize("words", [("render", "{}", "-f", "md"), IN_PLACE, ("lint", "{}")])
def test_a_file_that_another_program_locks_is_one_line_and_the_others_go_on(
    plan: Path, as_anybody: list[str], words: tuple[str, ...]
) -> None:
    """Windows refuses to open it, as it does here without the permission."""
    for name in ("a", "b", "c"):
        shutil.copy(plan, plan.with_name(f"{name}.yaml"))
    plan.unlink()
    (plan.parent / "b.yaml").chmod(0)
    done = outside(as_anybody, plan.parent, *words, path=".")
    assert done.returncode == (2 if words[0] == "lint" else 1)
    assert [line for line in done.stderr.splitlines() if line.startswith("error:")] == [
        "error: ./b.yaml may not be opened"
    ]
    if words[0] == "render":
        assert {path.name for path in plan.parent.glob("*.md")} == {"a.md", "c.md"}


def outside(
    before: list[str], folder: Path, *words: str, path: str
) -> subprocess.CompletedProcess[str]:
    """What a process of its own says."""
    return subprocess.run(
        [*before, sys.executable, "-m", "planforge", *(one.format(path) for one in words)],
        cwd=folder,
        env={**os.environ, "PLANFORGE_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_report_on_a_full_disk_ends_with_a_whole_line_and_the_files_go_on(
    plan: Path, small_disk: Path, call: Call
) -> None:
    for number in range(6):
        shutil.copy(plan, plan.parent / f"{number}.yaml")
    report = small_disk / "r.jsonl"
    report.write_bytes(b"")
    fill(small_disk)
    # Room for one page, which takes a few lines.
    os.truncate(small_disk / "filler", (KILOBYTES - 4) * 1024)
    long_names = [f"./{'./' * 400}{number}.yaml" for number in range(6)]
    code, _out, err = call(
        "render", *long_names, "-f", "md", "-o", "出", "--report", str(report), "--lang", "en"
    )
    assert code == 1
    assert err.count(f"error: {report}: the disk is full") == 1
    assert len(list((plan.parent / "出").iterdir())) == 6
    text = report.read_text("utf-8")
    assert text.endswith("\n")
    lines = [json.loads(line) for line in text.splitlines()]
    assert 1 <= len(lines) < 6
    assert all(line["status"] == "ok" for line in lines)


def test_a_manifest_on_a_full_disk_ends_the_run_with_one_line_and_can_be_used_again(
    plan: Path, small_disk: Path, start: Start
) -> None:
    manifest = small_disk / "m.jsonl"
    words = ("render", plan.name, "-f", "md", "--resume", str(manifest), "--lang", "en", "-q")
    fill(small_disk)
    done = start(*words)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"error: {manifest}: the disk is full"]
    (small_disk / "filler").unlink()
    assert start(*words).returncode == 0
    assert len(manifest.read_text("utf-8").splitlines()) == 1

"""Files behind URLs: in memory, on this disk, where files can only be moved, or only be read."""

from __future__ import annotations

import builtins
import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import fsspec
import pytest
from fsspec.implementations.dirfs import DirFileSystem
from fsspec.implementations.local import LocalFileSystem
from fsspec.spec import AbstractFileSystem

from planforge import files, inputs, outputs, stores
from planforge.cli.run import run
from planforge.errors import FileProblems, UserError
from planforge.pipeline import check_style, read_plan
from planforge.stores.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = """\
标题: 青禾县总工会2027年工作计划
单位: 青禾县总工会
期间: 2027
重点任务: [建好职工之家]
落款:
  日期: 2027-01-08
"""


@pytest.fixture
def memory() -> Iterator[Any]:
    """An empty store in the memory of this process."""
    store = fsspec.filesystem("memory")
    store.rm("/", recursive=True)
    yield store
    store.rm("/", recursive=True)


def _opened(self: Any, **_options: Any) -> None:
    DirFileSystem.__init__(self, path=self.folder, fs=LocalFileSystem())


def _moved(self: Any, path1: str, path2: str, **_options: Any) -> None:
    self.fs.mv(self._join(path1), self._join(path2))


# As SFTP is: files can be written and moved, and are seen while they grow.
Shelf: Any = type(
    "Shelf",
    (DirFileSystem,),
    {"protocol": "shelf", "folder": "", "cachable": False, "__init__": _opened, "mv": _moved},
)
Wall: Any = type("Wall", (AbstractFileSystem,), {"protocol": "wall"})


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Shelf, "folder", str(tmp_path))
    fsspec.register_implementation("shelf", Shelf, clobber=True)
    return tmp_path


def test_every_command_finds_reads_and_writes_there(
    memory: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("/计划/乙/2.yaml", "/计划/甲/1.yaml", "/计划/.旧/0.yaml", "/计划/.x.yaml"):
        memory.pipe_file(name, PLAN.encode())
    assert run(["render", "memory://计划", "-f", "md", "-o", "memory://成品"]) == 0
    assert run(["export", "memory://计划", "--to", "csv", "-o", "memory://成品"]) == 0
    assert run(["convert", "memory://计划/*/1.yaml", "--to", "tw", "-o", "memory://繁/"]) == 0
    assert run(["lint", "memory://计划"]) == 0
    assert run(["import", "memory://成品/甲/1.md", "-o", "memory://旧/计划.yaml", "-q"]) == 0
    assert run(["roll", "memory://计划/甲/1.yaml", "--to", "2028", "-q"]) == 0
    made = [name for name in memory.find("/") if not name.startswith("/计划/.")]
    assert made == [
        "/成品/乙/2.csv",
        "/成品/乙/2.md",
        "/成品/甲/1.csv",
        "/成品/甲/1.md",
        "/旧/计划.yaml",
        "/繁/甲/1.yaml",
        "/计划/乙/2.yaml",
        "/计划/甲/1-2028.yaml",
        "/计划/甲/1.yaml",
    ]
    assert memory.cat_file("/繁/甲/1.yaml").decode().startswith("标题: 青禾縣總工會")
    assert "error" not in capsys.readouterr().err


def test_folders_are_listed_one_by_one_and_only_when_their_turn_comes(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        memory.pipe_file(f"/计划/{number}/a.yaml", b"")
    asked: list[str] = []
    ls = type(memory).ls

    def listed(self: Any, path: str, **options: Any) -> Any:
        asked.append(path)
        return ls(self, path, **options)

    monkeypatch.setattr(type(memory), "ls", listed)
    found = inputs.find(["memory://计划"])
    assert next(found).path == "memory://计划/0/a.yaml"
    assert "/计划/1" not in asked
    assert [one.path for one in found] == ["memory://计划/1/a.yaml", "memory://计划/2/a.yaml"]


def test_a_folder_without_plans_and_a_pattern_without_matches_are_told(memory: Any) -> None:
    memory.pipe_file("/空/a.txt", b"")
    errors = [one.error for one in inputs.find(["memory://空", "memory://空/*.yaml"])]
    assert [error and error.message for error in errors] == [
        "there is no plan file in the folder memory://空",
        "no file matches memory://空/*.yaml",
    ]


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_go_on(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        memory.pipe_file(f"/计划/{name}/1.yaml", b"")
    ls = type(memory).ls

    def refusing(self: Any, path: str, **options: Any) -> Any:
        if path == "/计划/b":
            raise PermissionError(path)
        return ls(self, path, **options)

    monkeypatch.setattr(type(memory), "ls", refusing)
    found = list(inputs.find(["memory://计划"]))
    assert [one.path for one in found] == [
        "memory://计划/a/1.yaml",
        "memory://计划/b",
        "memory://计划/c/1.yaml",
    ]
    assert found[1].error is not None
    assert found[1].error.message == "memory://计划/b: no permission"


def test_a_file_on_this_disk_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    files.write_atomically(f"file://{path}", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]


def test_a_tree_on_this_disk_may_be_named_by_its_url(tmp_path: Path) -> None:
    (tmp_path / "计划" / "一").mkdir(parents=True)
    (tmp_path / "计划" / "一" / "a.yaml").write_text(PLAN, encoding="utf-8")
    url = f"file://{tmp_path}"
    assert run(["render", f"{url}/计划", "-f", "md", "-o", f"{url}/成品/", "-q"]) == 0
    assert (tmp_path / "成品" / "一" / "a.md").is_file()


def test_where_files_are_seen_while_they_grow_a_whole_one_is_moved_into_place(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "a.yaml").write_text("old", encoding="utf-8")
    files.write_atomically("shelf://a.yaml", b"new")
    files.make_folder("shelf://x/y")
    files.write_atomically("shelf://x/y/b.yaml", b"b")
    assert (shelf / "a.yaml").read_bytes() == b"new"

    def broken(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Shelf, "mv", broken)
    with pytest.raises(UserError, match=r"^shelf://a\.yaml cannot be used: .*No space left"):
        files.write_atomically("shelf://a.yaml", b"newer")
    assert (shelf / "a.yaml").read_bytes() == b"new"
    assert sorted(found.name for found in shelf.rglob("*")) == ["a.yaml", "b.yaml", "x", "y"]


def test_where_nothing_can_be_written_in_one_step_nothing_is_written() -> None:
    fsspec.register_implementation("wall", Wall, clobber=True)
    with pytest.raises(UserError, match=r"^wall://a\.yaml: planforge can only read there$"):
        files.write_atomically("wall://a.yaml", b"")
    with pytest.raises(UserError, match="planforge can only read there"):
        files.write_atomically("https://example.org/a.yaml", b"")


def test_a_file_that_is_too_large_is_not_read_whole(memory: Any) -> None:
    memory.pipe_file("/a", b"x" * 2_000_000)
    assert len(Remote("memory://a").read(10)) == 11
    with pytest.raises(UserError, match=r"memory://a is larger than 1 MB"):
        files.read_file("memory://a", 1_000_000)


def test_what_cannot_be_reached_is_never_taken_for_missing(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_arguments: object, **_options: object) -> bytes:
        raise TimeoutError

    memory.pipe_file("/a.md", b"edited by hand")
    monkeypatch.setattr(type(memory), "cat_file", silent)
    with pytest.raises(UserError, match=r"memory://a\.md cannot be used: TimeoutError"):
        outputs.deliver("memory://a.md", b"new", ours=lambda _there: True)
    monkeypatch.undo()
    assert memory.cat_file("/a.md") == b"edited by hand"


def test_two_files_never_meet_there(memory: Any, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("/a/Plan.yaml", "/b/plan.yaml"):
        memory.pipe_file(name, PLAN.encode())
    call = ["render", "memory://a/Plan.yaml", "memory://b/plan.yaml", "-f", "md"]
    assert run([*call, "-o", "memory://out/", "--lang", "en"]) == 1
    assert "memory://b/plan.yaml: the output of memory://a/Plan.yaml has the same name" in (
        capsys.readouterr().err
    )


def test_a_copy_is_kept_beside_the_file_in_its_store(memory: Any) -> None:
    memory.pipe_file("/a.yaml", "标题: 甲计划\n".encode())
    for name in ("tw", "cn"):
        assert run(["convert", "memory://a.yaml", "--to", name, "--in-place", "-q"]) == 0
    assert memory.find("/") == ["/a.yaml", "/a.yaml.bak", "/a.yaml.bak.2"]


def test_without_fsspec_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def none(name: str, *rest: Any) -> Any:
        if name.startswith("fsspec"):
            raise ImportError(name)
        return real(name, *rest)

    for name in [name for name in sys.modules if name.startswith("fsspec")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", none)
    with pytest.raises(UserError, match="URLs need fsspec, which is not installed") as caught:
        files.read_file("s3://b/a.yaml")
    assert caught.value.hint == 'pip install "planforge[cluster]"'


def test_when_a_file_was_changed_is_asked_of_its_store(memory: Any, tmp_path: Path) -> None:
    memory.pipe_file("/a", b"")
    now = dt.datetime.now(dt.UTC)
    assert abs((files.changed("memory://a") - now).total_seconds()) < 60
    path = tmp_path / "a"
    path.touch()
    assert files.changed(f"file://{path}") == files.changed(str(path))


def test_a_plan_never_makes_planforge_fetch_its_page_style(tmp_path: Path) -> None:
    for style in ("https://example.org/a.yaml", "s3://b/a.docx"):
        (tmp_path / "a.yaml").write_text(f"{PLAN}layout:\n  style: {style}\n", encoding="utf-8")
        plan, source = read_plan(str(tmp_path / "a.yaml"))
        with pytest.raises(FileProblems, match="has to lie on this machine"):
            check_style(plan, source)
    (tmp_path / "x.yaml").write_text("extends: https://example.org/a.yaml\n", encoding="utf-8")
    call = ["render", str(tmp_path / "b.yaml"), "--style", str(tmp_path / "x.yaml")]
    (tmp_path / "b.yaml").write_text(PLAN, encoding="utf-8")
    assert run(call) == 2


def test_plain_paths_load_no_fsspec(tmp_path: Path) -> None:
    assert stores.at(str(tmp_path)) is None
    assert stores.at(tmp_path) is None
    assert stores.at("C:\\a.yaml") is None

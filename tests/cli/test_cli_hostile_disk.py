"""What a disk can do to a run: one line for the file it hits, the others go on, exit code 1."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from planforge import replacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]

RENDER = ("render", ".", "-f", "md", "-o", "出", "--lang", "en")


@pytest.fixture
def three(plan: Path, work: Path) -> Path:
    """Three plans, so that there is one before and one behind the one that goes wrong."""
    for name in ("a", "b", "c"):
        shutil.copy(plan, work / f"{name}.yaml")
    plan.unlink()
    return work


def written(work: Path) -> list[str]:
    return sorted(path.name for path in (work / "出").rglob("*") if path.is_file())


def hindered(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The system refuses to take the second file, in the way that the number says."""
    replace = replacing._move

    def move(temporary: Path, target: Path, *rest: object) -> None:
        if target.name == "b.md":
            raise OSError(number, os.strerror(number), str(temporary))
        replace(temporary, target, *rest)

    monkeypatch.setattr(replacing, "_move", move)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.ENOSPC, "error: 出/b.md cannot be used: the disk is full"),
        (errno.EROFS, "error: 出/b.md cannot be used: the disk is read-only"),
        (errno.EACCES, "error: nothing may be written into the folder 出"),
        (errno.EIO, "error: 出/b.md cannot be used: Input/output error"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_line(
    three: Path, call: Call, monkeypatch: pytest.MonkeyPatch, number: int, line: str
) -> None:
    hindered(monkeypatch, number)
    code, _out, err = call(*RENDER)
    assert code == 1
    assert err.count("error:") == 1
    assert line in err.splitlines()
    assert written(three) == ["a.md", "c.md"]


def test_a_file_that_is_gone_in_mid_run_is_one_line(
    three: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = replacing._move

    def move(*arguments: Path) -> None:
        replace(*arguments)
        (three / "b.yaml").unlink(missing_ok=True)

    monkeypatch.setattr(replacing, "_move", move)
    code, _out, err = call(*RENDER)
    assert code == 1
    assert [line for line in err.splitlines() if "error:" in line] == [
        "error: there is no file ./b.yaml"
    ]
    assert written(three) == ["a.md", "c.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_in_a_circle_or_to_nothing_are_one_line_each(
    three: Path, call: Call
) -> None:
    (three / "circle.yaml").symlink_to("circle.yaml")
    (three / "nothing.yaml").symlink_to("gone.yaml")
    (three / "round").symlink_to(".")
    code, _out, err = call(*RENDER)
    assert code in {0, 1}
    assert "Traceback" not in err
    assert err.count("error:") <= 2
    assert {"a.md", "b.md", "c.md"} <= set(written(three))
    code, _out, err = call(
        "render", "circle.yaml", "a.yaml", "-f", "md", "-o", "新", "--lang", "en"
    )
    assert code == 1
    assert err.count("error:") == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_a_link_means_is_written_and_the_link_stays(three: Path, call: Call) -> None:
    (three / "elsewhere").mkdir()
    target = three / "elsewhere" / "real.yaml"
    shutil.move(three / "a.yaml", target)
    (three / "a.yaml").symlink_to(target)
    code, _out, _err = call("convert", "a.yaml", "--to", "tw", "--in-place", "--no-backup")
    assert code == 0
    assert (three / "a.yaml").is_symlink()
    assert "工會" in target.read_text("utf-8")


def test_output_inside_the_input_tree_is_not_taken_for_input(three: Path, call: Call) -> None:
    convert = ("convert", ".", "--to", "tw", "-o", "出", "--lang", "en")
    code, _out, err = call(*convert)
    assert code == 0, err
    assert written(three) == ["a.yaml", "b.yaml", "c.yaml"]


def test_a_name_that_is_too_long_is_one_line(three: Path, call: Call) -> None:
    code, _out, err = call("render", "a.yaml", "-f", "md", "-o", "长" * 200 + ".md", "--lang", "en")
    assert code == 2
    assert err.count("error:") == 1
    assert "the name is too long" in err
    assert not list(three.glob("长*"))


def test_two_files_that_would_be_one_are_one_line(three: Path, call: Call) -> None:
    (three / "x").mkdir()
    shutil.copy(three / "a.yaml", three / "x" / "a.yaml")
    shutil.copy(three / "a.yaml", three / "x" / "B.yaml")
    names = ("a.yaml", "x/a.yaml", "b.yaml", "x/B.yaml")
    code, _out, err = call("render", *names, "-f", "md", "-o", "出/", "--lang", "en")
    assert code == 1
    assert err.count("error:") == 2
    assert written(three) == ["a.md", "b.md"]

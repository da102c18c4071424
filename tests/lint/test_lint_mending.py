"""A file mended until nothing is left: its bytes, its encoding, and the patch that shows it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from planforge.errors import Problem
from planforge.lint.finding import Change, Fix, Found
from planforge.lint.mending import MOST, difference, mend
from planforge.source.load import load
from planforge.source.nodes import Scalar, every_node

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def looking(*pairs: tuple[str, str]) -> Callable[[bytes], Sequence[Found]]:
    """What finds one thing at a time, wherever it stands in a value."""

    def look(data: bytes) -> list[Found]:
        root = load("plan.yaml", data).root
        nodes = [node for node in every_node(root) if isinstance(node, Scalar)]
        return [
            Found(
                Problem("PF999", old, "plan.yaml"),
                Fix((Change(node, at, at + len(old), new),)),
            )
            for old, new in pairs
            for node in nodes
            if (at := node.value.find(old)) >= 0
        ]

    return look


COMMAS = looking((",", "，"))


def test_a_file_is_mended_until_nothing_is_left() -> None:
    mended = mend("plan.yaml", "a: 甲,乙,丙\n".encode(), COMMAS)
    assert mended.data == "a: 甲，乙，丙\n".encode()
    assert len(mended.applied) == 2
    assert mended.left == ()
    assert mend("plan.yaml", mended.data, COMMAS).data == mended.data


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "gb18030"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(mark: bytes, encoding: str, line_end: str) -> None:
    before = f"标题: 青禾县,云岭区{line_end}# 注{line_end}期间: 2027{line_end}"
    mended = mend("plan.yaml", mark + before.encode(encoding), COMMAS)
    assert mended.data == mark + before.replace(",", "，").encode(encoding)


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    look = looking(("甲", "乙"), ("乙", "甲"))
    once = mend("plan.yaml", "a: 甲\n".encode(), look)
    assert once.data == "a: 乙\n".encode()
    assert len(once.applied) == 1


def test_fixes_that_call_for_more_fixes_come_to_an_end() -> None:
    mended = mend("plan.yaml", "a: 甲\n".encode(), looking(("甲", "甲乙")))
    assert len(mended.applied) == MOST


def test_a_file_without_fixes_is_not_even_read() -> None:
    problem = Found(Problem("PF001", "", "plan.yaml"))
    mended = mend("plan.yaml", b"a: [", lambda _data: [problem])
    assert (mended.data, mended.applied, mended.left) == (b"a: [", (), (problem,))


def test_a_difference_names_the_file_and_shows_the_lines() -> None:
    before, after = "a: 甲,乙\r\nb: 1\n", "a: 甲，乙\r\nb: 1\n"
    assert difference("x/plan.yaml", before.encode(), after.encode()) == (
        "--- a/x/plan.yaml\n+++ b/x/plan.yaml\n@@ -1,2 +1,2 @@\n-a: 甲,乙\r\n+a: 甲，乙\r\n b: 1\n"
    )
    assert difference("plan.yaml", before.encode(), before.encode()) == ""


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize(
    "before", ["a: 甲,乙\nb: 1", "a: 甲,乙\r\nb: 甲,乙", "a: 1\nb: |\n  甲\u2028,乙\n\n\n"]
)
def test_a_difference_can_be_applied_as_a_patch(before: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(before.encode())
    after = mend("plan.yaml", before.encode(), COMMAS).data
    patch = difference("plan.yaml", before.encode(), after)
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=tmp_path, check=True)  # noqa: S607  found on the path
    assert path.read_bytes() == after

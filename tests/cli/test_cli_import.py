from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

TEXT = """\
云岭区第一小学工会2026年工作计划

一、主要工作
（一）加强思想引领
组织专题学习。
（二）办好职工之家
"""

SORRY = """\
错误：去年{suffix}：这种文件还不能读取，目前只能读取纯文本
提示：请用 Word 或 WPS 打开，另存为纯文本（.txt）后再导入
"""


@pytest.fixture
def old(work: Path) -> Path:
    path = work / "去年.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_old_text_becomes_a_plan_beside_it(call: Call, old: Path) -> None:
    code, out, said = call("import", "去年.txt")
    assert (code, out) == (0, "")
    assert said.endswith("已写入：去年.yaml\n")
    assert "标题: 云岭区第一小学工会2026年工作计划\n" in old.with_suffix(".yaml").read_text(
        encoding="utf-8"
    )
    assert call("lint", "去年.yaml", "-q") == (0, "", "")
    assert call("render", "去年.yaml", "-q") == (0, "", "")


def test_the_plan_goes_to_standard_output_and_the_notes_do_not(start: Start, old: Path) -> None:
    done = start("import", "-", "-o", "-", stdin=old.read_bytes())
    assert done.returncode == 0
    assert "主要工作" in done.stdout
    assert "主要工作" not in done.stderr


def test_a_plan_that_is_there_stays(call: Call, old: Path) -> None:
    old.with_suffix(".yaml").write_text("mine", encoding="utf-8")
    code, _out, said = call("import", "去年.txt")
    assert code == 2
    assert "错误：去年.yaml 已经存在\n" in said
    assert old.with_suffix(".yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("suffix", [".docx", ".doc", ".pdf", ".WPS"])
def test_a_file_that_cannot_be_read_yet_is_told_in_one_sentence(
    call: Call, work: Path, suffix: str
) -> None:
    (work / f"去年{suffix}").write_bytes(b"PK\3\4")
    assert call("import", f"去年{suffix}")[::2] == (2, SORRY.format(suffix=suffix))


def test_a_folder_of_texts_is_imported(call: Call, old: Path) -> None:
    folder = old.parent / "旧"
    folder.mkdir()
    old.rename(folder / "去年.txt")
    assert call("import", "旧", "-o", "新", "-q") == (0, "", "")
    assert (old.parent / "新" / "去年.yaml").is_file()


@pytest.mark.parametrize("data", [b"", b" \r\n\n"])
def test_an_empty_file_makes_no_plan(call: Call, old: Path, data: bytes) -> None:
    old.write_bytes(data)
    assert call("import", "去年.txt") == (2, "", "错误：去年.txt：文件是空的\n")
    assert not old.with_suffix(".yaml").exists()
